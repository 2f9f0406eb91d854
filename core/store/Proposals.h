// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"
#include "store/values/Rule.h"
#include "triage/values/Verdict.h"

namespace inlet::store
{

/// How `messages.proposal_why` begins where a rule decided; describe(rule) follows.
inline constexpr QLatin1String kRuleWhy("your rule: ");

/// What a human mail proposes for its conversation: the rules of the rep first, then phrases and what
/// was learned. Kept with the message, so that a list never has to score. Thread: the writer. Throws.
class Proposals
{
public:
    explicit Proposals(WriteContext &context) : m_context(context) {}

    struct Mail {
        StoredMessageId id;
        triage::Kind kind = triage::Kind::Human;
        QString from;
        QString subject;
        QString newText;
    };
    /// For a message stored just now. Writes only where there is something to say.
    void propose(const Mail &mail, const triage::Verdict &verdict);
    /// Scores a stored human message again, after rules, what was learned or its kind have changed.
    void refresh(StoredMessageId message);

private:
    struct Answer {
        Category category = Category::Unsorted;
        int confidence = 0;
        QString why;
        RuleId rule;
    };
    [[nodiscard]] Answer answerFor(const Mail &mail, const QList<triage::IntentScore> &intents);
    void write(StoredMessageId message, const Answer &answer);

    WriteContext &m_context;
};

} // namespace inlet::store
