// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TriageTable.h"

#include "store/AccountTable.h"
#include "store/Categories_p.h"
#include "store/Decisions.h"
#include "store/Learning.h"
#include "store/MessageState.h"
#include "store/NoteBook.h"
#include "store/OwnCategories.h"
#include "store/People.h"
#include "store/PlaceRole_p.h"
#include "store/Rules.h"
#include "store/Suppressions.h"

namespace inlet::store
{

namespace
{

constexpr int kUndoSteps = 100;
constexpr qsizetype kMaxNote = 100'000;

// Places (ids of `locations`) that a verb changes, of the conversation ?1.
constexpr const char *kUnseen = "SELECT l.id FROM messages m JOIN locations l ON l.message = m.id "
                                "WHERE m.conversation = ?1 AND m.list_class > 0 AND (l.flags & 1) = 0";
constexpr const char *kNewestInbound
    = "SELECT l.id FROM locations l WHERE l.message = (SELECT m.id FROM messages m "
      "WHERE m.conversation = ?1 AND m.list_class IN (1, 3) AND EXISTS (SELECT 1 FROM locations "
      "WHERE message = m.id) ORDER BY m.list_class, m.at DESC, m.id DESC LIMIT 1)";
constexpr const char *kNewestOwn
    = "SELECT l.id FROM locations l WHERE l.message = (SELECT m.id FROM messages m "
      "WHERE m.conversation = ?1 AND m.list_class = 2 AND EXISTS (SELECT 1 FROM locations "
      "WHERE message = m.id) ORDER BY m.at DESC, m.id DESC LIMIT 1)";
constexpr const char *kFlaggedPlaces = "SELECT l.id FROM messages m JOIN locations l ON l.message = m.id "
                                       "WHERE m.conversation = ?1 AND m.list_class > 0 AND (l.flags & 4) <> 0";
// Roles as in imap::FolderRole: 0 none, 1 inbox, 2 sent, 3 drafts, 4 junk, 5 trash, 6 archive, 7 all mail.
constexpr const char *kInInbox
    = "SELECT l.id FROM messages m JOIN locations l ON l.message = m.id JOIN folders f ON f.id = l.folder "
      "WHERE m.conversation = ?1 AND m.list_class > 0 AND " INLET_ROLE_IN_LISTS " IN (1, 4)";
constexpr const char *kArchived
    = "SELECT l.id FROM messages m JOIN locations l ON l.message = m.id JOIN folders f ON f.id = l.folder "
      "WHERE m.conversation = ?1 AND m.list_class IN (1, 3) AND m.inbox = 0 "
      "AND " INLET_ROLE_OF_PLACE " IN (0, 6, 7) ORDER BY m.at DESC LIMIT 200";
constexpr const char *kInboundPlaces
    = "SELECT l.id FROM messages m JOIN locations l ON l.message = m.id JOIN folders f ON f.id = l.folder "
      "WHERE m.conversation = ?1 AND m.list_class IN (1, 3) AND " INLET_ROLE_OF_PLACE " <> 5";
constexpr const char *kJunkable
    = "SELECT l.id FROM messages m JOIN locations l ON l.message = m.id JOIN folders f ON f.id = l.folder "
      "WHERE m.conversation = ?1 AND m.list_class IN (1, 3) AND " INLET_ROLE_OF_PLACE " IN (0, 1, 6, 7)";
constexpr const char *kWithKeywords = "SELECT l.id FROM messages m JOIN locations l ON l.message = m.id "
                                      "WHERE m.conversation = ?1 AND l.keywords <> ''";

static_assert(int(imap::FolderRole::None) == 0 && int(imap::FolderRole::Inbox) == 1
    && int(imap::FolderRole::Junk) == 4 && int(imap::FolderRole::Trash) == 5
    && int(imap::FolderRole::Archive) == 6 && int(imap::FolderRole::AllMail) == 7);

} // namespace

TriageTable::TriageTable(WriteContext &context, Aggregates &aggregates)
    : m_context(context), m_aggregates(aggregates), m_operations(context, aggregates)
{
}

QString TriageTable::argumentOf(const TriageAction &action)
{
    if (action.verb == TriageVerb::SetCategory || action.verb == TriageVerb::SortAway || action.verb == TriageVerb::RemoveCategory)
        return CategoryReader(m_context.db).nameOf(action.category);
    if (action.verb == TriageVerb::Snooze || action.verb == TriageVerb::Remind)
        return action.until.toUTC().toString(Qt::ISODateWithMs);
    if (action.verb == TriageVerb::MoveToFolder)
        return AccountReader(m_context.db).folder(action.folder).name;
    if (action.verb == TriageVerb::SamePerson)
        return addressKey(action.address);
    if (action.verb == TriageVerb::SetKind)
        return nameOf(action.kind);
    if (action.verb == TriageVerb::Label)
        return labelArgument(action);
    return {};
}

UndoId TriageTable::apply(const TriageAction &action)
{
    if (action.verb == TriageVerb::SetCategory || action.verb == TriageVerb::SortAway)
        CategoryTable(m_context).require(action.category);
    QList<ConversationId> conversations;
    QString firstName;
    for (const ConversationId conversation : action.conversations) {
        Query q = m_context.db.query("SELECT iif(who_name = '', who_address, who_name) FROM conversations WHERE id = ?");
        q.bind(conversation);
        if (!q.next())
            continue;
        if (conversations.isEmpty())
            firstName = q.text(0);
        conversations.append(conversation);
    }
    if (conversations.isEmpty())
        throwNotFound(QStringLiteral("none of the conversations is there"));
    beginStep(action, conversations.size(), firstName);
    // Before the category, which lists their addresses with a reason of its own.
    for (const Suppression &entry : action.suppress)
        suppress(entry, true);
    lift(action);
    for (const ConversationId conversation : std::as_const(conversations)) {
        if (action.byHand)
            record(conversation, action);
        applyTo(conversation, action);
        m_aggregates.touch(conversation);
    }
    if (action.verb == TriageVerb::Label && !action.continues.isValid())
        requireLabelled(action);
    trimStack();
    m_aggregates.flush();
    return m_step;
}

void TriageTable::beginStep(const TriageAction &action, qint64 conversations, const QString &firstName)
{
    m_step = {};
    if (!action.byHand)
        return;
    if (action.continues.isValid()) {
        m_context.db.change("UPDATE undo_steps SET conversations = conversations + ? WHERE id = ?", conversations, action.continues);
        if (m_context.db.changes() == 0)
            throwNotFound(QStringLiteral("that step was taken back"));
        m_step = action.continues;
        return;
    }
    m_context.db.change("INSERT INTO undo_steps (verb, conversations, first_name, at) VALUES (?, ?, ?, ?)", action.verb, conversations,
        firstName, m_context.now);
    m_step = UndoId(m_context.db.lastId());
}

RuleId TriageTable::addRule(const Rule &rule)
{
    Rule named = rule;
    named.ownCategory = isOwn(rule.category) ? CategoryReader(m_context.db).nameOf(rule.category) : QString();
    const QString words = describe(named);
    m_context.db.change("INSERT INTO undo_steps (verb, conversations, first_name, at) VALUES (?, 0, ?, ?)",
        TriageVerb::AddRule, cleaned(words, 300), m_context.now);
    m_step = UndoId(m_context.db.lastId());
    const RuleId id = RuleTable(m_context, m_aggregates).add(rule);
    m_context.db.change("INSERT INTO undo_rules (step, rule) VALUES (?, ?)", m_step, id);
    appendDecision(m_context, {nameOf(TriageVerb::AddRule), words, {}, {}});
    trimStack();
    m_aggregates.flush();
    return id;
}

void TriageTable::record(ConversationId conversation, const TriageAction &action)
{
    const QByteArray decision = appendDecision(m_context, {nameOf(action.verb), argumentOf(action), conversation, {}, mailOf(conversation, action)});
    m_context.db.change(
        "INSERT OR IGNORE INTO undo_conversations (step, conversation, decision, person, is_prospect, "
        "prospect_decision, category, category_source, snoozed_until, snoozed_at, archived_at, deleted_at, junked, "
        "remind_at, remind_set_at, reminded_at, muted) "
        "SELECT ?, id, ?, person, is_prospect, prospect_decision, category, category_source, snoozed_until, "
        "snoozed_at, archived_at, deleted_at, junked, remind_at, remind_set_at, reminded_at, muted "
        "FROM conversations WHERE id = ?",
        m_step, decision, conversation);
}

void TriageTable::applyTo(ConversationId conversation, const TriageAction &action)
{
    Connection &db = m_context.db;
    switch (action.verb) {
    case TriageVerb::MarkRead:
        return flag(places(kUnseen, conversation), kSeen, true);
    case TriageVerb::MarkUnread:
        return flag(places(kNewestInbound, conversation), kSeen, false);
    case TriageVerb::Star: {
        const QList<qint64> inbound = places(kNewestInbound, conversation);
        return flag(inbound.isEmpty() ? places(kNewestOwn, conversation) : inbound, kFlagged, true);
    }
    case TriageVerb::Unstar:
        return flag(places(kFlaggedPlaces, conversation), kFlagged, false);
    case TriageVerb::Archive:
        return archive(conversation);
    case TriageVerb::SortAway:
        setCategory(conversation, action.category);
        return archive(conversation);
    case TriageVerb::Unarchive:
        unmute(conversation);
        db.change("UPDATE conversations SET archived_at = 0 WHERE id = ?", conversation);
        return move(places(kArchived, conversation), imap::FolderRole::Inbox);
    case TriageVerb::Delete:
        db.change("UPDATE conversations SET deleted_at = ? WHERE id = ?", m_context.now, conversation);
        return move(places(kInboundPlaces, conversation), imap::FolderRole::Trash);
    case TriageVerb::Junk: {
        const QList<qint64> junk = places(kJunkable, conversation);
        db.change("UPDATE conversations SET junked = 1, deleted_at = ? WHERE id = ?", m_context.now, conversation);
        move(junk, imap::FolderRole::Junk);
        return refreshJunk(m_context, m_aggregates, conversation);
    }
    case TriageVerb::SetCategory:
        return setCategory(conversation, action.category);
    case TriageVerb::Snooze:
        unmute(conversation); // or it would not come back then
        return db.change("UPDATE conversations SET snoozed_until = ?, snoozed_at = ? WHERE id = ?",
            toMs(action.until), m_context.now, conversation);
    case TriageVerb::Unsnooze:
        return db.change("UPDATE conversations SET snoozed_until = 0, snoozed_at = 0 WHERE id = ?", conversation);
    case TriageVerb::Remind:
        return db.change("UPDATE conversations SET remind_at = ?, remind_set_at = ?, reminded_at = 0 WHERE id = ?",
            toMs(action.until), m_context.now, conversation);
    case TriageVerb::Unremind:
        return db.change("UPDATE conversations SET remind_at = 0, remind_set_at = 0, reminded_at = 0 WHERE id = ?", conversation);
    case TriageVerb::Mute:
        return setMuted(conversation, true);
    case TriageVerb::Unmute:
        return setMuted(conversation, false);
    case TriageVerb::MoveToFolder:
        return moveToFolder(conversation, action.folder);
    case TriageVerb::AddRule:
    case TriageVerb::RemoveCategory:
        return; // have ways of their own
    case TriageVerb::MoveToOther:
        return moveToOther(conversation);
    case TriageVerb::MoveToProspects:
        return moveToProspects(conversation);
    case TriageVerb::SamePerson:
        return joinPeople(conversation, action);
    case TriageVerb::SetKind:
        return setKind(conversation, action);
    case TriageVerb::Label:
        return changeLabels(conversation, action);
    }
}

void TriageTable::archive(ConversationId conversation)
{
    m_context.db.change("UPDATE conversations SET archived_at = ?, reminded_at = 0 WHERE id = ?", m_context.now, conversation);
    move(places(kInInbox, conversation), imap::FolderRole::Archive);
}

QList<qint64> TriageTable::places(const char *sql, ConversationId conversation)
{
    QList<qint64> out;
    Query q = m_context.db.query(sql);
    q.bind(conversation);
    while (q.next())
        out.append(q.number(0));
    return out;
}

void TriageTable::rememberPlace(qint64 location, int mask)
{
    if (!m_step.isValid())
        return;
    m_context.db.change(
        "INSERT INTO undo_locations (step, location, mask, flags, keywords, role, folder) "
        "SELECT ?1, l.id, ?3, l.flags & ?3, l.keywords, " INLET_ROLE_OF_PLACE ", ifnull((SELECT o.target_folder FROM operations o "
        "WHERE o.location = l.id AND o.done = 0 AND o.target_folder > 0 ORDER BY o.id DESC LIMIT 1), l.folder) FROM locations l "
        "JOIN folders f ON f.id = l.folder WHERE l.id = ?2 ON CONFLICT (step, location) DO NOTHING",
        m_step, location, mask);
}

void TriageTable::flag(const QList<qint64> &locations, int bit, bool set)
{
    for (const qint64 location : locations) {
        rememberPlace(location, bit);
        m_operations.changeFlags(location, bit, set, m_step);
    }
}

void TriageTable::move(const QList<qint64> &locations, imap::FolderRole role, FolderId folder)
{
    for (const qint64 location : locations) {
        rememberPlace(location, 0);
        m_operations.move(location, role, m_step, folder);
    }
}

void TriageTable::setCategory(ConversationId conversation, Category category)
{
    m_context.db.change("UPDATE conversations SET category = ?, category_source = ? WHERE id = ?", category,
        CategorySource::Manual, conversation);
    moveKeywords(conversation, CategoryReader(m_context.db).keywordOf(category), isCategoryKeyword);
    Learning(m_context).follow(conversation);
    if (category == Category::DoNotContact)
        suppressPeople(conversation);
}

void TriageTable::moveKeywords(ConversationId conversation, const QByteArray &keyword, const std::function<bool(const QByteArray &)> &isOfKind)
{
    const QList<qint64> newest = places(kNewestInbound, conversation);
    QList<qint64> all = places(kWithKeywords, conversation);
    for (const qint64 location : newest) {
        if (!all.contains(location))
            all.append(location);
    }
    for (const qint64 location : std::as_const(all)) {
        bool keeps = false;
        QByteArrayList stale;
        {
            Query q = m_context.db.query("SELECT f.keeps_keywords, l.keywords FROM locations l "
                                         "JOIN folders f ON f.id = l.folder WHERE l.id = ?");
            q.bind(location);
            if (!q.next())
                continue;
            keeps = q.flag(0);
            stale = keywordList(q.text(1));
        }
        const bool carries = keeps && !keyword.isEmpty() && newest.contains(location);
        stale.removeIf([&](const QByteArray &known) {
            return !isOfKind(known) || (carries && known == keyword);
        });
        rememberPlace(location, 0);
        m_operations.changeKeywords(location, carries ? QByteArrayList{keyword} : QByteArrayList{}, stale, m_step);
    }
}

void TriageTable::suppressPeople(ConversationId conversation)
{
    QStringList addresses;
    const QList<Person> known = People(m_context).knownIn(conversation);
    for (const Person &person : known)
        addresses.append(person.address);
    if (addresses.isEmpty()) {
        Query q = m_context.db.query("SELECT who_address FROM conversations WHERE id = ? AND who_address <> ''");
        q.bind(conversation);
        if (q.next())
            addresses.append(q.text(0));
    }
    QString asked;
    {
        Query q = m_context.db.query("SELECT message_id FROM messages WHERE conversation = ? AND list_class = 1 "
                                     "ORDER BY at DESC, id DESC LIMIT 1");
        q.bind(conversation);
        if (q.next())
            asked = q.text(0);
    }
    for (const QString &address : std::as_const(addresses)) {
        if (!suppressionPattern(address).isEmpty() && !isOwnAddress(m_context, addressKey(address)))
            suppress({address, QStringLiteral("Do not contact"), SuppressionSource::OptOut, asked, {}}, false);
    }
}

void TriageTable::suppress(const Suppression &entry, bool asDecision)
{
    if (SuppressionTable(m_context).add(entry, asDecision) && m_step.isValid()) {
        m_context.db.change("INSERT OR IGNORE INTO undo_suppressions (step, pattern) VALUES (?, ?)", m_step,
            suppressionPattern(entry.pattern));
    }
}

void TriageTable::setNote(ConversationId conversation, const QString &note)
{
    m_context.db.change(
        "UPDATE conversations SET note = ? WHERE id = ?", note.left(kMaxNote), conversation);
    if (m_context.db.changes() == 0)
        throwNotFound(QStringLiteral("conversation %1").arg(conversation.number()));
    NoteBook::changed(m_context.db, {conversation});
    appendDecision(m_context, {QStringLiteral("note"), note.left(kMaxNote), conversation, {}});
    m_aggregates.touch(conversation);
}

void TriageTable::trimStack()
{
    m_context.db.change("DELETE FROM undo_steps WHERE id NOT IN "
                        "(SELECT id FROM undo_steps ORDER BY id DESC LIMIT ?)",
        kUndoSteps);
    m_operations.trim();
}

} // namespace inlet::store
