// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TrustStore_p.h"

#include "base/Log.h"

#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <mutex>

namespace inlet::net
{

namespace
{

using StorePointer = std::shared_ptr<const TrustStore>;

struct CachedStore {
    QString caFile;
    QDateTime changed;
    std::chrono::steady_clock::time_point loadedAt;
    StorePointer store;
};

/// New root certificates of the system reach a program that runs for weeks.
constexpr std::chrono::hours kTrustLifetime{1};

} // namespace

TrustStore::~TrustStore()
{
    if (m_credentials)
        gnutls_certificate_free_credentials(m_credentials);
}

Result<StorePointer> TrustStore::load(const QString &caFile)
{
    auto store = std::make_shared<TrustStore>();
    if (gnutls_certificate_allocate_credentials(&store->m_credentials) < 0)
        return Error{ErrorKind::Bug, QStringLiteral("no TLS credentials"), {}, {}};
    if (gnutls_certificate_set_x509_system_trust(store->m_credentials) <= 0)
        qCWarning(lcNet) << "the system has no trusted certificate authorities";
    if (!caFile.isEmpty()) {
        const int read = gnutls_certificate_set_x509_trust_file(store->m_credentials,
            QFile::encodeName(caFile).constData(), GNUTLS_X509_FMT_PEM);
        if (read <= 0)
            return Error{ErrorKind::Config, QStringLiteral("no certificate can be read from %1")
                .arg(caFile), {}, "ca-file-unreadable"};
    }
    // A chain longer than this, or certificates larger, is an attack on our time.
    gnutls_certificate_set_verify_limits(store->m_credentials, 16384, 10);
    return StorePointer(store);
}

Result<StorePointer> TrustStore::forCaFile(const QString &caFile)
{
    static std::mutex guard; // guards `cached`
    static CachedStore cached;
    const QDateTime changed = caFile.isEmpty() ? QDateTime() : QFileInfo(caFile).lastModified();
    const auto now = std::chrono::steady_clock::now();
    const std::scoped_lock lock(guard);
    if (cached.store && cached.caFile == caFile && cached.changed == changed
        && now - cached.loadedAt < kTrustLifetime)
        return cached.store;
    Result<StorePointer> loaded = load(caFile);
    if (loaded)
        cached = {caFile, changed, now, *loaded};
    return loaded;
}

} // namespace inlet::net
