// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/WizardPage.h"

#include <QTimer>

#include <memory>

class QLabel;
class QPushButton;

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
class Prompts;

/// The password of a known provider: which one it wants, where to make it. Where a provider takes
/// none, the page says so before anything is typed.
class SignInPage : public WizardPage
{
    Q_OBJECT

public:
    SignInPage(engine::Engine &engine, Prompts &prompts, ConnectState &state, QWidget *parent);
    ~SignInPage() override;

    [[nodiscard]] QString heading() const override;
    void enter() override;
    [[nodiscard]] bool accept() override;
    [[nodiscard]] bool nextEnabled() const override;
    [[nodiscard]] QString nextText() const override;

private:
    void showHints();

    Prompts &m_prompts;
    QLabel *m_intro;
    parts::NoticeBar *m_noPassword;
    QWidget *m_passwordPart;
    PasswordEdit *m_password;
    parts::Field *m_field;
    QPushButton *m_appPassword;
    QLabel *m_note;
    QLabel *m_oauth;
    QPushButton *m_help;
    parts::NoticeBar *m_reuse;
    std::unique_ptr<PasswordReuse> m_reuseCheck;
};

} // namespace inlet::ui
