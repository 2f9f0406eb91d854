// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RecipientWatch.h"

#include "engine/Engine.h"
#include "ui/Phrases.h"

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kAgainMs = 300; ///< a burst of changes is one look

bool isNo(const store::ConversationRow &row)
{
    return row.category == store::Category::DoNotContact || row.category == store::Category::NotInterested;
}

/// A row is there because of a person or of a company: the address tells which.
bool isSamePerson(const store::ConversationRow &row, const QStringList &addresses)
{
    if (addresses.contains(row.prospectAddress, Qt::CaseInsensitive))
        return true;
    const QString company = phrases::company(row.prospectAddress);
    return company.isEmpty() || std::none_of(addresses.cbegin(), addresses.cend(), [&company](const QString &address) {
        return phrases::company(address).compare(company, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

RecipientWatch::RecipientWatch(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kAgainMs);
    connect(&m_again, &QTimer::timeout, this, &RecipientWatch::look);
    connect(&engine, &engine::Engine::changed, this, [this](const store::ChangeSet &changes) {
        if ((!changes.conversations.isEmpty() || changes.everything) && !m_again.isActive())
            m_again.start();
    });
}

void RecipientWatch::setQuery(const store::RecipientQuery &query)
{
    if (query == m_query)
        return;
    const bool others = query.addresses != m_query.addresses || query.conversation != m_query.conversation;
    m_query = query;
    if (others) {
        m_facts = {};
        Q_EMIT changed();
    }
    look();
}

void RecipientWatch::look()
{
    m_again.stop();
    if (m_query.addresses.isEmpty() && !m_query.conversation.isValid())
        return;
    m_engine.desk().fetchRecipientFacts(m_query, &m_context, [this, asked = m_query](const store::RecipientFacts &facts) {
        if (asked != m_query || facts == m_facts)
            return;
        m_facts = facts;
        Q_EMIT changed();
    });
}

QString otherConversationWords(const QList<store::ConversationRow> &others, const QStringList &addresses, const QDateTime &now)
{
    if (others.isEmpty())
        return {};
    const store::ConversationRow &row = others.first();
    const QString name = phrases::person(row.prospectName, row.prospectAddress);
    const QString who = isSamePerson(row, addresses) ? RecipientWatch::tr("%1 (same person)").arg(name)
                                                     : RecipientWatch::tr("%1 (same company)").arg(name);
    const QString when = phrases::spokenTime(row.lastAt, now);
    QString words;
    if (isNo(row))
        words = RecipientWatch::tr("%1 answered “%2” %3.").arg(who, phrases::category(row.category), when);
    else if (row.weWroteLast)
        words = RecipientWatch::tr("%1 has another open conversation; we wrote last, %2.").arg(who, when);
    else
        words = RecipientWatch::tr("%1 has another open conversation; they wrote last, %2.").arg(who, when);
    if (others.size() > 1)
        words += QLatin1Char(' ') + phrases::plural(others.size() - 1, RecipientWatch::tr("And 1 more."), RecipientWatch::tr("And %1 more."));
    return words;
}

bool saysNo(const QList<store::ConversationRow> &others)
{
    return !others.isEmpty() && isNo(others.first());
}

} // namespace inlet::ui
