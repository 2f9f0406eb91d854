// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QImage>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace inlet::ui
{

/// Loads the remote images of a message after the user has asked for them: no cookies, no cache, no
/// referrer, no credentials, bounded in size, number and time, never from this computer or the local
/// network, whether named by address or by a name that leads there. Decodes away from the GUI thread. Thread: GUI.
class RemoteImageLoader : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kMaxOctets = 5 * 1024 * 1024;
    static constexpr int kMaxImages = 100;
    static constexpr int kTimeoutMs = 15'000;

    /// How a name becomes addresses, and which of them may be connected to. Each name is looked up
    /// once a request, every address of it is checked, and the connection goes to one that was.
    struct Access {
        std::function<void(const QString &host, QObject *context, std::function<void(const QList<QHostAddress> &)>)> resolve;
        std::function<bool(const QHostAddress &)> mayConnect;
    };

    explicit RemoteImageLoader(QObject *parent = nullptr); ///< the system's resolver, public addresses only
    RemoteImageLoader(Access access, QObject *parent);
    ~RemoteImageLoader() override;

    /// image() follows unless it cannot be loaded; each address once.
    void load(const QUrl &url, int maxWidth);
    /// Bytes that are already here, e.g. of an inline part; image() follows under `url`.
    void decode(const QUrl &url, const QByteArray &octets, int maxWidth);

    [[nodiscard]] static bool isAllowed(const QUrl &url);

Q_SIGNALS:
    void image(const QUrl &url, const QImage &image);

private:
    struct Job {
        QUrl asked; ///< as the message names it
        QUrl url; ///< after redirects
        int maxWidth = 0;
        int hops = 0;
    };
    void resolve(const Job &job);
    void fetch(const Job &job, const QHostAddress &address);
    void onFinished(QNetworkReply *reply, const Job &job);

    Access m_access;
    QNetworkAccessManager m_network;
    QSet<QUrl> m_asked;
};

} // namespace inlet::ui
