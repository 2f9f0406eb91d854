// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnsweredMail.h"
#include "support/TestMain.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

namespace
{

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
};

INLET_TEST(tst_Triage)
#include "tst_Triage.moc"
