// SPDX-License-Identifier: GPL-3.0-or-later
// A mail with 20 MB of files on a private Dovecot, over a line that is slow or breaks.
#include "mime/Mime.h"
#include "support/FaultProxy.h"
#include "support/Profile.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

namespace
{

constexpr int kFileSize = 20 * 1024 * 1024;
constexpr int kLineRate = 4 * 1024 * 1024; ///< octets a second

QByteArray head(const QString &messageId, const QString &to)
{
    return "Message-ID: <" + messageId.toUtf8() + ">\r\nFrom: <lead01@customers.test>\r\nTo: <" + to.toUtf8()
        + ">\r\nSubject: A question\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n";
}

QByteArray mail(const QString &messageId, const QString &to)
{
    return head(messageId, to) + "\r\nIs it still there?\r\n";
}

QByteArray largeMail(const QString &messageId, const QString &to)
{
    QByteArray file(kFileSize, Qt::Uninitialized);
    QRandomGenerator random(5);
    std::generate(file.begin(), file.end(), [&] { return char(random.bounded(256)); });
    QByteArray raw = head(messageId, to)
        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe files.\r\n"
          "--b\r\nContent-Type: application/octet-stream; name=\"plan.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    for (qsizetype at = 0; at < file.size(); at += 57)
        raw += file.mid(at, 57).toBase64() + "\r\n";
    return raw + "--b--\r\n";
}

} // namespace

