// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/CarryOver.h"

#include "store/Packing.h"
#include "store/salvage/DamagedTable.h"
#include "store/salvage/Replay.h"

#include <QSet>

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace inlet::store
{

namespace
{

constexpr const char *kDecisions = "what you decided about conversations";
constexpr const char *kProspects = "who is a prospect";
constexpr const char *kLeads = "imported leads";
constexpr const char *kOutbox = "the outbox";
constexpr const char *kDrafts = "drafts";
constexpr const char *kWaiting = "changes on their way to the servers";

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

/// Null where the source does not know the table.
Statement prepared(sqlite3 *db, const std::string &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db, sql.c_str(), int(sql.size()), &statement, nullptr);
    return {statement, &sqlite3_finalize};
}

std::vector<std::string> split(const std::string &columns)
{
    const QStringList names = QString::fromStdString(columns).split(QStringLiteral(", "));
    std::vector<std::string> out;
    std::transform(names.begin(), names.end(), std::back_inserter(out), [](const QString &name) { return name.toStdString(); });
    return out;
}

int count(const std::string &columns)
{
    return int(std::count(columns.begin(), columns.end(), ',')) + 1;
}

/// One row from there to here. What the schema here does not allow is no row of that table.
class RowCopy
{
public:
    RowCopy(Connection &fresh, const char *table, const std::string &columns, const char *guard)
        : m_insert(prepared(fresh.handle(), sqlFor(table, columns, guard))), m_columns(count(columns))
    {
        if (!m_insert)
            throw StoreError(errorOfCode(sqlite3_extended_errcode(fresh.handle()), sqlite3_errmsg(fresh.handle()), fresh.handle()));
    }

    /// False, and nothing is done, where `row` holds a message that cannot be unpacked any more: it would only
    /// be met again.
    bool operator()(sqlite3_stmt *row)
    {
        if (!isSoundMessage(row))
            return false;
        for (int column = 0; column < m_columns; ++column)
            sqlite3_bind_value(m_insert.get(), column + 1, sqlite3_column_value(row, column));
        sqlite3_step(m_insert.get());
        const int result = sqlite3_reset(m_insert.get());
        sqlite3 *db = sqlite3_db_handle(m_insert.get());
        if (result != SQLITE_OK && (result & 0xff) != SQLITE_CONSTRAINT && (result & 0xff) != SQLITE_MISMATCH)
            throw StoreError(errorOfCode(sqlite3_extended_errcode(db), sqlite3_errmsg(db), db));
        return true;
    }

private:
    [[nodiscard]] bool isSoundMessage(sqlite3_stmt *row) const
    {
        for (int column = 0; column < m_columns; ++column) {
            if (sqlite3_column_name(row, column) == std::string_view("packed"))
                return isSound(QByteArray::fromRawData(static_cast<const char *>(sqlite3_column_blob(row, column)),
                    sqlite3_column_bytes(row, column)));
        }
        return true;
    }

    static std::string sqlFor(const char *table, const std::string &columns, const char *guard)
    {
        std::string values;
        for (int column = 1; column <= count(columns); ++column)
            values += (column > 1 ? ", ?" : "?") + std::to_string(column);
        return std::string("INSERT OR IGNORE INTO ") + table + " (" + columns + ") SELECT " + values + " WHERE " + guard;
    }

    Statement m_insert;
    int m_columns;
};

} // namespace

