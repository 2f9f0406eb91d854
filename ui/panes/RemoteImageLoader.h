// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QUrl>

class QNetworkReply;

namespace inlet::ui
{

/// Loads the remote images of a message after the user has asked for them: no cookies, no cache, no
/// referrer, no credentials, bounded in size, number and time, never from this computer or the local
/// network by address. Decodes away from the GUI thread. Thread: GUI.
class RemoteImageLoader : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kMaxOctets = 5 * 1024 * 1024;
    static constexpr int kMaxImages = 100;
    static constexpr int kTimeoutMs = 15'000;

    explicit RemoteImageLoader(QObject *parent = nullptr);
    ~RemoteImageLoader() override;

    /// image() follows unless it cannot be loaded; each address once.
    void load(const QUrl &url, int maxWidth);
    /// Bytes that are already here, e.g. of an inline part; image() follows under `url`.
    void decode(const QUrl &url, const QByteArray &octets, int maxWidth);

    [[nodiscard]] static bool isAllowed(const QUrl &url);

Q_SIGNALS:
    void image(const QUrl &url, const QImage &image);

private:
    void onFinished(QNetworkReply *reply, const QUrl &url, int maxWidth);

    QNetworkAccessManager m_network;
    QSet<QUrl> m_asked;
};

} // namespace inlet::ui
