// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Error.h"

namespace inlet
{

bool isRetryable(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::ServerRefused:
    case ErrorKind::Protocol:
    case ErrorKind::Conflict:
        return true;
    case ErrorKind::Tls:
    case ErrorKind::Auth:
    case ErrorKind::Cancelled:
    case ErrorKind::NotFound:
    case ErrorKind::Storage:
    case ErrorKind::Config:
    case ErrorKind::Bug:
        return false;
    }
    return false;
}

bool needsUser(ErrorKind kind)
{
    return kind == ErrorKind::Auth || kind == ErrorKind::Tls || kind == ErrorKind::Config;
}

QString nameOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
        return QStringLiteral("network");
    case ErrorKind::Tls:
        return QStringLiteral("tls");
    case ErrorKind::Auth:
        return QStringLiteral("auth");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::ServerRefused:
        return QStringLiteral("server-refused");
    case ErrorKind::Protocol:
        return QStringLiteral("protocol");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::Config:
        return QStringLiteral("config");
    case ErrorKind::Bug:
        return QStringLiteral("bug");
    }
    return QStringLiteral("bug");
}

QByteArray cleanServerText(const QByteArray &text, qsizetype limit)
{
    QByteArray cleaned = text.left(limit);
    for (char &c : cleaned) {
        const auto octet = static_cast<unsigned char>(c);
        if (octet < 0x20 || octet == 0x7f)
            c = ' ';
    }
    return cleaned.trimmed();
}

} // namespace inlet
