// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"
#include "store/values/Kinds.h"

namespace inlet::store
{

/// Mails whose kind may be corrected. Throws. Thread: that of the connection.
class KindReader
{
public:
    explicit KindReader(Connection &db) : m_db(db) {}
    QList<KindFacts> facts(const QList<ConversationId> &conversations, StoredMessageId message);
    /// The newest mail of theirs; none: there is none.
    StoredMessageId newestOf(ConversationId conversation);

private:
    [[nodiscard]] std::optional<KindFacts> factsOf(StoredMessageId message);

    Connection &m_db;
};

/// The rep's word about what a mail is. It goes before all evidence, by Message-ID: for copies in other mailboxes, and
/// for a mail that is read again. Thread: the writer. Throws.
class KindTable
{
public:
    KindTable(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}

    /// What was said before is remembered for `step`, where there is one. Mail of ours stays mail of ours.
    void choose(StoredMessageId message, triage::Kind kind, UndoId step);
    void restore(UndoId step);
    /// Of a Message-ID (its hash).
    [[nodiscard]] std::optional<triage::Kind> chosen(qint64 key);
    /// Makes a stored mail, which is what its evidence says, what the rep said. `isNews`: it has just come; else what
    /// sleeps goes on sleeping.
    void follow(StoredMessageId message, triage::Kind chosen, bool isNews) { set(message, chosen, isNews); }

private:
    void keep(qint64 key, std::optional<triage::Kind> choice);
    void set(StoredMessageId message, std::optional<triage::Kind> choice, bool isNews);

    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
