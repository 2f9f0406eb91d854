// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HtmlStyle_p.h"
#include "mime/HtmlTree_p.h"
#include "mime/Mime.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxOutput = 4 * 1024 * 1024;
constexpr qsizetype kMaxUrl = 8192;
constexpr qsizetype kMaxAttribute = 500;
constexpr int kMaxTables = 12; ///< nested: the layout of a QTextDocument is exponential in them
constexpr int kMaxShownDepth = 80;
constexpr int kMaxSpan = 50;
constexpr int kMaxPixels = 2000;

const QSet<QByteArray> &shownTags()
{
    static const QSet<QByteArray> tags = {"a", "address", "b", "big", "blockquote", "br", "caption", "center",
        "cite", "code", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
        "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var"};
    return tags;
}

/// Left out with all they hold. Any other unknown tag is left out, but its text stays.
const QSet<QByteArray> &droppedTags()
{
    static const QSet<QByteArray> tags = {"applet", "audio", "base", "canvas", "command", "embed", "frame", "frameset",
        "head", "iframe", "input", "link", "map", "math", "meta", "noembed", "noframes", "noscript", "object", "param",
        "script", "select", "source", "style", "svg", "template", "textarea", "title", "track", "video", "xml"};
    return tags;
}

bool isVoid(const QByteArray &tag)
{
    return tag == "br" || tag == "hr" || tag == "img";
}

QString textOfAttribute(const GumboNode *node, const char *name)
{
    const QByteArrayView value = attributeOf(node, name);
    return QString::fromUtf8(value.first(qMin(value.size(), kMaxAttribute))).simplified();
}

/// Without what browsers ignore inside an address: "java\nscript:" is still a script.
QString cleanUrl(QByteArrayView value)
{
    QString url = QString::fromUtf8(value.first(qMin(value.size(), kMaxUrl + 1)));
    url.removeIf([](QChar c) {
        return c.unicode() <= 0x20 || c.unicode() == 0x7F || c.category() == QChar::Other_Control
            || c.category() == QChar::Other_Format;
    });
    if (url.size() > kMaxUrl)
        return {};
    return url.startsWith(QStringLiteral("//")) ? QStringLiteral("https:") + url : url;
}

bool hasScheme(const QString &url, std::initializer_list<const char *> schemes)
{
    return std::any_of(schemes.begin(), schemes.end(), [&](const char *scheme) {
        return url.startsWith(QLatin1String(scheme), Qt::CaseInsensitive);
    });
}

/// Writes the safe copy.
class Sanitizer
{
public:
    explicit Sanitizer(bool allowRemoteImages) : m_allowRemote(allowRemoteImages) {}

    SanitizedHtml run(const GumboNode *body)
    {
        walkHtml(body, [this](const GumboNode *node) { return enter(node); },
            [this](const GumboNode *) { leave(); });
        m_out.remoteHosts.sort();
        return std::move(m_out);
    }

private:
    struct Open {
        QByteArray endTag; ///< empty: nothing was written for this node
        bool table = false;
    };

    bool enter(const GumboNode *node)
    {
        m_open.append(Open{});
        if (m_out.html.size() > kMaxOutput)
            return false;
        if (isText(node)) {
            m_out.html += textOf(node).toHtmlEscaped();
            return false;
        }
        if (!isElement(node))
            return node->type == GUMBO_NODE_DOCUMENT;
        const QByteArray tag = tagNameOf(node);
        if (tag == "body")
            return enterBody(node);
        const SafeStyle style = safeStyle(attributeOf(node, "style"));
        countRemote(style.remoteImages + (attributeOf(node, "background").contains("//") ? 1 : 0));
        if (droppedTags().contains(tag) || style.hidden)
            return false;
        if (tag == "img")
            return writeImage(node);
        if (shownTags().contains(tag) && m_open.size() < kMaxShownDepth)
            writeElement(node, tag, style);
        return true;
    }

    void leave()
    {
        const Open open = m_open.takeLast();
        m_tables -= open.table ? 1 : 0;
        if (!open.endTag.isEmpty())
            m_out.html += QLatin1String("</") + QString::fromLatin1(open.endTag) + u'>';
    }

    void countRemote(int images) { m_out.blockedImages += images; }

    /// The body's own colours go to a div: the caller has a body already.
    bool enterBody(const GumboNode *node)
    {
        SafeStyle style = safeStyle(attributeOf(node, "style"));
        countRemote(style.remoteImages + (attributeOf(node, "background").contains("//") ? 1 : 0));
        const QString color = colorOf(textOfAttribute(node, "bgcolor"));
        if (!color.isEmpty())
            style.text += (style.text.isEmpty() ? QString() : QStringLiteral(";")) + QStringLiteral("background-color:") + color;
        m_out.setsOwnBackground = m_out.setsOwnBackground || style.background || !color.isEmpty();
        if (!style.text.isEmpty()) {
            m_out.html += QStringLiteral("<div style=\"%1\">").arg(style.text.toHtmlEscaped());
            m_open.last().endTag = "div";
        }
        return true;
    }

