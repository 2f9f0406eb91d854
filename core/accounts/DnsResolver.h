// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace inlet::accounts
{

/// RFC 2782. `target` without its final dot; empty: the service is not offered (a "." target).
struct SrvRecord {
    QString target;
    quint16 port = 0;
    quint16 priority = 0;
    quint16 weight = 0;

    bool operator==(const SrvRecord &) const = default;
};

/// Looks up what the detection needs. Answers come later on the calling thread, which needs an
/// event loop, and not at all once `context` is gone. DNS is not authenticated: whatever comes from
/// here may be forged, so a server found this way must prove its name.
/// Errors: NotFound (no such name or record), Network.
class DnsResolver
{
public:
    virtual ~DnsResolver() = default;
    /// Hosts, best preference first.
    virtual void lookupMx(
        const QString &domain, QObject *context, std::function<void(Result<QStringList>)> done) = 0;
    /// `name` like "_imaps._tcp.example.com"; in no special order.
    virtual void lookupSrv(const QString &name, QObject *context,
        std::function<void(Result<QList<SrvRecord>>)> done) = 0;
    virtual void lookupTxt(
        const QString &domain, QObject *context, std::function<void(Result<QStringList>)> done) = 0;
};

/// The record to use: lowest priority, then highest weight, then by name. RFC 2782 spreads load by
/// chance, but settings should come out the same each time. Null where the service is not offered.
[[nodiscard]] const SrvRecord *pickSrv(const QList<SrvRecord> &records);

} // namespace inlet::accounts
