// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ManyFound.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace inlet::store
{

namespace
{

/// As many as one search can ask for, see parseSearch(): those of one query must not drive each other out.
constexpr std::size_t kMostKept = 33;

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
    auto &kept = db.kept<ManyFound>();
    const Found &found = kept.keptOrRead(db, wanted);
    if (!found.isMany)
        return std::nullopt;
    if (!std::exchange(kept.m_isKnown, true))
        sqlite3_create_function_v2(db.handle(), "inlet_found", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, &kept, &ManyFound::answer, nullptr, nullptr, nullptr);
    return "inlet_found(c.id, " + std::to_string(found.turn) + ")";
}

const ManyFound::Found &ManyFound::keptOrRead(Connection &db, const Wanted &wanted)
{
    const auto version = db.version();
    for (const Found &one : m_found) {
        if (one.version == version && one.wanted == wanted)
            return one;
    }
    Found made = read(db, wanted); // an interrupted reading is none
    made.version = version;
    made.turn = ++m_turn;
    if (m_found.size() >= kMostKept)
        m_found.pop_front();
    m_found.push_back(std::move(made));
    return m_found.back();
}

void ManyFound::answer(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *kept = static_cast<const ManyFound *>(sqlite3_user_data(context));
    const qint64 turn = sqlite3_value_int64(values[1]);
    const auto found = std::find_if(kept->m_found.begin(), kept->m_found.end(), [turn](const Found &one) { return one.turn == turn; });
    if (found == kept->m_found.end()) {
        sqlite3_result_error(context, "the words of another search", -1);
        return;
    }
    const auto conversation = std::size_t(sqlite3_value_int64(values[0]));
    sqlite3_result_int(context, conversation < found->conversations.size() && found->conversations[conversation] ? 1 : 0);
}

ManyFound::Found ManyFound::read(Connection &db, const Wanted &wanted)
{
    Found out;
    out.wanted = wanted;
    std::vector<bool> matches(std::size_t(lastOf(db, "messages")) + 1);
    qint64 count = 0;
    {
        Query q = db.query("SELECT rowid FROM message_index WHERE message_index MATCH ?");
        q.add(wanted.expression);
        for (; q.next(); ++count)
            mark(matches, q.number(0));
    }
    if (count * kOneOf <= qint64(matches.size()))
        return out;
    out.isMany = true;
    out.conversations.resize(std::size_t(lastOf(db, "conversations")) + 1);
    Query q = db.query("SELECT id, conversation FROM messages INDEXED BY messages_conversation WHERE +list_class > 0 AND +at >= ? AND +at < ?");
    q.bind(wanted.since, wanted.before.value_or(std::numeric_limits<qint64>::max()));
    while (q.next()) {
        const auto message = std::size_t(q.number(0));
        if (message < matches.size() && matches[message])
            mark(out.conversations, q.number(1));
    }
    return out;
}

} // namespace inlet::store
