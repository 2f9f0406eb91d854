// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Channel.h"
#include "engine/AccountChecker.h"
#include "support/FakeImapServer.h"
#include "support/FakeImapSession.h"
#include "support/TestMain.h"

#include <QTest>

#include <atomic>
#include <chrono>

using namespace inlet;
using namespace inlet::engine;
using inlet::test::FakeCall;
using inlet::test::FakeImapServer;

namespace
{

// How the other direction behaves; each session copies it.
struct SmtpPlan {
    Result<void> connect;
    Result<void> login;
    Result<void> sender;
    bool hang = false; ///< connect() waits for its stop token
};

std::atomic<int> g_logins{0};
std::atomic<int> g_hanging{0};
std::atomic<int> g_stopped{0};

class PlannedSmtp final : public smtp::SmtpSession
{
public:
    explicit PlannedSmtp(SmtpPlan plan)
        : m_plan(std::move(plan))
    {
    }
    Result<void> connect(std::stop_token stop) override
    {
        if (m_plan.hang) {
            Channel<int> never;
            ++g_hanging;
            never.pop(stop);
            ++g_stopped;
        }
        return m_plan.connect;
    }
    Result<void> login(const Secret &, std::stop_token) override
    {
        ++g_logins;
        return m_plan.login;
    }
    Result<void> verifySender(const QString &, std::stop_token) override { return m_plan.sender; }
    Result<smtp::SendReport> send(
        const smtp::Envelope &, const QByteArray &, std::stop_token) override
    {
        return Error{ErrorKind::Bug, QStringLiteral("a check must not send"), {}, {}};
    }
    qint64 sizeLimit() const override { return 0; }
    net::TlsStream &stream() override { return m_stream; }
    void quit() override { }

private:
    SmtpPlan m_plan;
    test::FakeImapStream m_stream;
};

Error failure(ErrorKind kind, const char *cause, const QByteArray &reply = {})
{
    return Error{kind, QStringLiteral("x"), reply, cause};
}

} // namespace

