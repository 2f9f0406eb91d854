// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Phrases.h"

#include "ui/CategoryBook.h"

#include "store/values/Suppression.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace inlet::ui::phrases
{

namespace
{

QString wordFor(const char *text)
{
    return QCoreApplication::translate("Phrases", text);
}

/// Would reorder the text around them: a file or sender name must not.
bool isBidiControl(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E
        || code == 0x200F || code == 0x061C;
}

} // namespace

QString category(store::Category category)
{
    switch (category) {
    case store::Category::Unsorted: return wordFor("Unsorted");
    case store::Category::Interested: return wordFor("Interested");
    case store::Category::MeetingRequest: return wordFor("Meeting request");
    case store::Category::InformationRequest: return wordFor("Information request");
    case store::Category::NotNow: return wordFor("Not now");
    case store::Category::NotInterested: return wordFor("Not interested");
    case store::Category::WrongPerson: return wordFor("Wrong person");
    case store::Category::OutOfOffice: return wordFor("Out of office");
    case store::Category::DoNotContact: return wordFor("Do not contact");
    case store::Category::Bounce: return wordFor("Bounce");
    }
    const store::OwnCategory *own = categoryBook().find(category);
    return own ? oneLine(own->name) : wordFor("Removed category");
}

QString shortCategory(store::Category value)
{
    if (value == store::Category::MeetingRequest)
        return wordFor("Meeting");
    if (value == store::Category::InformationRequest)
        return wordFor("Question");
    return category(value);
}

QString categoryCount(store::Category value, qint64 count)
{
    if (value == store::Category::MeetingRequest)
        return plural(count, wordFor("1 meeting"), wordFor("%1 meetings"));
    if (value == store::Category::InformationRequest)
        return plural(count, wordFor("1 question"), wordFor("%1 questions"));
    if (value == store::Category::WrongPerson)
        return plural(count, wordFor("1 wrong person"), wordFor("%1 wrong persons"));
    if (value == store::Category::Bounce)
        return plural(count, wordFor("1 bounce"), wordFor("%1 bounces"));
    return QStringLiteral("%1 %2").arg(number(count), store::isOwn(value) ? category(value) : category(value).toLower());
}

QString whyCategory(const store::ConversationRow &row)
{
    constexpr qsizetype kMostReasons = 8;
    constexpr qsizetype kMostLetters = 140;
    const QString said = row.kindSaid ? wordFor("You said that this is %1").arg(kind(*row.kindSaid)) : QString();
    if (row.categorySource == store::CategorySource::Manual)
        return wordFor("%1: you chose it").arg(category(row.category));
    if (!isGuessed(row) && row.category != store::Category::Unsorted)
        return QStringLiteral("%1\n%2").arg(category(row.category), said);
    if (row.category == store::Category::Unsorted && row.categoryWhy.isEmpty())
        return wordFor("Not sorted: no sign was clear enough") + (said.isEmpty() ? said : QLatin1Char('\n') + said);
    QStringList lines{row.categoryConfidence > 0 ? wordFor("%1, set automatically, %2 % sure").arg(category(row.category)).arg(row.categoryConfidence)
                                                 : wordFor("%1, set automatically").arg(category(row.category))};
    const QStringList reasons = row.categoryWhy.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &reason : reasons.mid(0, kMostReasons))
        lines.append(oneLine(reason, kMostLetters));
    if (!said.isEmpty())
        lines.append(said);
    return lines.join(QLatin1Char('\n'));
}

bool isGuessed(const store::ConversationRow &row)
{
    const bool said = row.kindSaid == triage::Kind::Bounce && row.category == store::Category::Bounce;
    return row.categorySource == store::CategorySource::Automatic && !said;
}

QString kind(triage::Kind kind)
{
    switch (kind) {
    case triage::Kind::Human: return wordFor("a reply from a person");
    case triage::Kind::AutoReply: return wordFor("an automatic reply");
    case triage::Kind::Bounce: return wordFor("a bounce");
    case triage::Kind::Own: return wordFor("your own mail");
    case triage::Kind::Other: return wordFor("other mail");
    }
    return {};
}

QString kindMark(const store::MessageItem &message)
{
    if (message.kindFound)
        return wordFor("%1, as you said").arg(kind(message.kind));
    const bool told = message.kind == triage::Kind::AutoReply || message.kind == triage::Kind::Bounce;
    return told ? wordFor("%1, found by itself").arg(kind(message.kind)) : QString();
}

QString scope(store::Scope scope)
{
    switch (scope) {
    case store::Scope::NeedsAnswer: return wordFor("Needs answer");
    case store::Scope::All: return wordFor("All");
    case store::Scope::Unread: return wordFor("Unread");
    case store::Scope::Today: return wordFor("Today");
    case store::Scope::AwaitingReply: return wordFor("Awaiting their reply");
    case store::Scope::Snoozed: return wordFor("Snoozed");
    case store::Scope::Scheduled: return wordFor("Scheduled");
    case store::Scope::Outbox: return wordFor("Outbox");
    case store::Scope::Bounces: return wordFor("Bounces");
    case store::Scope::Other: return wordFor("Other mail");
    case store::Scope::Starred: return wordFor("Starred");
    case store::Scope::Sent: return wordFor("Sent");
    case store::Scope::Archived: return wordFor("Done");
    }
    return {};
}

