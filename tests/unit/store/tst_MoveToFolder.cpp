// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "store/values/ArrivedFlag.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using imap::FolderRole;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

imap::RemoteFolder remote(const char *name, FolderRole role = FolderRole::None, bool selectable = true)
{
    imap::RemoteFolder folder;
    folder.wireName = name;
    folder.name = QString::fromUtf8(name);
    folder.role = role;
    folder.selectable = selectable;
    return folder;
}

/// A prospect who answered twice, in a mailbox with folders of the rep's own. `byRule`: a rule on the server sorts the
/// answers into "Clients".
class Filed : public StoreFixture
{
public:
    explicit Filed(bool byRule = false)
    {
        change([this](WriteTransaction &t) -> Result<void> {
            const auto folders = t.setFolders(anna.id,
                {remote("INBOX", FolderRole::Inbox), remote("Sent", FolderRole::Sent), remote("Junk", FolderRole::Junk),
                    remote("Archive", FolderRole::Archive), remote("Trash", FolderRole::Trash), remote("All", FolderRole::AllMail),
                    remote("Clients"), remote("Later"), remote("Shelf", FolderRole::None, false)});
            if (!folders)
                return folders.error();
            for (const StoredFolder &folder : *folders)
                all.insert(folder.wireName, folder);
            return {};
        });
        ingest(MailBuilder("out@us.test").from("anna@us.test").to("Mara <mara@acme.test>").own().seen().in(anna.sent, 1));
        ingest(MailBuilder("in@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").inReplyTo("out@us.test").minute(5)
                   .keywords(byRule ? QByteArrayList{kArrivedFlag} : QByteArrayList()).in(byRule ? folder("Clients") : anna.inbox, 7));
        ingest(MailBuilder("in2@acme.test").from("mara@acme.test").to("anna@us.test").minute(9)
                   .keywords(byRule ? QByteArrayList{kArrivedFlag} : QByteArrayList()).in(byRule ? folder("Clients") : anna.inbox, 8));
        conversation = list(Scope::NeedsAnswer).first().id;
    }
    FolderId folder(const char *name) const { return all.value(name).id; }
    Result<void> moveTo(FolderId target)
    {
        return subject->writeAndWait("test", [&](WriteTransaction &t) -> Result<void> {
            const auto id = t.apply({.verb = TriageVerb::MoveToFolder, .conversations = {conversation}, .folder = target});
            return id ? Result<void>() : Result<void>(id.error());
        });
    }
    /// As the worker does with the first operation.
    void runFirst(quint32 uid) { finish(operations().first(), uid); }
    void finish(const Operation &operation, quint32 uid)
    {
        const QHash<FolderRole, FolderId> byRole{{FolderRole::Inbox, anna.inbox}, {FolderRole::Junk, anna.junk},
            {FolderRole::Trash, anna.trash}, {FolderRole::Archive, anna.archive}};
        const FolderId target = operation.targetFolder.isValid() ? operation.targetFolder : byRole.value(operation.target);
        change([&](WriteTransaction &t) -> Result<void> {
            const auto moved = t.relocate(operation.message, operation.folder, target, UidValidity(1), ImapUid(uid));
            return moved ? t.finishOperation(operation.id) : moved;
        });
    }
    [[nodiscard]] bool isInInbox() { return list(Scope::NeedsAnswer).size() == 1; }

    QHash<QByteArray, StoredFolder> all;
    ConversationId conversation;
};

} // namespace

