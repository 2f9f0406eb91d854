// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace inlet::ui
{

/// What the user chose about the program itself; kept in the profile's settings. What is stored is
/// checked when it is read: a damaged file gives the defaults.
struct Preferences {
    enum class Density { Comfortable, Compact };
    enum class Notify { Nothing, Positive, EveryHuman };

    static constexpr int kByHand = -1;

    Density density = Density::Comfortable;
    int readAfterMs = 500; ///< until an open conversation counts as read; 0: at once; kByHand: never by itself
    int undoSeconds = 10; ///< in which a sent mail can be called back
    Notify notify = Notify::Positive;
    bool notifyHealth = true; ///< a mailbox that needs its user
    bool hideText = false; ///< notifications name nobody: shared screens

    bool operator==(const Preferences &) const = default;
};

[[nodiscard]] Preferences readPreferences(const QSettings &settings);
void writePreferences(QSettings &settings, const Preferences &preferences);

} // namespace inlet::ui
