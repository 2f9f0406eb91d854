// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ErrorDictionary.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

using namespace inlet;
using namespace inlet::accounts;

namespace
{

Error refusal(
    const QByteArray &reply, ErrorKind kind = ErrorKind::Auth, const QByteArray &cause = {})
{
    return Error{kind, QStringLiteral("refused"), reply, cause};
}

} // namespace

class tst_ErrorDictionary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto table = ProviderTable::load(QStringLiteral(INLET_RESOURCES "/providers.json"));
        QVERIFY(table);
        m_table = *table;
        auto dictionary = ErrorDictionary::load(QStringLiteral(INLET_RESOURCES "/errors.json"));
        QVERIFY2(dictionary, dictionary ? "" : qPrintable(dictionary.error().detail));
        m_subject = *dictionary;
    }

    void reply_leadsToItsCause_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("phase");
        QTest::addColumn<QByteArray>("cause");
        QTest::addColumn<QByteArray>("reply");
        QFile file(QStringLiteral(INLET_TEST_DATA "/accounts/replies.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QByteArrayList cells = line.split('\t');
            if (line.startsWith('#') || cells.size() != 5)
                continue;
            QTest::addRow(
                "%s %s %s", cells[0].constData(), cells[1].constData(), cells[4].constData())
                << QString::fromUtf8(cells[0]) << QString::fromUtf8(cells[1])
                << QString::fromUtf8(cells[2]) << cells[3] << cells[4];
        }
    }

    void reply_leadsToItsCause()
    {
        QFETCH(QString, provider);
        QFETCH(QString, protocol);
        QFETCH(QString, phase);
        QFETCH(QByteArray, reply);
        QFETCH(QByteArray, cause);
        const bool atSignIn = phase == QLatin1String("sign-in");
        const Phase where = atSignIn           ? Phase::SignIn
            : phase == QLatin1String("sender") ? Phase::Sender
                                               : Phase::Send;
        const auto context = contextFor(
            provider, protocol == QLatin1String("smtp") ? Protocol::Smtp : Protocol::Imap, where);
        const Error error = refusal(reply, atSignIn ? ErrorKind::Auth : ErrorKind::ServerRefused);
        QCOMPARE(m_subject.explain(error, context).cause, cause);
    }

    void tokens_haveTheirOwnCauses()
    {
        ErrorContext context = contextFor(QStringLiteral("google"), Protocol::Imap, Phase::SignIn);
        context.usesToken = true;
        QCOMPARE(m_subject
                     .explain(refusal("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"),
                         context)
                     .cause,
            QByteArray("token-dead"));
        context = contextFor(QStringLiteral("m365"), Protocol::Imap, Phase::SignIn);
        context.usesToken = true;
        QCOMPARE(m_subject.explain(refusal("NO AUTHENTICATE failed."), context).cause,
            QByteArray("token-dead"));
        context.protocol = Protocol::Smtp;
        QCOMPARE(m_subject.explain(refusal("535 5.7.3 Authentication unsuccessful"), context).cause,
            QByteArray("token-dead"));
    }

    void everyCause_hasWordsInEveryContext()
    {
        const QByteArrayList causes = m_subject.causes();
        QVERIFY(causes.size() > 80);
        QList<ErrorContext> contexts{ErrorContext{}};
        for (const Provider &provider : m_table.providers())
            contexts.append(contextFor(provider.key, Protocol::Imap, Phase::SignIn));
        for (const QByteArray &cause : causes) {
            for (const ErrorContext &context : contexts) {
                const Explanation words = m_subject.describe(cause, context);
                QCOMPARE(words.cause, cause);
                for (const QString &text :
                    {words.message, words.advice, words.action.label, words.action.kind}) {
                    QVERIFY2(!text.isEmpty(), cause.constData());
                    QVERIFY2(!text.contains(QLatin1Char('!')), qPrintable(text));
                    QVERIFY2(!text.contains(QLatin1Char('{')), qPrintable(text));
                    QVERIFY2(!text.contains(QLatin1String("  ")), qPrintable(text));
                }
                QVERIFY2(startsLikeASentence(words.message, context), qPrintable(words.message));
                QVERIFY(words.action.url.isEmpty()
                    || words.action.url.startsWith(QLatin1String("https://")));
                QVERIFY(
                    words.action.kind != QLatin1String("open-url") || !words.action.url.isEmpty());
            }
        }
    }

    void thrownCauses_areAllKnown_data()
    {
        QTest::addColumn<QByteArray>("cause");
        for (const char *cause : {"dns-not-found", "dns-failed", "connect-refused",
                 "connect-timeout", "connect-unreachable", "connection-lost", "tls-expired",
                 "tls-not-yet-valid", "tls-self-signed", "tls-wrong-name", "tls-unknown-issuer",
                 "tls-bad-chain", "tls-too-old", "tls-handshake", "starttls-injection",
                 "starttls-missing", "preauth-refused", "wrong-port", "wrong-password",
                 "app-password-needed", "imap-disabled", "too-many-connections", "server-busy",
                 "send-as-denied", "no-sent-folder", "no-keyring", "database", "unknown"})
            QTest::newRow(cause) << QByteArray(cause);
    }

    void thrownCauses_areAllKnown()
    {
        QFETCH(QByteArray, cause);
        QVERIFY(m_subject.hasCause(cause));
        const Error error{ErrorKind::Tls, QStringLiteral("x"), {}, cause};
        QCOMPARE(m_subject.explain(error, {}).cause, cause);
    }

    void errorWithoutWords_getsTheCauseOfItsKind()
    {
        ErrorContext context;
        context.phase = Phase::Connect;
        QCOMPARE(m_subject.explain({ErrorKind::Timeout, {}, {}, {}}, context).cause,
            QByteArray("connect-timeout"));
        context.phase = Phase::Use;
        QCOMPARE(m_subject.explain({ErrorKind::Timeout, {}, {}, {}}, context).cause,
            QByteArray("server-silent"));
        QCOMPARE(m_subject.explain({ErrorKind::Bug, {}, {}, "no-such-cause"}, context).cause,
            QByteArray("unknown"));
        QCOMPARE(m_subject.explain({ErrorKind::Storage, {}, {}, {}}, context).cause,
            QByteArray("database"));
    }

    void port25_isNamed()
    {
        ErrorContext context;
        context.port = 25;
        const Error error{ErrorKind::Timeout, {}, {}, "connect-timeout"};
        QCOMPARE(m_subject.explain(error, context).cause, QByteArray("port-25-blocked"));
        context.port = 465;
        QCOMPARE(m_subject.explain(error, context).cause, QByteArray("connect-timeout"));
    }

    void thrower_winsWhereTheReplyCannotKnow()
    {
        const Error error{ErrorKind::Protocol, {}, "+OK POP3 ready", "wrong-port"};
        QCOMPARE(m_subject.explain(error, {}).cause, QByteArray("wrong-port"));
        // The provider's own rule is finer than what the session reads from the code.
        const Error refused = refusal(
            "[AUTHENTICATIONFAILED] Authentication Failed", ErrorKind::Auth, "wrong-password");
        const auto context = contextFor(QStringLiteral("icloud"), Protocol::Imap, Phase::SignIn);
        QCOMPARE(m_subject.explain(refused, context).cause, QByteArray("app-password-needed"));
    }

    void webLogin_opensOnlyGooglesOwnAddress()
    {
        const auto context = contextFor(QStringLiteral("google"), Protocol::Imap, Phase::SignIn);
        const auto good = m_subject.explain(
            refusal("[WEBALERT https://accounts.google.com/signin/continue?sarp=1&scc=1] Web login "
                    "required."),
            context);
        QCOMPARE(good.cause, QByteArray("web-login-needed"));
        QCOMPARE(good.action.url,
            QStringLiteral("https://accounts.google.com/signin/continue?sarp=1&scc=1"));
        for (const char *url : {"https://accounts.google.com.evil.example/",
                 "https://evilgoogle.com/", "https://accounts.google.com@evil.example/",
                 "http://accounts.google.com/", "javascript:alert(1)"}) {
            const auto bad = m_subject.explain(
                refusal("[WEBALERT " + QByteArray(url) + "] Web login required."), context);
            QCOMPARE(bad.action.url, QStringLiteral("https://accounts.google.com/"));
        }
    }

    void backoff_isTakenFromTheServer_butBounded()
    {
        const auto context = contextFor(QStringLiteral("m365"), Protocol::Imap, Phase::Use);
        const auto asked = m_subject.explain(
            refusal("BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds",
                ErrorKind::ServerRefused),
            context);
        QCOMPARE(asked.cause, QByteArray("rate-limited"));
        QVERIFY(asked.retryAfter == std::chrono::milliseconds(299961));
        const auto absurd = m_subject.explain(
            refusal("BAD Request is throttled. Suggested Backoff Time: 999999999999 seconds"),
            context);
        QVERIFY(absurd.retryAfter == std::chrono::hours(24));
        QVERIFY(!m_subject.explain(refusal("NO"), context).retryAfter);
    }

    void placeholders_areFilledOnce_andCleaned()
    {
        ErrorContext context;
        context.host = QStringLiteral("{email}\u202E\n.example");
        context.email = QStringLiteral("secret@example.com");
        const auto words = m_subject.describe("dns-not-found", context);
        QCOMPARE(words.message, QStringLiteral("We cannot find {email}.example."));
    }

    void hugeReply_isNoProblem()
    {
        const QByteArray huge(20000000, '[');
        QCOMPARE(m_subject.explain(refusal(huge), {}).cause, QByteArray("sign-in-refused"));
        const QByteArray binary("\x00\xff\xfe[A[B[5.7.8.9.5.7", 18);
        QCOMPARE(m_subject.explain(refusal(binary), {}).cause, QByteArray("sign-in-refused"));
    }

    void retryPolicy_neverRepeatsARefusedPassword()
    {
        using namespace std::chrono_literals;
        for (const CauseKind kind :
            {CauseKind::Password, CauseKind::WebLogin, CauseKind::Certificate}) {
            QVERIFY(policyOf(kind).delays.isEmpty());
            QVERIFY(policyOf(kind).asksUser);
        }
        QCOMPARE(policyOf(CauseKind::DailyLimit).stopsReading, false);
        QCOMPARE(policyOf(CauseKind::DailyLimit).stopsSending, true);
        QVERIFY(policyOf(CauseKind::TooManyConnections).delays.first() == 1min);
        QVERIFY(policyOf(CauseKind::RateLimited).delays.last() == 60min);
        QVERIFY(policyOf(CauseKind::Network).delays.last() == 5min);
        QVERIFY(!policyOf(CauseKind::Network).asksUser);
        QCOMPARE(m_subject.describe("wrong-password", {}).kind, CauseKind::Password);
        QCOMPARE(m_subject.describe("server-busy", {}).kind, CauseKind::RateLimited);
    }

    void brokenFile_isRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no causes") << QByteArray(R"({"format":1})");
        QTest::newRow("no advice") << QByteArray(
            R"({"format":1,"causes":[{"id":"a","kind":"setup","message":"M","action":{"kind":"none","label":"L"}}]})");
        QTest::newRow("wrong kind") << QByteArray(
            R"({"format":1,"causes":[{"id":"a","kind":"x","message":"M","advice":"A","action":{"kind":"none","label":"L"}}]})");
        QTest::newRow("pattern without cause") << QByteArray(
            R"({"format":1,"causes":[],"patterns":[{"codes":["A"],"cause":"nothing"}]})");
        QTest::newRow("not JSON") << QByteArray("\xff\xfe");
    }

    void brokenFile_isRefused()
    {
        QFETCH(QByteArray, json);
        const auto dictionary = ErrorDictionary::fromJson(json);
        QVERIFY(!dictionary);
        QCOMPARE(dictionary.error().kind, ErrorKind::Config);
    }

private:
    static bool startsLikeASentence(const QString &text, const ErrorContext &context)
    {
        return !text.at(0).isLower() || text.startsWith(QLatin1String("iCloud"))
            || text.startsWith(context.host) || text.startsWith(context.email);
    }

    ErrorContext contextFor(const QString &provider, Protocol protocol, Phase phase) const
    {
        ErrorContext context;
        context.provider = m_table.byKey(provider);
        context.protocol = protocol;
        context.phase = phase;
        context.host = QStringLiteral("mail.example.com");
        context.port = 993;
        context.email = QStringLiteral("ann@example.com");
        return context;
    }

    ProviderTable m_table;
    ErrorDictionary m_subject;
};

INLET_TEST(tst_ErrorDictionary)
#include "tst_ErrorDictionary.moc"
