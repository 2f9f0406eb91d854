// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WordLooks.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inlet::store
{

namespace
{

// Measured, in us: a match read from the index 0.25, with its conversation 4; a message looked up among
// the matches that were read 8, in the index itself 60.
constexpr int kMatchesAnIndexLook = 15;
constexpr int kMatchesALook = 2;
/// Fewer are read with their conversations in no time.
constexpr qint64 kFewMatches = 2000;
/// Looks after which a guess is made how many the whole page will take.
constexpr qint64 kTrialLooks = 100;

/// Numbers of the messages that match, until there are too many.
struct Matches {
    std::vector<bool> isMatch;
    qint64 count = 0;
    bool all = true;

    /// Also for a message that came after the matches were read.
    [[nodiscard]] bool contains(qint64 message) const
    {
        return std::size_t(message) < isMatch.size() && isMatch[std::size_t(message)];
    }
};

/// For words so frequent that a page takes few looks, the index itself is asked: where the looks of both
/// ways cost what reading the matches does. Prefixes are read as a whole: each look would put their
/// words together anew.
qint64 mostMatches(const QList<SearchQuery::Term> &terms, qint64 messages, int limit)
{
    if (std::any_of(terms.begin(), terms.end(), [](const SearchQuery::Term &term) { return term.prefix; }))
        return messages + 1;
    return qint64(std::sqrt(208.0 * limit * double(messages))) + kFewMatches;
}

Matches readMatches(Connection &db, const QString &expression, qint64 messages, qint64 most)
{
    Matches matches;
    matches.isMatch.resize(std::size_t(messages) + 1);
    Query q = db.query("SELECT rowid FROM message_index WHERE message_index MATCH ?");
    q.add(expression);
    while (q.next()) {
        if (matches.count == most) {
            matches.all = false;
            break;
        }
        const auto message = std::size_t(q.number(0));
        if (message >= matches.isMatch.size())
            matches.isMatch.resize(message + 1);
        matches.isMatch[message] = true;
        ++matches.count;
    }
    return matches;
}

/// One conversation: has a message all the words, and is it in the bounds?
class Looker
{
public:
    Looker(Connection &db, const ListFilter &filter, Matches matches)
        : m_db(db)
        , m_matches(std::move(matches))
        , m_values(m_matches.all ? filter.wordValues.mid(1) : filter.wordValues)
    {
        m_sql = m_matches.all ? "SELECT m.id FROM messages m WHERE m.conversation = ?"
                              : "SELECT m.id FROM messages m CROSS JOIN message_index i WHERE m.conversation = ? "
                                "AND i.rowid = m.id AND i.message_index MATCH ?";
        m_sql += " AND m.list_class > 0" + filter.wordBounds;
    }

    [[nodiscard]] qint64 mostLooks() const
    {
        return m_matches.count / (m_matches.all ? kMatchesALook : kMatchesAnIndexLook);
    }

    bool hasWords(ConversationId conversation)
    {
        Query q = m_db.query(m_sql);
        q.add(conversation);
        bindValues(q, m_values);
        while (q.next()) {
            if (!m_matches.all || m_matches.contains(q.number(0)))
                return true;
        }
        return false;
    }

private:
    Connection &m_db;
    const Matches m_matches;
    const QVariantList m_values;
    std::string m_sql;
};

} // namespace

std::optional<QList<ConversationId>> firstRowsWithWords(Connection &db, const ListFilter &filter, int limit)
{
    if (filter.wordValues.isEmpty() || filter.terms.isEmpty() || limit <= 0)
        return std::nullopt;
    const qint64 messages = db.number("SELECT seq FROM sqlite_sequence WHERE name = 'messages'", 0);
    Matches matches = readMatches(
        db, filter.wordValues.first().toString(), messages, mostMatches(filter.terms, messages, limit));
    if (matches.count < kFewMatches)
        return std::nullopt;
    Looker looker(db, filter, std::move(matches));
    Query rows = db.once("SELECT c.id, c.n_human + c.n_own + c.n_machine " + filter.from + filter.where
        + " ORDER BY c.sort_at DESC, c.id DESC");
    filter.bindTo(rows);
    const qint64 mostLooks = looker.mostLooks();
    QList<ConversationId> found;
    qint64 looks = 0;
    while (found.size() < limit && rows.next()) {
        looks += std::max<qint64>(1, rows.number(1));
        const bool unlikely = looks > kTrialLooks && looks * limit > mostLooks * std::max<qint64>(1, found.size());
        if (looks > mostLooks || unlikely)
            return std::nullopt;
        const auto conversation = rows.id<ConversationId>(0);
        if (looker.hasWords(conversation))
            found.append(conversation);
    }
    return found;
}

} // namespace inlet::store
