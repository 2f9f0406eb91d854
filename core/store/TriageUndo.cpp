// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Categories_p.h"
#include "store/Decisions.h"
#include "store/Joining.h"
#include "store/KindChoices.h"
#include "store/Learning.h"
#include "store/MessageState.h"
#include "store/OwnCategories.h"
#include "store/Rules.h"
#include "store/Suppressions.h"
#include "store/TriageTable.h"
#include "store/values/ArrivedFlag.h"

#include <algorithm>
#include <iterator>

namespace inlet::store
{

namespace
{

constexpr int kShownSteps = 100;

UndoStep readStep(const Query &q)
{
    return {q.id<UndoId>(0), TriageVerb(q.integer(1)), q.integer(2), q.text(3), fromMs(q.number(4))};
}

/// A place before the key press.
struct Before {
    qint64 location = 0;
    int mask = 0;
    int flags = 0;
    QString keywords;
    imap::FolderRole role = imap::FolderRole::None;
    FolderId folder; ///< for a role of None
};

// An answer that came since is not hidden again.
#define INLET_SNOOZED                                                                                                \
    "snoozed_at = u.snoozed_at, snoozed_until = iif((SELECT max(at) FROM messages WHERE conversation = c.id "        \
    "AND list_class = 1) > s.at, 0, u.snoozed_until)"

/// What a verb changes of a conversation, and no more: what happened to the rest since stays. `c`: now, `u`: before,
/// `s`: the step. Null: nothing.
const char *columnsOf(TriageVerb verb)
{
    switch (verb) {
    case TriageVerb::Archive:
        return "archived_at = u.archived_at, reminded_at = u.reminded_at";
    case TriageVerb::Unarchive:
    case TriageVerb::MoveToFolder:
        return "archived_at = u.archived_at, reminded_at = u.reminded_at, muted = u.muted";
    case TriageVerb::SortAway:
        return "archived_at = u.archived_at, reminded_at = u.reminded_at, category = u.category, category_source = u.category_source";
    case TriageVerb::SetCategory:
    case TriageVerb::RemoveCategory:
        return "category = u.category, category_source = u.category_source";
    case TriageVerb::Delete:
    case TriageVerb::Junk:
        return "deleted_at = u.deleted_at, junked = u.junked";
    case TriageVerb::Snooze:
        return INLET_SNOOZED ", muted = u.muted";
    case TriageVerb::Unsnooze:
        return INLET_SNOOZED;
    case TriageVerb::Mute:
        return INLET_SNOOZED ", muted = u.muted, remind_at = u.remind_at, remind_set_at = u.remind_set_at, reminded_at = u.reminded_at";
    case TriageVerb::Unmute:
        return "muted = u.muted";
    case TriageVerb::Remind:
    case TriageVerb::Unremind:
        return "remind_at = u.remind_at, remind_set_at = u.remind_set_at, reminded_at = u.reminded_at";
    case TriageVerb::MoveToOther:
    case TriageVerb::MoveToProspects:
        return "person = u.person, is_prospect = u.is_prospect, prospect_decision = u.prospect_decision";
    case TriageVerb::SamePerson:
        // Two are made of one again, each as it was.
        return "person = u.person, is_prospect = u.is_prospect, prospect_decision = u.prospect_decision, category = u.category, "
               "category_source = u.category_source, archived_at = u.archived_at, deleted_at = u.deleted_at, junked = u.junked, "
               "snoozed_at = u.snoozed_at, snoozed_until = u.snoozed_until, remind_at = u.remind_at, "
               "remind_set_at = u.remind_set_at, reminded_at = u.reminded_at, muted = u.muted";
    case TriageVerb::SetKind:
        return INLET_SNOOZED ", remind_at = u.remind_at, remind_set_at = u.remind_set_at, reminded_at = u.reminded_at";
    case TriageVerb::MarkRead:
    case TriageVerb::MarkUnread:
    case TriageVerb::Star:
    case TriageVerb::Unstar:
    case TriageVerb::AddRule:
    case TriageVerb::Label:
        return nullptr;
    }
    return nullptr;
}

using KeywordKind = bool (*)(const QByteArray &);

/// Which keywords a verb changes; null: none.
KeywordKind keywordsOf(TriageVerb verb)
{
    using enum TriageVerb;
    if (verb == SetCategory || verb == SortAway || verb == RemoveCategory)
        return isCategoryKeyword;
    return verb == MoveToFolder || verb == Mute || verb == Unmute || verb == Snooze || verb == Unarchive ? isMuteKeyword : nullptr;
}

bool isArrived(const QByteArray &keyword)
{
    return keyword == kArrivedFlag;
}

/// Whether a place was remembered because of where it was.
bool movesMail(TriageVerb verb)
{
    using enum TriageVerb;
    return verb == Archive || verb == Unarchive || verb == Delete || verb == Junk || verb == SortAway || verb == MoveToFolder;
}

/// Only of that kind: another step may have changed the others since.
void restoreKeywords(WriteContext &context, const Before &before, KeywordKind isOfKind)
{
    QByteArrayList keywords;
    {
        Query q = context.db.query("SELECT keywords FROM locations WHERE id = ?");
        q.bind(before.location);
        keywords = q.next() ? keywordList(q.text(0)) : QByteArrayList();
    }
    keywords.removeIf(isOfKind);
    const QByteArrayList then = keywordList(before.keywords);
    std::copy_if(then.begin(), then.end(), std::back_inserter(keywords), isOfKind);
    context.db.change("UPDATE locations SET keywords = ? WHERE id = ?", QString::fromUtf8(keywords.join(' ')),
        before.location);
}

} // namespace

QList<UndoStep> readUndoStack(Connection &db)
{
    QList<UndoStep> out;
    Query q = db.query("SELECT id, verb, conversations, first_name, at FROM undo_steps ORDER BY id DESC LIMIT ?");
    q.bind(kShownSteps);
    while (q.next())
        out.append(readStep(q));
    return out;
}

UndoStep TriageTable::stepOf(std::optional<UndoId> wanted)
{
    Query q = m_context.db.query("SELECT id, verb, conversations, first_name, at FROM undo_steps "
                                 "WHERE ?1 = 0 OR id = ?1 ORDER BY id DESC LIMIT 1");
    q.bind(wanted.value_or(UndoId()));
    if (!q.next())
        throwNotFound(QStringLiteral("nothing to undo"));
    return readStep(q);
}

UndoPart TriageTable::undoPart(std::optional<UndoId> wanted, int conversations)
{
    UndoPart part;
    part.step = stepOf(wanted);
    const qint64 all = m_context.db.number("SELECT count(*) FROM undo_conversations WHERE step = ?", 0, part.step.id);
    if (all <= conversations) {
        undo(part.step.id);
        return part;
    }
    undo(splitOff(part.step, conversations));
    part.step.conversations = conversations;
    part.left = all - conversations;
    return part;
}

/// A step of its own for some of the conversations, with all that belongs to them.
UndoId TriageTable::splitOff(const UndoStep &step, int conversations)
{
    Connection &db = m_context.db;
    db.change("INSERT INTO undo_steps (verb, conversations, first_name, at) VALUES (?, ?, ?, ?)", step.verb, conversations, step.firstName,
        toMs(step.at));
    const UndoId part(db.lastId());
    db.change("UPDATE undo_steps SET conversations = conversations - ? WHERE id = ?", conversations, step.id);
    db.change("UPDATE undo_conversations SET step = ?1 WHERE step = ?2 AND conversation IN "
              "(SELECT conversation FROM undo_conversations WHERE step = ?2 ORDER BY conversation DESC LIMIT ?3)",
        part, step.id, conversations);
    db.change("UPDATE undo_locations SET step = ?1 WHERE step = ?2 AND location IN (SELECT l.id FROM undo_conversations u "
              "JOIN messages m ON m.conversation = u.conversation JOIN locations l ON l.message = m.id WHERE u.step = ?1)",
        part, step.id);
    db.change("UPDATE operations SET undo_step = ?1 WHERE undo_step = ?2 AND location IN "
              "(SELECT location FROM undo_locations WHERE step = ?1)",
        part, step.id);
    db.change("UPDATE undo_people SET step = ?1 WHERE step = ?2 AND (conversation IN (SELECT conversation FROM undo_conversations WHERE step = ?1) "
              "OR person IN (SELECT p.person FROM undo_conversations u JOIN participants p ON p.conversation = u.conversation WHERE u.step = ?1))",
        part, step.id);
    db.change("UPDATE undo_categories SET step = ?1 WHERE step = ?2", part, step.id); // before what has it
    db.change("UPDATE undo_kinds SET step = ?1 WHERE step = ?2 AND message IN (SELECT m.id FROM undo_conversations u "
              "JOIN messages m ON m.conversation = u.conversation WHERE u.step = ?1)",
        part, step.id);
    return part;
}

UndoStep TriageTable::undo(std::optional<UndoId> wanted)
{
    const UndoStep step = stepOf(wanted);
    m_step = step.id;
    m_operations.takeBack(step.id);
    Joining(m_context, m_aggregates).takeApart(step.id);
    restorePeople(step.id);
    CategoryTable(m_context).restore(step.id);
    CategoryTable(m_context).forgetMissing(step.id);
    restoreRules(step.id);
    KindTable(m_context, m_aggregates).restore(step.id);
    restoreConversations(step.id);
    restorePlaces(step.id);
    liftSuppressions(step);
    putBack(step.id);
    takeBackDecisions(step.id);
    m_context.db.change("DELETE FROM undo_steps WHERE id = ?", step.id);
    m_aggregates.flush();
    return step;
}

TriageVerb TriageTable::verbOf(UndoId step)
{
    return TriageVerb(m_context.db.number("SELECT verb FROM undo_steps WHERE id = ?", 0, step));
}

void TriageTable::restoreConversations(UndoId step)
{
    if (const char *columns = columnsOf(verbOf(step))) {
        m_context.db.change((std::string("UPDATE conversations AS c SET ") + columns
                                + " FROM undo_conversations AS u, undo_steps AS s WHERE u.step = ?1 AND s.id = ?1 AND c.id = u.conversation")
                                .c_str(),
            step);
    }
    QList<ConversationId> conversations;
    {
        Query q = m_context.db.query("SELECT conversation FROM undo_conversations WHERE step = ?");
        q.bind(step);
        while (q.next())
            conversations.append(q.id<ConversationId>(0));
    }
    for (const ConversationId conversation : std::as_const(conversations)) {
        m_aggregates.touch(conversation);
        Learning(m_context).follow(conversation);
        refreshJunk(m_context, m_aggregates, conversation);
    }
}

void TriageTable::restorePlaces(UndoId step)
{
    QList<Before> places;
    {
        Query q = m_context.db.query(
            "SELECT location, mask, flags, keywords, role, folder FROM undo_locations WHERE step = ?");
        q.bind(step);
        while (q.next())
            places.append({q.number(0), q.integer(1), q.integer(2), q.text(3), imap::FolderRole(q.integer(4)),
                q.id<FolderId>(5)});
    }
    const TriageVerb verb = verbOf(step);
    const KeywordKind keywords = keywordsOf(verb);
    m_operations.showLabelsBack(step); // a folder of Gmail is one
    for (const Before &before : std::as_const(places)) {
        // The operations were taken back; only what is shown is left to restore.
        m_context.db.change("UPDATE locations SET flags = (flags & ~?1) | ?2 WHERE id = ?3", before.mask, before.flags,
            before.location);
        if (keywords)
            restoreKeywords(m_context, before, keywords);
        if (before.mask == 0 && movesMail(verb)) {
            m_operations.move(before.location, before.role, {}, before.folder);
            restoreKeywords(m_context, before, isArrived);
        }
        refreshMessage(m_context, m_aggregates,
            StoredMessageId(
                m_context.db.number("SELECT message FROM locations WHERE id = ?", 0, before.location)));
    }
}

QList<UndoStep> TriageTable::undoSince(const QDateTime &since)
{
    QList<UndoStep> out;
    const QList<UndoStep> stack = readUndoStack(m_context.db);
    for (const UndoStep &step : stack) {
        if (step.at >= since)
            out.append(undo(step.id));
    }
    return out;
}

void TriageTable::restoreRules(UndoId step)
{
    const RuleId rule(m_context.db.number("SELECT rule FROM undo_rules WHERE step = ?", 0, step));
    // The rep may have removed it by hand.
    if (rule.isValid() && m_context.db.number("SELECT 1 FROM rules WHERE id = ?", 0, rule) != 0)
        RuleTable(m_context, m_aggregates).remove(rule);
}

/// An entry that was a decision of its own is taken off by one; others follow from the category.
void TriageTable::liftSuppressions(const UndoStep &step)
{
    QStringList decided;
    {
        Query q = m_context.db.query("SELECT u.pattern FROM undo_suppressions u WHERE u.step = ?1 AND EXISTS (SELECT 1 "
                                     "FROM decisions d WHERE d.at >= ?2 AND d.verb = 'suppress' AND d.argument = u.pattern)");
        q.bind(step.id, toMs(step.at));
        while (q.next())
            decided.append(q.text(0));
    }
    for (const QString &pattern : std::as_const(decided))
        SuppressionTable(m_context).remove(pattern);
    m_context.changes.suppressions = true;
    m_context.db.change("DELETE FROM suppressions WHERE pattern IN "
                        "(SELECT pattern FROM undo_suppressions WHERE step = ?)",
        step.id);
    SuppressionTable(m_context).resume(step.at);
}

void TriageTable::restorePeople(UndoId step)
{
    m_context.db.change("UPDATE people AS p SET decision = u.decision, conversation = u.conversation "
                        "FROM undo_people AS u WHERE u.step = ? AND p.id = u.person",
        step);
}

void TriageTable::takeBackDecisions(UndoId step)
{
    QList<QPair<ConversationId, QByteArray>> decisions;
    {
        Query q = m_context.db.query("SELECT conversation, decision FROM undo_conversations WHERE step = ?");
        q.bind(step);
        while (q.next())
            decisions.append({q.id<ConversationId>(0), q.bytes(1)});
    }
    for (const auto &[conversation, decision] : std::as_const(decisions))
        appendDecision(m_context, {QStringLiteral("undo"), {}, conversation, decision});
}

} // namespace inlet::store
