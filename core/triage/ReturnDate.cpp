// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/ReturnDate_p.h"

#include "triage/WrittenDates_p.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace inlet::triage
{

namespace
{

using mime::PhraseTable;

constexpr qsizetype kMaxText = 4000;
constexpr int kPastDays = 14; ///< a date this long ago is still this year's
constexpr int kMaxAheadDays = 400;
constexpr qsizetype kCueDistance = 60; ///< "back on Monday, the " still stands before the date

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
        const auto hit = dateCues().atStart(QStringLiteral("before"), before.mid(start));
        if (hit && start + hit->length == before.size())
            return true;
    }
    return false;
}

void chopBlanks(QString *before)
{
    while (!before->isEmpty() && (before->back().isSpace() || QStringView(u",(:").contains(before->back())))
        before->chop(1);
}

/// "until 9am on Friday": the hour before the day.
void chopHour(QString *before)
{
    static const QRegularExpression hour(QStringLiteral("(?:^| )\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|uhr|h|uur)(?: on| am| le| op)?$"));
    const auto match = hour.match(*before);
    if (!match.hasMatch())
        return;
    before->truncate(match.capturedStart());
    chopBlanks(before);
}

/// "until 2026. gada 20. novembrim", "2026 m. lapkričio 23 d.": the year before the day.
void chopYear(QString *before)
{
    static const QRegularExpression year(QStringLiteral("(?:^| )20\\d\\d(?:\\.| ?(?:gada|m\\.|г\\.|р\\.|metų|metais))*$"));
    const auto match = year.match(*before);
    if (!match.hasMatch())
        return;
    before->truncate(match.capturedStart());
    chopBlanks(before);
}

/// "back in the office on Monday": where they will be back says nothing. True where one was cut off.
bool chopPlace(QString *before)
{
    for (qsizetype start = before->size(); start-- > 0;) {
        if (start > 0 && before->at(start - 1) != u' ')
            continue;
        const auto hit = dateCues().atStart(QStringLiteral("place"), before->mid(start));
        if (hit && start + hit->length == before->size()) {
            before->truncate(start);
            return true;
        }
    }
    return false;
}

/// A cue stands right before the date; a weekday, an article and punctuation may stand between.
bool cueBefore(const QString &text, qsizetype at)
{
    static const QStringList fillers = {QStringLiteral("the"), QStringLiteral("den"), QStringLiteral("dem"),
        QStringLiteral("der"), QStringLiteral("le"), QStringLiteral("el"), QStringLiteral("día"), QStringLiteral("il"),
        QStringLiteral("de"), QStringLiteral("d."), QStringLiteral("dia"), QStringLiteral("dnia"), QStringLiteral("zum"),
        QStringLiteral("on"), QStringLiteral("am"), QStringLiteral("about"), QStringLiteral("approximately"), QStringLiteral("next"),
        QStringLiteral("this"), QStringLiteral("coming"), QStringLiteral("kommenden"), QStringLiteral("nächsten"), QStringLiteral("diesen"),
        QStringLiteral("komende"), QStringLiteral("volgende"), QStringLiteral("próximo"), QStringLiteral("prossimo"), QStringLiteral("na"),
        QStringLiteral("no"), QStringLiteral("op"), QStringLiteral("w"), QStringLiteral("v"), QStringLiteral("в"), QStringLiteral("во"),
        QStringLiteral("på"), QStringLiteral("einschließlich"), QStringLiteral("inkl"), QStringLiteral("and"), QStringLiteral("including"),
        QStringLiteral("dnem"), QStringLiteral("data"), QStringLiteral("dzień")};
    const qsizetype from = qMax<qsizetype>(0, at - kCueDistance);
    QString before = text.mid(from, at - from);
    for (int i = 0; i < 7; ++i) {
        chopBlanks(&before);
        chopYear(&before);
        chopHour(&before);
        if (endsWithCue(before))
            return true;
        if (chopPlace(&before))
            continue;
        const QString last = before.mid(before.lastIndexOf(u' ') + 1);
        const QString word = last.endsWith(u'.') ? last.chopped(1) : last;
        if (!fillers.contains(last) && weekdayNumber(word) == 0)
            return false;
        before.chop(last.size());
    }
    return false;
}

