// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Inletctl.h"
#include "support/MailServers.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet;
using namespace inlet::test;

namespace
{

constexpr int kPatience = 90'000;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// The built program on a disk that is smaller than the mailbox on a real Dovecot: it says so in words, keeps
/// what it has, and goes on by itself when there is room.
class tst_FullDisk : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    QTemporaryDir m_files;
    const QString m_email = MailServers::user(1);

    void addMailbox(const Inletctl &subject) const
    {
        const Inletctl::Run added = subject.run({word("account"), word("add"), word("--email"), m_email, word("--imap"),
                                                    QStringLiteral("127.0.0.1:%1:tls").arg(m_servers.port("IMAPS_PORT")), word("--smtp"),
                                                    QStringLiteral("127.0.0.1:%1:tls").arg(m_servers.port("SUBMISSIONS_PORT")), word("--history"), word("all"), word("--password-stdin")},
            QByteArray::fromStdString(MailServers::password(m_email).reveal()) + '\n');
        QVERIFY2(added.exit == 0, (added.out + added.err).constData());
    }

    /// Message files of the mailbox on the server.
    [[nodiscard]] int onServer() const
    {
        int files = 0;
        QDirIterator entries(m_servers.dir() + word("/mail/sales.test/user001/Maildir"), QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = entries.next();
            files += path.contains(word("/cur/")) || path.contains(word("/new/")) ? 1 : 0;
        }
        return files;
    }

    /// Reads rows until one fits.
    template <typename Fits>
    static bool waitFor(QProcess &process, const Fits &fits)
    {
        QElapsedTimer waited;
        waited.start();
        while (waited.elapsed() < kPatience) {
            while (process.canReadLine()) {
                if (fits(Inletctl::parse(process.readLine())))
                    return true;
            }
            if (process.state() == QProcess::NotRunning)
                return false;
            process.waitForReadyRead(500);
        }
        return false;
    }

    static bool saysFull(const Inletctl::Run &run)
    {
        const bool says = run.exit == 1 && run.err.contains("full") && run.err.contains("ake room");
        if (!says)
            qWarning("exit %d: %s %s", run.exit, run.out.constData(), run.err.constData());
        return says;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_servers.start({.users = 1, .messages = 1500, .seed = 4}), qPrintable(m_servers.error()));
        QFile body(m_files.filePath(word("body.txt")));
        QVERIFY(body.open(QIODevice::WriteOnly));
        body.write("Worth 15 minutes?\n");
    }

    void firstSync_largerThanTheDisk_saysSo_andGoesOnByItself()
    {
        QTemporaryDir profile;
        SmallDisk disk(profile.path(), 3);
        Inletctl subject(profile.path(), m_servers.caFile(), disk.prefix());
        addMailbox(subject);
        const std::unique_ptr<QProcess> watch = subject.start({word("sync"), word("--watch")});
        QJsonObject told;
        QVERIFY(waitFor(*watch, [&](const QJsonObject &row) {
            told = row;
            return row[word("state")].toString() == word("waiting");
        }));
        QVERIFY2(told[word("reason")].toString().contains(word("disk is full")), qPrintable(told[word("reason")].toString()));
        const Inletctl::Run meanwhile = subject.run({word("messages")});
        QCOMPARE(meanwhile.exit, 0);
        QVERIFY(meanwhile.rows.size() < onServer());
        QVERIFY(disk.makeRoom(watch.get()));
        subject = Inletctl(profile.path(), m_servers.caFile(), disk.prefix());
        QVERIFY(waitFor(*watch, [](const QJsonObject &row) { return row[word("event")].toString() == word("live"); }));
        watch->terminate();
        QVERIFY(watch->waitForFinished(kPatience));
        const Inletctl::Run messages = subject.run({word("messages")});
        QCOMPARE(messages.rows.size(), onServer());
        QCOMPARE(subject.run({word("doctor")}).exit, 0);
    }

    void whatIsDecided_onAFullDisk_isRefusedInWords_orKept()
    {
        QTemporaryDir profile;
        SmallDisk disk(profile.path(), 64);
        Inletctl subject(profile.path(), m_servers.caFile(), disk.prefix());
        addMailbox(subject);
        QCOMPARE(subject.run({word("sync"), word("--once")}).exit, 0);
        const QList<QJsonObject> rows = subject.run({word("list"), word("--scope"), word("needs-answer")}).rows;
        QVERIFY(rows.size() > 1);
        const auto id = [&](int row) { return QString::number(rows.at(row)[word("conversation")].toInteger()); };
        QCOMPARE(subject.run({word("categorize"), id(0), word("Interested")}).exit, 0);
        QVERIFY(disk.fill());
        subject = Inletctl(profile.path(), m_servers.caFile(), disk.prefix());
        QVERIFY(saysFull(subject.run({word("categorize"), id(1), word("Interested")})));
        QVERIFY(saysFull(subject.run({word("suppress"), word("add"), word("rival.test")})));
        const QStringList send{word("reply"), id(1), word("--body-file"), m_files.filePath(word("body.txt"))};
        QVERIFY(saysFull(subject.run(send)));
        QVERIFY(disk.makeRoom());
        subject = Inletctl(profile.path(), m_servers.caFile(), disk.prefix());
        const Inletctl::Run outbox = subject.run({word("outbox"), word("list")});
        QCOMPARE(outbox.exit, 0);
        QCOMPARE(outbox.rows.size(), 0);
        const Inletctl::Run all = subject.run({word("list"), word("--scope"), word("all"), word("--limit"), word("10000")});
        QCOMPARE(all.row("conversation", id(0))[word("category_source")].toString(), word("manual"));
        QVERIFY(all.row("conversation", id(1))[word("category_source")].toString() != word("manual"));
        QCOMPARE(subject.run(send).exit, 0);
        QCOMPARE(subject.run({word("categorize"), id(1), word("Interested")}).exit, 0);
        QCOMPARE(subject.run({word("sync"), word("--once")}).exit, 0);
        QCOMPARE(subject.run({word("doctor")}).exit, 0);
    }
};

INLET_TEST(tst_FullDisk)
#include "tst_FullDisk.moc"
