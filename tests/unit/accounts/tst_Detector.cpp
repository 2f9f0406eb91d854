// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Detector.h"
#include "accounts/QtDnsResolver.h"
#include "support/DnsDouble.h"
#include "support/FakeDns.h"
#include "support/HttpsDouble.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <optional>

using namespace inlet;
using namespace inlet::accounts;
using namespace std::chrono_literals;
using inlet::test::FakeDns;
using inlet::test::FakeProbe;
using inlet::test::HttpsDouble;

namespace
{

const QByteArray kConfig =
    "<clientConfig><emailProvider id=\"a\"><displayName>Acme Mail</displayName>"
    "<incomingServer "
    "type=\"imap\"><hostname>in.acme.test</hostname><port>993</port><socketType>SSL</socketType>"
    "</incomingServer><outgoingServer "
    "type=\"smtp\"><hostname>out.acme.test</hostname><port>465</port>"
    "<socketType>SSL</socketType></outgoingServer></emailProvider></clientConfig>";
const QByteArray kConfigPath = "/mail/config-v1.1.xml";
const QByteArray kWellKnownPath = "/.well-known/autoconfig/mail/config-v1.1.xml";
const QString kEmail = QStringLiteral("ann@acme.test");

} // namespace

class tst_Detector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto table = ProviderTable::load(QStringLiteral(INLET_RESOURCES "/providers.json"));
        QVERIFY(table);
        m_table = *table;
    }

    void init()
    {
        m_dns = FakeDns();
        m_probe = FakeProbe();
        m_web = std::make_unique<HttpsDouble>();
        m_manager = std::make_unique<test::MappedManager>();
        m_manager->map(QStringLiteral("autoconfig.acme.test"), m_web->port());
        m_manager->map(QStringLiteral("acme.test"), m_web->port());
        m_settings = DetectorSettings{10s, 3s, test::testCaFile()};
    }

    void knownDomain_needsNoNetwork()
    {
        const auto found = detect(QStringLiteral("ann@Gmail.com"));
        QVERIFY(found);
        QCOMPARE(found->providerName, QStringLiteral("Google"));
        QVERIFY(found->certain && found->needsAppPassword && found->prefersOAuth
            && !found->passwordRefused);
        QCOMPARE(found->account.imap.user, QStringLiteral("ann@gmail.com"));
        QCOMPARE(found->account.sentPolicy, SentPolicy::ProviderFiles);
        QCOMPARE(found->smtpAlternatives.size(), 1);
        QVERIFY(found->howWeKnow.contains(QLatin1String("gmail.com")));
        QVERIFY(m_dns.asked.isEmpty());
        QVERIFY(detect(QStringLiteral("ann@hotmail.com"))->passwordRefused);
    }

    void notAnAddress_isSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("no at") << QStringLiteral("acme.test");
        QTest::newRow("header injection") << QStringLiteral("a@b.test\r\nBcc: c@d.test");
        QTest::newRow("huge") << QString(1000000, QLatin1Char('a'));
        QTest::newRow("slash in domain") << QStringLiteral("a@b.test/../x");
    }

    void notAnAddress_isSaid()
    {
        QFETCH(QString, text);
        const auto found = detect(text);
        QVERIFY(found);
        QVERIFY(!found->certain);
        QVERIFY(!found->howWeKnow.isEmpty());
        QVERIFY(m_web->requests().isEmpty());
    }

    void autoconfig_isTakenFirst()
    {
        m_web->answer(kConfigPath, {"HTTP/1.1 200 OK", kConfig, false, false});
        m_dns.mx.insert(QStringLiteral("acme.test"), {QStringLiteral("aspmx.l.google.com")});
        const auto found = detect(kEmail);
        QVERIFY(found);
        QCOMPARE(found->account.imap.host, QStringLiteral("in.acme.test"));
        QCOMPARE(found->providerName, QStringLiteral("Acme Mail"));
        QVERIFY(found->certain);
        QCOMPARE(m_web->requests().first(),
            QByteArray("GET /mail/config-v1.1.xml?emailaddress=ann%40acme.test "
                       "HTTP/1.1|autoconfig.acme.test"));
    }

    void autoconfig_wellKnown_isSecond()
    {
        m_web->answer(kWellKnownPath, {"HTTP/1.1 200 OK", kConfig, false, false});
        const auto found = detect(kEmail);
        QVERIFY(found);
        QCOMPARE(found->account.smtp.host, QStringLiteral("out.acme.test"));
        QCOMPARE(m_web->requests().size(), 2);
    }

    void badAutoconfig_fallsThrough_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("endless");
        QTest::newRow("malformed") << QByteArray("HTTP/1.1 200 OK") << kConfig.chopped(30) << false;
        QTest::newRow("web page") << QByteArray("HTTP/1.1 200 OK") << QByteArray("<html></html>")
                                  << false;
        QTest::newRow("huge") << QByteArray("HTTP/1.1 200 OK") << QByteArray(60000, ' ') << true;
        QTest::newRow("redirect to http")
            << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://localhost/x") << kConfig << false;
        QTest::newRow("server error") << QByteArray("HTTP/1.1 500 Oops") << kConfig << false;
        QTest::newRow("no encryption offered")
            << QByteArray("HTTP/1.1 200 OK") << QByteArray(kConfig).replace("SSL", "plain")
            << false;
    }

    void badAutoconfig_fallsThrough()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        QFETCH(bool, endless);
        m_web->answer(kConfigPath, {head, body, false, endless});
        m_web->answer(kWellKnownPath, {head, body, false, endless});
        m_dns.mx.insert(QStringLiteral("acme.test"), {QStringLiteral("mx01.mail.icloud.com")});
        const auto found = detect(kEmail);
        QVERIFY(found);
        QCOMPARE(found->account.provider, QStringLiteral("icloud-domain"));
        QVERIFY(!found->certain); // the sign-in name is not the address
        QVERIFY(found->account.imap.user.isEmpty());
    }

    void srv_insideTheDomain_isCertain()
    {
        addSrv("_imaps",
            {{QStringLiteral("old.acme.test"), 993, 20, 0},
                {QStringLiteral("im.acme.test"), 1993, 10, 0}});
        addSrv("_submission", {{QStringLiteral("sub.acme.test"), 587, 0, 0}});
        addSrv("_submissions", {{QString(), 0, 0, 0}}); // "." : not offered
        const auto found = detect(kEmail);
        QVERIFY(found);
        QCOMPARE(formatEndpoint(found->account.imap), QStringLiteral("im.acme.test:1993:tls"));
        QCOMPARE(formatEndpoint(found->account.smtp), QStringLiteral("sub.acme.test:587:starttls"));
        QVERIFY(found->certain);
    }

    void srv_outsideTheDomain_asksTheUser()
    {
        addSrv("_imaps", {{QStringLiteral("imap.hoster.test"), 993, 0, 0}});
        addSrv("_submissions", {{QStringLiteral("smtp.acme.test"), 465, 0, 0}});
        const auto found = detect(kEmail);
        QVERIFY(found);
        QVERIFY(!found->certain);
        QVERIFY(found->howWeKnow.contains(QLatin1String("imap.hoster.test")));
    }

    void srv_toAKnownProvider_bringsItsRules()
    {
        addSrv("_imaps", {{QStringLiteral("imap.gmail.com"), 993, 0, 0}});
        addSrv("_submissions", {{QStringLiteral("smtp.gmail.com"), 465, 0, 0}});
        const auto found = detect(kEmail);
        QVERIFY(found && found->certain && found->needsAppPassword);
        QCOMPARE(found->account.provider, QStringLiteral("google"));
        QCOMPARE(found->account.sentPolicy, SentPolicy::ProviderFiles);
    }

    void srv_withoutSubmission_isNotEnough()
    {
        addSrv("_imaps", {{QStringLiteral("imap.acme.test"), 993, 0, 0}});
        m_dns.mx.insert(QStringLiteral("acme.test"), {QStringLiteral("mx2.zoho.eu")});
        QCOMPARE(detect(kEmail)->account.provider, QStringLiteral("zoho-pro-eu"));
    }

    void mx_behindAFilter_looksAtSpf()
    {
        m_dns.mx.insert(QStringLiteral("acme.test"), {QStringLiteral("mxa.pphosted.com")});
        m_dns.txt.insert(QStringLiteral("acme.test"),
            {QStringLiteral("verify=1"),
                QStringLiteral("v=spf1 include:spf.protection.outlook.com -all")});
        const auto found = detect(kEmail);
        QVERIFY(found);
        QCOMPARE(found->account.provider, QStringLiteral("m365"));
        QVERIFY(found->passwordRefused);
        QVERIFY(found->howWeKnow.contains(QLatin1String("filter")));
    }

    void guesses_areProbed_bestFirst()
    {
        m_probe.results.insert(QStringLiteral("mail.acme.test:993:tls"), ProbeResult::Good);
        m_probe.results.insert(QStringLiteral("imap.acme.test:143:starttls"), ProbeResult::Good);
        m_probe.results.insert(QStringLiteral("smtp.acme.test:587:starttls"), ProbeResult::Good);
        const auto found = detect(kEmail);
        QVERIFY(found);
        QCOMPARE(formatEndpoint(found->account.imap), QStringLiteral("mail.acme.test:993:tls"));
        QCOMPARE(
            formatEndpoint(found->account.smtp), QStringLiteral("smtp.acme.test:587:starttls"));
        QVERIFY(found->certain);
        QVERIFY(!m_probe.asked.contains(QStringLiteral("acme.test:25:starttls")));
    }

    void guess_withoutProof_orOutside_isUncertain()
    {
        m_dns.mx.insert(QStringLiteral("acme.test"), {QStringLiteral("srv1.hoster.test")});
        m_probe.results.insert(QStringLiteral("imap.acme.test:993:tls"), ProbeResult::Unproven);
        m_probe.results.insert(QStringLiteral("srv1.hoster.test:993:tls"), ProbeResult::Good);
        m_probe.results.insert(QStringLiteral("srv1.hoster.test:465:tls"), ProbeResult::Good);
        const auto found = detect(kEmail);
        QVERIFY(found);
        QCOMPARE(found->account.imap.host, QStringLiteral("srv1.hoster.test"));
        QVERIFY(!found->certain);
    }

    void nothingFound_givesTheFilledForm()
    {
        const auto found = detect(kEmail);
        QVERIFY(found);
        QVERIFY(!found->certain);
        QCOMPARE(formatEndpoint(found->account.imap), QStringLiteral("imap.acme.test:993:tls"));
        QCOMPARE(formatEndpoint(found->account.smtp), QStringLiteral("smtp.acme.test:465:tls"));
        QCOMPARE(found->account.provider, QStringLiteral("custom"));
    }

    void silence_endsAtTheTimeLimit()
    {
        m_dns.silent = true;
        m_web->answer(kConfigPath, {{}, {}, true, false});
        m_settings.timeLimit = 300ms;
        QElapsedTimer timer;
        timer.start();
        const auto found = detect(kEmail);
        QVERIFY(found);
        QVERIFY(!found->certain);
        QVERIFY(timer.elapsed() >= 250 && timer.elapsed() < 5000);
    }

    void timeLimit_takesWhatIsThere()
    {
        m_web->answer(kConfigPath, {{}, {}, true, false}); // would win, but never comes
        m_dns.mx.insert(QStringLiteral("acme.test"), {QStringLiteral("aspmx.l.google.com")});
        m_settings.timeLimit = 300ms;
        QCOMPARE(detect(kEmail)->account.provider, QStringLiteral("google"));
    }

    void timeLimit_takesProbesThatAnswered()
    {
        m_probe.silent = true;
        m_probe.results.insert(QStringLiteral("imap.acme.test:993:tls"), ProbeResult::Good);
        m_probe.results.insert(QStringLiteral("mail.acme.test:465:tls"), ProbeResult::Good);
        m_settings.timeLimit = 1500ms;
        QCOMPARE(detect(kEmail)->account.smtp.host, QStringLiteral("mail.acme.test"));
    }

    void cancel_neverAnswers_andDropsTheConnection()
    {
        m_web->answer(kConfigPath, {{}, {}, true, false});
        Detector subject(m_table, *m_manager, m_dns, &m_probe, m_settings);
        bool answered = false;
        subject.detect(kEmail, [&](const Detection &) { answered = true; });
        QTRY_COMPARE(m_web->requests().size(), 1);
        subject.cancel();
        // The next one works, and only it answers.
        std::optional<Detection> second;
        subject.detect(QStringLiteral("bob@gmail.com"), [&](const Detection &d) { second = d; });
        QTRY_VERIFY(second.has_value());
        QVERIFY(!answered);
    }

    void newDetection_replacesTheOldOne()
    {
        Detector subject(m_table, *m_manager, m_dns, &m_probe, m_settings);
        QStringList answers;
        subject.detect(kEmail, [&](const Detection &d) { answers.append(d.account.email); });
        subject.detect(QStringLiteral("bob@gmail.com"), [&](const Detection &d) {
            answers.append(d.account.email);
            subject.detect(QStringLiteral("eve@gmail.com"),
                [&](const Detection &e) { answers.append(e.account.email); });
        });
        QVERIFY(answers.isEmpty());
        QTRY_COMPARE(answers,
            (QStringList{QStringLiteral("bob@gmail.com"), QStringLiteral("eve@gmail.com")}));
    }

    void realDns_endToEnd()
    {
        qputenv("RES_OPTIONS", "timeout:1 attempts:1");
        test::DnsDouble dns;
        const QJsonObject zone{{QStringLiteral("_imaps._tcp.acme.test SRV"),
                                   QJsonArray{QStringLiteral("0 1 993 imap.acme.test")}},
            {QStringLiteral("_submissions._tcp.acme.test SRV"),
                QJsonArray{QStringLiteral("0 1 465 smtp.acme.test")}},
            {QStringLiteral("mx.test MX"), QJsonArray{QStringLiteral("1 aspmx.l.google.com")}}};
        QVERIFY2(dns.start(zone), qPrintable(dns.error()));
        QtDnsResolver resolver(dns.address());
        Detector subject(m_table, *m_manager, resolver, nullptr, m_settings);
        std::optional<Detection> found;
        subject.detect(kEmail, [&](const Detection &d) { found = d; });
        QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 15000);
        QCOMPARE(found->account.imap.host, QStringLiteral("imap.acme.test"));
        found.reset();
        subject.detect(QStringLiteral("ann@mx.test"), [&](const Detection &d) { found = d; });
        QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 15000);
        QCOMPARE(found->howWeKnow, QStringLiteral("Mail for mx.test is handled by Google."));
    }

private:
    void addSrv(const char *service, const QList<SrvRecord> &records)
    {
        m_dns.srv.insert(QLatin1String(service) + QStringLiteral("._tcp.acme.test"), records);
    }
    std::optional<Detection> detect(const QString &email)
    {
        Detector subject(m_table, *m_manager, m_dns, &m_probe, m_settings);
        std::optional<Detection> found;
        subject.detect(email, [&](const Detection &detection) { found = detection; });
        if (found)
            return std::nullopt; // answered from inside the call
        (void)QTest::qWaitFor([&] { return found.has_value(); }, 20000);
        return found;
    }

    ProviderTable m_table;
    FakeDns m_dns;
    FakeProbe m_probe;
    std::unique_ptr<HttpsDouble> m_web;
    std::unique_ptr<test::MappedManager> m_manager;
    DetectorSettings m_settings;
};

INLET_TEST(tst_Detector)
#include "tst_Detector.moc"
