// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/ComposeWarnings.h"
#include "ui/models/RecipientWatch.h"

#include <QSet>
#include <QTimer>

#include <functional>

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}

/// What should be thought about before a mail goes out, in one bar that is true while one writes. Some
/// of it is asked about once when "Send" is pressed; what went away and came back is asked again.
/// Thread: GUI.
class ComposeNotes : public QObject
{
    Q_OBJECT

public:
    /// `facts`: what stands in the fields now.
    ComposeNotes(engine::Engine &engine, parts::NoticeBar &bar, std::function<ComposeFacts()> facts, QObject *parent);

    void changed(); ///< something was typed; looked at a moment later
    void refresh(); ///< now
    /// "Send" was pressed: true where something was not seen and agreed to so far; the bar asks then.
    [[nodiscard]] bool ask();

private:
    void show();

    parts::NoticeBar &m_bar;
    std::function<ComposeFacts()> m_facts;
    RecipientWatch m_watch;
    QList<ComposeWarning> m_warnings;
    QSet<QString> m_agreed; ///< texts of warnings that were asked about
    bool m_hasWords = false;
    bool m_asking = false;
    QTimer m_delay;
};

} // namespace inlet::ui
