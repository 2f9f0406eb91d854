// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SalvageWords.h"

#include <QCoreApplication>

namespace inlet::engine
{

namespace
{

QString counted(qint64 number, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(number).arg(QCoreApplication::translate("Engine", number == 1 ? one : many));
}

QString keptWords(const store::SalvageReport &report)
{
    QStringList kept{counted(report.mailboxes, QT_TRANSLATE_NOOP("Engine", "mailbox"), QT_TRANSLATE_NOOP("Engine", "mailboxes")),
        counted(report.conversations, QT_TRANSLATE_NOOP("Engine", "conversation with your decisions"), QT_TRANSLATE_NOOP("Engine", "conversations with your decisions"))};
    const struct {
        qint64 number;
        const char *one;
        const char *many;
    } others[] = {{report.drafts, QT_TRANSLATE_NOOP("Engine", "draft"), QT_TRANSLATE_NOOP("Engine", "drafts")}, {report.outgoing, QT_TRANSLATE_NOOP("Engine", "message of the outbox"), QT_TRANSLATE_NOOP("Engine", "messages of the outbox")},
        {report.suppressions, QT_TRANSLATE_NOOP("Engine", "do-not-contact entry"), QT_TRANSLATE_NOOP("Engine", "do-not-contact entries")}, {report.rules, QT_TRANSLATE_NOOP("Engine", "rule"), QT_TRANSLATE_NOOP("Engine", "rules")},
        {report.waiting, QT_TRANSLATE_NOOP("Engine", "change that waits for its server"), QT_TRANSLATE_NOOP("Engine", "changes that wait for their servers")}};
    for (const auto &other : others) {
        if (other.number > 0)
            kept.append(counted(other.number, other.one, other.many));
    }
    return kept.join(QStringLiteral(", "));
}

} // namespace

QString salvageText(const store::SalvageReport &report)
{
    QStringList words{QCoreApplication::translate("Engine", "The local database was damaged and has been replaced."),
        QCoreApplication::translate("Engine", "Kept: %1.").arg(keptWords(report))};
    if (report.mailboxes > 0)
        words.append(QCoreApplication::translate("Engine", "Your mail is being fetched again from the servers."));
    else
        words.append(QCoreApplication::translate("Engine", "No mailbox could be read: connect them again, and the mail comes back from the servers."));
    if (report.uncertain > 0)
        words.append(QCoreApplication::translate("Engine", "%1 may have left or not and will not be sent again by itself: look at the outbox.")
                         .arg(counted(report.uncertain, QT_TRANSLATE_NOOP("Engine", "message"), QT_TRANSLATE_NOOP("Engine", "messages"))));
    if (!report.incomplete.isEmpty())
        words.append(report.fromCopy
                ? QCoreApplication::translate("Engine", "Read from the safety copy, which may be some minutes older: %1.").arg(report.incomplete.join(QStringLiteral(", ")))
                : QCoreApplication::translate("Engine", "Could not be read whole: %1.").arg(report.incomplete.join(QStringLiteral(", "))));
    if (report.newestLost)
        words.append(QCoreApplication::translate("Engine", "What was changed last may be missing."));
    words.append(QCoreApplication::translate("Engine", "The old file is %1.").arg(report.oldFile));
    return words.join(QLatin1Char(' '));
}

QString salvageDetails(const store::SalvageReport &report)
{
    return QCoreApplication::translate("Engine", "This happened on %1. Earlier steps can no longer be undone. When everything is back, the old file can be deleted.")
        .arg(report.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

} // namespace inlet::engine
