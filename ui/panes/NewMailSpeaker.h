// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

namespace inlet::ui
{

/// Tells screen readers that mail has come, at most once a minute and as a number. Nothing of it can be seen:
/// the list shows it. Thread: GUI.
class NewMailSpeaker : public QWidget
{
    Q_OBJECT

public:
    struct Pace {
        int gatherMs = 2000; ///< the first word waits for those that come with it
        int quietMs = 60'000; ///< after each word
    };
    NewMailSpeaker(engine::Engine &engine, QWidget *parent) : NewMailSpeaker(engine, Pace(), parent) {}
    NewMailSpeaker(engine::Engine &engine, const Pace &pace, QWidget *parent);

private:
    void speak();

    Pace m_pace;
    QSet<ConversationId> m_untold;
    QTimer m_timer;
    bool m_quiet = false; ///< something was told less than a minute ago
};

} // namespace inlet::ui
