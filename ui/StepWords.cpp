// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/StepWords.h"

#include "ui/Phrases.h"

#include <QCoreApplication>

namespace inlet::ui::steps
{

namespace
{

constexpr qsizetype kMostStepName = 60;

QString stepSaid(const char *text)
{
    return QCoreApplication::translate("Steps", text);
}

QString conversationsSaid(qint64 count)
{
    return stepSaid("%1 conversations").arg(phrases::number(count));
}

QString whose(const store::UndoStep &step, qint64 asked)
{
    if (asked > step.conversations)
        return stepSaid("%1 of %2 conversations").arg(phrases::number(step.conversations), phrases::number(asked));
    return step.conversations > 1 ? conversationsSaid(step.conversations)
                                  : phrases::oneLine(step.firstName, kMostStepName);
}

QString undoneWords(store::TriageVerb verb)
{
    using enum store::TriageVerb;
    switch (verb) {
    case Archive:
    case SortAway: return stepSaid("Back in the inbox");
    case Unarchive: return stepSaid("Done again");
    case Delete: return stepSaid("Back from the trash");
    case Junk: return stepSaid("No longer junk");
    case SetCategory: return stepSaid("Category as before");
    case Snooze: return stepSaid("No longer snoozed");
    case Unsnooze: return stepSaid("Snoozed again");
    case MoveToOther: return stepSaid("Back with your prospects");
    case MoveToProspects: return stepSaid("Back in Other mail");
    case MarkRead: return stepSaid("Unread again");
    case MarkUnread: return stepSaid("Read again");
    case Star: return stepSaid("Star removed");
    case Unstar: return stepSaid("Starred again");
    case Remind: return stepSaid("Reminder as before");
    case Unremind: return stepSaid("Reminder set again");
    case AddRule: return stepSaid("Rule removed");
    case Mute: return stepSaid("No longer muted");
    case Unmute: return stepSaid("Muted again");
    case MoveToFolder: return stepSaid("Moved back");
    case SamePerson: return stepSaid("Two conversations again");
    case SetKind: return stepSaid("As it was taken before");
    case RemoveCategory: return stepSaid("Category is back");
    case Label: return stepSaid("Labels as before");
    }
    return {};
}

} // namespace

QString whose(const store::ConversationRow &first, qsizetype conversations)
{
    return conversations > 1 ? conversationsSaid(conversations) : phrases::person(first.prospectName, first.prospectAddress);
}

QString done(store::TriageVerb verb)
{
    using enum store::TriageVerb;
    switch (verb) {
    case Archive: return stepSaid("Done");
    case Unarchive: return stepSaid("Back in the list");
    case Delete: return stepSaid("Deleted");
    case Junk: return stepSaid("Junk");
    case SetCategory: return stepSaid("Category set");
    case Snooze: return stepSaid("Snoozed");
    case Unsnooze: return stepSaid("Awake again");
    case MoveToOther: return stepSaid("Moved to Other mail");
    case MoveToProspects: return stepSaid("Moved to your prospects");
    case MarkRead: return stepSaid("Marked as read");
    case MarkUnread: return stepSaid("Marked as unread");
    case Star: return stepSaid("Starred");
    case Unstar: return stepSaid("Star removed");
    case Remind: return stepSaid("You will be reminded");
    case Unremind: return stepSaid("Reminder removed");
    case AddRule: return stepSaid("Rule applied");
    case Mute: return stepSaid("Muted");
    case Unmute: return stepSaid("No longer muted");
    case MoveToFolder: return stepSaid("Moved");
    case SamePerson: return stepSaid("One conversation now");
    case SetKind: return stepSaid("Kind of mail set");
    case RemoveCategory: return stepSaid("Category removed");
    case Label: return stepSaid("Labels changed");
    case SortAway: return stepSaid("Category set and done");
    }
    return {};
}

QString undone(const store::UndoStep &step, qint64 asked)
{
    const QString who = whose(step, asked);
    return who.isEmpty() ? undoneWords(step.verb) : stepSaid("%1: %2").arg(undoneWords(step.verb), who);
}

QString sentence(const store::UndoStep &step, const QString &what, qint64 asked)
{
    const QString words = what.isEmpty() ? done(step.verb) : what;
    const QString who = whose(step, asked);
    return who.isEmpty() ? words : QStringLiteral("%1 · %2").arg(words, who);
}

} // namespace inlet::ui::steps
