// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/When.h"

#include "ui/Phrases.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <optional>

namespace inlet::ui::when
{

namespace
{

constexpr int kMorning = 9;
constexpr int kEvening = 20;
constexpr int kLaterHours = 3;
constexpr int kMostYears = 5;
constexpr qsizetype kMostText = 60;

QString whenSaid(const char *text)
{
    return QCoreApplication::translate("When", text);
}

QDateTime morning(const QDate &day)
{
    return QDateTime(day, QTime(kMorning, 0));
}

/// The day itself, or Monday after a weekend.
QDate workingDay(const QDate &day)
{
    return day.dayOfWeek() >= Qt::Saturday ? day.addDays(8 - day.dayOfWeek()) : day;
}

QDate next(int weekday, const QDate &today)
{
    const int days = (weekday - today.dayOfWeek() + 7) % 7;
    return today.addDays(days == 0 ? 7 : days);
}

/// 1..7, 0: none. Three letters are enough, in English or the user's language.
int weekdayOf(const QString &word)
{
    if (word.size() < 2)
        return 0;
    const QLocale english(QLocale::English);
    for (int day = 1; day <= 7; ++day) {
        for (const QLocale &locale : {english, QLocale()}) {
            const QString name = locale.dayName(day).toLower();
            if (name == word || (word.size() >= 3 && name.startsWith(word)) || locale.dayName(day, QLocale::ShortFormat).toLower().remove(QLatin1Char('.')) == word)
                return day;
        }
    }
    return 0;
}

int monthOf(const QString &word)
{
    if (word.size() < 3)
        return 0;
    const QLocale english(QLocale::English);
    for (int month = 1; month <= 12; ++month) {
        for (const QLocale &locale : {english, QLocale()}) {
            if (locale.monthName(month).toLower().startsWith(word))
                return month;
        }
    }
    return 0;
}

/// The user's words for what is read in English below: "in 2 wochen" is "in 2 weeks". A translation may name several.
QString inEnglish(QString text)
{
    // Longer ones first, since they hold shorter ones.
    constexpr std::array kKnown = {QT_TRANSLATE_NOOP("When", "next week"), QT_TRANSLATE_NOOP("When", "next month"), QT_TRANSLATE_NOOP("When", "tonight"),
        QT_TRANSLATE_NOOP("When", "tomorrow"), QT_TRANSLATE_NOOP("When", "today"), QT_TRANSLATE_NOOP("When", "next"), QT_TRANSLATE_NOOP("When", "minutes"),
        QT_TRANSLATE_NOOP("When", "hours"), QT_TRANSLATE_NOOP("When", "days"), QT_TRANSLATE_NOOP("When", "weeks"), QT_TRANSLATE_NOOP("When", "months"),
        QT_TRANSLATE_NOOP("When", "at")};
    for (const char *known : kKnown) {
        const QString english = QString::fromLatin1(known);
        const QStringList own = whenSaid(known).split(QLatin1Char('|'), Qt::SkipEmptyParts);
        for (const QString &word : own) {
            if (word != english)
                text.replace(QRegularExpression(QStringLiteral("(?<!\\p{L})%1(?!\\p{L})").arg(QRegularExpression::escape(word))), english);
        }
    }
    return text;
}

/// Takes a time of day off the end: "14:00", "9am", "at 9". Invalid and the text as it was: none there.
QTime takeTime(QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("(?:^|\\s)(?:(at)\\s+)?(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || (match.captured(1).isEmpty() && match.captured(3).isEmpty() && match.captured(4).isEmpty()))
        return {};
    int hour = match.captured(2).toInt();
    if (!match.captured(4).isEmpty()) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (match.captured(4) == QLatin1String("pm") ? 12 : 0);
    }
    const QTime time(hour, match.captured(3).toInt());
    if (time.isValid())
        text = text.left(match.capturedStart()).trimmed();
    return time;
}

/// "in 3 days", "2w", "90 min".
std::optional<QDateTime> after(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(QStringLiteral("^(?:in\\s+)?(\\d{1,4}|an?)\\s*(m|mins?|minutes?|h|hours?|d|days?|w|weeks?|months?)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int count = match.captured(1).startsWith(QLatin1Char('a')) ? 1 : match.captured(1).toInt();
    const QString unit = match.captured(2);
    if (unit.startsWith(QLatin1String("mo")))
        return morning(now.date().addMonths(count));
    constexpr int kMinute = 60;
    if (unit.startsWith(QLatin1Char('m')))
        return now.addSecs(qint64(count) * kMinute);
    if (unit.startsWith(QLatin1Char('h')))
        return now.addSecs(qint64(count) * kMinute * 60);
    return morning(now.date().addDays(unit.startsWith(QLatin1Char('w')) ? 7LL * count : count));
}

/// "2026-12-01", "12 dec", "dec 12", "1.12.", "1.12.2026".
QDate dayOf(const QString &text, const QDate &today)
{
    constexpr qsizetype kIsoLength = 10; // a time behind it would be passed over
    if (const QDate iso = QDate::fromString(text, Qt::ISODate); iso.isValid() && text.size() == kIsoLength)
        return iso;
    static const QRegularExpression numbers(QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})\\.?(\\d{4})?$"));
    static const QRegularExpression dayFirst(QStringLiteral("^(\\d{1,2})\\.?\\s+(\\p{L}+)\\.?(?:\\s+(\\d{4}))?$"));
    static const QRegularExpression monthFirst(QStringLiteral("^(\\p{L}+)\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?$"));
    int day = 0;
    int month = 0;
    QString year;
    const auto take = [&](const QRegularExpression &form, int dayAt, bool named) {
        const QRegularExpressionMatch match = form.match(text);
        if (!match.hasMatch())
            return false;
        day = match.captured(dayAt).toInt();
        const QString monthText = match.captured(3 - dayAt);
        month = named ? monthOf(monthText) : monthText.toInt();
        year = match.captured(3);
        return true;
    };
    if (!take(numbers, 1, false) && !take(dayFirst, 1, true) && !take(monthFirst, 2, true))
        return {};
    const QDate said(year.isEmpty() ? today.year() : year.toInt(), month, day);
    return year.isEmpty() && said.isValid() && said < today ? said.addYears(1) : said;
}

QDate namedDay(const QString &text, const QDate &today)
{
    if (text == QLatin1String("today"))
        return today;
    if (text.size() >= 3 && QStringLiteral("tomorrow").startsWith(text))
        return today.addDays(1);
    if (text == QLatin1String("next week"))
        return next(Qt::Monday, today);
    if (text == QLatin1String("next month"))
        return QDate(today.year(), today.month(), 1).addMonths(1);
    const QString word = text.startsWith(QLatin1String("next ")) ? text.mid(5) : text;
    if (const int weekday = weekdayOf(word))
        return next(weekday, today);
    return dayOf(text, today);
}

/// This day and the next ones.
QList<Choice> soon(const QDateTime &now, const QDate &monday)
{
    QList<Choice> out;
    const QDate today = now.date();
    QDateTime later = now.addSecs(kLaterHours * 3600);
    later.setTime(QTime(later.time().hour(), 0));
    if (later.date() == today && later.time().hour() < kEvening)
        out.append({whenSaid("Later today"), later});
    if (now.time().hour() < kEvening - 1)
        out.append({whenSaid("This evening"), QDateTime(today, QTime(kEvening, 0))});
    out.append({whenSaid("Tomorrow"), morning(today.addDays(1))});
    if (monday != today.addDays(1))
        out.append({whenSaid("Monday"), morning(monday)});
    if (today.addDays(7) != monday)
        out.append({whenSaid("In a week"), morning(today.addDays(7))});
    return out;
}

} // namespace

QList<Choice> choices(const QDateTime &now, const QDate &returnOn, Horizon horizon)
{
    QList<Choice> out;
    const QDate today = now.date();
    if (returnOn > today)
        out.append({whenSaid("When they are back"), morning(workingDay(returnOn))});
    const QDate monday = next(Qt::Monday, today);
    if (horizon == Horizon::Days)
        out += soon(now, monday);
    else
        out += {{whenSaid("Next week"), morning(monday)}, {whenSaid("In two weeks"), morning(workingDay(today.addDays(14)))}};
    out.append({whenSaid("In a month"), morning(workingDay(today.addMonths(1)))});
    out.append({whenSaid("In three months"), morning(workingDay(today.addMonths(3)))});
    if (horizon == Horizon::Weeks)
        out.append({whenSaid("In six months"), morning(workingDay(today.addMonths(6)))});
    return out;
}

QDateTime parse(const QString &text, const QDateTime &now)
{
    QString rest = inEnglish(text.left(kMostText).simplified().toLower());
    if (rest.isEmpty() || text.size() > kMostText)
        return {};
    const auto checked = [&now](const QDateTime &at) {
        return at.isValid() && at > now && at < now.addYears(kMostYears) ? at : QDateTime();
    };
    if (const auto ahead = after(rest, now))
        return checked(*ahead);
    if (rest == QLatin1String("tonight"))
        return checked(QDateTime(now.date(), QTime(kEvening, 0)));
    // A date first: "1.12." must not be read as a time.
    if (const QDate day = namedDay(rest, now.date()); day.isValid())
        return checked(morning(day));
    const QTime time = takeTime(rest);
    if (!time.isValid())
        return {};
    if (rest.isEmpty()) {
        const QDateTime today(now.date(), time);
        return checked(today > now ? today : today.addDays(1));
    }
    const QDate day = namedDay(rest, now.date());
    return day.isValid() ? checked(QDateTime(day, time)) : QDateTime();
}

QString words(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    const bool otherYear = local.date().year() != now.toLocalTime().date().year();
    return phrases::shortWeekday(local.date(), otherYear) + QStringLiteral(", ") + phrases::clockTime(at);
}

} // namespace inlet::ui::when
