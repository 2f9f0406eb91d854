// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ManyFound.h"

#include <sqlite3.h>

#include <limits>

namespace inlet::store
{

namespace
{

/// One of so many messages: a look for each match costs as much as the pass with a warm file cache, and far more from the disk.
constexpr qint64 kOneOf = 100;

qint64 lastOf(Connection &db, const char *table)
{
    return db.number("SELECT seq FROM sqlite_sequence WHERE name = ?", 0, QLatin1String(table));
}

void mark(std::vector<bool> &marks, qint64 number)
{
    if (std::size_t(number) >= marks.size())
        marks.resize(std::size_t(number) + 1);
    marks[std::size_t(number)] = true;
}

} // namespace

std::optional<std::string> ManyFound::condition(Connection &db, const Wanted &wanted)
{
    ManyFound &found = db.kept<ManyFound>();
    const auto version = db.version();
    if (found.m_version != version || !(found.m_wanted == wanted)) {
        found.m_version = {-1, -1}; // an interrupted reading is none
        ++found.m_turn;
        found.m_isMany = found.read(db, wanted);
        found.m_wanted = wanted;
        found.m_version = version;
    }
    if (!found.m_isMany)
        return std::nullopt;
    if (!std::exchange(found.m_isKnown, true))
        sqlite3_create_function_v2(db.handle(), "inlet_found", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, &found, &ManyFound::answer, nullptr, nullptr, nullptr);
    return "inlet_found(c.id, " + std::to_string(found.m_turn) + ")";
}

void ManyFound::answer(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *found = static_cast<const ManyFound *>(sqlite3_user_data(context));
    if (sqlite3_value_int64(values[1]) != found->m_turn) {
        sqlite3_result_error(context, "the words of another search", -1);
        return;
    }
    const auto conversation = std::size_t(sqlite3_value_int64(values[0]));
    sqlite3_result_int(context, conversation < found->m_conversations.size() && found->m_conversations[conversation] ? 1 : 0);
}

/// False: not many.
bool ManyFound::read(Connection &db, const Wanted &wanted)
{
    m_conversations.clear();
    std::vector<bool> matches(std::size_t(lastOf(db, "messages")) + 1);
    qint64 count = 0;
    {
        Query q = db.query("SELECT rowid FROM message_index WHERE message_index MATCH ?");
        q.add(wanted.expression);
        for (; q.next(); ++count)
            mark(matches, q.number(0));
    }
    if (count * kOneOf <= qint64(matches.size()))
        return false;
    m_conversations.resize(std::size_t(lastOf(db, "conversations")) + 1);
    Query q = db.query("SELECT id, conversation FROM messages INDEXED BY messages_conversation WHERE +list_class > 0 AND +at >= ? AND +at < ?");
    q.bind(wanted.since, wanted.before.value_or(std::numeric_limits<qint64>::max()));
    while (q.next()) {
        const auto message = std::size_t(q.number(0));
        if (message < matches.size() && matches[message])
            mark(m_conversations, q.number(1));
    }
    return true;
}

} // namespace inlet::store