class tst_AccountChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto table =
            accounts::ProviderTable::load(QStringLiteral(INLET_RESOURCES "/providers.json"));
        QVERIFY(table);
        m_table = *table;
        auto dictionary =
            accounts::ErrorDictionary::load(QStringLiteral(INLET_RESOURCES "/errors.json"));
        QVERIFY(dictionary);
        m_dictionary = *dictionary;
    }

    void init()
    {
        m_imap = std::make_unique<FakeImapServer>();
        m_imap->setPassword("right");
        m_plan = SmtpPlan();
        m_rows.clear();
        m_order.clear();
        m_done.reset();
        g_logins = 0;
        g_hanging = 0;
        g_stopped = 0;
        m_account = accounts::Account();
        m_account.email = QStringLiteral("ann@acme.test");
        m_account.provider = QStringLiteral("custom");
        m_account.imap = {QStringLiteral("imap.acme.test"), 993, accounts::TlsMode::Implicit,
            m_account.email, {}};
        m_account.smtp = {QStringLiteral("smtp.acme.test"), 465, accounts::TlsMode::Implicit,
            m_account.email, {}};
    }

    void goodMailbox_hasEveryRowOnce()
    {
        run();
        QCOMPARE(m_done, std::optional(true));
        for (const QString &name : checkStepNames()) {
            QVERIFY2(m_rows.contains(name), qPrintable(name));
            QCOMPARE(m_order.count(name), 1);
            QCOMPARE(m_rows.value(name).status, CheckStatus::Ok);
            QVERIFY(!m_rows.value(name).message.isEmpty());
            QVERIFY(m_rows.value(name).cause.isEmpty());
        }
        QVERIFY(m_order.indexOf(QStringLiteral("dns")) < m_order.indexOf(QStringLiteral("login")));
        QCOMPARE(m_order.last(), QStringLiteral("sent-policy"));
        QCOMPARE(m_imap->count(FakeCall::Login), 1);
        QCOMPARE(g_logins.load(), 1);
        QVERIFY(m_rows.value(QStringLiteral("folders"))
                    .message.contains(QLatin1String("Inbox, Sent, Junk")));
        QCOMPARE(m_imap->openConnections(), 0);
    }

    void readingFailure_stopsThere_butSendingGoesOn_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("cause");
        QTest::addColumn<QString>("step");
        const auto row = [](ErrorKind kind, const char *cause, const char *step) {
            QTest::newRow(cause) << int(kind) << QByteArray(cause) << QString::fromLatin1(step);
        };
        row(ErrorKind::Network, "dns-not-found", "dns");
        row(ErrorKind::Network, "dns-failed", "dns");
        row(ErrorKind::Network, "connect-refused", "connect");
        row(ErrorKind::Timeout, "connect-timeout", "connect");
        row(ErrorKind::Network, "connect-unreachable", "connect");
        row(ErrorKind::Tls, "tls-expired", "tls");
        row(ErrorKind::Tls, "tls-self-signed", "tls");
        row(ErrorKind::Tls, "tls-wrong-name", "tls");
        row(ErrorKind::Tls, "tls-too-old", "tls");
        row(ErrorKind::Tls, "starttls-missing", "tls");
        row(ErrorKind::Tls, "starttls-injection", "tls");
        row(ErrorKind::Tls, "preauth-refused", "tls");
        row(ErrorKind::ServerRefused, "greeting-refused", "login");
        row(ErrorKind::Config, "wrong-port", "login");
    }

    void readingFailure_stopsThere_butSendingGoesOn()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, cause);
        QFETCH(QString, step);
        m_imap->failNext(FakeCall::Connect, failure(ErrorKind(kind), cause.constData()));
        run();
        QCOMPARE(m_done, std::optional(false));
        QCOMPARE(m_rows.value(step).status, CheckStatus::Failed);
        QCOMPARE(m_rows.value(step).cause, QString::fromLatin1(cause));
        QVERIFY(!m_rows.value(step).message.isEmpty() && !m_rows.value(step).advice.isEmpty());
        QVERIFY(!m_rows.value(step).action.kind.isEmpty());
        bool after = false;
        for (const QString &name : checkStepNames().mid(0, 7)) {
            if (name == step)
                after = true;
            else
                QCOMPARE(m_rows.value(name).status, after ? CheckStatus::Skipped : CheckStatus::Ok);
        }
        QCOMPARE(m_rows.value(QStringLiteral("sender")).status, CheckStatus::Ok);
        QCOMPARE(m_rows.value(QStringLiteral("sent-policy")).status, CheckStatus::Skipped);
        QCOMPARE(m_imap->count(FakeCall::Login), 0);
    }

    void wrongPassword_isTriedOnce_andBothFaultsShow()
    {
        m_plan.login =
            failure(ErrorKind::Auth, "wrong-password", "535 5.7.8 Error: authentication failed");
        run(Secret("wrong"));
        QCOMPARE(m_done, std::optional(false));
        QCOMPARE(m_imap->count(FakeCall::Login), 1);
        QCOMPARE(g_logins.load(), 1);
        for (const char *step : {"login", "smtp-login"}) {
            QCOMPARE(m_rows.value(QLatin1String(step)).status, CheckStatus::Failed);
            QCOMPARE(m_rows.value(QLatin1String(step)).cause, QStringLiteral("wrong-password"));
        }
        QCOMPARE(m_rows.value(QStringLiteral("smtp-login")).serverReply,
            QStringLiteral("535 5.7.8 Error: authentication failed"));
        QCOMPARE(m_rows.value(QStringLiteral("tls")).status, CheckStatus::Ok);
    }

    void emptyPassword_isNotSent()
    {
        run(Secret());
        QCOMPARE(m_rows.value(QStringLiteral("login")).cause, QStringLiteral("secret-missing"));
        QCOMPARE(m_imap->count(FakeCall::Login), 0);
        QCOMPARE(g_logins.load(), 0);
    }

    void serverWords_loseTheSecret_data()
    {
        QTest::addColumn<QByteArray>("echo");
        const QByteArray plain("\0ann@acme.test\0hunter2 x", 24);
        QTest::newRow("as it is") << QByteArray("no user with password hunter2 x");
        QTest::newRow("base64") << "bad argument " + QByteArray("hunter2 x").toBase64();
        QTest::newRow("SASL PLAIN") << "bad argument " + plain.toBase64();
    }

    void serverWords_loseTheSecret()
    {
        QFETCH(QByteArray, echo);
        m_plan.login = failure(ErrorKind::Auth, "wrong-password", "535 5.7.8 " + echo);
        run(Secret("hunter2 x"));
        const QString reply = m_rows.value(QStringLiteral("smtp-login")).serverReply;
        QVERIFY(reply.startsWith(QLatin1String("535 5.7.8")));
        QVERIFY(!reply.contains(QLatin1String("hunter2")));
        QVERIFY(!reply.toLatin1().contains(QByteArray("hunter2 x").toBase64()));
        QVERIFY(
            !reply.toLatin1().contains(QByteArray("\0ann@acme.test\0hunter2 x", 24).toBase64()));
    }

    void hugeBinaryReply_isCutAndCleaned()
    {
        m_plan.login =
            failure(ErrorKind::Auth, "wrong-password", "535 " + QByteArray(1000000, '\x1b'));
        run();
        const QString reply = m_rows.value(QStringLiteral("smtp-login")).serverReply;
        QVERIFY(reply.size() <= 2000);
        QVERIFY(!reply.contains(QChar(0x1b)));
    }

    void provider_isThatOfTheServer()
    {
        m_account.smtp.host = QStringLiteral("smtp.office365.com");
        m_plan.login = failure(ErrorKind::Auth, "wrong-password",
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the "
            "Tenant.");
        run();
        const CheckStep row = m_rows.value(QStringLiteral("smtp-login"));
        QCOMPARE(row.cause, QStringLiteral("smtp-auth-disabled-tenant"));
        QCOMPARE(row.action.kind, QStringLiteral("copy-note"));
    }

    void sender_denied_fails()
    {
        m_plan.sender = failure(ErrorKind::ServerRefused, "send-as-denied",
            "553 5.7.1 <ann@acme.test>: Sender address rejected: not owned by user bob@acme.test");
        run();
        QCOMPARE(m_done, std::optional(false));
        QCOMPARE(m_rows.value(QStringLiteral("sender")).cause, QStringLiteral("send-as-denied"));
        QCOMPARE(m_rows.value(QStringLiteral("smtp-login")).status, CheckStatus::Ok);
    }

    void weakServer_onlyWarns()
    {
        m_imap->setCapabilities(FakeImapServer::baseOnly());
        m_imap->removeFolder("Sent");
        run();
        QCOMPARE(m_done, std::optional(true));
        QCOMPARE(m_rows.value(QStringLiteral("push")).status, CheckStatus::Warning);
        QCOMPARE(m_rows.value(QStringLiteral("push")).cause, QStringLiteral("push-missing"));
        const CheckStep special = m_rows.value(QStringLiteral("special-use"));
        QCOMPARE(special.status, CheckStatus::Warning);
        QCOMPARE(special.cause, QStringLiteral("no-sent-folder"));
        QCOMPARE(special.action.kind, QStringLiteral("pick-folder"));
    }

    void folderNames_areShownAsTheServerHasThem()
    {
        m_imap->removeFolder("Sent");
        m_imap->addFolder("Sent Items", imap::FolderRole::Sent, false);
        run();
        QVERIFY(m_rows.value(QStringLiteral("folders"))
                    .message.contains(QLatin1String("Sent (Sent Items)")));
        QCOMPARE(
            m_rows.value(QStringLiteral("special-use")).cause, QStringLiteral("folders-guessed"));
    }

    void sentPolicy_followsTheSendingServer()
    {
        m_account.smtp.host = QStringLiteral("smtp.gmail.com");
        run();
        QVERIFY(m_rows.value(QStringLiteral("sent-policy"))
                    .message.startsWith(QLatin1String("Google puts a copy")));
        init();
        m_account.smtp.host = QStringLiteral("smtp.sendgrid.net");
        m_account.sentPolicy = accounts::SentPolicy::ProviderFiles;
        run();
        QVERIFY(m_rows.value(QStringLiteral("sent-policy"))
                    .message.startsWith(QLatin1String("Inlet puts a copy")));
    }

    void cancel_endsBothDirections_andSaysNothingMore()
    {
        m_imap->hold(FakeCall::Connect);
        m_plan.hang = true;
        auto subject = makeSubject();
        QObject context;
        start(*subject, Secret("right"), &context);
        QVERIFY(m_imap->waitUntilHeld(FakeCall::Connect));
        QTRY_COMPARE(g_hanging.load(), 1);
        subject->cancel(&context);
        QTRY_COMPARE(g_stopped.load(), 1);
        m_rows.clear();
        QObject other;
        m_plan.hang = false;
        m_imap->release(FakeCall::Connect);
        subject.reset();
        QCoreApplication::processEvents();
        QVERIFY(!m_done && m_rows.isEmpty());
    }

    void contextGone_stopsTheWork()
    {
        m_imap->hold(FakeCall::Connect);
        m_plan.hang = true;
        auto subject = makeSubject();
        auto context = std::make_unique<QObject>();
        start(*subject, Secret("right"), context.get());
        QVERIFY(m_imap->waitUntilHeld(FakeCall::Connect));
        QTRY_COMPARE(g_hanging.load(), 1);
        context.reset();
        QTRY_COMPARE(g_stopped.load(), 1);
        QVERIFY(!m_done);
    }

    void destroyed_whileBusy_endsAtOnce()
    {
        m_imap->hold(FakeCall::Connect);
        m_plan.hang = true;
        auto subject = makeSubject();
        QObject context;
        start(*subject, Secret("right"), &context);
        QVERIFY(m_imap->waitUntilHeld(FakeCall::Connect));
        QTRY_COMPARE(g_hanging.load(), 1);
        const auto before = std::chrono::steady_clock::now();
        subject.reset();
        QVERIFY(std::chrono::steady_clock::now() - before < std::chrono::seconds(5));
    }

    void cancelFromARow_isAllowed()
    {
        auto subject = makeSubject();
        QObject context;
        int rows = 0;
        bool done = false;
        subject->check(
            m_account, Secret("right"), &context,
            [&](const CheckStep &) {
                ++rows;
                subject->cancel(&context);
            },
            [&](bool) { done = true; });
        QTRY_COMPARE(rows, 1);
        subject.reset();
        QCoreApplication::processEvents();
        QCOMPARE(rows, 1);
        QVERIFY(!done);
    }

    void fleet_ofMany_allEnd()
    {
        auto subject = makeSubject();
        QObject context;
        int done = 0;
        for (int i = 0; i < 100; ++i)
            subject->check(
                m_account, Secret("right"), &context, [](const CheckStep &) {},
                [&](bool ok) { done += ok; });
        QCOMPARE(done, 0);
        QTRY_COMPARE_WITH_TIMEOUT(done, 100, 30000);
        QVERIFY(m_imap->mostConnections() <= 8);
    }

