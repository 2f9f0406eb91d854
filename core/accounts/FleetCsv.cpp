// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/FleetCsv.h"

#include "accounts/Csv.h"
#include "accounts/values/Tags.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

#include <array>
#include <cstring>
#include <optional>

namespace inlet::accounts
{

namespace
{

constexpr qsizetype kMaxCell = 1000;
constexpr qsizetype kMaxName = 200;
constexpr qsizetype kMaxColumns = 50;

enum Column { Email, Name, Password, Imap, Smtp, History, Tags, kColumns };
using ColumnIndex = std::array<qsizetype, kColumns>; // -1: not there

const std::array<QLatin1String, kColumns> kColumnNames{QLatin1String("email"),
    QLatin1String("name"), QLatin1String("password"), QLatin1String("imap"), QLatin1String("smtp"),
    QLatin1String("history"), QLatin1String("tags")};

// Problems end in a table for the user; the first one of a row counts.
class RowReader
{
public:
    RowReader(const CsvRecord &record, const ColumnIndex &columns)
        : m_record(record)
        , m_columns(columns)
    {
    }

    [[nodiscard]] QByteArray raw(Column column) const
    {
        const qsizetype index = m_columns[column];
        return index < 0 ? QByteArray() : m_record.cells.value(index);
    }
    QString text(Column column)
    {
        const QByteArray octets = raw(column);
        QStringDecoder decode(QStringDecoder::Utf8);
        const QString text = decode(octets);
        if (octets.size() > kMaxCell)
            fail(QCoreApplication::translate("Fleet", "The field %1 is too long.").arg(kColumnNames[column]));
        else if (decode.hasError())
            fail(QCoreApplication::translate("Fleet", "The field %1 is not UTF-8 text.").arg(kColumnNames[column]));
        return problem.isEmpty() ? text.trimmed() : QString();
    }
    void fail(const QString &why)
    {
        if (problem.isEmpty())
            problem = why;
    }

