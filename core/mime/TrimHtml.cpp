// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HtmlText_p.h"
#include "mime/Mime.h"

#include <QSet>

namespace inlet::mime
{

namespace
{

bool hasAnyToken(QByteArrayView value, std::initializer_list<const char *> tokens)
{
    const QByteArrayList words = value.toByteArray().toLower().split(' ');
    for (const QByteArray &word : words) {
        for (const char *token : tokens) {
            // Outlook and others put "x_" before names that come from an older message.
            if (word == token)
                return true;
        }
    }
    return false;
}

/// Elements that mail programs wrap a quoted message in.
bool isQuoteContainer(const GumboNode *node)
{
    const QByteArrayView name = attributeOf(node, "class");
    const QByteArrayView id = attributeOf(node, "id");
    if (hasAnyToken(name, {"gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote", "tutanota_quote",
            "moz-cite-prefix", "moz-forward-container", "outlookmessageheader", "zmail_extra", "gmail_attr", "mb_quote",
            "quoted-text-divider", "freebirdfroms", "front-blockquote", "ydp_quoted", "mailru-blockquote", "skiff_quote",
            "email_quote", "hs_reply", "wordsection2", "x_gmail_quote", "spark_quote", "missive_quote", "history_container",
            "clean_bq", "airmail_ext_on", "sh-quoted-content", "mail-quote-collapse", "hey-quote", "quote-container"}))
        return true;
    if (hasAnyToken(id, {"divrplyfwdmsg", "olk_src_body_section", "mail-editor-reference-message-container",
            "reply-intro", "replysplit", "orgmsg", "isreplycontent", "isforwardcontent", "yahoo_quoted",
            "zmail_extra", "x_divrplyfwdmsg", "email_quote"}))
        return true;
    // GMX and web.de, Spark.
    if (hasAnyToken(attributeOf(node, "name"), {"quote", "messagereplysection"}))
        return true;
    const QByteArrayView marker = attributeOf(node, "data-marker"); // Zimbra
    if (marker == "__QUOTED_TEXT__" || marker == "__HEADERS__")
        return true;
    const bool block = node->v.element.tag == GUMBO_TAG_BLOCKQUOTE;
    return block && (attributeOf(node, "type").toByteArray().toLower() == "cite" || !attributeOf(node, "cite").isNull());
}

/// From here on everything is the older message, up to the end of the document.
bool startsOlderMessage(const GumboNode *node)
{
    if (hasAnyToken(attributeOf(node, "id"), {"divrplyfwdmsg", "appendonsend", "stopspelling", "x_divrplyfwdmsg", "x_stopspelling",
            "stopspelling-e", "ms-outlook-mobile-body-separator-line", "olk_src_body_section", "zwchr"}))
        return true;
    QByteArray style = attributeOf(node, "style").toByteArray().toLower();
    style.replace(' ', "");
    // Word's line above its header block, in the colours of its versions.
    const bool ruled = style.contains("border-top:solid#e1e1e11.0pt") || style.contains("border-top:solid#b5c4df1.0pt")
        || style.contains("border-top:solid#b5c4df1pt") || style.contains("border-top:1ptsolid#b5c4df")
        || style.contains("border-top:solid#e1e1e11pt") || style.contains("border-top-color:rgb(181,196,223)")
        || style.contains("border-top:1pxsolidrgb(229,229,229)") || style.contains("border-top:#b5c4df1ptsolid")
        || style.contains("border-top-color:rgb(229,229,229)") || style.contains("border-top:solidwindowtext1.0pt");
    return ruled && node->v.element.tag == GUMBO_TAG_DIV;
}

bool isSignature(const GumboNode *node)
{
    return hasAnyToken(attributeOf(node, "class"), {"gmail_signature", "moz-signature", "applemailsignature",
               "protonmail_signature_block", "yahoo_signature", "mailbox_signature", "x_gmail_signature", "gmail_signature_prefix",
               "front-signature", "sh-signature", "missive_signature", "spark_signature", "hey-signature"})
        || hasAnyToken(attributeOf(node, "name"), {"messagesignaturesection"})
        || hasAnyToken(attributeOf(node, "id"), {"signature", "ms-outlook-mobile-signature", "applemailsignature", "x_signature",
               "composer_signature", "divtagdefaultsignature", "physicalsignature"})
        || attributeOf(node, "data-smartmail") == "gmail_signature";
}

/// What to leave out, in document order.
struct HtmlCuts {
    QSet<const GumboNode *> quotes;
    QSet<const GumboNode *> signatures;
};

HtmlCuts findCuts(const GumboNode *body)
{
    HtmlCuts cuts;
    bool older = false;
    walkHtml(body,
        [&](const GumboNode *node) {
            if (older) {
                cuts.quotes.insert(node);
                return false;
            }
            if (!isElement(node))
                return false;
            if (isSignature(node)) {
                cuts.signatures.insert(node);
                return false;
            }
            older = startsOlderMessage(node);
            if (older || isQuoteContainer(node)) {
                cuts.quotes.insert(node);
                return false;
            }
            return true;
        },
        [](const GumboNode *) {});
    return cuts;
}

QString renderAll(const GumboNode *body, const QSet<const GumboNode *> &nodes)
{
    QStringList texts;
    walkHtml(body,
        [&](const GumboNode *node) {
            if (!nodes.contains(node))
                return true;
            const QString text = isText(node) ? textOf(node).simplified() : renderText(node, {}, Links::Plain);
            if (!text.trimmed().isEmpty())
                texts.append(text);
            return false;
        },
        [](const GumboNode *) {});
    return texts.join(u'\n');
}

QString joinParts(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + u'\n' + second;
}

/// Without a drawn line at the end.
void chopLine(QString *text)
{
    const qsizetype last = text->lastIndexOf(u'\n');
    const QStringView line = QStringView(*text).mid(last + 1).trimmed();
    if (last > 0 && line.size() >= 8 && line.count(u'-') == line.size())
        *text = text->left(last).trimmed();
}

} // namespace

bool marksHistory(const QString &html)
{
    const HtmlTree tree(html);
    const GumboNode *body = tree.body();
    return body && !findCuts(body).quotes.isEmpty();
}

TrimmedText trimHtml(const QString &html)
{
    const HtmlTree tree(html);
    const GumboNode *body = tree.body();
    if (!body)
        return {};
    const HtmlCuts cuts = findCuts(body);
    const auto skip = [&](const GumboNode *node) {
        return cuts.quotes.contains(node) || cuts.signatures.contains(node);
    };
    const QString visible = renderText(body, skip, Links::Plain);
    // Marks of programs come first; what they leave is read as text.
    TrimmedText out = trimText(visible);
    out.signature = joinParts(out.signature, renderAll(body, cuts.signatures));
    out.quoted = joinParts(out.quoted, renderAll(body, cuts.quotes));
    // The line that was drawn above the older message.
    if (!cuts.quotes.isEmpty())
        chopLine(&out.text);
    // "--" alone is what stands above a signature that is marked.
    if (!cuts.signatures.isEmpty() && std::none_of(out.text.cbegin(), out.text.cend(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
        out.text.clear();
    // Some programs wrap the whole message in what others wrap quotes in. Then only the words decide.
    if (out.text.isEmpty())
        out = trimText(renderText(body, {}, Links::Plain));
    return out;
}

} // namespace inlet::mime
