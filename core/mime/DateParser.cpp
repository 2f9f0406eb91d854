// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/DateParser_p.h"

#include <QTimeZone>

#include <optional>

namespace inlet::mime
{

namespace
{

struct DateParts {
    int day = 0;
    int month = 0;
    int year = -1;
    QTime time;
    std::optional<int> offsetSeconds;
};

QByteArrayList wordsOf(const QByteArray &value)
{
    QByteArrayList words;
    QByteArray word;
    int comment = 0;
    for (const char c : value.left(200)) {
        if (c == '(')
            ++comment;
        const bool separates = comment > 0 || c == ' ' || c == '\t' || c == ',';
        if (separates && !word.isEmpty()) {
            words.append(word);
            word.clear();
        }
        if (!separates)
            word.append(c);
        if (c == ')' && comment > 0)
            --comment;
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

int monthOf(const QByteArray &word)
{
    static const QByteArrayList months = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
        "sep", "oct", "nov", "dec"};
    return int(months.indexOf(word.left(3).toLower())) + 1;
}

std::optional<int> numberOf(const QByteArray &word)
{
    bool ok = false;
    const int number = word.toInt(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<QTime> timeOf(const QByteArray &word)
{
    QByteArray clean = word;
    if (const auto dot = clean.indexOf('.', clean.lastIndexOf(':')); dot > 0)
        clean.truncate(dot);
    const QByteArrayList parts = clean.split(clean.contains(':') ? ':' : '.');
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    const auto hour = numberOf(parts.at(0));
    const auto minute = numberOf(parts.at(1));
    const auto second = parts.size() == 3 ? numberOf(parts.at(2)) : std::optional(0);
    if (!hour || !minute || !second)
        return std::nullopt;
    const QTime time(*hour, *minute, qMin(*second, 59)); // 60 is a leap second
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<int> zoneOf(const QByteArray &word)
{
    static const QHash<QByteArray, int> named = {{"ut", 0}, {"utc", 0}, {"gmt", 0}, {"z", 0},
        {"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8},
        {"pdt", -7}, {"bst", 1}, {"cet", 1}, {"cest", 2}, {"eet", 2}, {"eest", 3}, {"msk", 3},
        {"jst", 9}};
    if (const auto found = named.constFind(word.toLower()); found != named.constEnd())
        return *found * 3600;
    QByteArray digits = word;
    if (digits.startsWith("GMT") || digits.startsWith("UTC"))
        digits.remove(0, 3);
    if (digits.size() < 3 || (digits.at(0) != '+' && digits.at(0) != '-'))
        return std::nullopt;
    const int sign = digits.at(0) == '-' ? -1 : 1;
    digits.remove(0, 1).replace(':', "");
    const auto number = numberOf(digits);
    if (!number || digits.size() < 2 || digits.size() > 4)
        return std::nullopt;
    const int hours = digits.size() == 2 ? *number : *number / 100;
    const int minutes = digits.size() == 2 ? 0 : *number % 100;
    return hours > 15 || minutes > 59 ? std::nullopt
                                      : std::optional(sign * (hours * 3600 + minutes * 60));
}

int fullYear(int year)
{
    // RFC 5322 section 4.3.
    if (year < 50)
        return 2000 + year;
    return year < 1000 ? 1900 + year : year;
}

/// "2024-05-06", "6-May-2024", "6/May/2024", "06.05.2024".
bool takeDashed(const QByteArray &word, DateParts *parts)
{
    QByteArray clean = word;
    const QByteArrayList pieces = clean.replace('/', '-').split('-');
    if (pieces.size() != 3)
        return false;
    const auto first = numberOf(pieces.at(0));
    const auto last = numberOf(pieces.at(2));
    const auto middle = monthOf(pieces.at(1)) > 0 ? std::optional(monthOf(pieces.at(1)))
                                                  : numberOf(pieces.at(1));
    if (!first || !last || !middle)
        return false;
    parts->month = *middle;
    parts->year = *first > 31 ? *first : fullYear(*last);
    parts->day = *first > 31 ? *last : *first;
    return true;
}

void takeWord(const QByteArray &word, DateParts *parts)
{
    if (const auto zone = parts->time.isValid() ? zoneOf(word) : std::nullopt) {
        parts->offsetSeconds = *zone;
    } else if (word.contains(':') && !parts->time.isValid() && timeOf(word)) {
        parts->time = *timeOf(word);
    } else if (const auto number = numberOf(word)) {
        if (parts->day == 0 && *number >= 1 && *number <= 31 && word.size() <= 2)
            parts->day = *number;
        else if (parts->year < 0)
            parts->year = fullYear(*number);
    } else if (parts->month == 0 && monthOf(word) > 0 && word.size() >= 3) {
        parts->month = monthOf(word);
    } else if (parts->month == 0) {
        takeDashed(word, parts);
    }
}

/// "2024-05-06T07:08:09Z" in words: the other forms have blanks there anyway.
QByteArrayList splitIso(const QByteArrayList &words)
{
    QByteArrayList out;
    for (const QByteArray &word : words) {
        const auto t = word.indexOf('T');
        if (t != 10 || word.count('-') < 2 || !word.contains(':')) {
            out.append(word);
            continue;
        }
        out.append(word.left(t));
        QByteArray rest = word.mid(t + 1);
        qsizetype zone = rest.indexOf('Z');
        for (const char sign : {'+', '-'})
            zone = zone < 0 ? rest.indexOf(sign) : zone;
        out.append(zone < 0 ? rest : rest.left(zone));
        if (zone >= 0)
            out.append(rest.mid(zone));
    }
    return out;
}

DateParts partsOf(const QByteArray &value)
{
    DateParts parts;
    const QByteArrayList words = splitIso(wordsOf(value));
    for (const QByteArray &word : words)
        takeWord(word, &parts);
    return parts;
}

} // namespace

std::optional<int> parseZone(const QByteArray &value)
{
    return partsOf(value).offsetSeconds;
}

QDateTime parseDate(const QByteArray &value)
{
    const DateParts parts = partsOf(value);
    const QDate date(parts.year, parts.month, parts.day);
    if (!date.isValid() || date.year() < 1970 || date.year() > 2100)
        return {};
    const QTime time = parts.time.isValid() ? parts.time : QTime(0, 0);
    return QDateTime(date, time, Qt::UTC).addSecs(-parts.offsetSeconds.value_or(0));
}

} // namespace inlet::mime
