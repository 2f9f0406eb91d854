// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace inlet::net
{

/// What a certificate says of itself: shown to the user before "trust this one".
struct CertificateFacts {
    QString subject;
    QString issuer;
    QStringList names; ///< DNS names and addresses it is valid for
    QDateTime validFrom;
    QDateTime validTo;
    QByteArray sha256; ///< 32 octets over the DER form

    bool operator==(const CertificateFacts &) const = default;
};

} // namespace inlet::net
