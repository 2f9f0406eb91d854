// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"
#include "triage/Intents.h"

namespace inlet::store
{

/// Which category an intent is, and back; Intent::None and Category::Unsorted are each other's.
[[nodiscard]] Category categoryOf(triage::Intent intent);
[[nodiscard]] triage::Intent intentOf(Category category);

/// What the rep's own sorting teaches: how often words stand in mail of a category, counted on this
/// machine. Nothing else is kept, and every effect can be told in words. Thread: the writer. Throws.
class Learning
{
public:
    explicit Learning(WriteContext &context) : m_context(context) {}

    /// Makes what was learned from the conversation's newest human mail equal to how it is sorted
    /// now: counted under its category when the rep chose that, not at all otherwise. Also right
    /// after an undo.
    void follow(ConversationId conversation);

    /// What the words speak for; empty while there is too little to go by.
    [[nodiscard]] QHash<triage::Intent, triage::LearnedPoints> pointsFor(const QString &newText);

private:
    void forget(qint64 key);
    void teach(qint64 key, Category category, const QString &newText);
    void count(const QStringList &words, Category category, int step);
    [[nodiscard]] QHash<Category, qint64> totals();

    WriteContext &m_context;
};

} // namespace inlet::store
