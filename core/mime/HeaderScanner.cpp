// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HeaderScanner_p.h"

#include "mime/AddressList_p.h"
#include "mime/Charset_p.h"
#include "mime/DateParser_p.h"
#include "mime/EncodedWords_p.h"

#include <algorithm>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxIds = 1000;
constexpr qsizetype kMaxIdLength = 998;
constexpr qsizetype kMaxSubject = 4000;

struct Line {
    qsizetype start = 0;
    qsizetype end = 0; ///< without the line end
    qsizetype next = 0;
};

Line lineAt(const QByteArray &raw, qsizetype start, qsizetype limit)
{
    qsizetype feed = raw.indexOf('\n', start);
    if (feed < 0 || feed >= limit)
        return {start, limit, limit};
    qsizetype end = feed;
    while (end > start && raw.at(end - 1) == '\r')
        --end;
    return {start, end, feed + 1};
}

bool isFieldNameChar(char c)
{
    return c > 32 && c < 127 && c != ':';
}

/// Where the colon of a field line is, or -1. Spaces before it are tolerated (obsolete syntax).
qsizetype colonOf(const QByteArray &raw, const Line &line)
{
    qsizetype at = line.start;
    while (at < line.end && isFieldNameChar(raw.at(at)))
        ++at;
    if (at == line.start)
        return -1;
    while (at < line.end && (raw.at(at) == ' ' || raw.at(at) == '\t'))
        ++at;
    return at < line.end && raw.at(at) == ':' ? at : -1;
}

bool isContinuation(const QByteArray &raw, const Line &line)
{
    return line.end > line.start && (raw.at(line.start) == ' ' || raw.at(line.start) == '\t');
}

/// Appends within the cap; the white space that folding made is one space.
void appendValue(QByteArray *value, const QByteArray &piece, const ParseLimits &limits, bool *cut)
{
    const QByteArray clean = piece.trimmed();
    if (value->size() + clean.size() + 1 > limits.headerField) {
        *cut = true;
        value->append(clean.left(qMax<qsizetype>(0, limits.headerField - value->size())));
        return;
    }
    if (!value->isEmpty() && !clean.isEmpty())
        value->append(' ');
    value->append(clean);
}

/// Where the body starts behind a header block that is too big to read.
qsizetype findBody(const QByteArray &raw, qsizetype from, qsizetype end)
{
    for (qsizetype at = raw.indexOf('\n', from); at >= 0 && at + 1 < end;
         at = raw.indexOf('\n', at + 1)) {
        if (raw.at(at + 1) == '\n')
            return at + 2;
        if (raw.at(at + 1) == '\r' && at + 2 < end && raw.at(at + 2) == '\n')
            return at + 3;
    }
    return end;
}

void note(QStringList *damage, const QString &what)
{
    if (!damage->contains(what))
        damage->append(what);
}

class FieldReader
{
public:
    FieldReader(const QByteArray &raw, qsizetype start, qsizetype end, const ParseLimits &limits)
        : m_raw(raw), m_start(start), m_end(end), m_limits(limits)
    {
    }

    FieldBlock read()
    {
        qsizetype at = skipLeading();
        while (at < m_end) {
            if (at - m_start > m_limits.headerBlock) {
                note(&m_block.damage, QStringLiteral("header longer than %1 octets")
                                          .arg(m_limits.headerBlock));
                // Only for the message itself: a search from each part would be quadratic.
                at = m_start == 0 ? findBody(m_raw, at - 1, m_end) : at;
                break;
            }
            const Line line = lineAt(m_raw, at, m_end);
            if (line.end == line.start) {
                at = line.next;
                break;
            }
            if (!take(line)) {
                note(&m_block.damage, m_block.fields.isEmpty()
                        ? QStringLiteral("no header")
                        : QStringLiteral("header not ended by an empty line"));
                break;
            }
            at = line.next;
        }
        m_block.bodyOffset = qMin(at, m_end);
        return std::move(m_block);
    }

private:
    /// The "From " line of an mbox and empty lines before the header.
    qsizetype skipLeading() const
    {
        qsizetype at = m_start;
        if (m_start != 0)
            return at;
        for (int i = 0; i < 10 && at < m_end; ++i) {
            const Line line = lineAt(m_raw, at, m_end);
            const QByteArrayView text(m_raw.constData() + line.start, line.end - line.start);
            if (!text.trimmed().isEmpty() && !text.startsWith("From ") && !text.startsWith(">From "))
                break;
            at = line.next;
        }
        return at < m_end ? at : m_start;
    }

