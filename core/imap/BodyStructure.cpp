// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/BodyStructure.h"

#include "imap/StatusText.h"

#include <optional>

namespace inlet::imap
{

namespace
{

// What stands where in a part that holds no others.
constexpr std::size_t kType = 0;
constexpr std::size_t kSubtype = 1;
constexpr std::size_t kParameters = 2;
constexpr std::size_t kEncoding = 5;
constexpr std::size_t kOctets = 6;
constexpr std::size_t kBasicFields = 7;
constexpr std::size_t kInnerBody = 8; ///< of an attached message
constexpr std::size_t kMostFields = 40;
constexpr quint64 kMostOctets = 1ULL << 40;

class StructureReader
{
public:
    explicit StructureReader(const Response &response) : m_response(response) {}

    QList<BodyPart> read(std::size_t token)
    {
        const bool isSound = isMultipart(token) ? readMultipart(token, -1, {}, 0) : readLeaf(token, -1, "1");
        return isSound ? std::move(m_parts) : QList<BodyPart>();
    }

private:
    [[nodiscard]] bool isText(std::size_t token) const
    {
        return m_response.isKind(token, Token::Kind::Quoted) || m_response.isKind(token, Token::Kind::Literal)
            || (m_response.isKind(token, Token::Kind::Atom) && !m_response.isNil(token));
    }

    [[nodiscard]] bool isMultipart(std::size_t token) const
    {
        return m_response.isKind(token, Token::Kind::Open) && m_response.isKind(token + 1, Token::Kind::Open);
    }

    [[nodiscard]] QByteArray word(std::size_t token) const
    {
        return isText(token) ? m_response.text(token).toByteArray().trimmed().toLower() : QByteArray();
    }

    // Recursion is bounded by kMostPartDepth.
    bool readMultipart(std::size_t token, int parent, const QByteArray &section, int depth)
    {
        if (depth >= kMostPartDepth || m_parts.size() >= kMostParts)
            return false;
        const int index = int(m_parts.size());
        m_parts.append({.section = section, .parent = parent});
        std::size_t child = token + 1;
        for (int number = 1; m_response.isKind(child, Token::Kind::Open); ++number) {
            const QByteArray path = section.isEmpty() ? QByteArray::number(number) : section + '.' + QByteArray::number(number);
            if (isMultipart(child) ? !readMultipart(child, index, path, depth + 1) : !readLeaf(child, index, path))
                return false;
            child = m_response.after(child);
        }
        const QByteArray subtype = word(child);
        m_parts[index].type = "multipart/" + subtype;
        return !subtype.isEmpty();
    }

    bool readLeaf(std::size_t token, int parent, const QByteArray &section)
    {
        if (!m_response.isKind(token, Token::Kind::Open) || m_parts.size() >= kMostParts)
            return false;
        const std::vector<std::size_t> fields = fieldsOf(token);
        if (fields.size() < kBasicFields || !isText(fields[kType]) || !isText(fields[kSubtype]))
            return false;
        const auto octets = numberOf(m_response.text(fields[kOctets]), kMostOctets);
        if (!octets)
            return false;
        BodyPart part{.section = section, .parent = parent, .type = word(fields[kType]) + '/' + word(fields[kSubtype])};
        part.encoding = word(fields[kEncoding]);
        if (part.encoding.isEmpty())
            part.encoding = "7bit";
        part.octets = qint64(*octets);
        part.hasName = names(fields[kParameters], "name");
        std::size_t extension = kBasicFields; // MD5, then the disposition
        if (part.type.startsWith("text/")) {
            extension += 1;
        } else if (part.isMessage()) {
            if (fields.size() <= kInnerBody + 1 || !readInner(fields[kInnerBody], part))
                return false;
            extension += 3;
        }
        if (extension + 1 < fields.size())
            readDisposition(fields[extension + 1], part);
        m_parts.append(part);
        return true;
    }

    /// Where the values of a list begin.
    [[nodiscard]] std::vector<std::size_t> fieldsOf(std::size_t list) const
    {
        std::vector<std::size_t> fields;
        const std::size_t end = m_response.after(list);
        for (std::size_t at = list + 1; at + 1 < end && fields.size() < kMostFields; at = m_response.after(at))
            fields.push_back(at);
        return fields;
    }

    bool readInner(std::size_t body, BodyPart &part) const
    {
        if (!m_response.isKind(body, Token::Kind::Open))
            return false;
        std::size_t at = body + 1;
        if (!isMultipart(body)) {
            part.innerType = word(at) + '/' + word(at + 1);
            return true;
        }
        while (m_response.isKind(at, Token::Kind::Open))
            at = m_response.after(at);
        part.innerType = "multipart/" + word(at);
        return true;
    }

    void readDisposition(std::size_t list, BodyPart &part) const
    {
        if (!m_response.isKind(list, Token::Kind::Open))
            return;
        part.isFile = word(list + 1) == "attachment";
        part.hasName = part.hasName || names(list + 2, "filename");
    }

    /// In a list of names and values; "filename*0*" of RFC 2231 counts as well.
    [[nodiscard]] bool names(std::size_t list, QByteArrayView name) const
    {
        if (!m_response.isKind(list, Token::Kind::Open))
            return false;
        const std::vector<std::size_t> fields = fieldsOf(list);
        for (std::size_t i = 0; i < fields.size(); i += 2) {
            if (word(fields[i]).startsWith(name))
                return true;
        }
        return false;
    }

    const Response &m_response;
    QList<BodyPart> m_parts;
};

} // namespace

QList<BodyPart> bodyStructure(const Response &response, std::size_t token)
{
    return StructureReader(response).read(token);
}

} // namespace inlet::imap
