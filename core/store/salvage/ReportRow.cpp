// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/ReportRow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace inlet::store
{

namespace
{

constexpr QLatin1String kAt{"at"};
constexpr QLatin1String kOldFile{"old_file"};
constexpr QLatin1String kNewestLost{"newest_lost"};
constexpr QLatin1String kFromCopy{"from_copy"};
constexpr QLatin1String kIncomplete{"incomplete"};

struct Number {
    QLatin1String key;
    qint64 SalvageReport::*member;
};
constexpr Number kNumbers[] = {{QLatin1String("mailboxes"), &SalvageReport::mailboxes},
    {QLatin1String("conversations"), &SalvageReport::conversations}, {QLatin1String("outgoing"), &SalvageReport::outgoing},
    {QLatin1String("uncertain"), &SalvageReport::uncertain}, {QLatin1String("drafts"), &SalvageReport::drafts},
    {QLatin1String("suppressions"), &SalvageReport::suppressions}, {QLatin1String("rules"), &SalvageReport::rules},
    {QLatin1String("waiting"), &SalvageReport::waiting}};

} // namespace

void writeSalvageReport(Connection &db, const SalvageReport &report)
{
    QJsonObject object{{kAt, report.at.toMSecsSinceEpoch()}, {kOldFile, report.oldFile}, {kNewestLost, report.newestLost},
        {kFromCopy, report.fromCopy}, {kIncomplete, QJsonArray::fromStringList(report.incomplete)}};
    for (const Number &number : kNumbers)
        object.insert(number.key, report.*number.member);
    db.change("INSERT OR REPLACE INTO meta (key, value) VALUES ('salvage', ?)",
        QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

std::optional<SalvageReport> readSalvageReport(Connection &db)
{
    Query q = db.query("SELECT value FROM meta WHERE key = 'salvage'");
    if (!q.next())
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(q.text(0).toUtf8()).object();
    SalvageReport report;
    report.at = QDateTime::fromMSecsSinceEpoch(object.value(kAt).toInteger(), Qt::UTC);
    report.oldFile = object.value(kOldFile).toString();
    report.newestLost = object.value(kNewestLost).toBool();
    report.fromCopy = object.value(kFromCopy).toBool();
    const QJsonArray incomplete = object.value(kIncomplete).toArray();
    for (const QJsonValue &words : incomplete)
        report.incomplete.append(words.toString());
    for (const Number &number : kNumbers)
        report.*number.member = object.value(number.key).toInteger();
    return report;
}

void removeSalvageReport(Connection &db)
{
    db.run("DELETE FROM meta WHERE key = 'salvage'");
}

} // namespace inlet::store
