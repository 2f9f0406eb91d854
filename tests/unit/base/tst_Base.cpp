// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Channel.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "base/Secret.h"
#include "support/TestMain.h"

#include <QTest>

#include <thread>

using namespace inlet;

class tst_Base : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void result_holdsValueOrError()
    {
        const Result<int> good(7);
        QVERIFY(good);
        QCOMPARE(*good, 7);
        const Result<int> bad(Error{ErrorKind::Timeout, QStringLiteral("late"), {}, {}});
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::Timeout);
        QCOMPARE(bad.value_or(3), 3);
        const Result<void> done;
        QVERIFY(done);
    }

    void errorKind_saysWhoHelps_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("retryable");
        QTest::addColumn<bool>("user");
        const auto row = [](ErrorKind kind, bool retryable, bool user) {
            QTest::newRow(qPrintable(nameOf(kind))) << int(kind) << retryable << user;
        };
        row(ErrorKind::Network, true, false);
        row(ErrorKind::Tls, false, true);
        row(ErrorKind::Auth, false, true);
        row(ErrorKind::Timeout, true, false);
        row(ErrorKind::Cancelled, false, false);
        row(ErrorKind::ServerRefused, true, false);
        row(ErrorKind::Storage, false, false);
        row(ErrorKind::Config, false, true);
        row(ErrorKind::Bug, false, false);
    }

    void errorKind_saysWhoHelps()
    {
        QFETCH(int, kind);
        QFETCH(bool, retryable);
        QFETCH(bool, user);
        QCOMPARE(isRetryable(ErrorKind(kind)), retryable);
        QCOMPARE(needsUser(ErrorKind(kind)), user);
    }

    void serverText_isCleanedAndCut()
    {
        QCOMPARE(cleanServerText("NO\r\n\x1b[31mred\x7f "), QByteArray("NO   [31mred"));
        QCOMPARE(cleanServerText(QByteArray(5000, 'a'), 100).size(), 100);
    }

    void channel_keepsOrderAcrossThreads()
    {
        Channel<int> subject;
        std::jthread producer([&] {
            for (int i = 0; i < 1000; ++i)
                subject.push(i);
            subject.close();
        });
        int expected = 0;
        while (const auto value = subject.pop({}))
            QCOMPARE(*value, expected++);
        QCOMPARE(expected, 1000);
        QVERIFY(!subject.push(1));
    }

    void channel_stopRequest_endsTheWait()
    {
        Channel<int> subject;
        std::jthread waiter([&](std::stop_token stop) { QVERIFY(!subject.pop(stop)); });
        waiter.request_stop();
        waiter.join();
    }

    void secret_movedFrom_isEmpty()
    {
        Secret subject("hunter2");
        const Secret moved = std::move(subject);
        QVERIFY(subject.isEmpty());
        QVERIFY(moved.equals(Secret("hunter2")));
        QVERIFY(!moved.equals(Secret("hunter22")));
    }

    void strongId_ordersAndHashes()
    {
        QVERIFY(AccountId(1) < AccountId(2));
        QVERIFY(!AccountId().isValid());
        QHash<AccountId, int> table;
        table.insert(AccountId(4), 1);
        QCOMPARE(table.value(AccountId(4)), 1);
    }
};

INLET_TEST(tst_Base)
#include "tst_Base.moc"
