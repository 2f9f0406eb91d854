// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/MachineMail_p.h"

#include "mime/Mime.h"
#include "triage/Phrases_p.h"

namespace inlet::triage
{

namespace
{

bool answersSomebody(const mime::MessageHeader &header)
{
    return !header.inReplyTo.isEmpty() || !header.references.isEmpty();
}

/// Mailboxes that nobody writes from. What starts a conversation needs less: a person may answer from "alerts@".
QString senderEvidence(const mime::MessageHeader &header)
{
    const bool starts = !answersSomebody(header);
    for (const mime::Address &from : header.from) {
        QString local = from.address.left(from.address.indexOf(u'@')).toLower();
        local.remove(u'-').remove(u'_').remove(u'.');
        for (const char *known : {"noreply", "donotreply", "nereply", "notifications", "notification", "newsletter",
                 "mailerdaemon", "noresponder", "nepasrepondre", "keineantwort", "automailer"}) {
            if (local.startsWith(QLatin1String(known)) || (starts && local.endsWith(QLatin1String(known))))
                return QStringLiteral("sent by %1").arg(from.address);
        }
        for (const char *known : {"notify", "notifier", "alert", "alerts", "alerting", "quarantine", "wordpress", "nagios",
                 "zabbix", "jenkins", "cron", "crondaemon", "receipts", "einvoice", "orderupdate", "autoconfirm", "shipmenttracking",
                 "virusalert", "spamdigest", "digest", "reminder", "reminders", "mailer", "automated", "automatic", "system", "robot", "bot"}) {
            if (starts && local == QLatin1String(known))
                return QStringLiteral("sent by %1").arg(from.address);
        }
    }
    return {};
}

/// Bills and reminders that answer nobody say that a program wrote them, or ask not to be answered.
QString wordsEvidence(const mime::ParsedMessage &message)
{
    constexpr qsizetype kReadText = 4000;
    const QString &subject = message.header.subject;
    if (answersSomebody(message.header) || mime::bareSubject(subject) != subject.trimmed())
        return {};
    const QString folded = mime::PhraseTable::fold(message.newText.left(kReadText));
    const auto hit = autoReplyPhrases().find(QStringLiteral("automat"), folded);
    // "Can it send an automatic reply?" has it within a sentence; what tells of itself begins one.
    const bool begins = hit && (hit->at == 0 || (hit->at > 1 && QStringView(u".!?:*-").contains(folded.at(hit->at - 2))));
    return begins ? QStringLiteral("the words \"%1\"").arg(hit->phrase) : QString();
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
    for (const char *name : {"List-Unsubscribe", "Feedback-ID", "X-Campaign-Id", "X-CampaignID", "X-Mailgun-Tag", "X-GitHub-Reason", "X-LinkedIn-Class", "X-Cron-Env"}) {
        if (!header.field(name).isEmpty() && !answersSomebody(header))
            return QStringLiteral("header %1 (bulk mail)").arg(QLatin1String(name));
    }
    const QByteArray precedence = header.field("Precedence").toLower();
    for (const char *known : {"bulk", "list", "junk"}) {
        if (precedence.startsWith(known))
            return QStringLiteral("header Precedence: %1").arg(QLatin1String(known));
    }
    const QString sender = senderEvidence(header);
    return sender.isEmpty() ? wordsEvidence(message) : sender;
}

} // namespace inlet::triage