const CarryOver::Table CarryOver::kTables[] = {
    {.name = "accounts", .words = "mailboxes"},
    {.name = "account_aliases", .words = "mailboxes", .key = "account"},
    {.name = "account_tags", .words = "mailboxes", .guard = "EXISTS (SELECT 1 FROM accounts WHERE id = ?1)", .key = "account"},
    // What their servers said is asked again.
    {.name = "folders", .words = nullptr, .columns = "id, account, wire_name, name, role, followed"},
    {.name = "people", .words = kProspects},
    {.name = "conversations",
        .words = kDecisions,
        .columns = "id, person, is_prospect, prospect_decision, category, category_source, note, snoozed_until, "
                   "snoozed_at, archived_at, deleted_at, junked, remind_at, remind_set_at, reminded_at, muted",
        .wanted = "is_prospect OR prospect_decision <> 0 OR category_source = 2 OR note <> '' OR snoozed_until > 0 "
                  "OR remind_at > 0 OR reminded_at > 0 OR archived_at > 0 OR deleted_at > 0 OR junked OR muted <> 0"},
    {.name = "leads", .words = kLeads},
    {.name = "lead_fields", .words = kLeads, .guard = "EXISTS (SELECT 1 FROM leads WHERE id = ?1)", .key = "lead"},
    {.name = "different_people", .words = kProspects, .key = "address"},
    {.name = "own_categories", .words = "categories of your own"},
    {.name = "rules", .words = "rules"},
    {.name = "saved_views",
        .words = "saved views",
        .columns = "id, account, scope, category, search, everywhere, name, number, notify, place",
        .guard = "?2 = 0 OR EXISTS (SELECT 1 FROM accounts WHERE id = ?2)"},
    {.name = "suppressions", .words = "the do-not-contact list", .key = "pattern"},
    {.name = "decisions", .words = "the history of your decisions", .key = "id"},
    {.name = "kind_choices", .words = kDecisions},
    {.name = "taught", .words = "what was learned from your sorting"},
    {.name = "category_words", .words = "what was learned from your sorting", .key = "word"},
    {.name = "category_counts", .words = "what was learned from your sorting"},
    // Reports by mail are read again.
    {.name = "bounces", .words = "refused recipients", .wanted = "message = 0"},
    {.name = "ledger", .words = kOutbox},
    // Of what is in Sent the server has them.
    {.name = "ledger_bytes",
        .words = kOutbox,
        .guard = "EXISTS (SELECT 1 FROM ledger WHERE id = ?1 AND state NOT IN (4, 7))"},
    {.name = "drafts", .words = kDrafts},
    {.name = "draft_files",
        .words = kDrafts,
        .guard = "EXISTS (SELECT 1 FROM drafts WHERE id = ?1)"},
    {.name = "operations", .words = kWaiting, .wanted = "done = 0"},
};

CarryOver::CarryOver(sqlite3 *source, Connection &fresh) : m_source(source), m_fresh(fresh)
{
}

