// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"
#include "store/values/Conversation.h"

#include <QDateTime>
#include <QString>

namespace inlet::ui::phrases
{

/// Words of the user interface for values of the core; translated, never logged. Thread: GUI.
[[nodiscard]] QString category(store::Category category);
/// As on a chip: "Meeting" for "Meeting request".
[[nodiscard]] QString shortCategory(store::Category category);
/// "5 meetings", "1 question", "3 not interested".
[[nodiscard]] QString categoryCount(store::Category category, qint64 count);
/// Who sorted it, how surely and why, a reason a line; bounded, for tool tips and menus.
[[nodiscard]] QString whyCategory(const store::ConversationRow &row);
/// A program chose the category: neither the rep nor the rep's word about what the mail is.
[[nodiscard]] bool isGuessed(const store::ConversationRow &row);
/// "a reply from a person", "an automatic reply", "a bounce", "other mail".
[[nodiscard]] QString kind(triage::Kind kind);
/// At a message: what it is where that is no plain mail, and whether the rep said so; empty: nothing to tell.
[[nodiscard]] QString kindMark(const store::MessageItem &message);
/// "Mon 09:00" within a week, then "4 Dec": when something comes back. Empty for what is past.
[[nodiscard]] QString wakeTime(const QDateTime &time, const QDateTime &now);
[[nodiscard]] QString scope(store::Scope scope);
/// What a list shows: "“pricing” in Interested, anna@acme.test". One line, bounded.
[[nodiscard]] QString listWords(const store::ListQuery &query, const QList<accounts::Account> &accounts);
/// "Live", "Checked 2 min ago", "Waiting until 12:20" ...; the same everywhere.
[[nodiscard]] QString mailboxState(const engine::MailboxStatus &status, const QDateTime &now);
/// "1,240 of about 3,900, newest first, back to 12 Sep, about 4 min left"; of a paused one "1,240 of about
/// 3,900 read, back to 12 Sep". Empty where nothing is to be read.
[[nodiscard]] QString syncProgress(const engine::MailboxStatus &status);
/// "about 4 min left", coarse, as it is a guess; empty when unknown.
[[nodiscard]] QString timeLeft(qint64 seconds);
[[nodiscard]] QString ledgerState(store::LedgerState state);
[[nodiscard]] bool isUnsent(store::LedgerState state); ///< waits or is on its way
[[nodiscard]] bool isStuck(store::LedgerState state); ///< needs a decision: failed, or nobody knows

/// "now", "4 min", "2 h" within 24 h, then the weekday, then the date.
[[nodiscard]] QString relativeTime(const QDateTime &time, const QDateTime &now);
/// In full, for screen readers: "4 minutes ago", "on Tuesday at 14:05".
[[nodiscard]] QString spokenTime(const QDateTime &time, const QDateTime &now);
/// "Tuesday, 24 November 2026 at 14:05", local.
[[nodiscard]] QString exactTime(const QDateTime &time);
/// The same with the name of the zone: "... at 14:05 CET".
[[nodiscard]] QString zonedTime(const QDateTime &time);
/// "3 hours": how long something waits; at least a minute.
[[nodiscard]] QString duration(qint64 seconds);
/// "4 Dec", with the year "4 Dec 2026"; as the language orders them.
[[nodiscard]] QString shortDay(const QDate &day, bool withYear = false);
/// "Fri 4 Dec", with the year "Fri 4 Dec 2026".
[[nodiscard]] QString shortWeekday(const QDate &day, bool withYear = false);
[[nodiscard]] QString clockTime(const QDateTime &time);

/// "", "7", "999+": 0 is no news.
[[nodiscard]] QString count(qint64 number);
[[nodiscard]] QString number(qint64 number); ///< with the locale's group separators
/// Why a message or a file did not come, in a sentence.
[[nodiscard]] QString fetchProblem(const Error &error);
[[nodiscard]] QString fileSize(qint64 octets);

/// English needs two forms, other languages more: `one` and `many` are translated by themselves, "%1" is
/// the number.
[[nodiscard]] QString plural(qint64 number, const QString &one, const QString &many);

/// One or two letters for a dot: "MP" of "Mara Petersen".
[[nodiscard]] QString initials(const QString &nameOrAddress);
/// The name, else the address, else "Unknown sender"; one line, bounded.
[[nodiscard]] QString person(const QString &name, const QString &address);
/// Domain for "· company", empty for free-mail domains and bad addresses.
[[nodiscard]] QString company(const QString &address);
/// Of a list of leads, else as company(address).
[[nodiscard]] QString company(const store::ConversationRow &row);
/// Control characters and line ends to blanks, bounded; bidi controls taken out.
[[nodiscard]] QString oneLine(const QString &text, qsizetype limit = 300);

} // namespace inlet::ui::phrases
