// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OutgoingDocument.h"

#include "ui/Theme.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QUrl>

namespace inlet::ui::outgoing
{

namespace
{

constexpr int kMaxQuoteLevel = 20;
constexpr QChar kObject(0xfffc);

QString marks(int level)
{
    return level > 0 ? QString(level, QLatin1Char('>')) + QLatin1Char(' ') : QString();
}

/// "- " or "3. " of a list item.
QString itemMark(const QTextBlock &block)
{
    const QTextList *list = block.textList();
    if (!list)
        return {};
    return list->format().style() == QTextListFormat::ListDecimal
        ? QStringLiteral("%1. ").arg(list->itemNumber(block) + 1)
        : QStringLiteral("- ");
}

/// Without the places of pictures; spaces that only the editor needed become plain ones.
QString cleanText(QString text)
{
    text.remove(kObject);
    text.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
    return text;
}

QString escaped(const QString &text)
{
    QString html = cleanText(text).toHtmlEscaped();
    html.replace(QLatin1String("  "), QLatin1String("&#160; "));
    html.replace(QChar(QChar::LineSeparator), QLatin1String("<br/>"));
    html.removeIf([](QChar c) { return c < QLatin1Char(' ') && c != QLatin1Char('\t'); });
    return html;
}

QString fragmentHtml(const QTextFragment &fragment)
{
    QString html = escaped(fragment.text());
    const QTextCharFormat format = fragment.charFormat();
    if (format.isAnchor() && isLinkable(format.anchorHref()))
        html = QStringLiteral("<a href=\"%1\">%2</a>").arg(format.anchorHref().toHtmlEscaped(), html);
    else if (format.fontUnderline())
        html = QStringLiteral("<u>%1</u>").arg(html);
    if (format.fontItalic())
        html = QStringLiteral("<i>%1</i>").arg(html);
    if (format.fontWeight() >= QFont::DemiBold)
        html = QStringLiteral("<b>%1</b>").arg(html);
    return html;
}

QString blockHtml(const QTextBlock &block)
{
    QString html;
    for (auto it = block.begin(); !it.atEnd(); ++it)
        html += fragmentHtml(it.fragment());
    return html;
}

/// Writes the nesting of quotes and lists around the blocks.
class HtmlWriter
{
public:
    void add(const QTextBlock &block)
    {
        const QTextList *list = block.textList();
        const int level = quoteLevel(block);
        if (list != m_list || level != m_level)
            closeList();
        while (m_level > level)
            closeQuote();
        while (m_level < level)
            openQuote();
        if (list && !m_list)
            openList(list);
        const QString inner = blockHtml(block);
        if (list)
            m_html += QStringLiteral("<li>%1</li>\n").arg(inner);
        else
            m_html += QStringLiteral("<div>%1</div>\n").arg(inner.isEmpty() ? QStringLiteral("<br/>") : inner);
    }

    QString finish()
    {
        closeList();
        while (m_level > 0)
            closeQuote();
        return m_html;
    }

private:
    void openList(const QTextList *list)
    {
        m_ordered = list->format().style() == QTextListFormat::ListDecimal;
        m_html += m_ordered ? QStringLiteral("<ol>\n") : QStringLiteral("<ul>\n");
        m_list = list;
    }
    void closeList()
    {
        if (m_list)
            m_html += m_ordered ? QStringLiteral("</ol>\n") : QStringLiteral("</ul>\n");
        m_list = nullptr;
    }
    void openQuote()
    {
        m_html += QStringLiteral(
            "<blockquote type=\"cite\" style=\"margin:0 0 0 .8ex;border-left:1px solid;padding-left:1ex\">\n");
        ++m_level;
    }
    void closeQuote()
    {
        m_html += QStringLiteral("</blockquote>\n");
        --m_level;
    }

    QString m_html;
    const QTextList *m_list = nullptr;
    bool m_ordered = false;
    int m_level = 0;
};

/// The level of "> >> text", and the text.
int takeMarks(QString &line)
{
    int level = 0;
    qsizetype at = 0;
    while (at < line.size() && level < kMaxQuoteLevel) {
        if (line.at(at) == QLatin1Char('>')) {
            ++level;
            ++at;
        } else if (level > 0 && line.at(at) == QLatin1Char(' ') && at + 1 < line.size()
            && line.at(at + 1) == QLatin1Char('>')) {
            ++at;
        } else {
            break;
        }
    }
    if (level > 0 && at < line.size() && line.at(at) == QLatin1Char(' '))
        ++at;
    line.remove(0, level > 0 ? at : 0);
    return level;
}

} // namespace

int quoteLevel(const QTextBlock &block)
{
    return block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel);
}

