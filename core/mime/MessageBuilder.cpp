// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/AddressList_p.h"
#include "mime/ContentTypeGuess_p.h"
#include "mime/Mime.h"
#include "mime/PartDecoder_p.h"

#include <vmime/charset.hpp>
#include <vmime/dateTime.hpp>
#include <vmime/defaultAttachment.hpp>
#include <vmime/emailAddress.hpp>
#include <vmime/generationContext.hpp>
#include <vmime/htmlTextPart.hpp>
#include <vmime/mailbox.hpp>
#include <vmime/messageBuilder.hpp>
#include <vmime/messageId.hpp>
#include <vmime/messageIdSequence.hpp>
#include <vmime/plainTextPart.hpp>
#include <vmime/stringContentHandler.hpp>
#include <vmime/utility/outputStreamStringAdapter.hpp>

#include <QTimeZone>

#include <algorithm>
#include <exception>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxReferences = 20;

bool isOneLine(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7F || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator;
    });
}

bool isUsableId(const QString &id)
{
    return !id.isEmpty() && id.size() <= 900 && std::all_of(id.cbegin(), id.cend(), [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7F && c != u'<' && c != u'>';
    });
}

Error unusable(const QString &what)
{
    return {ErrorKind::Config, what, {}, {}};
}

std::optional<Error> checkAddresses(const OutgoingMessage &message)
{
    QList<Address> all = message.to + message.cc + message.bcc;
    if (all.isEmpty())
        return unusable(QStringLiteral("no recipient"));
    all.append(message.from);
    for (const Address &address : std::as_const(all)) {
        if (!isUsableAddress(address.address))
            return unusable(QStringLiteral("unusable address"));
        if (!isOneLine(address.name))
            return unusable(QStringLiteral("line end in a name"));
    }
    return std::nullopt;
}

std::optional<Error> check(const OutgoingMessage &message)
{
    if (const auto error = checkAddresses(message))
        return error;
    if (!isOneLine(message.subject))
        return unusable(QStringLiteral("line end in the subject"));
    if (!isUsableId(message.messageId) || !message.messageId.contains(u'@'))
        return unusable(QStringLiteral("unusable Message-ID"));
    if (!message.date.isValid())
        return unusable(QStringLiteral("no date"));
    return std::nullopt;
}

vmime::string withCrLf(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    text.replace(u'\n', QStringLiteral("\r\n"));
    return text.toUtf8().toStdString();
}

vmime::charset utf8()
{
    return vmime::charset("utf-8");
}

/// As one word: the library's own way of making words of a text loses the blanks between an encoded
/// word and the next one.
vmime::text oneWord(const QString &text)
{
    return vmime::text(vmime::word(text.toStdString(), utf8()));
}

vmime::mailbox mailboxFor(const Address &address)
{
    const vmime::emailAddress spec(address.address.toStdString());
    if (address.name.isEmpty())
        return vmime::mailbox(spec);
    return vmime::mailbox(oneWord(address.name), spec);
}

void addMailboxes(const QList<Address> &from, vmime::addressList *to)
{
    for (const Address &address : from)
        to->appendAddress(vmime::make_shared<vmime::mailbox>(mailboxFor(address)));
}

void setBody(const OutgoingMessage &message, vmime::messageBuilder *builder)
{
    const auto plain = vmime::make_shared<vmime::stringContentHandler>(withCrLf(message.text));
    if (message.html.isEmpty()) {
        builder->getTextPart()->setCharset(utf8());
        builder->getTextPart()->setText(plain);
        return;
    }
    builder->constructTextPart(vmime::mediaType(vmime::mediaTypes::TEXT, vmime::mediaTypes::TEXT_HTML));
    const auto part = vmime::dynamicCast<vmime::htmlTextPart>(builder->getTextPart());
    part->setCharset(utf8());
    part->setPlainText(plain);
    part->setText(vmime::make_shared<vmime::stringContentHandler>(withCrLf(message.html)));
}

