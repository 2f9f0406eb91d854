// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/HttpFetch.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QTimer>

#include <utility>

namespace inlet::accounts
{

namespace
{

QNetworkRequest makeRequest(const QUrl &url, const HttpLimits &limits)
{
    QNetworkRequest request(url);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(limits.redirects);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("User-Agent", "Inlet");
    // A compressed answer could grow a thousandfold.
    request.setRawHeader("Accept-Encoding", "identity");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!limits.caFile.isEmpty())
        tls.addCaCertificates(limits.caFile);
    request.setSslConfiguration(tls);
    return request;
}

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::SslHandshakeFailedError)
        return ErrorKind::Tls;
    if (error == QNetworkReply::InsecureRedirectError
        || error == QNetworkReply::TooManyRedirectsError
        || error == QNetworkReply::ProtocolUnknownError)
        return ErrorKind::Protocol;
    // Qt numbers what the peer answered with a status from 201 on.
    return error >= QNetworkReply::ContentAccessDenied ? ErrorKind::ServerRefused
                                                       : ErrorKind::Network;
}

} // namespace

HttpFetch::HttpFetch(QNetworkAccessManager &manager, HttpLimits limits, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_limits(std::move(limits))
{
}

HttpFetch::~HttpFetch()
{
    m_done = nullptr;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void HttpFetch::get(const QUrl &url, Done done)
{
    m_done = std::move(done);
    if (url.scheme() != QLatin1String("https") || url.host().isEmpty()
        || !url.userInfo().isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                finish(Error{ErrorKind::Config, QStringLiteral("only https is fetched"), {}, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    m_reply = m_manager.get(makeRequest(url, m_limits));
    // Qt must not buffer without bound while we are busy elsewhere.
    m_reply->setReadBufferSize(64 * 1024);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpFetch::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpFetch::onFinished, Qt::QueuedConnection);
    // Qt's own transfer timeout starts anew with every octet; this one does not.
    QTimer::singleShot(m_limits.time, this, [this] {
        finish(Error{ErrorKind::Timeout, QStringLiteral("no complete answer in time"), {}, {}});
    });
}

void HttpFetch::onReadyRead()
{
    const qsizetype room = m_limits.octets + 1 - m_body.size();
    m_body += m_reply->read(room);
    if (m_body.size() > m_limits.octets)
        finish(Error{ErrorKind::Protocol, QStringLiteral("the answer is too large"), {}, {}});
}

void HttpFetch::onFinished()
{
    if (!m_done || !m_reply)
        return;
    if (m_reply->error() != QNetworkReply::NoError) {
        finish(Error{kindOf(m_reply->error()), m_reply->errorString(), {}, {}});
        return;
    }
    onReadyRead();
    const int status =
        m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    if (!m_done)
        return;
    if (status != 200)
        finish(Error{ErrorKind::ServerRefused, QStringLiteral("status %1").arg(status), {}, {}});
    else
        finish(m_body);
}

void HttpFetch::finish(Result<QByteArray> result)
{
    const Done done = std::exchange(m_done, nullptr);
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
    if (done)
        done(std::move(result));
}

} // namespace inlet::accounts
