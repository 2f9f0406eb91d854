// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/AccountChecker.h"
#include "engine/ServerProbe.h"
#include "imap/VmimeImapSession.h"
#include "smtp/VmimeSmtpSession.h"
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

#include <optional>

using namespace inlet;
using namespace inlet::engine;
using accounts::ServerEndpoint;
using accounts::TlsMode;
using inlet::test::MailServers;

// The checks of the wizard against a real Dovecot and a real Postfix.
class tst_AccountChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto table =
            accounts::ProviderTable::load(QStringLiteral(INLET_RESOURCES "/providers.json"));
        auto dictionary =
            accounts::ErrorDictionary::load(QStringLiteral(INLET_RESOURCES "/errors.json"));
        QVERIFY(table && dictionary);
        m_table = *table;
        m_dictionary = *dictionary;
        QVERIFY2(m_servers.start(), qPrintable(m_servers.error()));
        const net::TlsSettings tls{m_servers.caFile()};
        m_subject = std::make_unique<AccountChecker>(imap::makeImapSessionFactory(tls),
            smtp::makeVmimeSmtpSessions([tls] { return net::TlsStream::create(tls); }), m_table,
            m_dictionary);
    }

    void cleanupTestCase() { m_subject.reset(); }

    void init() { m_account = m_servers.account(MailServers::user(1)); }

    void goodMailbox_passes()
    {
        QVERIFY(run());
        for (const QString &step : checkStepNames())
            QVERIFY2(
                status(step) == CheckStatus::Ok, qPrintable(step + m_rows.value(step).message));
        QVERIFY(m_rows.value(QStringLiteral("tls")).message.contains(QLatin1String("TLS 1.")));
        QVERIFY(m_rows.value(QStringLiteral("folders"))
                    .message.contains(QLatin1String("Sent, Junk, Trash, Archive")));
    }

    void startTls_passes()
    {
        // 127.0.0.2 is a remote client for Dovecot: no sign-in before TLS.
        m_account.imap = {QStringLiteral("127.0.0.2"), m_servers.port("IMAP_PORT"),
            TlsMode::StartTls, m_account.email, {}};
        m_account.smtp.port = m_servers.port("SUBMISSION_PORT");
        m_account.smtp.tls = TlsMode::StartTls;
        QVERIFY2(run(), qPrintable(problems()));
    }

    void wrongPassword_isTriedOnceEachWay()
    {
        m_account = m_servers.account(MailServers::user(2));
        const int before = failedAttempts();
        QVERIFY(!run(Secret("nonsense")));
        QCOMPARE(cause("login"), QStringLiteral("wrong-password"));
        QCOMPARE(cause("smtp-login"), QStringLiteral("wrong-password"));
        QVERIFY(m_rows.value(QStringLiteral("login"))
                    .serverReply.contains(QLatin1String("AUTHENTICATIONFAILED")));
        QVERIFY(
            m_rows.value(QStringLiteral("smtp-login")).serverReply.contains(QLatin1String("535")));
        for (const CheckStep &row : std::as_const(m_rows))
            QVERIFY(!row.serverReply.contains(QLatin1String("nonsense")));
        QTRY_COMPARE(failedAttempts() - before, 2);
        QCOMPARE(status(QStringLiteral("folders")), CheckStatus::Skipped);
        QCOMPARE(status(QStringLiteral("sender")), CheckStatus::Skipped);
    }

    void badCertificate_isRefused_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *address, const char *expected) {
            QTest::newRow(expected)
                << QString::fromLatin1(address) << QString::fromLatin1(expected);
        };
        row("127.0.0.11", "tls-expired");
        row("127.0.0.12", "tls-wrong-name");
        row("127.0.0.13", "tls-self-signed");
        row("127.0.0.14", "tls-unknown-issuer");
        row("127.0.0.15", "tls-not-yet-valid");
    }

    void badCertificate_isRefused()
    {
        QFETCH(QString, address);
        QFETCH(QString, expected);
        m_account.imap = m_servers.imap(m_account.email, address);
        m_account.smtp = m_servers.smtp(m_account.email, address);
        QVERIFY(!run());
        for (const char *step : {"tls", "smtp-tls"}) {
            const CheckStep row = m_rows.value(QLatin1String(step));
            QCOMPARE(row.cause, expected);
            QCOMPARE(row.action.kind, QStringLiteral("trust-certificate"));
            QVERIFY(row.certificate);
            QCOMPARE(row.certificate->sha256.size(), 32);
        }
        QCOMPARE(status(QStringLiteral("connect")), CheckStatus::Ok);
        QCOMPARE(status(QStringLiteral("login")), CheckStatus::Skipped);
    }

    void trustedCertificate_passes_andNoOther()
    {
        m_account.imap = m_servers.imap(m_account.email, QStringLiteral("127.0.0.13"));
        QVERIFY(!run());
        m_account.imap.trustedFingerprint = m_rows.value(QStringLiteral("tls")).certificate->sha256;
        QVERIFY2(run(), qPrintable(problems()));
        m_account.imap.host = QStringLiteral("127.0.0.14");
        QVERIFY(!run());
        QCOMPARE(status(QStringLiteral("tls")), CheckStatus::Failed);
    }

    void disabledAccount_isNotAWrongPassword()
    {
        const QString email = QStringLiteral("disabled@sales.test");
        m_account.email = m_account.imap.user = m_account.smtp.user = email;
        QVERIFY(!run(Secret("pw-disabled")));
        QCOMPARE(cause("login"), QStringLiteral("account-disabled"));
        QVERIFY(
            m_rows.value(QStringLiteral("login")).serverReply.contains(QLatin1String("Disabled")));
    }

    void foreignSender_isDenied()
    {
        m_account.email = MailServers::user(3); // signs in as user 1
        QVERIFY(!run(MailServers::password(MailServers::user(1))));
        QCOMPARE(cause("sender"), QStringLiteral("send-as-denied"));
        QCOMPARE(status(QStringLiteral("login")), CheckStatus::Ok);
        m_account.email = QStringLiteral("alias001@sales.test");
        QVERIFY2(run(MailServers::password(MailServers::user(1))), qPrintable(problems()));
    }

    void oldServer_onlyWarns()
    {
        m_account.imap = m_servers.imap(m_account.email, QStringLiteral("127.0.0.3"));
        QVERIFY2(run(), qPrintable(problems()));
        QCOMPARE(cause("push"), QStringLiteral("push-missing"));
        QCOMPARE(status(QStringLiteral("push")), CheckStatus::Warning);
    }

    void wrongPorts_areNamed()
    {
        m_account.imap = m_servers.smtp(m_account.email); // SMTP answers there
        m_account.smtp.port = m_servers.port("IMAPS_PORT");
        QVERIFY(!run());
        QCOMPARE(cause("login"), QStringLiteral("wrong-port"));
        QCOMPARE(cause("smtp-login"), QStringLiteral("wrong-port"));
    }

    void closedPort_andUnknownName_areNamed()
    {
        m_account.imap.port = 1;
        m_account.smtp.host = QStringLiteral("no-such-host.invalid");
        QVERIFY(!run());
        QCOMPARE(cause("connect"), QStringLiteral("connect-refused"));
        QCOMPARE(status(QStringLiteral("dns")), CheckStatus::Ok);
        // Without any network the resolver cannot even say no.
        QVERIFY(cause("smtp-connect") == QLatin1String("dns-not-found")
            || cause("smtp-connect") == QLatin1String("dns-failed"));
    }

    void awkwardPassword_passes()
    {
        const QString email = QStringLiteral("awkward@sales.test");
        m_account.email = m_account.imap.user = m_account.smtp.user = email;
        QVERIFY2(run(Secret::fromString(QStringLiteral("p@ss \"wörd\"\\ {7}:%25"))),
            qPrintable(problems()));
    }

    void probe_findsRealServers()
    {
        const net::TlsSettings tls{m_servers.caFile()};
        ServerProbe probe([tls] { return net::TlsStream::create(tls); });
        const auto ask = [&](const ServerEndpoint &endpoint) {
            std::optional<accounts::ProbeResult> result;
            probe.probe(endpoint, this, [&](accounts::ProbeResult r) { result = r; });
            (void)QTest::qWaitFor([&] { return result.has_value(); }, 20000);
            return result.value_or(accounts::ProbeResult::Nothing);
        };
        QCOMPARE(ask(m_servers.imap(m_account.email)), accounts::ProbeResult::Good);
        QCOMPARE(ask(m_servers.imap(m_account.email, QStringLiteral("127.0.0.12"))),
            accounts::ProbeResult::Unproven);
        QCOMPARE(ask({QStringLiteral("127.0.0.2"), m_servers.port("IMAP_PORT"), TlsMode::StartTls,
                     {}, {}}),
            accounts::ProbeResult::Good);
    }

