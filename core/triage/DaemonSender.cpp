// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/BounceDetector_p.h"

namespace inlet::triage
{

bool hasNullSender(const mime::MessageHeader &header)
{
    for (const mime::HeaderField &field : header.fields) {
        if (field.name.compare("Return-Path", Qt::CaseInsensitive) == 0 && field.value.trimmed() == "<>")
            return true;
    }
    return false;
}

QString daemonEvidence(const mime::MessageHeader &header)
{
    if (hasNullSender(header))
        return QStringLiteral("null return path (Return-Path: <>)");
    // Italian certified mail keeps the provider's own return path (RFC 6109 section 2.2).
    const QByteArray certified = header.field("X-Ricevuta").trimmed().toLower();
    if (certified.contains("errore-consegna") || certified == "non-accettazione")
        return QStringLiteral("header X-Ricevuta: %1").arg(QString::fromLatin1(certified.left(40)));
    for (const mime::Address &from : header.from) {
        const QString local = from.address.left(from.address.indexOf(u'@')).toLower();
        for (const char *known : {"mailer-daemon", "postmaster", "mailerdaemon", "mail-daemon", "mdaemon", "mailer_daemon",
                 "mail.daemon", "maildaemon", "mail-delivery", "daemon", "bounce", "bounces", "mailerdemon"}) {
            if (local == QLatin1String(known))
                return QStringLiteral("sent by %1").arg(from.address);
        }
        if (local.startsWith(QStringLiteral("microsoftexchange")))
            return QStringLiteral("sent by an Exchange server");
        const QString name = from.name.toLower();
        for (const char *known : {"mail delivery sub", "mail delivery system", "mailer-daemon", "mail deliver system",
                 "mail administrator", "postmaster", "mail system", "mailer daemon", "delivery subsystem",
                 "internet mail delivery", "system administrator", "mail router", "email delivery"}) {
            if (name.contains(QLatin1String(known)))
                return QStringLiteral("sent by \"%1\"").arg(from.name);
        }
    }
    return {};
}

} // namespace inlet::triage
