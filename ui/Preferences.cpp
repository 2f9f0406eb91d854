// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Preferences.h"

#include <QSettings>

namespace inlet::ui
{

namespace
{

const QString kDensityKey = QStringLiteral("look/compact"); // older than this file
const QString kReadKey = QStringLiteral("reading/markAfterMs");
const QString kUndoKey = QStringLiteral("writing/undoSeconds");
const QString kNotifyKey = QStringLiteral("notify/mail");
const QString kHealthKey = QStringLiteral("notify/health");
const QString kHideKey = QStringLiteral("notify/hideText");
constexpr int kMostReadMs = 60'000;
constexpr int kMostUndo = 120;

int bounded(const QSettings &settings, const QString &key, int fallback, int least, int most)
{
    bool fine = false;
    const int value = settings.value(key, fallback).toInt(&fine);
    return fine && value >= least && value <= most ? value : fallback;
}

} // namespace

Preferences readPreferences(const QSettings &settings)
{
    Preferences read;
    read.density = settings.value(kDensityKey, false).toBool() ? Preferences::Density::Compact : Preferences::Density::Comfortable;
    read.readAfterMs = bounded(settings, kReadKey, read.readAfterMs, Preferences::kByHand, kMostReadMs);
    read.undoSeconds = bounded(settings, kUndoKey, read.undoSeconds, 0, kMostUndo);
    read.notify = Preferences::Notify(bounded(settings, kNotifyKey, int(read.notify), 0, int(Preferences::Notify::EveryHuman)));
    read.notifyHealth = settings.value(kHealthKey, read.notifyHealth).toBool();
    read.hideText = settings.value(kHideKey, read.hideText).toBool();
    return read;
}

void writePreferences(QSettings &settings, const Preferences &preferences)
{
    settings.setValue(kDensityKey, preferences.density == Preferences::Density::Compact);
    settings.setValue(kReadKey, preferences.readAfterMs);
    settings.setValue(kUndoKey, preferences.undoSeconds);
    settings.setValue(kNotifyKey, int(preferences.notify));
    settings.setValue(kHealthKey, preferences.notifyHealth);
    settings.setValue(kHideKey, preferences.hideText);
}

} // namespace inlet::ui
