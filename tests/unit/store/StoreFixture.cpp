// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace inlet::test
{

using namespace store;

namespace
{

template <typename T>
T must(const Result<T> &result)
{
    if (!result) {
        QTest::qFail(qPrintable(QStringLiteral("store: ") + result.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *result;
}

imap::RemoteFolder remote(const char *name, imap::FolderRole role)
{
    imap::RemoteFolder folder;
    folder.wireName = name;
    folder.name = QString::fromUtf8(name);
    folder.role = role;
    return folder;
}

} // namespace

StoreFixture::StoreFixture()
{
    reopen();
    anna = addMailbox("anna@us.test");
    ben = addMailbox("ben@us.test");
}

void StoreFixture::reopen()
{
    subject.reset();
    auto opened = openStore(dir.path() + QStringLiteral("/profile"));
    if (!opened) {
        QTest::qFail(qPrintable(opened.error().detail), __FILE__, __LINE__);
        return;
    }
    subject = std::move(*opened);
    subject->observe([this](const ChangeSet &changes) { lastChanges.merge(changes); });
}

StoreFixture::Mailbox StoreFixture::addMailbox(const char *email)
{
    Mailbox mailbox;
    change([&](WriteTransaction &t) -> Result<void> {
        accounts::Account account;
        account.email = QString::fromUtf8(email);
        mailbox.id = must(t.addAccount(account));
        const QList<StoredFolder> folders = must(t.setFolders(mailbox.id,
            {remote("INBOX", imap::FolderRole::Inbox), remote("Sent", imap::FolderRole::Sent),
                remote("Junk", imap::FolderRole::Junk), remote("Archive", imap::FolderRole::Archive),
                remote("Trash", imap::FolderRole::Trash), remote("All", imap::FolderRole::AllMail)}));
        mailbox.inbox = folders.at(0).id;
        mailbox.sent = folders.at(1).id;
        mailbox.junk = folders.at(2).id;
        mailbox.archive = folders.at(3).id;
        mailbox.trash = folders.at(4).id;
        mailbox.allMail = folders.at(5).id;
        for (StoredFolder folder : folders) {
            folder.uidValidity = UidValidity(1);
            folder.keepsKeywords = true;
            const Result<void> set = t.setFolderState(folder);
            if (!set)
                return set;
        }
        return {};
    });
    return mailbox;
}

void StoreFixture::change(const Store::Write &work)
{
    const Result<void> result = subject->writeAndWait("test", work);
    if (!result)
        QTest::qFail(qPrintable(QStringLiteral("write: ") + result.error().detail), __FILE__, __LINE__);
}

void StoreFixture::ingest(const QList<IncomingMessage> &messages)
{
    change([&](WriteTransaction &t) { return t.ingest(messages); });
}

UndoId StoreFixture::apply(
    TriageVerb verb, ConversationId conversation, Category category, const QDateTime &until)
{
    UndoId id;
    change([&](WriteTransaction &t) -> Result<void> {
        TriageAction action;
        action.verb = verb;
        action.conversations = {conversation};
        action.category = category;
        action.until = until;
        id = must(t.apply(action));
        return {};
    });
    return id;
}

void StoreFixture::setTags(AccountId account, const QStringList &tags)
{
    const auto now = read([&](ReadSession &session) { return session.account(account); });
    QVERIFY(now.has_value());
    accounts::Account changed = *now;
    changed.tags = tags;
    change([&](WriteTransaction &t) { return t.updateAccount(changed); });
}

void StoreFixture::undo()
{
    change([](WriteTransaction &t) -> Result<void> {
        must(t.undo({}));
        return {};
    });
}

QList<ConversationRow> StoreFixture::list(const ListQuery &query)
{
    return read([&](ReadSession &session) { return must(session.page(query, {}, 1000)); });
}

QList<ConversationRow> StoreFixture::list(Scope scope)
{
    ListQuery query;
    query.scope = scope;
    return list(query);
}

QStringList StoreFixture::subjects(Scope scope)
{
    QStringList out;
    const QList<ConversationRow> rows = list(scope);
    for (const ConversationRow &row : rows)
        out.append(row.subject);
    return out;
}

QList<ConversationRow> StoreFixture::everything()
{
    return list(Scope::All) + list(Scope::Other) + list(Scope::Archived);
}

QList<Operation> StoreFixture::operations()
{
    return read([&](ReadSession &session) {
        return must(session.operations(anna.id, 1000)) + must(session.operations(ben.id, 1000));
    });
}

QList<MessageItem> StoreFixture::messages(ConversationId conversation)
{
    return read([&](ReadSession &session) { return must(session.messages(conversation)); });
}

QString StoreFixture::inconsistency()
{
    SQLite::Database db((dir.path() + QStringLiteral("/profile/inlet.db")).toStdString(), SQLite::OPEN_READONLY);
    const char *counters
        = "SELECT c.id FROM conversations c LEFT JOIN (SELECT conversation, "
          "count(*) FILTER (WHERE list_class = 1) AS human, count(*) FILTER (WHERE list_class = 2) AS own, "
          "count(*) FILTER (WHERE list_class = 3) AS machine, "
          "count(*) FILTER (WHERE list_class IN (1, 3) AND seen = 0) AS unread, "
          "count(*) FILTER (WHERE list_class > 0 AND flagged = 1) AS flagged, "
          "count(*) FILTER (WHERE list_class IN (1, 3) AND inbox = 1) AS inbox, "
          "count(*) FILTER (WHERE list_class > 0 AND has_attachment = 1) AS attachment "
          "FROM messages GROUP BY conversation) m ON m.conversation = c.id "
          "WHERE (c.n_human, c.n_own, c.n_machine, c.n_unread, c.n_flagged, c.n_inbox, c.n_attachment) IS NOT "
          "(ifnull(m.human, 0), ifnull(m.own, 0), ifnull(m.machine, 0), ifnull(m.unread, 0), "
          "ifnull(m.flagged, 0), ifnull(m.inbox, 0), ifnull(m.attachment, 0))";
    const char *mailboxes
        = "SELECT conversation FROM (SELECT conversation, account, messages, unread FROM conversation_accounts "
          "EXCEPT SELECT conversation, account, count(*), "
          "count(*) FILTER (WHERE list_class IN (1, 3) AND seen = 0) FROM messages WHERE list_class > 0 "
          "GROUP BY conversation, account)";
    for (const char *sql : {counters, mailboxes, "PRAGMA foreign_key_check"}) {
        SQLite::Statement statement(db, sql);
        if (statement.executeStep())
            return QStringLiteral("%1 is wrong: %2")
                .arg(QString::fromUtf8(statement.getColumn(0).getText()), QLatin1String(sql).left(60));
    }
    SQLite::Statement integrity(db, "PRAGMA integrity_check");
    integrity.executeStep();
    const QString found = QString::fromUtf8(integrity.getColumn(0).getText());
    return found == QLatin1String("ok") ? QString() : found;
}

} // namespace inlet::test
