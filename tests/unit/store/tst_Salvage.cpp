// SPDX-License-Identifier: GPL-3.0-or-later
#include "DamagedProfile.h"
#include "store/salvage/DamagedTable.h"
#include "store/salvage/SafetyCopy.h"
#include "support/TestMain.h"

#include <sqlite3.h>

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

class tst_Salvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Hundreds of databases are made and put on the disk; no power is cut here.
        if (QFileInfo(QStringLiteral("/dev/shm")).isWritable())
            qputenv("TMPDIR", "/dev/shm");
    }

    void soundDatabase_isLeftAlone()
    {
        DamagedProfile d;
        QVERIFY(d.open());
        QVERIFY(!d.report());
        QCOMPARE(QDir(d.f.dir.path() + QStringLiteral("/profile")).entryList({QStringLiteral("*damaged*")}).size(), 0);
    }

    void header_isMended_andNothingIsLost_data()
    {
        QTest::addColumn<int>("octets");
        QTest::newRow("magic") << 16;
        QTest::newRow("header") << 100;
        QTest::newRow("header and root of the schema") << 2000;
        QTest::newRow("first page") << kPage;
    }
    void header_isMended_andNothingIsLost()
    {
        QFETCH(int, octets);
        DamagedProfile d;
        d.overwrite(0, garbage(octets));
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report);
        QVERIFY2(report->incomplete.isEmpty(), qPrintable(report->incomplete.join(QLatin1Char(','))));
        QVERIFY(QFileInfo::exists(report->oldFile));
        QVERIFY(QFileInfo(report->oldFile).fileName().startsWith(QStringLiteral("inlet-damaged-20")));
        QCOMPARE(report->mailboxes, 2);
        QCOMPARE(report->uncertain, 1);
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// Each page in turn: what is lost is named, what is not named is there.
    void anyPage_losesWhatTheReportNames_andNoMore()
    {
        DamagedProfile d;
        QFile file(d.database());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sound = file.readAll();
        file.close();
        const qint64 pages = d.pages();
        int whole = 0;
        for (qint64 page = 1; page < pages; ++page) {
            QByteArray broken = sound;
            broken.replace(page * kPage, kPage, garbage(kPage));
            broken.replace(0, 16, garbage(16)); // so that the damage is seen at once
            d.f.subject.reset();
            QFile::remove(d.copy());
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(broken);
            file.close();
            QVERIFY2(d.open(), qPrintable(QString::number(page)));
            const auto report = d.report();
            QVERIFY(report);
            for (const LedgerRow &row : d.f.read([](ReadSession &s) { return *s.ledger(10); }))
                QVERIFY(row.state != LedgerState::Sending);
            if (!report->incomplete.isEmpty())
                continue;
            ++whole;
            d.fetchAgain();
            QVERIFY2(d.missing().isEmpty(), qPrintable(QStringLiteral("page %1: %2").arg(page).arg(d.missing())));
            QCOMPARE(d.f.inconsistency(), QString());
        }
        qInfo() << whole << "of" << pages - 1 << "pages can go without a loss";
        QVERIFY(whole > pages / 2);
    }

    void rowsAroundSeveralHoles_areRead_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("counted") << QStringLiteral("i");
        QTest::newRow("hashes") << QStringLiteral("(i * 7919 % 10007 - 5000) * 1000000000000003");
    }
    void rowsAroundSeveralHoles_areRead()
    {
        QFETCH(QString, id);
        constexpr int kRows = 10000;
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("holes.db"));
        QHash<qint64, int> rowsOnPage;
        QList<qint64> leaves;
        {
            SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            db.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                    "WHERE i < 10000) INSERT INTO t SELECT "
                + id.toStdString() + ", 'words of a row' FROM n");
            SQLite::Statement q(db, "SELECT pageno, ncell FROM dbstat WHERE name = 't' AND pagetype = 'leaf' ORDER BY path");
            while (q.executeStep()) {
                leaves.append(q.getColumn(0).getInt64());
                rowsOnPage.insert(leaves.last(), q.getColumn(1).getInt());
            }
        }
        QVERIFY(leaves.size() > 30);
        int lost = 0;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (const qsizetype hole : {qsizetype(0), qsizetype(5), qsizetype(6), leaves.size() / 2, leaves.size() - 1}) {
            QVERIFY(file.seek((leaves.at(hole) - 1) * 4096));
            file.write(QByteArray(4096, '\xa5'));
            lost += rowsOnPage.value(leaves.at(hole));
        }
        file.close();
        SQLite::Database db(path.toStdString());
        QSet<qint64> read;
        DamagedTable subject(db.getHandle(), "t", "id, words", "1");
        QVERIFY(!subject.readByRowId([&](sqlite3_stmt *row) { read.insert(sqlite3_column_int64(row, 0)); }));
        QCOMPARE(read.size(), kRows - lost);
    }

    /// Persons, and the history of decisions, know enough to make the rows anew.
    void lostConversations_areDecidedAgain()
    {
        DamagedProfile d;
        d.destroy("conversations");
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        QCOMPARE(d.report()->incomplete, QStringList{QStringLiteral("what you decided about conversations")});
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// The history tells names of their day.
    void lostConversations_findOwnCategoriesThatWereRenamedOrRemoved()
    {
        DamagedProfile d(DamagedProfile::Leave::Open);
        const auto save = [&](const OwnCategory &category) {
            Category made = Category::Unsorted;
            d.f.change([&](WriteTransaction &t) -> Result<void> {
                const auto saved = t.saveCategory(category);
                made = saved.value_or(Category::Unsorted);
                return saved ? Result<void>() : Result<void>(saved.error());
            });
            return made;
        };
        const Category hot = d.f.read([](ReadSession &s) { return s.ownCategories(); })->first().category;
        d.f.apply(TriageVerb::SetCategory, d.of(9), hot);
        save({.category = hot, .name = QStringLiteral("Warm")});
        d.f.apply(TriageVerb::SetCategory, d.of(10), hot);
        const Category cold = save({.name = QStringLiteral("Cold")});
        d.f.apply(TriageVerb::SetCategory, d.of(11), Category::Interested);
        d.f.apply(TriageVerb::SetCategory, d.of(11), cold);
        d.f.change([&](WriteTransaction &t) -> Result<void> {
            const auto step = t.removeCategory(cold);
            return step ? Result<void>() : Result<void>(step.error());
        });
        d.f.subject.reset();
        d.destroy("conversations");
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        QCOMPARE(d.report()->incomplete, QStringList{QStringLiteral("what you decided about conversations")});
        d.fetchAgain();
        QHash<QString, ConversationRow> rows;
        const auto all = d.f.everything();
        for (const ConversationRow &row : all)
            rows.insert(row.prospectAddress, row);
        QCOMPARE(rows.value(QStringLiteral("p9@acme.test")).ownCategory, QStringLiteral("Warm"));
        QCOMPARE(rows.value(QStringLiteral("p9@acme.test")).categorySource, CategorySource::Manual);
        QCOMPARE(rows.value(QStringLiteral("p10@acme.test")).ownCategory, QStringLiteral("Warm"));
        QCOMPARE(rows.value(QStringLiteral("p11@acme.test")).category, Category::Unsorted);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// Who only reads may not replace the database: the next who may does, but not another one in its place.
    void damageMetByAReader_isKeptInMind_forThisDatabaseOnly()
    {
        DamagedProfile d;
        d.destroy("contents");
        const QString profile = d.f.dir.path() + QStringLiteral("/profile");
        const auto readThere = [&] {
            const auto reader = openStoreToRead(profile);
            QVERIFY(reader);
            (*reader)->readHere([](ReadSession &session) { QVERIFY(!session.raw(StoredMessageId(1))); });
        };
        readThere();
        QVERIFY(QFile::exists(profile + QStringLiteral("/inlet.damaged")));
        QVERIFY(d.open());
        QVERIFY(d.report());
        QVERIFY(!QFile::exists(profile + QStringLiteral("/inlet.damaged")));
        d.f.subject.reset();
        QFile mark(profile + QStringLiteral("/inlet.damaged"));
        QVERIFY(mark.open(QIODevice::WriteOnly) && mark.write("1:1") > 0);
        mark.close();
        QVERIFY(d.open());
        QCOMPARE(QDir(profile).entryList({QStringLiteral("inlet-damaged-*.db")}).size(), 1);
    }

    void truncated_keepsWhatIsThere()
    {
        DamagedProfile d;
        QVERIFY(QFile::resize(d.database(), (d.pages() - 20) * kPage + 100));
        QVERIFY(d.open());
        QVERIFY(d.report());
        QCOMPARE(d.report()->mailboxes, 2);
        d.fetchAgain();
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// Nothing can be read any more: the copy that is kept beside the database knows it all.
    void zeroOctets_isReadFromTheSafetyCopy_data()
    {
        QTest::addColumn<bool>("all");
        QTest::newRow("no octets") << false;
        QTest::newRow("garbage only") << true;
    }
    void zeroOctets_isReadFromTheSafetyCopy()
    {
        QFETCH(bool, all);
        DamagedProfile d;
        QVERIFY(d.open());
        d.f.subject.reset(); // writes the copy
        QVERIFY(QFileInfo(d.copy()).size() > 0);
        if (all)
            d.overwrite(0, garbage(QFileInfo(d.database()).size()));
        else
            QVERIFY(QFile::resize(d.database(), 0));
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report && report->fromCopy);
        QCOMPARE(report->mailboxes, 2);
        d.fetchAgain();
        // What waited then may have left since.
        QCOMPARE(d.missing(), QStringLiteral("ledger"));
        for (const LedgerRow &row : d.f.read([](ReadSession &s) { return *s.ledger(10); }))
            QVERIFY(row.state == LedgerState::Unknown || row.state == LedgerState::Sent);
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    void oneLostTable_comesFromTheCopy_theOthersAreNewer()
    {
        DamagedProfile d;
        QVERIFY(d.open());
        d.f.subject.reset();
        const QByteArray before = d.contentOfCopy();
        QVERIFY(d.open());
        d.f.change([&](WriteTransaction &t) { return t.setNote(d.of(5), QStringLiteral("newer than the copy")); });
        d.f.change([&](WriteTransaction &t) { return t.removeDraft(t.drafts()->first().id); });
        d.f.subject.reset();
        d.setContentOfCopy(before);
        d.destroy("suppressions");
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        QCOMPARE(d.report()->incomplete, QStringList{QStringLiteral("the do-not-contact list")});
        QVERIFY(d.f.read([](ReadSession &s) { return *s.isSuppressed(QStringLiteral("any@rival.test")); }));
        QCOMPARE(d.f.read([&](ReadSession &s) { return s.lead(d.of(5))->note; }), QStringLiteral("newer than the copy"));
        QVERIFY(d.f.read([](ReadSession &s) { return s.drafts()->isEmpty(); }));
    }

    void oneBadAttachment_takesNoOtherWithIt()
    {
        DamagedProfile d;
        QVERIFY(d.open());
        for (const char *name : {"one", "two", "three"}) {
            d.f.change([&](WriteTransaction &t) -> Result<void> {
                Draft draft;
                draft.account = d.f.anna.id;
                draft.files = {{QString::fromLatin1(name), "text/plain", QByteArray(7000, name[0])}};
                const auto id = t.saveDraft(draft);
                return id ? Result<void>() : Result<void>(id.error());
            });
        }
        d.f.subject.reset();
        QFile::remove(d.copy());
        QFile file(d.database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        // A leaf of the table, in the middle: each holds one attachment.
        const qint64 at = file.readAll().indexOf("twotext/plain");
        QVERIFY(at > 0);
        file.close();
        d.overwrite(at / kPage * kPage, garbage(kPage));
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        QCOMPARE(d.report()->incomplete, QStringList{QStringLiteral("drafts")});
        QStringList names;
        d.f.subject->readHere([&](ReadSession &session) {
            const QList<Draft> drafts = *session.drafts();
            for (const Draft &draft : drafts) {
                for (const Draft::File &kept : draft.files)
                    names.append(kept.name);
            }
        });
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("a.txt"), QStringLiteral("one"), QStringLiteral("three")}));
    }

    void damagedDatabase_neverReplacesTheCopy()
    {
        DamagedProfile d;
        QVERIFY(d.open());
        d.f.subject.reset();
        const QByteArray before = d.contentOfCopy();
        d.destroy("suppressions");
        QVERIFY(!writeSafetyCopy(d.f.dir.path() + QStringLiteral("/profile")));
        QCOMPARE(d.contentOfCopy(), before);
    }

    void zeroOctets_isNotTakenForAFirstStart()
    {
        DamagedProfile d;
        QVERIFY(QFile::resize(d.database(), 0));
        QVERIFY(!openStore(d.f.dir.path() + QStringLiteral("/profile"))); // who is not alone leaves it
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report);
        QCOMPARE(report->mailboxes, 0);
        QVERIFY(report->incomplete.contains(QStringLiteral("mailboxes")));
        QVERIFY(report->incomplete.contains(QStringLiteral("what you decided about conversations")));
    }

    /// A profile that was killed: the newest commits are in the log alone.

    void addressTakenOffTheList_staysOff_whenItsBounceComesAgain()
    {
        DamagedProfile d;
        QVERIFY(d.open());
        const auto reportIn = [](FolderId folder) {
            IncomingMessage report = MailBuilder("b1@acme.test").from("mailer-daemon@acme.test").to("anna@us.test").minute(300)
                                         .bounceOf("out1@us.test", "p1@acme.test").in(folder, 500);
            report.verdict.bounce = triage::BounceType::Hard;
            report.verdict.bouncedRecipients = {{QStringLiteral("p1@acme.test"), triage::BounceType::Hard, "5.1.1", QStringLiteral("no such user"), {}}};
            return report;
        };
        const auto silenced = [&d] {
            return d.f.read([](ReadSession &session) { return session.isSuppressed(QStringLiteral("p1@acme.test")).value_or(false); });
        };
        d.f.ingest(reportIn(d.f.anna.inbox));
        QVERIFY(silenced());
        d.f.change([](WriteTransaction &t) { return t.unsuppress(QStringLiteral("p1@acme.test")); });
        d.f.subject.reset();
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        const QList<StoredFolder> folders = d.f.read([&](ReadSession &session) { return *session.folders(d.f.anna.id); });
        d.f.ingest(mailOf(folders.at(0).id, folders.at(1).id));
        d.f.ingest(reportIn(folders.at(0).id));
        QVERIFY(!silenced());
        QCOMPARE(d.f.read([](ReadSession &session) { return session.bounces(QStringLiteral("p1@acme.test")); })->size(), 1);
    }
};

INLET_TEST(tst_Salvage)
#include "tst_Salvage.moc"
