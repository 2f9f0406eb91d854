// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/PartTree_p.h"

#include "mime/HeaderScanner_p.h"

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxBoundary = 1000; // RFC 2046 section 5.1.1 allows 70

QByteArray trimmedRight(const QByteArray &raw, qsizetype start, qsizetype end)
{
    while (end > start && (raw.at(end - 1) == ' ' || raw.at(end - 1) == '\t' || raw.at(end - 1) == '\r'
               || raw.at(end - 1) == '\n'))
        --end;
    return raw.mid(start, end - start);
}

/// A multipart whose boundary has not been closed yet.
struct OpenMultipart {
    int node = 0;
    QByteArray boundary;
};

/// Walks the lines once and keeps the stack of open multiparts.
class StructureReader
{
public:
    StructureReader(const QByteArray &raw, const ParseLimits &limits) : m_raw(raw), m_limits(limits)
    {
    }

    PartTree read()
    {
        qsizetype at = open(-1, 0, "text/plain");
        while (at < m_raw.size()) {
            const auto feed = m_raw.indexOf('\n', at);
            const qsizetype next = feed < 0 ? m_raw.size() : feed + 1;
            if (!m_open.empty() && isDashed(at))
                at = takeDashed(at, next);
            else
                at = next;
        }
        if (m_current >= 0)
            closeBody(m_current, m_raw.size());
        for (const OpenMultipart &multipart : m_open) {
            node(multipart.node).bodyEnd = m_raw.size();
            note(QStringLiteral("multipart without its closing line"));
        }
        repairEmptyMultiparts();
        return std::move(m_tree);
    }

private:
    PartNode &node(int index) { return m_tree.nodes[static_cast<size_t>(index)]; }

    void note(const QString &what)
    {
        if (!m_tree.damage.contains(what))
            m_tree.damage.append(what);
    }

    bool isDashed(qsizetype at) const
    {
        return at + 2 < m_raw.size() && m_raw.at(at) == '-' && m_raw.at(at + 1) == '-';
    }

    /// Starts an entity at `at`; gives where its body starts.
    qsizetype open(int parent, qsizetype at, const QByteArray &defaultType)
    {
        const FieldBlock block = scanFields(m_raw, at, m_raw.size(), m_limits);
        if (parent < 0)
            m_tree.damage += block.damage;
        const int index = int(m_tree.nodes.size());
        PartNode fresh;
        fresh.parent = parent;
        fresh.header = readPartHeader(block.fields, defaultType);
        fresh.bodyStart = block.bodyOffset;
        fresh.bodyEnd = m_raw.size();
        if (parent < 0) {
            fresh.fields = block.fields;
        } else {
            PartNode &above = node(parent);
            above.children.push_back(index);
            fresh.depth = above.depth + 1;
            fresh.path = QByteArray::number(int(above.children.size()));
            if (!above.path.isEmpty())
                fresh.path.prepend(above.path + '.');
        }
        const bool multipart = fresh.header.isMultipart();
        if (multipart && fresh.header.boundary.isEmpty())
            fresh.header.boundary = guessBoundary(fresh.bodyStart);
        if (parent < 0 && !multipart)
            fresh.path = "1";
        m_tree.nodes.push_back(std::move(fresh));
        m_current = index;
        if (multipart)
            pushMultipart(index);
        return node(index).bodyStart;
    }

    void pushMultipart(int index)
    {
        if (node(index).header.boundary.isEmpty()) {
            note(QStringLiteral("multipart without a boundary"));
        } else if (int(m_open.size()) >= m_limits.nesting) {
            note(QStringLiteral("nested deeper than %1 parts").arg(m_limits.nesting));
        } else {
            m_open.push_back({index, node(index).header.boundary});
            m_current = -1; // what follows is preamble
        }
    }

    /// Some writers forget the parameter but write the lines.
    QByteArray guessBoundary(qsizetype at) const
    {
        for (int i = 0; i < 20 && at < m_raw.size(); ++i) {
            const auto feed = m_raw.indexOf('\n', at);
            const qsizetype end = feed < 0 ? m_raw.size() : feed;
            if (isDashed(at) && end - at > 4 && end - at < 80)
                return trimmedRight(m_raw, at + 2, end);
            at = end + 1;
        }
        return {};
    }

    qsizetype takeDashed(qsizetype at, qsizetype next)
    {
        const qsizetype length = next - at;
        if (length > kMaxBoundary + 100)
            return next;
        const QByteArray line = trimmedRight(m_raw, at + 2, next); // one copy for all comparisons
        for (size_t i = m_open.size(); i-- > 0;) {
            const QByteArray &boundary = m_open[i].boundary;
            if (!line.startsWith(boundary))
                continue;
            const bool closes = line.size() == boundary.size() + 2 && line.endsWith("--");
            if (!closes && line.size() != boundary.size())
                continue;
            endOfInner(i, at);
            return closes ? closeMultipart(i, at, next) : openPart(i, next);
        }
        return next;
    }

    /// A line of an outer multipart ends whatever is open inside it.
    void endOfInner(size_t level, qsizetype at)
    {
        if (m_current >= 0)
            closeBody(m_current, at);
        m_current = -1;
        while (m_open.size() > level + 1) {
            closeBody(m_open.back().node, at);
            m_open.pop_back();
            note(QStringLiteral("multipart without its closing line"));
        }
    }

    qsizetype closeMultipart(size_t level, qsizetype at, qsizetype next)
    {
        closeBody(m_open[level].node, at);
        m_open.resize(level);
        return next; // what follows is epilogue or the next line of an outer multipart
    }

    qsizetype openPart(size_t level, qsizetype next)
    {
        if (int(m_tree.nodes.size()) >= m_limits.parts) {
            note(QStringLiteral("more than %1 parts").arg(m_limits.parts));
            return next;
        }
        const int parent = m_open[level].node;
        const bool digest = node(parent).header.type == "multipart/digest";
        return open(parent, next, digest ? "message/rfc822" : "text/plain");
    }

    /// The line end before a boundary line belongs to the boundary (RFC 2046 section 5.1.1).
    void closeBody(int index, qsizetype at)
    {
        PartNode &closing = node(index);
        qsizetype end = qMax(at, closing.bodyStart);
        if (at < m_raw.size() && end > closing.bodyStart && m_raw.at(end - 1) == '\n') {
            --end;
            if (end > closing.bodyStart && m_raw.at(end - 1) == '\r')
                --end;
        }
        closing.bodyEnd = end;
    }

    /// A multipart in which no part was found is shown as the text it is.
    void repairEmptyMultiparts()
    {
        for (PartNode &candidate : m_tree.nodes) {
            if (!candidate.header.isMultipart() || !candidate.children.empty())
                continue;
            note(QStringLiteral("multipart without parts"));
            candidate.header.type = "text/plain";
            if (candidate.path.isEmpty())
                candidate.path = "1";
        }
    }

    const QByteArray &m_raw;
    const ParseLimits &m_limits;
    PartTree m_tree;
    std::vector<OpenMultipart> m_open;
    int m_current = -1; ///< leaf whose body is being read
};

} // namespace

PartTree parseStructure(const QByteArray &raw, const ParseLimits &limits)
{
    return StructureReader(raw, limits).read();
}

} // namespace inlet::mime
