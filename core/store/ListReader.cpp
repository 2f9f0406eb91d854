// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Codec_p.h"
#include "store/ConversationReader.h"
#include "store/OwnCategories.h"
#include "store/Packing.h"
#include "store/Snippet.h"
#include "store/WaitBook.h"
#include "store/WordLooks.h"
#include "store/WordMatcher.h"

#include <algorithm>

namespace inlet::store
{

namespace
{

/// Newest messages of a conversation in which the place of a match is looked for.
constexpr int kSnippetMessages = 30;
constexpr int kMaxAccountsOfRow = 20;
/// Of those that wait, for a page of them: some us each.
constexpr qsizetype kMostLooks = 2'000;

constexpr const char *kListColumns // after the rank
    = ", c.id, subject, who_name, who_address, n_human + n_own + n_machine, n_unread, n_flagged, "
      "archived, is_prospect, n_attachment, we_wrote_last, category, category_source, last_kind, last_at, "
      "snoozed_until, preview, outgoing, category_confidence, category_why, remind_at, reminded_at, return_on, "
      "stand_in, muted, iif(stand_in = '', '', (SELECT auto_type FROM messages m WHERE m.conversation = c.id AND m.list_class = 3 "
      "ORDER BY m.at DESC, m.id DESC LIMIT 1)), l.company, l.campaign, kind_said, "
      "iif(category < 100, '', ifnull((SELECT name FROM own_categories o WHERE o.id = c.category), '')) "
      "FROM conversations c LEFT JOIN leads l ON l.address = lower(c.who_address) ";

ConversationRow readRow(const Query &q, qint64 now)
{
    ConversationRow row;
    row.sortAt = q.number(0);
    row.id = q.id<ConversationId>(1);
    row.subject = q.text(2);
    row.prospectName = q.text(3);
    row.prospectAddress = q.text(4);
    row.messages = q.integer(5);
    row.unread = q.integer(6);
    row.starred = q.flag(7);
    row.archived = q.flag(8);
    row.isProspect = q.flag(9);
    row.hasAttachment = q.flag(10);
    row.weWroteLast = q.flag(11);
    row.category = Category(q.integer(12));
    row.categorySource = CategorySource(q.integer(13));
    row.lastKind = triage::Kind(q.integer(14));
    row.lastAt = fromMs(q.number(15));
    if (q.number(16) > now)
        row.snoozedUntil = fromMs(q.number(16));
    row.preview = q.text(17);
    if (!q.isNull(18))
        row.outgoing = LedgerState(q.integer(18));
    row.categoryConfidence = q.integer(19);
    row.categoryWhy = q.text(20);
    row.remindAt = fromMs(q.number(21));
    row.reminderDue = q.number(22) > 0 && row.lastAt.toMSecsSinceEpoch() <= q.number(22);
    row.returnOn = QDate::fromString(q.text(23), Qt::ISODate);
    row.standIn = q.text(24);
    row.muted = q.integer(25) > 0;
    row.absence = q.text(26);
    row.company = q.text(27);
    row.campaign = q.text(28);
    row.ownCategory = q.text(30);
    if (q.integer(29) >= 0)
        row.kindSaid = triage::Kind(q.integer(29));
    return row;
}

} // namespace

ListReader::ListReader(Connection &db) : m_db(db), m_now(nowMs()), m_labels(db) { }

Query ListReader::prepare(const std::string &sql, const ListFilter &filter)
{
    Query q = filter.dynamic ? m_db.once(sql) : m_db.query(sql);
    filter.bindTo(q);
    return q;
}

QList<ListKey> ListReader::keys(const ListQuery &query)
{
    const ListFilter filter = makeFilter(m_db, query, m_now);
    Query q = prepare("SELECT c.sort_at, c.id " + filter.from + filter.where + " ORDER BY c.sort_at DESC, c.id DESC", filter);
    QList<ListKey> out;
    while (q.next())
        out.append({q.number(0), q.id<ConversationId>(1)});
    return inOrder(m_db, out, query.order);
}

QList<ConversationRow> ListReader::page(
    const ListQuery &query, const std::optional<ListKey> &after, int limit)
{
    if (query.order == ListOrder::NewestFirst)
        return newestPage(query, after, limit);
    if (const auto found = longestWaiting(query, after, limit))
        return rows(*found, query);
    const QList<ListKey> all = keys(query);
    const auto first = after ? std::upper_bound(all.begin(), all.end(), *after, std::greater<>()) : all.begin();
    QList<ConversationId> ids;
    for (auto key = first; key != all.end() && ids.size() < limit; ++key)
        ids.append(key->id);
    return rows(ids, query);
}

/// Those that wait longest of all which are in the list, too. nullopt: not so few looks as to be worth it.
std::optional<QList<ConversationId>> ListReader::longestWaiting(const ListQuery &query, const std::optional<ListKey> &after, int limit)
{
    const bool whole = query.scope == Scope::All || query.scope == Scope::NeedsAnswer;
    if (query.order != ListOrder::LongestWaiting || !whole || !query.search.isEmpty() || query.category || query.account.isValid()
        || !WaitBook::isWorthIt(m_db))
        return std::nullopt;
    ListFilter filter = makeFilter(m_db, query, m_now);
    filter.where += " AND c.id = ?";
    const auto &all = WaitBook::of(m_db).longestFirst();
    const auto first = after ? std::upper_bound(all.begin(), all.end(), *after, std::greater<>()) : all.begin();
    QList<ConversationId> found;
    qsizetype looks = 0;
    for (auto key = first; key != all.end() && looks < kMostLooks; ++key, ++looks) {
        Query q = prepare("SELECT 1 " + filter.from + filter.where, filter);
        q.add(key->id);
        if (q.next())
            found.append(key->id);
        if (found.size() == limit)
            return found;
    }
    return std::nullopt;
}

QList<ConversationRow> ListReader::newestPage(const ListQuery &query, const std::optional<ListKey> &after, int limit)
{
    const auto filterFor = [&](WordSearch words) {
        ListFilter filter = makeFilter(m_db, query, m_now, words);
        if (after) {
            filter.where += " AND (c.sort_at, c.id) < (?, ?)";
            filter.values << after->sortAt << after->id.number();
        }
        return filter;
    };
    if (!query.search.isEmpty()) {
        if (const auto found = firstRowsWithWords(m_db, filterFor(WordSearch::Left), limit))
            return rows(*found, query);
    }
    ListFilter filter = filterFor(WordSearch::All);
    filter.values << limit;
    QList<ConversationId> ids;
    {
        Query q = prepare("SELECT c.id " + filter.from + filter.where + " ORDER BY c.sort_at DESC, c.id DESC LIMIT ?", filter);
        while (q.next())
            ids.append(q.id<ConversationId>(0));
    }
    return rows(ids, query);
}

QList<ConversationRow> ListReader::rows(const QList<ConversationId> &ids, const ListQuery &query)
{
    const QList<SearchQuery::Term> terms
        = query.search.isEmpty() ? QList<SearchQuery::Term>() : makeFilter(m_db, query, m_now, WordSearch::Left).terms;
    QList<ConversationRow> out;
    for (const ConversationId id : ids) {
        if (std::optional<ConversationRow> found = row(id, query.order)) {
            if (!terms.isEmpty())
                addSnippet(*found, terms);
            out.append(*found);
        }
    }
    return out;
}

std::optional<ConversationRow> ListReader::row(ConversationId id, ListOrder order)
{
    std::optional<ConversationRow> out;
    {
        Query q = m_db.query("SELECT " + rankOf(order) + kListColumns + "WHERE c.id = ?");
        q.bind(id);
        if (!q.next())
            return std::nullopt;
        out = readRow(q, m_now);
    }
    out->accounts = accountsOf(id);
    out->labels = m_labels.of(id);
    return out;
}

QList<AccountId> ListReader::accountsOf(ConversationId id)
{
    QList<AccountId> out;
    Query q = m_db.query("SELECT account FROM conversation_accounts WHERE conversation = ? AND messages > 0 "
                         "ORDER BY last_at DESC, account LIMIT ?");
    q.bind(id, kMaxAccountsOfRow);
    while (q.next())
        out.append(q.id<AccountId>(0));
    return out;
}

void ListReader::addSnippet(ConversationRow &row, const QList<SearchQuery::Term> &terms)
{
    Query q = m_db.query("SELECT x.packed, m.subject, m.from_name || ' <' || m.from_address || '>' "
                         "FROM messages m JOIN contents x ON x.message = m.id WHERE m.conversation = ? "
                         "AND m.list_class IN (1, 2, 3) ORDER BY m.at DESC LIMIT ?");
    q.bind(row.id, kSnippetMessages);
    QString fallback;
    while (q.next()) {
        row.snippet = snippetOf(readableText(q.bytes(0)), terms);
        if (!row.snippet.isEmpty())
            return;
        for (const int column : {1, 2}) {
            if (fallback.isEmpty())
                fallback = snippetOf(q.text(column), terms);
        }
    }
    Query note = m_db.query("SELECT note FROM conversations WHERE id = ? AND note <> ''");
    note.bind(row.id);
    if (fallback.isEmpty() && note.next())
        row.snippet = snippetOf(note.text(0), terms);
    row.snippetIsNote = !row.snippet.isEmpty();
    if (row.snippet.isEmpty())
        row.snippet = fallback;
}

QList<ListKey> ListReader::membership(const QList<ConversationId> &ids, const ListQuery &query)
{
    ListFilter filter = makeFilter(m_db, query, m_now, WordSearch::Left);
    filter.where += " AND c.id = ?";
    std::optional<WordMatcher> words;
    if (!filter.terms.isEmpty())
        words.emplace(m_db, filter);
    QList<ListKey> out;
    for (const ConversationId id : ids) {
        Query q = prepare("SELECT " + rankOf(query.order) + ", c.id " + filter.from + filter.where, filter);
        q.bind(id);
        if (q.next() && (!words || words->hasWords(id)))
            out.append({q.number(0), q.id<ConversationId>(1)});
    }
    std::sort(out.begin(), out.end(), std::greater<>());
    return out;
}

qint64 ListReader::count(const ListQuery &query)
{
    const ListFilter filter = makeFilter(m_db, query, m_now);
    Query q = prepare("SELECT count(*) " + filter.from + filter.where, filter);
    return q.next() ? q.number(0) : 0;
}

Counts ListReader::counts()
{
    Counts counts;
    for (int scope = 0; scope <= int(Scope::Archived); ++scope)
        counts.byScope.insert(scope, count({Scope(scope), {}, {}, {}}));
    for (int category = 0; category <= int(Category::Bounce); ++category)
        counts.byCategory.insert(category, count({Scope::All, {}, Category(category), {}}));
    const QList<OwnCategory> own = CategoryReader(m_db).own();
    for (const OwnCategory &category : own)
        counts.byCategory.insert(int(category.category), count({Scope::All, {}, category.category, {}}));
    // CROSS JOIN: few conversations are unread, the index of their list names them.
    Query unread = m_db.query("SELECT ca.account, count(*) FROM conversations c "
                              "CROSS JOIN conversation_accounts ca ON ca.conversation = c.id "
                              "WHERE c.in_unread = 1 AND ca.unread > 0 GROUP BY ca.account");
    while (unread.next())
        counts.unreadByAccount.insert(unread.id<AccountId>(0), unread.number(1));
    Query messages = m_db.query("SELECT account, count(*) FROM messages GROUP BY account");
    while (messages.next())
        counts.messagesByAccount.insert(messages.id<AccountId>(0), messages.number(1));
    return counts;
}

} // namespace inlet::store
