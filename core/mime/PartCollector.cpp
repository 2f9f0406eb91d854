// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/PartCollector_p.h"

#include "mime/EncodedWords_p.h"
#include "mime/HeaderScanner_p.h"
#include "mime/PartDecoder_p.h"

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxMachinePart = 256 * 1024;

bool isMachineType(const QByteArray &type)
{
    static const QList<QByteArray> types = {"message/delivery-status",
        "message/global-delivery-status", "message/disposition-notification",
        "message/global-disposition-notification", "message/feedback-report",
        "text/rfc822-headers", "text/rfc822-header", "message/global-headers",
        "message/rfc822-headers", "text/calendar"};
    return types.contains(type);
}

bool isReadable(const PartHeader &header)
{
    return header.type == "text/plain" || header.type == "text/html" || header.type == "text/enriched"
        || header.type == "text/markdown";
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return first + (first.endsWith(u'\n') ? QStringLiteral("\n") : QStringLiteral("\n\n")) + second;
}

QString asHtml(const QString &text)
{
    QString html = text.toHtmlEscaped();
    return QStringLiteral("<p>") + html.replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</p>");
}

} // namespace

PartCollector::PartCollector(const QByteArray &raw, const PartTree &tree, const ParseLimits &limits,
    ParsedMessage *out)
    : m_raw(raw), m_tree(tree), m_limits(limits), m_out(out), m_textLeft(limits.textOctets)
{
}

bool PartCollector::collect()
{
    Body body = collectNode(m_tree.nodes.front());
    m_out->text = std::move(body.text);
    m_out->html = std::move(body.html);
    m_out->partCount = countLeaves(m_raw, m_tree, m_limits, 0);
    const bool fromHtml = !body.hasPlain && !m_out->html.isEmpty();
    if (fromHtml && m_out->text.isEmpty())
        m_out->text = htmlToText(m_out->html);
    return fromHtml;
}

const PartNode &PartCollector::childOf(const PartNode &node, size_t index) const
{
    return m_tree.nodes[static_cast<size_t>(node.children[index])];
}

QByteArray PartCollector::bodyOf(const PartNode &node) const
{
    return m_raw.mid(node.bodyStart, node.bodyEnd - node.bodyStart);
}

PartCollector::Body PartCollector::collectNode(const PartNode &node)
{
    // Recursion is as deep as the structure, which is bounded by ParseLimits::nesting.
    if (node.children.empty())
        return collectLeaf(node);
    if (node.header.type == "multipart/alternative")
        return collectAlternative(node);
    if (node.header.type == "multipart/related")
        return collectRelated(node);
    return collectSequence(node);
}

PartCollector::Body PartCollector::collectAlternative(const PartNode &node)
{
    Body best;
    for (size_t i = 0; i < node.children.size(); ++i) {
        const Body body = collectNode(childOf(node, i));
        if (!body.html.isEmpty())
            best.html = body.html;
        if (body.hasPlain && !body.text.trimmed().isEmpty()) {
            best.text = body.text;
            best.hasPlain = true;
        }
    }
    return best;
}

PartCollector::Body PartCollector::collectRelated(const PartNode &node)
{
    size_t root = 0;
    for (size_t i = 0; i < node.children.size() && !node.header.startId.isEmpty(); ++i) {
        if (childOf(node, i).header.contentId == node.header.startId)
            root = i;
    }
    Body body = collectNode(childOf(node, root));
    for (size_t i = 0; i < node.children.size(); ++i) {
        if (i == root)
            continue;
        const PartNode &child = childOf(node, i);
        if (child.children.empty() && !isReadable(child.header)) {
            takeAttachment(child, true);
            continue;
        }
        const Body more = collectNode(child);
        body.text = joined(body.text, more.text);
        body.html += more.html;
        body.hasPlain = body.hasPlain || more.hasPlain;
    }
    return body;
}

/// multipart/mixed, report, signed and everything unknown (RFC 2046 section 5.1.3).
PartCollector::Body PartCollector::collectSequence(const PartNode &node)
{
    QList<Body> bodies;
    bool anyHtml = false;
    bool anyPlain = false;
    for (const int index : node.children) {
        bodies.append(collectNode(m_tree.nodes[static_cast<size_t>(index)]));
        anyHtml = anyHtml || !bodies.last().html.isEmpty();
        anyPlain = anyPlain || bodies.last().hasPlain;
    }
    Body all;
    all.hasPlain = anyPlain;
    for (const Body &body : std::as_const(bodies)) {
        const bool htmlOnly = body.text.isEmpty() && !body.html.isEmpty();
        all.text = joined(all.text, anyPlain && htmlOnly ? htmlToText(body.html) : body.text);
        if (anyHtml)
            all.html += body.html.isEmpty() && !body.text.isEmpty() ? asHtml(body.text) : body.html;
    }
    return all;
}

