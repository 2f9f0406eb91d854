// SPDX-License-Identifier: GPL-3.0-or-later
// The sets of keys as data. The first one, Gmail, stands in the table of actions itself.
#include "ui/actions/KeyPlan.h"

#include <algorithm>
#include <span>

namespace inlet::ui
{

namespace
{

struct SetEntry {
    ActionId action;
    const char *keys; ///< parted by |, "" for none
};

// What the other program has a key for; the rest stays as it is in Gmail.
std::span<const SetEntry> outlookKeys()
{
    using enum ActionId;
    static constexpr SetEntry kEntries[] = {
        {Compose, "Ctrl+N|c"}, {Reply, "Ctrl+R|r"}, {ReplyAll, "Ctrl+Shift+R|a"}, {Forward, "Ctrl+F|f"}, {Archive, "Backspace|e"},
        {Delete, "Delete|Ctrl+D|#"}, {MarkRead, "Ctrl+Q|Shift+I"}, {MarkUnread, "Ctrl+U|Shift+U"}, {Star, "Insert|s"}, {Search, "Ctrl+E|F3|/"},
        {CheckNow, "F9|F5"}, {NextMessage, "Ctrl+.|n"}, {PreviousMessage, "Ctrl+,|p"}, {GoInbox, "Ctrl+Shift+I|g i"},
        {GoOutbox, "Ctrl+Shift+O|g o"}, {ToggleLead, "Alt+P"}, {ActionId::MailboxSettings, "Alt+Shift+M"}, {Quit, "Ctrl+Shift+Q"},
        {ActionId::Preferences, "Alt+T"}, {Mute, "Ctrl+Delete|m"}, {MoveToFolder, "Ctrl+Shift+V|v"},
    };
    return kEntries;
}

// With Ctrl in the place of Command.
std::span<const SetEntry> appleMailKeys()
{
    using enum ActionId;
    static constexpr SetEntry kEntries[] = {
        {Compose, "Ctrl+N|c"}, {Reply, "Ctrl+R|r"}, {ReplyAll, "Ctrl+Shift+R|a"}, {Forward, "Ctrl+Shift+F|f"}, {Archive, "Ctrl+Alt+A|e"},
        {Delete, "Backspace|Delete|#"}, {Junk, "Ctrl+Shift+J|!"}, {MarkUnread, "Ctrl+Shift+U|Shift+U"}, {Star, "Ctrl+Shift+L|s"},
        {Search, "Ctrl+Alt+F|/"}, {CheckNow, "Ctrl+Shift+N|F5"}, {ConnectMailbox, "Ctrl+Alt+N"}, {ConnectMany, "Ctrl+Alt+L"},
        {ActionId::Preferences, "Ctrl+,"}, {ActionId::MailboxSettings, "Ctrl+Alt+M"}, {Open, "Enter|Ctrl+O|o"},
    };
    return kEntries;
}

// For screen readers, which have commands on the single letters: no character alone.
std::span<const SetEntry> modifierKeys()
{
    using enum ActionId;
    static constexpr SetEntry kEntries[] = {
        {NextRow, "Down|Ctrl+Down"}, {PreviousRow, "Up|Ctrl+Up"}, {Open, "Enter|Ctrl+O"}, {BackToList, "Esc"}, {NextMessage, "Alt+Down"},
        {PreviousMessage, "Alt+Up"}, {OpenAllMessages, "Alt+Shift+Down"}, {CloseAllMessages, "Alt+Shift+Up"}, {ShowNew, "Alt+Home"},
        {Search, "Ctrl+F"}, {Archive, "Ctrl+E"}, {DoneAndNext, "Ctrl+]"}, {DoneAndPrevious, "Ctrl+["}, {Delete, "Delete"}, {Junk, "Ctrl+J"},
        {Star, "Ctrl+Shift+S"}, {Snooze, "Ctrl+H"}, {Remind, "Ctrl+B"}, {ActionId::DoNotContact, "Ctrl+D"}, {FixForAll, "Ctrl+Shift+W"},
        {OwnCategory1, "Ctrl+Alt+1"}, {OwnCategory2, "Ctrl+Alt+2"}, {OwnCategory3, "Ctrl+Alt+3"}, {OwnCategory4, "Ctrl+Alt+4"}, {OwnCategory5, "Ctrl+Alt+5"},
        {OwnCategory6, "Ctrl+Alt+6"}, {OwnCategory7, "Ctrl+Alt+7"}, {OwnCategory8, "Ctrl+Alt+8"}, {OwnCategory9, "Ctrl+Alt+9"}, {FromPerson, "Alt+P"}, {FromAutomat, "Alt+R"}, {IsBounce, "Alt+B"}, {SamePerson, "Alt+Y"}, {NotSamePerson, "Alt+Shift+Y"},
        {MarkRead, "Ctrl+Shift+I"}, {MarkUnread, "Ctrl+Shift+U"}, {MoveAcross, "Ctrl+Shift+O"}, {Mark, "Ctrl+M"}, {ExtendDown, "Shift+Down"},
        {ExtendUp, "Shift+Up"}, {MarkAll, "Ctrl+A"}, {MarkNone, "Ctrl+Shift+A"}, {MarkUnreadOnes, "Alt+Shift+U"}, {Category1, "Alt+1"},
        {Category2, "Alt+2"}, {Category3, "Alt+3"}, {Category4, "Alt+4"}, {Category5, "Alt+5"}, {Category6, "Alt+6"}, {Category7, "Alt+7"},
        {Category8, "Alt+8"}, {Category9, "Alt+9"}, {CategoryUnsorted, "Alt+0"}, {Reply, "Ctrl+R"}, {ReplyAll, "Ctrl+Shift+R"},
        {Forward, "Ctrl+Shift+F"}, {Compose, "Ctrl+N"}, {GoInbox, "Alt+I"}, {GoAll, "Alt+A"}, {GoUnread, "Alt+U"}, {GoStarred, "Alt+S"},
        {GoSent, "Alt+T"}, {GoDrafts, "Alt+D"}, {GoOutbox, "Alt+O"}, {GoSnoozed, "Alt+Z"}, {Mute, "Alt+M"}, {MoveToFolder, "Ctrl+Shift+V"}, {ActionId::Label, "Ctrl+L"}, {ReplyWithTemplate, "Ctrl+T"}, {Keys, "F1|Ctrl+/"},
    };
    return kEntries;
}

std::span<const SetEntry> entriesOf(KeySet set)
{
    switch (set) {
    case KeySet::Gmail: return {};
    case KeySet::Outlook: return outlookKeys();
    case KeySet::AppleMail: return appleMailKeys();
    case KeySet::ModifiersOnly: return modifierKeys();
    }
    return {};
}

} // namespace

QStringList keysInSet(KeySet set, ActionId action)
{
    for (const SetEntry &entry : entriesOf(set)) {
        if (entry.action == action)
            return QString::fromLatin1(entry.keys).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    }
    const QList<ActionSpec> &table = builtInTable();
    const auto spec = std::find_if(table.cbegin(), table.cend(), [action](const ActionSpec &one) { return one.id == action; });
    return spec == table.cend() ? QStringList() : spec->keys;
}

} // namespace inlet::ui
