// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QNetworkReply;
QT_END_NAMESPACE

namespace inlet::accounts
{

struct HttpLimits {
    qsizetype octets = 256 * 1024;
    int redirects = 3;
    std::chrono::milliseconds time{5000};
    QString caFile; ///< PEM with further trusted CAs; empty: the system's only
};

/// One GET over HTTPS that cannot hurt: certificates are verified, redirects go from https to https
/// and are counted, size and time are bounded, no cookies, no credentials, no compression.
/// Thread: the one that made it; needs its event loop. Destroying it cancels.
class HttpFetch : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<QByteArray>)>;

    HttpFetch(QNetworkAccessManager &manager, HttpLimits limits, QObject *parent = nullptr);
    ~HttpFetch() override;

    /// Once per object. `done` comes later, once, never from inside the call.
    /// Errors: Config (not https), Network, Tls, Timeout, ServerRefused (status in detail),
    ///         Protocol (too large, bad redirect).
    void get(const QUrl &url, Done done);

private:
    void onReadyRead();
    void onFinished();
    void finish(Result<QByteArray> result);

    QNetworkAccessManager &m_manager;
    HttpLimits m_limits;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    Done m_done;
};

} // namespace inlet::accounts
