// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Backoff_p.h"

#include "support/FakeClock.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::sync;
using namespace std::chrono_literals;

namespace
{

Error errorOf(ErrorKind kind, const QByteArray &cause = {})
{
    return Error{kind, QStringLiteral("test"), {}, cause};
}

bool about(Backoff::Duration value, Backoff::Duration wanted)
{
    return value >= wanted * 8 / 10 && value <= wanted * 12 / 10;
}

} // namespace

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterFailure_neverConnected_doublesUpToFifteenMinutes()
    {
        Backoff subject(7);
        test::FakeClock clock;
        Backoff::Duration wanted = 5s;
        for (int i = 0; i < 12; ++i) {
            const auto wait = subject.afterFailure(errorOf(ErrorKind::Network), 0ms, clock.steadyNow());
            QVERIFY2(about(wait, wanted), qPrintable(QString::number(wait.count())));
            wanted = std::min<Backoff::Duration>(2 * wanted, 15min);
        }
    }

    void afterFailure_twoMailboxes_doNotComeBackTogether()
    {
        Backoff one(1);
        Backoff other(2);
        const Error error = errorOf(ErrorKind::Timeout);
        QVERIFY(one.afterFailure(error, 0ms, {}) != other.afterFailure(error, 0ms, {}));
    }

    void afterFailure_lostSession_isTakenUpAtOnceButOnlyOnceAMinute()
    {
        Backoff subject(7);
        test::FakeClock clock;
        const Error lost = errorOf(ErrorKind::Network, "connection-lost");
        QCOMPARE(subject.afterFailure(lost, 1s, clock.steadyNow()), 0ms);
        clock.advance(2s);
        QVERIFY(about(subject.afterFailure(lost, 1s, clock.steadyNow()), 5s));
        clock.advance(20s);
        QVERIFY(about(subject.afterFailure(lost, 1s, clock.steadyNow()), 10s));
        clock.advance(10min);
        QCOMPARE(subject.afterFailure(lost, 10min, clock.steadyNow()), 0ms);
    }

    void afterFailure_tooManyConnections_waitsLonger()
    {
        Backoff subject(7);
        const Error full = errorOf(ErrorKind::ServerRefused, "too-many-connections");
        for (const auto wanted : {1min, 5min, 10min, 30min, 30min})
            QVERIFY(about(subject.afterFailure(full, 0ms, {}), wanted));
    }

    void afterFailure_fullDisk_isLookedAtAgainSoon()
    {
        Backoff subject(7);
        for (int failure = 0; failure < 20; ++failure)
            QVERIFY(about(subject.afterFailure(errorOf(ErrorKind::Storage, "disk-full"), 1s, {}), 15s));
    }

    void afterFailure_refusedSignIn_isNeverRetried()
    {
        Backoff subject(7);
        QCOMPARE(subject.afterFailure(errorOf(ErrorKind::Auth, "wrong-password"), 0ms, {}),
            Backoff::Duration::max());
    }

    void reactionTo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("cause");
        QTest::addColumn<int>("wanted");
        const auto row = [](const char *name, ErrorKind kind, const char *cause, Reaction wanted) {
            QTest::newRow(name) << int(kind) << QByteArray(cause) << int(wanted);
        };
        row("network", ErrorKind::Network, "connect-refused", Reaction::RetryLater);
        row("timeout", ErrorKind::Timeout, "", Reaction::RetryLater);
        row("nonsense", ErrorKind::Protocol, "", Reaction::RetryLater);
        row("disk full", ErrorKind::Storage, "disk-full", Reaction::RetryLater);
        row("wrong password", ErrorKind::Auth, "wrong-password", Reaction::AskUser);
        row("certificate", ErrorKind::Tls, "tls-expired", Reaction::AskUser);
        row("broken handshake", ErrorKind::Tls, "tls-handshake", Reaction::RetryLater);
        row("damaged handshake", ErrorKind::Tls, "tls-too-old", Reaction::RetryLater);
        row("limit as refusal", ErrorKind::ServerRefused, "too-many-connections", Reaction::FewerConnections);
        row("limit as sign-in", ErrorKind::Auth, "too-many-connections", Reaction::FewerConnections);
        row("busy", ErrorKind::Auth, "server-busy", Reaction::SlowDown);
        row("rate", ErrorKind::ServerRefused, "rate-limited", Reaction::SlowDown);
    }
    void reactionTo()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, cause);
        QFETCH(int, wanted);
        QCOMPARE(int(sync::reactionTo(errorOf(ErrorKind(kind), cause))), wanted);
    }
};

INLET_TEST(tst_Backoff)
#include "tst_Backoff.moc"
