// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/SesNotification_p.h"

#include "triage/BounceReason_p.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace inlet::triage
{

namespace
{

constexpr qsizetype kMaxJson = 256 * 1024;
constexpr qsizetype kMaxRecipients = 1000;

QJsonObject objectIn(const QString &text)
{
    const qsizetype open = text.indexOf(u'{');
    const qsizetype close = text.lastIndexOf(u'}');
    if (open < 0 || close <= open || close - open > kMaxJson)
        return {};
    return QJsonDocument::fromJson(text.mid(open, close - open + 1).toUtf8()).object();
}

QString bare(QString id)
{
    return id.remove(u'<').remove(u'>').trimmed();
}

QString originalIdIn(const QJsonObject &mail)
{
    const QString common = mail.value(QLatin1String("commonHeaders")).toObject().value(QLatin1String("messageId")).toString();
    if (!common.isEmpty())
        return bare(common);
    const QJsonArray headers = mail.value(QLatin1String("headers")).toArray();
    for (const QJsonValue &header : headers) {
        const QJsonObject field = header.toObject();
        if (field.value(QLatin1String("name")).toString().compare(QLatin1String("Message-ID"), Qt::CaseInsensitive) == 0)
            return bare(field.value(QLatin1String("value")).toString());
    }
    return {};
}

} // namespace

std::optional<SesNotification> readSesNotification(const QString &text)
{
    if (!text.left(2000).contains(u'{') || !text.contains(QLatin1String("bouncedRecipients")))
        return std::nullopt;
    QJsonObject outer = objectIn(text);
    if (const QString inner = outer.value(QLatin1String("Message")).toString(); !inner.isEmpty())
        outer = objectIn(inner);
    SesNotification found;
    found.type = outer.value(QLatin1String("notificationType")).toString();
    if (found.type.isEmpty())
        found.type = outer.value(QLatin1String("eventType")).toString();
    const QJsonObject bounce = outer.value(QLatin1String("bounce")).toObject();
    if (found.type != QLatin1String("Bounce") || bounce.isEmpty())
        return std::nullopt;
    const bool permanent = bounce.value(QLatin1String("bounceType")).toString() == QLatin1String("Permanent");
    const QJsonArray recipients = bounce.value(QLatin1String("bouncedRecipients")).toArray();
    for (const QJsonValue &value : recipients) {
        const QJsonObject row = value.toObject();
        ReportedRecipient recipient;
        recipient.address = row.value(QLatin1String("emailAddress")).toString().left(320);
        recipient.action = "failed";
        recipient.diagnostic = row.value(QLatin1String("diagnosticCode")).toString().left(4000);
        recipient.status = enhancedCodeIn(row.value(QLatin1String("status")).toString());
        if (recipient.status.isEmpty() && recipient.diagnostic.isEmpty())
            recipient.status = permanent ? "5.1.1" : "4.0.0";
        if (recipient.address.contains(u'@') && found.recipients.size() < kMaxRecipients)
            found.recipients.append(recipient);
    }
    found.originalMessageId = originalIdIn(outer.value(QLatin1String("mail")).toObject());
    return found;
}

} // namespace inlet::triage
