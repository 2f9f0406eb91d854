// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WordsBeside.h"

#include "store/NoteBook.h"

#include <QSet>

namespace inlet::store
{

namespace
{

constexpr qsizetype kMostBeside = 3; ///< each doubles the condition

/// As kOfListedLead, with those whose note has the word: `?` is a jsonList.
constexpr const char *kOfWordBeside
    = "c.id IN (SELECT p.conversation FROM lead_index i CROSS JOIN leads l ON l.id = i.rowid CROSS JOIN people p "
      "ON p.address = l.address WHERE i.lead_index MATCH ? AND p.conversation IS NOT NULL UNION ALL SELECT value FROM json_each(?))";

/// Notes that have all the words.
QList<qint64> wholeNotes(const NoteBook &notes, const QList<SearchQuery::Term> &terms)
{
    QList<qint64> out = notes.with(terms.first());
    for (const SearchQuery::Term &term : terms) {
        if (term.field != SearchQuery::Field::Any)
            return {};
        const QList<qint64> found = notes.with(term);
        const QSet<qint64> having(found.begin(), found.end());
        out.removeIf([&having](qint64 conversation) { return !having.contains(conversation); });
    }
    return out;
}

} // namespace

QList<qsizetype> termsBeside(Connection &db, const QList<SearchQuery::Term> &terms)
{
    QList<qsizetype> out;
    const NoteBook &notes = NoteBook::of(db);
    const bool leads = db.number("SELECT 1 FROM leads LIMIT 1", 0) != 0;
    for (qsizetype i = 0; i < terms.size() && out.size() < kMostBeside; ++i) {
        const SearchQuery::Term &term = terms.at(i);
        if (term.field != SearchQuery::Field::Any)
            continue;
        const bool listed
            = leads && db.number("SELECT 1 FROM lead_index WHERE lead_index MATCH ? LIMIT 1", 0, matchExpression({term})) != 0;
        if (listed || !notes.with(term).isEmpty())
            out.append(i);
    }
    return out;
}

WordCondition conditionFor(Connection &db, const QList<SearchQuery::Term> &terms, const QList<qsizetype> &beside,
    const std::string &bounds, const QVariantList &boundValues)
{
    WordCondition out;
    const std::string anyMessage = "EXISTS (SELECT 1 FROM messages m WHERE m.conversation = c.id AND m.list_class > 0" + bounds + ")";
    const auto addWay = [&](const std::string &part) {
        out.values.append(boundValues);
        out.sql += (out.sql.empty() ? "(" : " OR (") + part + ")";
    };
    // Each way to have some of them from beside and the rest from one message.
    for (unsigned chosen = 0; chosen < 1U << unsigned(beside.size()); ++chosen) {
        QList<SearchQuery::Term> inMail;
        std::string part;
        for (qsizetype i = 0; i < terms.size(); ++i) {
            const qsizetype place = beside.indexOf(i);
            if (place < 0 || (chosen >> unsigned(place) & 1U) == 0) {
                inMail.append(terms.at(i));
                continue;
            }
            part += std::string(kOfWordBeside) + " AND ";
            out.values << matchExpression({terms.at(i)}) << jsonList(NoteBook::of(db).with(terms.at(i)));
        }
        if (inMail.isEmpty()) {
            part += anyMessage;
        } else {
            part += "c.id IN (SELECT m.conversation FROM message_index i CROSS JOIN messages m "
                    "ON m.id = i.rowid WHERE i.message_index MATCH ? AND m.list_class > 0" + bounds + ")";
            out.values.append(matchExpression(inMail));
        }
        addWay(part);
    }
    if (terms.size() > kMostBeside && !beside.isEmpty()) {
        out.values.append(jsonList(wholeNotes(NoteBook::of(db), terms)));
        addWay(std::string(kOfNumbers) + " AND " + anyMessage);
    }
    out.sql = "(" + out.sql + ")";
    return out;
}

} // namespace inlet::store
