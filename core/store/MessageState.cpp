// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/MessageState.h"

#include "store/PlaceRole_p.h"

namespace inlet::store
{

namespace
{

/// Smaller: decides the flags.
int prominence(imap::FolderRole role)
{
    switch (role) {
    case imap::FolderRole::Inbox:
        return 0;
    case imap::FolderRole::Junk:
        return 1;
    case imap::FolderRole::Archive:
        return 2;
    case imap::FolderRole::AllMail:
        return 3;
    case imap::FolderRole::None:
        return 4;
    case imap::FolderRole::Sent:
        return 5;
    case imap::FolderRole::Drafts:
        return 6;
    case imap::FolderRole::Trash:
        return 7;
    }
    return 8;
}

bool isShown(const Place &place, bool junkIsStray)
{
    if (place.flags & kDeleted)
        return false;
    switch (place.role) {
    case imap::FolderRole::Drafts:
    case imap::FolderRole::Trash:
        return false;
    case imap::FolderRole::Junk:
        return junkIsStray;
    case imap::FolderRole::None:
    case imap::FolderRole::Inbox:
    case imap::FolderRole::Sent:
    case imap::FolderRole::Archive:
    case imap::FolderRole::AllMail:
        return true;
    }
    return true;
}

QList<Place> placesOf(WriteContext &context, StoredMessageId message)
{
    Query q = context.db.query("SELECT " INLET_ROLE_IN_LISTS ", l.flags FROM locations l "
                               "JOIN folders f ON f.id = l.folder WHERE l.message = ?");
    q.bind(message);
    QList<Place> places;
    while (q.next())
        places.append({imap::FolderRole(q.integer(0)), q.integer(1)});
    return places;
}

} // namespace

Presence presenceOf(const QList<Place> &places, bool local, bool junkIsStray)
{
    Presence presence;
    int best = 100;
    for (const Place &place : places) {
        const bool shown = isShown(place, junkIsStray);
        presence.visible = presence.visible || shown;
        const bool isInbox = place.role == imap::FolderRole::Inbox || place.role == imap::FolderRole::Junk;
        presence.inbox = presence.inbox || (shown && isInbox);
        const int rank = prominence(place.role) + (shown ? 0 : 10);
        if (rank < best) {
            best = rank;
            presence.seen = (place.flags & kSeen) != 0;
            presence.flagged = (place.flags & kFlagged) != 0;
        }
    }
    if (local && places.isEmpty()) {
        presence.visible = true;
        presence.seen = true;
    }
    return presence;
}

MessageShare shareOf(const Presence &presence, triage::Kind kind, bool attachment)
{
    MessageShare share;
    if (presence.visible)
        share.listClass = kind == triage::Kind::Human ? kHuman : kind == triage::Kind::Own ? kOwn : kMachine;
    share.unread = !presence.seen;
    share.flagged = presence.flagged;
    share.inbox = presence.inbox;
    share.attachment = attachment;
    return share;
}

void refreshMessage(WriteContext &context, Aggregates &aggregates, StoredMessageId message)
{
    Query q = context.db.query(
        "SELECT m.account, m.conversation, m.kind, m.at, m.local, m.has_attachment, m.seen, m.flagged, "
        "m.list_class, m.inbox, c.is_prospect AND NOT c.junked FROM messages m "
        "JOIN conversations c ON c.id = m.conversation WHERE m.id = ?");
    q.bind(message);
    if (!q.next())
        return;
    const QList<Place> places = placesOf(context, message);
    const bool local = q.flag(4);
    const bool attachment = q.flag(5);
    const Presence presence = presenceOf(places, local, q.flag(10));
    const MessageShare before{q.integer(8), !q.flag(6), q.flag(7), q.flag(9), attachment};
    const MessageShare after = shareOf(presence, triage::Kind(q.integer(2)), attachment);
    const bool orphaned = places.isEmpty() && !local;
    context.db.change("UPDATE messages SET seen = ?, flagged = ?, list_class = ?, inbox = ?, "
                      "orphaned_at = iif(?, iif(orphaned_at > 0, orphaned_at, ?), 0) WHERE id = ?",
        presence.seen, presence.flagged, after.listClass, presence.inbox, orphaned, context.now, message);
    if (before != after) {
        aggregates.change(q.id<ConversationId>(1), q.id<AccountId>(0), before, after, q.number(3));
    }
}

void refreshJunk(WriteContext &context, Aggregates &aggregates, ConversationId conversation)
{
    QList<StoredMessageId> inJunk;
    Query q = context.db.query("SELECT DISTINCT m.id FROM messages m JOIN locations l ON l.message = m.id "
                               "JOIN folders f ON f.id = l.folder WHERE m.conversation = ? "
                               "AND " INLET_ROLE_OF_PLACE " = ?");
    q.bind(conversation, imap::FolderRole::Junk);
    while (q.next())
        inJunk.append(q.id<StoredMessageId>(0));
    for (const StoredMessageId message : std::as_const(inJunk))
        refreshMessage(context, aggregates, message);
}

/// A human answer ends the snooze, and a reminder that waited for one: also one that had arrived at the server but
/// not here yet when the rep decided. What history brings is older than what was known.
void wake(WriteContext &context, ConversationId conversation, StoredMessageId message, qint64 at)
{
    Connection &db = context.db;
    const auto newestOther = [&](ListClass listClass) {
        return db.number("SELECT ifnull(max(at), 0) FROM messages WHERE conversation = ? AND list_class = ? AND id <> ?", 0,
            conversation, listClass, message);
    };
    constexpr qint64 kOnItsWay = 2LL * 24 * 3600 * 1000;
    const bool news = at > newestOther(kHuman);
    db.change("UPDATE conversations SET snoozed_until = 0, snoozed_at = 0 "
              "WHERE id = ?1 AND snoozed_until > 0 AND (snoozed_at < ?2 OR (?3 AND snoozed_at < ?2 + ?4))",
        conversation, at, news, kOnItsWay);
    // What they wrote before our newest mail is no answer to it.
    const bool answers = news && at > newestOther(kOwn);
    db.change("UPDATE conversations SET remind_at = 0, remind_set_at = 0, reminded_at = 0 "
              "WHERE id = ?1 AND remind_set_at > 0 AND (remind_set_at < ?2 OR (?3 AND remind_set_at < ?2 + ?4))",
        conversation, at, answers, kOnItsWay);
}

} // namespace inlet::store
