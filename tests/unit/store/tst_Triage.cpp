// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

/// One prospect conversation with an unread answer; uid 7 in the inbox.
ConversationId answered(StoreFixture &f)
{
    f.ingest(MailBuilder("out1@us.test").from("anna@us.test").to("Mara <mara@acme.test>").own().seen().in(f.anna.sent, 1));
    f.ingest(MailBuilder("in1@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").minute(10)
                 .inReplyTo("out1@us.test").in(f.anna.inbox, 7));
    return f.list(Scope::All).first().id;
}

StoredMessageId answerOf(StoreFixture &f, ConversationId conversation)
{
    return f.messages(conversation).last().id;
}

/// Everything that undo promises to restore, as text.
QString snapshot(StoreFixture &f)
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

void finishAll(StoreFixture &f)
{
    const auto operations = f.operations();
    f.change([&](WriteTransaction &t) -> Result<void> {
        for (const Operation &operation : operations) {
            const auto done = t.finishOperation(operation.id);
            if (!done)
                return done;
        }
        return {};
    });
}

qint64 decisionCount(StoreFixture &f)
{
    SQLite::Database db((f.dir.path() + QStringLiteral("/profile/inlet.db")).toStdString(), SQLite::OPEN_READONLY);
    return db.execAndGet("SELECT count(*) FROM decisions").getInt64();
}

} // namespace