void addAttachments(const OutgoingMessage &message, vmime::messageBuilder *builder)
{
    for (const OutgoingAttachment &file : message.attachments) {
        const QByteArray type = contentTypeFor(file.fileName, file.contentType);
        const QString name = safeFileName(file.fileName, type);
        const auto data = vmime::make_shared<vmime::stringContentHandler>(file.content.toStdString());
        builder->attach(vmime::make_shared<vmime::defaultAttachment>(data,
            vmime::encoding(vmime::encodingTypes::BASE64), vmime::mediaType(type.toStdString()),
            vmime::NULL_TEXT, vmime::word(name.toStdString(), utf8())));
    }
}

/// Keeps the first and the newest where a thread has grown too long (RFC 5322 section 3.6.4 wants
/// all, servers cut lines that are too long).
QStringList boundedReferences(const OutgoingMessage &message)
{
    QStringList ids;
    for (const QString &id : message.references) {
        if (isUsableId(id) && !ids.contains(id))
            ids.append(id);
    }
    if (isUsableId(message.inReplyTo) && !ids.contains(message.inReplyTo))
        ids.append(message.inReplyTo);
    while (ids.size() > kMaxReferences)
        ids.removeAt(1);
    return ids;
}

vmime::shared_ptr<vmime::messageIdSequence> sequenceOf(const QStringList &ids)
{
    auto sequence = vmime::make_shared<vmime::messageIdSequence>();
    for (const QString &id : ids)
        sequence->appendMessageId(vmime::make_shared<vmime::messageId>("<" + id.toStdString() + ">"));
    return sequence;
}

void setHeader(const OutgoingMessage &message, const vmime::shared_ptr<vmime::header> &header)
{
    const QDateTime date = message.date.toUTC();
    header->Date()->setValue(vmime::datetime(date.date().year(), date.date().month(),
        date.date().day(), date.time().hour(), date.time().minute(), date.time().second(), 0));
    header->MessageId()->setValue(vmime::messageId("<" + message.messageId.toStdString() + ">"));
    if (isUsableId(message.inReplyTo))
        header->InReplyTo()->setValue(sequenceOf({message.inReplyTo}));
    if (const QStringList ids = boundedReferences(message); !ids.isEmpty())
        header->References()->setValue(sequenceOf(ids));
}

QByteArray generate(const OutgoingMessage &message)
{
    vmime::messageBuilder builder;
    builder.setExpeditor(mailboxFor(message.from));
    vmime::addressList to;
    vmime::addressList copies;
    addMailboxes(message.to, &to);
    addMailboxes(message.cc, &copies);
    builder.setRecipients(to);
    builder.setCopyRecipients(copies);
    // The builder refuses to work without any recipient; all may be blind copies.
    if (to.isEmpty() && copies.isEmpty()) {
        vmime::addressList hidden;
        addMailboxes(message.bcc, &hidden);
        builder.setBlindCopyRecipients(hidden);
    }
    builder.setSubject(oneWord(message.subject));
    setBody(message, &builder);
    addAttachments(message, &builder);
    const auto built = builder.construct();
    setHeader(message, built->getHeader());
    built->getHeader()->removeAllFields(vmime::fields::BCC);
    vmime::generationContext context;
    context.setPrologText("");
    context.setMaxLineLength(76);
    vmime::string out;
    vmime::utility::outputStreamStringAdapter sink(out);
    built->generate(context, sink);
    return QByteArray::fromStdString(out);
}

} // namespace

Result<QByteArray> buildMessage(const OutgoingMessage &message)
{
    if (const auto error = check(message))
        return *error;
    try {
        return generate(message);
    } catch (const std::exception &) {
        return Error{ErrorKind::Bug, QStringLiteral("message could not be generated"), {}, {}};
    }
}

} // namespace inlet::mime
