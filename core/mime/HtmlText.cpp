// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HtmlText_p.h"

#include "mime/Mime.h"

namespace inlet::mime
{

namespace
{

constexpr int kMaxQuoteDepth = 20;

enum class Layout {
    Inline,
    Block,
    Paragraph,
    List,
    NumberedList,
    Item,
    Quote,
    Preformatted,
    Cell,
    Break,
    Rule,
    Image,
    Link,
    Hidden,
};

Layout layoutOf(const GumboNode *node)
{
    static const QHash<int, Layout> table = {
        {GUMBO_TAG_SCRIPT, Layout::Hidden}, {GUMBO_TAG_STYLE, Layout::Hidden},
        {GUMBO_TAG_HEAD, Layout::Hidden}, {GUMBO_TAG_TITLE, Layout::Hidden},
        {GUMBO_TAG_TEMPLATE, Layout::Hidden}, {GUMBO_TAG_NOSCRIPT, Layout::Hidden},
        {GUMBO_TAG_OBJECT, Layout::Hidden}, {GUMBO_TAG_IFRAME, Layout::Hidden},
        {GUMBO_TAG_SELECT, Layout::Hidden}, {GUMBO_TAG_TEXTAREA, Layout::Hidden},
        {GUMBO_TAG_SVG, Layout::Hidden}, {GUMBO_TAG_BR, Layout::Break}, {GUMBO_TAG_HR, Layout::Rule},
        {GUMBO_TAG_P, Layout::Paragraph}, {GUMBO_TAG_H1, Layout::Paragraph},
        {GUMBO_TAG_H2, Layout::Paragraph}, {GUMBO_TAG_H3, Layout::Paragraph},
        {GUMBO_TAG_H4, Layout::Paragraph}, {GUMBO_TAG_H5, Layout::Paragraph},
        {GUMBO_TAG_H6, Layout::Paragraph}, {GUMBO_TAG_UL, Layout::List}, {GUMBO_TAG_DL, Layout::List},
        {GUMBO_TAG_OL, Layout::NumberedList}, {GUMBO_TAG_LI, Layout::Item},
        {GUMBO_TAG_BLOCKQUOTE, Layout::Quote}, {GUMBO_TAG_PRE, Layout::Preformatted},
        {GUMBO_TAG_TD, Layout::Cell}, {GUMBO_TAG_TH, Layout::Cell}, {GUMBO_TAG_IMG, Layout::Image},
        {GUMBO_TAG_A, Layout::Link}, {GUMBO_TAG_DIV, Layout::Block}, {GUMBO_TAG_TABLE, Layout::Block},
        {GUMBO_TAG_TR, Layout::Block}, {GUMBO_TAG_SECTION, Layout::Block},
        {GUMBO_TAG_ARTICLE, Layout::Block}, {GUMBO_TAG_HEADER, Layout::Block},
        {GUMBO_TAG_FOOTER, Layout::Block}, {GUMBO_TAG_CENTER, Layout::Block},
        {GUMBO_TAG_DT, Layout::Block}, {GUMBO_TAG_DD, Layout::Block},
        {GUMBO_TAG_ADDRESS, Layout::Block}, {GUMBO_TAG_FORM, Layout::Block},
        {GUMBO_TAG_FIELDSET, Layout::Block}, {GUMBO_TAG_BODY, Layout::Block},
    };
    return table.value(int(node->v.element.tag), Layout::Inline);
}

/// Writes text the way a mail program would: one blank line between paragraphs, "> " for quotes.
class TextWriter
{
public:
    TextWriter(const std::function<bool(const GumboNode *)> &skip, Links links)
        : m_skip(skip), m_links(links)
    {
    }

    QString write(const GumboNode *root)
    {
        walkHtml(root, [this](const GumboNode *node) { return enter(node); },
            [this](const GumboNode *node) { leave(node); });
        endLine();
        while (m_out.endsWith(u'\n'))
            m_out.chop(1);
        return std::move(m_out);
    }

private:
    bool enter(const GumboNode *node)
    {
        if (isText(node)) {
            if (!m_skip || !m_skip(node))
                addText(textOf(node));
            return false;
        }
        if (!isElement(node))
            return node->type == GUMBO_NODE_DOCUMENT;
        if (isInvisible(node) || (m_skip && m_skip(node))) {
            m_skipped = node;
            return false;
        }
        openElement(node);
        return true;
    }

    static bool isInvisible(const GumboNode *node)
    {
        if (layoutOf(node) == Layout::Hidden)
            return true;
        QByteArray style = attributeOf(node, "style").toByteArray().toLower();
        return style.replace(' ', "").contains("display:none");
    }

