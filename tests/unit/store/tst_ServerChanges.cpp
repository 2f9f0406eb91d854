// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnsweredMail.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

/// Mails, folders and mailboxes that go, are renumbered or get another role: what was decided stays.
class tst_ServerChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goneMessage_takesItsOperationsAlong()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::MarkRead, conversation);
        f.change([&](WriteTransaction &t) { return t.removeUids(f.anna.inbox, {ImapUid(7)}); });
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(f.list(Scope::All).first().messages, 1);
        f.undo();
        QCOMPARE(f.inconsistency(), QString());
        // Seen again in another folder, it is the message it was.
        f.ingest(MailBuilder("in1@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").minute(10)
                     .inReplyTo("out1@us.test").in(f.anna.archive, 3));
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().id, conversation);
        QCOMPARE(f.everything().first().messages, 2);
    }

    void newUidValidity_keepsTriageState()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::SetCategory, conversation, Category::Interested);
        f.apply(TriageVerb::MarkRead, conversation);
        f.change([&](WriteTransaction &t) { return t.setFollowed(f.anna.inbox, true); });
        f.change([&](WriteTransaction &t) { return t.resetFolder(f.anna.inbox, UidValidity(2)); });
        QVERIFY(f.operations().isEmpty()); // they wait
        QVERIFY(f.read([&](ReadSession &s) { return s.uids(f.anna.inbox); })->isEmpty());
        QCOMPARE(f.read([](ReadSession &s) { return s.operationCount(); }).value_or(0), 2);
        f.ingest(MailBuilder("in1@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").minute(10)
                     .inReplyTo("out1@us.test").in(f.anna.inbox, 99, 2));
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().category, Category::Interested);
        QCOMPARE(f.everything().first().unread, 0);
        QCOMPARE(f.operations().size(), 2);
        QCOMPARE(f.operations().first().uid, ImapUid(99));
        QCOMPARE(f.operations().first().uidValidity, UidValidity(2));
    }

    void removedMailbox_leavesDecisions_andTheyReturn()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::SetCategory, conversation, Category::Interested);
        f.change([&](WriteTransaction &t) { return t.removeAccount(f.anna.id); });
        QCOMPARE(f.everything().size(), 0);
        QCOMPARE(decisionCount(f), 1);
        QCOMPARE(f.inconsistency(), QString());
        f.ingest(MailBuilder("out9@us.test").from("ben@us.test").to("mara@acme.test").own().minute(99).in(f.ben.sent, 1));
        QCOMPARE(f.list(Scope::All).first().id, conversation);
        QCOMPARE(f.list(Scope::All).first().category, Category::Interested);
    }

    void chosenFolder_hasItsRole_andTheServersWordComesBack()
    {
        StoreFixture f;
        const auto listed = [](const char *name, imap::FolderRole role) {
            imap::RemoteFolder folder;
            folder.wireName = name;
            folder.name = QString::fromLatin1(name);
            folder.role = role;
            return folder;
        };
        const QList<imap::RemoteFolder> server{listed("INBOX", imap::FolderRole::Inbox), listed("Sent", imap::FolderRole::Sent),
            listed("Mine", imap::FolderRole::None)};
        const auto roles = [&](const accounts::FolderChoices &choices) {
            QList<imap::FolderRole> found;
            f.change([&](WriteTransaction &t) -> Result<void> {
                auto account = t.account(f.anna.id);
                account->folderChoices = choices;
                if (const auto updated = t.updateAccount(*account); !updated)
                    return updated;
                const auto folders = t.setFolders(f.anna.id, server);
                for (const StoredFolder &folder : folders.value_or(QList<StoredFolder>())) {
                    if (folder.id == f.anna.inbox || folder.id == f.anna.sent || folder.wireName == "Mine")
                        found.append(folder.role);
                }
                return {};
            });
            return found;
        };
        using imap::FolderRole;
        QCOMPARE(roles({.sent = "Mine", .junk = {}, .archive = {}, .trash = "INBOX"}),
            (QList{FolderRole::Inbox, FolderRole::None, FolderRole::Sent}));
        QCOMPARE(f.read([&](ReadSession &s) { return s.account(f.anna.id); })->folderChoices.sent, QByteArray("Mine"));
        QCOMPARE(roles({.sent = "gone", .junk = {}, .archive = {}, .trash = {}}),
            (QList{FolderRole::Inbox, FolderRole::Sent, FolderRole::None}));
        QCOMPARE(roles({}), (QList{FolderRole::Inbox, FolderRole::Sent, FolderRole::None}));
    }

    void removedFolder_hidesItsMail()
    {
        StoreFixture f;
        answered(f);
        f.change([&](WriteTransaction &t) -> Result<void> {
            imap::RemoteFolder sent;
            sent.wireName = "Sent";
            sent.role = imap::FolderRole::Sent;
            const auto folders = t.setFolders(f.anna.id, {sent});
            return folders ? Result<void>() : Result<void>(folders.error());
        });
        QCOMPARE(f.list(Scope::All).first().messages, 1);
        QCOMPARE(f.inconsistency(), QString());
    }
};

INLET_TEST(tst_ServerChanges)
#include "tst_ServerChanges.moc"
