// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/Refusal_p.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::outbox;
using namespace std::chrono_literals;
using Next = Consequence::Next;

Q_DECLARE_METATYPE(inlet::outbox::Consequence::Next)

class tst_Refusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byCode_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<Next>("next");
        QTest::addColumn<qint64>("seconds");
        const auto row = [](const char *name, ErrorKind kind, int code, int attempts, Next next, qint64 seconds) {
            QTest::newRow(name) << kind << code << attempts << next << seconds;
        };
        row("4xx first", ErrorKind::ServerRefused, 450, 1, Next::Retry, 60);
        row("4xx again", ErrorKind::ServerRefused, 451, 2, Next::Retry, 300);
        row("4xx often", ErrorKind::ServerRefused, 421, 99, Next::Retry, 3600);
        row("5xx", ErrorKind::ServerRefused, 550, 1, Next::Fail, 0);
        row("network first", ErrorKind::Network, 0, 1, Next::Retry, 5);
        row("network often", ErrorKind::Timeout, 0, 50, Next::Retry, 300);
        row("busy while connecting", ErrorKind::ServerRefused, 0, 1, Next::Retry, 60);
        row("refused sign-in", ErrorKind::Auth, 0, 1, Next::WaitForUser, 0);
        row("certificate", ErrorKind::Tls, 0, 1, Next::WaitForUser, 0);
        row("address that cannot be sent", ErrorKind::Config, 0, 1, Next::Fail, 0);
        row("mailbox removed", ErrorKind::NotFound, 0, 1, Next::Fail, 0);
        row("we ended", ErrorKind::Cancelled, 0, 1, Next::Retry, 0);
        row("disk", ErrorKind::Storage, 0, 1, Next::Retry, 60);
    }

    void byCode()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, code);
        QFETCH(int, attempts);
        const Consequence got = consequenceOf(attempt({kind, QStringLiteral("x"), {}, {}}, code, attempts), nullptr, {});
        QTEST(got.next, "next");
        QFETCH(qint64, seconds);
        QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(got.delay).count(), seconds);
        QCOMPARE(got.isNetwork, kind == ErrorKind::Network || kind == ErrorKind::Timeout);
    }

    void putOffForTwoDays_hasFailed()
    {
        Attempt old = attempt({ErrorKind::ServerRefused, {}, "450 4.2.0 later", {}}, 450, 60);
        old.createdAt = old.now.addDays(-3);
        const Consequence got = consequenceOf(old, nullptr, {});
        QCOMPARE(got.next, Next::Fail);
        QVERIFY(got.note.contains(QLatin1String("450 4.2.0 later")));
    }

    void dictionary_limitsAreNoFailures_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<Next>("next");
        QTest::newRow("daily limit") << QByteArray("550 5.4.5 Daily user sending limit exceeded") << Next::Retry;
        QTest::newRow("no such user") << QByteArray("550 5.1.1 no such user here") << Next::Fail;
        QTest::newRow("spam") << QByteArray("554 5.7.1 message rejected as spam") << Next::Fail;
    }

    void dictionary_limitsAreNoFailures()
    {
        QFETCH(QByteArray, reply);
        const auto dictionary
            = accounts::ErrorDictionary::load(QStringLiteral(INLET_RESOURCES "/errors.json"));
        QVERIFY(dictionary);
        accounts::ErrorContext context;
        context.protocol = accounts::Protocol::Smtp;
        context.phase = accounts::Phase::Send;
        const Consequence got = consequenceOf(
            attempt({ErrorKind::ServerRefused, {}, reply, {}}, reply.left(3).toInt(), 1), &*dictionary, context);
        QTEST(got.next, "next");
        QVERIFY2(got.note.contains(QString::fromLatin1(reply)), qPrintable(got.note));
        if (got.next == Next::Retry)
            QCOMPARE(got.delay, std::chrono::milliseconds(24h));
    }

private:
    static Attempt attempt(const Error &error, int code, int attempts)
    {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
        return {error, code, attempts, now.addSecs(-60), now};
    }
};

INLET_TEST(tst_Refusal)
#include "tst_Refusal.moc"
