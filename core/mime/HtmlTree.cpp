// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HtmlTree_p.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace inlet::mime
{

namespace
{

constexpr int kMaxTagDepth = 100;
constexpr int kMaxFormatting = 16; ///< the parser repeats all open ones in each new paragraph
constexpr int kMaxTags = 50000; ///< times kMaxFormatting: the most elements the parser may make
constexpr qsizetype kMaxHtmlOctets = 4 * 1024 * 1024;

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':'
        || c == '-';
}

/// Elements that never hold others, or that the next one of their kind closes.
bool countsForDepth(const QByteArray &name)
{
    static const QSet<QByteArray> uncounted = {"area", "base", "br", "col", "embed", "hr", "img",
        "input", "link", "meta", "param", "source", "wbr", "p", "li", "td", "th", "tr", "dt", "dd",
        "option", "tbody", "html", "head", "body"};
    return !uncounted.contains(name);
}

bool isFormatting(const QByteArray &name)
{
    static const QSet<QByteArray> names = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small",
        "strike", "strong", "tt", "u"};
    return names.contains(name);
}

/// Copies HTML and leaves out the tags that would nest too deep.
class DepthFilter
{
public:
    DepthFilter(const QByteArray &html, int maxDepth) : m_html(html), m_maxDepth(maxDepth) {}

    QByteArray run()
    {
        m_out.reserve(m_html.size());
        qsizetype at = 0;
        while (at < m_html.size()) {
            const auto open = m_html.indexOf('<', at);
            if (open < 0)
                break;
            m_out.append(m_html.constData() + at, open - at);
            at = takeTag(open);
        }
        m_out.append(m_html.constData() + at, m_html.size() - at);
        return std::move(m_out);
    }

private:
    /// Handles what starts with '<' at `open`; gives where to go on.
    qsizetype takeTag(qsizetype open)
    {
        qsizetype at = open + 1;
        const bool closing = at < m_html.size() && m_html.at(at) == '/';
        if (closing)
            ++at;
        const qsizetype nameStart = at;
        while (at < m_html.size() && at - nameStart < 40 && isNameChar(m_html.at(at)))
            ++at;
        const QByteArray name = m_html.mid(nameStart, at - nameStart).toLower();
        const bool tooMany = !name.isEmpty() && ++m_tags > kMaxTags;
        const bool uncounted = name.isEmpty() || !countsForDepth(name);
        const bool keep = !tooMany && (uncounted || (closing ? close(name) : push(name)));
        if (keep) {
            m_out.append(m_html.constData() + open, at - open);
            return at;
        }
        const auto end = m_html.indexOf('>', at);
        return end < 0 ? m_html.size() : end + 1;
    }

    bool push(const QByteArray &name)
    {
        const bool formatting = isFormatting(name);
        if (int(m_open.size()) >= m_maxDepth || (formatting && m_formatting >= kMaxFormatting)) {
            ++m_dropped[name];
            return false;
        }
        m_formatting += formatting ? 1 : 0;
        m_open.append(name);
        return true;
    }

    bool close(const QByteArray &name)
    {
        if (const auto dropped = m_dropped.find(name); dropped != m_dropped.end() && *dropped > 0) {
            --*dropped;
            return false;
        }
        // An end tag that fits nothing is dropped: the parser would search its whole stack for it.
        const auto found = m_open.lastIndexOf(name);
        if (found < 0)
            return false;
        // Formatting that is closed out of order stays open for the parser, so it still counts here.
        if (isFormatting(name)) {
            --m_formatting;
            m_open.removeAt(found);
        } else {
            const auto rest = std::remove_if(m_open.begin() + found, m_open.end(),
                [](const QByteArray &open) { return !isFormatting(open); });
            m_open.erase(rest, m_open.end());
        }
        return true;
    }

    const QByteArray &m_html;
    int m_maxDepth;
    QByteArray m_out;
    QList<QByteArray> m_open;
    int m_formatting = 0;
    int m_tags = 0;
    QHash<QByteArray, int> m_dropped;
};

} // namespace

QByteArray boundedHtml(const QByteArray &html, int maxDepth, qsizetype maxOctets)
{
    return DepthFilter(html.size() > maxOctets ? html.left(maxOctets) : html, maxDepth).run();
}

void HtmlTree::Free::operator()(GumboOutput *output) const
{
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

HtmlTree::HtmlTree(const QString &html)
    : m_source(boundedHtml(html.toUtf8(), kMaxTagDepth, kMaxHtmlOctets))
{
    m_source.replace('\0', ' ');
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    m_output.reset(gumbo_parse_with_options(&options, m_source.constData(), size_t(m_source.size())));
}

const GumboNode *HtmlTree::root() const
{
    return m_output ? m_output->root : nullptr;
}

const GumboNode *HtmlTree::body() const
{
    if (!root())
        return nullptr;
    const GumboVector &children = childrenOf(root());
    for (unsigned int i = 0; i < children.length; ++i) {
        const GumboNode *child = childAt(children, i);
        if (isElement(child) && child->v.element.tag == GUMBO_TAG_BODY)
            return child;
    }
    return root();
}

bool isElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool isText(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
        || node->type == GUMBO_NODE_CDATA;
}

QString textOf(const GumboNode *node)
{
    return QString::fromUtf8(node->v.text.text);
}

QByteArrayView attributeOf(const GumboNode *node, const char *name)
{
    if (!isElement(node))
        return {};
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute ? QByteArrayView(attribute->value) : QByteArrayView();
}

QByteArray tagNameOf(const GumboNode *node)
{
    if (!isElement(node))
        return {};
    if (node->v.element.tag != GUMBO_TAG_UNKNOWN)
        return QByteArray(gumbo_normalized_tagname(node->v.element.tag));
    GumboStringPiece piece = node->v.element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return piece.data ? QByteArray(piece.data, qsizetype(piece.length)).toLower() : QByteArray();
}

const GumboVector &childrenOf(const GumboNode *node)
{
    static constexpr GumboVector none = {nullptr, 0, 0};
    if (node->type == GUMBO_NODE_DOCUMENT)
        return node->v.document.children;
    return isElement(node) ? node->v.element.children : none;
}

void walkHtml(const GumboNode *root, const std::function<bool(const GumboNode *)> &enter,
    const std::function<void(const GumboNode *)> &leave)
{
    struct Frame {
        const GumboNode *node;
        unsigned int next;
    };
    if (!root)
        return;
    std::vector<Frame> stack;
    const auto visit = [&](const GumboNode *node) {
        const bool into = enter(node);
        stack.push_back({node, into ? 0U : childrenOf(node).length});
    };
    visit(root);
    while (!stack.empty()) {
        Frame &top = stack.back();
        const GumboVector &children = childrenOf(top.node);
        if (top.next < children.length) {
            const GumboNode *child = childAt(children, top.next++);
            visit(child);
        } else {
            leave(top.node);
            stack.pop_back();
        }
    }
}

} // namespace inlet::mime
