// SPDX-License-Identifier: GPL-3.0-or-later
// Where conversations belong: folders of the rep's own, the other mail, or nowhere they disturb.
#include "store/AccountTable.h"
#include "store/Categories_p.h"
#include "store/MessageState.h"
#include "store/People.h"
#include "store/PlaceRole_p.h"
#include "store/TriageTable.h"

namespace inlet::store
{

namespace
{

// All of theirs in the mailbox ?2 but what is in Trash.
constexpr const char *kFilable
    = "SELECT l.id FROM messages m JOIN locations l ON l.message = m.id JOIN folders f ON f.id = l.folder "
      "WHERE m.conversation = ?1 AND f.account = ?2 AND m.list_class IN (1, 3) AND " INLET_ROLE_OF_PLACE " <> 5";

} // namespace

/// The mails stay where they are: another program shows them as before, and taking it back moves nothing.
void TriageTable::setMuted(ConversationId conversation, bool muted)
{
    Connection &db = m_context.db;
    db.change("UPDATE conversations SET muted = ? WHERE id = ?", muted ? 1 : -1, conversation);
    if (muted) {
        db.change("UPDATE conversations SET snoozed_until = 0, snoozed_at = 0, remind_at = 0, remind_set_at = 0, "
                  "reminded_at = 0 WHERE id = ?",
            conversation);
    }
    moveKeywords(conversation, muted ? QByteArray(kMuteKeyword) : QByteArray(), isMuteKeyword);
}

void TriageTable::unmute(ConversationId conversation)
{
    if (m_context.db.number("SELECT 1 FROM conversations WHERE id = ? AND muted = 1", 0, conversation) != 0)
        setMuted(conversation, false);
}

/// Trash, Junk and Sent have verbs of their own, which know more than where the mails lie then.
void TriageTable::moveToFolder(ConversationId conversation, FolderId folderId)
{
    const StoredFolder folder = AccountReader(m_context.db).folder(folderId);
    using enum imap::FolderRole;
    if (folder.role != None && folder.role != Inbox && folder.role != Archive)
        throwConflict(QStringLiteral("no folder to move to"));
    QList<qint64> locations;
    {
        Query q = m_context.db.query(kFilable);
        q.bind(conversation, folder.account);
        while (q.next())
            locations.append(q.number(0));
    }
    if (folder.role == Inbox) {
        unmute(conversation);
        m_context.db.change("UPDATE conversations SET archived_at = 0 WHERE id = ?", conversation);
    } else {
        m_context.db.change("UPDATE conversations SET archived_at = ?, reminded_at = 0 WHERE id = ?", m_context.now, conversation);
    }
    move(locations, folder.role, folderId);
}

void TriageTable::rememberPerson(qint64 person)
{
    if (!m_step.isValid())
        return;
    m_context.db.change("INSERT OR IGNORE INTO undo_people (step, person, decision, conversation) "
                        "SELECT ?, id, decision, conversation FROM people WHERE id = ?",
        m_step, person);
}

void TriageTable::moveToOther(ConversationId conversation)
{
    const QList<Person> known = People(m_context).knownIn(conversation);
    for (const Person &person : known) {
        rememberPerson(person.id);
        m_context.db.change("UPDATE people SET decision = -1, conversation = NULL WHERE id = ?", person.id);
    }
    m_context.db.change(
        "UPDATE conversations SET is_prospect = 0, prospect_decision = -1 WHERE id = ?", conversation);
    refreshJunk(m_context, m_aggregates, conversation);
}

void TriageTable::moveToProspects(ConversationId conversation)
{
    QString name;
    QString address;
    {
        Query q = m_context.db.query("SELECT who_name, who_address FROM conversations WHERE id = ?");
        q.bind(conversation);
        if (q.next()) {
            name = q.text(0);
            address = addressKey(q.text(1));
        }
    }
    qint64 personId = 0;
    if (!address.isEmpty() && !isOwnAddress(m_context, address)) {
        const Person person = People(m_context).ensure(address, name);
        personId = person.id;
        rememberPerson(person.id);
        m_context.db.change("UPDATE people SET decision = 1, conversation = ifnull(conversation, ?) WHERE id = ?",
            conversation, person.id);
    }
    m_context.db.change("UPDATE conversations SET is_prospect = 1, prospect_decision = 1, person = ? WHERE id = ?",
        personId, conversation);
    refreshJunk(m_context, m_aggregates, conversation);
}

} // namespace inlet::store
