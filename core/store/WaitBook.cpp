// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WaitBook.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace inlet::store
{

namespace
{

constexpr qint64 kNever = 1LL << 52; ///< later than any time
constexpr qint64 kHotter = 1LL << 54; ///< between two degrees of heat
constexpr qint64 kNoWait = std::numeric_limits<qint64>::min(); ///< among the times since when
/// Two looks into an index each take as long as the whole book.
constexpr qsizetype kFewRows = 20'000;

struct Heat {
    Category category;
    int degree;
};
constexpr std::array kHeat = {Heat{Category::Interested, 3}, Heat{Category::MeetingRequest, 3}, Heat{Category::InformationRequest, 2}, Heat{Category::Unsorted, 1}};

int degreeOf(Category category)
{
    const auto *const found = std::find_if(kHeat.begin(), kHeat.end(), [category](const Heat &one) { return one.category == category; });
    return found == kHeat.end() ? 0 : found->degree;
}

} // namespace

std::string rankOf(ListOrder order)
{
    const std::string never = std::to_string(kNever);
    // A prospect who asks again waits since the first question.
    const std::string waiting
        = "iif(c.in_needs = 1, " + never + " - ifnull((SELECT min(w.at) FROM messages w WHERE w.conversation = c.id "
          "AND w.list_class = 1 AND w.at > ifnull((SELECT max(o.at) FROM messages o WHERE o.conversation = c.id "
          "AND o.list_class = 2), 0)), c.sort_at), c.sort_at - " + never + ")";
    switch (order) {
    case ListOrder::NewestFirst:
        break;
    case ListOrder::LongestWaiting:
        return waiting;
    case ListOrder::HottestFirst: {
        std::string degree = "CASE c.category";
        for (const Heat &heat : kHeat)
            degree += " WHEN " + std::to_string(int(heat.category)) + " THEN " + std::to_string(heat.degree);
        return "((" + degree + " ELSE 0 END) * " + std::to_string(kHotter) + " + " + waiting + ")";
    }
    }
    return "c.sort_at";
}

WaitBook &WaitBook::of(Connection &db)
{
    WaitBook &book = db.kept<WaitBook>();
    const auto version = db.version();
    if (book.m_version != version) {
        book.m_version = {-1, -1}; // an interrupted reading is none
        book.read(db);
        book.m_version = version;
    }
    return book;
}

bool WaitBook::isWorthIt(Connection &db)
{
    return db.number("SELECT count(*) FROM (SELECT 1 FROM conversations WHERE in_needs = 1 LIMIT ?)", 0, kFewRows + 1) > kFewRows;
}

void WaitBook::read(Connection &db)
{
    m_db = &db;
    m_heat.clear();
    m_longestFirst.clear();
    m_since.assign(std::size_t(db.number("SELECT seq FROM sqlite_sequence WHERE name = 'conversations'", 0)) + 1, kNoWait);
    Query waiting = db.query("SELECT id, sort_at FROM conversations WHERE in_needs = 1");
    qsizetype count = 0;
    for (; waiting.next(); ++count)
        m_since.at(std::size_t(waiting.number(0))) = waiting.number(1); // a reminder is due where nobody asks
    // Backwards: of each conversation our newest mail comes first, then theirs down to the first one after it.
    Query mails = db.query("SELECT conversation, list_class, at FROM messages INDEXED BY messages_conversation WHERE +list_class BETWEEN 1 AND 2 "
                           "ORDER BY conversation DESC, list_class DESC, at DESC");
    qint64 conversation = 0;
    qint64 ours = 0;
    while (mails.next()) {
        if (std::exchange(conversation, mails.number(0)) != mails.number(0))
            ours = 0;
        qint64 &since = m_since.at(std::size_t(conversation));
        if (since == kNoWait)
            continue;
        const qint64 at = mails.number(2);
        if (mails.integer(1) == 2)
            ours = std::max(ours, at);
        else if (at > ours)
            since = at;
    }
    m_longestFirst.reserve(std::size_t(count));
    for (std::size_t id = 0; id < m_since.size(); ++id) {
        if (m_since[id] != kNoWait)
            m_longestFirst.push_back({kNever - m_since[id], ConversationId(qint64(id))});
    }
    std::sort(m_longestFirst.begin(), m_longestFirst.end(), std::greater<>());
}

/// By the index of categories, in which the prospects of the inbox are.
void WaitBook::readHeat(Connection &db)
{
    m_heat.assign(m_since.size(), -1);
    Query q = db.query("SELECT id, category FROM conversations WHERE in_all = 1");
    while (q.next())
        m_heat.at(std::size_t(q.number(0))) = static_cast<signed char>(degreeOf(Category(q.integer(1))));
}

qint64 WaitBook::heatOf(ConversationId conversation)
{
    if (m_heat.empty())
        readHeat(*m_db);
    signed char &heat = m_heat.at(std::size_t(conversation.number()));
    if (heat < 0)
        heat = static_cast<signed char>(degreeOf(Category(m_db->number("SELECT category FROM conversations WHERE id = ?", 0, conversation))));
    return heat;
}

qint64 WaitBook::rank(const ListKey &newest, ListOrder order)
{
    const qint64 since = m_since.at(std::size_t(newest.id.number()));
    const qint64 waiting = since != kNoWait ? kNever - since : newest.sortAt - kNever;
    return order == ListOrder::HottestFirst ? heatOf(newest.id) * kHotter + waiting : waiting;
}

QList<ListKey> inOrder(Connection &db, const QList<ListKey> &newestFirst, ListOrder order, Rows rows)
{
    if (order == ListOrder::NewestFirst)
        return newestFirst;
    QList<ListKey> out = newestFirst;
    if (rows == Rows::Many) {
        WaitBook &book = WaitBook::of(db);
        for (ListKey &key : out)
            key.sortAt = book.rank(key, order);
    } else {
        const std::string sql = "SELECT " + rankOf(order) + " FROM conversations c WHERE c.id = ?";
        for (ListKey &key : out)
            key.sortAt = db.number(sql.c_str(), 0, key.id);
    }
    std::sort(out.begin(), out.end(), std::greater<>());
    return out;
}

QList<ListKey> inOrder(Connection &db, const QList<ListKey> &newestFirst, ListOrder order)
{
    return inOrder(db, newestFirst, order, newestFirst.size() > kFewRows ? Rows::Many : Rows::Few);
}

} // namespace inlet::store