QString listWords(const store::ListQuery &query, const QList<accounts::Account> &accounts)
{
    constexpr qsizetype kMostSearch = 80;
    QString where = scope(query.scope);
    if (query.category)
        where = query.scope == store::Scope::All ? category(*query.category) : wordFor("%1, %2").arg(where, category(*query.category));
    for (const accounts::Account &account : accounts) {
        if (account.id == query.account)
            where = wordFor("%1, %2").arg(where, oneLine(account.email, kMostSearch));
    }
    if (query.search.isEmpty())
        return where;
    const QString what = oneLine(query.search, kMostSearch);
    return query.everywhere ? wordFor("“%1” everywhere").arg(what) : wordFor("“%1” in %2").arg(what, where);
}

QString mailboxState(const engine::MailboxStatus &status, const QDateTime &now)
{
    switch (status.state) {
    case engine::MailboxState::Off: return wordFor("Off");
    case engine::MailboxState::Connecting: return wordFor("Connecting");
    case engine::MailboxState::CatchingUp: return wordFor("Catching up");
    case engine::MailboxState::Paused: return wordFor("Paused");
    case engine::MailboxState::Live: return wordFor("Live");
    case engine::MailboxState::Checked:
        return status.provedAt.isValid() ? wordFor("Checked %1").arg(spokenTime(status.provedAt, now))
                                         : wordFor("Not checked yet");
    case engine::MailboxState::Waiting:
        return status.until.isValid() ? wordFor("Waiting until %1").arg(clockTime(status.until)) : wordFor("Waiting");
    case engine::MailboxState::NeedsUser: return wordFor("Needs you");
    }
    return {};
}

QString syncProgress(const engine::MailboxStatus &status)
{
    const bool paused = status.state == engine::MailboxState::Paused;
    if ((!paused && status.state != engine::MailboxState::CatchingUp) || status.syncDone <= 0)
        return {};
    const QString done = number(status.syncDone);
    const QString total = number(status.syncTotal);
    QString text;
    if (status.syncTotal <= 0)
        text = paused ? wordFor("%1 read").arg(done) : wordFor("%1 read, newest first").arg(done);
    else
        text = (paused ? wordFor("%1 of about %2 read") : wordFor("%1 of about %2, newest first")).arg(done, total);
    if (status.syncedBackTo.isValid())
        text += wordFor(", back to %1").arg(shortDay(status.syncedBackTo.toLocalTime().date()));
    if (const QString left = timeLeft(status.secondsLeft); !left.isEmpty())
        text += wordFor(", %1").arg(left);
    return text;
}

QString ledgerState(store::LedgerState state)
{
    switch (state) {
    case store::LedgerState::UndoWindow: return wordFor("Not sent yet");
    case store::LedgerState::Queued: return wordFor("Waiting");
    case store::LedgerState::Sending: return wordFor("Sending");
    case store::LedgerState::Accepted: return wordFor("Accepted by the server");
    case store::LedgerState::Sent: return wordFor("In Sent");
    case store::LedgerState::Unknown: return wordFor("Not known whether it left");
    case store::LedgerState::Failed: return wordFor("Not sent");
    case store::LedgerState::Cancelled: return wordFor("Called back");
    }
    return {};
}

bool isUnsent(store::LedgerState state)
{
    return state == store::LedgerState::Queued || state == store::LedgerState::Sending || state == store::LedgerState::UndoWindow;
}

bool isStuck(store::LedgerState state)
{
    return state == store::LedgerState::Failed || state == store::LedgerState::Unknown;
}

QString count(qint64 number)
{
    if (number <= 0)
        return {};
    return number > 999 ? QStringLiteral("999+") : QString::number(number);
}

QString number(qint64 number)
{
    return QLocale().toString(number);
}

QString fileSize(qint64 octets)
{
    return QLocale().formattedDataSize(std::max<qint64>(octets, 0), octets < 1024 * 1024 ? 0 : 1,
        QLocale::DataSizeTraditionalFormat);
}

QString plural(qint64 amount, const QString &one, const QString &many)
{
    const QString &form = amount == 1 ? one : many;
    return form.contains(QLatin1String("%1")) ? form.arg(number(amount)) : form;
}

QString initials(const QString &nameOrAddress)
{
    QString letters;
    bool atStart = true;
    for (const QChar character : nameOrAddress) {
        if (character == QLatin1Char('@'))
            break;
        if (character.isLetterOrNumber()) {
            if (atStart && letters.size() < 2)
                letters.append(character.toUpper());
            atStart = false;
        } else if (!character.isMark() && character != QLatin1Char('\'')) {
            atStart = true;
        }
    }
    return letters.isEmpty() ? QStringLiteral("?") : letters;
}

QString person(const QString &name, const QString &address)
{
    const QString plain = oneLine(name, 120);
    if (!plain.isEmpty())
        return plain;
    const QString bare = oneLine(address, 120);
    return bare.isEmpty() ? wordFor("Unknown sender") : bare;
}

QString company(const QString &address)
{
    const QString domain = accounts::domainOf(address);
    return store::isFreeMailDomain(domain) ? QString() : oneLine(domain, 80);
}

QString company(const store::ConversationRow &row)
{
    const QString listed = oneLine(row.company, 80);
    return listed.isEmpty() ? company(row.prospectAddress) : listed;
}

QString oneLine(const QString &text, qsizetype limit)
{
    QString line;
    line.reserve(std::min(text.size(), limit));
    for (const QChar character : text) {
        if (line.size() >= limit)
            break;
        if (isBidiControl(character))
            continue;
        const bool blank = character.isSpace() || character.category() == QChar::Other_Control;
        if (blank && (line.isEmpty() || line.back() == QLatin1Char(' ')))
            continue;
        line.append(blank ? QChar(u' ') : character);
    }
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

} // namespace inlet::ui::phrases
