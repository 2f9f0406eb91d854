// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/LeadFile.h"

#include "accounts/Csv.h"
#include "accounts/values/Account.h"
#include "engine/LeadColumns.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace inlet::engine
{

namespace
{

constexpr qsizetype kMaxLeads = 1'000'000;
constexpr qsizetype kMaxLeadProblems = 1'000;
constexpr qsizetype kMaxLeadColumns = 200;
constexpr qsizetype kMaxLeadCell = 2'000;
constexpr int kSampledLines = 20;
constexpr qsizetype kSamples = 3;

struct TargetName {
    LeadTarget target;
    const char *name;
};
constexpr std::array kTargetNames = {TargetName{LeadTarget::Ignore, "ignore"}, TargetName{LeadTarget::Email, "email"},
    TargetName{LeadTarget::FirstName, "first-name"}, TargetName{LeadTarget::LastName, "last-name"},
    TargetName{LeadTarget::FullName, "name"}, TargetName{LeadTarget::Company, "company"}, TargetName{LeadTarget::Title, "title"},
    TargetName{LeadTarget::Phone, "phone"}, TargetName{LeadTarget::Web, "web"}, TargetName{LeadTarget::City, "city"},
    TargetName{LeadTarget::TimeZone, "timezone"}, TargetName{LeadTarget::Campaign, "campaign"}, TargetName{LeadTarget::Custom, "custom"}};

/// Windows-1252 where it is no Latin-1; 0: not used.
constexpr std::array<char16_t, 32> kWindows = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
    0, 0x017E, 0x0178};

QByteArray fromWindows(const QByteArray &octets)
{
    QString text = QString::fromLatin1(octets);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0 && kWindows.at(c.unicode() - 0x80U) != 0)
            c = QChar(kWindows.at(c.unicode() - 0x80U));
    }
    return text.toUtf8();
}

QByteArray inUtf8(const QByteArray &octets)
{
    const auto marked = QStringConverter::encodingForData(octets);
    if (marked && *marked != QStringConverter::Utf8) {
        QStringDecoder decode(*marked);
        return QString(decode(octets)).toUtf8();
    }
    if (octets.startsWith("\xEF\xBB\xBF"))
        return octets.mid(3);
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString decoded = decode(octets);
    Q_UNUSED(decoded)
    return decode.hasError() ? fromWindows(octets) : octets;
}

/// Spreadsheets say "sep=;" in a line before the header. 0: none.
char namedSeparator(QByteArray &text)
{
    if (text.size() < 5 || !text.left(4).toLower().startsWith("sep="))
        return 0;
    const char separator = text.at(4);
    const qsizetype end = text.indexOf('\n');
    text = end < 0 ? QByteArray() : text.mid(end + 1);
    return separator;
}

QString cellText(const QByteArray &cell)
{
    QString text = QString::fromUtf8(cell.left(kMaxLeadCell)).trimmed();
    // As exports of spreadsheets mark text that is no formula.
    if (text.size() > 1 && text.startsWith(QLatin1Char('\'')) && QStringLiteral("=+-@").contains(text.at(1)))
        text.remove(0, 1);
    return text;
}

