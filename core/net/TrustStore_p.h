// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <gnutls/gnutls.h>

#include <memory>

namespace inlet::net
{

/// The CAs that connections trust, and nothing else: no client certificate. Not changed after it is
/// made, so many sessions on many threads may use it at once.
class TrustStore
{
public:
    TrustStore() = default;
    ~TrustStore();
    TrustStore(const TrustStore &) = delete;
    TrustStore &operator=(const TrustStore &) = delete;

    [[nodiscard]] gnutls_certificate_credentials_t get() const { return m_credentials; }

    /// The system's CAs plus those in `caFile` (may be empty). Reading some 140 certificates takes
    /// longer than a whole handshake, so the last store is kept while file and system are unchanged.
    /// Errors: Config (cause "ca-file-unreadable"). Thread: any.
    static Result<std::shared_ptr<const TrustStore>> forCaFile(const QString &caFile);

private:
    static Result<std::shared_ptr<const TrustStore>> load(const QString &caFile);

    gnutls_certificate_credentials_t m_credentials = nullptr;
};

} // namespace inlet::net
