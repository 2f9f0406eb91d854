// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Aggregates.h"
#include "store/salvage/CarryOver.h"
#include "store/values/Ledger.h"

namespace inlet::store
{

namespace
{

constexpr const char *kUncertain
    = "The database was damaged while this was waiting or on its way, so it may have left already. Look in Sent "
      "before you send it again.";

/// Who works with the old numbers still, a round of sync say, finds no folder of theirs any more, and
/// writes nothing that is only true of the old database.
void renumberFolders(Connection &fresh)
{
    fresh.exec("CREATE TEMP TABLE last_folder AS SELECT ifnull(max(id), 0) AS id FROM folders;"
                 "UPDATE locations SET folder = folder + (SELECT id FROM last_folder);"
                 "UPDATE operations SET target_folder = target_folder + (SELECT id FROM last_folder) WHERE target_folder > 0;"
                 "UPDATE operations SET source_folder = source_folder + (SELECT id FROM last_folder) WHERE source_folder > 0;"
                 "UPDATE folders SET id = id + (SELECT id FROM last_folder);"
                 "DROP TABLE last_folder");
}

/// Nothing leaves twice: what was in the middle of it may have left. Where the newest changes are lost,
/// also what seems to wait still.
void calmTheOutbox(Connection &fresh, bool newestLost, SalvageReport &report)
{
    const QString note = QString::fromLatin1(kUncertain);
    fresh.change("UPDATE ledger SET state = ?1, note = ?2 WHERE state = ?3 OR (?4 AND state IN (?5, ?6))", LedgerState::Unknown, note,
        LedgerState::Sending, newestLost, LedgerState::UndoWindow, LedgerState::Queued);
    // Without its bytes it cannot leave.
    fresh.change("UPDATE ledger SET state = ?1, note = ?2 WHERE state IN (?3, ?4) AND id NOT IN (SELECT ledger FROM ledger_bytes)",
        LedgerState::Unknown, note, LedgerState::UndoWindow, LedgerState::Queued);
    report.uncertain = fresh.number("SELECT count(*) FROM ledger WHERE state = ?1 AND note = ?2", 0, LedgerState::Unknown, note);
}

void recount(Connection &fresh)
{
    QList<ConversationId> shown;
    {
        Query q = fresh.query("SELECT conversation FROM messages UNION SELECT conversation FROM ledger WHERE conversation > 0");
        while (q.next())
            shown.append(q.id<ConversationId>(0));
    }
    WriteContext context{fresh, {}, nowMs(), {}, {}};
    Aggregates aggregates(context);
    for (const ConversationId conversation : std::as_const(shown))
        aggregates.recount(conversation);
}

void sumUp(Connection &fresh, SalvageReport &report)
{
    report.mailboxes = fresh.number("SELECT count(*) FROM accounts", 0);
    report.conversations = fresh.number("SELECT count(*) FROM conversations", 0);
    report.outgoing = fresh.number("SELECT count(*) FROM ledger", 0);
    report.drafts = fresh.number("SELECT count(*) FROM drafts", 0);
    report.suppressions = fresh.number("SELECT count(*) FROM suppressions", 0);
    report.rules = fresh.number("SELECT count(*) FROM rules", 0);
    report.waiting = fresh.number("SELECT count(*) FROM operations", 0);
}

} // namespace

void settleCarried(Connection &fresh, bool newestLost, SalvageReport &report)
{
    fresh.exec("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
    renumberFolders(fresh);
    calmTheOutbox(fresh, newestLost, report);
    recount(fresh);
    fresh.exec("COMMIT; PRAGMA foreign_keys = ON");
    sumUp(fresh, report);
}

} // namespace inlet::store
