// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SalvageWords.h"

namespace inlet::engine
{

namespace
{

QString counted(qint64 number, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(number).arg(QLatin1String(number == 1 ? one : many));
}

QString keptWords(const store::SalvageReport &report)
{
    QStringList kept{counted(report.mailboxes, "mailbox", "mailboxes"),
        counted(report.conversations, "conversation with your decisions", "conversations with your decisions")};
    const struct {
        qint64 number;
        const char *one;
        const char *many;
    } others[] = {{report.drafts, "draft", "drafts"}, {report.outgoing, "message of the outbox", "messages of the outbox"},
        {report.suppressions, "do-not-contact entry", "do-not-contact entries"}, {report.rules, "rule", "rules"},
        {report.waiting, "change that waits for its server", "changes that wait for their servers"}};
    for (const auto &other : others) {
        if (other.number > 0)
            kept.append(counted(other.number, other.one, other.many));
    }
    return kept.join(QStringLiteral(", "));
}

} // namespace

QString salvageText(const store::SalvageReport &report)
{
    QStringList words{QStringLiteral("The local database was damaged and has been replaced."),
        QStringLiteral("Kept: %1.").arg(keptWords(report))};
    if (report.mailboxes > 0)
        words.append(QStringLiteral("Your mail is being fetched again from the servers."));
    else
        words.append(QStringLiteral("No mailbox could be read: connect them again, and the mail comes back from the servers."));
    if (report.uncertain > 0)
        words.append(QStringLiteral("%1 may have left or not and will not be sent again by itself: look at the outbox.")
                         .arg(counted(report.uncertain, "message", "messages")));
    if (!report.incomplete.isEmpty())
        words.append(report.fromCopy
                ? QStringLiteral("Read from the safety copy, which may be some minutes older: %1.").arg(report.incomplete.join(QStringLiteral(", ")))
                : QStringLiteral("Could not be read whole: %1.").arg(report.incomplete.join(QStringLiteral(", "))));
    if (report.newestLost)
        words.append(QStringLiteral("What was changed last may be missing."));
    words.append(QStringLiteral("The old file is %1.").arg(report.oldFile));
    return words.join(QLatin1Char(' '));
}

QString salvageDetails(const store::SalvageReport &report)
{
    return QStringLiteral("This happened on %1. Earlier steps can no longer be undone. When everything is back, the old file can be deleted.")
        .arg(report.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

} // namespace inlet::engine
