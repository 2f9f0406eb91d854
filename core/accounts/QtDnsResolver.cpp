// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/QtDnsResolver.h"

#include <algorithm>
#include <tuple>

namespace inlet::accounts
{

namespace
{

// What is more than this in one answer is not settings but an attack.
constexpr qsizetype kMaxRecords = 50;

QString withoutDot(QString name)
{
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return name;
}

QStringList readMx(const QDnsLookup &lookup)
{
    auto records = lookup.mailExchangeRecords().mid(0, kMaxRecords);
    std::stable_sort(records.begin(), records.end(),
        [](const auto &a, const auto &b) { return a.preference() < b.preference(); });
    QStringList hosts;
    for (const QDnsMailExchangeRecord &record : records)
        hosts.append(withoutDot(record.exchange()).toLower());
    return hosts;
}

QList<SrvRecord> readSrv(const QDnsLookup &lookup)
{
    QList<SrvRecord> records;
    for (const QDnsServiceRecord &record : lookup.serviceRecords().mid(0, kMaxRecords))
        records.append({withoutDot(record.target()).toLower(), record.port(), record.priority(),
            record.weight()});
    return records;
}

QStringList readTxt(const QDnsLookup &lookup)
{
    QStringList texts;
    for (const QDnsTextRecord &record : lookup.textRecords().mid(0, kMaxRecords)) {
        QByteArray joined;
        for (const QByteArray &part : record.values())
            joined += part;
        texts.append(QString::fromLatin1(joined.left(4096)));
    }
    return texts;
}

} // namespace

template <typename T, typename Read>
void QtDnsResolver::lookup(QDnsLookup::Type type, const QString &name, QObject *context,
    std::function<void(Result<T>)> done, Read read)
{
    auto *query = new QDnsLookup(type, name, m_nameserver, context);
    QObject::connect(query, &QDnsLookup::finished, context, [query, done = std::move(done), read] {
        query->deleteLater();
        if (query->error() == QDnsLookup::NoError) {
            done(read(*query));
            return;
        }
        const auto kind =
            query->error() == QDnsLookup::NotFoundError ? ErrorKind::NotFound : ErrorKind::Network;
        done(Error{kind, query->errorString(), {}, {}});
    });
    query->lookup();
}

void QtDnsResolver::lookupMx(
    const QString &domain, QObject *context, std::function<void(Result<QStringList>)> done)
{
    lookup<QStringList>(QDnsLookup::MX, domain, context, std::move(done), readMx);
}

void QtDnsResolver::lookupSrv(
    const QString &name, QObject *context, std::function<void(Result<QList<SrvRecord>>)> done)
{
    lookup<QList<SrvRecord>>(QDnsLookup::SRV, name, context, std::move(done), readSrv);
}

void QtDnsResolver::lookupTxt(
    const QString &domain, QObject *context, std::function<void(Result<QStringList>)> done)
{
    lookup<QStringList>(QDnsLookup::TXT, domain, context, std::move(done), readTxt);
}

const SrvRecord *pickSrv(const QList<SrvRecord> &records)
{
    const SrvRecord *best = nullptr;
    const auto order = [](const SrvRecord &r) {
        return std::tuple(r.priority, -int(r.weight), r.target);
    };
    for (const SrvRecord &record : records) {
        if (!record.target.isEmpty() && record.port != 0 && (!best || order(record) < order(*best)))
            best = &record;
    }
    return best;
}

} // namespace inlet::accounts
