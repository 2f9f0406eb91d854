// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/ErrorDictionary.h"
#include "base/Error.h"
#include "engine/values/Engine.h"

#include <QHash>
#include <QSet>

namespace inlet
{
class Clock;
}

namespace inlet::engine
{

/// A change of the user's that the server refused for good and that was taken back here.
struct Refusal {
    store::Operation operation;
    QString email; ///< of the mailbox
    ConversationId conversation;
    QString who; ///< the prospect; empty: unknown
    Error error;
};

/// Puts refused changes into words: what was taken back, where, and why. Changes of one kind in one
/// mailbox that come close together are one notice, so that a bulk action is not 200 of them.
/// Thread: GUI.
class RefusalBook
{
public:
    explicit RefusalBook(const Clock &clock) : m_clock(clock) {}

    [[nodiscard]] Notice add(const Refusal &refusal, const accounts::Explanation &explanation);

private:
    struct Entry {
        QSet<ConversationId> conversations;
        QDateTime lastAt;
    };
    const Clock &m_clock;
    QHash<QString, Entry> m_entries; ///< by notice id
};

} // namespace inlet::engine
