// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Preferences.h"

#include "ui/CategoryBook.h"

#include <QSettings>

#include <algorithm>
#include <limits>
#include <optional>

namespace inlet::ui
{

namespace
{

const QString kDensityKey = QStringLiteral("look/density");
const QString kCompactKey = QStringLiteral("look/compact"); // before there were three
const QString kHiddenFieldsKey = QStringLiteral("look/hiddenFields");
const QString kLanguageKey = QStringLiteral("look/language");
const QString kPaperKey = QStringLiteral("look/paper");
const QString kReadKey = QStringLiteral("reading/markAfterMs");
const QString kUndoKey = QStringLiteral("writing/undoSeconds");
const QString kCloseKey = QStringLiteral("window/onClose");
const QString kNotifyKey = QStringLiteral("notify/mail"); // 0 nothing, 1 positive, 2 every reply: before the choice per category
constexpr qint64 kMostCategory = 1'000'000;
const QString kCategoriesKey = QStringLiteral("notify/categories");
const QString kSilentKey = QStringLiteral("notify/silentMailboxes");
const QString kHealthKey = QStringLiteral("notify/health");
const QString kHideKey = QStringLiteral("notify/hideText");
const QString kQuietKey = QStringLiteral("notify/quiet");
const QString kQuietFromKey = QStringLiteral("notify/quietFrom");
const QString kQuietToKey = QStringLiteral("notify/quietTo");
const QString kQuietDaysKey = QStringLiteral("notify/quietDays");
const QString kTrayKey = QStringLiteral("notify/trayCount");
const QString kSpokenKey = QStringLiteral("speech/kinds");
const QString kRowKey = QStringLiteral("speech/row");
const QString kNoticeKey = QStringLiteral("speech/noticeSeconds");
const QString kTimeFormat = QStringLiteral("HH:mm");
constexpr int kMostReadMs = 60'000;
constexpr int kMostUndo = 120;
constexpr int kMostNotice = 600;

int bounded(const QSettings &settings, const QString &key, int fallback, int least, int most)
{
    bool fine = false;
    const int value = settings.value(key, fallback).toInt(&fine);
    return fine && value >= least && value <= most ? value : fallback;
}

template <typename Enum>
Enum choice(const QSettings &settings, const QString &key, Enum fallback, Enum last)
{
    return Enum(bounded(settings, key, int(fallback), 0, int(last)));
}

/// "true" and "false" and nothing else.
bool flag(const QSettings &settings, const QString &key, bool fallback)
{
    const QString word = settings.value(key).toString();
    return word == QLatin1String("true") || (word != QLatin1String("false") && fallback);
}

QTime timeOf(const QSettings &settings, const QString &key, const QTime &fallback)
{
    const QTime time = QTime::fromString(settings.value(key).toString(), kTimeFormat);
    return time.isValid() ? time : fallback;
}

/// Nothing where a word of the list is no number that is allowed.
std::optional<QList<qint64>> numbers(const QSettings &settings, const QString &key, qint64 least, qint64 most)
{
    QList<qint64> found;
    const QStringList words = settings.value(key).toStringList().join(QLatin1Char(',')).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool fine = false;
        const qint64 number = word.toLongLong(&fine);
        if (!fine || number < least || number > most)
            return std::nullopt;
        found.append(number);
    }
    return found;
}

/// Sorted, so that the file stays the same while nothing changes.
template <typename Values>
QString listed(const Values &values)
{
    QStringList words;
    for (const qint64 number : values)
        words.append(QString::number(number));
    return words.join(QLatin1Char(','));
}

QSet<store::Category> categoriesOf(const QSettings &settings)
{
    const QList<store::Category> tellable = Preferences::tellableCategories();
    if (settings.contains(kCategoriesKey)) {
        const auto listed = numbers(settings, kCategoriesKey, 0, kMostCategory);
        if (!listed)
            return Preferences::positiveCategories();
        QSet<store::Category> chosen;
        for (const qint64 number : *listed) {
            // Which of their own there are is known later.
            if (tellable.contains(store::Category(number)) || store::isOwn(store::Category(number)))
                chosen.insert(store::Category(number));
        }
        return chosen;
    }
    switch (bounded(settings, kNotifyKey, 1, 0, 2)) {
    case 0: return {};
    case 2: return {tellable.cbegin(), tellable.cend()};
    default: return Preferences::positiveCategories();
    }
}

QSet<accessible::Spoken> spokenOf(const QSettings &settings)
{
    const auto listed = settings.contains(kSpokenKey) ? numbers(settings, kSpokenKey, 0, int(accessible::Spoken::Result)) : std::nullopt;
    if (!listed)
        return accessible::allSpoken();
    QSet<accessible::Spoken> kinds;
    for (const qint64 number : *listed)
        kinds.insert(accessible::Spoken(number));
    return kinds;
}

QList<RowPart> rowPartsOf(const QSettings &settings)
{
    QList<RowPart> parts;
    const QStringList words = settings.value(kRowKey).toStringList().join(QLatin1Char(',')).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto part = std::find_if(allRowParts().cbegin(), allRowParts().cend(), [&word](RowPart one) { return nameOf(one) == word.trimmed(); });
        if (part == allRowParts().cend() || parts.contains(*part))
            return allRowParts();
        parts.append(*part);
    }
    return parts.isEmpty() ? allRowParts() : parts;
}

