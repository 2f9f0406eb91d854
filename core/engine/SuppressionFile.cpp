// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SuppressionFile.h"

#include "accounts/Csv.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace inlet::engine
{

namespace
{

constexpr qsizetype kMaxEntries = 1'000'000;
constexpr qsizetype kMaxProblems = 1'000;

enum SuppressionColumn { kAddress, kReason, kSource, kMessageId, kAt, kSuppressionColumns };
using SuppressionColumns = std::array<qsizetype, kSuppressionColumns>; // -1: not there

const std::array<const char *, kSuppressionColumns> kColumnTitles{"address", "reason", "source", "message_id", "at"};

std::optional<SuppressionColumn> columnOf(const QByteArray &title)
{
    const QByteArray name = title.trimmed().toLower();
    for (int i = 0; i < kSuppressionColumns; ++i) {
        if (name == kColumnTitles.at(size_t(i)))
            return SuppressionColumn(i);
    }
    // What other programs call it.
    for (const char *known : {"email", "e-mail", "email address", "mail", "domain", "recipient", "pattern"}) {
        if (name == known)
            return kAddress;
    }
    for (const char *known : {"created", "created_at", "date", "added"}) {
        if (name == known)
            return kAt;
    }
    return std::nullopt;
}

/// The columns a header names; nothing where the first line is an entry already.
std::optional<SuppressionColumns> columnsOf(const accounts::CsvRecord &first)
{
    SuppressionColumns columns;
    columns.fill(-1);
    for (qsizetype i = 0; i < first.cells.size(); ++i) {
        const auto column = columnOf(first.cells.at(i));
        if (column && columns.at(*column) < 0)
            columns.at(*column) = i;
    }
    return columns.at(kAddress) < 0 ? std::nullopt : std::optional(columns);
}

QString cellOf(const accounts::CsvRecord &record, qsizetype column)
{
    return column < 0 ? QString() : accounts::csvText(record.cells.value(column)).trimmed();
}

void take(const accounts::CsvRecord &record, const SuppressionColumns &columns, QSet<QString> &seen, SuppressionImport &result)
{
    const QString written = cellOf(record, columns.at(kAddress));
    if (written.isEmpty() || written.startsWith(QLatin1Char('#')))
        return;
    store::Suppression entry;
    entry.pattern = store::suppressionPattern(written);
    if (record.broken || entry.pattern.isEmpty()) {
        if (result.problems.size() < kMaxProblems)
            result.problems.append({record.line, QCoreApplication::translate("Engine", "'%1' is neither an address nor a domain.").arg(written.left(100))});
        return;
    }
    if (entry.isDomain() && store::isFreeMailDomain(entry.pattern)) {
        if (result.problems.size() < kMaxProblems)
            result.problems.append({record.line, QCoreApplication::translate("Engine", "Millions of people have their mailbox at %1. Add single addresses.").arg(entry.pattern)});
        return;
    }
    if (seen.contains(entry.pattern))
        return;
    seen.insert(entry.pattern);
    entry.reason = cellOf(record, columns.at(kReason)).left(500);
    entry.source = store::suppressionSourceFromName(cellOf(record, columns.at(kSource))).value_or(store::SuppressionSource::Import);
    entry.messageId = cellOf(record, columns.at(kMessageId)).left(998);
    entry.at = QDateTime::fromString(cellOf(record, columns.at(kAt)), Qt::ISODateWithMs).toUTC();
    result.entries.append(entry);
}

} // namespace

SuppressionImport readSuppressionFile(const QByteArray &text)
{
    SuppressionImport result;
    QByteArrayView view(text);
    if (view.startsWith("\xEF\xBB\xBF"))
        view = view.sliced(3);
    accounts::CsvReader reader(view, accounts::guessSeparator(view));
    SuppressionColumns columns{0, 1, 2, 3, 4};
    QSet<QString> seen;
    bool first = true;
    while (const auto record = reader.next()) {
        const auto named = first ? columnsOf(*record) : std::nullopt;
        first = false;
        if (named)
            columns = *named;
        else
            take(*record, columns, seen, result);
        if (result.entries.size() >= kMaxEntries)
            break;
    }
    result.read = result.entries.size();
    return result;
}

QByteArray writeSuppressionFile(const QList<store::Suppression> &entries)
{
    QByteArray out = "address,reason,source,message_id,at\r\n";
    for (const store::Suppression &entry : entries) {
        const QStringList cells{entry.pattern, entry.reason, nameOf(entry.source), entry.messageId,
            entry.at.toUTC().toString(Qt::ISODateWithMs)};
        QByteArrayList quoted;
        for (const QString &cell : cells)
            quoted.append(accounts::csvCell(cell));
        out += quoted.join(',') + "\r\n";
    }
    return out;
}

} // namespace inlet::engine
