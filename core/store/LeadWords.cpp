// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LeadWords.h"

namespace inlet::store
{

namespace
{

constexpr qsizetype kMostListed = 3; ///< each doubles the condition

} // namespace

QList<qsizetype> termsInLists(Connection &db, const QList<SearchQuery::Term> &terms)
{
    QList<qsizetype> out;
    if (db.number("SELECT 1 FROM leads LIMIT 1", 0) == 0)
        return out;
    for (qsizetype i = 0; i < terms.size() && out.size() < kMostListed; ++i) {
        const SearchQuery::Term &term = terms.at(i);
        if (term.field == SearchQuery::Field::Any
            && db.number("SELECT 1 FROM lead_index WHERE lead_index MATCH ? LIMIT 1", 0, matchExpression({term})) != 0)
            out.append(i);
    }
    return out;
}

WordCondition conditionFor(const QList<SearchQuery::Term> &terms, const QList<qsizetype> &listed, const std::string &bounds,
    const QVariantList &boundValues)
{
    WordCondition out;
    // Each way to have some of them from the list and the rest from one message.
    for (unsigned fromList = 0; fromList < 1U << unsigned(listed.size()); ++fromList) {
        QList<SearchQuery::Term> inMail;
        std::string part;
        for (qsizetype i = 0; i < terms.size(); ++i) {
            const qsizetype place = listed.indexOf(i);
            if (place < 0 || (fromList >> unsigned(place) & 1U) == 0) {
                inMail.append(terms.at(i));
                continue;
            }
            part += std::string(kOfListedLead) + " AND ";
            out.values.append(matchExpression({terms.at(i)}));
        }
        if (inMail.isEmpty()) {
            part += "EXISTS (SELECT 1 FROM messages m WHERE m.conversation = c.id AND m.list_class > 0" + bounds + ")";
        } else {
            part += "c.id IN (SELECT m.conversation FROM message_index i CROSS JOIN messages m "
                    "ON m.id = i.rowid WHERE i.message_index MATCH ? AND m.list_class > 0" + bounds + ")";
            out.values.append(matchExpression(inMail));
        }
        out.values.append(boundValues);
        out.sql += (out.sql.empty() ? "(" : " OR (") + part + ")";
    }
    out.sql = "(" + out.sql + ")";
    return out;
}

} // namespace inlet::store