void CarryOver::carryRows(const QStringList &only)
{
    m_fresh.exec("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
    // Whose decisions these are, and the limits.
    if (const Statement known = prepared(m_source, "SELECT key, value FROM meta WHERE key IN ('profile', 'sending_limits')");
        known && m_fresh.number("SELECT count(*) FROM accounts", 0) == 0) {
        m_fresh.exec("DELETE FROM meta WHERE key = 'profile'");
        RowCopy copy(m_fresh, "meta", "key, value", "1");
        while (sqlite3_step(known.get()) == SQLITE_ROW)
            copy(known.get());
        m_fresh.exec("INSERT OR IGNORE INTO meta VALUES ('profile', lower(hex(randomblob(16))))");
    }
    for (const Table &table : kTables) {
        if (only.isEmpty() || (table.words && only.contains(QLatin1String(table.words))) || table.name == std::string_view("folders"))
            carry(table);
    }
    if (only.isEmpty() || only.contains(QLatin1String(kWaiting)))
        carryMessages();
    m_fresh.exec("COMMIT; PRAGMA foreign_keys = ON");
}

void CarryOver::join()
{
    m_fresh.exec("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
    if (m_incomplete.contains(QLatin1String(kDecisions)))
        replayDecisions(m_source, m_fresh);
    joinLoose();
    // Needs to know which conversations there are.
    carry({.name = "participants",
        .words = nullptr,
        .columns = "person, conversation",
        .guard = "EXISTS (SELECT 1 FROM conversations WHERE id = ?2)",
        .key = "person"});
    carry({.name = "thread_keys",
        .words = kDecisions,
        .columns = "key, conversation",
        .guard = "EXISTS (SELECT 1 FROM conversations WHERE id = ?2)"});
    // The mails themselves know, too, where they belong.
    if (m_incomplete.contains(QLatin1String(kDecisions))) {
        RowCopy copy(m_fresh, "thread_keys", "key, conversation", "EXISTS (SELECT 1 FROM conversations WHERE id = ?2)");
        DamagedTable(m_source, "messages", "message_key, conversation", "message_key <> 0")
            .readByRowId([&copy](sqlite3_stmt *row) { copy(row); });
    }
    continueCounting();
    m_fresh.exec("INSERT INTO lead_index (lead_index) VALUES ('rebuild')");
    m_fresh.exec("COMMIT; PRAGMA foreign_keys = ON");
}

void CarryOver::carry(const Table &table)
{
    const std::string columns = commonColumns(table);
    if (columns.empty() || columnsOf(m_source, table.name).empty()) {
        // An older version has fewer tables; a schema that cannot be read has none.
        const Statement version = prepared(m_source, "PRAGMA user_version");
        const bool older = version && sqlite3_step(version.get()) == SQLITE_ROW && sqlite3_column_int(version.get(), 0) > 0
            && sqlite3_column_int(version.get(), 0) < m_fresh.number("SELECT user_version FROM pragma_user_version", 0);
        if (!older || columnsOf(m_source, "accounts").empty())
            missed(table.words);
        return;
    }
    RowCopy copy(m_fresh, table.name, columns, table.guard);
    // An older version does not know all that the condition asks for.
    const bool knowsAll = !table.columns || columns == table.columns;
    DamagedTable source(m_source, table.name, columns, knowsAll ? table.wanted : "1");
    const auto row = [&](sqlite3_stmt *values) {
        if (!copy(values))
            damagedLedger(sqlite3_column_int64(values, 0));
    };
    if (!(table.key ? source.readByKey(table.key, row) : source.readByRowId(row)))
        missed(table.words);
}

/// The mails that waiting changes are about, and those of ours that no Sent folder has yet.
void CarryOver::carryMessages()
{
    QSet<qint64> wanted;
    {
        Query q = m_fresh.query("SELECT DISTINCT message FROM operations");
        while (q.next())
            wanted.insert(q.number(0));
    }
    if (const Statement local = prepared(m_source, "SELECT id FROM messages WHERE local = 1")) {
        while (sqlite3_step(local.get()) == SQLITE_ROW)
            wanted.insert(sqlite3_column_int64(local.get(), 0));
    }
    for (const qint64 message : std::as_const(wanted)) {
        const bool sound = carryRowsOf("contents", "message", message);
        if (!sound)
            m_fresh.change("INSERT OR IGNORE INTO contents (message, packed) VALUES (?, ?)", message, packContent({}, {}));
        if (m_fresh.number("SELECT 1 FROM contents WHERE message = ?", 0, message) == 0)
            continue;
        carryRowsOf("messages", "id", message);
        if (!sound) // its server has it, or its ledger row
            m_fresh.change("UPDATE messages SET has_body = 0 WHERE id = ?", message);
        carryRowsOf("attachments", "message", message);
        carryRowsOf("locations", "message", message);
    }
    m_fresh.exec("DELETE FROM contents WHERE message NOT IN (SELECT id FROM messages);"
                 "DELETE FROM locations WHERE message NOT IN (SELECT id FROM messages) OR folder NOT IN (SELECT id FROM folders);"
                 "DELETE FROM attachments WHERE message NOT IN (SELECT id FROM messages);"
                 "UPDATE locations SET uid = NULL, modseq = 0;"
                 "INSERT OR IGNORE INTO unindexed (message) SELECT id FROM messages");
    m_fresh.exec("DELETE FROM operations WHERE location NOT IN (SELECT id FROM locations)");
    if (m_fresh.changes() > 0)
        missed(kWaiting);
    m_fresh.exec("UPDATE operations SET undo_step = 0");
}

bool CarryOver::carryRowsOf(const char *table, const char *keyColumn, qint64 key)
{
    const std::string columns = commonColumns({.name = table, .words = nullptr});
    if (columns.empty())
        return true;
    const Statement rows = prepared(m_source, "SELECT " + columns + " FROM " + table + " WHERE " + keyColumn + " = ?1");
    if (!rows)
        return true;
    sqlite3_bind_int64(rows.get(), 1, key);
    RowCopy copy(m_fresh, table, columns, "1");
    bool sound = true;
    while (sqlite3_step(rows.get()) == SQLITE_ROW)
        sound = copy(rows.get()) && sound;
    return sound;
}

/// Of what is in Sent the server has the octets.
void CarryOver::damagedLedger(qint64 ledger)
{
    if (m_fresh.number("SELECT 1 FROM ledger WHERE id = ? AND state NOT IN (4, 7)", 0, ledger) == 0)
        return;
    const QString words = QString::fromLatin1(kOutbox);
    if (!m_damagedMessages.contains(words))
        m_damagedMessages.append(words);
}

QStringList CarryOver::incomplete() const
{
    QStringList all = m_incomplete;
    for (const QString &words : m_damagedMessages) {
        if (!all.contains(words))
            all.append(words);
    }
    return all;
}

void CarryOver::joinLoose()
{
    // Persons know which conversation is theirs, also where its row is lost. Whatever else is about a lost one
    // finds its place by its Message-ID.
    m_fresh.exec("UPDATE people SET conversation = NULL WHERE conversation <= 0;"
                 "INSERT OR IGNORE INTO conversations (id, is_prospect, person) "
                 "SELECT conversation, 1, min(id) FROM people WHERE conversation IS NOT NULL GROUP BY conversation;"
                 "UPDATE conversations SET is_prospect = 1, person = (SELECT min(id) FROM people WHERE conversation = conversations.id) "
                 "WHERE person = 0 AND prospect_decision = 0 AND id IN (SELECT conversation FROM people WHERE conversation IS NOT NULL);"
                 "INSERT OR IGNORE INTO conversations (id) SELECT conversation FROM messages;"
                 "UPDATE ledger SET conversation = 0 WHERE conversation NOT IN (SELECT id FROM conversations);"
                 "UPDATE drafts SET conversation = 0 WHERE conversation NOT IN (SELECT id FROM conversations);"
                 "INSERT OR IGNORE INTO thread_keys (key, conversation) "
                 "SELECT message_key, conversation FROM ledger WHERE conversation > 0 "
                 "UNION SELECT message_key, conversation FROM messages");
}

/// Numbers that were given once are not given to something else.
void CarryOver::continueCounting()
{
    if (const Statement counters = prepared(m_source, "SELECT name, seq FROM sqlite_sequence")) {
        while (sqlite3_step(counters.get()) == SQLITE_ROW) {
            const QString name = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(counters.get(), 0)));
            const qint64 seq = sqlite3_column_int64(counters.get(), 1);
            m_fresh.change("INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)", name);
            m_fresh.change("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1", name, seq);
        }
    }
    // Drafts answer mails that are no longer here under that number, and none may take it.
    m_fresh.exec("INSERT INTO sqlite_sequence (name, seq) SELECT 'messages', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'messages');"
                 "UPDATE sqlite_sequence SET seq = max(seq, (SELECT ifnull(max(answers), 0) FROM drafts)) WHERE name = 'messages'");
}

std::vector<std::string> CarryOver::columnsOf(sqlite3 *db, const char *table) const
{
    std::vector<std::string> columns;
    const Statement info = prepared(db, std::string("SELECT name FROM pragma_table_xinfo('") + table + "') WHERE hidden = 0");
    while (info && sqlite3_step(info.get()) == SQLITE_ROW)
        columns.emplace_back(reinterpret_cast<const char *>(sqlite3_column_text(info.get(), 0)));
    return columns;
}

/// In the order that is asked for, or that of the fresh schema. An older version has fewer.
std::string CarryOver::commonColumns(const Table &table) const
{
    const std::vector<std::string> there = columnsOf(m_source, table.name);
    const std::vector<std::string> wanted = table.columns ? split(table.columns) : columnsOf(m_fresh.handle(), table.name);
    std::string columns;
    for (const std::string &name : wanted) {
        if (std::find(there.begin(), there.end(), name) != there.end())
            columns += (columns.empty() ? "" : ", ") + name;
    }
    return columns;
}

void CarryOver::missed(const char *words)
{
    if (words && !m_incomplete.contains(QLatin1String(words)))
        m_incomplete.append(QLatin1String(words));
}

} // namespace inlet::store
