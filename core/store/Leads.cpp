// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Leads.h"

#include "store/ConversationShape.h"

namespace inlet::store
{

namespace
{

constexpr qsizetype kMaxValue = 500;
constexpr qsizetype kMaxFieldName = 100;
constexpr qsizetype kMaxFields = 60;

/// The new value where there is one.
QString merged(const QString &before, const QString &after)
{
    const QString value = cleaned(after, kMaxValue).trimmed();
    return value.isEmpty() ? before : value;
}

QList<LeadField> mergedFields(QList<LeadField> fields, const QList<LeadField> &after)
{
    for (const LeadField &field : after) {
        const LeadField wanted{cleaned(field.name, kMaxFieldName).trimmed(), cleaned(field.value, kMaxValue).trimmed()};
        if (wanted.name.isEmpty() || wanted.value.isEmpty())
            continue;
        const auto known = std::find_if(fields.begin(), fields.end(),
            [&](const LeadField &one) { return one.name.compare(wanted.name, Qt::CaseInsensitive) == 0; });
        if (known != fields.end())
            known->value = wanted.value;
        else if (fields.size() < kMaxFields)
            fields.append(wanted);
    }
    return fields;
}

Lead mergedLead(const Lead &before, const Lead &after)
{
    return {addressKey(after.address), merged(before.firstName, after.firstName), merged(before.lastName, after.lastName),
        merged(before.company, after.company), merged(before.title, after.title), merged(before.phone, after.phone),
        merged(before.web, after.web), merged(before.city, after.city), merged(before.timeZone, after.timeZone),
        merged(before.campaign, after.campaign), mergedFields(before.fields, after.fields)};
}

} // namespace

Lead LeadReader::of(const QString &address)
{
    Lead lead;
    qint64 id = 0;
    {
        Query q = m_db.query("SELECT id, address, first_name, last_name, company, title, phone, web, city, time_zone, "
                             "campaign FROM leads WHERE address = ?");
        q.bind(addressKey(address));
        if (!q.next())
            return lead;
        id = q.number(0);
        lead = {q.text(1), q.text(2), q.text(3), q.text(4), q.text(5), q.text(6), q.text(7), q.text(8), q.text(9), q.text(10), {}};
    }
    Query q = m_db.query("SELECT name, value FROM lead_fields WHERE lead = ? ORDER BY position");
    q.bind(id);
    while (q.next())
        lead.fields.append({q.text(0), q.text(1)});
    return lead;
}

QSet<QString> LeadReader::known(const QStringList &addresses)
{
    QSet<QString> out;
    for (const QString &address : addresses) {
        const QString key = addressKey(address);
        if (m_db.number("SELECT 1 FROM leads WHERE address = ?", 0, key) != 0)
            out.insert(key);
    }
    return out;
}

void LeadTable::import(const Lead &lead, LeadCounts &counts)
{
    const QString address = addressKey(lead.address);
    if (address.isEmpty() || isOwnAddress(m_context, address))
        return;
    const Lead before = LeadReader(m_context.db).of(address);
    const Lead after = mergedLead(before, lead);
    if (before.isEmpty())
        ++counts.added;
    else
        ++(after == before ? counts.unchanged : counts.updated);
    const bool changed = store(before, after);
    makeProspect(after, counts);
    if (!changed)
        return;
    const ConversationId conversation(
        m_context.db.number("SELECT ifnull(conversation, 0) FROM people WHERE address = ?", 0, address));
    if (conversation.isValid())
        m_context.changes.conversations.insert(conversation); // its row shows the company
}

bool LeadTable::store(const Lead &before, const Lead &after)
{
    if (after == before)
        return false;
    Connection &db = m_context.db;
    db.change("INSERT INTO leads (address, first_name, last_name, company, title, phone, web, city, time_zone, campaign, "
              "imported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET "
              "first_name = excluded.first_name, last_name = excluded.last_name, company = excluded.company, "
              "title = excluded.title, phone = excluded.phone, web = excluded.web, city = excluded.city, "
              "time_zone = excluded.time_zone, campaign = excluded.campaign, imported_at = excluded.imported_at",
        after.address, after.firstName, after.lastName, after.company, after.title, after.phone, after.web, after.city,
        after.timeZone, after.campaign, m_context.now);
    const qint64 id = db.number("SELECT id FROM leads WHERE address = ?", 0, after.address);
    index(id, before, after);
    if (after.fields == before.fields)
        return true;
    db.change("DELETE FROM lead_fields WHERE lead = ?", id);
    for (qsizetype position = 0; position < after.fields.size(); ++position) {
        const LeadField &field = after.fields.at(position);
        db.change("INSERT INTO lead_fields (lead, position, name, value) VALUES (?, ?, ?, ?)", id, position, field.name, field.value);
    }
    return true;
}

void LeadTable::index(qint64 id, const Lead &before, const Lead &after)
{
    if (!before.isEmpty() && before.company == after.company && before.campaign == after.campaign)
        return;
    if (!before.isEmpty())
        m_context.db.change("INSERT INTO lead_index (lead_index, rowid, company, campaign) VALUES ('delete', ?, ?, ?)", id, before.company, before.campaign);
    m_context.db.change("INSERT INTO lead_index (rowid, company, campaign) VALUES (?, ?, ?)", id, after.company, after.campaign);
}

void LeadTable::makeProspect(const Lead &lead, LeadCounts &counts)
{
    People people(m_context);
    Person person = people.ensure(lead.address, (lead.firstName + QLatin1Char(' ') + lead.lastName).trimmed());
    if (person.decision < 0)
        return; // what the rep said holds
    if (person.decision == 0)
        m_context.db.change("UPDATE people SET decision = 1 WHERE id = ?", person.id);
    if (person.conversation.isValid())
        return;
    ConversationShape shape(m_context, m_aggregates);
    const QList<ConversationId> threads = shape.otherMailOf(person);
    if (threads.isEmpty())
        return; // no mail yet
    shape.promote(person);
    counts.moved += threads.size();
}

} // namespace inlet::store
