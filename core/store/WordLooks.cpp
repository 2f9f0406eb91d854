// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WordLooks.h"

#include <algorithm>
#include <cmath>

namespace inlet::store
{

namespace
{

// Measured: a match among all of them takes about 4 us, a look into one message 60 us.
constexpr int kMatchesALook = 15;
/// Looks after which a guess is made how many the whole page will take.
constexpr qint64 kTrialLooks = 100;

/// A page takes as many looks as there are messages for `limit` matches; that and reading all matches
/// cost the same where the square of the matches is 15 * limit times the messages.
qint64 enoughMatches(Connection &db, int limit)
{
    const double messages = double(db.number("SELECT seq FROM sqlite_sequence WHERE name = 'messages'", 0));
    return qint64(std::sqrt(kMatchesALook * limit * messages)) + limit;
}

/// Prefixes are always read as a whole: each look would put their words together anew.
bool hasPrefix(const QList<SearchQuery::Term> &terms)
{
    return std::any_of(terms.begin(), terms.end(), [](const SearchQuery::Term &term) { return term.prefix; });
}

bool matchesOften(Connection &db, const QString &expression, qint64 enough)
{
    return db.number("SELECT count(*) FROM (SELECT 1 FROM message_index WHERE message_index MATCH ? LIMIT ?)", 0,
               expression, enough)
        == enough;
}

} // namespace

std::optional<QList<ConversationId>> firstRowsWithWords(Connection &db, const ListFilter &filter, int limit)
{
    if (filter.wordValues.isEmpty() || filter.terms.isEmpty() || limit <= 0 || hasPrefix(filter.terms))
        return std::nullopt;
    const qint64 enough = enoughMatches(db, limit);
    if (!matchesOften(db, filter.wordValues.first().toString(), enough))
        return std::nullopt;
    const qint64 mostLooks = enough / kMatchesALook;
    const std::string look = "SELECT 1 FROM messages m CROSS JOIN message_index i WHERE m.conversation = ? "
                             "AND i.rowid = m.id AND i.message_index MATCH ? AND m.list_class > 0"
        + filter.wordBounds + " LIMIT 1";
    Query rows = db.once("SELECT c.id, c.n_human + c.n_own + c.n_machine " + filter.from + filter.where
        + " ORDER BY c.sort_at DESC, c.id DESC");
    filter.bindTo(rows);
    QList<ConversationId> found;
    qint64 looks = 0;
    while (found.size() < limit && rows.next()) {
        const qint64 messages = std::max<qint64>(1, rows.number(1));
        looks += messages;
        const bool unlikely = looks > kTrialLooks && looks * limit > mostLooks * std::max<qint64>(1, found.size());
        if (looks > mostLooks || unlikely)
            return std::nullopt;
        Query q = db.query(look);
        q.add(rows.id<ConversationId>(0));
        bindValues(q, filter.wordValues);
        if (q.next())
            found.append(rows.id<ConversationId>(0));
    }
    return found;
}

} // namespace inlet::store
