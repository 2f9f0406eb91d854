// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted of a list beside its rows. The rows are in ListReader.cpp.
#include "store/Codec_p.h"
#include "store/ConversationReader.h"
#include "store/Operations.h"

#include <QSet>

namespace inlet::store
{

namespace
{

/// Decisions after which a conversation counts as handled. The words are those of nameOf(TriageVerb).
constexpr const char *kDecidedToday
    = "SELECT d.message_id, d.argument FROM decisions d WHERE d.at >= ? AND d.message_id <> '' "
      "AND d.author = (SELECT value FROM meta WHERE key = 'profile') AND d.verb IN ('archive', 'delete', 'junk', "
      "'categorize', 'sort-away', 'snooze', 'mute', 'move-to-other') "
      "AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.takes_back = d.id)";
/// How many of the oldest conversations are asked for their first mail: an old one may have a wrong date.
constexpr int kOldest = 20;
constexpr qint64 kRecentDays = 30;

} // namespace

/// One pass over the list; the whole of it also where it is narrowed to one category.
SplitCounts ListReader::splits(const ListQuery &query)
{
    ListQuery whole = query;
    whole.category.reset();
    const ListFilter filter = makeFilter(m_db, whole, m_now);
    Query q = prepare("SELECT c.category, count(*) " + filter.from + filter.where + " GROUP BY c.category", filter);
    SplitCounts counts;
    while (q.next())
        counts.insert(q.integer(0), q.number(1));
    return counts;
}

ListFacts ListReader::facts(const ListQuery &query)
{
    ListFacts facts;
    const ListQuery snoozed{.scope = Scope::Snoozed, .account = query.account, .category = {}, .search = {}};
    {
        const ListFilter filter = makeFilter(m_db, snoozed, m_now);
        Query q = prepare("SELECT min(c.snoozed_until) " + filter.from + filter.where, filter);
        if (q.next() && !q.isNull(0))
            facts.nextWake = fromMs(q.number(0));
    }
    facts.unsorted = count({.scope = Scope::Unread, .account = query.account, .category = Category::Unsorted, .search = {}});
    if (!query.search.trimmed().isEmpty()) {
        ListQuery everywhere{.scope = query.scope, .account = {}, .category = {}, .search = query.search};
        everywhere.everywhere = true;
        facts.everywhere = count(everywhere);
    }
    countHandled(facts);
    facts.oldest = oldestMail(query.account);
    facts.recentBounces = m_db.number("SELECT count(*) FROM bounces WHERE at >= ?1 AND (?2 = 0 OR account = ?2)", 0,
        m_now - kRecentDays * 24 * 3600 * 1000, query.account);
    facts.changesWaiting = OperationReader(m_db).count();
    facts.firstSync = unfinishedMailboxes();
    return facts;
}

/// An answer and a decision about the same conversation count once.
void ListReader::countHandled(ListFacts &facts)
{
    const qint64 today = fromMs(m_now).toLocalTime().date().startOfDay().toMSecsSinceEpoch();
    QSet<QString> decided;
    QSet<QString> meetings;
    {
        Query q = m_db.query(kDecidedToday);
        q.bind(today);
        while (q.next()) {
            decided.insert(q.text(0));
            if (q.text(1) == nameOf(Category::MeetingRequest))
                meetings.insert(q.text(0));
        }
    }
    facts.handledToday = decided.size();
    facts.meetingsToday = meetings.size();
    QSet<qint64> answered;
    {
        Query q = m_db.query("SELECT conversation, created_at, state FROM ledger ORDER BY id DESC");
        while (q.next() && q.number(1) >= today) {
            if (q.number(0) > 0 && LedgerState(q.integer(2)) != LedgerState::Cancelled)
                answered.insert(q.number(0));
        }
    }
    for (const qint64 conversation : std::as_const(answered)) {
        bool known = false;
        Query q = m_db.query("SELECT message_id FROM messages WHERE conversation = ?");
        q.bind(conversation);
        while (!known && q.next())
            known = decided.contains(q.text(0));
        facts.handledToday += known ? 0 : 1;
    }
}

QDateTime ListReader::oldestMail(AccountId account)
{
    const std::string listed = account.isValid()
        ? "SELECT ca.conversation FROM conversation_accounts ca WHERE ca.account = ?1 ORDER BY ca.last_at LIMIT ?2"
        : "SELECT c.id FROM conversations c WHERE c.listed = 1 AND ?1 = 0 ORDER BY c.sort_at, c.id LIMIT ?2";
    Query q = m_db.query("SELECT min(m.at) FROM messages m WHERE m.at > 0 AND m.conversation IN (" + listed + ")");
    q.bind(account, kOldest);
    return q.next() && !q.isNull(0) ? fromMs(q.number(0)) : QDateTime();
}

/// Their folders are read newest first; `history_done` is set when a folder's window has come to its end.
QList<AccountId> ListReader::unfinishedMailboxes()
{
    QList<AccountId> out;
    Query q = m_db.query("SELECT a.id FROM accounts a WHERE a.enabled = 1 "
                         "AND (NOT EXISTS (SELECT 1 FROM folders f WHERE f.account = a.id AND f.followed = 1) "
                         "OR EXISTS (SELECT 1 FROM folders f WHERE f.account = a.id AND f.followed = 1 AND f.history_done = 0)) "
                         "ORDER BY a.id");
    while (q.next())
        out.append(q.id<AccountId>(0));
    return out;
}

} // namespace inlet::store
