// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/QtDnsResolver.h"
#include "support/DnsDouble.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QTest>

#include <optional>

using namespace inlet;
using namespace inlet::accounts;

// Real DNS over UDP against a double on a loopback address.
class tst_QtDnsResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The system's resolver would wait ten seconds for the silent name, also at exit.
        qputenv("RES_OPTIONS", "timeout:1 attempts:1");
        QJsonArray many;
        for (int i = 0; i < 8; ++i)
            many.append(QStringLiteral("%1 mx%1.acme.test").arg(8 - i));
        const QJsonObject zone{
            {QStringLiteral("acme.test MX"),
                QJsonArray{
                    QStringLiteral("20 Backup.acme.test"), QStringLiteral("5 mail.acme.test")}},
            {QStringLiteral("many.test MX"), many},
            {QStringLiteral("_imaps._tcp.acme.test SRV"),
                QJsonArray{QStringLiteral("10 5 993 imap.acme.test"),
                    QStringLiteral("20 0 1993 old.acme.test")}},
            {QStringLiteral("_submission._tcp.acme.test SRV"),
                QJsonArray{QStringLiteral("0 0 0 .")}},
            {QStringLiteral("acme.test TXT"),
                QJsonArray{QString(300, QLatin1Char('a')), QStringLiteral("v=spf1 -all")}},
            {QStringLiteral("silent.test MX"), QStringLiteral("silent")},
            {QStringLiteral("garbage.test MX"), QStringLiteral("garbage")},
            {QStringLiteral("broken.test MX"), QStringLiteral("servfail")},
            {QStringLiteral("loop.test MX"), QStringLiteral("loop")},
        };
        QVERIFY2(m_dns.start(zone), qPrintable(m_dns.error()));
        m_subject = QtDnsResolver(m_dns.address());
    }

    void mx_comesInOrder()
    {
        const auto hosts = mx(QStringLiteral("acme.test"));
        QVERIFY(hosts);
        QCOMPARE(*hosts,
            (QStringList{QStringLiteral("mail.acme.test"), QStringLiteral("backup.acme.test")}));
        QCOMPARE(mx(QStringLiteral("many.test"))->first(), QStringLiteral("mx1.acme.test"));
    }

    void srv_isRead()
    {
        const auto records = srv(QStringLiteral("_imaps._tcp.acme.test"));
        QVERIFY(records);
        QCOMPARE(records->size(), 2);
        QVERIFY(records->contains(SrvRecord{QStringLiteral("imap.acme.test"), 993, 10, 5}));
    }

    void srv_dot_isNotOffered()
    {
        const auto records = srv(QStringLiteral("_submission._tcp.acme.test"));
        QVERIFY(records);
        QCOMPARE(records->size(), 1);
        QVERIFY(records->first().target.isEmpty());
        QVERIFY(!pickSrv(*records));
    }

    void txt_joinsItsPieces()
    {
        std::optional<Result<QStringList>> result;
        m_subject.lookupTxt(QStringLiteral("acme.test"), this,
            [&](Result<QStringList> r) { result = std::move(r); });
        QTRY_VERIFY(result.has_value());
        QVERIFY(*result);
        QVERIFY((*result)->contains(QString(300, QLatin1Char('a'))));
        QVERIFY((*result)->contains(QStringLiteral("v=spf1 -all")));
    }

    void failures_areErrors_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<bool>("notFound");
        QTest::newRow("no such name") << QStringLiteral("nothing.test") << true;
        QTest::newRow("silence") << QStringLiteral("silent.test") << false;
        QTest::newRow("garbage") << QStringLiteral("garbage.test") << false;
        QTest::newRow("server failure") << QStringLiteral("broken.test") << false;
        QTest::newRow("name that points to itself") << QStringLiteral("loop.test") << false;
        QTest::newRow("label too long")
            << QString(70, QLatin1Char('a')) + QStringLiteral(".test") << false;
    }

    void failures_areErrors()
    {
        QFETCH(QString, domain);
        QFETCH(bool, notFound);
        const auto hosts = mx(domain);
        QVERIFY(!hosts);
        QCOMPARE(hosts.error().kind == ErrorKind::NotFound, notFound);
    }

    void contextGone_neverAnswers()
    {
        auto context = std::make_unique<QObject>();
        bool answered = false;
        m_subject.lookupMx(QStringLiteral("acme.test"), context.get(),
            [&](const Result<QStringList> &) { answered = true; });
        context.reset();
        QVERIFY(mx(QStringLiteral("acme.test"))); // the loop has turned, the answer would be here
        QVERIFY(!answered);
    }

    void pickSrv_lowestPriorityThenHighestWeight()
    {
        const SrvRecord a{QStringLiteral("a"), 1, 10, 5};
        const SrvRecord b{QStringLiteral("b"), 1, 10, 50};
        const SrvRecord c{QStringLiteral("c"), 1, 20, 500};
        QCOMPARE(*pickSrv({a, c, b}), b);
        QCOMPARE(*pickSrv({c, a}), a);
        QVERIFY(!pickSrv({}));
        QVERIFY(!pickSrv({SrvRecord{QStringLiteral("a"), 0, 1, 1}}));
    }

private:
    Result<QStringList> mx(const QString &domain)
    {
        std::optional<Result<QStringList>> result;
        m_subject.lookupMx(domain, this, [&](Result<QStringList> r) { result = std::move(r); });
        (void)QTest::qWaitFor([&] { return result.has_value(); }, 15000);
        return result ? *result : Result<QStringList>(Error{ErrorKind::NotFound, {}, {}, {}});
    }
    Result<QList<SrvRecord>> srv(const QString &name)
    {
        std::optional<Result<QList<SrvRecord>>> result;
        m_subject.lookupSrv(name, this, [&](Result<QList<SrvRecord>> r) { result = std::move(r); });
        (void)QTest::qWaitFor([&] { return result.has_value(); }, 15000);
        return result ? *result : Result<QList<SrvRecord>>(Error{ErrorKind::NotFound, {}, {}, {}});
    }

    test::DnsDouble m_dns;
    QtDnsResolver m_subject;
};

INLET_TEST(tst_QtDnsResolver)
#include "tst_QtDnsResolver.moc"