    void writeElement(const GumboNode *node, QByteArray tag, const SafeStyle &style)
    {
        const bool tablePart = tag == "table" || tag == "tbody" || tag == "thead" || tag == "tfoot" || tag == "tr"
            || tag == "td" || tag == "th" || tag == "caption";
        if (tag == "table")
            ++m_tables;
        m_open.last().table = tag == "table";
        if (tablePart && m_tables > kMaxTables)
            tag = "div";
        m_out.html += u'<' + QString::fromLatin1(tag);
        writeAttributes(node, tag);
        if (!style.text.isEmpty())
            writeAttribute("style", style.text);
        m_out.setsOwnBackground = m_out.setsOwnBackground || style.background;
        m_out.html += u'>';
        if (!isVoid(tag))
            m_open.last().endTag = tag;
    }

    void writeAttribute(const char *name, const QString &value)
    {
        m_out.html += u' ' + QLatin1String(name) + QLatin1String("=\"") + value.toHtmlEscaped() + u'"';
    }

    void writeAttributes(const GumboNode *node, const QByteArray &tag)
    {
        for (const char *name : {"align", "valign", "dir", "face", "title", "type", "alt"})
            copyWord(node, name);
        for (const char *name : {"width", "height", "border", "cellpadding", "cellspacing", "size", "start"})
            copyNumber(node, name, kMaxPixels);
        if (tag == "td" || tag == "th") {
            copyNumber(node, "colspan", kMaxSpan);
            copyNumber(node, "rowspan", kMaxSpan);
        }
        for (const char *name : {"color", "bgcolor"}) {
            const QString color = colorOf(textOfAttribute(node, name));
            if (color.isEmpty())
                continue;
            writeAttribute(name, color);
            m_out.setsOwnBackground = m_out.setsOwnBackground || qstrcmp(name, "bgcolor") == 0;
        }
        if (tag == "a") {
            const QString url = cleanUrl(attributeOf(node, "href"));
            if (hasScheme(url, {"http://", "https://", "mailto:", "tel:"}))
                writeAttribute("href", url);
        }
    }

    void copyWord(const GumboNode *node, const char *name)
    {
        if (const QString value = textOfAttribute(node, name); !value.isEmpty())
            writeAttribute(name, value);
    }

    /// "100", "50%", "-1", "+2"; anything else is left out, too large is cut.
    void copyNumber(const GumboNode *node, const char *name, int most)
    {
        const QByteArray value = attributeOf(node, name).toByteArray().trimmed().left(12);
        const bool percent = value.endsWith('%');
        const QByteArray digits = value.endsWith("px") ? value.chopped(2) : (percent ? value.chopped(1) : value);
        bool ok = false;
        const int number = digits.toInt(&ok);
        if (!ok)
            return;
        const int bounded = qBound(-10, number, percent ? 100 : most);
        writeAttribute(name, (digits.startsWith('+') ? QStringLiteral("+") : QString()) + QString::number(bounded)
                + (percent ? QStringLiteral("%") : QString()));
    }

    static QString colorOf(const QString &color)
    {
        const bool plain = color.size() <= 40 && std::all_of(color.cbegin(), color.cend(),
            [](QChar c) { return c.isLetterOrNumber() || QStringView(u"#(),. %").contains(c); });
        return plain ? color : QString();
    }

    bool writeImage(const GumboNode *node)
    {
        const QString url = cleanUrl(attributeOf(node, "src"));
        const bool remote = hasScheme(url, {"http://", "https://"});
        if (remote && !m_allowRemote) {
            ++m_out.blockedImages;
            noteHost(url);
        }
        if (hasScheme(url, {"cid:"}) || (remote && m_allowRemote)) {
            m_out.html += QStringLiteral("<img");
            writeAttribute("src", url);
            copyWord(node, "alt");
            copyNumber(node, "width", kMaxPixels);
            copyNumber(node, "height", kMaxPixels);
            m_out.html += u'>';
        } else if (const QString alt = textOfAttribute(node, "alt"); !alt.isEmpty()) {
            m_out.html += QStringLiteral("<span>[%1]</span>").arg(alt.toHtmlEscaped());
        }
        return false;
    }

    void noteHost(const QString &url)
    {
        const QString host = QUrl(url).host().left(255);
        if (!host.isEmpty() && m_out.remoteHosts.size() < 50 && !m_out.remoteHosts.contains(host))
            m_out.remoteHosts.append(host);
    }

    SanitizedHtml m_out;
    QList<Open> m_open;
    int m_tables = 0;
    bool m_allowRemote;
};

} // namespace

SanitizedHtml sanitizeHtml(const QString &html, bool allowRemoteImages)
{
    const HtmlTree tree(html);
    const GumboNode *body = tree.body();
    return body ? Sanitizer(allowRemoteImages).run(body) : SanitizedHtml{};
}

} // namespace inlet::mime
