// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OutgoingDocument.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QXmlStreamReader>

namespace inlet::ui::outgoing
{

namespace
{

/// Reads the small dialect of toHtml() back into a document.
class HtmlReader
{
public:
    explicit HtmlReader(QTextDocument &document) : m_cursor(&document) {}

    bool read(const QString &html)
    {
        m_xml.addData(QStringLiteral("<body>") + html + QStringLiteral("</body>"));
        m_cursor.beginEditBlock();
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::StartElement)
                start(m_xml.name().toString());
            else if (token == QXmlStreamReader::EndElement)
                end(m_xml.name().toString());
            else if (token == QXmlStreamReader::Characters && m_inBlock)
                m_cursor.insertText(text(), m_formats.isEmpty() ? QTextCharFormat() : m_formats.last());
        }
        m_cursor.endEditBlock();
        return !m_xml.hasError() && !m_foreign;
    }

private:
    [[nodiscard]] QString text() const
    {
        QString read = m_xml.text().toString();
        read.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
        return read;
    }

    void start(const QString &name)
    {
        if (name == QLatin1String("div") || name == QLatin1String("li"))
            beginBlock(name == QLatin1String("li"));
        else if (name == QLatin1String("blockquote"))
            ++m_level;
        else if (name == QLatin1String("ul") || name == QLatin1String("ol"))
            beginList(name == QLatin1String("ol"));
        else if (name == QLatin1String("b") || name == QLatin1String("i") || name == QLatin1String("u")
            || name == QLatin1String("a"))
            pushFormat(name);
        else if (name != QLatin1String("body") && name != QLatin1String("br"))
            m_foreign = true;
    }

    void end(const QString &name)
    {
        if (name == QLatin1String("div") || name == QLatin1String("li")) {
            m_inBlock = false;
        } else if (name == QLatin1String("blockquote")) {
            --m_level;
        } else if (name == QLatin1String("ul") || name == QLatin1String("ol")) {
            m_list = nullptr;
            m_wantsList = false;
        } else if (name == QLatin1String("br")) {
            // One that stands alone only keeps an empty line open.
            if (!m_cursor.block().text().isEmpty())
                m_cursor.insertText(QString(QChar(QChar::LineSeparator)));
        } else if (!m_formats.isEmpty() && name != QLatin1String("body")) {
            m_formats.removeLast();
        }
    }

    void beginBlock(bool item)
    {
        if (!m_first)
            m_cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        m_first = false;
        m_inBlock = true;
        setQuoteLevel(m_cursor, m_level);
        if (!item || !m_wantsList)
            return;
        if (m_list)
            m_list->add(m_cursor.block());
        else
            m_list = m_cursor.createList(m_ordered ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
    }

    void beginList(bool ordered)
    {
        m_wantsList = true;
        m_ordered = ordered;
        m_list = nullptr;
    }

    void pushFormat(const QString &name)
    {
        QTextCharFormat format = m_formats.isEmpty() ? QTextCharFormat() : m_formats.last();
        if (name == QLatin1String("b"))
            format.setFontWeight(QFont::Bold);
        else if (name == QLatin1String("i"))
            format.setFontItalic(true);
        else if (name == QLatin1String("u"))
            format.setFontUnderline(true);
        const QString address = m_xml.attributes().value(QLatin1String("href")).toString();
        if (name == QLatin1String("a") && isLinkable(address)) {
            format.setAnchor(true);
            format.setAnchorHref(address);
            format.setFontUnderline(true);
        }
        m_formats.append(format);
    }

    QXmlStreamReader m_xml;
    QTextCursor m_cursor;
    QList<QTextCharFormat> m_formats;
    QTextList *m_list = nullptr;
    int m_level = 0;
    bool m_ordered = false;
    bool m_wantsList = false;
    bool m_first = true;
    bool m_inBlock = false;
    bool m_foreign = false;
};

} // namespace

bool fromHtml(QTextDocument &document, const QString &html)
{
    document.clear();
    if (HtmlReader(document).read(html))
        return true;
    document.clear();
    return false;
}

} // namespace inlet::ui::outgoing