void setQuoteLevel(QTextCursor &cursor, int level)
{
    QTextBlockFormat format = cursor.blockFormat();
    const int bounded = qBound(0, level, kMaxQuoteLevel);
    format.setProperty(QTextFormat::BlockQuoteLevel, bounded);
    format.setLeftMargin(bounded * theme::kMargin);
    cursor.setBlockFormat(format);
}

QString toText(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString prefix = marks(quoteLevel(block)) + itemMark(block);
        const QStringList parts = cleanText(block.text()).split(QChar(QChar::LineSeparator));
        for (const QString &part : parts)
            lines.append(part.isEmpty() && !prefix.isEmpty() && !block.textList() ? prefix.trimmed() : prefix + part);
    }
    return lines.join(QLatin1Char('\n'));
}

QString toHtml(const QTextDocument &document)
{
    HtmlWriter writer;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        writer.add(block);
    return writer.finish();
}

void fromText(QTextDocument &document, const QString &text)
{
    document.clear();
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    bool first = true;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (QString line : lines) {
        const int level = takeMarks(line);
        if (!first)
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        first = false;
        setQuoteLevel(cursor, level);
        cursor.insertText(line);
    }
    cursor.endEditBlock();
}

QString ownWords(const QTextDocument &document, const QString &signature)
{
    const QStringList signatureLines = signature.split(QLatin1Char('\n'));
    QStringList words;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        if (text.startsWith(QLatin1String("----------")))
            break;
        if (quoteLevel(block) == 0 && text != QLatin1String("-- ") && !signatureLines.contains(text))
            words.append(text);
    }
    return words.join(QLatin1Char('\n'));
}

namespace
{

QStringList signatureLines(const QString &signature)
{
    if (signature.trimmed().isEmpty())
        return {};
    return QStringList{QStringLiteral("-- ")} + signature.split(QLatin1Char('\n'));
}

bool standsAt(QTextBlock block, const QStringList &lines)
{
    for (const QString &line : lines) {
        if (!block.isValid() || quoteLevel(block) != 0 || block.text() != line)
            return false;
        block = block.next();
    }
    return true;
}

QTextBlock find(const QTextDocument &document, const QStringList &lines)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (standsAt(block, lines))
            return block;
    }
    return {};
}

/// The attribution above the first quote or the head of a forwarded text; invalid: there is none.
QTextBlock endOfOwnText(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.text().startsWith(QLatin1String("----------")))
            return block;
        if (quoteLevel(block) > 0) {
            const QTextBlock above = block.previous();
            return above.isValid() && above.text().endsWith(QLatin1Char(':')) ? above : block;
        }
    }
    return {};
}

void insertSignature(QTextDocument &document, const QStringList &lines)
{
    const QTextBlock end = endOfOwnText(document);
    QTextCursor cursor(&document);
    if (end.isValid()) {
        cursor.setPosition(end.position());
        const int level = quoteLevel(end);
        for (const QString &line : lines + QStringList{QString()}) {
            setQuoteLevel(cursor, 0);
            cursor.insertText(line, QTextCharFormat());
            cursor.insertBlock();
        }
        setQuoteLevel(cursor, level);
        return;
    }
    cursor.movePosition(QTextCursor::End);
    for (const QString &line : lines) {
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        cursor.insertText(line);
    }
}

} // namespace

void exchangeSignature(QTextDocument &document, const QString &before, const QString &now)
{
    const QStringList old = signatureLines(before);
    const QStringList fresh = signatureLines(now);
    if (old == fresh)
        return;
    if (old.isEmpty()) {
        insertSignature(document, fresh);
        return;
    }
    const QTextBlock start = find(document, old);
    if (!start.isValid())
        return;
    QTextBlock last = start;
    for (qsizetype line = 1; line < old.size(); ++line)
        last = last.next();
    QTextCursor cursor(start);
    cursor.beginEditBlock();
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    for (qsizetype line = 0; line < fresh.size(); ++line) {
        if (line > 0)
            cursor.insertBlock();
        cursor.insertText(fresh.at(line), QTextCharFormat());
    }
    cursor.endEditBlock();
}

bool isLinkable(const QString &address)
{
    const QString scheme = QUrl(address, QUrl::StrictMode).scheme();
    return scheme == QLatin1String("http") || scheme == QLatin1String("https") || scheme == QLatin1String("mailto");
}

} // namespace inlet::ui::outgoing