PartCollector::Body PartCollector::collectLeaf(const PartNode &node)
{
    const PartHeader &header = node.header;
    if (header.isMessage()) {
        takeMessage(node);
        return {};
    }
    if (isMachineType(header.type)) {
        takeMachinePart(node);
        if (header.type != "text/calendar")
            return {};
    }
    const bool first = node.depth == 0 || m_tree.nodes[static_cast<size_t>(node.parent)].children.front()
            == int(&node - m_tree.nodes.data());
    const bool attached = header.disposition == "attachment" || (!header.fileName.isEmpty() && !first);
    if (isReadable(header) && (!attached || node.depth == 0)) {
        // Text that is the whole message is shown; where it is also meant as a file it can be saved.
        if (header.disposition == "attachment")
            takeAttachment(node, false);
        return textLeaf(node);
    }
    takeAttachment(node, header.disposition == "inline" && !header.contentId.isEmpty());
    return {};
}

PartCollector::Body PartCollector::textLeaf(const PartNode &node)
{
    Body body;
    if (m_textLeft <= 0)
        return body;
    const QString text = decodeText(m_raw, node, m_textLeft, &m_out->damage);
    m_textLeft -= text.size();
    if (node.header.type == "text/html" || node.header.type == "text/enriched") {
        body.html = text;
        return body;
    }
    body.text = text;
    body.hasPlain = true;
    return body;
}

void PartCollector::takeAttachment(const PartNode &node, bool isInline)
{
    Attachment attachment;
    attachment.part = node.path;
    attachment.contentType = node.header.type;
    attachment.fileName = safeFileName(node.header.fileName, node.header.type);
    attachment.size = decodedSize(m_raw, node);
    attachment.contentId = node.header.contentId;
    attachment.isInline = isInline;
    m_out->attachments.append(std::move(attachment));
}

/// An attached message is one attachment; its header is what bounces are matched by.
void PartCollector::takeMessage(const PartNode &node)
{
    const QByteArray inner = decodeBody(bodyOf(node), node.header.encoding, m_limits.headerBlock,
        &m_out->damage);
    const FieldBlock block = scanFields(inner, 0, inner.size(), m_limits);
    m_out->machineParts.append({"message/rfc822", inner.left(qMin(block.bodyOffset, kMaxMachinePart)), 0});
    takeInnerReport(inner, block);
    Attachment attachment;
    attachment.part = node.path;
    attachment.contentType = node.header.type;
    QString name = node.header.fileName;
    if (name.isEmpty()) {
        const QString subject = decodeWords(fieldValue(block.fields, "Subject")).simplified();
        name = QString(subject).replace(u'/', u'-').replace(u'\\', u'-').left(80);
        if (!name.isEmpty())
            name += QStringLiteral(".eml");
    }
    attachment.fileName = safeFileName(name, "message/rfc822");
    attachment.size = decodedSize(m_raw, node);
    m_out->attachments.append(std::move(attachment));
}

/// A report that came back inside another one carries what the outer one lost.
void PartCollector::takeInnerReport(const QByteArray &inner, const FieldBlock &block)
{
    const PartHeader header = readPartHeader(block.fields, "text/plain");
    if (header.type != "multipart/report")
        return;
    const PartTree tree = parseStructure(inner, m_limits);
    for (const PartNode &node : tree.nodes) {
        if (tree.isLeaf(node) && node.header.type.endsWith("delivery-status")) {
            const QByteArray body = inner.mid(node.bodyStart, node.bodyEnd - node.bodyStart);
            m_out->machineParts.append({node.header.type,
                decodeBody(body, node.header.encoding, kMaxMachinePart, nullptr), 1});
        }
    }
}

void PartCollector::takeMachinePart(const PartNode &node)
{
    m_out->machineParts.append(
        {node.header.type, decodeBody(bodyOf(node), node.header.encoding, kMaxMachinePart, &m_out->damage), 0});
}

int countLeaves(const QByteArray &raw, const PartTree &tree, const ParseLimits &limits, int level)
{
    int leaves = 0;
    for (const PartNode &node : tree.nodes) {
        if (!tree.isLeaf(node))
            continue;
        if (!node.header.isMessage() || level >= kMaxMessageNesting) {
            ++leaves;
            continue;
        }
        const QByteArray inner = decodeBody(raw.mid(node.bodyStart, node.bodyEnd - node.bodyStart),
            node.header.encoding, raw.size(), nullptr);
        leaves += countLeaves(inner, parseStructure(inner, limits), limits, level + 1);
    }
    return leaves;
}

} // namespace inlet::mime
