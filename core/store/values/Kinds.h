// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/values/Suppression.h"
#include "triage/values/Verdict.h"

#include <QList>
#include <QString>

namespace inlet::store
{

/// A mail of theirs whose kind the rep may correct, and what follows from the kind that it has now.
struct KindFacts {
    ConversationId conversation;
    StoredMessageId message;
    triage::Kind kind = triage::Kind::Human;
    bool said = false; ///< the rep said so; false: by evidence
    triage::Kind found = triage::Kind::Human; ///< by evidence, whatever was said
    QString person; ///< address of who the conversation is with
    bool suppressed = false; ///< nothing may go to `person`
    QList<Suppression> caused; ///< on the do-not-contact list because of this mail
    int stopped = 0; ///< messages that were to leave later, and do not because of `caused`

    bool operator==(const KindFacts &) const = default;
};

} // namespace inlet::store
