// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/WizardPage.h"

class QLabel;
class QProgressBar;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// "First replies are being read now", with the progress of the new mailbox.
class DonePage : public WizardPage
{
    Q_OBJECT

public:
    DonePage(engine::Engine &engine, ConnectState &state, QWidget *parent);

    [[nodiscard]] QString heading() const override { return tr("Connected"); }
    [[nodiscard]] QString nextText() const override { return tr("Open inbox"); }
    [[nodiscard]] QString backText() const override { return {}; }
    void enter() override;

Q_SIGNALS:
    void anotherRequested();

private:
    void refresh();

    engine::Engine &m_engine;
    QLabel *m_email;
    QLabel *m_progressText;
    QProgressBar *m_progress;
};

} // namespace inlet::ui
