// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ServerKeywords.h"

#include "store/Categories_p.h"

namespace inlet::store
{

void followKeywords(WriteContext &context, Aggregates &aggregates, StoredMessageId message,
    const QByteArrayList &before, const QByteArrayList &after, KeywordNews news)
{
    const Category was = categoryOfKeywords(before);
    const Category now = categoryOfKeywords(after);
    if (was == now)
        return;
    const ConversationId conversation(
        context.db.number("SELECT conversation FROM messages WHERE id = ?", 0, message));
    if (now != Category::Unsorted) {
        context.db.change("UPDATE conversations SET category = ?, category_source = ? "
                          "WHERE id = ? AND (? OR category_source <> ?)",
            now, CategorySource::Manual, conversation, news == KeywordNews::Change, CategorySource::Manual);
    } else {
        // Taken off there; anything else that was chosen here in the meantime stays.
        context.db.change("UPDATE conversations SET category = 0, category_source = 0 "
                          "WHERE id = ? AND category = ?",
            conversation, was);
    }
    aggregates.touch(conversation);
}

} // namespace inlet::store