class tst_Triage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerb_undone_restoresTheRows_data()
    {
        QTest::addColumn<int>("verb");
        QTest::addColumn<bool>("queues");
        const auto row = [](TriageVerb verb, bool queues) {
            QTest::newRow(qPrintable(nameOf(verb))) << int(verb) << queues;
        };
        row(TriageVerb::MarkRead, true);
        row(TriageVerb::MarkUnread, false); // it is unread
        row(TriageVerb::Star, true);
        row(TriageVerb::Unstar, false);
        row(TriageVerb::Archive, true);
        row(TriageVerb::Unarchive, false);
        row(TriageVerb::Delete, true);
        row(TriageVerb::Junk, true);
        row(TriageVerb::SetCategory, true);
        row(TriageVerb::Snooze, false);
        row(TriageVerb::Unsnooze, false);
        row(TriageVerb::MoveToOther, false);
        row(TriageVerb::MoveToProspects, false);
        row(TriageVerb::Remind, false);
        row(TriageVerb::Unremind, false);
        row(TriageVerb::SortAway, true);
        row(TriageVerb::Mute, true);
        row(TriageVerb::Unmute, false);
    }

    void everyVerb_undone_restoresTheRows()
    {
        QFETCH(int, verb);
        QFETCH(bool, queues);
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.ingest(MailBuilder("o@o.test").from("o@o.test").to("anna@us.test").in(f.anna.inbox, 8));
        const QString before = snapshot(f);
        f.apply(TriageVerb(verb), conversation, Category::DoNotContact, QDateTime::currentDateTimeUtc().addDays(3));
        QCOMPARE(!f.operations().isEmpty(), queues);
        QCOMPARE(f.inconsistency(), QString());
        const auto stack = f.read([](ReadSession &s) { return s.undoStack(); });
        QCOMPARE(stack->size(), 1);
        QCOMPARE(stack->first().verb, TriageVerb(verb));
        QCOMPARE(stack->first().firstName, QStringLiteral("Mara"));
        f.undo();
        QCOMPARE(snapshot(f), before);
        QVERIFY(f.operations().isEmpty());
        QVERIFY(f.read([](ReadSession &s) { return s.undoStack(); })->isEmpty());
        QCOMPARE(decisionCount(f), 2);
    }

    void archive_movesTheRowAtOnce_andTheMailLater()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Archive, conversation);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        QCOMPARE(f.list(Scope::All).size(), 0);
        QCOMPARE(f.list(Scope::Archived).size(), 1);
        const auto operations = f.operations();
        QCOMPARE(operations.size(), 1);
        QCOMPARE(operations.first().type, Operation::Type::Move);
        QCOMPARE(operations.first().target, imap::FolderRole::Archive);
        QCOMPARE(operations.first().folder, f.anna.inbox);
        QCOMPARE(operations.first().uid, ImapUid(7));
        const StoredMessageId message = answerOf(f, conversation);
        f.change([&](WriteTransaction &t) {
            return t.relocate(message, f.anna.inbox, f.anna.archive, UidValidity(1), ImapUid(70));
        });
        finishAll(f);
        QCOMPARE(f.list(Scope::Archived).size(), 1);
        const auto places = f.read([&](ReadSession &s) { return s.locations(message); });
        QCOMPARE(places->first().folder, f.anna.archive);
        QCOMPARE(places->first().uid, ImapUid(70));
        // A new answer brings it back.
        f.ingest(MailBuilder("in2@acme.test").from("mara@acme.test").to("anna@us.test").minute(50).in(f.anna.inbox, 8));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.inconsistency(), QString());
    }

    void archive_undoneAfterItRan_queuesTheCounterMove()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const StoredMessageId message = answerOf(f, conversation);
        f.apply(TriageVerb::Archive, conversation);
        f.change([&](WriteTransaction &t) {
            return t.relocate(message, f.anna.inbox, f.anna.archive, UidValidity(1), ImapUid(70));
        });
        finishAll(f);
        f.undo();
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        const auto operations = f.operations();
        QCOMPARE(operations.size(), 1);
        QCOMPARE(operations.first().type, Operation::Type::Move);
        QCOMPARE(operations.first().target, imap::FolderRole::Inbox);
        QCOMPARE(operations.first().folder, f.anna.archive);
        QCOMPARE(operations.first().uid, ImapUid(70));
    }

    void archive_undoneWhileItRuns_isTurnedAfterwards()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const StoredMessageId message = answerOf(f, conversation);
        f.apply(TriageVerb::Archive, conversation);
        const OperationId running = f.operations().first().id;
        f.undo();
        QVERIFY(f.operations().isEmpty());
        // The worker had it in hand already.
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto moved = t.relocate(message, f.anna.inbox, f.anna.archive, UidValidity(1), ImapUid(70));
            return moved ? t.finishOperation(running) : moved;
        });
        QCOMPARE(f.operations().size(), 1);
        QCOMPARE(f.operations().first().target, imap::FolderRole::Inbox);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
    }

    void undoneWhileItRuns_andDoneAgain_theLastWordHolds_data()
    {
        QTest::addColumn<TriageVerb>("verb");
        QTest::addColumn<QByteArray>("flag");
        QTest::newRow("archive") << TriageVerb::Archive << QByteArray();
        QTest::newRow("star") << TriageVerb::Star << QByteArray("\\Flagged");
    }
    void undoneWhileItRuns_andDoneAgain_theLastWordHolds()
    {
        QFETCH(TriageVerb, verb);
        QFETCH(QByteArray, flag);
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const StoredMessageId message = answerOf(f, conversation);
        f.apply(verb, conversation);
        const OperationId running = f.operations().first().id;
        f.undo();
        f.apply(verb, conversation);
        f.change([&](WriteTransaction &t) -> Result<void> {
            if (verb == TriageVerb::Archive) {
                if (const auto moved = t.relocate(message, f.anna.inbox, f.anna.archive, UidValidity(1), ImapUid(70)); !moved)
                    return moved;
            }
            return t.finishOperation(running);
        });
        const auto left = f.operations();
        QCOMPARE(left.size(), 1);
        QVERIFY(left.first().id != running);
        QCOMPARE(left.first().target, verb == TriageVerb::Archive ? imap::FolderRole::Archive : imap::FolderRole::None);
        QCOMPARE(left.first().type, verb == TriageVerb::Archive ? Operation::Type::Move : Operation::Type::SetFlags);
        QCOMPARE(left.first().flags, flag.isEmpty() ? QByteArrayList() : QByteArrayList{flag});
    }

    void read_undoneAfterItRan_clearsTheFlagAgain()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::MarkRead, conversation);
        QCOMPARE(f.list(Scope::Unread).size(), 0);
        finishAll(f);
        f.undo();
        QCOMPARE(f.list(Scope::Unread).size(), 1);
        QCOMPARE(f.operations().first().type, Operation::Type::ClearFlags);
        QCOMPARE(f.operations().first().flags, QByteArrayList{"\\Seen"});
    }

    void silentRead_isNoUndoStep()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Star, conversation);
        f.change([&](WriteTransaction &t) -> Result<void> {
            TriageAction action;
            action.conversations = {conversation};
            action.byHand = false;
            const auto id = t.apply(action);
            return id ? Result<void>() : Result<void>(id.error());
        });
        QCOMPARE(f.list(Scope::Unread).size(), 0);
        QCOMPARE(f.operations().size(), 2);
        QCOMPARE(f.read([](ReadSession &s) { return s.undoStack(); })->size(), 1);
        f.undo();
        QCOMPARE(f.list(Scope::Unread).size(), 0);
        QVERIFY(!f.list(Scope::All).first().starred);
    }

    void refusedOperation_isBackedOut()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Archive, conversation);
        f.apply(TriageVerb::Star, conversation);
        const auto operations = f.operations();
        f.change([&](WriteTransaction &t) -> Result<void> {
            for (const Operation &operation : operations) {
                const auto done = t.backOutOperation(operation.id);
                if (!done)
                    return done;
            }
            return {};
        });
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QVERIFY(!f.list(Scope::NeedsAnswer).first().starred);
        QCOMPARE(f.inconsistency(), QString());
    }

    void serverFlags_doNotOverrideWhatIsQueued()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::MarkRead, conversation);
        imap::MessageFlags flags;
        flags.flagged = true;
        const auto tell = [&] {
            f.change([&](WriteTransaction &t) { return t.setFlags(f.anna.inbox, {{ImapUid(7), flags, 0}}); });
        };
        tell();
        auto row = f.list(Scope::All).first();
        QCOMPARE(row.unread, 0); // ours, still queued
        QVERIFY(row.starred); // theirs
        finishAll(f);
        tell();
        row = f.list(Scope::All).first();
        QCOMPARE(row.unread, 1); // somebody marked it unread afterwards
        QCOMPARE(f.inconsistency(), QString());
    }

    void category_travelsAsKeyword_bothWays()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::SetCategory, conversation, Category::MeetingRequest);
        auto operations = f.operations();
        QCOMPARE(operations.size(), 1);
        QCOMPARE(operations.first().flags, QByteArrayList{"$Inlet_MeetingRequest"});
        f.apply(TriageVerb::SetCategory, conversation, Category::Interested);
        operations = f.operations();
        QCOMPARE(operations.size(), 3);
        QCOMPARE(operations.at(1).type, Operation::Type::ClearFlags);
        finishAll(f);
        // Another machine of the rep chose something else.
        imap::MessageFlags flags;
        flags.keywords = {"$Forwarded", "$inlet_notnow"};
        f.change([&](WriteTransaction &t) { return t.setFlags(f.anna.inbox, {{ImapUid(7), flags, 0}}); });
        QCOMPARE(f.list(Scope::All).first().category, Category::NotNow);
        QCOMPARE(f.list(Scope::All).first().categorySource, CategorySource::Manual);
    }

    void category_whereKeywordsAreNotKept_staysLocal()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.change([&](WriteTransaction &t) -> Result<void> {
            auto folder = t.folder(f.anna.inbox);
            folder->keepsKeywords = false;
            return t.setFolderState(*folder);
        });
        f.apply(TriageVerb::SetCategory, conversation, Category::Interested);
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(f.list(Scope::All).first().category, Category::Interested);
    }

    void doNotContact_suppressesTheAddress_undoLiftsIt()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const auto suppressed = [&] {
            return *f.read([](ReadSession &s) { return s.isSuppressed(QStringLiteral("MARA@acme.test")); });
        };
        f.apply(TriageVerb::SetCategory, conversation, Category::DoNotContact);
        QVERIFY(suppressed());
        f.undo();
        QVERIFY(!suppressed());
    }

    void sortAway_isOneStep_alsoAfterARestart()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const QString before = snapshot(f);
        f.change([&](WriteTransaction &t) -> Result<void> {
            TriageAction action;
            action.verb = TriageVerb::SortAway;
            action.category = Category::DoNotContact;
            action.conversations = {conversation};
            action.suppress = {{QStringLiteral("acme.test"), QStringLiteral("competitor"), SuppressionSource::Rep, {}, {}}};
            const auto id = t.apply(action);
            return id ? Result<void>() : Result<void>(id.error());
        });
        QCOMPARE(f.list(Scope::Archived).size(), 1);
        QCOMPARE(f.list(Scope::Archived).first().category, Category::DoNotContact);
        QCOMPARE(f.operations().size(), 2);
        const auto patterns = [&] {
            QStringList out;
            for (const Suppression &entry : f.read([](ReadSession &s) { return s.suppressions(); }).value_or(QList<Suppression>()))
                out.append(entry.pattern);
            return out;
        };
        QCOMPARE(patterns(), (QStringList{QStringLiteral("acme.test"), QStringLiteral("mara@acme.test")}));
        f.reopen();
        QCOMPARE(f.read([](ReadSession &s) { return s.undoStack(); })->size(), 1);
        f.undo();
        QCOMPARE(snapshot(f), before);
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(patterns(), QStringList());
        // Sorted, listed, taken off and undone; the address followed from the category.
        QCOMPARE(decisionCount(f), 4);
        QCOMPARE(f.inconsistency(), QString());
    }

    void sortAway_undoneAfterItRan_isTurnedOnTheServer()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const StoredMessageId message = answerOf(f, conversation);
        f.apply(TriageVerb::SortAway, conversation, Category::NotInterested);
        f.change([&](WriteTransaction &t) {
            return t.relocate(message, f.anna.inbox, f.anna.archive, UidValidity(1), ImapUid(70));
        });
        finishAll(f);
        f.undo();
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QList<Operation::Type> types;
        for (const Operation &operation : f.operations())
            types.append(operation.type);
        QCOMPARE(types, (QList{Operation::Type::ClearFlags, Operation::Type::Move}));
    }

    void sortAway_entryIsNoAddress_nothingIsDone()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const QString before = snapshot(f);
        f.subject->write("test", [&](WriteTransaction &t) -> Result<void> {
            TriageAction action;
            action.verb = TriageVerb::SortAway;
            action.category = Category::DoNotContact;
            action.conversations = {conversation};
            action.suppress = {{QStringLiteral("acme.test"), {}, SuppressionSource::Rep, {}, {}},
                {QStringLiteral("nowhere"), {}, SuppressionSource::Rep, {}, {}}};
            const auto id = t.apply(action);
            return id ? Result<void>() : Result<void>(id.error());
        });
        f.change([](WriteTransaction &) -> Result<void> { return {}; }); // behind it
        QCOMPARE(snapshot(f), before);
        QVERIFY(f.read([](ReadSession &s) { return s.suppressions(); })->isEmpty());
        QVERIFY(f.read([](ReadSession &s) { return s.undoStack(); })->isEmpty());
    }

    void snooze_endsByTime_andByAnAnswer()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Snooze, conversation, {}, QDateTime::currentDateTimeUtc().addDays(1));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        QCOMPARE(f.list(Scope::Snoozed).size(), 1);
        f.ingest(MailBuilder("in2@acme.test").from("mara@acme.test").to("anna@us.test")
                     .at(QDateTime::currentDateTimeUtc().addSecs(5)).in(f.anna.inbox, 8));
        QCOMPARE(f.list(Scope::Snoozed).size(), 0);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        f.apply(TriageVerb::Snooze, conversation, {}, QDateTime::currentDateTimeUtc().addMSecs(150));
        f.lastChanges = {};
        QTRY_COMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        // The store says so by itself.
        QTRY_VERIFY(f.read([&](ReadSession &s) { return s.rows({conversation}, {}); })->first().snoozedUntil.isNull());
        const auto wasTold = [&] {
            f.change([](WriteTransaction &) -> Result<void> { return {}; }); // behind the writer
            return f.lastChanges.conversations.contains(conversation);
        };
        QTRY_VERIFY(wasTold());
    }

    void undoStack_keepsAHundredSteps()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        for (int i = 0; i < 60; ++i) {
            f.apply(TriageVerb::Star, conversation);
            f.apply(TriageVerb::Unstar, conversation);
        }
        QCOMPARE(f.read([](ReadSession &s) { return s.undoStack(); })->size(), 100);
    }

    void decisions_cannotBeChanged()
    {
        StoreFixture f;
        f.apply(TriageVerb::Star, answered(f));
        SQLite::Database db(
            (f.dir.path() + QStringLiteral("/profile/inlet.db")).toStdString(), SQLite::OPEN_READWRITE);
        QVERIFY_THROWS_EXCEPTION(SQLite::Exception, db.exec("UPDATE decisions SET verb = 'x'"));
        QVERIFY_THROWS_EXCEPTION(SQLite::Exception, db.exec("DELETE FROM decisions"));
        SQLite::Statement row(db, "SELECT length(id), length(author), address, message_id, verb FROM decisions");
        QVERIFY(row.executeStep());
        QCOMPARE(row.getColumn(0).getInt(), 16);
        QCOMPARE(row.getColumn(1).getInt(), 32);
        QCOMPARE(row.getColumn(2).getString(), std::string("mara@acme.test"));
    }

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

INLET_TEST(tst_Triage)
#include "tst_Triage.moc"
