// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/MailBuilder.h"

namespace inlet::test
{

namespace
{

QList<mime::Address> addressList(const char *text)
{
    QList<mime::Address> out;
    const QByteArrayList parts = QByteArray(text).split(',');
    for (const QByteArray &part : parts)
        out.append(addressOf(part.trimmed().constData()));
    return out;
}

QByteArray listed(const QList<mime::Address> &addresses)
{
    QByteArrayList parts;
    for (const mime::Address &address : addresses)
        parts.append((address.name + QStringLiteral(" <") + address.address + QLatin1Char('>')).trimmed().toUtf8());
    return parts.join(", ");
}

QByteArray bracketed(const QStringList &ids)
{
    QByteArrayList parts;
    for (const QString &id : ids)
        parts.append('<' + id.toUtf8() + '>');
    return parts.join(' ');
}

} // namespace

mime::Address addressOf(const char *text)
{
    const QString whole = QString::fromUtf8(text);
    const qsizetype open = whole.indexOf(QLatin1Char('<'));
    if (open < 0)
        return {{}, whole.trimmed()};
    return {whole.left(open).trimmed(), whole.mid(open + 1).chopped(1)};
}

MailBuilder::MailBuilder(const QString &messageId)
{
    m_message.parsed.header.messageId = messageId;
    m_message.parsed.header.subject = QStringLiteral("Quick question");
    m_message.parsed.contentType = "text/plain";
    m_message.parsed.partCount = 1;
    text(QStringLiteral("Hello there."));
    minute(0);
}

MailBuilder &MailBuilder::from(const char *address)
{
    m_message.parsed.header.from = {addressOf(address)};
    return *this;
}

MailBuilder &MailBuilder::to(const char *addresses)
{
    m_message.parsed.header.to = addressList(addresses);
    return *this;
}

MailBuilder &MailBuilder::cc(const char *addresses)
{
    m_message.parsed.header.cc = addressList(addresses);
    return *this;
}

MailBuilder &MailBuilder::subject(const QString &subject)
{
    m_message.parsed.header.subject = subject;
    return *this;
}

MailBuilder &MailBuilder::text(const QString &text)
{
    m_message.parsed.text = text;
    m_message.parsed.newText = text;
    m_message.parsed.preview = text.section(QLatin1Char('\n'), 0, 0).left(200);
    return *this;
}

MailBuilder &MailBuilder::html(const QString &html)
{
    m_message.parsed.html = html;
    return *this;
}

MailBuilder &MailBuilder::inReplyTo(const char *id)
{
    m_message.parsed.header.inReplyTo = {QString::fromUtf8(id)};
    return *this;
}

MailBuilder &MailBuilder::references(const QStringList &ids)
{
    m_message.parsed.header.references = ids;
    return *this;
}

MailBuilder &MailBuilder::header(const char *name, const QByteArray &value)
{
    m_message.parsed.header.fields.append({name, value});
    return *this;
}

MailBuilder &MailBuilder::attachment(const QString &name, qint64 size)
{
    mime::Attachment file;
    file.part = QByteArray::number(m_message.parsed.attachments.size() + 2);
    file.fileName = name;
    file.contentType = "application/octet-stream";
    file.size = size;
    m_message.parsed.attachments.append(file);
    return *this;
}

MailBuilder &MailBuilder::at(const QDateTime &time)
{
    m_message.parsed.header.date = time;
    m_message.internalDate = time;
    return *this;
}

MailBuilder &MailBuilder::minute(int minute)
{
    return at(QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).addSecs(60LL * minute));
}

MailBuilder &MailBuilder::internalDate(const QDateTime &time)
{
    m_message.internalDate = time;
    return *this;
}

MailBuilder &MailBuilder::kind(triage::Kind kind)
{
    m_message.verdict.kind = kind;
    return *this;
}

MailBuilder &MailBuilder::bounceOf(const char *messageId, const char *recipient)
{
    kind(triage::Kind::Bounce);
    m_message.verdict.bounce = triage::BounceType::Hard;
    m_message.verdict.originalMessageId = QString::fromUtf8(messageId);
    if (recipient) {
        triage::BouncedRecipient failed;
        failed.recipient = QString::fromUtf8(recipient);
        failed.type = triage::BounceType::Hard;
        m_message.verdict.bouncedRecipients.append(failed);
    }
    return *this;
}

MailBuilder &MailBuilder::outOfOffice(const char *answers)
{
    kind(triage::Kind::AutoReply);
    m_message.verdict.autoReplyType = QStringLiteral("out-of-office");
    m_message.verdict.originalMessageId = QString::fromUtf8(answers);
    return *this;
}

MailBuilder &MailBuilder::evidence(const QString &line)
{
    m_message.verdict.evidence.append(line);
    return *this;
}

MailBuilder &MailBuilder::seen(bool seen)
{
    m_message.flags.seen = seen;
    return *this;
}

MailBuilder &MailBuilder::flagged(bool flagged)
{
    m_message.flags.flagged = flagged;
    return *this;
}

MailBuilder &MailBuilder::keywords(const QByteArrayList &keywords)
{
    m_message.flags.keywords = keywords;
    return *this;
}

MailBuilder &MailBuilder::providerThread(quint64 thread)
{
    m_message.providerThread = thread;
    return *this;
}

MailBuilder &MailBuilder::headerOnly()
{
    m_message.headerOnly = true;
    return *this;
}

MailBuilder &MailBuilder::in(FolderId folder, quint32 uid, quint32 uidValidity)
{
    m_message.folder = folder;
    m_message.uid = ImapUid(uid);
    m_message.uidValidity = UidValidity(uidValidity);
    return *this;
}

QByteArray MailBuilder::rawHeader() const
{
    const mime::MessageHeader &header = m_message.parsed.header;
    QByteArray raw = "From: " + listed(header.from) + "\r\nTo: " + listed(header.to) + "\r\nSubject: "
        + header.subject.toUtf8() + "\r\nDate: " + header.date.toString(Qt::RFC2822Date).toUtf8() + "\r\n";
    if (!header.cc.isEmpty())
        raw += "Cc: " + listed(header.cc) + "\r\n";
    if (!header.messageId.isEmpty())
        raw += "Message-ID: " + bracketed({header.messageId}) + "\r\n";
    if (!header.inReplyTo.isEmpty())
        raw += "In-Reply-To: " + bracketed(header.inReplyTo) + "\r\n";
    if (!header.references.isEmpty())
        raw += "References: " + bracketed(header.references) + "\r\n";
    for (const mime::HeaderField &field : header.fields)
        raw += field.name + ": " + field.value + "\r\n";
    return raw + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                 "Content-Transfer-Encoding: 8bit\r\n\r\n";
}

store::IncomingMessage MailBuilder::build() const
{
    store::IncomingMessage message = m_message;
    message.raw = rawHeader();
    const QByteArray body = message.parsed.text.toUtf8().replace("\n", "\r\n");
    message.size = message.raw.size() + body.size();
    if (!message.headerOnly)
        message.raw += body;
    return message;
}

} // namespace inlet::test
