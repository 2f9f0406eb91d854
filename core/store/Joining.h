// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"

namespace inlet::store
{

/// Joins two conversations because the rep said that they are with one person, so that it can be undone. Throws.
/// Thread: the writer.
class Joining
{
public:
    Joining(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}
    /// Answers the conversation that stays; it knows the addresses of both, also where both were prospects.
    ConversationId join(UndoId step, ConversationId one, ConversationId other);
    /// Before the rest of the step is taken back: `gone` is there again with what was its own, and with what came for it since.
    void takeApart(UndoId step);

private:
    void remember(UndoId step, int what, const char *sql, ConversationId conversation);
    void moveBack(UndoId step, int what, const char *sql, ConversationId kept, ConversationId gone);
    void moveNewer(UndoId step, ConversationId kept, ConversationId gone);
    void partNotes(UndoId step, ConversationId kept, ConversationId gone);

    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
