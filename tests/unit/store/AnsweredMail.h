// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace inlet::test
{

/// One prospect conversation with an unread answer; uid 7 in the inbox.
inline ConversationId answered(StoreFixture &f)
{
    f.ingest(MailBuilder("out1@us.test").from("anna@us.test").to("Mara <mara@acme.test>").own().seen().in(f.anna.sent, 1));
    f.ingest(MailBuilder("in1@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").minute(10)
                 .inReplyTo("out1@us.test").in(f.anna.inbox, 7));
    return f.list(store::Scope::All).first().id;
}

inline StoredMessageId answerOf(StoreFixture &f, ConversationId conversation)
{
    return f.messages(conversation).last().id;
}

/// Everything that undo promises to restore, as text.
inline QString snapshot(StoreFixture &f)
{
    SQLite::Database db((f.dir.path() + QStringLiteral("/profile/inlet.db")).toStdString(), SQLite::OPEN_READONLY);
    QString out;
    for (const char *sql : {"SELECT * FROM conversations ORDER BY id",
             "SELECT id, message, folder, uid, flags, keywords, pending_role FROM locations ORDER BY id",
             "SELECT id, conversation, seen, flagged, list_class, inbox FROM messages ORDER BY id",
             "SELECT * FROM people ORDER BY id", "SELECT * FROM suppressions ORDER BY pattern",
             "SELECT conversation, account, messages, unread FROM conversation_accounts"}) {
        SQLite::Statement statement(db, sql);
        while (statement.executeStep()) {
            for (int i = 0; i < statement.getColumnCount(); ++i)
                out += QString::fromUtf8(statement.getColumn(i).getText("NULL")) + QLatin1Char('|');
            out += QLatin1Char('\n');
        }
    }
    return out;
}

inline void finishAll(StoreFixture &f)
{
    const auto operations = f.operations();
    f.change([&](store::WriteTransaction &t) -> Result<void> {
        for (const store::Operation &operation : operations) {
            const auto done = t.finishOperation(operation.id);
            if (!done)
                return done;
        }
        return {};
    });
}

inline qint64 decisionCount(StoreFixture &f)
{
    SQLite::Database db((f.dir.path() + QStringLiteral("/profile/inlet.db")).toStdString(), SQLite::OPEN_READONLY);
    return db.execAndGet("SELECT count(*) FROM decisions").getInt64();
}

} // namespace inlet::test
