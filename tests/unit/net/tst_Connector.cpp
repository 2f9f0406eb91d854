// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Connector_p.h"
#include "support/TestMain.h"
#include "support/Tries.h"

#include <QElapsedTimer>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

using namespace inlet;
using namespace inlet::net;
using inlet::test::Tries;
using namespace std::chrono_literals;

namespace
{

/// A socket bound to 127.0.0.1 or ::1: listening, full (drops every SYN) or closed again.
class Listener
{
public:
    explicit Listener(int backlog, int family = AF_INET) : m_fd(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        sockaddr_in6 in6{};
        in6.sin6_family = AF_INET6;
        in6.sin6_addr = in6addr_loopback;
        socklen_t length = family == AF_INET6 ? sizeof(in6) : sizeof(in);
        auto *generic = family == AF_INET6 ? reinterpret_cast<sockaddr *>(&in6) : reinterpret_cast<sockaddr *>(&in);
        if (::bind(m_fd.get(), generic, length) != 0 || ::listen(m_fd.get(), backlog) != 0
            || ::getsockname(m_fd.get(), generic, &length) != 0)
            qFatal("cannot listen");
        std::memcpy(&m_address.storage, generic, length);
        m_address.length = length;
    }

    [[nodiscard]] const SocketAddress &address() const { return m_address; }
    void stop() { m_fd.reset(); }

    /// Fills the queue of connections: from then on the kernel drops each SYN, as a firewall does.
    void fill()
    {
        for (int i = 0; i < 4; ++i) {
            OwnedFd client(::socket(m_address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
            ::connect(client.get(), reinterpret_cast<const sockaddr *>(&m_address.storage),
                m_address.length);
            m_clients.push_back(std::move(client));
        }
    }

private:
    OwnedFd m_fd;
    SocketAddress m_address;
    std::vector<OwnedFd> m_clients;
};

SocketAddress fakeAddress(int family, unsigned char last)
{
    SocketAddress address;
    address.storage.ss_family = static_cast<sa_family_t>(family);
    address.length = last;
    return address;
}

} // namespace

class tst_Connector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interleave_families_alternate()
    {
        const auto order = interleaved({fakeAddress(AF_INET6, 1), fakeAddress(AF_INET6, 2),
            fakeAddress(AF_INET6, 3), fakeAddress(AF_INET, 4), fakeAddress(AF_INET, 5)});
        QList<socklen_t> got;
        for (const SocketAddress &address : order)
            got.append(address.length);
        QCOMPARE(got, (QList<socklen_t>{1, 4, 2, 5, 3}));
    }

    void connect_blackHoledFirst_secondWinsSoon()
    {
        Listener hole(0);
        hole.fill();
        const Listener good(16);
        Waiter waiter;
        QElapsedTimer timer;
        timer.start();
        auto socket = connectAny({hole.address(), good.address()}, waiter,
            std::chrono::steady_clock::now() + 10s, {});
        QVERIFY(socket);
        QVERIFY(timer.elapsed() >= 200);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        sockaddr_in peer{};
        socklen_t length = sizeof(peer);
        QCOMPARE(::getpeername(socket->get(), reinterpret_cast<sockaddr *>(&peer), &length), 0);
        sockaddr_in wanted{};
        std::memcpy(&wanted, &good.address().storage, sizeof(wanted));
        QCOMPARE(peer.sin_port, wanted.sin_port);
    }

    /// RFC 8305: the system names IPv6 first, and whatever is sent there is swallowed on the way.
    void connect_ipv6BlackHole_ipv4IsTakenSoon()
    {
        Tries oneDelayNotTwo(450);
        while (oneDelayNotTwo.next()) {
            Listener hole(0, AF_INET6);
            hole.fill();
            Listener other(0, AF_INET6);
            other.fill();
            const Listener good(16);
            Waiter waiter;
            oneDelayNotTwo.begin();
            const auto socket = connectAny({hole.address(), other.address(), good.address()}, waiter,
                std::chrono::steady_clock::now() + 10s, {});
            QVERIFY(oneDelayNotTwo.end() >= 200);
            QVERIFY(socket);
            sockaddr_storage peer{};
            socklen_t length = sizeof(peer);
            QCOMPARE(::getpeername(socket->get(), reinterpret_cast<sockaddr *>(&peer), &length), 0);
            QCOMPARE(int(peer.ss_family), AF_INET);
        }
        QVERIFY2(oneDelayNotTwo.kept(), oneDelayNotTwo.told().constData());
    }

    void connect_refusedFirst_secondWinsAtOnce()
    {
        Listener gone(1);
        gone.stop();
        const Listener good(16);
        Waiter waiter;
        Tries atOnce(200);
        while (atOnce.next()) {
            atOnce.begin();
            QVERIFY(connectAny({gone.address(), good.address()}, waiter,
                std::chrono::steady_clock::now() + 10s, {}));
            atOnce.end();
        }
        QVERIFY2(atOnce.kept(), atOnce.told().constData());
    }

    void connect_allRefused_saysRefused()
    {
        Listener gone(1);
        gone.stop();
        Waiter waiter;
        const auto socket = connectAny({gone.address(), gone.address()}, waiter,
            std::chrono::steady_clock::now() + 10s, {});
        QVERIFY(!socket);
        QCOMPARE(socket.error().kind, ErrorKind::Network);
        QCOMPARE(socket.error().cause, "connect-refused");
    }

    void connect_blackHole_endsAtDeadline()
    {
        Listener hole(0);
        hole.fill();
        Waiter waiter;
        const auto socket = connectAny({hole.address()}, waiter,
            std::chrono::steady_clock::now() + 100ms, {});
        QVERIFY(!socket);
        QCOMPARE(socket.error().cause, "connect-timeout");
    }

    void connect_blackHole_cancelWithinMilliseconds()
    {
        Listener hole(0);
        hole.fill();
        Waiter waiter;
        Tries soon(200);
        while (soon.next()) {
            std::stop_source source;
            std::jthread canceller([&] {
                // The race has begun when the listener's queue is full, which it is: stop at any time.
                soon.begin();
                source.request_stop();
            });
            const auto socket = connectAny({hole.address()}, waiter,
                std::chrono::steady_clock::now() + 10s, source.get_token());
            canceller.join();
            soon.end();
            QVERIFY(!socket);
            QCOMPARE(socket.error().kind, ErrorKind::Cancelled);
        }
        QVERIFY2(soon.kept(), soon.told().constData());
    }
};

INLET_TEST(tst_Connector)
#include "tst_Connector.moc"
