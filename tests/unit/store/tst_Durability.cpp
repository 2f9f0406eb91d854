// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "store/Migrations.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <SQLiteCpp/SQLiteCpp.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

QString databaseOf(const StoreFixture &f)
{
    return f.dir.path() + QStringLiteral("/profile/inlet.db");
}

IncomingMessage mailNumber(const StoreFixture::Mailbox &box, quint32 number)
{
    MailBuilder mail(QStringLiteral("m%1@acme.test").arg(number));
    return mail.from("mara@acme.test").to("anna@us.test").inReplyTo("root@us.test").minute(int(number))
        .text(QStringLiteral("number %1 ").arg(number).repeated(40)).in(box.inbox, number);
}

/// Ingests, sends and sorts for ever, and writes the number of each acknowledged step to `out`.
[[noreturn]] void writeUntilKilled(const QString &dir, const StoreFixture::Mailbox &box, quint32 first, int out)
{
    auto opened = openStore(dir);
    if (!opened)
        ::_exit(3);
    for (quint32 number = first;; ++number) {
        const Result<void> done = (*opened)->writeAndWait("child", [&](WriteTransaction &t) -> Result<void> {
            const auto ingested = t.ingest({mailNumber(box, number)});
            if (!ingested)
                return ingested;
            LedgerRow row;
            row.account = box.id;
            row.messageId = QStringLiteral("l%1@us.test").arg(number);
            const auto added = t.addLedger(row, "bytes");
            return added ? Result<void>() : Result<void>(added.error());
        });
        if (!done)
            ::_exit(4);
        if (::write(out, &number, sizeof number) != ssize_t(sizeof number))
            ::_exit(5);
    }
}

/// Starts the writing child, kills it after `acknowledged` steps; answers the last acknowledged one.
quint32 killAfter(const QString &dir, const StoreFixture::Mailbox &box, quint32 first, quint32 acknowledged)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return 0;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        writeUntilKilled(dir, box, first, ends[1]);
    }
    ::close(ends[1]);
    quint32 last = 0;
    quint32 number = 0;
    while (::read(ends[0], &number, sizeof number) == ssize_t(sizeof number)) {
        last = number;
        if (number - first + 1 == acknowledged)
            ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return last;
}

} // namespace

