// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Threading.h"

namespace inlet::store
{

namespace
{

/// A mail to more people than this is no correspondence with each of them.
constexpr qsizetype kMaxRecipients = 25;

} // namespace

Threading::Threading(WriteContext &context, Aggregates &aggregates)
    : m_context(context), m_shape(context, aggregates), m_people(context)
{
}

ConversationId Threading::place(const ThreadFacts &facts)
{
    ConversationId conversation;
    switch (facts.kind) {
    case triage::Kind::Own:
        conversation = placeOwn(facts);
        break;
    case triage::Kind::AutoReply:
    case triage::Kind::Bounce:
        conversation = placeAnswerOfMachine(facts);
        break;
    case triage::Kind::Other:
        conversation = placeList(facts);
        break;
    case triage::Kind::Human:
        conversation = placeHuman(facts);
        break;
    }
    conversation = joinFollowers(facts, conversation);
    registerKeys(facts, conversation);
    return conversation;
}

ConversationId Threading::placeHuman(const ThreadFacts &facts)
{
    const QString address = addressKey(facts.from.address);
    if (address.isEmpty()) {
        const ConversationId thread = byHeaders(facts);
        return thread.isValid() ? thread : m_shape.create();
    }
    Person person = m_people.ensure(address, facts.from.name);
    if (facts.parents.isEmpty())
        approached(person, facts.contactAt);
    ConversationId conversation = person.conversation;
    if (!conversation.isValid()) {
        conversation = byHeaders(facts);
        if (!conversation.isValid())
            conversation = m_shape.create();
        else if (person.decision >= 0 && m_shape.isProspect(conversation) && answersOurs(facts))
            m_people.know(person, conversation); // they answer from another address, or a colleague does
    }
    m_people.takePart(person, conversation);
    if (person.decision > 0 && !person.conversation.isValid() && !m_shape.isProspect(conversation))
        conversation = m_shape.promote(person); // of a list of leads
    return conversation;
}

void Threading::approached(Person &person, qint64 at)
{
    const bool before = person.isProspect();
    m_people.noteApproached(person, at);
    if (!before || person.isProspect() || !person.conversation.isValid())
        return;
    // We only answered them: their first mail was read after our answer.
    const ConversationId conversation = person.conversation;
    if (m_context.db.number("SELECT prospect_decision FROM conversations WHERE id = ?", 0, conversation) > 0)
        return;
    const QList<Person> known = m_people.knownIn(conversation);
    for (const Person &other : known) {
        if (other.id != person.id && other.isProspect())
            return;
    }
    m_shape.demote(conversation);
    person.conversation = {};
}

QList<Person> Threading::recipientsOf(const ThreadFacts &facts)
{
    QList<Person> out;
    for (const mime::Address &recipient : facts.recipients) {
        const QString address = addressKey(recipient.address);
        if (address.isEmpty() || isOwnAddress(m_context, address))
            continue;
        Person person = m_people.ensure(address, recipient.name);
        m_people.noteWritten(person, facts.contactAt);
        out.append(person);
        if (out.size() >= kMaxRecipients)
            break;
    }
    return out;
}

bool Threading::hasCopyTo(const ThreadFacts &facts, ConversationId conversation)
{
    if (!conversation.isValid())
        return false;
    const auto copies = facts.copies.first(std::min(facts.copies.size(), kMaxRecipients));
    return std::any_of(copies.begin(), copies.end(), [this, conversation](const mime::Address &copy) {
        const auto person = m_people.find(addressKey(copy.address));
        return person && person->conversation == conversation;
    });
}

ConversationId Threading::knownAmong(const QList<Person> &people, ConversationId preferred)
{
    ConversationId first;
    for (const Person &person : people) {
        if (!person.conversation.isValid())
            continue;
        if (person.conversation == preferred)
            return preferred;
        if (!first.isValid())
            first = person.conversation;
    }
    return first;
}

ConversationId Threading::placeOwn(const ThreadFacts &facts)
{
    QList<Person> people = recipientsOf(facts);
    const ConversationId thread = byHeaders(facts);
    ConversationId target = facts.wanted;
    if (!target.isValid() || !m_shape.exists(target))
        target = hasCopyTo(facts, thread) ? thread : knownAmong(people, thread);
    if (!target.isValid()) {
        const auto prospect = std::find_if(people.begin(), people.end(), [](const Person &person) {
            return person.isProspect();
        });
        target = prospect != people.end() ? m_shape.promote(*prospect) : thread;
    }
    if (!target.isValid())
        target = m_shape.create();
    const bool prospects = m_shape.isProspect(target);
    for (Person &person : people) {
        if (prospects && person.isProspect() && !person.conversation.isValid())
            m_people.know(person, target);
        m_people.takePart(person, target);
    }
    return target;
}

ConversationId Threading::placeAnswerOfMachine(const ThreadFacts &facts)
{
    ConversationId conversation = ofKey(facts.original);
    if (!conversation.isValid())
        conversation = byHeaders(facts);
    for (const QString &recipient : facts.bounced) {
        if (conversation.isValid())
            break;
        if (const auto person = m_people.find(addressKey(recipient)))
            conversation = person->conversation;
    }
    const QString address = addressKey(facts.from.address);
    if (facts.kind == triage::Kind::AutoReply && !address.isEmpty()) {
        const Person person = m_people.ensure(address, facts.from.name);
        if (!conversation.isValid())
            conversation = person.conversation;
        if (!conversation.isValid())
            conversation = m_shape.create();
        m_people.takePart(person, conversation);
    }
    return conversation.isValid() ? conversation : m_shape.create();
}

ConversationId Threading::placeList(const ThreadFacts &facts)
{
    const ConversationId thread = byHeaders(facts);
    if (thread.isValid() && (!m_shape.isProspect(thread) || answersOurs(facts)))
        return thread;
    return m_shape.create();
}

ConversationId Threading::ofKey(qint64 key)
{
    return key == 0
        ? ConversationId()
        : ConversationId(m_context.db.number("SELECT conversation FROM thread_keys WHERE key = ?", 0, key));
}

ConversationId Threading::ofOwnKey(const ThreadFacts &facts)
{
    const ConversationId conversation = ofKey(facts.key);
    if (!conversation.isValid())
        return {};
    Query q = m_context.db.query("SELECT from_address FROM messages WHERE message_key = ? LIMIT 1");
    q.bind(facts.key);
    // Another sender's mail under the same Message-ID is a broken or forged mail, no copy.
    if (q.next() && addressKey(q.text(0)) != addressKey(facts.from.address))
        return {};
    return conversation;
}

ConversationId Threading::ofProvider(const ThreadFacts &facts)
{
    const ConversationId conversation = ofKey(facts.provider);
    if (!conversation.isValid() || facts.kind == triage::Kind::Other)
        return {};
    // Providers also group by subject: only trusted for an answer, or for somebody who is in there.
    if (!facts.parents.isEmpty())
        return conversation;
    const auto person = m_people.find(addressKey(facts.from.address));
    return person && m_people.takesPart(*person, conversation) ? conversation : ConversationId();
}

ConversationId Threading::byHeaders(const ThreadFacts &facts)
{
    ConversationId other;
    QList<ConversationId> found;
    for (const qint64 parent : facts.parents)
        found.append(ofKey(parent));
    found.append(ofOwnKey(facts));
    for (const ConversationId conversation : std::as_const(found)) {
        if (!conversation.isValid() || !m_shape.exists(conversation))
            continue; // joined with another one a moment ago
        if (m_shape.isProspect(conversation))
            return conversation;
        other = other.isValid() ? m_shape.merge(other, conversation) : conversation;
    }
    return other.isValid() ? other : ofProvider(facts);
}

bool Threading::answersOurs(const ThreadFacts &facts)
{
    if (facts.parents.isEmpty())
        return false;
    return m_context.db.number("SELECT 1 FROM messages WHERE message_key = ? AND kind = ? LIMIT 1", 0,
               facts.parents.first(), triage::Kind::Own)
        != 0;
}

ConversationId Threading::joinFollowers(const ThreadFacts &facts, ConversationId target)
{
    QList<qint64> keys = facts.replaced;
    keys.prepend(facts.key);
    for (const qint64 key : std::as_const(keys)) {
        const ConversationId followers = key == facts.key ? ofOwnKey(facts) : ofKey(key);
        if (!followers.isValid() || followers == target || m_shape.isProspect(followers))
            continue;
        const bool decided = m_context.db.number("SELECT prospect_decision FROM conversations WHERE id = ?", 0,
                                 followers)
            != 0;
        if (!decided)
            target = m_shape.merge(target, followers);
    }
    return target;
}

void Threading::registerKeys(const ThreadFacts &facts, ConversationId conversation)
{
    const auto add = [this, conversation](qint64 key) {
        if (key != 0) {
            m_context.db.change(
                "INSERT OR IGNORE INTO thread_keys (key, conversation) VALUES (?, ?)", key, conversation);
        }
    };
    const bool taken
        = m_context.db.number("SELECT 1 FROM messages WHERE message_key = ? LIMIT 1", 0, facts.key) != 0;
    if (facts.key != 0 && !taken) {
        m_context.db.change("INSERT INTO thread_keys (key, conversation) VALUES (?, ?) "
                            "ON CONFLICT (key) DO UPDATE SET conversation = excluded.conversation",
            facts.key, conversation);
    }
    for (const qint64 key : facts.replaced)
        add(key);
    for (const qint64 key : facts.parents)
        add(key);
    add(facts.original);
    add(facts.provider);
}

} // namespace inlet::store
