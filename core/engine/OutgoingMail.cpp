// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/OutgoingMail.h"

#include "mime/Mime.h"

#include <QCoreApplication>

namespace inlet::engine
{

namespace
{

Error config(const QString &words)
{
    return Error{ErrorKind::Config, words, {}, {}};
}

/// To, Cc and Bcc once each, in this order.
QStringList envelopeRecipients(const mime::OutgoingMessage &message)
{
    QStringList recipients;
    for (const QList<mime::Address> *list : {&message.to, &message.cc, &message.bcc}) {
        for (const mime::Address &address : *list) {
            if (!recipients.contains(address.address, Qt::CaseInsensitive))
                recipients.append(address.address);
        }
    }
    return recipients;
}

Result<void> fillRecipients(const store::Draft &draft, mime::OutgoingMessage &message)
{
    const std::pair<const QString &, QList<mime::Address> &> fields[]
        = {{draft.to, message.to}, {draft.cc, message.cc}, {draft.bcc, message.bcc}};
    for (const auto &[typed, list] : fields) {
        if (typed.trimmed().isEmpty())
            continue;
        auto parsed = mime::parseAddressList(typed);
        if (!parsed)
            return parsed.error();
        list = *parsed;
    }
    if (message.to.isEmpty() && message.cc.isEmpty() && message.bcc.isEmpty())
        return config(QCoreApplication::translate("Engine", "There is no recipient yet. Add an address to the To line."));
    return {};
}

} // namespace

Result<OutgoingMail> makeOutgoing(const store::Draft &draft, const accounts::Account &account,
    const QDateTime &now, std::chrono::seconds undoWindow)
{
    mime::OutgoingMessage message;
    if (const auto filled = fillRecipients(draft, message); !filled)
        return filled.error();
    const QString from = draft.from.isEmpty() ? account.email : draft.from;
    if (from.compare(account.email, Qt::CaseInsensitive) != 0
        && !account.aliases.contains(from, Qt::CaseInsensitive))
        return config(from + QStringLiteral(" is not an address of ") + account.email + QLatin1Char('.'));
    message.from = {account.displayName, from};
    message.subject = draft.subject;
    message.text = draft.text;
    message.html = draft.html;
    for (const store::Draft::File &file : draft.files)
        message.attachments.append({file.name, file.contentType, file.content});
    message.messageId = mime::newMessageId(accounts::domainOf(from));
    message.inReplyTo = draft.inReplyTo;
    message.references = draft.references;
    message.date = now;

    const auto bytes = mime::buildMessage(message);
    if (!bytes)
        return bytes.error();

    OutgoingMail mail;
    mail.bytes = *bytes;
    mail.parsed = mime::parseMessage(mail.bytes);
    mail.row.account = account.id;
    mail.row.conversation = draft.conversation;
    mail.row.draft = draft.id;
    mail.row.messageId = message.messageId;
    mail.row.sender = from;
    mail.row.recipients = envelopeRecipients(message);
    mail.row.subject = draft.subject;
    mail.row.state = undoWindow.count() > 0 ? store::LedgerState::UndoWindow : store::LedgerState::Queued;
    mail.row.createdAt = now;
    mail.row.stateAt = now;
    mail.row.dueAt = now.addSecs(undoWindow.count());
    return mail;
}

} // namespace inlet::engine
