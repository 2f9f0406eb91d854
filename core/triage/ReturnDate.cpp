// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/ReturnDate_p.h"

#include "mime/PhraseTable.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace inlet::triage
{

namespace
{

using mime::PhraseTable;

constexpr qsizetype kMaxText = 4000;
constexpr int kPastDays = 14; ///< a date this long ago is still this year's
constexpr int kMaxAheadDays = 400;
constexpr qsizetype kCueDistance = 34; ///< "back on Monday, the " still stands before the date

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

/// A date as written; numbers that could be day or month either way are kept so.
struct WrittenDate {
    qsizetype at = 0;
    qsizetype end = 0;
    int day = 0;
    int month = 0;
    int year = 0; ///< 0: not said
    bool ambiguous = false;
};

int fullYear(const QString &digits)
{
    const int year = digits.toInt();
    return digits.size() == 2 ? 2000 + year : year;
}

void addNumeric(const QString &text, QList<WrittenDate> *out)
{
    static const QRegularExpression iso(QStringLiteral("(?<![\\d.])(20\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)"));
    static const QRegularExpression numeric(
        QStringLiteral("(?<![\\d.:/-])(\\d{1,2})([./-]) ?(\\d{1,2})(?:\\2 ?(20\\d\\d|\\d\\d)(?!\\d)|(?=[.\\s,;)!]|$)|\\2)"));
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
        if (date.month > 12 && date.day <= 12 && separator != QStringLiteral("."))
            std::swap(date.day, date.month);
        else
            date.ambiguous = separator != QStringLiteral(".") && date.day <= 12 && date.month <= 12
                && date.day != date.month;
        out->append(date);
    }
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
        if (const int month = tables().months.numberOf(match.captured(2)))
            out->append({match.capturedStart(), match.capturedEnd(), match.captured(1).toInt(), month,
                match.captured(3).toInt(), false});
    }
    for (auto it = monthFirst.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (const int month = tables().months.numberOf(match.captured(1)))
            out->append({match.capturedStart(), match.capturedEnd(), match.captured(2).toInt(), month,
                match.captured(3).toInt(), false});
    }
    for (auto it = eastern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out->append({match.capturedStart(), match.capturedEnd(), match.captured(3).toInt(),
            match.captured(2).toInt(), match.captured(1).toInt(), false});
    }
}

bool isNear(const QDate &date, const QDate &written)
{
    return date.isValid() && date >= written.addDays(-kPastDays) && date <= written.addDays(kMaxAheadDays);
}

QDate inYear(int year, int month, int day, const QDate &written)
{
    if (year > 0)
        return QDate(year, month, day);
    const QDate thisYear(written.year(), month, day);
    return thisYear.isValid() && thisYear >= written.addDays(-kPastDays) ? thisYear
                                                                      : QDate(written.year() + 1, month, day);
}

/// The day it means; where day and month may be swapped, the only reading that lies ahead.
QDate resolve(const WrittenDate &date, const QDate &written)
{
    const QDate dayFirst = inYear(date.year, date.month, date.day, written);
    if (!date.ambiguous)
        return isNear(dayFirst, written) ? dayFirst : QDate();
    const QDate monthFirst = inYear(date.year, date.day, date.month, written);
    const auto plausible = [&](const QDate &day) {
        return day.isValid() && day >= written && day <= written.addDays(92);
    };
    if (plausible(dayFirst) != plausible(monthFirst))
        return plausible(dayFirst) ? dayFirst : monthFirst;
    return {};
}

/// A cue runs up to the end of `before`.
bool endsWithCue(const QString &before)
{
    for (qsizetype start = before.size(); start-- > 0;) {
        const bool insideWord = start > 0 && before.at(start - 1).isLetterOrNumber()
            && before.at(start).isLetterOrNumber() && before.at(start).unicode() < 0x2E80;
        if (insideWord)
            continue;
        const auto hit = tables().cues.atStart(QStringLiteral("before"), before.mid(start));
        if (hit && start + hit->length == before.size())
            return true;
    }
    return false;
}