class tst_LargeOnDovecot : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;

    /// A mailbox behind a line of its own, with the large mail here as a header.
    struct Mailbox {
        MailServers &servers;
        QString email;
        QTemporaryDir dir;
        Profile profile;
        FaultProxy line;
        AccountId account;
        QByteArray raw;
        store::MessageLocation location;

        Mailbox(MailServers &all, int user)
            : servers(all), email(MailServers::user(user)), profile(dir.path(), all.caFile())
        {
        }
        bool begin(const QString &messageId)
        {
            if (!line.start(servers.port("IMAPS_PORT")))
                return false;
            accounts::Account behind = servers.account(email);
            behind.imap.port = line.port();
            account = profile.add(behind).id;
            profile.start();
            raw = largeMail(messageId, email);
            if (!profile.waitFor(SyncState::Live) || !servers.deliver(email, raw)
                || !QTest::qWaitFor([&] { return profile.observer.hasNews(messageId); }, 30'000))
                return false;
            for (const auto &row : profile.messages(account, imap::FolderRole::Inbox)) {
                if (row.messageId == messageId)
                    location = row.location;
            }
            return stored().isEmpty() && line.command("throttle " + QByteArray::number(kLineRate)).startsWith("ok");
        }
        QByteArray stored()
        {
            QByteArray octets;
            profile.store->readHere([&](store::ReadSession &read) { octets = read.raw(location.message).value_or(QByteArray()); });
            return octets;
        }
        /// Dovecot puts lines before it.
        bool isWhole()
        {
            return stored().endsWith(raw);
        }
        int connections()
        {
            return QJsonDocument::fromJson(line.command("status").mid(3)).object().value(QStringLiteral("total")).toInt();
        }
        /// In ms; -1: not at all.
        qint64 timeOfNews(const QString &messageId)
        {
            QElapsedTimer timer;
            timer.start();
            const bool came = servers.deliver(email, mail(messageId, email))
                && QTest::qWaitFor([&] { return profile.observer.hasNews(messageId); }, 20'000);
            return came ? timer.elapsed() : -1;
        }
    };
    struct Fetch {
        std::stop_source stop;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
        std::atomic<int> reports = 0;
        std::atomic<bool> wentBack = false;
        std::atomic<int> ended = 0; ///< 1: well, 2: called off, 3: else
        QElapsedTimer timer;

        void start(Mailbox &mailbox)
        {
            timer.start();
            sync::WholeFetch how;
            how.stop = stop.get_token();
            how.progress = [this](qint64 octets, qint64 all) {
                wentBack = wentBack || octets < done;
                done = octets;
                total = all;
                ++reports;
            };
            mailbox.profile.engine->fetchWhole(mailbox.location, how, [this](const Result<void> &result) {
                ended = result ? 1 : result.error().kind == ErrorKind::Cancelled ? 2 : 3;
            });
        }
        bool waitForHalf()
        {
            return QTest::qWaitFor([this] { return done > total / 4 && total > 0; }, 60'000);
        }
        bool waitForEnd()
        {
            return QTest::qWaitFor([this] { return ended != 0; }, 120'000);
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialize();
        QVERIFY2(m_servers.start({.users = 4, .imapOnly = true}), qPrintable(m_servers.error()));
    }

    void comesInParts_andNewMailIsSeenMeanwhile()
    {
        Mailbox mailbox(m_servers, 1);
        const QString other = MailServers::user(2);
        const AccountId otherId = mailbox.profile.add(m_servers.account(other)).id;
        QVERIFY(mailbox.begin(QStringLiteral("large1@customers.test")));
        const int connections = mailbox.connections();
        Fetch fetch;
        fetch.start(mailbox);
        QVERIFY(fetch.waitForHalf());
        QVERIFY(m_servers.deliver(other, mail(QStringLiteral("other1@customers.test"), other)));
        const qint64 news = mailbox.timeOfNews(QStringLiteral("news1@customers.test"));
        QTRY_VERIFY(mailbox.profile.observer.hasNews(QStringLiteral("other1@customers.test")));
        QCOMPARE(int(fetch.ended), 0);
        QVERIFY2(news >= 0 && news < 6'000, qPrintable(QString::number(news)));
        QCOMPARE(mailbox.profile.observer.statusOf(otherId).state, SyncState::Live);
        QVERIFY(fetch.waitForEnd());
        qInfo() << "20 MB in" << fetch.timer.elapsed() << "ms," << int(fetch.reports) << "reports; new mail was seen after" << news << "ms";
        QCOMPARE(int(fetch.ended), 1);
        QVERIFY(fetch.reports > 8);
        QVERIFY(!fetch.wentBack);
        QVERIFY(mailbox.isWhole());
        QCOMPARE(mailbox.connections(), connections);
    }

    void calledOff_theMailboxGoesOn_andAgainItComes()
    {
        Mailbox mailbox(m_servers, 3);
        QVERIFY(mailbox.begin(QStringLiteral("large2@customers.test")));
        const int connections = mailbox.connections();
        {
            Fetch fetch;
            fetch.start(mailbox);
            QVERIFY(fetch.waitForHalf());
            QElapsedTimer calledOff;
            calledOff.start();
            fetch.stop.request_stop();
            QVERIFY(fetch.waitForEnd());
            qInfo() << "called off in" << calledOff.elapsed() << "ms";
            QVERIFY2(calledOff.elapsed() < 3'000, qPrintable(QString::number(calledOff.elapsed())));
            QCOMPARE(int(fetch.ended), 2);
            QVERIFY(mailbox.stored().isEmpty());
        }
        const qint64 news = mailbox.timeOfNews(QStringLiteral("news2@customers.test"));
        QVERIFY2(news >= 0 && news < 2'000, qPrintable(QString::number(news)));
        QCOMPARE(mailbox.connections(), connections);
        QCOMPARE(mailbox.profile.observer.statusOf(mailbox.account).state, SyncState::Live);
        Fetch again;
        again.start(mailbox);
        QVERIFY(again.waitForEnd());
        QCOMPARE(int(again.ended), 1);
        QVERIFY(mailbox.isWhole());
        QCOMPARE(mailbox.connections(), connections);
    }

    void lineBreaks_itGoesOnWhereItWas()
    {
        Mailbox mailbox(m_servers, 4);
        QVERIFY(mailbox.begin(QStringLiteral("large3@customers.test")));
        const int connections = mailbox.connections();
        Fetch fetch;
        fetch.start(mailbox);
        QVERIFY(fetch.waitForHalf());
        mailbox.line.command("cut");
        QVERIFY(fetch.waitForEnd());
        qInfo() << "20 MB with a break in" << fetch.timer.elapsed() << "ms";
        QCOMPARE(int(fetch.ended), 1);
        QVERIFY(!fetch.wentBack);
        QVERIFY(mailbox.isWhole());
        QCOMPARE(mailbox.connections(), connections + 1);
    }
};

INLET_TEST(tst_LargeOnDovecot)
#include "tst_LargeOnDovecot.moc"
