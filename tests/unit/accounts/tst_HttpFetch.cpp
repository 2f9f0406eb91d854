// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/HttpFetch.h"
#include "support/HttpsDouble.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

#include <optional>

using namespace inlet;
using namespace inlet::accounts;
using namespace std::chrono_literals;
using inlet::test::HttpsDouble;

class tst_HttpFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<HttpsDouble>(); }

    void file_isFetched_withoutTraces()
    {
        m_server->answer("/a", {"HTTP/1.1 200 OK\r\nSet-Cookie: who=me", "hello", false, false});
        QCOMPARE(
            fetch(m_server->url(QStringLiteral("/a"))).value_or(QByteArray()), QByteArray("hello"));
        QCOMPARE(
            fetch(m_server->url(QStringLiteral("/a"))).value_or(QByteArray()), QByteArray("hello"));
        QVERIFY(!m_server->lastHead().toLower().contains("cookie"));
        QVERIFY(m_server->lastHead().contains("Accept-Encoding: identity"));
    }

    void plainHttp_isRefused()
    {
        QCOMPARE(kindOf(fetch(QStringLiteral("http://localhost:%1/a").arg(m_server->port()))),
            ErrorKind::Config);
        QCOMPARE(kindOf(fetch(QStringLiteral("file:///etc/hostname"))), ErrorKind::Config);
        QCOMPARE(kindOf(fetch(QStringLiteral("https://user:pass@localhost/a"))), ErrorKind::Config);
        QVERIFY(m_server->requests().isEmpty());
    }

    void redirect_toHttps_isFollowed_butNotForEver()
    {
        m_server->answer("/1", redirectTo(QStringLiteral("/2")));
        m_server->answer("/2", {"HTTP/1.1 200 OK", "there", false, false});
        QCOMPARE(
            fetch(m_server->url(QStringLiteral("/1"))).value_or(QByteArray()), QByteArray("there"));
        m_server->answer("/loop", redirectTo(QStringLiteral("/loop")));
        QCOMPARE(kindOf(fetch(m_server->url(QStringLiteral("/loop")))), ErrorKind::Protocol);
        QVERIFY(m_server->requests().size() < 10);
    }

    void redirect_toHttp_isRefused()
    {
        m_server->answer(
            "/down", redirectTo(QStringLiteral("http://localhost:%1/x").arg(m_server->port())));
        QCOMPARE(kindOf(fetch(m_server->url(QStringLiteral("/down")))), ErrorKind::Protocol);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void status_otherThan200_isRefused()
    {
        QCOMPARE(
            kindOf(fetch(m_server->url(QStringLiteral("/missing")))), ErrorKind::ServerRefused);
        m_server->answer("/204", {"HTTP/1.1 204 No Content", {}, false, false});
        QCOMPARE(kindOf(fetch(m_server->url(QStringLiteral("/204")))), ErrorKind::ServerRefused);
        m_server->answer("/401",
            {"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"", {}, false, false});
        QCOMPARE(kindOf(fetch(m_server->url(QStringLiteral("/401")))), ErrorKind::ServerRefused);
    }

    void endlessAnswer_isCut()
    {
        m_server->answer("/endless", {"HTTP/1.1 200 OK", QByteArray(50000, 'x'), false, true});
        QCOMPARE(kindOf(fetch(m_server->url(QStringLiteral("/endless")))), ErrorKind::Protocol);
        QVERIFY(m_server->octetsSent() < 20 * 1024 * 1024);
    }

    void answer_ofExactlyTheLimit_passes()
    {
        HttpLimits limits;
        m_server->answer("/max", {"HTTP/1.1 200 OK", QByteArray(limits.octets, 'x'), false, false});
        QCOMPARE(fetch(m_server->url(QStringLiteral("/max"))).value_or(QByteArray()).size(),
            limits.octets);
        m_server->answer(
            "/over", {"HTTP/1.1 200 OK", QByteArray(limits.octets + 1, 'x'), false, false});
        QCOMPARE(kindOf(fetch(m_server->url(QStringLiteral("/over")))), ErrorKind::Protocol);
    }

    void silence_endsAtTheLimit()
    {
        m_server->answer("/silent", {{}, {}, true, false});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(
            kindOf(fetch(m_server->url(QStringLiteral("/silent")), 200ms)), ErrorKind::Timeout);
        QVERIFY(timer.elapsed() < 5000);
    }

    void unknownIssuer_isRefused()
    {
        m_server->answer("/a", {"HTTP/1.1 200 OK", "x", false, false});
        QCOMPARE(kindOf(fetch(m_server->url(QStringLiteral("/a")), 5s, QString())), ErrorKind::Tls);
        QVERIFY(m_server->requests().isEmpty());
    }

    void wrongName_isRefused()
    {
        test::TestCertificate wanted;
        wanted.commonName = QStringLiteral("other.test");
        wanted.dnsNames = {QStringLiteral("other.test")};
        wanted.addresses = {};
        HttpsDouble server(test::makeIdentity(wanted, &test::testCa()));
        QCOMPARE(kindOf(fetch(server.url(QStringLiteral("/a")))), ErrorKind::Tls);
    }

    void closedPort_isNetwork()
    {
        QCOMPARE(kindOf(fetch(QStringLiteral("https://127.0.0.1:1/"))), ErrorKind::Network);
    }

    void destroyed_neverAnswers()
    {
        m_server->answer("/silent", {{}, {}, true, false});
        bool answered = false;
        auto subject = std::make_unique<HttpFetch>(m_manager, HttpLimits());
        subject->get(QUrl(m_server->url(QStringLiteral("/silent"))),
            [&](const Result<QByteArray> &) { answered = true; });
        subject.reset();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

private:
    static HttpsDouble::Reply redirectTo(const QString &target)
    {
        return {"HTTP/1.1 302 Found\r\nLocation: " + target.toLatin1(), {}, false, false};
    }
    static ErrorKind kindOf(const Result<QByteArray> &result)
    {
        return result ? ErrorKind::Bug : result.error().kind;
    }
    Result<QByteArray> fetch(const QString &url, std::chrono::milliseconds time = 5s,
        const QString &caFile = test::testCaFile())
    {
        HttpLimits limits;
        limits.time = time;
        limits.caFile = caFile;
        HttpFetch subject(m_manager, limits);
        std::optional<Result<QByteArray>> result;
        subject.get(QUrl(url), [&](Result<QByteArray> body) { result = std::move(body); });
        if (result)
            return Error{ErrorKind::Bug, QStringLiteral("answered from inside the call"), {}, {}};
        (void)QTest::qWaitFor([&] { return result.has_value(); }, 20000);
        return result
            ? *result
            : Result<QByteArray>(Error{ErrorKind::Bug, QStringLiteral("no answer"), {}, {}});
    }

    QNetworkAccessManager m_manager;
    std::unique_ptr<HttpsDouble> m_server;
};

INLET_TEST(tst_HttpFetch)
#include "tst_HttpFetch.moc"
