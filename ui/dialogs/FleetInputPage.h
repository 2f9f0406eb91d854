// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Fleet.h"
#include "ui/dialogs/WizardPage.h"

class QPlainTextEdit;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}
class Prompts;

/// A list of mailboxes, pasted or from a file.
class FleetInputPage : public WizardPage
{
    Q_OBJECT

public:
    FleetInputPage(engine::Engine &engine, Prompts &prompts, ConnectState &state, QWidget *parent);

    [[nodiscard]] QString heading() const override { return tr("Add many mailboxes"); }
    [[nodiscard]] QString nextText() const override { return tr("Check all"); }
    [[nodiscard]] bool nextEnabled() const override;
    void enter() override;
    [[nodiscard]] bool accept() override;

Q_SIGNALS:
    void read(const inlet::engine::Fleet &fleet);

private:
    void open();

    engine::Engine &m_engine;
    Prompts &m_prompts;
    QPlainTextEdit *m_text;
    parts::NoticeBar *m_notice;
};

} // namespace inlet::ui