bool cueAfter(const QString &text, qsizetype end)
{
    static const QRegularExpression easternDay(QStringLiteral("^[(（][月火水木金土日][)）]"));
    QString after = text.mid(end, 60);
    after.remove(easternDay);
    const auto chopMarks = [&after] {
        while (!after.isEmpty() && (after.front().isSpace() || QStringView(u",).(").contains(after.front())))
            after.remove(0, 1);
    };
    chopMarks();
    // "23 Kasım Pazartesi günü": the weekday behind the date.
    const qsizetype blank = after.indexOf(u' ');
    if (blank > 0 && weekdayNumber(after.left(blank)) != 0) {
        after.remove(0, blank);
        chopMarks();
    }
    return dateCues().atStart(QStringLiteral("after"), after).has_value();
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
        QStringLiteral("līdz"), QStringLiteral("til"), QStringLiteral("till och med"), QStringLiteral("по"),
        QStringLiteral("до"), QStringLiteral("から"), QStringLiteral("부터"), QStringLiteral("到"), QStringLiteral("~")};
    // "9-13 listopada", "from 9 to 13 November": the first day has no month of its own.
    static const QRegularExpression dayBefore(QStringLiteral("(?:^|[^\\d.:/-])\\d{1,2}(?:\\.|st|nd|rd|th|er|º)? ?(?:de )?(\\S+(?: \\S+)?) ?$"));
    const auto bare = dayBefore.match(QStringView(text).mid(qMax<qsizetype>(0, date.at - 30), qMin<qsizetype>(30, date.at)).toString());
    if (bare.hasMatch() && links.contains(bare.captured(1).trimmed()))
        return true;
    for (const WrittenDate &first : dates) {
        if (first.end <= date.at && links.contains(text.mid(first.end, date.at - first.end).trimmed()))
            return true;
    }
    return false;
}

/// "back tomorrow".
bool findTomorrow(const QString &text)
{
    for (qsizetype from = 0; from < text.size();) {
        const auto hit = dateCues().find(QStringLiteral("tomorrow"), text.mid(from));
        if (!hit)
            return false;
        const qsizetype at = from + hit->at;
        if (cueBefore(text, at) || cueAfter(text, at + hit->length))
            return true;
        from = at + hit->length;
    }
    return false;
}

/// "月曜日まで": names without blanks around them.
QDate findEasternWeekday(const QString &text, const QDate &written)
{
    static const QRegularExpression name(QStringLiteral("([月火水木金土日])曜日?|(?:周|星期|礼拜)([一二三四五六日天])|([월화수목금토일])요일"));
    static const QString days = QStringLiteral("月火水木金土日一二三四五六日월화수목금토일");
    for (auto it = name.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString day = match.captured(1) + match.captured(2) + match.captured(3);
        if (!cueBefore(text, match.capturedStart()) && !cueAfter(text, match.capturedEnd()))
            continue;
        const auto at = day == QStringLiteral("天") ? 6 : days.indexOf(day);
        const int ahead = (int(at % 7) + 1 - written.dayOfWeek() + 7) % 7;
        return written.addDays(ahead == 0 ? 7 : ahead);
    }
    return {};
}

/// "back on Monday", "bis Montag": the next such day after the message.
QDate findWeekday(const QString &text, const QDate &written)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{3,}(?:-feira)?"));
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const int day = weekdayNumber(match.captured());
        if (day == 0 || (!cueBefore(text, match.capturedStart()) && !cueAfter(text, match.capturedEnd())))
            continue;
        const int ahead = (day - written.dayOfWeek() + 7) % 7;
        return written.addDays(ahead == 0 ? 7 : ahead);
    }
    return findEasternWeekday(text, written);
}

} // namespace

QDate findReturnDate(const QString &text, const QDate &written)
{
    if (!written.isValid())
        return {};
    const QString folded = PhraseTable::fold(text.left(kMaxText));
    const QList<WrittenDate> dates = writtenDatesIn(folded);
    std::optional<QDate> found;
    for (const WrittenDate &date : dates) {
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
    if (found)
        return *found;
    const QDate weekday = findWeekday(folded, written);
    return !weekday.isValid() && findTomorrow(folded) ? written.addDays(1) : weekday;
}

QString dayNamedIn(const QString &folded)
{
    const QList<WrittenDate> dates = writtenDatesIn(folded);
    for (const WrittenDate &date : dates) {
        // With a year it is a document's date more often than a proposal, "3.8" is a version or a count.
        const QString written = folded.mid(date.at, date.end - date.at);
        const bool count = written.contains(u'.') && !written.endsWith(u'.') && folded.mid(date.end, 1) != QStringLiteral(".")
            && std::none_of(written.begin(), written.end(), [](QChar c) { return c.isLetter(); });
        const bool version = written.contains(u'.') && std::count_if(written.begin(), written.end(), [](QChar c) { return c.isDigit(); }) < 3;
        if (date.year == 0 && !count && !version && QDate(2000, date.month, date.day).isValid())
            return folded.mid(date.at, date.end - date.at).trimmed();
    }
    return {};
}

} // namespace inlet::triage
