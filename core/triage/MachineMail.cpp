// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/MachineMail_p.h"

namespace inlet::triage
{

namespace
{

bool answersSomebody(const mime::MessageHeader &header)
{
    return !header.inReplyTo.isEmpty() || !header.references.isEmpty();
}

QString senderEvidence(const mime::MessageHeader &header)
{
    for (const mime::Address &from : header.from) {
        QString local = from.address.left(from.address.indexOf(u'@')).toLower();
        local.remove(u'-').remove(u'_').remove(u'.');
        for (const char *known : {"noreply", "donotreply", "nereply", "notifications", "notification", "newsletter",
                 "mailerdaemon", "noresponder", "nepasrepondre", "keineantwort", "automailer"}) {
            if (local.startsWith(QLatin1String(known)))
                return QStringLiteral("sent by %1").arg(from.address);
        }
    }
    return {};
}

} // namespace

QString machineEvidence(const mime::ParsedMessage &message)
{
    const mime::MessageHeader &header = message.header;
    const QByteArray submitted = header.field("Auto-Submitted").toLower();
    if (submitted.startsWith("auto-"))
        return QStringLiteral("header Auto-Submitted: %1").arg(QString::fromLatin1(submitted.left(40)));
    for (const char *name : {"List-Id", "List-Post", "X-Mailman-Version", "X-BeenThere"}) {
        if (!header.field(name).isEmpty())
            return QStringLiteral("header %1 (mailing list)").arg(QLatin1String(name));
    }
    // Sales tools put unsubscribe fields on replies written by hand too.
    for (const char *name : {"List-Unsubscribe", "Feedback-ID", "X-Campaign-Id", "X-CampaignID", "X-Mailgun-Tag"}) {
        if (!header.field(name).isEmpty() && !answersSomebody(header))
            return QStringLiteral("header %1 (bulk mail)").arg(QLatin1String(name));
    }
    const QByteArray precedence = header.field("Precedence").toLower();
    for (const char *known : {"bulk", "list", "junk"}) {
        if (precedence.startsWith(known))
            return QStringLiteral("header Precedence: %1").arg(QLatin1String(known));
    }
    return senderEvidence(header);
}

} // namespace inlet::triage
