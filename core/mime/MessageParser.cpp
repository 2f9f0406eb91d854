// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HeaderScanner_p.h"
#include "mime/Mime.h"
#include "mime/PartCollector_p.h"
#include "mime/PartDecoder_p.h"

#include <algorithm>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxPreview = 200;

/// Files of old Macs, and what some broken relays make: lone CR as the only line end.
QByteArray withLineEnds(const QByteArray &raw)
{
    if (raw.contains('\n') || !raw.contains('\r'))
        return raw;
    QByteArray fixed = raw;
    return fixed.replace('\r', '\n');
}

QString previewOf(const QString &newText)
{
    QString line = newText.left(4 * kMaxPreview).simplified();
    if (line.size() > kMaxPreview) {
        line.truncate(kMaxPreview);
        if (line.back().isHighSurrogate())
            line.chop(1);
        if (const auto blank = line.lastIndexOf(u' '); blank > kMaxPreview / 2)
            line.truncate(blank);
    }
    return line;
}

QByteArray contentTypeOf(const PartHeader &header)
{
    return header.reportType.isEmpty() ? header.type : header.type + "; report-type=" + header.reportType;
}

/// `words` stand in `text`, whatever the blanks, links and marks between them.
bool isPartOf(const QString &words, const QString &text)
{
    const auto letters = [](QString from) {
        from.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
        return from;
    };
    return letters(text).contains(letters(words));
}

/// The author's words. Where the text part of an answer shows no quote, the HTML may: programs mark
/// it there in every language.
QString ownWords(const ParsedMessage &message, bool fromHtml)
{
    if (fromHtml)
        return trimHtml(message.html).text;
    const TrimmedText trimmed = trimText(message.text);
    const bool answers = !message.header.references.isEmpty() || !message.header.inReplyTo.isEmpty();
    if (!answers || message.html.isEmpty() || !trimmed.quoted.isEmpty() || !marksHistory(message.html))
        return trimmed.text;
    const TrimmedText marked = trimHtml(message.html);
    const bool same = !marked.text.isEmpty() && !marked.quoted.isEmpty() && isPartOf(marked.text, trimmed.text);
    return same ? marked.text : trimmed.text;
}

} // namespace

ParsedMessage parseMessage(const QByteArray &input, const ParseLimits &limits)
{
    const QByteArray raw = withLineEnds(input);
    PartTree tree = parseStructure(raw, limits);
    ParsedMessage out;
    PartNode &root = tree.nodes.front();
    out.header = makeHeader(std::move(root.fields));
    out.contentType = contentTypeOf(root.header);
    out.damage = tree.damage;
    if (raw.contains('\0'))
        out.damage.append(QStringLiteral("NUL octets"));
    const bool fromHtml = PartCollector(raw, tree, limits, &out).collect();
    out.newText = ownWords(out, fromHtml);
    // A forwarded message without a word of its own shows what was forwarded.
    out.preview = previewOf(out.newText.isEmpty() ? out.text : out.newText);
    return out;
}

Result<QByteArray> extractPart(const QByteArray &input, const QByteArray &part)
{
    const ParseLimits limits;
    QByteArray raw = withLineEnds(input);
    QByteArray path = part;
    for (int level = 0; level < kMaxMessageNesting; ++level) {
        const PartTree tree = parseStructure(raw, limits);
        const PartNode *inner = nullptr;
        for (const PartNode &node : tree.nodes) {
            const QByteArray body = raw.mid(node.bodyStart, node.bodyEnd - node.bodyStart);
            if (node.path == path && tree.isLeaf(node))
                return decodeBody(body, node.header.encoding, raw.size(), nullptr);
            if (node.header.isMessage() && path.startsWith(node.path + '.'))
                inner = &node;
        }
        if (!inner)
            break;
        path.remove(0, inner->path.size() + 1);
        raw = decodeBody(raw.mid(inner->bodyStart, inner->bodyEnd - inner->bodyStart),
            inner->header.encoding, raw.size(), nullptr);
    }
    return Error{ErrorKind::NotFound, QStringLiteral("no such part"), {}, {}};
}

} // namespace inlet::mime