/// What is hidden is kept, so that what a later version adds is shown.
RowLook rowLookOf(const QSettings &settings)
{
    RowLook look;
    const Density old = flag(settings, kCompactKey, false) ? Density::Compact : Density::Comfortable;
    look.density = densityFrom(settings.value(kDensityKey).toString()).value_or(old);
    const QStringList hidden = settings.value(kHiddenFieldsKey).toStringList().join(QLatin1Char(',')).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const RowField field : allRowFields()) {
        if (hidden.contains(nameOf(field)))
            look.fields.remove(field);
    }
    return look;
}

QuietHours quietHoursOf(const QSettings &settings)
{
    QuietHours hours;
    hours.on = flag(settings, kQuietKey, hours.on);
    hours.from = timeOf(settings, kQuietFromKey, hours.from);
    hours.to = timeOf(settings, kQuietToKey, hours.to);
    hours.weekdays = bounded(settings, kQuietDaysKey, hours.weekdays, 0, QuietHours::kEveryDay);
    return hours;
}

} // namespace

QSet<store::Category> Preferences::positiveCategories()
{
    return {store::Category::Interested, store::Category::MeetingRequest, store::Category::InformationRequest};
}

QList<store::Category> Preferences::tellableCategories()
{
    using enum store::Category;
    QList<store::Category> all{Interested, MeetingRequest, InformationRequest, Unsorted, NotNow, NotInterested, WrongPerson, DoNotContact};
    for (const store::OwnCategory &own : categoryBook().own())
        all.append(own.category);
    return all;
}

Preferences readPreferences(const QSettings &settings)
{
    Preferences read;
    read.language = languageFrom(settings.value(kLanguageKey).toString()).value_or(Language::System);
    read.rows = rowLookOf(settings);
    read.paper = choice(settings, kPaperKey, read.paper, Preferences::Paper::Dark);
    read.readAfterMs = bounded(settings, kReadKey, read.readAfterMs, Preferences::kByHand, kMostReadMs);
    read.undoSeconds = bounded(settings, kUndoKey, read.undoSeconds, 0, kMostUndo);
    read.onClose = choice(settings, kCloseKey, read.onClose, Preferences::OnClose::End);
    read.notifyCategories = categoriesOf(settings);
    const auto silent = numbers(settings, kSilentKey, 1, std::numeric_limits<qint64>::max());
    for (const qint64 number : silent.value_or(QList<qint64>()))
        read.silentMailboxes.insert(AccountId(number));
    read.notifyHealth = flag(settings, kHealthKey, read.notifyHealth);
    read.hideText = flag(settings, kHideKey, read.hideText);
    read.quietHours = quietHoursOf(settings);
    read.trayCount = choice(settings, kTrayKey, read.trayCount, Preferences::TrayCount::Nothing);
    read.spoken = spokenOf(settings);
    read.rowParts = rowPartsOf(settings);
    read.noticeSeconds = bounded(settings, kNoticeKey, read.noticeSeconds, Preferences::kUntilDismissed, kMostNotice);
    return read;
}

void writePreferences(QSettings &settings, const Preferences &preferences)
{
    settings.setValue(kLanguageKey, nameOf(preferences.language));
    settings.setValue(kDensityKey, nameOf(preferences.rows.density));
    settings.remove(kCompactKey);
    settings.setValue(kPaperKey, int(preferences.paper));
    QStringList hidden;
    for (const RowField field : allRowFields()) {
        if (!preferences.rows.has(field))
            hidden.append(nameOf(field));
    }
    settings.setValue(kHiddenFieldsKey, hidden.join(QLatin1Char(',')));
    settings.setValue(kReadKey, preferences.readAfterMs);
    settings.setValue(kUndoKey, preferences.undoSeconds);
    settings.setValue(kCloseKey, int(preferences.onClose));
    QList<qint64> categories;
    for (const store::Category category : preferences.notifyCategories)
        categories.append(int(category));
    std::sort(categories.begin(), categories.end());
    settings.setValue(kCategoriesKey, listed(categories));
    settings.remove(kNotifyKey);
    QList<qint64> silent;
    for (const AccountId account : preferences.silentMailboxes)
        silent.append(account.number());
    std::sort(silent.begin(), silent.end());
    settings.setValue(kSilentKey, listed(silent));
    settings.setValue(kHealthKey, preferences.notifyHealth);
    settings.setValue(kHideKey, preferences.hideText);
    settings.setValue(kQuietKey, preferences.quietHours.on);
    settings.setValue(kQuietFromKey, preferences.quietHours.from.toString(kTimeFormat));
    settings.setValue(kQuietToKey, preferences.quietHours.to.toString(kTimeFormat));
    settings.setValue(kQuietDaysKey, preferences.quietHours.weekdays);
    settings.setValue(kTrayKey, int(preferences.trayCount));
    QList<qint64> kinds;
    for (const accessible::Spoken kind : preferences.spoken)
        kinds.append(int(kind));
    std::sort(kinds.begin(), kinds.end());
    settings.setValue(kSpokenKey, listed(kinds));
    QStringList row;
    for (const RowPart part : preferences.rowParts)
        row.append(nameOf(part));
    settings.setValue(kRowKey, row.join(QLatin1Char(',')));
    settings.setValue(kNoticeKey, preferences.noticeSeconds);
}

} // namespace inlet::ui