class tst_Durability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWriter_keepsWhatItAcknowledged_once()
    {
        StoreFixture f;
        const StoreFixture::Mailbox box = f.anna;
        const QString dir = f.dir.path() + QStringLiteral("/profile");
        quint32 next = 1;
        for (int round = 0; round < 12; ++round) {
            f.subject.reset(); // no threads of ours while we fork
            const quint32 last = killAfter(dir, box, next, quint32(1 + round * 3));
            QVERIFY(last >= next);
            f.reopen();
            const auto uids = f.read([&](ReadSession &s) { return s.uids(box.inbox); });
            // All acknowledged ones, at most one more that was committed but not told.
            QVERIFY(uids->size() == qsizetype(last) || uids->size() == qsizetype(last) + 1);
            const auto ledger = f.read([](ReadSession &s) { return s.ledger(100000); });
            QCOMPARE(ledger->size(), uids->size());
            QCOMPARE(f.inconsistency(), QString());
            next = quint32(uids->size()) + 1;
        }
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, int(next) - 1);
    }

    void fullDisk_isATypedError_andLaterWritesWork()
    {
        StoreFixture f;
        f.ingest(mailNumber(f.anna, 1));
        // A file size limit stands for the full disk; SIGXFSZ would end the process.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit tight = before;
        tight.rlim_cur = 400 * 1024;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        Result<void> failed;
        quint32 number = 2;
        for (; number < 400 && failed; ++number) {
            failed = f.subject->writeAndWait("fill", [&](WriteTransaction &t) {
                return t.ingest({mailNumber(f.anna, number), mailNumber(f.anna, number + 1000)});
            });
        }
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        QCOMPARE(failed.error().cause, QByteArray("disk-full"));
        const auto uids = f.read([&](ReadSession &s) { return s.uids(f.anna.inbox); });
        QCOMPARE(uids->size(), qsizetype(1 + 2 * (number - 3))); // pairs, none of them half
        f.ingest(mailNumber(f.anna, 5000));
        QCOMPARE(f.everything().first().messages, int(uids->size()) + 1);
        f.reopen();
        QCOMPARE(f.everything().first().messages, int(uids->size()) + 1);
        QCOMPARE(f.inconsistency(), QString());
    }

    void lockedByAnotherProcess_isATypedError_andLaterWritesWork()
    {
        StoreFixture f;
        f.ingest(mailNumber(f.anna, 1));
        SQLite::Database other(databaseOf(f).toStdString(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        const auto locked = f.subject->writeAndWait(
            "locked out", [&](WriteTransaction &t) { return t.ingest({mailNumber(f.anna, 2)}); });
        QVERIFY(!locked);
        QCOMPARE(locked.error().kind, ErrorKind::Storage);
        QCOMPARE(locked.error().cause, QByteArray("database-busy"));
        QCOMPARE(f.everything().first().messages, 1); // reading goes on meanwhile
        other.exec("ROLLBACK");
        f.ingest(mailNumber(f.anna, 3));
        QCOMPARE(f.everything().first().messages, 2);
        QCOMPARE(f.inconsistency(), QString());
    }

    void garbageFile_isCorrupt()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("inlet.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("this is no database ").repeated(1000));
        file.close();
        const auto opened = openStore(dir.path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
        QCOMPARE(opened.error().cause, QByteArray("database-corrupt"));
    }

    void damagedPages_areATypedError_neverACrash()
    {
        StoreFixture f;
        QList<IncomingMessage> mails;
        for (quint32 i = 1; i < 300; ++i)
            mails.append(mailNumber(f.anna, i));
        f.ingest(mails);
        f.subject.reset();
        QFile file(databaseOf(f));
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 at = 8192; at + 4096 < file.size(); at += 8192) {
            file.seek(at);
            file.write(QByteArray(4096, '\xa5'));
        }
        file.close();
        const auto opened = openStore(f.dir.path() + QStringLiteral("/profile"));
        Error error;
        if (!opened) {
            error = opened.error();
        } else {
            const Result<void> done = (*opened)->writeAndWait("after damage", [&](WriteTransaction &t) -> Result<void> {
                const auto page = t.page({}, {}, 100);
                if (!page)
                    return page.error();
                return t.ingest({mailNumber(f.anna, 900)});
            });
            QVERIFY(!done);
            error = done.error();
        }
        QCOMPARE(error.kind, ErrorKind::Storage);
        QCOMPARE(error.cause, QByteArray("database-corrupt"));
    }

    void newerDatabase_isRefused_andLeftAlone()
    {
        StoreFixture f;
        f.subject.reset();
        {
            SQLite::Database db(databaseOf(f).toStdString(), SQLite::OPEN_READWRITE);
            db.exec("PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        const auto opened = openStore(f.dir.path() + QStringLiteral("/profile"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().cause, QByteArray("database-newer"));
        SQLite::Database db(databaseOf(f).toStdString());
        QCOMPARE(db.execAndGet("PRAGMA user_version").getInt(), 999);
        QCOMPARE(db.execAndGet("SELECT count(*) FROM accounts").getInt(), 2);
    }

    /// With INLET_KEEP_STORE=FILE it writes the database that the next test keeps, for a new version.
    void sampleDatabase_canBeKept()
    {
        StoreFixture f;
        f.ingest(MailBuilder("out1@us.test").from("anna@us.test").to("Mara Petersen <mara@acme.test>").own().seen()
                     .in(f.anna.sent, 1));
        f.ingest(MailBuilder("in1@acme.test").from("Mara Petersen <mara@acme.test>").to("anna@us.test").minute(10)
                     .inReplyTo("out1@us.test").text(QStringLiteral("What is your pricing?")).in(f.anna.inbox, 7));
        f.apply(TriageVerb::SetCategory, f.list(Scope::All).first().id, Category::Interested);
        f.change([&](WriteTransaction &t) -> Result<void> {
            Draft draft;
            draft.account = f.anna.id;
            draft.text = QStringLiteral("Ten a month.");
            const auto id = t.saveDraft(draft);
            return id ? Result<void>() : Result<void>(id.error());
        });
        f.subject.reset();
        QFile database(databaseOf(f));
        QVERIFY(database.open(QIODevice::ReadOnly));
        const QByteArray octets = database.readAll();
        QVERIFY(octets.startsWith("SQLite format 3"));
        const QString keep = qEnvironmentVariable("INLET_KEEP_STORE");
        if (!keep.isEmpty()) {
            QFile file(keep);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(qCompress(octets, 9)) > 0);
        }
    }

    void keptDatabases_ofEveryVersion_areUpgraded()
    {
        const QDir kept(QStringLiteral(INLET_TEST_DATA "/store"));
        for (int version = 1; version <= schemaVersion(); ++version) {
            QFile file(kept.filePath(QStringLiteral("v%1.db.z").arg(version)));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QTemporaryDir dir;
            QFile copy(dir.filePath(QStringLiteral("inlet.db")));
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(qUncompress(file.readAll()));
            copy.close();
            const auto opened = openStore(dir.path());
            QVERIFY2(opened, qPrintable(file.fileName()));
            (*opened)->readHere([&](ReadSession &session) {
                ListQuery query;
                query.search = QStringLiteral("pricing");
                const auto rows = session.page(query, {}, 10);
                QVERIFY(rows);
                QCOMPARE(rows->size(), 1);
                QCOMPARE(rows->first().category, Category::Interested);
                QCOMPARE(rows->first().prospectName, QStringLiteral("Mara Petersen"));
                QVERIFY(rows->first().snippet.contains(QStringLiteral("pricing")));
                QCOMPARE(session.undoStack()->size(), 1);
                QCOMPARE(session.drafts()->size(), 1);
            });
        }
    }

    void closing_writesWhatIsQueued()
    {
        StoreFixture f;
        int done = 0;
        for (quint32 i = 1; i <= 50; ++i) {
            f.subject->write("queued", [&f, i](WriteTransaction &t) { return t.ingest({mailNumber(f.anna, i)}); },
                [&done](const Result<void> &result) { done += result ? 1 : 0; });
        }
        f.subject.reset();
        QCOMPARE(done, 50);
        f.reopen();
        QCOMPARE(f.everything().first().messages, 50);
    }

    void normalWrites_overtakeBulk_andKeepTheirOrder()
    {
        StoreFixture f;
        QByteArray order; // only the writer touches it
        std::atomic<bool> go = false;
        const auto note = [&order](char letter) {
            return [&order, letter](WriteTransaction &) -> Result<void> {
                order += letter;
                return {};
            };
        };
        f.subject->write("hold", [&](WriteTransaction &) -> Result<void> {
            while (!go)
                std::this_thread::yield();
            return {};
        });
        for (const char letter : {'x', 'y', 'z'})
            f.subject->write("bulk", note(letter), {}, Urgency::Bulk);
        for (const char letter : {'a', 'b'})
            f.subject->write("key", note(letter));
        go = true;
        f.subject.reset();
        QCOMPARE(order, QByteArray("abxyz"));
    }

    void batch_withAFailingCommand_keepsTheOthers()
    {
        StoreFixture f;
        std::atomic<int> good = 0;
        std::atomic<int> bad = 0;
        std::atomic<bool> go = false;
        f.subject->write("hold", [&](WriteTransaction &) -> Result<void> {
            while (!go)
                std::this_thread::yield();
            return {};
        });
        for (quint32 i = 1; i <= 20; ++i) {
            f.subject->write("some", [&f, i](WriteTransaction &t) -> Result<void> {
                const auto done = t.ingest({mailNumber(f.anna, i)});
                if (!done || i % 2 == 0)
                    return done;
                return Error{ErrorKind::Cancelled, {}, {}, {}};
            }, [&](const Result<void> &result) { ++(result ? good : bad); });
        }
        go = true;
        f.change([](WriteTransaction &) -> Result<void> { return {}; });
        QCOMPARE(good.load(), 10);
        QCOMPARE(bad.load(), 10);
        QCOMPARE(f.everything().first().messages, 10);
        QCOMPARE(f.inconsistency(), QString());
    }
};

INLET_TEST(tst_Durability)
#include "tst_Durability.moc"
