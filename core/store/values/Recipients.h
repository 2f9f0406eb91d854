// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <optional>

namespace inlet::store
{

/// A mail that is about to be written, for a look at what else is known of its recipients.
struct RecipientQuery {
    QStringList addresses;
    ConversationId conversation; ///< the one it is written in; its people count as recipients
    QString words; ///< its own new words; empty: companies are not looked for

    bool operator==(const RecipientQuery &) const = default;
};

struct RecipientFacts {
    /// Other conversations with the same people, or with their companies, that are open or ended in a
    /// "no". Those first, then newest first; at most 20. Never by a domain that everybody can have.
    QList<ConversationRow> others;
    /// How far their clock is from UTC, in minutes, by the Date of their newest mail that tells it.
    std::optional<int> utcOffset;
    QStringList otherCompanies; ///< domains of other prospects whose names stand in `words`

    bool operator==(const RecipientFacts &) const = default;
};

} // namespace inlet::store
