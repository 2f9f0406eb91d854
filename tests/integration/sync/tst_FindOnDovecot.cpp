// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox on a private Dovecot with mail from before its history window.
#include "mime/Mime.h"
#include "support/Profile.h"
#include "support/ServerHand.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

namespace
{

constexpr int kOld = 3'000; ///< messages nobody looks for

QByteArray mail(int number, const QByteArray &to, const QByteArray &subject, const QByteArray &words)
{
    const QByteArray n = QByteArray::number(number);
    return "Message-ID: <old" + n + "@customers.test>\r\nFrom: <lead" + n + "@customers.test>\r\nTo: <" + to + ">\r\nSubject: " + subject
        + "\r\nDate: Tue, 10 Jun 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: 8bit\r\n\r\n"
        + words + "\r\n";
}

} // namespace

class tst_FindOnDovecot : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    QTemporaryDir m_dir;
    std::unique_ptr<Profile> m_profile;
    AccountId m_account;

    struct Told {
        std::atomic<qint64> fetched = 0;
        std::atomic<int> reports = 0;
        std::atomic<int> ended = 0; ///< 1: well, 2: not
        qint64 tookMs = 0;
    };
    bool find(const imap::FindQuery &query, Told &told)
    {
        sync::FindOnServer how;
        how.query = query;
        how.progress = [&told](const sync::FindOnServer::Progress &progress) {
            told.fetched = progress.fetched;
            ++told.reports;
        };
        QElapsedTimer timer;
        timer.start();
        m_profile->engine->findOnServer(m_account, how, [&told](const Result<void> &result) { told.ended = result ? 1 : 2; });
        const bool ended = QTest::qWaitFor([&told] { return told.ended != 0; }, 60'000);
        told.tookMs = timer.elapsed();
        return ended && told.ended == 1;
    }
    qint64 stored() { return m_profile->messages(m_account, imap::FolderRole::Inbox).size(); }

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialize();
        QVERIFY2(m_servers.start({.users = 1, .imapOnly = true}), qPrintable(m_servers.error()));
        const QString email = MailServers::user(1);
        ServerHand hand(m_servers, email);
        const auto put = [&](const QByteArray &raw) {
            return hand.run("APPEND INBOX \"10-Jun-2025 10:00:00 +0000\" {" + QByteArray::number(raw.size()) + "+}\r\n" + raw);
        };
        for (int i = 0; i < kOld; ++i)
            QVERIFY(put(mail(i, email.toUtf8(), "Nothing", "Of no interest.")));
        QVERIFY(put(mail(5'001, email.toUtf8(), "Pricing", "What does it cost?")));
        QVERIFY(put(mail(5'002, email.toUtf8(), "Hello", "Send me your pricing list.")));
        QVERIFY(put(mail(5'003, email.toUtf8(), "Gruss", "Viele Gr\xc3\xbc\xc3\x9f" "e aus K\xc3\xb6ln")));
        m_profile = std::make_unique<Profile>(m_dir.path(), m_servers.caFile());
        m_account = m_profile->add(m_servers.account(email)).id;
        m_profile->mailboxes.first().history = accounts::HistoryWindow::Days30;
        m_profile->start();
        QVERIFY(m_profile->waitFor(SyncState::Live));
        QCOMPARE(stored(), 0);
    }

    void words_areFoundInHeaderAndBody_andFetched()
    {
        Told told;
        QVERIFY(find({{{QStringLiteral("pricing"), imap::FindQuery::Field::Text}}, {}, {}, 0}, told));
        qInfo() << kOld << "messages searched in" << told.tookMs << "ms," << int(told.reports) << "reports";
        QCOMPARE(qint64(told.fetched), 2);
        QCOMPARE(stored(), 2);
        QVERIFY(told.reports >= 2);
        QCOMPARE(m_profile->observer.statusOf(m_account).state, SyncState::Live);
        // Again: nothing is fetched twice.
        Told again;
        QVERIFY(find({{{QStringLiteral("pricing"), imap::FindQuery::Field::Text}}, {}, {}, 0}, again));
        QCOMPARE(qint64(again.fetched), 0);
        QCOMPARE(stored(), 2);
    }

    void lettersBeyondAscii_areFound()
    {
        Told told;
        QVERIFY(find({{{QStringLiteral("Grüße"), imap::FindQuery::Field::Text}}, {}, {}, 0}, told));
        QCOMPARE(qint64(told.fetched), 1);
        QCOMPARE(stored(), 3);
    }

    void newMail_isSeenAfterwards()
    {
        const QString email = MailServers::user(1);
        QVERIFY(m_servers.deliver(email, mail(6'000, email.toUtf8(), "New", "Here I am.")));
        QTRY_VERIFY_WITH_TIMEOUT(m_profile->observer.hasNews(QStringLiteral("old6000@customers.test")), 20'000);
        QVERIFY(!m_profile->observer.hasNews(QStringLiteral("old5001@customers.test")));
        QCOMPARE(stored(), 4);
    }
};

INLET_TEST(tst_FindOnDovecot)
#include "tst_FindOnDovecot.moc"
