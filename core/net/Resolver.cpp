// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Resolver_p.h"

#include <QUrl>

#include <arpa/inet.h>
#include <netdb.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>

namespace inlet::net
{

namespace
{

using Addresses = std::vector<SocketAddress>;

/// Shared by the caller and the thread that it may leave behind. The mutex guards the rest.
struct Lookup {
    std::mutex mutex;
    std::condition_variable_any finished;
    bool done = false;
    int code = 0;
    Addresses addresses;
};

std::atomic<int> runningLookups{0};

int askSystem(const std::string &host, quint16 port, int flags, Addresses &out)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | flags;
    addrinfo *list = nullptr;
    const int code = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &list);
    if (code != 0)
        return code;
    for (const addrinfo *a = list; a && out.size() < kMaxAddresses; a = a->ai_next) {
        if (a->ai_addrlen > sizeof(sockaddr_storage))
            continue;
        SocketAddress address;
        std::memcpy(&address.storage, a->ai_addr, a->ai_addrlen);
        address.length = a->ai_addrlen;
        out.push_back(address);
    }
    ::freeaddrinfo(list);
    return 0;
}

Error lookupError(const QByteArray &host, int code)
{
    const bool unknown = code == EAI_NONAME || code == EAI_NODATA || code == EAI_ADDRFAMILY;
    return networkError(unknown ? "dns-not-found" : "dns-failed",
        QStringLiteral("%1: %2").arg(QString::fromLatin1(host),
            QString::fromLocal8Bit(::gai_strerror(code))));
}

bool startLookup(const std::shared_ptr<Lookup> &lookup, const QByteArray &host, quint16 port)
{
    if (runningLookups.fetch_add(1) >= kMaxLookups) {
        runningLookups.fetch_sub(1);
        return false;
    }
    try {
        std::thread([lookup, name = host.toStdString(), port] {
            Addresses addresses;
            const int code = askSystem(name, port, 0, addresses);
            runningLookups.fetch_sub(1);
            const std::scoped_lock lock(lookup->mutex);
            lookup->code = code;
            lookup->addresses = std::move(addresses);
            lookup->done = true;
            lookup->finished.notify_all();
        }).detach();
    } catch (const std::system_error &) {
        runningLookups.fetch_sub(1);
        return false;
    }
    return true;
}

} // namespace

QString SocketAddress::toString() const
{
    std::array<char, 64> text{};
    std::array<char, 8> service{};
    sockaddr_storage copy = storage;
    const int code = ::getnameinfo(reinterpret_cast<const sockaddr *>(&copy), length, text.data(),
        text.size(), service.data(), service.size(), NI_NUMERICHOST | NI_NUMERICSERV);
    return code == 0 ? QString::fromLatin1(text.data()) : QStringLiteral("?");
}

QByteArray literalAddress(const QString &host)
{
    const QByteArray text = host.toLatin1();
    std::array<char, 16> octets{};
    if (::inet_pton(AF_INET, text.constData(), octets.data()) == 1)
        return {octets.data(), 4};
    if (::inet_pton(AF_INET6, text.constData(), octets.data()) == 1)
        return {octets.data(), 16};
    return {};
}

QByteArray asciiHost(const QString &host)
{
    QString name = host.trimmed();
    if (name.startsWith(QLatin1Char('[')) && name.endsWith(QLatin1Char(']')))
        name = name.mid(1, name.size() - 2);
    if (!literalAddress(name).isEmpty())
        return name.toLatin1();
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    const QByteArray ascii = QUrl::toAce(name);
    return ascii.size() > 253 ? QByteArray() : ascii;
}

Result<std::vector<SocketAddress>> resolve(const QByteArray &host, quint16 port,
    SteadyTime deadline, const std::stop_token &stop)
{
    if (host.isEmpty())
        return networkError("dns-not-found", QStringLiteral("not a host name"));
    if (!literalAddress(QString::fromLatin1(host)).isEmpty()) {
        Addresses addresses;
        const int code = askSystem(host.toStdString(), port, AI_NUMERICHOST, addresses);
        if (code != 0)
            return lookupError(host, code);
        return addresses;
    }
    const auto lookup = std::make_shared<Lookup>();
    if (!startLookup(lookup, host, port))
        return networkError("dns-failed", QStringLiteral("too many name lookups at once"));
    std::unique_lock lock(lookup->mutex);
    lookup->finished.wait_until(lock, stop, deadline, [&] { return lookup->done; });
    if (stop.stop_requested())
        return cancelledError();
    if (!lookup->done)
        return networkError("dns-failed",
            QStringLiteral("%1: no answer in time").arg(QString::fromLatin1(host)));
    if (lookup->code != 0)
        return lookupError(host, lookup->code);
    if (lookup->addresses.empty())
        return lookupError(host, EAI_NONAME);
    return std::move(lookup->addresses);
}

} // namespace inlet::net
