// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Inletctl.h"
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace inlet;
using namespace inlet::test;

namespace
{

constexpr int kPage = 8192;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

void copyProfile(const QString &from, const QString &to)
{
    for (const QFileInfo &file : QDir(from).entryInfoList(QDir::Files | QDir::Hidden))
        QVERIFY(QFile::copy(file.filePath(), to + QLatin1Char('/') + file.fileName()));
}

void overwrite(const QString &path, qint64 at, qint64 octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(QByteArray(octets, '\xa5')), octets);
}

} // namespace

/// The built program with a database damaged in several ways, and a real Dovecot and Postfix: it converges to
/// the servers' truth by itself, what was decided is kept, and nothing leaves twice.
class tst_Damaged : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    QTemporaryDir m_profile; ///< sound, with decisions
    QTemporaryDir m_files;
    QStringList m_truth;

    [[nodiscard]] Inletctl on(const QString &profile) const { return {profile, m_servers.caFile()}; }

    Inletctl::Run must(const QString &profile, const QStringList &words, const QByteArray &input = {}) const
    {
        const Inletctl::Run run = on(profile).run(words, input);
        if (run.exit != 0)
            QTest::qFail((words.join(QLatin1Char(' ')).toUtf8() + ": " + run.out.right(500) + run.err.right(500)).constData(), __FILE__, __LINE__);
        return run;
    }

    /// Every place of a mail on the servers, and every conversation with what was decided about it.
    [[nodiscard]] QStringList picture(const QString &profile) const
    {
        QStringList lines;
        for (const QJsonObject &row : must(profile, {word("messages")}).rows) {
            lines.append(row[word("account")].toString() + row[word("folder")].toString() + QString::number(row[word("uid")].toInteger())
                + row[word("message_id")].toString() + QString::fromUtf8(QJsonDocument(row[word("flags")].toArray()).toJson(QJsonDocument::Compact)));
        }
        for (const char *scope : {"all", "other", "archived", "snoozed", "starred"}) {
            for (const QJsonObject &row : must(profile, {word("list"), word("--scope"), word(scope), word("--limit"), word("10000")}).rows) {
                lines.append(word(scope) + row[word("subject")].toString() + row[word("prospect")].toString() + row[word("category")].toString()
                    + row[word("category_source")].toString() + row[word("snoozed_until")].toString() + row[word("remind_at")].toString()
                    + QString::number(row[word("messages")].toInteger()) + QString::number(row[word("archived")].toBool()));
            }
        }
        lines.sort();
        return lines;
    }

    [[nodiscard]] int received(const QByteArray &subject)
    {
        const QList<QByteArray> mails = m_servers.messagesIn(MailServers::lead(1), word("INBOX"));
        return int(std::count_if(mails.cbegin(), mails.cend(), [&](const QByteArray &mail) { return mail.contains("Subject: " + subject); }));
    }

    void send(const QString &profile, const char *subject, bool now)
    {
        QStringList words{word("send"), word("--from"), MailServers::user(1), word("--to"), MailServers::lead(1), word("--subject"), word(subject),
            word("--body-file"), m_files.filePath(word("body.txt"))};
        if (now)
            words.append(word("--now"));
        QCOMPARE(must(profile, words).exit, 0);
    }

    [[nodiscard]] static QString stateOf(const Inletctl::Run &outbox, const char *subject)
    {
        return outbox.row("subject", word(subject))[word("state")].toString();
    }

    /// With what was written last only in the log.
    void leaveKilled(const QString &profile) const
    {
        const std::unique_ptr<QProcess> watch = on(profile).start({word("sync"), word("--watch")});
        QByteArray out;
        QElapsedTimer waited;
        waited.start();
        while (out.count("\"live\"") < 2 && waited.elapsed() < 60000) {
            watch->waitForReadyRead(500);
            out += watch->readAllStandardOutput();
        }
        QVERIFY2(out.count("\"live\"") >= 2, out.constData());
        watch->kill();
        QVERIFY(watch->waitForFinished());
        QVERIFY(QFileInfo(profile + word("/inlet.db-wal")).size() > kPage);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_servers.start({.users = 2, .messages = 400, .seed = 11}), qPrintable(m_servers.error()));
        QFile body(m_files.filePath(word("body.txt")));
        QVERIFY(body.open(QIODevice::WriteOnly));
        body.write("Worth 15 minutes?\n");
        body.close();
        const QString profile = m_profile.path();
        for (const int user : {1, 2}) {
            const QString email = MailServers::user(user);
            QCOMPARE(must(profile, {word("account"), word("add"), word("--email"), email, word("--imap"),
                                       QStringLiteral("127.0.0.1:%1:tls").arg(m_servers.port("IMAPS_PORT")), word("--smtp"),
                                       QStringLiteral("127.0.0.1:%1:tls").arg(m_servers.port("SUBMISSIONS_PORT")), word("--history"), word("all"), word("--password-stdin")},
                         QByteArray::fromStdString(MailServers::password(email).reveal()) + '\n').exit, 0);
        }
        QCOMPARE(must(profile, {word("sync"), word("--once")}).exit, 0);
        const QList<QJsonObject> rows = must(profile, {word("list"), word("--scope"), word("all")}).rows;
        QVERIFY(rows.size() >= 6);
        const auto id = [&](int row) { return QString::number(rows.at(row)[word("conversation")].toInteger()); };
        QCOMPARE(must(profile, {word("categorize"), id(0), word("Interested")}).exit, 0);
        QCOMPARE(must(profile, {word("snooze"), id(1), word("--until"), word("2090-01-01T09:00")}).exit, 0);
        QCOMPARE(must(profile, {word("remind"), id(2), word("--at"), word("2090-01-01T09:00")}).exit, 0);
        QCOMPARE(must(profile, {word("star"), id(3)}).exit, 0);
        QCOMPARE(must(profile, {word("suppress"), word("add"), word("rival.test"), word("--reason"), word("competitor")}).exit, 0);
        QCOMPARE(must(profile, {word("rule"), word("add"), word("domain"), word("lists.test"), word("Not interested")}).exit, 0);
        send(profile, "was sent", true);
        QCOMPARE(must(profile, {word("sync"), word("--once")}).exit, 0);
        m_truth = picture(profile);
        QVERIFY(m_truth.size() > 400);
    }

    void database_damaged_isRebuiltFromTheServers_withDecisions_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"header", "middle", "truncated", "many pages", "no octets", "garbage only", "log"})
            QTest::newRow(how) << word(how);
    }
    void database_damaged_isRebuiltFromTheServers_withDecisions()
    {
        QFETCH(QString, how);
        QTemporaryDir copy;
        const QString profile = copy.path();
        copyProfile(m_profile.path(), profile);
        const QString database = profile + word("/inlet.db");
        // Done, but its server does not know yet; and on its way when the program ended.
        const QList<QJsonObject> rows = must(profile, {word("list"), word("--scope"), word("needs-answer")}).rows;
        QVERIFY(!rows.isEmpty());
        {
            SQLite::Database db(database.toStdString(), SQLite::OPEN_READWRITE);
            db.exec("UPDATE ledger SET state = 2 WHERE subject = 'was sent'");
        }
        const qint64 pages = QFileInfo(database).size() / kPage;
        if (how == word("log")) {
            leaveKilled(profile);
            overwrite(database + word("-wal"), 8, 40);
        } else if (how == word("no octets")) {
            QVERIFY(QFile::resize(database, 0));
        } else if (how == word("garbage only")) {
            overwrite(database, 0, pages * kPage);
        } else if (how == word("header")) {
            overwrite(database, 0, 100);
        } else if (how == word("middle")) {
            overwrite(database, pages / 2 * kPage, kPage);
        } else if (how == word("truncated")) {
            QVERIFY(QFile::resize(database, (pages - 30) * kPage));
        } else {
            for (qint64 page = pages / 4; page < pages; page += 7)
                overwrite(database, page * kPage, kPage);
        }
        const Inletctl::Run sync = on(profile).run({word("sync"), word("--once")});
        QVERIFY2(sync.exit == 0, (sync.out + sync.err).constData());
        const bool seen = QDir(profile).entryList({word("inlet-damaged-*.db")}).size() == 1;
        // What sync did not touch is met by who reads it; the next one replaces the database.
        bool met = seen;
        if (!seen) {
            for (const QStringList &words : {QStringList{word("search"), word("the"), word("--limit"), word("1000")}, {word("export"), m_files.path()}}) {
                const Inletctl::Run reading = on(profile).run(words);
                QVERIFY2(reading.exit == 0 || reading.err.contains("damaged"), reading.err.constData());
                met = met || reading.exit != 0 || reading.err.contains("damaged");
            }
            // Or by that one itself, which looks at more pages when there is more to do.
            met = must(profile, {word("sync"), word("--once")}).err.contains("damaged") || met;
        }
        QCOMPARE(QDir(profile).entryList({word("inlet-damaged-*.db")}).size(), met ? 1 : 0);
        if (seen) {
            QVERIFY2(sync.err.contains("was damaged and has been replaced"), sync.err.constData());
            const QJsonObject event = sync.row("event", word("database-replaced"));
            QVERIFY(QFileInfo::exists(event[word("old_file")].toString()));
            QCOMPARE(event[word("mailboxes")].toInt(), 2);
            QCOMPARE(event[word("newest_lost")].toBool(), how == word("log"));
            const Inletctl::Run status = must(profile, {word("status")});
            QCOMPARE(status.rows.last()[word("database_replaced")].toObject()[word("old_file")].toString(), event[word("old_file")].toString());
        }
        QCOMPARE(picture(profile), m_truth);
        QCOMPARE(received("was sent"), 1);
        QCOMPARE(stateOf(must(profile, {word("outbox"), word("list")}), "was sent"), word("sent"));
        QVERIFY(must(profile, {word("suppress"), word("list")}).out.contains("rival.test"));
        QCOMPARE(must(profile, {word("rule"), word("list")}).rows.size(), 1);
        QCOMPARE(must(profile, {word("doctor")}).exit, 0);
    }

    void databaseLockedByAnotherProgram_isSaidInTime_andGoesOn()
    {
        QTemporaryDir copy;
        const QString profile = copy.path();
        copyProfile(m_profile.path(), profile);
        const std::string database = (profile + word("/inlet.db")).toStdString();
        const QList<QJsonObject> rows = must(profile, {word("list"), word("--scope"), word("all")}).rows;
        const QStringList decide{word("categorize"), QString::number(rows.at(4)[word("conversation")].toInteger()), word("Interested")};
        for (const char *lock : {"BEGIN IMMEDIATE", "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE"}) {
            std::optional<SQLite::Database> other(std::in_place, database, SQLite::OPEN_READWRITE);
            other->exec(lock);
            QElapsedTimer took;
            took.start();
            const Inletctl::Run run = on(profile).run(decide);
            QVERIFY2(took.elapsed() < 40000, qPrintable(QString::number(took.elapsed())));
            QCOMPARE(run.exit, 1);
            QVERIFY2(run.err.contains("Another program keeps Inlet's database locked. Close it"), run.err.constData());
            other.reset();
        }
        QCOMPARE(must(profile, decide).exit, 0);
        QCOMPARE(must(profile, {word("sync"), word("--once")}).exit, 0);
        QCOMPARE(QDir(profile).entryList({word("inlet-damaged-*")}).size(), 0);
    }
};

INLET_TEST(tst_Damaged)
#include "tst_Damaged.moc"