private:
    bool run() { return run(MailServers::password(m_account.imap.user)); }
    bool run(const Secret &password)
    {
        m_rows.clear();
        std::optional<bool> done;
        m_subject->check(
            m_account, password, this,
            [this](const CheckStep &row) { m_rows.insert(row.step, row); },
            [&](bool ok) { done = ok; });
        (void)QTest::qWaitFor([&] { return done.has_value(); }, 60000);
        return done.value_or(false);
    }
    CheckStatus status(const QString &step) const { return m_rows.value(step).status; }
    QString cause(const char *step) const { return m_rows.value(QLatin1String(step)).cause; }
    QString problems() const
    {
        QString text;
        for (const CheckStep &row : m_rows) {
            if (row.status == CheckStatus::Failed)
                text += row.step + QLatin1Char(' ') + row.cause + QLatin1Char(' ') + row.serverReply
                    + QLatin1Char('\n');
        }
        return text;
    }
    int failedAttempts() const
    {
        // IMAP and the sign-in of Postfix both go through Dovecot's passdb.
        QFile log(m_servers.dir() + QStringLiteral("/log/dovecot.log"));
        return log.open(QIODevice::ReadOnly)
            ? int(log.readAll().toLower().count("password mismatch"))
            : -1;
    }

    MailServers m_servers;
    accounts::ProviderTable m_table;
    accounts::ErrorDictionary m_dictionary;
    std::unique_ptr<AccountChecker> m_subject;
    accounts::Account m_account;
    QHash<QString, CheckStep> m_rows;
};

INLET_TEST(tst_AccountChecks)
#include "tst_AccountChecks.moc"
