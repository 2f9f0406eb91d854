// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"
#include "store/People.h"

namespace inlet::store
{

/// Makes, joins and parts conversations. Thread: the writer.
class ConversationShape
{
public:
    ConversationShape(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}

    ConversationId create();
    [[nodiscard]] bool exists(ConversationId conversation);
    [[nodiscard]] bool isProspect(ConversationId conversation);
    void setProspect(ConversationId conversation, qint64 person);
    /// Header threads of other mail that the person takes part in and the rep has not decided about, oldest first.
    [[nodiscard]] QList<ConversationId> otherMailOf(const Person &person);
    /// Makes one prospect conversation of them, or a new one; answers it.
    ConversationId promote(Person &person);

    /// Joins two conversations under the older id, which is answered; keeps the decisions of both
    /// (a manual category before an automatic one). Two prospects are never joined by callers.
    ConversationId merge(ConversationId a, ConversationId b);

    /// No prospect after all: it becomes other mail, one conversation per header thread.
    void demote(ConversationId conversation);

private:
    void moveRows(ConversationId from, ConversationId into);
    void joinDecisions(ConversationId from, ConversationId into);
    void splitByHeaders(ConversationId conversation);
    void moveMessages(const QList<qint64> &messages, const QList<qint64> &keys, ConversationId from,
        ConversationId into);

    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
