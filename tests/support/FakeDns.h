// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/DnsResolver.h"
#include "accounts/Probe.h"

#include <QHash>
#include <QTimer>

namespace inlet::test
{

using accounts::DnsResolver;
using accounts::Probe;
using accounts::ProbeResult;
using accounts::ServerEndpoint;
using accounts::SrvRecord;

// Answers from a table; a name in `silent` never answers.
class FakeDns final : public DnsResolver
{
public:
    QHash<QString, QStringList> mx;
    QHash<QString, QList<SrvRecord>> srv;
    QHash<QString, QStringList> txt;
    bool silent = false;
    QStringList asked;

    void lookupMx(const QString &domain, QObject *context,
        std::function<void(Result<QStringList>)> done) override
    {
        reply(mx, domain, context, std::move(done));
    }
    void lookupSrv(const QString &name, QObject *context,
        std::function<void(Result<QList<SrvRecord>>)> done) override
    {
        reply(srv, name, context, std::move(done));
    }
    void lookupTxt(const QString &domain, QObject *context,
        std::function<void(Result<QStringList>)> done) override
    {
        reply(txt, domain, context, std::move(done));
    }

private:
    template <typename T>
    void reply(const QHash<QString, T> &table, const QString &name, QObject *context,
        std::function<void(Result<T>)> done)
    {
        asked.append(name);
        if (silent)
            return;
        const auto found = table.constFind(name);
        Result<T> result =
            found == table.cend() ? Result<T>(Error{ErrorKind::NotFound, {}, {}, {}}) : *found;
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
};

class FakeProbe final : public Probe
{
public:
    QHash<QString, ProbeResult> results; // by formatEndpoint()
    QStringList asked;
    bool silent = false;

    void probe(const ServerEndpoint &endpoint, QObject *context,
        std::function<void(ProbeResult)> done) override
    {
        const QString name = accounts::formatEndpoint(endpoint);
        asked.append(name);
        if (silent && !results.contains(name))
            return;
        const ProbeResult result = results.value(name, ProbeResult::Nothing);
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
};

} // namespace inlet::test