    void openElement(const GumboNode *node)
    {
        switch (layoutOf(node)) {
        case Layout::Break:
            lineBreak();
            break;
        case Layout::Rule:
            endLine();
            addText(QStringLiteral("--------"));
            endLine();
            break;
        case Layout::Paragraph:
        case Layout::List:
        case Layout::NumberedList:
            paragraph();
            m_lists.append(layoutOf(node) == Layout::NumberedList ? 1 : 0);
            break;
        case Layout::Quote:
            paragraph();
            ++m_quote;
            break;
        case Layout::Preformatted:
            paragraph();
            ++m_pre;
            break;
        case Layout::Item:
            endLine();
            addMarker();
            break;
        case Layout::Cell:
            if (!m_line.isEmpty() && !m_line.endsWith(u'\t'))
                m_line += u'\t';
            break;
        case Layout::Image:
            if (const auto alt = attributeOf(node, "alt"); !alt.trimmed().isEmpty())
                addText(QStringLiteral("[%1]").arg(QString::fromUtf8(alt)));
            break;
        case Layout::Block:
            endLine();
            break;
        case Layout::Hidden:
        case Layout::Link:
        case Layout::Inline:
            break;
        }
    }

    void leave(const GumboNode *node)
    {
        if (!isElement(node))
            return;
        if (node == m_skipped) {
            m_skipped = nullptr;
            return;
        }
        switch (layoutOf(node)) {
        case Layout::Paragraph:
        case Layout::List:
        case Layout::NumberedList:
            m_lists.removeLast();
            paragraph();
            break;
        case Layout::Quote:
            endLine();
            --m_quote;
            m_wantBlank = true;
            break;
        case Layout::Preformatted:
            endLine();
            --m_pre;
            m_wantBlank = true;
            break;
        case Layout::Link:
            addTarget(node);
            break;
        case Layout::Item:
        case Layout::Block:
            endLine();
            break;
        case Layout::Break:
        case Layout::Rule:
        case Layout::Cell:
        case Layout::Image:
        case Layout::Hidden:
        case Layout::Inline:
            break;
        }
    }

    /// "label <https://target>", unless the label is the target.
    void addTarget(const GumboNode *node)
    {
        if (m_links == Links::Plain)
            return;
        const QString target = QString::fromUtf8(attributeOf(node, "href")).trimmed();
        if (!target.startsWith(QStringLiteral("http://")) && !target.startsWith(QStringLiteral("https://")))
            return;
        const auto plain = [](QString url) {
            url.remove(QStringLiteral("https://")).remove(QStringLiteral("http://"));
            url.remove(QStringLiteral("www."));
            return url.endsWith(u'/') ? url.chopped(1) : url;
        };
        if (m_line.trimmed().isEmpty() || target.size() > 500
            || plain(m_line).endsWith(plain(target), Qt::CaseInsensitive))
            return;
        addText(QStringLiteral(" <%1>").arg(target));
    }

    void addMarker()
    {
        int *counter = m_lists.isEmpty() ? nullptr : &m_lists.last();
        m_line += counter && *counter > 0 ? QStringLiteral("%1. ").arg((*counter)++)
                                          : QStringLiteral("- ");
        m_started = true;
    }

    void addText(const QString &text)
    {
        if (m_pre > 0) {
            const auto lines = text.split(u'\n');
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (i > 0)
                    lineBreak();
                m_line += lines.at(i);
            }
            return;
        }
        for (const QChar c : text) {
            const bool blank = c == u' ' || c == u'\n' || c == u'\r' || c == u'\t' || c == u'\f';
            if (!blank)
                m_line += c == QChar::Nbsp ? QChar(u' ') : c;
            else if (!m_line.isEmpty() && !m_line.back().isSpace())
                m_line += u' ';
        }
    }

    void lineBreak()
    {
        m_started = true;
        endLine();
    }

    /// Ends the current line if it holds anything (or a line break asked for it).
    void endLine()
    {
        while (m_line.endsWith(u' ') || m_line.endsWith(u'\t'))
            m_line.chop(1);
        if (m_line.isEmpty() && !m_started)
            return;
        const QString prefix = quotePrefix(m_quote);
        if (m_wantBlank && !m_out.isEmpty() && !m_out.endsWith(QStringLiteral("\n\n")))
            m_out += m_line.isEmpty() ? QString() : quotePrefix(qMin(m_lastQuote, m_quote)).trimmed() + u'\n';
        m_wantBlank = false;
        m_out += m_line.isEmpty() ? prefix.trimmed() : prefix + m_line;
        m_out += u'\n';
        m_lastQuote = m_quote;
        m_line.clear();
        m_started = false;
    }

    void paragraph()
    {
        endLine();
        m_wantBlank = true;
    }

    static QString quotePrefix(int depth)
    {
        return depth > 0 ? QString(qMin(depth, kMaxQuoteDepth), u'>') + u' ' : QString();
    }

    const std::function<bool(const GumboNode *)> &m_skip;
    Links m_links;
    const GumboNode *m_skipped = nullptr;
    QString m_out;
    QString m_line;
    QList<int> m_lists;
    int m_quote = 0;
    int m_lastQuote = 0;
    int m_pre = 0;
    bool m_wantBlank = false;
    bool m_started = false;
};

} // namespace

QString renderText(const GumboNode *root, const std::function<bool(const GumboNode *)> &skip,
    Links links)
{
    return root ? TextWriter(skip, links).write(root) : QString();
}

QString htmlToText(const QString &html)
{
    const HtmlTree tree(html);
    return renderText(tree.body(), {});
}

} // namespace inlet::mime
