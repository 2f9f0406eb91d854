// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/DnsResolver.h"

#include <QDnsLookup>
#include <QHostAddress>

namespace inlet::accounts
{

/// Over QDnsLookup. The time limit of one query is the system resolver's; the caller sets his own.
class QtDnsResolver final : public DnsResolver
{
public:
    QtDnsResolver() = default;
    /// Asks this server on port 53 instead of the system's.
    explicit QtDnsResolver(const QHostAddress &nameserver)
        : m_nameserver(nameserver)
    {
    }

    void lookupMx(const QString &domain, QObject *context,
        std::function<void(Result<QStringList>)> done) override;
    void lookupSrv(const QString &name, QObject *context,
        std::function<void(Result<QList<SrvRecord>>)> done) override;
    void lookupTxt(const QString &domain, QObject *context,
        std::function<void(Result<QStringList>)> done) override;

private:
    template <typename T, typename Read>
    void lookup(QDnsLookup::Type type, const QString &name, QObject *context,
        std::function<void(Result<T>)> done, Read read);

    QHostAddress m_nameserver;
};

} // namespace inlet::accounts
