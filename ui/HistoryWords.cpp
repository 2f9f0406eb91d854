// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/HistoryWords.h"

#include "store/values/Conversation.h"
#include "ui/Phrases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace inlet::ui::phrases
{

namespace
{

constexpr qsizetype kMostArgument = 200;

/// A verb of the log: its words with "%1" for the argument, and its icon.
struct VerbWords {
    const char *verb;
    const char *words;
    const char *icon;
    bool event; ///< worth a line between the messages
};

constexpr std::array kVerbs = {
    VerbWords{"read", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Marked as read"), "mail-open", false},
    VerbWords{"unread", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Marked as unread"), "mail", false},
    VerbWords{"star", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Star set"), "star", false},
    VerbWords{"unstar", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Star taken away"), "star", false},
    VerbWords{"archive", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Archived"), "archive", true},
    VerbWords{"unarchive", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Brought back to the inbox"), "inbox", true},
    VerbWords{"delete", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Moved to Trash"), "trash", true},
    VerbWords{"junk", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Moved to Junk"), "junk", true},
    VerbWords{"categorize", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Category set to %1"), "tag", true},
    VerbWords{"sort-away", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Category set to %1, archived"), "tag", true},
    VerbWords{"snooze", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Snoozed until %1"), "clock", true},
    VerbWords{"unsnooze", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Snooze ended"), "clock", true},
    VerbWords{"remind", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Reminder set for %1"), "bell", true},
    VerbWords{"unremind", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Reminder taken away"), "bell", true},
    VerbWords{"move-to-other", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Moved to other mail"), "arrow-out", true},
    VerbWords{"move-to-prospects", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Moved to prospects"), "users", true},
    VerbWords{"move", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Moved to %1"), "folder", true},
    VerbWords{"mute", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Muted"), "bell-off", true},
    VerbWords{"unmute", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Heard from again"), "bell", true},
    VerbWords{"rule", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Category set to %1"), "tag", true},
    VerbWords{"add-rule", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Rule made: %1"), "list", false},
    VerbWords{"suppress", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Do not contact: %1"), "block", false},
    VerbWords{"unsuppress", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "May be contacted again: %1"), "block", false},
    VerbWords{"remove-category", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Unsorted, because the category %1 was removed"), "tag", true},
    VerbWords{"label", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Labels changed: %1"), "tag", true},
    VerbWords{"kind", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Said to be %1"), "user", true},
    VerbWords{"note", QT_TRANSLATE_NOOP("inlet::ui::HistoryWords", "Note changed"), "note", false},
};

const VerbWords *wordsFor(const QString &verb)
{
    const auto found = std::find_if(kVerbs.begin(), kVerbs.end(), [&verb](const VerbWords &one) { return verb == QLatin1String(one.verb); });
    return found == kVerbs.end() ? nullptr : &*found;
}

QString argumentOf(const store::DecisionRecord &record)
{
    if (record.verb == QLatin1String("kind")) {
        for (const triage::Kind kind : {triage::Kind::Human, triage::Kind::AutoReply, triage::Kind::Bounce}) {
            if (record.argument == triage::nameOf(kind))
                return phrases::kind(kind);
        }
    }
    if (const auto category = store::categoryFromName(record.argument))
        return phrases::category(*category);
    const QDateTime time = QDateTime::fromString(record.argument, Qt::ISODateWithMs);
    const QString until = time.isValid() ? wakeTime(time, record.at) : QString();
    return until.isEmpty() ? oneLine(record.argument, kMostArgument) : until;
}

QString historyWord(const char *text)
{
    return QCoreApplication::translate("inlet::ui::HistoryWords", text);
}

} // namespace

QString decision(const store::DecisionRecord &record)
{
    const VerbWords *words = wordsFor(record.verb);
    if (!words)
        return oneLine(record.verb, 60); // of a newer Inlet
    const QString text = historyWord(words->words);
    return text.contains(QLatin1String("%1")) ? text.arg(argumentOf(record)) : text;
}

QString decidedBy(const store::DecisionRecord &record)
{
    if (record.verb == QLatin1String("rule"))
        return historyWord("your rule");
    return record.ours ? historyWord("this computer") : historyWord("another computer");
}

QString decisionIcon(const store::DecisionRecord &record)
{
    const VerbWords *words = wordsFor(record.verb);
    return QString::fromLatin1(words ? words->icon : "info");
}

bool isEvent(const store::DecisionRecord &record)
{
    const VerbWords *words = wordsFor(record.verb);
    return words && words->event && !record.takenBack;
}

QString eventTime(const QDateTime &time, const QDateTime &now)
{
    const QDate day = time.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (day == today)
        return clockTime(time);
    const bool near = std::abs(day.daysTo(today)) < 7;
    const QString when = near ? QLocale().toString(day, QStringLiteral("ddd")) : shortDay(day, day.year() != today.year());
    return when + QLatin1Char(' ') + clockTime(time);
}

} // namespace inlet::ui::phrases