class tst_MoveToFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moved_leavesTheInbox_andSaysWhere()
    {
        Filed f;
        QVERIFY(!f.all.value("Shelf").selectable);
        QVERIFY(f.all.value("Clients").selectable);
        QVERIFY(f.moveTo(f.folder("Clients")));
        QVERIFY(!f.isInInbox());
        QCOMPARE(f.list(Scope::Archived).size(), 1);
        const auto operations = f.operations();
        QCOMPARE(operations.size(), 2); // ours in Sent stays
        for (const Operation &operation : operations) {
            QCOMPARE(operation.type, Operation::Type::Move);
            QCOMPARE(operation.target, FolderRole::None);
            QCOMPARE(operation.targetFolder, f.folder("Clients"));
        }
        const auto history = f.read([&](ReadSession &s) { return s.history(f.conversation, 5); });
        QCOMPARE(history->first().verb, QStringLiteral("move"));
        QCOMPARE(history->first().argument, QStringLiteral("Clients"));
        QCOMPARE(f.inconsistency(), QString());
    }

    void undone_beforeItRan_nothingIsLeft()
    {
        Filed f;
        QVERIFY(f.moveTo(f.folder("Clients")));
        f.reopen();
        f.undo();
        QVERIFY(f.isInInbox());
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(f.inconsistency(), QString());
    }

    void undone_afterItRan_goesBackToTheInbox()
    {
        Filed f;
        QVERIFY(f.moveTo(f.folder("Clients")));
        f.runFirst(70);
        f.runFirst(71);
        QVERIFY(!f.isInInbox());
        f.undo();
        QVERIFY(f.isInInbox());
        QCOMPARE(f.operations().size(), 2);
        QCOMPARE(f.operations().first().target, FolderRole::Inbox);
        QCOMPARE(f.operations().first().folder, f.folder("Clients"));
    }

    /// The way back leads to a folder that has no role either.
    void movedOn_undone_goesBackToTheFirstFolder_data()
    {
        QTest::addColumn<bool>("firstRan");
        QTest::newRow("the first move ran") << true;
        QTest::newRow("the first move waits") << false;
    }
    void movedOn_undone_goesBackToTheFirstFolder()
    {
        QFETCH(bool, firstRan);
        Filed f;
        QVERIFY(f.moveTo(f.folder("Clients")));
        if (firstRan) {
            f.runFirst(70);
            f.runFirst(71);
        }
        QVERIFY(f.moveTo(f.folder("Later")));
        QCOMPARE(f.operations().size(), 2);
        QCOMPARE(f.operations().first().targetFolder, f.folder("Later"));
        f.runFirst(80);
        f.runFirst(81);
        f.undo();
        QVERIFY(!f.isInInbox());
        QCOMPARE(f.operations().size(), 2);
        for (const Operation &operation : f.operations())
            QCOMPARE(operation.targetFolder, f.folder("Clients"));
        f.undo();
        QVERIFY(f.isInInbox());
    }

    void deletedFromAFolder_undone_isThereAgain()
    {
        Filed f;
        QVERIFY(f.moveTo(f.folder("Clients")));
        f.runFirst(70);
        f.runFirst(71);
        f.apply(TriageVerb::Delete, f.conversation);
        QCOMPARE(f.operations().size(), 2);
        f.undo();
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(f.list(Scope::Archived).size(), 1);
        QVERIFY(!f.isInInbox());
    }

    void sameFolderAgain_queuesNothing()
    {
        Filed f;
        QVERIFY(f.moveTo(f.folder("Clients")));
        QVERIFY(f.moveTo(f.folder("Clients")));
        QCOMPARE(f.operations().size(), 2);
        f.runFirst(70);
        f.runFirst(71);
        QVERIFY(f.moveTo(f.folder("Clients")));
        QVERIFY(f.operations().isEmpty());
    }

    void backToTheInbox_endsTheMute()
    {
        Filed f;
        QVERIFY(f.moveTo(f.folder("Clients")));
        f.apply(TriageVerb::Mute, f.conversation);
        QVERIFY(f.moveTo(f.anna.inbox));
        QVERIFY(f.isInInbox());
    }

    void refused_isBackInTheInbox()
    {
        Filed f;
        QVERIFY(f.moveTo(f.folder("Clients")));
        for (const Operation &operation : f.operations())
            f.change([&](WriteTransaction &t) { return t.backOutOperation(operation.id); });
        QVERIFY(f.isInInbox());
        QVERIFY(f.operations().isEmpty());
    }

    void sortedByARule_refused_isInTheListAgain()
    {
        Filed f(true);
        QVERIFY(f.isInInbox());
        QVERIFY(f.moveTo(f.folder("Later")));
        QVERIFY(!f.isInInbox());
        QVERIFY(f.moveTo(f.anna.archive)); // another thought, before the first one ran
        QVERIFY(!f.isInInbox());
        const auto refused = f.operations();
        QCOMPARE(refused.size(), 2);
        for (const Operation &operation : refused)
            f.change([&](WriteTransaction &t) { return t.backOutOperation(operation.id); });
        QVERIFY(f.isInInbox());
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(f.inconsistency(), QString());
    }

    void sortedByARule_undoneWhileTheMoveRan_isInTheListAgain_data()
    {
        QTest::addColumn<bool>("byHand");
        QTest::newRow("deleted") << false;
        QTest::newRow("moved") << true;
    }
    void sortedByARule_undoneWhileTheMoveRan_isInTheListAgain()
    {
        QFETCH(bool, byHand);
        Filed f(true);
        if (byHand)
            QVERIFY(f.moveTo(f.folder("Later")));
        else
            f.apply(TriageVerb::Delete, f.conversation);
        const auto onTheirWay = f.operations();
        QCOMPARE(onTheirWay.size(), 2);
        f.undo();
        QVERIFY(f.isInInbox());
        quint32 uid = 70;
        for (const Operation &operation : onTheirWay)
            f.finish(operation, uid++);
        QVERIFY(f.isInInbox());
        QCOMPARE(f.operations().size(), 2);
        for (const Operation &operation : f.operations()) {
            QCOMPARE(operation.targetFolder, f.folder("Clients"));
            f.finish(operation, uid++);
        }
        QVERIFY(f.isInInbox());
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(f.inconsistency(), QString());
    }

    /// The way back is refused: from Junk it is moved like any other stray reply, and comes to rest where it is put.
    void sortedByARule_strandedInJunk_canBeArchivedAndMoved_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("archived") << QByteArray("Archive");
        QTest::newRow("moved") << QByteArray("Later");
    }
    void sortedByARule_strandedInJunk_canBeArchivedAndMoved()
    {
        QFETCH(QByteArray, target);
        Filed f(true);
        f.apply(TriageVerb::Junk, f.conversation);
        const auto onTheirWay = f.operations();
        QCOMPARE(onTheirWay.size(), 2);
        f.undo();
        quint32 uid = 70;
        for (const Operation &operation : onTheirWay)
            f.finish(operation, uid++);
        for (const Operation &operation : f.operations())
            f.change([&](WriteTransaction &t) { return t.backOutOperation(operation.id); });
        QVERIFY(f.operations().isEmpty());
        QVERIFY(f.isInInbox());
        if (target == "Archive")
            f.apply(TriageVerb::Archive, f.conversation);
        else
            QVERIFY(f.moveTo(f.folder(target.constData())));
        QCOMPARE(f.operations().size(), 2);
        f.runFirst(80);
        f.runFirst(81);
        QVERIFY(f.operations().isEmpty());
        QVERIFY(!f.isInInbox());
        QCOMPARE(f.inconsistency(), QString());
    }

    void foldersWithKeysOfTheirOwn_areNoPlaces()
    {
        Filed f;
        for (const FolderId folder : {f.anna.trash, f.anna.junk, f.anna.sent, f.anna.allMail, FolderId(9999)})
            QVERIFY(!f.moveTo(folder));
        QVERIFY(f.isInInbox());
        QVERIFY(f.read([](ReadSession &s) { return s.undoStack(); })->isEmpty());
    }

    void otherMailbox_staysWhereItIs()
    {
        Filed f;
        f.ingest(MailBuilder("in3@acme.test").from("mara@acme.test").to("ben@us.test").minute(20).in(f.ben.inbox, 3));
        QVERIFY(f.moveTo(f.folder("Clients")));
        QCOMPARE(f.operations().size(), 2);
        QVERIFY(f.isInInbox()); // what ben received
    }
};

INLET_TEST(tst_MoveToFolder)
#include "tst_MoveToFolder.moc"
