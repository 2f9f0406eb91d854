// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Incoming.h"

#include "store/Packing.h"
#include "store/Store.h"
#include "store/ThreadKeys.h"

namespace inlet::store
{

namespace
{

constexpr qint64 kDayMs = 24LL * 3600 * 1000;
constexpr qint64 kOldestMs = 631'152'000'000; ///< 1990-01-01: before it, a date is nonsense
constexpr qsizetype kMaxBouncedRecipients = 50;

qint64 latestSensible(const QDateTime &internalDate)
{
    return (internalDate.isValid() ? internalDate.toMSecsSinceEpoch() : nowMs()) + kDayMs;
}

bool isSensible(const QDateTime &time, const QDateTime &internalDate)
{
    return time.isValid() && time.toMSecsSinceEpoch() >= kOldestMs
        && time.toMSecsSinceEpoch() <= latestSensible(internalDate);
}

/// RFC 5322 section 3.6.7: the date stands after the last semicolon; a comment may follow.
QDateTime receivedTime(const mime::MessageHeader &header)
{
    const QByteArray value = fieldOf(header, "Received");
    const qsizetype semicolon = value.lastIndexOf(';');
    if (semicolon < 0)
        return {};
    QByteArray date = value.mid(semicolon + 1);
    const qsizetype comment = date.indexOf('(');
    if (comment >= 0)
        date.truncate(comment);
    return QDateTime::fromString(QString::fromLatin1(date.simplified().left(64)), Qt::RFC2822Date);
}

QByteArray withoutBlanks(const QString &text)
{
    QByteArray out;
    const QByteArray octets = text.toUtf8();
    out.reserve(octets.size());
    for (const char c : octets) {
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            out += c;
    }
    return out;
}

QList<mime::Address> outside(WriteContext &context, const QList<mime::Address> &addresses)
{
    QList<mime::Address> out;
    for (const mime::Address &address : addresses) {
        const QString key = addressKey(address.address);
        if (!key.isEmpty() && !isOwnAddress(context, key))
            out.append(address);
    }
    return out;
}

} // namespace

Prints printsOf(const mime::ParsedMessage &parsed, bool isWhole)
{
    const mime::MessageHeader &header = parsed.header;
    const QString from = header.from.isEmpty() ? QString() : addressKey(header.from.first().address);
    Prints prints;
    prints.header = hash64((from + QLatin1Char('\n') + header.subject).toUtf8() + '\n'
        + QByteArray::number(toMs(header.date) / 1000));
    if (isWhole) {
        QByteArray body = withoutBlanks(parsed.text);
        for (const mime::Attachment &attachment : parsed.attachments)
            body += '\n' + attachment.fileName.toUtf8() + ' ' + QByteArray::number(attachment.size);
        prints.body = hash64(body);
    }
    return prints;
}

Prints printsOf(const IncomingMessage &message)
{
    if (message.prepared)
        return {message.prepared->headerPrint, message.prepared->bodyPrint};
    return printsOf(message.parsed, message.bodyState() == BodyState::Whole);
}

QByteArray packedOf(const IncomingMessage &message)
{
    return message.prepared ? message.prepared->packed : packedOf(message.parsed, message.raw);
}

QByteArray packedOf(const mime::ParsedMessage &parsed, const QByteArray &raw)
{
    return packContent({parsed.text, parsed.newText, parsed.html, parsed.damage}, raw);
}

void prepare(IncomingMessage &message)
{
    // A message too large to be packed is refused by ingest(), as without this.
    const Result<PreparedContent> prepared = guarded(nullptr, [&]() -> PreparedContent {
        const Prints prints = printsOf(message.parsed, message.bodyState() == BodyState::Whole);
        return {packedOf(message.parsed, message.raw), prints.header, prints.body};
    });
    if (prepared)
        message.prepared = *prepared;
}

qint64 identityKey(const mime::MessageHeader &header, const QByteArray &raw)
{
    const qint64 key = threadKey(header.messageId);
    return key != 0 ? key : hash64("octets " + raw);
}

qint64 arrivalTime(const mime::MessageHeader &header, const QDateTime &internalDate, bool own)
{
    if (!own) {
        const QDateTime received = receivedTime(header);
        if (isSensible(received, internalDate))
            return received.toMSecsSinceEpoch();
    }
    return writtenTime(header, internalDate);
}

qint64 writtenTime(const mime::MessageHeader &header, const QDateTime &internalDate)
{
    if (isSensible(header.date, internalDate))
        return header.date.toMSecsSinceEpoch();
    return internalDate.isValid() ? internalDate.toMSecsSinceEpoch() : nowMs();
}

ThreadFacts threadFactsOf(WriteContext &context, AccountId account, triage::Kind kind,
    const mime::ParsedMessage &parsed, const triage::Verdict &verdict, const QDateTime &internalDate)
{
    const mime::MessageHeader &header = parsed.header;
    ThreadFacts facts;
    facts.account = account;
    facts.kind = kind;
    if (!header.from.isEmpty())
        facts.from = header.from.first();
    facts.contactAt = writtenTime(header, internalDate);
    const QStringList references = referencesOf(header);
    for (auto it = references.crbegin(); it != references.crend(); ++it)
        facts.parents.append(threadKey(*it));
    if (kind == triage::Kind::Own) {
        facts.recipients = outside(context, header.to);
        facts.copies = header.cc;
        for (const auto *further : {&header.cc, &header.bcc}) {
            if (facts.recipients.isEmpty())
                facts.recipients = outside(context, *further);
        }
        const QStringList replaced = replacedIds(header);
        for (const QString &id : replaced)
            facts.replaced.append(threadKey(id));
    }
    if (kind == triage::Kind::Bounce || kind == triage::Kind::AutoReply) {
        facts.original = threadKey(verdict.originalMessageId);
        for (const triage::BouncedRecipient &recipient : verdict.bouncedRecipients) {
            if (facts.bounced.size() < kMaxBouncedRecipients)
                facts.bounced.append(recipient.recipient);
        }
    }
    return facts;
}

} // namespace inlet::store
