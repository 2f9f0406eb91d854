// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/values/Conversation.h"
#include "ui/Accessible.h"
#include "ui/Languages.h"
#include "ui/QuietHours.h"
#include "ui/RowLook.h"
#include "ui/models/RowSentence.h"

#include <QSet>
#include <QString>

class QSettings;

namespace inlet::ui
{

/// What the user chose about the program itself; kept in the profile's settings. What is stored is
/// checked when it is read: a damaged file gives the defaults.
struct Preferences {
    /// HTML mail in the dark, whose sender nothing else was said about. Automatic: as its colours want it.
    enum class Paper { Automatic, Light, Dark };
    /// What the icon in the tray counts.
    enum class TrayCount { Positive, Unread, Nothing };
    enum class OnClose { Ask, Stay, End };

    static constexpr int kByHand = -1;
    static constexpr int kUntilDismissed = 0;

    Language language = Language::System; ///< of the window, from the next start on
    RowLook rows; ///< of the list
    Paper paper = Paper::Automatic;
    int readAfterMs = 500; ///< until an open conversation counts as read; 0: at once; kByHand: never by itself
    int undoSeconds = 10; ///< in which a sent mail can be called back
    OnClose onClose = OnClose::Ask; ///< of the main window, where there is a tray

    /// Replies of people in these are told.
    QSet<store::Category> notifyCategories = positiveCategories();
    QSet<AccountId> silentMailboxes; ///< nothing that they receive is told
    bool notifyHealth = true; ///< a mailbox that needs its user
    bool hideText = false; ///< notifications name nobody: shared screens
    QuietHours quietHours;
    TrayCount trayCount = TrayCount::Positive;

    QSet<accessible::Spoken> spoken = accessible::allSpoken(); ///< to screen readers
    QList<RowPart> rowParts = allRowParts(); ///< what they are told of a row, in this order
    int noticeSeconds = 8; ///< for which a notice with Undo stays

    /// Interested, meeting request, information request.
    [[nodiscard]] static QSet<store::Category> positiveCategories();
    /// Categories that a reply of a person can have: never bounces and automatic replies.
    [[nodiscard]] static QList<store::Category> tellableCategories();

    bool operator==(const Preferences &) const = default;
};

[[nodiscard]] Preferences readPreferences(const QSettings &settings);
void writePreferences(QSettings &settings, const Preferences &preferences);

} // namespace inlet::ui
