// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WordLooks.h"

#include "store/ManyFound.h"
#include "store/NoteBook.h"
#include "store/WordMatcher.h"

#include <algorithm>
#include <string>
#include <vector>

namespace inlet::store
{

namespace
{

// Measured, in us: a match read from the index 0.25, with its conversation 4; a conversation looked up among
// the matches that were read 8, a message read and split into words 40.
constexpr int kMatchesALook = 2;
/// Fewer are read with their conversations in no time.
constexpr qint64 kFewMatches = 2000;
/// Looks after which a guess is made how many the whole page will take.
constexpr qint64 kTrialLooks = 100;
/// Messages that are read at most before the index is asked: 40 ms.
constexpr qint64 kMostTexts = 1000;

/// Rows of the list that are passed in the time in which one conversation is looked up, with a warm file cache.
constexpr qint64 kPassedALook = 16;

/// Numbers of the messages that match.
struct Matches {
    std::vector<bool> isMatch;
    qint64 count = 0;

    /// Also for a message that came after the matches were read.
    [[nodiscard]] bool contains(qint64 message) const
    {
        return std::size_t(message) < isMatch.size() && isMatch[std::size_t(message)];
    }
};

Matches readMatches(Connection &db, const QString &expression)
{
    Matches matches;
    matches.isMatch.resize(std::size_t(db.number("SELECT seq FROM sqlite_sequence WHERE name = 'messages'", 0)) + 1);
    Query q = db.query("SELECT rowid FROM message_index WHERE message_index MATCH ?");
    q.add(expression);
    while (q.next()) {
        const auto message = std::size_t(q.number(0));
        if (message >= matches.isMatch.size())
            matches.isMatch.resize(message + 1);
        matches.isMatch[message] = true;
        ++matches.count;
    }
    return matches;
}

/// One conversation: has a message all the words, by the matches that were read, and is it in the bounds?
class MatchLooker
{
public:
    MatchLooker(Connection &db, const ListFilter &filter, const Matches &matches)
        : m_db(db)
        , m_matches(matches)
        , m_bounds(filter.wordValues.mid(1))
        , m_sql("SELECT m.id FROM messages m WHERE m.conversation = ? AND m.list_class > 0" + filter.wordBounds)
    {
    }

    bool hasWords(ConversationId conversation)
    {
        Query q = m_db.query(m_sql);
        q.add(conversation);
        bindValues(q, m_bounds);
        while (q.next()) {
            ++m_looks;
            if (m_matches.contains(q.number(0)))
                return true;
        }
        return false;
    }
    [[nodiscard]] qint64 looks() const { return m_looks; }
    /// Of a row, besides its number: these are found in an index and cost next to nothing.
    static constexpr const char *kMessages = "0";

private:
    Connection &m_db;
    const Matches &m_matches;
    const QVariantList m_bounds;
    const std::string m_sql;
    qint64 m_looks = 0;
};

/// Goes through the newest rows until the page is full; nullopt: it would take more than `mostLooks`
/// messages, or most likely so.
template <typename Looker>
std::optional<QList<ConversationId>> lookForPage(
    Connection &db, const ListFilter &filter, int limit, qint64 mostLooks, Looker &looker)
{
    Query rows = db.once(std::string("SELECT c.id, ") + Looker::kMessages + " " + filter.from + filter.where + " ORDER BY c.sort_at DESC, c.id DESC");
    filter.bindTo(rows);
    QList<ConversationId> found;
    qint64 passed = 0; // rows without messages cost as well
    while (found.size() < limit && rows.next()) {
        // What was looked at, not what is there: of a long conversation mostly the first message has the words.
        const qint64 looks = looker.looks() + ++passed;
        const bool unlikely = looks > kTrialLooks && looks * limit > mostLooks * std::max<qint64>(1, found.size());
        if (looks + rows.number(1) > mostLooks || unlikely)
            return std::nullopt;
        const auto conversation = rows.id<ConversationId>(0);
        if (looker.hasWords(conversation))
            found.append(conversation);
    }
    return found;
}

/// Conversations with a message that matches and is in the bounds.
QList<qint64> conversationsOf(Connection &db, const ListFilter &filter, const Matches &matches)
{
    QList<qint64> out;
    const std::string sql = "SELECT m.conversation FROM messages m WHERE m.id = ? AND m.list_class > 0" + filter.wordBounds;
    const QVariantList bounds = filter.wordValues.mid(1);
    for (std::size_t message = 0; message < matches.isMatch.size(); ++message) {
        if (!matches.isMatch[message])
            continue;
        Query q = db.query(sql);
        q.add(qint64(message));
        bindValues(q, bounds);
        if (q.next())
            out.append(q.number(0));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// The newest rows of those conversations: by passing the list, which is in an index, or by looking up each.
QList<ConversationId> newestOf(Connection &db, const ListFilter &filter, int limit, const QList<qint64> &wanted)
{
    QList<ConversationId> found;
    const qint64 many = wanted.size();
    if (filter.onlyWords && many * many * kPassedALook > db.number("SELECT seq FROM sqlite_sequence WHERE name = 'conversations'", 0) * limit) {
        Query rows = db.once("SELECT c.id " + filter.from + filter.where + " ORDER BY c.sort_at DESC, c.id DESC");
        filter.bindTo(rows);
        while (found.size() < limit && rows.next()) {
            if (std::binary_search(wanted.begin(), wanted.end(), rows.number(0)))
                found.append(rows.id<ConversationId>(0));
        }
        return found;
    }
    Query rows = db.once("SELECT c.id " + filter.from + filter.where + " AND c.id IN (SELECT value FROM json_each(?)) ORDER BY +c.sort_at DESC, c.id DESC LIMIT ?");
    filter.bindTo(rows);
    rows.bind(jsonList(wanted), limit);
    while (rows.next())
        found.append(rows.id<ConversationId>(0));
    return found;
}

} // namespace

std::optional<QList<ConversationId>> firstRowsWithWords(Connection &db, const ListFilter &filter, int limit)
{
    if (filter.terms.isEmpty() || limit <= 0)
        return std::nullopt;
    WordMatcher texts(db, filter);
    if (auto found = lookForPage(db, filter, limit, kMostTexts, texts))
        return found;
    if (!filter.besideTerms.isEmpty())
        return std::nullopt; // the matches know nothing of lists and notes
    const Matches matches = readMatches(db, filter.wordValues.first().toString());
    if (matches.count >= kFewMatches) {
        MatchLooker looker(db, filter, matches);
        if (auto found = lookForPage(db, filter, limit, matches.count / kMatchesALook, looker))
            return found;
    }
    if (matches.count * ManyFound::kOneOf > qint64(matches.isMatch.size()))
        return std::nullopt; // they have a way of their own
    return newestOf(db, filter, limit, conversationsOf(db, filter, matches));
}

} // namespace inlet::store
