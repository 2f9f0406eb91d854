// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"
#include "store/values/Rule.h"

namespace inlet::store
{

/// What of a mail a rule looks at.
struct RuleFacts {
    QString from;
    QString subject;
    QString newText;
};
[[nodiscard]] bool matches(const Rule &rule, const RuleFacts &facts);
/// The newest rule that fits. Thread: the writer.
[[nodiscard]] std::optional<Rule> ruleFor(WriteContext &context, const RuleFacts &facts);

/// A conversation whose newest human mail a rule fits.
struct RuleMatch {
    ConversationId conversation;
    StoredMessageId message;
    Category category = Category::Unsorted;
    CategorySource source = CategorySource::None;
};

/// Rules as they are and what they would do. Throws. Thread: that of the connection.
class RuleReader
{
public:
    explicit RuleReader(Connection &db) : m_db(db) {}
    QList<Rule> rules();
    QList<RulePreview> propose(ConversationId conversation, Category category);
    RulePreview preview(const Rule &rule);
    /// At most kMaxCandidates conversations are looked at; `complete` says whether that was all.
    QList<RuleMatch> matchesOf(const Rule &rule, bool *complete);

private:
    QList<ConversationId> candidates(const Rule &rule);
    std::optional<RuleMatch> newestFits(ConversationId conversation, const Rule &rule);

    Connection &m_db;
};

/// Changes of them. Throws. Thread: the writer.
class RuleTable
{
public:
    RuleTable(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}
    /// Stores it and sorts the stored mail by it, but for what the rep chose.
    RuleId add(const Rule &rule);
    void remove(RuleId id);

private:
    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