    bool take(const Line &line)
    {
        bool cut = false;
        // A boundary line in a part's header that was never ended.
        if (m_raw.at(line.start) == '-' && line.end - line.start > 2 && m_raw.at(line.start + 1) == '-')
            return false;
        if (isContinuation(m_raw, line) && m_block.fields.isEmpty() && m_keepLast)
            return takeIndented(line);
        if (isContinuation(m_raw, line) && !m_keepLast)
            return true;
        if (isContinuation(m_raw, line)) {
            appendValue(&m_block.fields.last().value, text(line.start, line.end), m_limits, &cut);
        } else if (const qsizetype colon = colonOf(m_raw, line); colon >= 0) {
            HeaderField field;
            field.name = text(line.start, colon).trimmed();
            // Of a part only its description counts; the rest may be hostile filling.
            m_keepLast = m_start == 0 || field.name.left(8).compare("content-", Qt::CaseInsensitive) == 0;
            if (!m_keepLast)
                return true;
            appendValue(&field.value, text(colon + 1, line.end), m_limits, &cut);
            m_block.fields.append(std::move(field));
        } else if (!takeStray(line)) {
            return false;
        }
        if (cut)
            note(&m_block.damage,
                QStringLiteral("header field longer than %1 octets").arg(m_limits.headerField));
        return true;
    }

    /// A first field with blanks before it.
    bool takeIndented(Line line)
    {
        while (line.start < line.end && (m_raw.at(line.start) == ' ' || m_raw.at(line.start) == '\t'))
            ++line.start;
        return colonOf(m_raw, line) >= 0 && take(line);
    }

    /// A line that is no field. It belongs to the header only where the header goes on behind it:
    /// some gateways fold without white space.
    bool takeStray(const Line &line)
    {
        if ((m_block.fields.isEmpty() && m_keepLast) || line.next >= m_end)
            return false;
        const Line next = lineAt(m_raw, line.next, m_end);
        if (colonOf(m_raw, next) < 0 && !isContinuation(m_raw, next))
            return false;
        note(&m_block.damage, QStringLiteral("stray line in the header"));
        return true;
    }

    QByteArray text(qsizetype from, qsizetype to) const { return m_raw.mid(from, to - from); }

    const QByteArray &m_raw;
    qsizetype m_start;
    qsizetype m_end;
    const ParseLimits &m_limits;
    bool m_keepLast = true; ///< the field that a continuation would belong to is kept
    FieldBlock m_block;
};

QString cleanId(const QByteArray &id)
{
    QByteArray clean = id;
    clean.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; });
    return clean.size() <= kMaxIdLength ? decodeUnlabelled(clean) : QString();
}

QList<Address> addressesOf(const QList<HeaderField> &fields, const char *name)
{
    QList<Address> all;
    for (const HeaderField &field : fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            all += parseAddressField(field.value);
    }
    // A name alone ("Undisclosed recipients") tells something of a sender only.
    if (qstrcmp(name, "From") != 0)
        all.removeIf([](const Address &address) { return address.address.isEmpty(); });
    return all;
}

/// "<unknown>", "<none>": strangers would meet in one conversation there.
bool isFiller(const QString &id)
{
    constexpr qsizetype kShortest = 8;
    return !id.contains(u'@')
        && (id.size() < kShortest || std::none_of(id.cbegin(), id.cend(), [](QChar c) { return c.isDigit(); }));
}