/// A cue stands right before the date; a weekday, an article and punctuation may stand between.
bool cueBefore(const QString &text, qsizetype at)
{
    static const QStringList fillers = {QStringLiteral("the"), QStringLiteral("den"), QStringLiteral("dem"),
        QStringLiteral("der"), QStringLiteral("le"), QStringLiteral("el"), QStringLiteral("día"), QStringLiteral("il"),
        QStringLiteral("de"), QStringLiteral("d."), QStringLiteral("dia"), QStringLiteral("dnia"), QStringLiteral("zum"),
        QStringLiteral("on"), QStringLiteral("am"), QStringLiteral("about"), QStringLiteral("approximately")};
    const qsizetype from = qMax<qsizetype>(0, at - kCueDistance);
    QString before = text.mid(from, at - from);
    for (int i = 0; i < 5; ++i) {
        while (!before.isEmpty() && (before.back().isSpace() || QStringView(u",(:").contains(before.back())))
            before.chop(1);
        if (endsWithCue(before))
            return true;
        const QString last = before.mid(before.lastIndexOf(u' ') + 1);
        const QString word = last.endsWith(u'.') ? last.chopped(1) : last;
        if (!fillers.contains(last) && tables().weekdays.numberOf(word) == 0)
            return false;
        before.chop(last.size());
    }
    return false;
}

bool cueAfter(const QString &text, qsizetype end)
{
    QString after = text.mid(end, 40);
    while (!after.isEmpty() && (after.front().isSpace() || QStringView(u",).(").contains(after.front())))
        after.remove(0, 1);
    return tables().cues.atStart(QStringLiteral("after"), after).has_value();
}

/// "3 - 12 August": the second date ends the absence.
bool closesRange(const QString &text, const QList<WrittenDate> &dates, const WrittenDate &date)
{
    static const QStringList links = {QStringLiteral("-"), QStringLiteral("to"), QStringLiteral("bis"),
        QStringLiteral("au"), QStringLiteral("al"), QStringLiteral("a"), QStringLiteral("do"),
        QStringLiteral("tot"), QStringLiteral("till"), QStringLiteral("～"), QStringLiteral("〜"),
        QStringLiteral("至"), QStringLiteral("—"), QStringLiteral("to the"), QStringLiteral("until"), QStringLiteral("through"),
        QStringLiteral("thru"), QStringLiteral("and"), QStringLiteral("bis zum"), QStringLiteral("jusqu'au"), QStringLiteral("hasta el"),
        QStringLiteral("fino al"), QStringLiteral("t/m"), QStringLiteral("tot en met"), QStringLiteral("até"), QStringLiteral("à"),
        QStringLiteral("até"), QStringLiteral("līdz"), QStringLiteral("til"), QStringLiteral("till och med"), QStringLiteral("по"),
        QStringLiteral("до"), QStringLiteral("から"), QStringLiteral("부터"), QStringLiteral("到"), QStringLiteral("~")};
    for (const WrittenDate &first : dates) {
        if (first.end <= date.at && links.contains(text.mid(first.end, date.at - first.end).trimmed()))
            return true;
    }
    return false;
}

/// "back on Monday", "bis Montag": the next such day after the message.
QDate findWeekday(const QString &text, const QDate &written)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{3,}(?:-feira)?"));
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const int day = tables().weekdays.numberOf(match.captured());
        if (day == 0 || !cueBefore(text, match.capturedStart()))
            continue;
        const int ahead = (day - written.dayOfWeek() + 7) % 7;
        return written.addDays(ahead == 0 ? 7 : ahead);
    }
    return {};
}

} // namespace

QDate findReturnDate(const QString &text, const QDate &written)
{
    if (!written.isValid())
        return {};
    const QString folded = PhraseTable::fold(text.left(kMaxText));
    QList<WrittenDate> dates;
    addNumeric(folded, &dates);
    addNamed(folded, &dates);
    std::sort(dates.begin(), dates.end(),
        [](const WrittenDate &a, const WrittenDate &b) { return a.at < b.at; });
    std::optional<QDate> found;
    for (const WrittenDate &date : std::as_const(dates)) {
        const QDate day = resolve(date, written);
        if (!day.isValid())
            continue;
        if (cueBefore(folded, date.at) || cueAfter(folded, date.end) || closesRange(folded, dates, date)) {
            // "from 3 until 12 August, back on 15 August": the end of a range, and the last of the first few.
            const bool later = found && day > *found;
            if (!found || (later && (day <= found->addDays(7) || closesRange(folded, dates, date))))
                found = day;
        }
    }
    return found ? *found : findWeekday(folded, written);
}

} // namespace inlet::triage
