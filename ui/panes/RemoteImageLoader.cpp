// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/RemoteImageLoader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHostAddress>
#include <QHostInfo>
#include <QImageReader>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kMaxRedirects = 5;
constexpr int kMaxSide = 20'000; // pixels; larger ones are not pictures for reading
constexpr int kMemoryMb = 96; // of one decoded image

/// Takes nothing and gives nothing.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// This computer, a private network or none at all.
bool isNearBy(const QHostAddress &address)
{
    static const QPair<QHostAddress, int> nets[] = {QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")), QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")), QHostAddress::parseSubnet(QStringLiteral("0.0.0.0/8"))};
    static const QPair<QHostAddress, int> translated = QHostAddress::parseSubnet(QStringLiteral("64:ff9b::/96")); // RFC 6052
    if (address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast() || address.isSiteLocal() || !address.isGlobal())
        return true;
    if (address.protocol() == QAbstractSocket::IPv6Protocol && address.isInSubnet(translated))
        return true;
    bool isV4 = false;
    const QHostAddress v4(address.toIPv4Address(&isV4));
    return isV4 && std::any_of(std::begin(nets), std::end(nets), [&v4](const auto &net) { return v4.isInSubnet(net); });
}

void systemResolve(const QString &host, QObject *context, const std::function<void(const QList<QHostAddress> &)> &answer)
{
    QHostInfo::lookupHost(host, context, [answer](const QHostInfo &info) { answer(info.addresses()); });
}

QImage decoded(const QByteArray &octets, int maxWidth)
{
    QBuffer buffer;
    buffer.setData(octets);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAllocationLimit(kMemoryMb);
    const QSize size = reader.size();
    // A format that does not tell its size first cannot be bounded.
    if (!size.isValid() || size.width() > kMaxSide || size.height() > kMaxSide)
        return {};
    if (maxWidth > 0 && size.width() > maxWidth)
        reader.setScaledSize(QSize(maxWidth, std::max(1, int(qint64(size.height()) * maxWidth / size.width()))));
    return reader.read();
}

} // namespace

RemoteImageLoader::RemoteImageLoader(QObject *parent)
    : RemoteImageLoader(Access{systemResolve, [](const QHostAddress &address) { return !isNearBy(address); }}, parent)
{
}

RemoteImageLoader::RemoteImageLoader(Access access, QObject *parent) : QObject(parent), m_access(std::move(access))
{
    m_network.setCookieJar(new NoCookies(&m_network));
    m_network.setAutoDeleteReplies(true);
    // A proxy would look the name up again.
    m_network.setProxy(QNetworkProxy::NoProxy);
}

RemoteImageLoader::~RemoteImageLoader() = default;

bool RemoteImageLoader::isAllowed(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return false;
    const QString host = url.host().toLower();
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")) || host.endsWith(QLatin1String(".local")))
        return false;
    const QHostAddress address(host);
    return address.isNull() || !isNearBy(address);
}

void RemoteImageLoader::load(const QUrl &url, int maxWidth)
{
    if (m_asked.contains(url) || m_asked.size() >= kMaxImages || !isAllowed(url))
        return;
    m_asked.insert(url);
    resolve({url, url, maxWidth, 0});
}

void RemoteImageLoader::resolve(const Job &job)
{
    if (const QHostAddress literal(job.url.host()); !literal.isNull()) {
        if (m_access.mayConnect(literal))
            fetch(job, literal);
        return;
    }
    m_access.resolve(job.url.host(QUrl::FullyEncoded), this, [this, job](const QList<QHostAddress> &addresses) {
        // One that leads into the local network is enough to distrust the name.
        if (!addresses.isEmpty() && std::all_of(addresses.cbegin(), addresses.cend(), m_access.mayConnect))
            fetch(job, addresses.first());
    });
}

/// Connects to the address that was checked: a second look-up could answer with another one.
void RemoteImageLoader::fetch(const Job &job, const QHostAddress &address)
{
    const QString host = job.url.host(QUrl::FullyEncoded);
    QUrl place = job.url;
    place.setHost(address.toString());
    QNetworkRequest request(place);
    const int port = job.url.port();
    request.setRawHeader("Host", port < 0 ? host.toLatin1() : host.toLatin1() + ':' + QByteArray::number(port));
    request.setPeerVerifyName(host);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // it would name the address
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(kTimeoutMs);
    // Says nothing about the program or the system.
    request.setRawHeader("User-Agent", "Mozilla/5.0");
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64 total) {
        if (received > kMaxOctets || total > kMaxOctets)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, job] { onFinished(reply, job); });
}

void RemoteImageLoader::onFinished(QNetworkReply *reply, const Job &job)
{
    if (reply->error() != QNetworkReply::NoError)
        return;
    const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (target.isEmpty()) {
        decode(job.asked, reply->read(kMaxOctets), job.maxWidth);
        return;
    }
    const QUrl next = job.url.resolved(target);
    const bool weaker = job.url.scheme() == QLatin1String("https") && next.scheme() != QLatin1String("https");
    if (job.hops < kMaxRedirects && !weaker && isAllowed(next))
        resolve({job.asked, next, job.maxWidth, job.hops + 1});
}

void RemoteImageLoader::decode(const QUrl &url, const QByteArray &octets, int maxWidth)
{
    if (octets.isEmpty() || octets.size() > 4 * kMaxOctets)
        return;
    QPointer<RemoteImageLoader> self(this);
    QThreadPool::globalInstance()->start([self, url, octets, maxWidth] {
        const QImage picture = decoded(octets, maxWidth);
        if (picture.isNull())
            return;
        QMetaObject::invokeMethod(
            qApp,
            [self, url, picture] {
                if (self)
                    Q_EMIT self->image(url, picture);
            },
            Qt::QueuedConnection);
    });
}

} // namespace inlet::ui
