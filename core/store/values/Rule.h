// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/values/Conversation.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace inlet::store
{

/// "Mail like this is of that category": made from one correction of the rep, looked at before any
/// scoring. A rule never touches a category that the rep chose.
struct Rule {
    /// What of a human mail is compared. Stored as number: append, never reorder.
    enum class Field {
        Sender, ///< the whole address
        Domain, ///< of the sender, or a domain above it
        Subject, ///< has these words, in this order
        Words, ///< their own new words have these, in this order
    };
    RuleId id;
    Field field = Field::Domain;
    QString pattern; ///< address and domain lower-case
    Category category = Category::Unsorted; ///< Unsorted: such mail is never sorted by itself
    QDateTime createdAt;
    QString ownCategory; ///< name of `category` where that is one of the rep's own

    bool operator==(const Rule &) const = default;
};
[[nodiscard]] QString nameOf(Rule::Field field); ///< "sender", "domain", "subject", "words"
[[nodiscard]] std::optional<Rule::Field> ruleFieldFromName(const QString &name);
/// "mail from acme.test is Not interested"
[[nodiscard]] QString describe(const Rule &rule);

/// What a rule would do to the stored mail, before it does it.
struct RulePreview {
    Rule rule;
    qint64 matches = 0; ///< conversations whose newest mail of theirs is like that
    qint64 changes = 0; ///< of them, those that would get another category
    qint64 chosenByHand = 0; ///< of them, those that stay because the rep chose
    bool complete = true; ///< false: there are more than were looked at
    QList<ConversationRow> examples; ///< of those that change, newest first, at most 50, as they are now

    bool operator==(const RulePreview &) const = default;
};

} // namespace inlet::store
