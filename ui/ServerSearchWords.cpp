// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ServerSearchWords.h"

#include "ui/Phrases.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace inlet::ui
{

namespace
{

using State = engine::MailboxSearch::State;

QString serverSaid(const char *text)
{
    return QCoreApplication::translate("ServerSearch", text);
}

qint64 countOf(const engine::ServerSearchStatus &status, std::initializer_list<State> states)
{
    return std::count_if(status.mailboxes.cbegin(), status.mailboxes.cend(), [&states](const engine::MailboxSearch &mailbox) {
        return std::find(states.begin(), states.end(), mailbox.state) != states.end();
    });
}

qint64 fetchedOf(const engine::ServerSearchStatus &status)
{
    qint64 fetched = 0;
    for (const engine::MailboxSearch &mailbox : status.mailboxes)
        fetched += mailbox.fetched;
    return fetched;
}

QString fetchedWords(qint64 fetched)
{
    return phrases::plural(fetched, serverSaid("1 message fetched"), serverSaid("%1 messages fetched"));
}

} // namespace

bool hasMoreOnServers(const engine::ServerSearchStatus &status)
{
    return std::any_of(status.mailboxes.cbegin(), status.mailboxes.cend(), [](const engine::MailboxSearch &mailbox) { return mailbox.more; });
}

QString serverSearchSummary(const engine::ServerSearchStatus &status)
{
    const qint64 fetched = fetchedOf(status);
    const qint64 asked = status.mailboxes.size() - countOf(status, {State::Complete, State::Skipped});
    const qint64 ended = countOf(status, {State::Done, State::Failed, State::Stopped});
    QStringList parts;
    if (status.running) {
        parts += asked == 1 ? serverSaid("Searching on the server") : serverSaid("Searching on the servers: %1 of %2 mailboxes done").arg(ended).arg(asked);
        if (fetched > 0)
            parts += fetchedWords(fetched);
        return parts.join(QStringLiteral(" · "));
    }
    const qint64 stopped = countOf(status, {State::Stopped});
    const qint64 unasked = countOf(status, {State::Skipped, State::Failed});
    if (stopped > 0)
        parts += serverSaid("Stopped");
    if (fetched > 0)
        parts += fetchedWords(fetched);
    else if (stopped == 0 && countOf(status, {State::Done}) > 0)
        parts += serverSaid("Nothing more on the servers");
    if (unasked > 0)
        parts += phrases::plural(unasked, serverSaid("1 mailbox could not be searched"), serverSaid("%1 mailboxes could not be searched"));
    if (hasMoreOnServers(status))
        parts += serverSaid("there is more");
    if (parts.isEmpty())
        parts += serverSaid("All mail is on this computer");
    return parts.join(QStringLiteral(" · "));
}

QString serverSearchLine(const engine::MailboxSearch &mailbox)
{
    QString words;
    switch (mailbox.state) {
    case State::Complete: words = serverSaid("all of its mail is on this computer"); break;
    case State::Skipped: words = serverSaid("not asked"); break;
    case State::Waiting: words = serverSaid("waits for its turn"); break;
    case State::Searching:
        words = mailbox.total > 0
            ? serverSaid("%1 of about %2 messages looked at").arg(phrases::number(mailbox.looked), phrases::number(mailbox.total))
            : serverSaid("being searched");
        break;
    case State::Done:
        if (mailbox.fetched == 0)
            words = serverSaid("nothing more there");
        break;
    case State::Stopped: words = serverSaid("stopped"); break;
    case State::Failed: words = serverSaid("could not be searched"); break;
    }
    QStringList parts{words};
    if (mailbox.fetched > 0)
        parts += fetchedWords(mailbox.fetched);
    if (mailbox.more)
        parts += serverSaid("there is more");
    parts.removeAll(QString());
    const QString said = parts.join(QStringLiteral(" · "));
    return mailbox.reason.isEmpty() ? said : QStringLiteral("%1. %2").arg(said, phrases::oneLine(mailbox.reason));
}

} // namespace inlet::ui
