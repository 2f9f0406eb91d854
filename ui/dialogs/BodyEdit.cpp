// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/BodyEdit.h"

#include "ui/Theme.h"
#include "ui/dialogs/OutgoingDocument.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextList>
#include <QUrl>

namespace inlet::ui
{

namespace
{

/// Greys the quotes and marks open variables, on the screen only: a highlighter's colours are not part of the document.
class TextTint : public QSyntaxHighlighter
{
public:
    TextTint(QTextDocument *document, const OwnPart &part) : QSyntaxHighlighter(document), m_part(part) {}

protected:
    void highlightBlock(const QString &text) override
    {
        const bool forwarded = previousBlockState() == kForwarded || m_part.endsAt(currentBlock());
        setCurrentBlockState(forwarded ? kForwarded : 0);
        if (outgoing::quoteLevel(currentBlock()) > 0) {
            setFormat(0, int(text.size()), theme::color(theme::Token::Secondary));
            return;
        }
        if (forwarded)
            return;
        QTextCharFormat open;
        open.setForeground(theme::color(theme::Token::AccentText));
        open.setBackground(theme::color(theme::Token::Danger));
        const QList<OpenVariable> variables = openVariables(text, m_part.variables);
        for (const OpenVariable &one : variables)
            setFormat(one.position, one.length, open);
    }

private:
    static constexpr int kForwarded = 1;
    const OwnPart &m_part;
};

QStringList localFiles(const QMimeData *source)
{
    QStringList paths;
    const QList<QUrl> urls = source->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

BodyEdit::BodyEdit(QWidget *parent) : QTextEdit(parent), m_tint(new TextTint(document(), m_part))
{
    setObjectName(QStringLiteral("bodyEdit"));
    setAccessibleName(tr("Message"));
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
}

void BodyEdit::setForwardTitle(const QString &title)
{
    m_part.forwardTitle = title;
    m_tint->rehighlight();
}

void BodyEdit::addVariables(const QSet<QString> &names)
{
    if (m_part.variables.contains(names))
        return;
    m_part.variables += names;
    m_tint->rehighlight();
}

QList<OpenVariable> BodyEdit::openVariables() const
{
    return ui::openVariables(*document(), m_part);
}

void BodyEdit::setRich(bool rich)
{
    if (rich == m_rich)
        return;
    m_rich = rich;
    if (!rich) {
        // Lists become their text, and all formats go.
        const QString text = outgoing::toText(*document());
        const int position = textCursor().position();
        outgoing::fromText(*document(), text);
        QTextCursor cursor = textCursor();
        cursor.setPosition(qMin(position, document()->characterCount() - 1));
        setTextCursor(cursor);
    }
    Q_EMIT richChanged(rich);
}

void BodyEdit::merge(const QTextCharFormat &format)
{
    setRich(true);
    QTextCursor cursor = textCursor();
    cursor.mergeCharFormat(format);
    mergeCurrentCharFormat(format);
}

void BodyEdit::toggleBold()
{
    QTextCharFormat format;
    format.setFontWeight(currentCharFormat().fontWeight() >= QFont::DemiBold ? QFont::Normal : QFont::Bold);
    merge(format);
}

void BodyEdit::toggleItalic()
{
    QTextCharFormat format;
    format.setFontItalic(!currentCharFormat().fontItalic());
    merge(format);
}

void BodyEdit::toggleUnderline()
{
    QTextCharFormat format;
    format.setFontUnderline(!currentCharFormat().fontUnderline());
    merge(format);
}

void BodyEdit::toggleList(bool numbered)
{
    setRich(true);
    const auto style = numbered ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc;
    QTextCursor cursor = textCursor();
    QTextList *list = cursor.currentList();
    if (!list || list->format().style() != style) {
        cursor.createList(style);
        return;
    }
    cursor.beginEditBlock();
    QTextBlock block = document()->findBlock(cursor.selectionStart());
    const int end = cursor.selectionEnd();
    while (block.isValid() && block.position() <= end) {
        if (QTextList *of = block.textList()) {
            of->remove(block);
            QTextCursor line(block);
            QTextBlockFormat format = block.blockFormat();
            format.setIndent(0);
            line.setBlockFormat(format);
        }
        block = block.next();
    }
    cursor.endEditBlock();
}

QString BodyEdit::selectedLink() const
{
    return currentCharFormat().anchorHref();
}

void BodyEdit::setLink(const QString &address)
{
    QTextCharFormat format;
    if (address.isEmpty()) {
        format.setAnchor(false);
        format.setAnchorHref(QString());
        format.setFontUnderline(false);
        merge(format);
        return;
    }
    if (!outgoing::isLinkable(address))
        return;
    setRich(true);
    format.setAnchor(true);
    format.setAnchorHref(address);
    format.setFontUnderline(true);
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        cursor.mergeCharFormat(format);
    else
        cursor.insertText(address, format);
    // What is typed behind it is no part of the link.
    cursor.setPosition(cursor.selectionEnd());
    setTextCursor(cursor);
    setCurrentCharFormat(QTextCharFormat());
}

void BodyEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && outgoing::quoteLevel(textCursor().block()) > 0) {
        splitQuote();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

/// Enter inside a quote opens a line of one's own in it.
void BodyEdit::splitQuote()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const bool atStart = cursor.atBlockStart();
    cursor.insertBlock();
    if (atStart)
        cursor.movePosition(QTextCursor::PreviousBlock);
    else if (!cursor.atBlockEnd() || cursor.block().next().isValid()) {
        cursor.insertBlock();
        cursor.movePosition(QTextCursor::PreviousBlock);
    }
    outgoing::setQuoteLevel(cursor, 0);
    cursor.setBlockCharFormat(QTextCharFormat());
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void BodyEdit::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    const int top = event->rect().top() + verticalScrollBar()->value();
    const int bottom = event->rect().bottom() + verticalScrollBar()->value();
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int level = outgoing::quoteLevel(block);
        if (level == 0)
            continue;
        const QRectF place = layout->blockBoundingRect(block);
        if (place.bottom() < top)
            continue;
        if (place.top() > bottom)
            break;
        for (int bar = 0; bar < level; ++bar)
            painter.fillRect(QRectF(bar * theme::kMargin + 2, place.top(), 2, place.height()),
                theme::color(theme::Token::Field));
    }
}

bool BodyEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasUrls() || source->hasText();
}

void BodyEdit::insertFromMimeData(const QMimeData *source)
{
    const QStringList files = localFiles(source);
    if (!files.isEmpty()) {
        Q_EMIT filesDropped(files);
        return;
    }
    QString text = source->text();
    text.remove(QChar(0));
    textCursor().insertText(text, m_rich ? currentCharFormat() : QTextCharFormat());
}

} // namespace inlet::ui
