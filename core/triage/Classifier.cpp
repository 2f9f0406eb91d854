// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/Classifier.h"

namespace inlet::triage
{

namespace
{

Verdict verdict(Kind kind, const QString &evidence)
{
    Verdict out;
    out.kind = kind;
    out.evidence.append(evidence);
    return out;
}

} // namespace

Verdict classify(const mime::ParsedMessage &message, const QSet<QString> &ownAddresses)
{
    const mime::MessageHeader &header = message.header;
    if (message.contentType.contains("report-type=delivery-status"))
        return verdict(Kind::Bounce, QStringLiteral("Content-Type: multipart/report; report-type=delivery-status"));
    for (const mime::Address &from : header.from) {
        if (ownAddresses.contains(from.address.toLower()))
            return verdict(Kind::Own, QStringLiteral("From is one of your mailboxes"));
    }
    const QByteArray submitted = header.field("Auto-Submitted").toLower();
    if (submitted.startsWith("auto-replied"))
        return verdict(Kind::AutoReply, QStringLiteral("Auto-Submitted: auto-replied"));
    if (submitted.startsWith("auto-"))
        return verdict(Kind::Other, QStringLiteral("Auto-Submitted: auto-generated"));
    for (const char *name : {"List-Id", "List-Unsubscribe"}) {
        if (!header.field(name).isEmpty())
            return verdict(Kind::Other, QString::fromLatin1(name));
    }
    return verdict(Kind::Human, QStringLiteral("no sign of a machine"));
}

} // namespace inlet::triage
