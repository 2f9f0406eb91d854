// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "net/values/Certificate.h"

#include <gnutls/gnutls.h>

#include <optional>

namespace inlet::net
{

/// What the certificate of the peer says, and why it must not be trusted (nullopt: it may).
struct PeerVerdict {
    std::optional<CertificateFacts> facts;
    std::optional<Error> objection;
};

/// Checks chain, dates, purpose and name during a handshake, or that the leaf is exactly the
/// certificate whose SHA-256 is `trustedFingerprint`. A literal address is compared with the
/// addresses in the certificate only, never with its names (RFC 6125 leaves no other way).
/// Errors (objection): Tls with the causes of TlsStream.
/// Thread: the one that runs the handshake.
[[nodiscard]] PeerVerdict verifyPeer(gnutls_session_t session, const QByteArray &host,
    const QByteArray &trustedFingerprint);

/// Facts of one DER certificate; nullopt when it cannot be parsed.
[[nodiscard]] std::optional<CertificateFacts> factsOf(const gnutls_datum_t &der);

/// The id in the error dictionary for GnuTLS's verification status (GNUTLS_CERT_* bits).
[[nodiscard]] const char *causeOfStatus(unsigned status, bool selfSigned);

} // namespace inlet::net
