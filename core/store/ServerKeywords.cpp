// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ServerKeywords.h"

#include "store/Categories_p.h"
#include "store/OwnCategories.h"
#include "store/values/Label.h"

#include <algorithm>

namespace inlet::store
{

namespace
{

void followMute(WriteContext &context, Aggregates &aggregates, ConversationId conversation, bool muted, KeywordNews news)
{
    if (muted) {
        context.db.change("UPDATE conversations SET muted = 1 WHERE id = ? AND muted <> 1 AND (? OR muted = 0)",
            conversation, news == KeywordNews::Change);
    } else {
        context.db.change("UPDATE conversations SET muted = 0 WHERE id = ? AND muted = 1", conversation);
    }
    aggregates.touch(conversation);
}

QByteArrayList labelsOf(QByteArrayList keywords)
{
    keywords.removeIf([](const QByteArray &keyword) { return !isLabelKeyword(keyword); });
    std::sort(keywords.begin(), keywords.end());
    return keywords;
}

} // namespace

void followKeywords(WriteContext &context, Aggregates &aggregates, StoredMessageId message,
    const QByteArrayList &before, const QByteArrayList &after, KeywordNews news)
{
    // What was there before was known, or its category was removed.
    QByteArrayList fresh = after;
    fresh.removeIf([&before](const QByteArray &keyword) { return before.contains(keyword); });
    CategoryTable(context).learn(fresh);
    CategoryReader categories(context.db);
    const Category was = categories.ofKeywords(before);
    const Category now = categories.ofKeywords(after);
    const bool wasMuted = std::any_of(before.cbegin(), before.cend(), isMuteKeyword);
    const bool isMuted = std::any_of(after.cbegin(), after.cend(), isMuteKeyword);
    const bool sameLabels = labelsOf(before) == labelsOf(after);
    if (was == now && wasMuted == isMuted && sameLabels)
        return;
    const ConversationId conversation(
        context.db.number("SELECT conversation FROM messages WHERE id = ?", 0, message));
    if (!sameLabels)
        aggregates.touch(conversation); // its row shows them
    if (wasMuted != isMuted)
        followMute(context, aggregates, conversation, isMuted, news);
    if (was == now)
        return;
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
