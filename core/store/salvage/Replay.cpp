// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/Replay.h"

#include "store/Codec_p.h"
#include "store/OwnCategories.h"
#include "store/ThreadKeys.h"
#include "store/values/Conversation.h"
#include "store/values/Triage.h"

#include <QSet>

#include <sqlite3.h>

namespace inlet::store
{

namespace
{

struct Told {
    qint64 at = 0;
    QString verb;
    QString address;
    QString messageId;
    QString argument;
};

/// In their order, without those that were taken back.
QList<Told> history(Connection &fresh)
{
    QList<Told> out;
    Query q = fresh.query("SELECT at, verb, address, message_id, argument FROM decisions d WHERE takes_back IS NULL "
                          "AND NOT EXISTS (SELECT 1 FROM decisions WHERE takes_back = d.id) ORDER BY at, id");
    while (q.next())
        out.append({q.number(0), q.text(1), q.text(2), q.text(3), q.text(4)});
    return out;
}

/// 0: none, or it cannot be read.
qint64 numberFrom(sqlite3 *source, const char *sql, qint64 value)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(source, sql, -1, &statement, nullptr);
    sqlite3_bind_int64(statement, 1, value);
    const qint64 found = statement && sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return found;
}

qint64 conversationOf(sqlite3 *source, Connection &fresh, const Told &told)
{
    const qint64 key = threadKey(told.messageId);
    qint64 conversation = key == 0 ? 0 : numberFrom(source, "SELECT conversation FROM thread_keys WHERE key = ?1", key);
    if (conversation == 0 && key != 0)
        conversation = numberFrom(source, "SELECT conversation FROM messages WHERE message_key = ?1 LIMIT 1", key);
    if (conversation == 0 && !told.address.isEmpty())
        conversation = fresh.number("SELECT ifnull(conversation, 0) FROM people WHERE address = ?", 0, told.address);
    return conversation;
}

/// The keyword of a category is made of its first name and stays, so that a category with another name since is found.
/// nullopt: it was removed since, or had a third name.
std::optional<Category> categoryOf(Connection &fresh, const QString &name)
{
    CategoryReader reader(fresh);
    if (const auto builtIn = categoryFromName(name))
        return builtIn;
    const Category own = reader.ofKeywords({ownKeywordFor(name)});
    return own != Category::Unsorted ? own : reader.named(name);
}

void decide(Connection &fresh, qint64 conversation, const Told &told)
{
    const auto set = [&](const char *sql, const auto &...values) { fresh.change(sql, values..., conversation); };
    const auto is = [&told](TriageVerb verb) { return told.verb == nameOf(verb); };
    const qint64 until = toMs(QDateTime::fromString(told.argument, Qt::ISODateWithMs));
    const auto category = categoryOf(fresh, told.argument);
    if (is(TriageVerb::SetCategory) && category)
        set("UPDATE conversations SET category = ?, category_source = ? WHERE id = ?", *category, CategorySource::Manual);
    else if (is(TriageVerb::SortAway) && category)
        set("UPDATE conversations SET category = ?, category_source = ?, archived_at = ? WHERE id = ?", *category,
            CategorySource::Manual, told.at);
    else if (is(TriageVerb::RemoveCategory))
        set("UPDATE conversations SET category = 0, category_source = 0 WHERE id = ?");
    else if (is(TriageVerb::Snooze) && until > nowMs())
        set("UPDATE conversations SET snoozed_until = ?, snoozed_at = ?, muted = iif(muted = 1, -1, muted) WHERE id = ?", until, told.at);
    else if (is(TriageVerb::Unsnooze))
        set("UPDATE conversations SET snoozed_until = 0, snoozed_at = 0 WHERE id = ?");
    else if (is(TriageVerb::Remind) && until > nowMs())
        set("UPDATE conversations SET remind_at = ?, remind_set_at = ? WHERE id = ?", until, told.at);
    else if (is(TriageVerb::Unremind))
        set("UPDATE conversations SET remind_at = 0, remind_set_at = 0 WHERE id = ?");
    else if (is(TriageVerb::Archive))
        set("UPDATE conversations SET archived_at = ? WHERE id = ?", told.at);
    else if (is(TriageVerb::Unarchive))
        set("UPDATE conversations SET archived_at = 0, muted = iif(muted = 1, -1, muted) WHERE id = ?");
    else if (is(TriageVerb::Delete))
        set("UPDATE conversations SET deleted_at = ? WHERE id = ?", told.at);
    else if (is(TriageVerb::Junk))
        set("UPDATE conversations SET junked = 1, deleted_at = ? WHERE id = ?", told.at);
    else if (is(TriageVerb::MoveToOther))
        set("UPDATE conversations SET is_prospect = 0, prospect_decision = -1 WHERE id = ?");
    else if (is(TriageVerb::MoveToProspects))
        set("UPDATE conversations SET is_prospect = 1, prospect_decision = 1 WHERE id = ?");
    else if (is(TriageVerb::MoveToFolder) && told.argument.compare(QLatin1String("INBOX"), Qt::CaseInsensitive) == 0)
        set("UPDATE conversations SET archived_at = 0, muted = iif(muted = 1, -1, muted) WHERE id = ?");
    else if (is(TriageVerb::MoveToFolder))
        set("UPDATE conversations SET archived_at = ? WHERE id = ?", told.at);
    else if (is(TriageVerb::Mute))
        set("UPDATE conversations SET muted = 1, snoozed_until = 0, snoozed_at = 0, remind_at = 0, remind_set_at = 0 WHERE id = ?");
    else if (is(TriageVerb::Unmute))
        set("UPDATE conversations SET muted = -1 WHERE id = ?");
    else if (told.verb == QLatin1String("note"))
        set("UPDATE conversations SET note = ? WHERE id = ?", told.argument);
}

/// It is about one mail, whatever became of its conversation.
void sayKind(Connection &fresh, const Told &told)
{
    const qint64 key = threadKey(told.messageId);
    for (const triage::Kind kind : {triage::Kind::Human, triage::Kind::AutoReply, triage::Kind::Bounce}) {
        if (key != 0 && told.argument == triage::nameOf(kind))
            fresh.change("INSERT OR REPLACE INTO kind_choices (message_key, kind, at) VALUES (?, ?, ?)", key, kind, told.at);
    }
}

} // namespace

void replayDecisions(sqlite3 *source, Connection &fresh)
{
    QSet<qint64> made;
    const QList<Told> all = history(fresh);
    for (const Told &told : all) {
        if (told.verb == nameOf(TriageVerb::SetKind)) {
            sayKind(fresh, told);
            continue;
        }
        const qint64 conversation = conversationOf(source, fresh, told);
        if (conversation == 0)
            continue;
        if (!made.contains(conversation)) {
            // Whoever can be read says for itself what was decided.
            const bool readable = numberFrom(source, "SELECT id FROM conversations WHERE id = ?1", conversation) != 0;
            if (readable || fresh.number("SELECT 1 FROM conversations WHERE id = ?", 0, conversation) != 0)
                continue;
            fresh.change("INSERT INTO conversations (id) VALUES (?)", conversation);
            made.insert(conversation);
        }
        decide(fresh, conversation, told);
    }
}

} // namespace inlet::store