/// "Mara <mara@acme.test>", "mailto:mara@acme.test". Empty: no address.
QString leadAddress(const QString &cell)
{
    QString bare = cell;
    const qsizetype open = bare.lastIndexOf(QLatin1Char('<'));
    if (open >= 0)
        bare = bare.mid(open + 1).section(QLatin1Char('>'), 0, 0);
    if (bare.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        bare.remove(0, 7);
    const QString address = accounts::normalizedEmail(bare.trimmed()).toLower();
    return accounts::domainOf(address).contains(QLatin1Char('.')) ? address : QString();
}

bool hasAddress(const accounts::CsvRecord &record)
{
    return std::any_of(record.cells.begin(), record.cells.end(),
        [](const QByteArray &cell) { return !leadAddress(cellText(cell)).isEmpty(); });
}

/// The column with most addresses in it; -1: none has any.
qsizetype addressColumn(const QList<accounts::CsvRecord> &records, qsizetype columns)
{
    qsizetype best = -1;
    qsizetype most = 0;
    for (qsizetype column = 0; column < columns; ++column) {
        const auto found = std::count_if(records.begin(), records.end(), [&](const accounts::CsvRecord &record) {
            return !leadAddress(cellText(record.cells.value(column))).isEmpty();
        });
        if (found > most) {
            most = found;
            best = column;
        }
    }
    return best;
}

void guessTargets(LeadSheet &sheet, const QList<accounts::CsvRecord> &records)
{
    QSet<int> taken;
    for (LeadColumn &column : sheet.columns) {
        column.target = sheet.hasHeader ? targetOfTitle(column.header) : LeadTarget::Ignore;
        if (column.target == LeadTarget::Custom || column.target == LeadTarget::Ignore)
            continue;
        if (taken.contains(int(column.target)))
            column.target = LeadTarget::Custom;
        taken.insert(int(column.target));
    }
    // "Name" beside "First name" means the last one.
    if (taken.contains(int(LeadTarget::FirstName)) && !taken.contains(int(LeadTarget::LastName))) {
        for (LeadColumn &column : sheet.columns) {
            if (column.target == LeadTarget::FullName)
                column.target = LeadTarget::LastName;
        }
    }
    if (taken.contains(int(LeadTarget::Email)))
        return;
    const qsizetype addresses = addressColumn(records, sheet.columns.size());
    if (addresses >= 0)
        sheet.columns[addresses].target = LeadTarget::Email;
}

void takeValue(const LeadColumn &column, const QString &value, store::Lead &lead)
{
    switch (column.target) {
    case LeadTarget::Ignore:
    case LeadTarget::Email: return;
    case LeadTarget::FirstName: lead.firstName = value; return;
    case LeadTarget::LastName: lead.lastName = value; return;
    case LeadTarget::FullName:
        if (lead.firstName.isEmpty() && lead.lastName.isEmpty())
            takeFullName(value, lead);
        return;
    case LeadTarget::Company: lead.company = value; return;
    case LeadTarget::Title: lead.title = value; return;
    case LeadTarget::Phone: lead.phone = value; return;
    case LeadTarget::Web: lead.web = value; return;
    case LeadTarget::City: lead.city = value; return;
    case LeadTarget::TimeZone: lead.timeZone = value; return;
    case LeadTarget::Campaign: lead.campaign = value; return;
    case LeadTarget::Custom:
        if (!value.isEmpty())
            lead.fields.append({column.header, value});
    }
}

void addProblem(LeadList &list, int line, LeadProblem::Kind kind, const QString &text)
{
    if (list.problems.size() < kMaxLeadProblems)
        list.problems.append({line, kind, text});
}

/// What cannot be seen is often just what is wrong with it.
QString visible(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

void takeRecord(const LeadSheet &sheet, qsizetype addressAt, const accounts::CsvRecord &record, QHash<QString, int> &lineOf, LeadList &list)
{
    const QString written = cellText(record.cells.value(addressAt));
    const QString address = record.broken ? QString() : leadAddress(written);
    if (address.isEmpty()) {
        ++list.unusable;
        const QString why = record.broken ? QCoreApplication::translate("Engine", "The quotes in this line do not match.")
            : written.isEmpty()           ? QCoreApplication::translate("Engine", "There is no address in this line.")
                                          : QCoreApplication::translate("Engine", "'%1' is not an email address.").arg(visible(written.left(100)));
        addProblem(list, record.line, LeadProblem::Kind::Unusable, why);
        return;
    }
    if (const auto earlier = lineOf.constFind(address); earlier != lineOf.constEnd()) {
        ++list.duplicates;
        addProblem(list, record.line, LeadProblem::Kind::Duplicate, QCoreApplication::translate("Engine", "%1 is in line %2 already.").arg(address).arg(*earlier));
        return;
    }
    lineOf.insert(address, record.line);
    store::Lead lead;
    lead.address = address;
    // The whole name last: it counts where its parts are not said.
    for (const bool whole : {false, true}) {
        for (qsizetype column = 0; column < sheet.columns.size(); ++column) {
            if ((sheet.columns.at(column).target == LeadTarget::FullName) == whole)
                takeValue(sheet.columns.at(column), cellText(record.cells.value(column)), lead);
        }
    }
    list.leads.append(lead);
    list.lines.append(record.line);
}

} // namespace

QString nameOf(LeadTarget target)
{
    return QString::fromLatin1(kTargetNames.at(size_t(target)).name);
}

std::optional<LeadTarget> leadTargetFromName(const QString &name)
{
    for (const TargetName &known : kTargetNames) {
        if (name.compare(QLatin1String(known.name), Qt::CaseInsensitive) == 0)
            return known.target;
    }
    return std::nullopt;
}

QString LeadSheet::mappingProblem() const
{
    QSet<int> taken;
    for (const LeadColumn &column : columns) {
        if (column.target == LeadTarget::Ignore || column.target == LeadTarget::Custom)
            continue;
        if (taken.contains(int(column.target)))
            return QCoreApplication::translate("Engine", "Two columns are used for the same thing. '%1' is the second; choose another use for it.").arg(column.header);
        taken.insert(int(column.target));
    }
    return taken.contains(int(LeadTarget::Email)) ? QString() : QCoreApplication::translate("Engine", "Choose the column with the email addresses.");
}

void takeFullName(const QString &name, store::Lead &lead)
{
    const qsizetype comma = name.indexOf(QLatin1Char(','));
    const qsizetype blank = name.indexOf(QLatin1Char(' '));
    if (comma > 0) {
        lead.lastName = name.left(comma).trimmed();
        lead.firstName = name.mid(comma + 1).trimmed();
    } else {
        lead.firstName = name.left(blank < 0 ? name.size() : blank);
        lead.lastName = blank < 0 ? QString() : name.mid(blank + 1).trimmed();
    }
}

LeadSheet openLeadFile(const QByteArray &octets)
{
    LeadSheet sheet;
    if (octets.size() > kMostLeadOctets) {
        sheet.problem = QCoreApplication::translate("Engine", "This file is too large. Split it into parts of at most 256 MB.");
        return sheet;
    }
    sheet.text = inUtf8(octets);
    const char named = namedSeparator(sheet.text);
    sheet.separator = named != 0 ? named : accounts::guessSeparator(sheet.text);
    accounts::CsvReader reader(sheet.text, sheet.separator);
    QList<accounts::CsvRecord> records;
    while (records.size() <= kSampledLines) {
        auto record = reader.next();
        if (!record)
            break;
        records.append(*std::move(record));
    }
    if (records.isEmpty() || sheet.text.contains('\0')) {
        sheet.problem = records.isEmpty() ? QCoreApplication::translate("Engine", "This file is empty.")
                                          : QCoreApplication::translate("Engine", "This is no text file. Save the table as CSV and choose that file.");
        return sheet;
    }
    sheet.hasHeader = !hasAddress(records.first());
    const QByteArrayList titles = records.first().cells.mid(0, kMaxLeadColumns);
    if (sheet.hasHeader)
        records.removeFirst();
    for (qsizetype at = 0; at < titles.size(); ++at) {
        LeadColumn column;
        column.header = sheet.hasHeader ? cellText(titles.at(at)).left(100).simplified() : QString();
        if (column.header.isEmpty())
            column.header = QCoreApplication::translate("Engine", "Column %1").arg(at + 1);
        for (const accounts::CsvRecord &record : std::as_const(records)) {
            const QString value = cellText(record.cells.value(at));
            if (!value.isEmpty() && column.samples.size() < kSamples && !column.samples.contains(value))
                column.samples.append(value.left(100));
        }
        sheet.columns.append(column);
    }
    guessTargets(sheet, records);
    return sheet;
}

LeadList readLeads(const LeadSheet &sheet)
{
    LeadList list;
    const auto address = std::find_if(sheet.columns.begin(), sheet.columns.end(),
        [](const LeadColumn &column) { return column.target == LeadTarget::Email; });
    if (address == sheet.columns.end())
        return list;
    const qsizetype addressAt = address - sheet.columns.begin();
    accounts::CsvReader reader(sheet.text, sheet.separator);
    QHash<QString, int> lineOf;
    bool first = true;
    while (const auto record = reader.next()) {
        if (!std::exchange(first, false) || !sheet.hasHeader)
            takeRecord(sheet, addressAt, *record, lineOf, list);
        if (list.leads.size() >= kMaxLeads)
            break;
    }
    return list;
}

Result<void> compareLeads(store::ReadSession &session, LeadList &list)
{
    const auto accounts = session.accounts();
    if (!accounts)
        return accounts.error();
    QSet<QString> own;
    for (const accounts::Account &account : *accounts) {
        own.insert(account.email.toLower());
        for (const QString &alias : account.aliases)
            own.insert(alias.toLower());
    }
    LeadList checked;
    checked.problems = list.problems;
    checked.unusable = list.unusable;
    checked.duplicates = list.duplicates;
    QStringList addresses;
    for (qsizetype at = 0; at < list.leads.size(); ++at) {
        const store::Lead &lead = list.leads.at(at);
        const int line = list.lines.at(at);
        if (own.contains(lead.address)) {
            ++checked.unusable;
            addProblem(checked, line, LeadProblem::Kind::Unusable, QCoreApplication::translate("Engine", "%1 is one of your own mailboxes.").arg(lead.address));
            continue;
        }
        const auto suppression = session.suppressionOf(lead.address);
        if (!suppression)
            return suppression.error();
        if (*suppression) {
            ++checked.suppressed;
            addProblem(checked, line, LeadProblem::Kind::Suppressed, QCoreApplication::translate("Engine", "%1 is on the do-not-contact list.").arg(lead.address));
        }
        addresses.append(lead.address);
        checked.leads.append(lead);
        checked.lines.append(line);
    }
    const auto known = session.listedAmong(addresses);
    if (!known)
        return known.error();
    checked.known = known->size();
    std::stable_sort(checked.problems.begin(), checked.problems.end(),
        [](const LeadProblem &a, const LeadProblem &b) { return a.line < b.line; });
    list = checked;
    return {};
}

} // namespace inlet::engine
