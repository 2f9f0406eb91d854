// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/WrittenDates_p.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace inlet::triage
{

namespace
{

using mime::PhraseTable;

/// Month and weekday names by folded word; a name with "*" in the table is the start of a word.
class NameTable
{
public:
    explicit NameTable(const QJsonObject &languages)
    {
        for (const QJsonValue &names : languages) {
            const QJsonArray list = names.toArray();
            for (const QJsonValue &name : list) {
                const QStringList pair = name.toString().split(u':');
                if (pair.size() == 2)
                    add(pair.at(1), pair.at(0).toInt());
            }
        }
    }

    [[nodiscard]] int numberOf(const QString &word) const
    {
        if (const auto exact = m_exact.constFind(word); exact != m_exact.constEnd())
            return *exact;
        for (qsizetype length = qMin<qsizetype>(word.size(), 10); length >= 2; --length) {
            const auto stem = m_stems.constFind(word.left(length));
            if (stem != m_stems.constEnd() && word.size() - length <= 6)
                return *stem;
        }
        return 0;
    }

private:
    void add(const QString &name, int number)
    {
        if (name.endsWith(u'*'))
            m_stems.insert(name.chopped(1), number);
        else
            m_exact.insert(name, number);
    }

    QHash<QString, int> m_exact;
    QHash<QString, int> m_stems;
};

struct DateTables {
    PhraseTable cues{QStringLiteral(":/inlet/phrases/dates.json")};
    NameTable months;
    NameTable weekdays;

    DateTables(const QJsonObject &all)
        : months(all.value(QStringLiteral("months")).toObject())
        , weekdays(all.value(QStringLiteral("weekdays")).toObject())
    {
    }
};

QJsonObject readTables()
{
    // The resource is registered by the first PhraseTable that is made.
    const PhraseTable registered(QStringLiteral(":/inlet/phrases/dates.json"));
    QFile file(QStringLiteral(":/inlet/phrases/dates.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

const DateTables &tables()
{
    static const DateTables all(readTables());
    return all;
}

int fullYear(const QString &digits)
{
    const int year = digits.toInt();
    return digits.size() == 2 ? 2000 + year : year;
}

void addNumeric(const QString &text, QList<WrittenDate> *out)
{
    static const QRegularExpression iso(QStringLiteral("(?<![\\d.])(20\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)"));
    static const QRegularExpression numeric(
        QStringLiteral("(?<![\\d.:/])(?<!\\d{3}-)(?<![\\p{L}/]-)(\\d{1,2})([./-]) ?(\\d{1,2})(?:\\2 ?(20\\d\\d|\\d\\d)(?!\\d)|(?=[.\\s,;)!(]|[\\x{2E80}-\\x{FFEF}]|$)|\\2)"));
    for (auto it = iso.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out->append({match.capturedStart(), match.capturedEnd(), match.captured(3).toInt(),
            match.captured(2).toInt(), match.captured(1).toInt(), false});
    }
    for (auto it = numeric.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        WrittenDate date{match.capturedStart(), match.capturedEnd(), match.captured(1).toInt(),
            match.captured(3).toInt(), fullYear(match.captured(4)), false};
        // With dots the day always comes first; "1-2" alone is a range or a count.
        const QString separator = match.captured(2);
        if (separator == QStringLiteral("-") && date.year == 0)
            continue;
        // "11/18(水)", "11/18まで": in the East the month comes first.
        const qsizetype behind = match.capturedEnd() + (QStringView(text).mid(match.capturedEnd()).startsWith(u'(') ? 1 : 0);
        const bool eastern = behind < text.size() && text.at(behind).unicode() >= 0x2E80 && date.year == 0;
        if (eastern || (date.month > 12 && date.day <= 12 && separator != QStringLiteral(".")))
            std::swap(date.day, date.month);
        else
            date.ambiguous = separator != QStringLiteral(".") && date.day <= 12 && date.month <= 12
                && date.day != date.month;
        out->append(date);
    }
}

/// "mardi 24" is no day of March.
int monthOf(const QString &word)
{
    return tables().weekdays.numberOf(word) == 0 || word == QStringLiteral("mar") ? tables().months.numberOf(word) : 0;
}

void addNamed(const QString &text, QList<WrittenDate> *out)
{
    static const QRegularExpression dayFirst(QStringLiteral(
        "(?<![\\d:.])(\\d{1,2})(?:st|nd|rd|th|er|º|ª|:?e|°|\\.)?,?\\s?(?:of |de |di |d')?(\\p{L}{3,12})\\.?,?(?: (?:de |of |del )?(20\\d\\d))?"));
    static const QRegularExpression monthFirst(
        QStringLiteral("(?<!\\p{L})(\\p{L}{3,12})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th|\\.)?(?![\\d:])(?:,? (20\\d\\d))?"));
    static const QRegularExpression eastern(QStringLiteral("(?:(20\\d\\d) ?[年년] ?)?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日号號일]"));
    for (auto it = dayFirst.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (const int month = monthOf(match.captured(2)))
            out->append({match.capturedStart(), match.capturedEnd(), match.captured(1).toInt(), month,
                match.captured(3).toInt(), false});
    }
    for (auto it = monthFirst.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (const int month = monthOf(match.captured(1)))
            out->append({match.capturedStart(), match.capturedEnd(), match.captured(2).toInt(), month,
                match.captured(3).toInt(), false});
    }
    for (auto it = eastern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out->append({match.capturedStart(), match.capturedEnd(), match.captured(3).toInt(),
            match.captured(2).toInt(), match.captured(1).toInt(), false});
    }
}

} // namespace

QList<WrittenDate> writtenDatesIn(const QString &folded)
{
    QList<WrittenDate> dates;
    addNumeric(folded, &dates);
    addNamed(folded, &dates);
    std::sort(dates.begin(), dates.end(),
        [](const WrittenDate &a, const WrittenDate &b) { return a.at < b.at; });
    return dates;
}

int weekdayNumber(const QString &word)
{
    return tables().weekdays.numberOf(word);
}

const PhraseTable &dateCues()
{
    return tables().cues;
}

} // namespace inlet::triage
