// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Json.h"

namespace inlet::cli
{

namespace
{

QString sourceName(store::CategorySource source)
{
    switch (source) {
    case store::CategorySource::None:
        return QStringLiteral("none");
    case store::CategorySource::Automatic:
        return QStringLiteral("automatic");
    case store::CategorySource::Manual:
        return QStringLiteral("manual");
    }
    return {};
}

QJsonArray addresses(const QList<mime::Address> &list)
{
    QJsonArray array;
    for (const mime::Address &address : list)
        array.append(address.address);
    return array;
}

} // namespace

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QStringList flagNames(const imap::MessageFlags &flags)
{
    QStringList names;
    const std::pair<bool, QLatin1String> system[] = {{flags.seen, QLatin1String("\\Seen")},
        {flags.answered, QLatin1String("\\Answered")}, {flags.flagged, QLatin1String("\\Flagged")},
        {flags.deleted, QLatin1String("\\Deleted")}, {flags.draft, QLatin1String("\\Draft")}};
    for (const auto &[set, name] : system) {
        if (set)
            names.append(name);
    }
    for (const QByteArray &keyword : flags.keywords)
        names.append(QString::fromUtf8(keyword));
    return names;
}

QJsonObject bounceJson(const triage::Verdict &verdict)
{
    QJsonArray recipients;
    for (const triage::BouncedRecipient &recipient : verdict.bouncedRecipients) {
        recipients.append(QJsonObject{{QStringLiteral("recipient"), recipient.recipient},
            {QStringLiteral("type"), triage::nameOf(recipient.type)},
            {QStringLiteral("status"), QString::fromUtf8(recipient.status)},
            {QStringLiteral("reason"), recipient.reason}, {QStringLiteral("diagnostic"), recipient.diagnostic}});
    }
    return {{QStringLiteral("type"), triage::nameOf(verdict.bounce)}, {QStringLiteral("recipients"), recipients}};
}

QJsonObject conversationJson(const store::ConversationRow &row, const Emails &emails)
{
    QJsonArray accounts;
    for (const AccountId account : row.accounts)
        accounts.append(emails.value(account));
    QJsonObject object{{QStringLiteral("conversation"), row.id.number()}, {QStringLiteral("subject"), row.subject},
        {QStringLiteral("prospect"), row.prospectAddress}, {QStringLiteral("prospect_name"), row.prospectName},
        {QStringLiteral("accounts"), accounts}, {QStringLiteral("unread"), row.unread},
        {QStringLiteral("starred"), row.starred}, {QStringLiteral("archived"), row.archived},
        {QStringLiteral("category"), row.ownCategory.isEmpty() ? store::nameOf(row.category) : row.ownCategory},
        {QStringLiteral("category_source"), sourceName(row.categorySource)},
        {QStringLiteral("category_confidence"), row.categoryConfidence / 100.0},
        {QStringLiteral("category_why"), QJsonArray::fromStringList(row.categoryWhy.split(QLatin1Char('\n'), Qt::SkipEmptyParts))},
        {QStringLiteral("messages"), row.messages}, {QStringLiteral("last_at"), isoTime(row.lastAt)},
        {QStringLiteral("preview"), row.preview}, {QStringLiteral("kind"), triage::nameOf(row.lastKind)}};
    if (row.snoozedUntil.isValid())
        object.insert(QStringLiteral("snoozed_until"), isoTime(row.snoozedUntil));
    if (row.muted)
        object.insert(QStringLiteral("muted"), true);
    if (row.remindAt.isValid())
        object.insert(QStringLiteral("remind_at"), isoTime(row.remindAt));
    if (row.reminderDue)
        object.insert(QStringLiteral("reminder_due"), true);
    if (row.returnOn.isValid())
        object.insert(QStringLiteral("returns_on"), row.returnOn.toString(Qt::ISODate));
    if (!row.standIn.isEmpty())
        object.insert(QStringLiteral("stand_in"), row.standIn);
    if (!row.labels.isEmpty())
        object.insert(QStringLiteral("labels"), QJsonArray::fromStringList(row.labels));
    if (!row.company.isEmpty())
        object.insert(QStringLiteral("company"), row.company);
    if (!row.campaign.isEmpty())
        object.insert(QStringLiteral("campaign"), row.campaign);
    return object;
}

QString conversationText(const store::ConversationRow &row)
{
    const QString who = row.prospectName.isEmpty() ? row.prospectAddress : row.prospectName;
    return QStringLiteral("%1 %2 %3  %4  %5 | %6")
        .arg(row.id.number(), 6)
        .arg(row.unread > 0 ? QLatin1Char('*') : QLatin1Char(' '))
        .arg(row.lastAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), who.left(28).leftJustified(28), row.subject.left(48), row.preview.left(60));
}

