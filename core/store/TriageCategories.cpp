// SPDX-License-Identifier: GPL-3.0-or-later
// A category of the rep's own goes, and with it from whatever has it.
#include "store/OwnCategories.h"
#include "store/TriageTable.h"

namespace inlet::store
{

UndoId TriageTable::removeCategory(Category category)
{
    CategoryReader reader(m_context.db);
    const QString name = reader.nameOf(category);
    TriageAction action;
    action.verb = TriageVerb::RemoveCategory;
    action.category = category;
    {
        Query q = m_context.db.query("SELECT id FROM conversations WHERE category = ? ORDER BY id");
        q.bind(category);
        while (q.next())
            action.conversations.append(q.id<ConversationId>(0));
    }
    beginStep(action, action.conversations.size(), name);
    // First the mails, whose keyword has to be known.
    for (const ConversationId conversation : std::as_const(action.conversations)) {
        record(conversation, action);
        // Nobody said that they are unsorted: nothing is learned, and new mail may be sorted by itself.
        m_context.db.change("UPDATE conversations SET category = 0, category_source = 0 WHERE id = ?", conversation);
        moveKeywords(conversation, {}, isCategoryKeyword);
        m_aggregates.touch(conversation);
    }
    dropKeyword(reader.keywordOf(category));
    CategoryTable(m_context).remove(category, m_step);
    trimStack();
    m_aggregates.flush();
    return m_step;
}

/// Also from mails of conversations that have another category: they would make it again elsewhere.
void TriageTable::dropKeyword(const QByteArray &keyword)
{
    if (keyword.isEmpty())
        return; // it is gone already
    const auto isIt = [&keyword](const QByteArray &one) { return one.compare(keyword, Qt::CaseInsensitive) == 0; };
    QList<ConversationId> left;
    {
        Query q = m_context.db.query("SELECT DISTINCT m.conversation FROM locations l JOIN messages m ON m.id = l.message "
                                     "WHERE l.keywords <> '' AND instr(lower(l.keywords), lower(?)) > 0 ORDER BY 1");
        q.bind(QString::fromLatin1(keyword));
        while (q.next())
            left.append(q.id<ConversationId>(0));
    }
    for (const ConversationId conversation : std::as_const(left))
        moveKeywords(conversation, {}, isIt);
}

} // namespace inlet::store
