// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealMailFixture.h"
#include "support/FaultProxy.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>

using namespace inlet;
using namespace inlet::test;
using namespace std::chrono_literals;
using accounts::SentPolicy;
using accounts::TlsMode;
using store::LedgerState;

namespace
{

constexpr int kPatienceMs = 30000;

} // namespace

/// The outbox against Postfix and Dovecot.
class tst_RealMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_servers.start(), qPrintable(m_servers.error())); }

    void send_arrivesOnce_andIsInSentOnce_data()
    {
        QTest::addColumn<QByteArray>("port");
        QTest::addColumn<bool>("implicit");
        QTest::newRow("465") << QByteArray("SUBMISSIONS_PORT") << true;
        QTest::newRow("587") << QByteArray("SUBMISSION_PORT") << false;
    }

    void send_arrivesOnce_andIsInSentOnce()
    {
        QFETCH(QByteArray, port);
        QFETCH(bool, implicit);
        RealMailFixture f(m_servers, m_servers.port(port.constData()),
            implicit ? TlsMode::Implicit : TlsMode::StartTls, SentPolicy::WeAppend);
        f.open();
        const QString name = QString::fromLatin1(port);
        const LedgerId id = f.add(name, MailServers::lead(1));
        QTRY_COMPARE_WITH_TIMEOUT(f.state(id), LedgerState::Sent, kPatienceMs);
        QVERIFY(f.row(id).appended);
        QVERIFY(f.row(id).serverReply.startsWith("250 2.0.0"));
        QCOMPARE(f.copies(MailServers::user(1), QStringLiteral("Sent"), name), 1);
        QTRY_COMPARE_WITH_TIMEOUT(f.copies(MailServers::lead(1), QStringLiteral("INBOX"), name), 1, kPatienceMs);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("port");
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<int>("state");
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("unknown recipient") << QByteArray("STRICT_PORT") << QStringLiteral("nobody@customers.test") << static_cast<int>(LedgerState::Failed) << QByteArray("550 5.1.1");
        QTest::newRow("later, after the dot") << QByteArray("SUBMISSION_PORT") << QStringLiteral("eod-452-4-3-1@customers.test") << static_cast<int>(LedgerState::Queued) << QByteArray("452 4.3.1");
        QTest::newRow("421 and hang-up") << QByteArray("SUBMISSION_PORT") << QStringLiteral("drop-421@customers.test") << static_cast<int>(LedgerState::Queued) << QByteArray("421 4.3.2");
    }

    void refusals()
    {
        QFETCH(QByteArray, port);
        QFETCH(QString, recipient);
        QFETCH(int, state);
        QFETCH(QByteArray, reply);
        RealMailFixture f(m_servers, m_servers.port(port.constData()), TlsMode::StartTls, SentPolicy::WeAppend);
        f.open();
        const LedgerId id = f.add(QStringLiteral("refused"), recipient);
        QTRY_VERIFY_WITH_TIMEOUT(f.row(id).serverReply.startsWith(reply), kPatienceMs);
        QCOMPARE(static_cast<int>(f.state(id)), state);
        QCOMPARE(f.row(id).dueAt.isValid(), state == static_cast<int>(LedgerState::Queued));
    }

    /// The connection breaks at any octet, the program ends at any moment: each message arrives at
    /// most once, and what the ledger calls accepted has arrived.
    void randomCuts_neverTwice()
    {
        FaultProxy proxy;
        QVERIFY(proxy.start(m_servers.port("SUBMISSIONS_PORT")));
        RealMailFixture f(m_servers, proxy.port(), TlsMode::Implicit, SentPolicy::WeAppend);
        outbox::OutboxOptions options;
        options.grace = 0ms;
        f.open(options);
        std::minstd_rand random(42);
        QHash<QString, LedgerId> rows;
        for (int i = 0; i < 24; ++i) {
            // Up to here go the handshake, the sign-in, the text, the last reply.
            const bool toServer = random() % 2 == 0;
            const auto after = toServer ? 300 + random() % 3600 : 1500 + random() % 2600;
            const QByteArray cut = "cutafter " + QByteArray::number(static_cast<int>(after)) + (toServer ? " c2s" : " s2c");
            QVERIFY(proxy.command(cut).startsWith("ok"));
            const QString name = QStringLiteral("cut%1").arg(i);
            rows.insert(name, f.add(name, MailServers::lead(2)));
            if (random() % 4 == 0) { // killed, more or less, at a moment that nobody chose
                f.close();
                f.open(options);
            }
            QTRY_VERIFY_WITH_TIMEOUT(decided(f.state(rows.value(name))), kPatienceMs);
            f.pass(10s);
        }
        QVERIFY(proxy.command("reset").startsWith("ok"));
        for (const LedgerId id : std::as_const(rows)) {
            f.pass(10min);
            QTRY_VERIFY_WITH_TIMEOUT(settled(f.state(id)), kPatienceMs);
        }
        int unknown = 0;
        for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
            const bool sent = f.state(it.value()) == LedgerState::Sent;
            unknown += sent ? 0 : 1;
            if (sent)
                QTRY_VERIFY_WITH_TIMEOUT(f.copies(MailServers::lead(2), QStringLiteral("INBOX"), it.key()) >= 1, kPatienceMs);
        }
        // Everything is through when the last message is: Postfix delivers in parallel, so look once more.
        for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
            QVERIFY2(f.copies(MailServers::lead(2), QStringLiteral("INBOX"), it.key()) <= 1, qPrintable(it.key()));
            QVERIFY(f.copies(MailServers::user(1), QStringLiteral("Sent"), it.key()) <= 1);
        }
        qInfo("%d of %d ended unknown", unknown, int(rows.size()));
    }

private:
    static bool decided(LedgerState state)
    {
        return state != LedgerState::UndoWindow && state != LedgerState::Sending;
    }
    static bool settled(LedgerState state)
    {
        return state == LedgerState::Sent || state == LedgerState::Unknown;
    }

    MailServers m_servers;
};

INLET_TEST(tst_RealMail)
#include "tst_RealMail.moc"
