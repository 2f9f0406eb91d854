// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/WizardPage.h"

#include <memory>

class QLabel;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class Field;
class NoticeBar;
}
class PasswordEdit;
class PasswordReuse;
class ServerForm;

/// The full form: both servers and the password.
class ServersPage : public WizardPage
{
    Q_OBJECT

public:
    ServersPage(engine::Engine &engine, ConnectState &state, QWidget *parent);
    ~ServersPage() override;

    [[nodiscard]] QString heading() const override { return tr("Mail servers"); }
    [[nodiscard]] QString nextText() const override { return tr("Check"); }
    void enter() override;
    [[nodiscard]] bool accept() override;

private:
    QLabel *m_intro;
    ServerForm *m_form;
    PasswordEdit *m_password;
    parts::Field *m_passwordField;
    parts::NoticeBar *m_reuse;
    std::unique_ptr<PasswordReuse> m_reuseCheck;
    QString m_shownFor; ///< the address whose servers are in the form
};

} // namespace inlet::ui