private:
    std::unique_ptr<AccountChecker> makeSubject()
    {
        return std::make_unique<AccountChecker>(
            m_imap->factory(),
            [this](
                const accounts::ServerEndpoint &) { return std::make_unique<PlannedSmtp>(m_plan); },
            m_table, m_dictionary);
    }
    void start(AccountChecker &subject, const Secret &password, QObject *context)
    {
        subject.check(
            m_account, password, context,
            [this](const CheckStep &row) {
                if (row.status == CheckStatus::Running)
                    return;
                m_rows.insert(row.step, row);
                m_order.append(row.step);
            },
            [this](bool ok) { m_done = ok; });
    }
    void run(const Secret &password = Secret("right"))
    {
        const auto subject = makeSubject();
        QObject context;
        start(*subject, password, &context);
        QVERIFY(m_order.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_done.has_value(), 20000);
    }

    accounts::ProviderTable m_table;
    accounts::ErrorDictionary m_dictionary;
    std::unique_ptr<FakeImapServer> m_imap;
    SmtpPlan m_plan;
    accounts::Account m_account;
    QHash<QString, CheckStep> m_rows;
    QStringList m_order;
    std::optional<bool> m_done;
};

INLET_TEST(tst_AccountChecker)
#include "tst_AccountChecker.moc"