QJsonObject messageJson(const store::MessageItem &message, const Emails &emails)
{
    QJsonArray attachments;
    for (const mime::Attachment &attachment : message.attachments) {
        attachments.append(QJsonObject{{QStringLiteral("name"), attachment.fileName},
            {QStringLiteral("part"), QString::fromLatin1(attachment.part)}, {QStringLiteral("size"), attachment.size},
            {QStringLiteral("type"), QString::fromLatin1(attachment.contentType)},
            {QStringLiteral("on_server"), attachment.onServer > 0}});
    }
    QJsonObject object{{QStringLiteral("message"), message.id.number()},
        {QStringLiteral("conversation"), message.conversation.number()},
        {QStringLiteral("account"), emails.value(message.account)}, {QStringLiteral("message_id"), message.messageId},
        {QStringLiteral("from"), message.from.address}, {QStringLiteral("to"), addresses(message.to)},
        {QStringLiteral("cc"), addresses(message.cc)}, {QStringLiteral("subject"), message.subject},
        {QStringLiteral("at"), isoTime(message.at)}, {QStringLiteral("kind"), triage::nameOf(message.kind)},
        {QStringLiteral("kind_source"), message.kindFound ? QStringLiteral("manual") : QStringLiteral("automatic")},
        {QStringLiteral("evidence"), QJsonArray::fromStringList(message.evidence)},
        {QStringLiteral("seen"), message.seen}, {QStringLiteral("starred"), message.flagged},
        {QStringLiteral("preview"), message.preview}, {QStringLiteral("attachments"), attachments}};
    if (message.ledger) {
        object.insert(QStringLiteral("ledger"), store::nameOf(*message.ledger));
        object.insert(QStringLiteral("ledger_note"), message.ledgerNote);
    }
    return object;
}

QJsonObject suppressionJson(const store::Suppression &entry)
{
    return {{QStringLiteral("address"), entry.pattern}, {QStringLiteral("reason"), entry.reason},
        {QStringLiteral("source"), store::nameOf(entry.source)}, {QStringLiteral("message_id"), entry.messageId},
        {QStringLiteral("at"), isoTime(entry.at)}};
}

store::Suppression suppressionFrom(const QJsonObject &row)
{
    return {row[QStringLiteral("address")].toString(), row[QStringLiteral("reason")].toString(),
        store::suppressionSourceFromName(row[QStringLiteral("source")].toString()).value_or(store::SuppressionSource::Import),
        row[QStringLiteral("message_id")].toString(),
        QDateTime::fromString(row[QStringLiteral("at")].toString(), Qt::ISODateWithMs)};
}

QJsonObject storedMessageJson(const store::StoredMessageRow &row, const Emails &emails)
{
    return {{QStringLiteral("message"), row.location.message.number()},
        {QStringLiteral("account"), emails.value(row.account)}, {QStringLiteral("folder"), row.folderName},
        {QStringLiteral("uid"), qint64(row.location.uid.number())}, {QStringLiteral("message_id"), row.messageId},
        {QStringLiteral("flags"), QJsonArray::fromStringList(flagNames(row.location.flags))},
        {QStringLiteral("kind"), triage::nameOf(row.kind)},
        {QStringLiteral("conversation"), row.conversation.number()}};
}

QJsonObject salvageJson(const store::SalvageReport &report)
{
    return {{QStringLiteral("at"), isoTime(report.at)}, {QStringLiteral("old_file"), report.oldFile},
        {QStringLiteral("mailboxes"), report.mailboxes}, {QStringLiteral("conversations"), report.conversations},
        {QStringLiteral("outgoing"), report.outgoing}, {QStringLiteral("uncertain"), report.uncertain},
        {QStringLiteral("drafts"), report.drafts}, {QStringLiteral("suppressed"), report.suppressions},
        {QStringLiteral("rules"), report.rules}, {QStringLiteral("queue"), report.waiting},
        {QStringLiteral("newest_lost"), report.newestLost}, {QStringLiteral("from_copy"), report.fromCopy},
        {QStringLiteral("incomplete"), QJsonArray::fromStringList(report.incomplete)}};
}

QJsonObject ledgerJson(const store::LedgerRow &row, const Emails &emails)
{
    return {{QStringLiteral("ledger"), row.id.number()}, {QStringLiteral("message_id"), row.messageId},
        {QStringLiteral("account"), emails.value(row.account)},
        {QStringLiteral("to"), QJsonArray::fromStringList(row.recipients)},
        {QStringLiteral("subject"), row.subject}, {QStringLiteral("state"), store::nameOf(row.state)},
        {QStringLiteral("server_reply"), QString::fromUtf8(row.serverReply)}, {QStringLiteral("note"), row.note},
        {QStringLiteral("attempts"), row.attempts}, {QStringLiteral("conversation"), row.conversation.number()},
        {QStringLiteral("at"), isoTime(row.stateAt)}};
}

QString ledgerText(const store::LedgerRow &row)
{
    return QStringLiteral("%1 %2 to %3: %4 %5")
        .arg(row.id.number(), 6)
        .arg(store::nameOf(row.state).leftJustified(9), row.recipients.join(QStringLiteral(", ")), row.subject, row.note);
}

QJsonObject checkJson(const engine::CheckStep &step)
{
    return {{QStringLiteral("step"), step.step}, {QStringLiteral("status"), engine::nameOf(step.status)},
        {QStringLiteral("cause"), step.cause}, {QStringLiteral("message"), step.message},
        {QStringLiteral("advice"), step.advice}, {QStringLiteral("server_reply"), step.serverReply}};
}

QString checkText(const engine::CheckStep &step)
{
    QString text = QStringLiteral("%1 %2 %3").arg(engine::nameOf(step.status).leftJustified(8), step.step.leftJustified(13), step.message);
    if (!step.advice.isEmpty())
        text += QStringLiteral("\n         ") + step.advice;
    if (!step.serverReply.isEmpty() && step.status == engine::CheckStatus::Failed)
        text += QStringLiteral("\n         the server said: ") + step.serverReply;
    return text;
}

} // namespace inlet::cli
