// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/WizardPage.h"

class QLabel;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class ChecksView;
class Prompts;

/// Runs the live checks once when it appears, and again only when asked.
class ChecksPage : public WizardPage
{
    Q_OBJECT

public:
    ChecksPage(engine::Engine &engine, Prompts &prompts, ConnectState &state, QWidget *parent);

    [[nodiscard]] QString heading() const override;
    void enter() override;
    void leave() override;
    [[nodiscard]] bool accept() override;
    [[nodiscard]] QString nextText() const override;
    [[nodiscard]] bool nextEnabled() const override;
    [[nodiscard]] bool cancel() override;

private:
    void run();
    void onStateChanged();
    void onAction(const engine::NextAction &action, const engine::CheckStep &step);
    void onTrusted(const QString &step, const QByteArray &sha256);

    Prompts &m_prompts;
    QLabel *m_intro;
    ChecksView *m_checks;
};

} // namespace inlet::ui
