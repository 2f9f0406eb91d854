// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/LeadFacts.h"

#include "ui/Phrases.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostShown = 30;
constexpr int kHourSeconds = 3600;

QString saidOf(const char *text)
{
    return QCoreApplication::translate("LeadFacts", text);
}

QString squeezedName(const QString &name)
{
    QString out;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.isLetter())
            out += c;
    }
    return out;
}

/// "riga" -> "Europe/Riga": the database of time zones names large cities.
QByteArray zoneOfCity(const QString &city)
{
    static const QHash<QString, QByteArray> zones = [] {
        QHash<QString, QByteArray> made;
        const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
        for (const QByteArray &id : ids) {
            const qsizetype slash = id.lastIndexOf('/');
            if (slash > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/") && !id.startsWith("US/"))
                made.insert(squeezedName(QString::fromLatin1(id.mid(slash + 1))), id);
        }
        return made;
    }();
    return zones.value(squeezedName(city));
}

} // namespace

QList<LeadFact> factsOf(const store::Lead &lead)
{
    QList<LeadFact> facts;
    const auto add = [&facts](const char *icon, const QString &value, const QString &what) {
        const QString line = phrases::oneLine(value, 300);
        if (!line.isEmpty())
            facts.append({QString::fromLatin1(icon), line, line, what});
    };
    add("building", lead.company, saidOf("company"));
    add("user", lead.title, saidOf("job title"));
    add("phone", lead.phone, saidOf("phone number"));
    add("globe", lead.web, saidOf("website"));
    add("send", lead.campaign, saidOf("campaign"));
    for (const store::LeadField &field : lead.fields) {
        const QString name = phrases::oneLine(field.name, 60);
        const QString value = phrases::oneLine(field.value, 300);
        if (!value.isEmpty() && facts.size() < kMostShown)
            facts.append({QStringLiteral("tag"), QStringLiteral("%1: %2").arg(name, value), value, name});
    }
    return facts;
}

QTimeZone zoneOf(const store::Lead &lead)
{
    static const QRegularExpression offset(QStringLiteral("^(?:UTC|GMT)?\\s*([+-])(\\d{1,2})(?::?(\\d{2}))?$"), QRegularExpression::CaseInsensitiveOption);
    const QString named = lead.timeZone.trimmed();
    if (const auto match = offset.match(named); match.hasMatch()) {
        const int seconds = match.captured(2).toInt() * kHourSeconds + match.captured(3).toInt() * 60;
        constexpr int kFurthest = 14 * kHourSeconds;
        return seconds <= kFurthest ? QTimeZone(match.captured(1) == QLatin1String("-") ? -seconds : seconds) : QTimeZone();
    }
    const QByteArray id = named.toLatin1().replace(' ', '_');
    if (!named.isEmpty() && QTimeZone::isTimeZoneIdAvailable(id))
        return QTimeZone(id);
    const QByteArray byCity = zoneOfCity(named.isEmpty() ? lead.city.section(QLatin1Char(','), 0, 0) : named);
    return byCity.isEmpty() ? QTimeZone() : QTimeZone(byCity);
}

QString localTime(const QTimeZone &zone, const QDateTime &now)
{
    const QDateTime there = now.toTimeZone(zone);
    const QString time = QLocale().toString(there.time(), QStringLiteral("HH:mm"));
    if (there.date() == now.toLocalTime().date())
        return saidOf("%1 there").arg(time);
    return saidOf("%1 there, %2").arg(time, QLocale().dayName(there.date().dayOfWeek()));
}

QString bothTimes(const QDateTime &time, const QTimeZone &theirs)
{
    const QString here = phrases::zonedTime(time);
    if (here.isEmpty() || !theirs.isValid() || theirs.offsetFromUtc(time) == time.toLocalTime().offsetFromUtc())
        return here;
    return QStringLiteral("%1\n%2 (%3)").arg(here, localTime(theirs, time), theirs.abbreviation(time));
}

} // namespace inlet::ui
