// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/ActionTable.h"

#include "store/values/SavedView.h"
#include "ui/CategoryBook.h"
#include "ui/Phrases.h"
#include "ui/actions/KeyBindings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace inlet::ui
{

namespace
{

QString said(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

ActionSpec entry(ActionId id, const QString &group, const char *text, const char *keys, bool anywhere = false)
{
    return {id, group, said(text), QString::fromLatin1(keys).split(QLatin1Char('|'), Qt::SkipEmptyParts), anywhere};
}

QList<ActionSpec> moving()
{
    const QString group = said("Moving");
    using enum ActionId;
    return {
        entry(NextRow, group, "Next conversation", "j|Down"),
        entry(PreviousRow, group, "Previous conversation", "k|Up"),
        entry(FirstRow, group, "First conversation", "Home"),
        entry(LastRow, group, "Last conversation", "End"),
        entry(Open, group, "Open conversation", "Enter|o"),
        entry(BackToList, group, "Back to the list", "u|Esc"),
        entry(NextMessage, group, "Next message", "n"),
        entry(PreviousMessage, group, "Previous message", "p"),
        entry(OpenAllMessages, group, "Open all messages", ";"),
        entry(CloseAllMessages, group, "Close all messages", ":"),
        entry(ShowNew, group, "Show new conversations", "."),
        entry(NextSplit, group, "Next split", "Tab"),
        entry(PreviousSplit, group, "Previous split", "Shift+Tab"),
        entry(OrderNewest, group, "Order: newest first", "Alt+Shift+N"),
        entry(OrderWaiting, group, "Order: longest waiting first", "Alt+Shift+W"),
        entry(OrderHottest, group, "Order: hottest first", "Alt+Shift+H"),
        entry(NextPane, group, "Next pane", "F6", true),
        entry(PreviousPane, group, "Previous pane", "Shift+F6", true),
        entry(Search, group, "Search", "/"),
        entry(SearchServers, group, "Search on the servers", "Ctrl+Shift+E", true),
        entry(ZeroRun, group, "Zero-inbox run", "F7", true),
    };
}

QList<ActionSpec> deciding()
{
    const QString group = said("Deciding");
    using enum ActionId;
    return {
        entry(Archive, group, "Done", "e"),
        entry(DoneAndNext, group, "Done and next", "]"),
        entry(DoneAndPrevious, group, "Done and previous", "["),
        entry(Delete, group, "Delete", "#|Delete"),
        entry(Junk, group, "Junk", "!"),
        entry(Star, group, "Star", "s"),
        entry(Snooze, group, "Snooze", "h"),
        entry(Mute, group, "Mute or unmute", "m"),
        entry(MoveToFolder, group, "Move to a folder", "v"),
        entry(ActionId::Label, group, "Label", "l l|l Enter"),
        entry(Remind, group, "Remind me if nobody answers", "b"),
        entry(ActionId::DoNotContact, group, "Do not contact", "d"),
        entry(FixForAll, group, "Wrong category: fix for all like this", "w"),
        entry(FromPerson, group, "This is a reply from a person", "= p"),
        entry(FromAutomat, group, "This is an automatic reply", "= a"),
        entry(IsBounce, group, "This is a bounce", "= b"),
        entry(ActionId::SamePerson, group, "Same person: join what is proposed", "y"),
        entry(NotSamePerson, group, "Not the same person", "Shift+Y"),
        entry(MarkRead, group, "Mark as read", "Shift+I"),
        entry(MarkUnread, group, "Mark as unread", "Shift+U"),
        entry(MoveAcross, group, "Move to or from Other mail", "Shift+O"),
        entry(Undo, group, "Undo", "Ctrl+Z"),
        entry(Mark, group, "Select", "x"),
        entry(ExtendDown, group, "Select and go down", "Shift+J|Shift+Down"),
        entry(ExtendUp, group, "Select and go up", "Shift+K|Shift+Up"),
        entry(MarkAll, group, "Select all", "* a|Ctrl+A"),
        entry(MarkNone, group, "Select none", "* n"),
        entry(MarkUnreadOnes, group, "Select unread", "* u"),
    };
}

QList<ActionSpec> categories()
{
    const QString group = said("Category");
    QList<ActionSpec> specs;
    constexpr int kCategories = 10;
    for (int at = 1; at <= kCategories; ++at) {
        const int category = at % kCategories; // 0 stands last, as on the keyboard
        specs.append({ActionId(int(ActionId::CategoryUnsorted) + category), group,
            phrases::category(store::Category(category)), {QString::number(category)}, false});
    }
    for (int number = 1; number <= CategoryBook::kNumbers; ++number)
        specs.append({ownCategoryAction(number), group, said("Own category %1").arg(number), {QStringLiteral("l %1").arg(number)}, false});
    return specs;
}

QList<ActionSpec> writingAndRest()
{
    const QString writing = said("Writing");
    const QString places = said("Going to");
    const QString window = said("Window");
    using enum ActionId;
    return {
        entry(Reply, writing, "Reply", "r"),
        entry(ReplyAll, writing, "Reply to all", "a"),
        entry(ReplyWithTemplate, writing, "Reply with a template", "t"),
        entry(Forward, writing, "Forward", "f"),
        entry(Compose, writing, "New mail", "c"),
        entry(GoInbox, places, "Needs answer", "g i"),
        entry(GoAll, places, "All", "g a"),
        entry(GoUnread, places, "Unread", "g u"),
        entry(GoStarred, places, "Starred", "g s"),
        entry(GoSent, places, "Sent", "g t"),
        entry(GoDrafts, places, "Drafts", "g d"),
        entry(GoOutbox, places, "Outbox", "g o"),
        entry(GoSnoozed, places, "Snoozed", "g h"),
        entry(CheckNow, window, "Check for mail now", "F5", true),
        entry(ToggleHtml, window, "Show as sent, or as clean text", "Alt+H", true),
        entry(TogglePaper, window, "Light paper for this message", "Alt+L", true),
        entry(ToggleLead, window, "Show or hide the person", "Ctrl+.", true),
        entry(MailboxTable, window, "Mailboxes", "Ctrl+Shift+M", true),
        entry(MailboxSettings, window, "Settings of this mailbox", "Ctrl+,", true),
        entry(ConnectMailbox, window, "Connect a mailbox", "Ctrl+Shift+N", true),
        entry(ConnectMany, window, "Connect many mailboxes", "Ctrl+Shift+L", true),
        entry(DoNotContactList, window, "Do-not-contact list", "Ctrl+Shift+D", true),
        entry(ImportLeads, window, "Import leads", "Ctrl+Shift+G", true),
        entry(BounceView, window, "Bounces by cause", "Ctrl+Shift+B", true),
        entry(DecisionLog, window, "History of decisions", "Ctrl+Shift+H", true),
        entry(Preferences, window, "Settings", "Ctrl+Shift+P", true),
        entry(Palette, window, "Do anything by name", "Ctrl+K", true),
        entry(Keys, window, "All keys", "?"),
        entry(EditTemplates, window, "Templates", "Ctrl+Shift+T", true),
        entry(EditKeys, window, "Change keys", ""),
        entry(ActionId::GuidedRun, window, "Guided run through the keys", ""),
        entry(Quit, window, "Quit", "Ctrl+Q", true),
    };
}

QList<ActionSpec> views()
{
    const QString group = said("Saved views");
    QList<ActionSpec> specs{entry(ActionId::KeepView, group, "Keep this list as a view", "Ctrl+Shift+K", true),
        entry(ActionId::EditViews, group, "Change saved views", "Ctrl+0", true)};
    for (int number = 1; number <= store::SavedView::kMostNumber; ++number)
        specs.append({viewAction(number), group, said("Saved view %1").arg(number), {QStringLiteral("Ctrl+%1").arg(number)}, true});
    return specs;
}

} // namespace

ActionId viewAction(int number)
{
    return ActionId(int(ActionId::View1) + number - 1);
}

ActionId ownCategoryAction(int number)
{
    return ActionId(int(ActionId::OwnCategory1) + number - 1);
}

const QList<ActionSpec> &builtInTable()
{
    static const QList<ActionSpec> table = moving() + deciding() + categories() + views() + writingAndRest();
    return table;
}

const QList<ActionSpec> &actionTable()
{
    return keyBindings().table();
}

const ActionSpec &actionSpec(ActionId id)
{
    for (const ActionSpec &spec : actionTable()) {
        if (spec.id == id)
            return spec;
    }
    Q_ASSERT_X(false, "actionSpec", "an action without an entry");
    return actionTable().first();
}

QString keyText(const QString &key)
{
    if (key.contains(QLatin1Char(' '))) {
        const QStringList parts = key.split(QLatin1Char(' '));
        return said("%1 then %2").arg(keyText(parts.first()), keyText(parts.last()));
    }
    if (key.size() == 1)
        return key.toUpper();
    // Keyboards are printed in languages, too.
    constexpr std::array kModifiers = {QT_TRANSLATE_NOOP("KeyNames", "Ctrl"), QT_TRANSLATE_NOOP("KeyNames", "Alt"), QT_TRANSLATE_NOOP("KeyNames", "Shift")};
    constexpr std::array kNamed = {QT_TRANSLATE_NOOP("KeyNames", "Enter"), QT_TRANSLATE_NOOP("KeyNames", "Esc"), QT_TRANSLATE_NOOP("KeyNames", "Delete"),
        QT_TRANSLATE_NOOP("KeyNames", "Backspace"), QT_TRANSLATE_NOOP("KeyNames", "Insert"), QT_TRANSLATE_NOOP("KeyNames", "Tab"),
        QT_TRANSLATE_NOOP("KeyNames", "Up"), QT_TRANSLATE_NOOP("KeyNames", "Down"), QT_TRANSLATE_NOOP("KeyNames", "Home"), QT_TRANSLATE_NOOP("KeyNames", "End")};
    QString bare = key;
    QString text;
    for (const char *modifier : kModifiers) {
        const QString prefix = QLatin1String(modifier) + QLatin1Char('+');
        if (bare.startsWith(prefix) && bare.size() > prefix.size()) {
            text += QCoreApplication::translate("KeyNames", modifier) + QLatin1Char('+');
            bare.remove(0, prefix.size());
        }
    }
    const auto *named = std::find_if(kNamed.begin(), kNamed.end(), [&bare](const char *one) { return bare == QLatin1String(one); });
    return text + (named == kNamed.end() ? bare : QCoreApplication::translate("KeyNames", *named));
}

QString withKey(ActionId id)
{
    return withKey(actionSpec(id).words, id);
}

QString withKey(const QString &words, ActionId id)
{
    const QString key = firstKey(id);
    return key.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, key);
}

QString firstKey(ActionId id)
{
    const QStringList &keys = actionSpec(id).keys;
    return keys.isEmpty() ? QString() : keyText(keys.first());
}

} // namespace inlet::ui
