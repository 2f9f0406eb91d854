// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Skeleton.h"

#include "mime/HeaderScanner_p.h"
#include "mime/PartDecoder_p.h"
#include "mime/PartTree_p.h"

#include <vector>

namespace inlet::mime
{

namespace
{

constexpr qint64 kLineOfBase64 = 78; ///< with its end
constexpr qint64 kOctetsInLine = 57;

Error unfitting(const char *what)
{
    return {ErrorKind::Protocol, QStringLiteral("the parts do not fit: ") + QLatin1String(what), {}, {}};
}

/// With its empty line; servers end it with one line end or two.
QByteArray headerBlock(QByteArray header)
{
    while (header.endsWith('\n') || header.endsWith('\r'))
        header.chop(1);
    return header.isEmpty() ? QByteArray("\r\n") : header + "\r\n\r\n";
}

class Joiner
{
public:
    explicit Joiner(const QList<PartPiece> &pieces) : m_pieces(pieces), m_children(size_t(pieces.size())) {}

    Result<QByteArray> join()
    {
        for (int i = 1; i < m_pieces.size(); ++i) {
            const int parent = m_pieces[i].parent;
            if (parent < 0 || parent >= i || !isMultipart(parent))
                return unfitting("no tree");
            m_children[size_t(parent)].push_back(i);
        }
        if (m_pieces.isEmpty() || !write(0, 0))
            return unfitting("a multipart without a boundary");
        return std::move(m_raw);
    }

private:
    bool isMultipart(int index) const { return m_pieces[index].type.startsWith("multipart/"); }

    // Recursion is bounded by ParseLimits::nesting.
    bool write(int index, int depth)
    {
        const PartPiece &piece = m_pieces[index];
        const QByteArray header = headerBlock(piece.header);
        m_raw += header;
        if (!isMultipart(index)) {
            m_raw += piece.body ? *piece.body : piece.innerHeader;
            return true;
        }
        const FieldBlock fields = scanFields(header, 0, header.size(), m_limits);
        const QByteArray boundary = readPartHeader(fields.fields, "text/plain").boundary;
        if (boundary.isEmpty() || depth >= m_limits.nesting)
            return false;
        for (const int child : m_children[size_t(index)]) {
            m_raw += "--" + boundary + "\r\n";
            if (!write(child, depth + 1))
                return false;
            m_raw += "\r\n";
        }
        m_raw += "--" + boundary + "--\r\n";
        return true;
    }

    const QList<PartPiece> &m_pieces;
    const ParseLimits m_limits;
    std::vector<std::vector<int>> m_children;
    QByteArray m_raw;
};

/// What is read must be what was told: a wrong section number or a boundary inside a text shows here.
const char *whyUnlike(const PartTree &tree, const QList<PartPiece> &pieces)
{
    if (qsizetype(tree.nodes.size()) != pieces.size())
        return "another number of parts";
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const PartNode &node = tree.nodes[size_t(i)];
        const PartPiece &piece = pieces[i];
        if (node.parent != piece.parent || node.header.type != piece.type)
            return "another part";
        if (piece.type.startsWith("multipart/"))
            continue;
        if (node.header.encoding != piece.encoding)
            return "another encoding";
        if (node.bodyEnd - node.bodyStart != (piece.body ? piece.body->size() : piece.innerHeader.size()))
            return "another body";
    }
    return nullptr;
}

} // namespace

Result<QByteArray> joinParts(const QList<PartPiece> &pieces)
{
    auto raw = Joiner(pieces).join();
    if (!raw)
        return raw;
    if (const char *why = whyUnlike(parseStructure(*raw, {}), pieces))
        return unfitting(why);
    return raw;
}

Result<QByteArray> decodePart(const QByteArray &skeleton, const QByteArray &part, const QByteArray &body)
{
    const PartTree tree = parseStructure(skeleton, {});
    for (const PartNode &node : tree.nodes) {
        if (node.path == part && tree.isLeaf(node))
            return decodeBody(body, node.header.encoding, body.size(), nullptr);
    }
    return Error{ErrorKind::NotFound, QStringLiteral("no such part"), {}, {}};
}

qint64 decodedSizeOf(const QByteArray &encoding, qint64 octets)
{
    return encoding == "base64" ? octets / kLineOfBase64 * kOctetsInLine + octets % kLineOfBase64 * 3 / 4 : octets;
}

} // namespace inlet::mime