    QString problem;

private:
    const CsvRecord &m_record;
    const ColumnIndex &m_columns;
};

bool hasHiddenCharacters(const QString &text)
{
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            return true;
    }
    return false;
}

void readServer(RowReader &row, Column column, ServerEndpoint &endpoint, const QString &email)
{
    const QString text = row.text(column);
    if (text.isEmpty())
        return;
    const auto parsed = parseEndpoint(text);
    if (!parsed) {
        row.fail(QCoreApplication::translate("Fleet", "The field %1 is wrong: %2.")
                     .arg(kColumnNames[column], parsed.error().detail));
        return;
    }
    endpoint = *parsed;
    endpoint.user = email;
}

void readPassword(RowReader &row, Secret &password)
{
    const QByteArray octets = row.raw(Password);
    if (octets.size() > kMaxCell)
        row.fail(QCoreApplication::translate("Fleet", "The password is too long."));
    else if (octets.contains('\n') || octets.contains('\r') || octets.contains('\0'))
        row.fail(QCoreApplication::translate("Fleet", "The password contains a line end."));
    else // not trimmed: a blank may belong to it
        password =
            Secret(std::string_view(octets.constData(), static_cast<std::size_t>(octets.size())));
}

FleetRow readRow(const CsvRecord &record, const ColumnIndex &columns, QSet<QString> &seen)
{
    FleetRow result;
    result.line = record.line;
    RowReader row(record, columns);
    if (record.broken)
        row.fail(QCoreApplication::translate("Fleet", "The quotes in this line do not match."));
    else if (record.cells.size() > kMaxColumns)
        row.fail(QCoreApplication::translate("Fleet", "This line has too many fields."));

    Account &account = result.account;
    const QString email = row.text(Email);
    account.email = normalizedEmail(email);
    if (email.isEmpty())
        row.fail(QCoreApplication::translate("Fleet", "The address is missing."));
    else if (account.email.isEmpty())
        row.fail(QCoreApplication::translate("Fleet", "This is not an email address."));
    else if (seen.contains(account.email.toLower()))
        row.fail(QCoreApplication::translate("Fleet", "The address stands in this list twice."));
    seen.insert(account.email.toLower());

    account.displayName = row.text(Name);
    if (account.displayName.size() > kMaxName || hasHiddenCharacters(account.displayName)) {
        row.fail(QCoreApplication::translate("Fleet", "The name is too long or holds hidden characters."));
        account.displayName.clear();
    }
    readPassword(row, result.password);
    readServer(row, Imap, account.imap, account.email);
    readServer(row, Smtp, account.smtp, account.email);
    if (const QString history = row.text(History); !history.isEmpty()) {
        const auto window = parseHistoryWindow(history);
        if (window)
            account.history = *window;
        else
            row.fail(QCoreApplication::translate("Fleet", "The field history is wrong: %1.").arg(window.error().detail));
    }
    account.tags = tagsFromText(row.text(Tags));
    result.problem = row.problem;
    if (!result.problem.isEmpty())
        result.password = Secret();
    return result;
}

// Which column is where; none without a usable header.
std::optional<ColumnIndex> readHeader(const CsvRecord &record)
{
    ColumnIndex columns;
    columns.fill(-1);
    for (qsizetype i = 0; i < record.cells.size() && i < kMaxColumns; ++i) {
        const QString name =
            QString::fromUtf8(record.cells.at(i).left(kMaxCell)).trimmed().toLower();
        for (std::size_t column = 0; column < kColumnNames.size(); ++column) {
            if (name != kColumnNames[column])
                continue;
            if (columns[column] >= 0)
                return std::nullopt;
            columns[column] = i;
        }
    }
    return columns[Email] < 0 ? std::nullopt : std::optional(columns);
}

// Spreadsheets write "Unicode text" as UTF-16 with a BOM; everything else is taken as UTF-8.
QByteArray toUtf8(const QByteArray &text)
{
    const auto encoding = QStringConverter::encodingForData(text);
    if (!encoding || *encoding == QStringConverter::Utf8)
        return text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text;
    QStringDecoder decode(*encoding);
    QString decoded = decode(text);
    const QByteArray utf8 = decoded.toUtf8();
    explicit_bzero(decoded.data(), static_cast<std::size_t>(decoded.size()) * sizeof(QChar));
    return utf8;
}

// Passwords lay in it.
void wipe(QByteArray &octets)
{
    if (!octets.isEmpty())
        explicit_bzero(octets.data(), static_cast<std::size_t>(octets.size()));
}

Fleet refused(const QString &why)
{
    Fleet fleet;
    fleet.problem = why;
    return fleet;
}

} // namespace

Fleet parseFleet(const QByteArray &text)
{
    if (text.size() > kMaxFleetOctets)
        return refused(QCoreApplication::translate("Fleet", "This list is too large."));
    QByteArray utf8 = toUtf8(text); // may share the octets of `text`
    CsvReader reader(utf8, guessSeparator(utf8));
    const auto header = reader.next();
    if (!header)
        return refused(QCoreApplication::translate("Fleet", "This list is empty."));
    const auto columns = readHeader(*header);
    if (!columns)
        return refused(QCoreApplication::translate("Fleet", "The first line must name the columns: email, and where "
                                      "known name, password, imap, smtp, history, tags."));

    Fleet fleet;
    QSet<QString> seen;
    while (auto record = reader.next()) {
        if (fleet.rows.size() >= kMaxFleetRows)
            return refused(QCoreApplication::translate("Fleet", "This list has more than %1 lines.").arg(kMaxFleetRows));
        fleet.rows.append(readRow(*record, *columns, seen));
        for (QByteArray &cell : record->cells)
            wipe(cell);
    }
    if (utf8.constData() < text.constData() || utf8.constData() > text.constData() + text.size())
        wipe(utf8);
    if (fleet.rows.isEmpty())
        fleet.problem = QCoreApplication::translate("Fleet", "There are no mailboxes in this list.");
    return fleet;
}

} // namespace inlet::accounts
