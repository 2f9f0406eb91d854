// SPDX-License-Identifier: GPL-3.0-or-later
// A Gmail mailbox: All Mail is synced once, its labels say where a mail is.
#include "GmailFixture.h"
#include "support/TestMain.h"

#include <algorithm>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

class tst_Gmail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeLabels_oneMail_fetchedOnce()
    {
        Gmail f;
        f.server.setLabel(f.server.messages(kAllMail).first().uid, "Clients", true);
        f.server.setLabel(f.server.messages(kAllMail).first().uid, "\\Important", true);
        QCOMPARE(f.count("Clients"), 1);
        QVERIFY(f.start());
        QCOMPARE(f.messages(kAllMail).size(), 5);
        QCOMPARE(f.conversations().size(), 5);
        QVERIFY(f.messages("INBOX").isEmpty());
        for (const RecordedCall &call : f.server.calls()) {
            if (call.call == FakeCall::FetchBodies)
                QCOMPARE(call.folder, kAllMail);
        }
        QCOMPARE(f.server.count(FakeCall::FetchBodies), 1);
        for (int number = 1; number <= 5; ++number)
            QVERIFY(f.isInInbox(f.conversationOf(number)));
    }

    void labelsAtFirstSight_sayWhatItIs()
    {
        Gmail f;
        f.fill(kAllMail, 11, 1); // archived long ago
        f.fill("[Gmail]/Drafts", 12, 1, "me@sales.example", "jo@prospect.example");
        f.fill("[Gmail]/Sent Mail", 13, 1, "alias@sales.example", "jo@prospect.example");
        QVERIFY(f.start());
        QVERIFY(f.isArchived(f.conversationOf(11)));
        QVERIFY(!f.conversations().contains(f.conversationOf(12)));
        QCOMPARE(f.mailOf(13)->kind, triage::Kind::Own);
    }

    void archived_losesTheLabel_andBack()
    {
        Gmail f;
        QVERIFY(f.start());
        const ConversationId id = f.conversationOf(2);
        QVERIFY(f.apply(TriageVerb::Archive, {id}));
        QVERIFY(f.isArchived(id)); // at once
        QVERIFY(f.worksOff());
        QCOMPARE(f.count("INBOX"), 4);
        QCOMPARE(f.count(kAllMail), 5);
        QVERIFY(f.isArchived(id));

        QVERIFY(f.apply(TriageVerb::Unarchive, {id}));
        QVERIFY(f.isInInbox(id));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count("INBOX"), 5);
        QVERIFY(f.apply(TriageVerb::Archive, {id}));
        QVERIFY(f.worksOff());
        QVERIFY(f.undo());
        QVERIFY(f.isInInbox(id));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count("INBOX"), 5);
        QCOMPARE(f.count(kAllMail), 5);
        QCOMPARE(f.observer.refusals(), 0);
    }

    void archivedBeforeItRan_undone_staysOnTheServer()
    {
        Gmail f;
        QVERIFY(f.start());
        const ConversationId id = f.conversationOf(2);
        f.server.hold(FakeCall::StoreFlags);
        QVERIFY(f.apply(TriageVerb::Archive, {id}));
        QVERIFY(f.server.waitUntilHeld(FakeCall::StoreFlags));
        QVERIFY(f.undo());
        f.server.release(FakeCall::StoreFlags);
        QVERIFY(f.worksOff());
        QCOMPARE(f.count("INBOX"), 5);
        QVERIFY(f.isInInbox(id));
    }

    void labelChangedOnTheWeb_isFollowed()
    {
        Gmail f;
        QVERIFY(f.start());
        const ConversationId id = f.conversationOf(3);
        f.server.setLabel(f.uidOf(3), "\\Inbox", false);
        QVERIFY(f.turnUntil([&] { return f.isArchived(id); }));
        f.server.setLabel(f.uidOf(3), "\\Inbox", true);
        QVERIFY(f.turnUntil([&] { return f.isInInbox(id); }));
        QCOMPARE(f.server.count(FakeCall::FetchBodies), 1); // nothing twice
        QVERIFY(f.observer.newMail().isEmpty());
    }

    void deleted_goesToTrash_andComesBackOnce()
    {
        Gmail f;
        QVERIFY(f.start());
        const ConversationId id = f.conversationOf(4);
        QVERIFY(f.apply(TriageVerb::Delete, {id}));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count(kAllMail), 4);
        QCOMPARE(f.count("INBOX"), 4);
        QCOMPARE(f.count(kTrash), 1);
        QVERIFY(!f.conversations().contains(id));

        QVERIFY(f.undo());
        QVERIFY(f.worksOff());
        QCOMPARE(f.count(kTrash), 0);
        QCOMPARE(f.count("INBOX"), 5);
        QVERIFY(f.isInInbox(id));
        // There is one place of it, which follows Gmail as before.
        QVERIFY(f.turnUntil([&] { return f.mailOf(4) && f.mailOf(4)->location.uid.isValid(); }));
        QCOMPARE(f.messages(kAllMail).size(), 5);
        QVERIFY(f.messages("INBOX").isEmpty() && f.messages(kTrash).isEmpty());
        f.server.setLabel(f.uidOf(4), "\\Inbox", false);
        QVERIFY(f.turnUntil([&] { return f.isArchived(id); }));
    }

    void junk_goesToSpam()
    {
        Gmail f;
        QVERIFY(f.start());
        QVERIFY(f.apply(TriageVerb::Junk, {f.conversationOf(5)}));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count(kSpam), 1);
        QCOMPARE(f.count(kAllMail), 4);
    }

    void starAndRead_bothWays()
    {
        Gmail f;
        QVERIFY(f.start());
        QVERIFY(f.apply(TriageVerb::Star, {f.conversationOf(1)}));
        QVERIFY(f.worksOff());
        QVERIFY(f.server.messages("INBOX").first().flags.flagged);
        imap::MessageFlags read;
        read.seen = true;
        f.server.setFlags("INBOX", f.server.messages("INBOX").at(1).uid, read);
        QVERIFY(f.turnUntil([&] { return f.row(f.conversationOf(2))->unread == 0; }));
        QVERIFY(f.isInInbox(f.conversationOf(1)) && f.isInInbox(f.conversationOf(2)));
    }

    void newMail_isNews_whereItIsInTheInbox()
    {
        Gmail f;
        QVERIFY(f.start());
        f.fill(kAllMail, 21, 1); // by a filter past the inbox
        f.fill("INBOX", 22, 1);
        QVERIFY(f.turnUntil([&] { return f.observer.newMail().contains(SyncFixture::messageId(22)); }));
        QVERIFY(f.isArchived(f.conversationOf(21)));
        QVERIFY(f.isInInbox(f.conversationOf(22)));
        QCOMPARE(f.observer.newMail(), QStringList{SyncFixture::messageId(22)});
    }

    /// Below a label and out of the inbox: a reply that a filter put there. Who takes it into the inbox and archives it
    /// there has done it.
    void filteredReply_takenIntoTheInboxOnTheWeb_canBeArchivedThere()
    {
        Gmail f;
        QVERIFY(f.start());
        f.fill("Clients", 21, 1);
        QVERIFY(f.turnUntil([&] { return f.mailOf(21).has_value(); }));
        const ConversationId id = f.conversationOf(21);
        const ImapUid uid = f.uidOf(21);
        const auto isLabelled = [&] { return f.mailOf(21)->location.flags.keywords.contains("\\Inbox"); };
        QVERIFY(!isLabelled());
        QVERIFY(f.isInInbox(id));
        f.server.setLabel(uid, "Other", true); // says nothing of the inbox
        QVERIFY(f.turnUntil([&] { return f.gmailHere() == f.gmailThere(); }));
        QVERIFY(f.isInInbox(id));
        f.server.setLabel(uid, "\\Inbox", true);
        QVERIFY(f.turnUntil(isLabelled));
        QVERIFY(f.isInInbox(id));
        f.server.setLabel(uid, "\\Inbox", false);
        QVERIFY(f.turnUntil([&] { return !isLabelled(); }));
        QVERIFY(f.isArchived(id));
    }

    void sentCopy_isSeenInAllMail()
    {
        Gmail f;
        QVERIFY(f.start());
        f.fill("[Gmail]/Sent Mail", 31, 1, "me@sales.example", "jo@prospect.example");
        QVERIFY(f.turnUntil([&] { return f.observer.sentCopies().contains(SyncFixture::messageId(31)); }));
    }

    void sortedAwayAndUndone_isInTheInbox()
    {
        Gmail f;
        QVERIFY(f.start());
        const ConversationId id = f.conversationOf(1);
        QVERIFY(f.apply(TriageVerb::SortAway, {id}, store::Category::NotInterested));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count("INBOX"), 4);
        QVERIFY(f.undo());
        QVERIFY(f.isInInbox(id));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count("INBOX"), 5);
        QCOMPARE(f.row(id)->category, store::Category::Unsorted);
    }

    /// A profile from before the labels were kept, as its migration leaves it.
    void labelsUnknown_areFetchedForWhatIsStored()
    {
        Gmail f;
        QVERIFY(f.start());
        const ConversationId id = f.conversationOf(1);
        f.stopEngine();
        const auto forgotten = f.store->writeAndWait("test.forget", [&](store::WriteTransaction &write) {
            store::StoredFolder folder = f.folder(kAllMail);
            QList<store::FlagUpdate> bare;
            for (const auto &message : f.messages(kAllMail))
                bare.append({message.location.uid, {}, 0});
            folder.highestModSeq = 0;
            const auto flags = write.setFlags(folder.id, bare);
            return flags ? write.setFolderState(folder) : flags;
        });
        QVERIFY(forgotten);
        QVERIFY(f.isArchived(id));
        f.restartEngine();
        QVERIFY(f.turnUntil([&] { return f.isInInbox(id); }));
        QCOMPARE(f.server.count(FakeCall::FetchBodies), 1);
    }

    /// A folder is a label there: the mail gets it and leaves the inbox, and All Mail keeps it under its number.
    void movedToAFolder_getsTheLabel_andBackByUndo()
    {
        Gmail f;
        QVERIFY(f.start());
        const ConversationId id = f.conversationOf(1);
        const ImapUid uid = f.uidOf(1);
        QVERIFY(f.apply(TriageVerb::MoveToFolder, {id}, store::Category::Unsorted, f.folder("Clients").id));
        QVERIFY(f.isArchived(id));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count("INBOX"), 4);
        QCOMPARE(f.count("Clients"), 1);
        QCOMPARE(f.count(kAllMail), 5);
        QCOMPARE(f.uidOf(1), uid);
        QVERIFY(f.undo());
        QVERIFY(f.isInInbox(id));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count("INBOX"), 5);
        QCOMPARE(f.count("Clients"), 0);
        QVERIFY(f.turnUntil([&] { return f.gmailHere() == f.gmailThere(); }));
    }

    void movedOutOfSpam_isMetInAllMail()
    {
        Gmail f;
        // Of a prospect, or nobody would see it there.
        f.fill("[Gmail]/Sent Mail", 19, 1, "me@sales.example", "eve@prospect.example");
        f.fill(kSpam, 20, 1, "eve@prospect.example");
        QVERIFY(f.start());
        QVERIFY(f.turnUntil([&] { return f.messages(kSpam).size() == 1; }));
        const ConversationId id = f.messages(kSpam).first().conversation;
        QVERIFY(f.apply(TriageVerb::MoveToFolder, {id}, store::Category::Unsorted, f.folder("Clients").id));
        QVERIFY(f.worksOff());
        QCOMPARE(f.count(kSpam), 0);
        QVERIFY(f.count("Clients") >= 1);
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.turnUntil([&] { return f.gmailHere() == f.gmailThere(); }));
    }

    void categoryUndone_keepsTheLabel()
    {
        Gmail f;
        QVERIFY(f.start());
        const ConversationId id = f.conversationOf(1);
        QVERIFY(f.apply(TriageVerb::SetCategory, {id}, store::Category::Interested));
        QVERIFY(f.worksOff());
        QVERIFY(f.undo());
        QVERIFY(f.worksOff());
        QVERIFY(f.isInInbox(id));
        QCOMPARE(f.mailOf(1)->location.flags.keywords, QByteArrayList{"\\Inbox"});
    }
};

INLET_TEST(tst_Gmail)
#include "tst_Gmail.moc"
