// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SkeletonPlan_p.h"

#include "mime/Skeleton.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

using imap::BodyPart;

constexpr qsizetype kMostSections = 60; ///< of one command line

/// What is one thing with its signature, or not for us to take apart.
bool isWholeOnly(const BodyPart &part)
{
    static const QByteArrayList types{"multipart/signed", "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime",
        "application/pgp-encrypted", "multipart/appledouble", "message/partial", "message/external-body"};
    return types.contains(part.type);
}

bool isReadable(const BodyPart &part)
{
    return part.type == "text/plain" || part.type == "text/html" || part.type == "text/enriched" || part.type == "text/markdown";
}

bool isPlainlySent(const BodyPart &part)
{
    return part.encoding == "7bit" || part.encoding == "8bit" || part.encoding == "binary";
}

class Planner
{
public:
    explicit Planner(QList<BodyPart> &parts) : m_parts(parts) {}

    std::optional<QByteArrayList> plan()
    {
        if (m_parts.isEmpty() || m_parts.first().isMessage())
            return std::nullopt;
        for (qsizetype i = 0; i < m_parts.size(); ++i) {
            if (isWholeOnly(m_parts[i]) || !(i == 0 || ask(m_parts[i].section + ".MIME")))
                return std::nullopt;
            if (!m_parts[i].isMultipart() && !planLeaf(i))
                return std::nullopt;
        }
        const bool anyLeft = std::any_of(m_parts.cbegin(), m_parts.cend(), [](const BodyPart &part) { return part.left; });
        return anyLeft ? std::optional(m_sections) : std::nullopt;
    }

private:
    bool ask(const QByteArray &section)
    {
        m_sections.append(section);
        return m_sections.size() <= kMostSections;
    }

    bool read(const BodyPart &part)
    {
        m_read += part.octets;
        return m_read <= kMostRead && ask(part.section);
    }

    bool planLeaf(qsizetype index)
    {
        BodyPart &part = m_parts[index];
        const bool isFirst = part.parent < 0 || index == part.parent + 1;
        const bool isAttached = part.parent >= 0 && (part.isFile || (part.hasName && !isFirst));
        const bool isNeeded = (isReadable(part) && !isAttached) || (part.type.startsWith("message/") && !part.isMessage())
            || part.type.startsWith("text/rfc822-header") || part.type == "text/calendar"; // an answer to a meeting is no letter
        if (isNeeded)
            return read(part);
        if (part.octets <= kSmallPart && m_small + part.octets <= kMostSmall && m_read + part.octets <= kMostRead) {
            m_small += part.octets;
            return read(part);
        }
        part.left = true;
        if (!part.isMessage())
            return true;
        // Its header tells what a bounce is about; a report inside a report tells even more.
        return isPlainlySent(part) && part.innerType != "multipart/report" && ask(part.section + ".HEADER");
    }

    QList<BodyPart> &m_parts;
    QByteArrayList m_sections;
    qint64 m_read = 0;
    qint64 m_small = 0;
};

Error incomplete()
{
    return {ErrorKind::Protocol, QStringLiteral("not all parts came as told"), {}, {}};
}

} // namespace

std::optional<QByteArrayList> planSkeleton(QList<BodyPart> &parts)
{
    return Planner(parts).plan();
}

Result<QByteArray> buildSkeleton(const QByteArray &header, const QList<BodyPart> &parts, const QHash<QByteArray, QByteArray> &sections)
{
    QList<mime::PartPiece> pieces;
    for (const BodyPart &part : parts) {
        mime::PartPiece piece{.parent = part.parent, .type = part.type, .encoding = part.encoding, .header = header, .body = {}};
        if (part.parent >= 0) {
            const auto mimeHeader = sections.constFind(part.section + ".MIME");
            if (mimeHeader == sections.cend())
                return incomplete();
            piece.header = *mimeHeader;
        }
        if (!part.isMultipart() && !part.left) {
            const auto body = sections.constFind(part.section);
            if (body == sections.cend() || body->size() != part.octets)
                return incomplete();
            piece.body = *body;
        } else if (part.left && part.isMessage()) {
            const auto inner = sections.constFind(part.section + ".HEADER");
            if (inner == sections.cend() || inner->isEmpty())
                return incomplete();
            piece.innerHeader = *inner;
        }
        pieces.append(piece);
    }
    return mime::joinParts(pieces);
}

} // namespace inlet::sync