/// Without brackets; nothing but identifiers stands in the field then.
QStringList bareIds(const QByteArray &value)
{
    QStringList ids;
    const QByteArrayList words = QByteArray(value).replace(',', ' ').simplified().split(' ');
    for (const QByteArray &word : words) {
        const qsizetype at = word.indexOf('@');
        if (at <= 0 || at + 1 == word.size() || ids.size() >= kMaxIds)
            return {};
        ids.append(cleanId(word));
    }
    ids.removeAll(QString());
    return ids;
}

/// The messages a field names. "Message from Jo <jo@x.com> of Tuesday" names a person of this mail: no message.
QStringList namedIds(const QByteArray &value, const MessageHeader &header)
{
    QStringList ids = value.contains('<') || value.startsWith("=?") ? parseMessageIds(value) : bareIds(value);
    ids.removeIf([&header](const QString &id) {
        const auto isOf = [&id](const Address &person) { return person.address.compare(id, Qt::CaseInsensitive) == 0; };
        for (const QList<Address> *people : {&header.from, &header.sender, &header.replyTo, &header.to, &header.cc}) {
            if (std::any_of(people->cbegin(), people->cend(), isOf))
                return true;
        }
        return isFiller(id);
    });
    return ids;
}

QString oneId(const QByteArray &value)
{
    const QStringList ids = parseMessageIds(value);
    if (!ids.isEmpty())
        return ids.first();
    // Some senders forget the brackets. A value with blanks in it is no identifier.
    const QByteArray bare = value.trimmed();
    return bare.contains(' ') ? QString() : cleanId(bare);
}

} // namespace

FieldBlock scanFields(const QByteArray &raw, qsizetype start, qsizetype end,
    const ParseLimits &limits)
{
    return FieldReader(raw, start, end, limits).read();
}

QStringList parseMessageIds(const QByteArray &field)
{
    // Encoded once by some gateways; decoded once, whatever comes out may look encoded again.
    const QByteArray value = field.startsWith("=?") ? decodeWords(field).toUtf8() : field;
    QStringList ids;
    for (qsizetype open = value.indexOf('<'); open >= 0 && ids.size() < kMaxIds;) {
        const qsizetype close = value.indexOf('>', open);
        if (close < 0)
            break;
        const qsizetype inner = value.lastIndexOf('<', close);
        const QString id = cleanId(value.mid(inner + 1, close - inner - 1));
        if (!id.isEmpty())
            ids.append(id);
        open = value.indexOf('<', close);
    }
    return ids;
}

QByteArray fieldValue(const QList<HeaderField> &fields, const char *name)
{
    for (const HeaderField &field : fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

QByteArray MessageHeader::field(const char *name) const
{
    return fieldValue(fields, name);
}

MessageHeader makeHeader(QList<HeaderField> fields)
{
    MessageHeader header;
    header.messageId = oneId(fieldValue(fields, "Message-ID"));
    header.subject = decodeWords(fieldValue(fields, "Subject")).simplified().left(kMaxSubject);
    header.from = addressesOf(fields, "From");
    header.sender = addressesOf(fields, "Sender");
    header.replyTo = addressesOf(fields, "Reply-To");
    header.to = addressesOf(fields, "To");
    header.cc = addressesOf(fields, "Cc");
    header.bcc = addressesOf(fields, "Bcc");
    header.inReplyTo = namedIds(fieldValue(fields, "In-Reply-To"), header);
    header.references = namedIds(fieldValue(fields, "References"), header);
    header.date = parseDate(fieldValue(fields, "Date"));
    header.fields = std::move(fields);
    return header;
}

MessageHeader scanHeader(const QByteArray &raw, const ParseLimits &limits)
{
    return makeHeader(scanFields(raw, 0, raw.size(), limits).fields);
}

std::optional<int> senderOffset(const QByteArray &raw)
{
    const auto seconds = parseZone(fieldValue(scanFields(raw, 0, raw.size(), {}).fields, "Date"));
    return seconds && *seconds != 0 ? std::optional(*seconds / 60) : std::nullopt;
}

} // namespace inlet::mime
