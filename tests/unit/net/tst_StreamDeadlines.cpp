// SPDX-License-Identifier: GPL-3.0-or-later
#include "Peers.h"
#include "net/Pace_p.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>

using namespace inlet;
using namespace inlet::net;
using namespace inlet::test;
using namespace std::chrono_literals;

namespace
{

/// Sends one octet every ten milliseconds for ever: never silent, never done.
class Trickler
{
public:
    Trickler() : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof(in);
        auto *generic = reinterpret_cast<sockaddr *>(&in);
        if (::bind(m_listener.get(), generic, length) != 0 || ::listen(m_listener.get(), 4) != 0
            || ::getsockname(m_listener.get(), generic, &length) != 0)
            qFatal("cannot listen");
        m_port = ntohs(in.sin_port);
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
    }
    ~Trickler()
    {
        m_thread.request_stop();
        ::shutdown(m_listener.get(), SHUT_RDWR);
        m_thread.join();
    }
    Trickler(const Trickler &) = delete;
    Trickler &operator=(const Trickler &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void run(const std::stop_token &stop)
    {
        const OwnedFd client(::accept(m_listener.get(), nullptr, nullptr));
        Waiter waiter;
        while (!stop.stop_requested() && ::send(client.get(), "x", 1, MSG_NOSIGNAL) == 1)
            waiter.wait(std::span<pollfd>(), std::chrono::steady_clock::now() + 10ms, stop);
    }

    OwnedFd m_listener;
    quint16 m_port = 0;
    std::jthread m_thread;
};

} // namespace

class tst_StreamDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silence_endsAtReadTimeout()
    {
        ScriptedServer server({"TLS\nI"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        stream->setReadTimeout(100ms);
        QElapsedTimer timer;
        timer.start();
        const auto line = stream->readLine({});
        QVERIFY(!line);
        QCOMPARE(line.error().kind, ErrorKind::Timeout);
        QVERIFY(timer.elapsed() >= 90);
        QVERIFY(timer.elapsed() < 2000);
    }

    void trickle_cannotExtendALineForEver()
    {
        const Trickler server;
        auto stream = TlsStream::create({});
        ConnectTarget target;
        target.host = QStringLiteral("127.0.0.1");
        target.port = server.port();
        target.readTimeout = 300ms;
        QVERIFY(stream->connectTcp(target, {}));
        QElapsedTimer timer;
        timer.start();
        const auto line = stream->readLine({});
        QVERIFY(!line);
        QCOMPARE(line.error().kind, ErrorKind::Timeout);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

    void handshake_silentServer_endsAtConnectTimeout()
    {
        ScriptedServer server({"I"});
        auto stream = TlsStream::create({testCaFile()});
        ConnectTarget target = targetOf(server);
        target.connectTimeout = 100ms;
        QVERIFY(stream->connectTcp(target, {}));
        const auto secured = stream->startTls({});
        QVERIFY(!secured);
        QCOMPARE(secured.error().kind, ErrorKind::Timeout);
    }

    void pace_fastThenSilent_waitsOnlyOneSilence()
    {
        Pace pace(1s);
        const SteadyTime start = std::chrono::steady_clock::now();
        pace.moved(100'000'000);
        QVERIFY(pace.deadline() >= start + 1s);
        QVERIFY(pace.deadline() <= std::chrono::steady_clock::now() + 1s);
    }
};

INLET_TEST(tst_StreamDeadlines)
#include "tst_StreamDeadlines.moc"
