// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Inletctl.h"
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace inlet;
using namespace inlet::test;

/// kill -9 at any moment: during the first sync, during sends, during changes. Afterwards the
/// program goes on by itself; nothing is lost and nothing is there twice.
/// INLET_CAMPAIGN_ROUNDS and INLET_CAMPAIGN_SEED make it longer or repeat it.
class tst_Killed : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    QTemporaryDir m_profile;
    QTemporaryDir m_files;
    QRandomGenerator m_random;
    int m_rounds = 6;

    [[nodiscard]] Inletctl subject() const { return {m_profile.path(), m_servers.caFile()}; }

    /// True when the process was still at work and was killed.
    bool killAfter(const QStringList &arguments, int lowMs, int highMs)
    {
        const std::unique_ptr<QProcess> process = subject().start(arguments);
        if (process->waitForFinished(m_random.bounded(lowMs, highMs)))
            return false;
        process->kill();
        process->waitForFinished(-1);
        return true;
    }

    [[nodiscard]] int filesOf(const QString &email) const
    {
        const QString maildir = m_servers.dir() + QStringLiteral("/mail/") + email.section(QLatin1Char('@'), 1)
            + QLatin1Char('/') + email.section(QLatin1Char('@'), 0, 0) + QStringLiteral("/Maildir");
        int files = 0;
        QDirIterator entries(maildir, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = entries.next();
            files += path.contains(QStringLiteral("/cur/")) || path.contains(QStringLiteral("/new/")) ? 1 : 0;
        }
        return files;
    }

    void verifyEverythingIsHereOnce()
    {
        const Inletctl::Run rows = subject().run({QStringLiteral("messages")});
        QSet<QString> places;
        for (const QJsonObject &row : rows.rows)
            places.insert(row[QStringLiteral("account")].toString() + row[QStringLiteral("folder")].toString() + QString::number(row[QStringLiteral("uid")].toInteger()));
        QCOMPARE(places.size(), rows.rows.size());
        QCOMPARE(rows.rows.size(), filesOf(MailServers::user(1)) + filesOf(MailServers::user(2)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet("INLET_CAMPAIGN_ROUNDS"))
            m_rounds = qEnvironmentVariableIntValue("INLET_CAMPAIGN_ROUNDS");
        const quint32 seed = qEnvironmentVariableIsSet("INLET_CAMPAIGN_SEED") ? quint32(qEnvironmentVariableIntValue("INLET_CAMPAIGN_SEED"))
                                                                               : QRandomGenerator::global()->generate() % 1000000;
        m_random.seed(seed);
        qInfo("INLET_CAMPAIGN_SEED=%u INLET_CAMPAIGN_ROUNDS=%d", seed, m_rounds);
        QVERIFY2(m_servers.start({.users = 2, .messages = 800, .seed = 5}), qPrintable(m_servers.error()));
        for (const int user : {1, 2}) {
            const QString email = MailServers::user(user);
            const Inletctl::Run run = subject().run({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), email,
                                                        QStringLiteral("--imap"), QStringLiteral("127.0.0.1:%1:tls").arg(m_servers.port("IMAPS_PORT")),
                                                        QStringLiteral("--smtp"), QStringLiteral("127.0.0.1:%1:tls").arg(m_servers.port("SUBMISSIONS_PORT")),
                                                        QStringLiteral("--history"), QStringLiteral("all"), QStringLiteral("--password-stdin")},
                QByteArray::fromStdString(MailServers::password(email).reveal()) + '\n');
            QVERIFY2(run.exit == 0, (run.out + run.err).constData());
        }
    }

    void firstSync_goesOnWhereItWasKilled()
    {
        int killed = 0;
        for (int round = 0; round < m_rounds; ++round)
            killed += killAfter({QStringLiteral("sync"), QStringLiteral("--once")}, 30, 700) ? 1 : 0;
        QVERIFY(killed > 0);
        const Inletctl::Run sync = subject().run({QStringLiteral("sync"), QStringLiteral("--once")});
        QVERIFY2(sync.exit == 0, (sync.out + sync.err).constData());
        verifyEverythingIsHereOnce();
    }

    void send_neverLeavesTwice_andIsNeverForgotten()
    {
        QFile body(m_files.filePath(QStringLiteral("body.txt")));
        QVERIFY(body.open(QIODevice::WriteOnly));
        body.write(QByteArray(20000, 'x'));
        body.close();
        for (int round = 0; round < m_rounds; ++round) {
            killAfter({QStringLiteral("send"), QStringLiteral("--from"), MailServers::user(1), QStringLiteral("--to"), MailServers::lead(1),
                          QStringLiteral("--subject"), QStringLiteral("round %1").arg(round), QStringLiteral("--body-file"), body.fileName(), QStringLiteral("--now")},
                20, 900);
        }
        const Inletctl::Run sync = subject().run({QStringLiteral("sync"), QStringLiteral("--once")});
        QVERIFY2(sync.exit == 0, (sync.out + sync.err).constData());
        // What the server accepted before a kill may still be in its queue.
        const auto inQueue = [&] {
            const Inletctl::Run list = subject().run({QStringLiteral("outbox"), QStringLiteral("list")});
            const QList<QByteArray> inbox = m_servers.messagesIn(MailServers::lead(1), QStringLiteral("INBOX"));
            return std::count_if(list.rows.cbegin(), list.rows.cend(), [&](const QJsonObject &row) {
                const QByteArray id = '<' + row[QStringLiteral("message_id")].toString().toUtf8() + '>';
                return row[QStringLiteral("state")].toString() == QLatin1String("sent")
                    && std::none_of(inbox.cbegin(), inbox.cend(), [&](const QByteArray &raw) { return raw.contains(id); });
            });
        };
        QTRY_COMPARE_WITH_TIMEOUT(inQueue(), 0, 30000);
        const Inletctl::Run outbox = subject().run({QStringLiteral("outbox"), QStringLiteral("list")});
        const QList<QByteArray> received = m_servers.messagesIn(MailServers::lead(1), QStringLiteral("INBOX"));
        const QList<QByteArray> filed = m_servers.messagesIn(MailServers::user(1), QStringLiteral("Sent"));
        int copies = 0;
        for (const QJsonObject &row : outbox.rows) {
            const QByteArray header = "<" + row[QStringLiteral("message_id")].toString().toUtf8() + '>';
            const auto count = [&](const QList<QByteArray> &messages) {
                return std::count_if(messages.cbegin(), messages.cend(), [&](const QByteArray &raw) { return raw.contains(header); });
            };
            const QString state = row[QStringLiteral("state")].toString();
            copies += int(count(received));
            QVERIFY2(count(received) <= 1, header.constData());
            QVERIFY2(count(filed) <= 1, header.constData());
            if (state == QLatin1String("sent")) {
                QVERIFY2(count(received) == 1, header.constData());
                QVERIFY2(count(filed) == 1, header.constData());
            }
            // Whatever was not proved says so and waits for its user.
            QVERIFY2(state == QLatin1String("sent") || state == QLatin1String("unknown"), qPrintable(state + row[QStringLiteral("note")].toString()));
        }
        QCOMPARE(copies, int(received.size()));
    }

    void change_reachesTheServerOnce()
    {
        const Inletctl::Run list = subject().run({QStringLiteral("list"), QStringLiteral("--scope"), QStringLiteral("needs-answer"), QStringLiteral("--limit"), QStringLiteral("12")});
        QVERIFY(!list.rows.isEmpty());
        QStringList acknowledged;
        for (const QJsonObject &row : list.rows) {
            const QString conversation = row[QStringLiteral("conversation")].toVariant().toString();
            if (subject().run({QStringLiteral("star"), conversation}).exit == 0 && subject().run({QStringLiteral("archive"), conversation}).exit == 0)
                acknowledged.append(conversation);
        }
        for (int round = 0; round < m_rounds; ++round)
            killAfter({QStringLiteral("sync"), QStringLiteral("--once")}, 20, 500);
        const Inletctl::Run sync = subject().run({QStringLiteral("sync"), QStringLiteral("--once")});
        QVERIFY2(sync.exit == 0, (sync.out + sync.err).constData());
        verifyEverythingIsHereOnce();
        for (const QString &conversation : acknowledged) {
            const Inletctl::Run archived = subject().run({QStringLiteral("list"), QStringLiteral("--scope"), QStringLiteral("archived"), QStringLiteral("--limit"), QStringLiteral("1000")});
            QVERIFY2(!archived.row("conversation", conversation).isEmpty(), qPrintable(conversation));
        }
    }
};

INLET_TEST(tst_Killed)
#include "tst_Killed.moc"
