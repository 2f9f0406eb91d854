// SPDX-License-Identifier: GPL-3.0-or-later
// Who is the same person. The other decisions are in TriageTable.cpp.
#include "store/ConversationShape.h"
#include "store/Joining.h"
#include "store/TriageTable.h"

namespace inlet::store
{

/// From now on both addresses are known in one conversation.
void TriageTable::joinPeople(ConversationId conversation, const TriageAction &action)
{
    ConversationShape shape(m_context, m_aggregates);
    People people(m_context);
    QList<Person> persons;
    {
        Query q = m_context.db.query("SELECT who_address FROM conversations WHERE id = ?1 OR id = ?2");
        q.bind(conversation, action.with);
        QStringList addresses{addressKey(action.address)};
        while (q.next())
            addresses.append(addressKey(q.text(0)));
        addresses.removeDuplicates();
        for (const QString &address : std::as_const(addresses)) {
            if (!address.isEmpty() && !isOwnAddress(m_context, address))
                persons.append(people.ensure(address, {}));
        }
    }
    for (const Person &person : std::as_const(persons))
        rememberPerson(person.id);
    ConversationId kept = conversation;
    if (action.with.isValid() && action.with != conversation && shape.exists(action.with)) {
        if (m_step.isValid())
            record(action.with, action);
        kept = Joining(m_context, m_aggregates).join(m_step, conversation, action.with);
    }
    if (!shape.isProspect(kept) && !persons.isEmpty())
        shape.setProspect(kept, persons.first().id);
    for (Person &person : persons)
        people.know(person, kept);
    m_aggregates.touch(kept);
}

} // namespace inlet::store
