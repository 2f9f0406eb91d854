// SPDX-License-Identifier: GPL-3.0-or-later
#include "DamagedProfile.h"
#include "store/salvage/LogCheck.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

/// How a damaged database is replaced: what the log says, while running, after a kill, from an older version.
class tst_Replacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Hundreds of databases are made and put on the disk; no power is cut here.
        if (QFileInfo(QStringLiteral("/dev/shm")).isWritable())
            qputenv("TMPDIR", "/dev/shm");
    }

    void garbageInTheLog_neverBringsAnOlderLedgerBack_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::newRow("its header") << qint64(4);
        QTest::newRow("its first frame") << qint64(32 + 24 + 100);
    }
    void garbageInTheLog_neverBringsAnOlderLedgerBack()
    {
        QFETCH(qint64, at);
        DamagedProfile d;
        copyOfALiveProfile(d);
        QVERIFY(QFileInfo(d.database() + QStringLiteral("-wal")).size() > 3 * kPage);
        QVERIFY(!losesCommits(d.database() + QStringLiteral("-wal")));
        d.overwrite(at, garbage(64), "-wal");
        QVERIFY(losesCommits(d.database() + QStringLiteral("-wal")));
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report && report->newestLost);
        // In the old state it waits; in truth it has left.
        const auto ledger = d.f.read([](ReadSession &s) { return *s.ledger(10); });
        QCOMPARE(ledger.size(), 3);
        for (const LedgerRow &row : ledger)
            QVERIFY(row.state == LedgerState::Unknown || row.state == LedgerState::Sent);
        QCOMPARE(report->uncertain, 2);
    }

    void tornEndOfTheLog_isNoDamage()
    {
        DamagedProfile d;
        copyOfALiveProfile(d);
        const QString log = d.database() + QStringLiteral("-wal");
        QVERIFY(QFile::resize(log, QFileInfo(log).size() - kPage / 2));
        QVERIFY(d.open());
        QVERIFY(!d.report());
    }

    void emptyFileWithItsLog_isReadFromTheLog()
    {
        DamagedProfile d(DamagedProfile::Leave::Open);
        leaveAsKilled(d);
        QVERIFY(QFile::resize(d.database(), 0));
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report);
        QVERIFY2(report->incomplete.isEmpty(), qPrintable(report->incomplete.join(QLatin1Char(','))));
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
    }

    /// The command that meets the damage, and everything after it, goes on in the new database.
    void damageWhileRunning_isHealed_andTheCommandIsNotLost()
    {
        DamagedProfile d;
        d.destroy("messages_conversation");
        QVERIFY(d.open());
        QVERIFY(!d.report());
        d.f.lastChanges = {};
        d.f.change([&](WriteTransaction &t) { return t.setNote(d.of(1), QStringLiteral("after the damage")); });
        QVERIFY(d.f.lastChanges.everything);
        QVERIFY(d.report());
        QCOMPARE(d.f.read([&](ReadSession &s) { return s.lead(d.of(1)).value_or(LeadInfo()).note; }), QStringLiteral("after the damage"));
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
        QCOMPARE(d.f.inconsistency(), QString());
    }

    void damageMetByAReader_isHealed()
    {
        DamagedProfile d;
        d.destroy("contents");
        QVERIFY(d.open());
        const auto readAll = [&] {
            bool whole = true;
            d.f.subject->readHere([&](ReadSession &session) {
                for (const ConversationId id : std::as_const(d.ids)) {
                    const auto messages = session.messages(id);
                    whole = whole && messages;
                    for (const MessageItem &message : messages.value_or(QList<MessageItem>()))
                        whole = whole && session.body(message.id);
                }
            });
            return whole;
        };
        QVERIFY(!readAll());
        QTRY_VERIFY(d.report());
        QVERIFY(readAll());
        d.fetchAgain();
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// Killed at each step: the next start goes on, and nothing is set aside twice.
    void interruptedReplacement_isEnded_data()
    {
        QTest::addColumn<int>("step");
        for (const int step : {1, 2, 3, 4})
            QTest::addRow("after step %d", step) << step;
    }
    void interruptedReplacement_isEnded()
    {
        QFETCH(int, step);
        DamagedProfile d;
        const QString profile = d.f.dir.path() + QStringLiteral("/profile/");
        d.overwrite(0, garbage(16));
        QFile marker(profile + QStringLiteral("inlet.rebuild"));
        QVERIFY(marker.open(QIODevice::WriteOnly));
        marker.write("inlet-damaged-x.db\n\n");
        marker.close();
        if (step >= 2)
            QVERIFY(QFile::rename(d.database(), profile + QStringLiteral("inlet-damaged-x.db")));
        if (step >= 3) {
            QFile half(d.database() + QStringLiteral(".new"));
            QVERIFY(half.open(QIODevice::WriteOnly));
            half.write("half");
        }
        if (step == 4) {
            QVERIFY(d.open()); // all but the last step
            d.f.subject.reset();
            QVERIFY(marker.open(QIODevice::WriteOnly));
            marker.write("inlet-damaged-x.db\n\n");
            marker.close();
        }
        QVERIFY(d.open());
        QVERIFY(!marker.exists());
        QCOMPARE(d.report()->oldFile, profile + QStringLiteral("inlet-damaged-x.db"));
        QCOMPARE(QDir(profile).entryList({QStringLiteral("*damaged*")}).size(), 1);
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
    }

    void report_staysUntilItWasRead()
    {
        DamagedProfile d;
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        const auto before = d.report();
        QVERIFY(before);
        d.f.subject.reset();
        QVERIFY(d.open());
        QCOMPARE(d.report(), before);
        d.f.change([](WriteTransaction &t) { return t.forgetSalvage(); });
        QVERIFY(!d.report());
    }

    void olderVersion_isReplacedAsWell()
    {
        QFile kept(QStringLiteral(INLET_TEST_DATA "/store/v1.db.z"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QByteArray octets = qUncompress(kept.readAll());
        octets.replace(octets.size() - kPage, kPage, garbage(kPage));
        octets.replace(0, 16, garbage(16));
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("inlet.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
        file.close();
        const auto opened = openStore(dir.path(), OnDamage::Rebuild);
        QVERIFY(opened);
        (*opened)->readHere([](ReadSession &session) {
            QVERIFY(*session.salvageReport());
            QCOMPARE(session.drafts()->size(), 1);
            QCOMPARE(session.accounts()->size(), 2);
        });
        SQLite::Database db(file.fileName().toStdString());
        SQLite::Statement q(db, "SELECT count(*) FROM conversations WHERE category = 1 AND category_source = 2");
        QVERIFY(q.executeStep());
        QCOMPARE(q.getColumn(0).getInt(), 1);
    }

    void onlyTheNewestOldFiles_areKept()
    {
        DamagedProfile d;
        const QDir profile(QFileInfo(d.database()).path());
        for (const char *name : {"inlet-damaged-20200101-000000.db", "inlet-damaged-20200102-000000.db", "inlet-damaged-20200102-000000.db-wal"}) {
            QFile file(profile.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        const QStringList kept = profile.entryList({QStringLiteral("inlet-damaged-*.db")}, QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first(), QStringLiteral("inlet-damaged-20200102-000000.db"));
        QCOMPARE(profile.filePath(kept.last()), d.report()->oldFile);
    }

private:
    /// The ledger row that waits in the database is on its way in the log.
    static void copyOfALiveProfile(DamagedProfile &d)
    {
        QVERIFY(d.open());
        for (int i = 0; i < 5; ++i) {
            d.f.change([&](WriteTransaction &t) -> Result<void> {
                LedgerRow row = t.ledger(10)->at(2);
                const LedgerState before = row.state;
                row.state = LedgerState::Sending;
                row.attempts = i;
                return t.updateLedger(row, before);
            });
        }
        leaveAsKilled(d);
    }

    /// The files of an open profile, as a killed program leaves them.
    static void leaveAsKilled(DamagedProfile &d)
    {
        QTemporaryDir copies;
        const QStringList ends{QString(), QStringLiteral("-wal")};
        for (const QString &end : ends)
            QVERIFY(QFile::copy(d.database() + end, copies.filePath(QStringLiteral("copy") + end)));
        d.f.subject.reset();
        for (const QString &end : ends) {
            QFile::remove(d.database() + end);
            QVERIFY(QFile::copy(copies.filePath(QStringLiteral("copy") + end), d.database() + end));
        }
    }
};

INLET_TEST(tst_Replacement)
#include "tst_Replacement.moc"
