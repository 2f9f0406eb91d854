// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace inlet::ui
{

Q_NAMESPACE

/// Everything that a key can do in the main window. The names are stored with the user's own keys: never rename one.
enum class ActionId {
    NextRow, PreviousRow, FirstRow, LastRow, Open, BackToList, NextMessage, PreviousMessage, ToggleMessage,
    OpenAllMessages, CloseAllMessages, DoneAndNext, DoneAndPrevious,
    Mark, ExtendDown, ExtendUp, MarkAll, MarkNone, MarkUnreadOnes,
    Archive, Delete, Junk, Star, MarkRead, MarkUnread, MoveAcross, Undo, Snooze, Remind, DoNotContact, FixForAll,
    CategoryUnsorted, Category1, Category2, Category3, Category4, Category5, Category6, Category7, Category8, Category9,
    Reply, ReplyAll, Forward, Compose,
    Search, ShowNew, CheckNow, NextSplit, PreviousSplit,
    GoInbox, GoAll, GoStarred, GoSent, GoDrafts, GoOutbox, GoUnread,
    NextPane, PreviousPane, ToggleLead, ToggleHtml, TogglePaper, MailboxTable, MailboxSettings, ConnectMailbox, ConnectMany, Keys, Quit,
    Palette, DoNotContactList, BounceView, Preferences, GoSnoozed, EditKeys, ZeroRun,
    Mute, MoveToFolder, ReplyWithTemplate, EditTemplates,
    KeepView, EditViews, View1, View2, View3, View4, View5, View6, View7, View8, View9,
    DecisionLog,
    ImportLeads, SamePerson, NotSamePerson,
    FromPerson, FromAutomat, IsBounce,
    OrderNewest, OrderWaiting, OrderHottest,
    OwnCategory1, OwnCategory2, OwnCategory3, OwnCategory4, OwnCategory5, OwnCategory6, OwnCategory7, OwnCategory8, OwnCategory9,
    Label,
    SearchServers,
    GuidedRun,
};
Q_ENUM_NS(ActionId)

/// How a key is told from others: "j", "Shift+I", "#", "Ctrl+Z", "F5", "g i" (one after the other).
/// Letters and named keys are matched with their modifiers; other characters by the character
/// alone, because layouts put them on different keys.
struct ActionSpec {
    ActionId id;
    QString group;
    QString words; ///< what it does, for the sheet and tool tips
    QStringList keys; ///< the first one is shown
    bool anywhere = false; ///< also while one types, on keys that a text field has no use for
};

/// The action that opens the saved view with that number, 1 to 9.
[[nodiscard]] ActionId viewAction(int number);

/// The action that sorts into the rep's own category with that number, 1 to 9.
[[nodiscard]] ActionId ownCategoryAction(int number);
/// The table as it is built, with the keys of the first set, in the order of the sheet. Translated.
[[nodiscard]] const QList<ActionSpec> &builtInTable();
/// The one table of actions with the keys that hold now (KeyBindings); one entry an action.
[[nodiscard]] const QList<ActionSpec> &actionTable();
[[nodiscard]] const ActionSpec &actionSpec(ActionId id);
/// "Done (E)": words and first key, for tool tips.
[[nodiscard]] QString withKey(ActionId id);
[[nodiscard]] QString withKey(const QString &words, ActionId id);
[[nodiscard]] QString firstKey(ActionId id); ///< as printed; empty: it has none
[[nodiscard]] QString keyText(const QString &key); ///< as printed on keyboards: "j" -> "J", "g i" -> "G then I"

} // namespace inlet::ui
