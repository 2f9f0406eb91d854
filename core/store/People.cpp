// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/People.h"

namespace inlet::store
{

std::optional<Person> People::read(Query &query)
{
    if (!query.next())
        return std::nullopt;
    return Person{query.number(0), query.text(1), query.number(2), query.number(3), query.integer(4),
        query.id<ConversationId>(5)};
}

std::optional<Person> People::find(const QString &address)
{
    Query q = m_context.db.query(
        "SELECT id, address, first_out, first_in, decision, conversation FROM people WHERE address = ?");
    q.bind(address);
    return read(q);
}

Person People::ensure(const QString &address, const QString &name)
{
    const QString shown = cleaned(name, 200);
    std::optional<Person> person = find(address);
    if (!person) {
        m_context.db.change("INSERT INTO people (address, name) VALUES (?, ?)", address, shown);
        return Person{m_context.db.lastId(), address, 0, 0, 0, {}};
    }
    if (!shown.isEmpty())
        m_context.db.change("UPDATE people SET name = ? WHERE id = ? AND name = ''", shown, person->id);
    return *person;
}

void People::noteWritten(Person &person, qint64 at)
{
    if (person.firstOut != 0 && person.firstOut <= at)
        return;
    person.firstOut = at;
    m_context.db.change("UPDATE people SET first_out = ? WHERE id = ?", at, person.id);
}

void People::noteApproached(Person &person, qint64 at)
{
    if (person.firstIn != 0 && person.firstIn <= at)
        return;
    person.firstIn = at;
    m_context.db.change("UPDATE people SET first_in = ? WHERE id = ?", at, person.id);
}

void People::know(Person &person, ConversationId conversation)
{
    person.conversation = conversation;
    m_context.db.change(
        "UPDATE people SET conversation = nullif(?, 0) WHERE id = ?", conversation, person.id);
}

QList<Person> People::knownIn(ConversationId conversation)
{
    QList<Person> out;
    Query q = m_context.db.query(
        "SELECT id, address, first_out, first_in, decision, conversation FROM people WHERE conversation = ?");
    q.bind(conversation);
    while (std::optional<Person> person = read(q))
        out.append(*person);
    return out;
}

void People::takePart(const Person &person, ConversationId conversation)
{
    m_context.db.change(
        "INSERT OR IGNORE INTO participants (person, conversation) VALUES (?, ?)", person.id, conversation);
}

bool People::takesPart(const Person &person, ConversationId conversation)
{
    return m_context.db.number("SELECT 1 FROM participants WHERE person = ? AND conversation = ?", 0, person.id,
               conversation)
        != 0;
}

} // namespace inlet::store
