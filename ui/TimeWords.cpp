// SPDX-License-Identifier: GPL-3.0-or-later
// Words for days, times and how long something takes. Part of Phrases.h.
#include "ui/Phrases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace inlet::ui::phrases
{

namespace
{

QString timeWord(const char *text)
{
    return QCoreApplication::translate("Phrases", text);
}

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

} // namespace

QString wakeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid() || time <= now)
        return {};
    const QDate day = time.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (day == today)
        return clockTime(time);
    if (today.daysTo(day) < 7)
        return QLocale().toString(day, QStringLiteral("ddd ")) + clockTime(time);
    return shortDay(day, day.year() != today.year());
}

QString timeLeft(qint64 seconds)
{
    constexpr qint64 kFine = 10; // minutes, up to which each one is told
    constexpr qint64 kStep = 5;
    if (seconds < 0)
        return {};
    if (seconds < kMinute)
        return timeWord("less than a minute left");
    const qint64 minutes = (seconds + kMinute - 1) / kMinute;
    if (minutes <= kFine)
        return timeWord("about %1 min left").arg(minutes);
    if (seconds < kHour * 3 / 2)
        return timeWord("about %1 min left").arg((minutes + kStep - 1) / kStep * kStep);
    return timeWord("about %1 h left").arg((seconds + kHour / 2) / kHour);
}

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 seconds = time.secsTo(now);
    if (seconds < kMinute && seconds > -kDay)
        return timeWord("now");
    if (seconds >= 0 && seconds < kHour)
        return timeWord("%1 min").arg(seconds / kMinute);
    if (seconds >= 0 && seconds < kDay)
        return timeWord("%1 h").arg(seconds / kHour);
    const QDate day = time.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (seconds >= 0 && day.daysTo(today) < 7)
        return QLocale().toString(day, QStringLiteral("ddd"));
    if (day.year() == today.year())
        return shortDay(day);
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString spokenTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 seconds = time.secsTo(now);
    if (seconds < kMinute && seconds > -kDay)
        return timeWord("just now");
    if (seconds >= 0 && seconds < kHour)
        return seconds < 2 * kMinute ? timeWord("1 minute ago") : timeWord("%1 minutes ago").arg(seconds / kMinute);
    if (seconds >= 0 && seconds < kDay)
        return seconds < 2 * kHour ? timeWord("1 hour ago") : timeWord("%1 hours ago").arg(seconds / kHour);
    return timeWord("on %1").arg(exactTime(time));
}

QString exactTime(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return timeWord("%1 at %2").arg(QLocale().toString(local.date(), QLocale::LongFormat), clockTime(time));
}

QString zonedTime(const QDateTime &time)
{
    return time.isValid() ? QStringLiteral("%1 %2").arg(exactTime(time), time.toLocalTime().timeZoneAbbreviation()) : QString();
}

QString duration(qint64 seconds)
{
    if (seconds < kHour)
        return plural(std::max<qint64>(seconds / kMinute, 1), timeWord("1 minute"), timeWord("%1 minutes"));
    if (seconds < 2 * kDay)
        return plural(seconds / kHour, timeWord("1 hour"), timeWord("%1 hours"));
    return plural(seconds / kDay, timeWord("1 day"), timeWord("%1 days"));
}

QString shortDay(const QDate &day, bool withYear)
{
    return QLocale().toString(day, withYear ? timeWord("d MMM yyyy") : timeWord("d MMM"));
}

QString shortWeekday(const QDate &day, bool withYear)
{
    return QLocale().toString(day, withYear ? timeWord("ddd d MMM yyyy") : timeWord("ddd d MMM"));
}

QString clockTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QStringLiteral("HH:mm"));
}

} // namespace inlet::ui::phrases
