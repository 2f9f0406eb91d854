// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/NoteView.h"

#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QStringList>
#include <QTextBlock>

namespace inlet::ui
{

QString markdownOfNote(const QString &note)
{
    QStringList lines = note.split(QLatin1Char('\n'));
    for (QString &line : lines) {
        if (!line.trimmed().isEmpty())
            line += QStringLiteral("  "); // a hard break
    }
    return lines.join(QLatin1Char('\n'));
}

NoteView::NoteView(QPlainTextEdit &edit) : QTextBrowser(&edit), m_edit(edit)
{
    setObjectName(QStringLiteral("noteView"));
    setProperty("look", QStringLiteral("field"));
    setAccessibleName(tr("Private notes, as they read"));
    setFocusPolicy(Qt::NoFocus); // the keys belong to the field
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    viewport()->setCursor(Qt::IBeamCursor);
    edit.installEventFilter(this);
    connect(&edit, &QPlainTextEdit::textChanged, this, &NoteView::refresh);
    connect(this, &QTextBrowser::anchorClicked, this, &NoteView::linkActivated);
    refresh();
}

void NoteView::refresh()
{
    const QString note = m_edit.toPlainText();
    const bool reads = !m_edit.hasFocus() && !note.trimmed().isEmpty();
    if (reads) {
        document()->setDefaultFont(theme::bodyFont());
        QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectGitHub;
        features |= QTextDocument::MarkdownNoHTML;
        document()->setMarkdown(markdownOfNote(note), features);
        calmHeadings();
        setGeometry(m_edit.rect());
        raise();
    }
    setVisible(reads);
}

/// The field is small: a heading is bold, not large.
void NoteView::calmHeadings()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        QTextCharFormat format;
        format.setProperty(QTextFormat::FontSizeAdjustment, 0);
        format.setFontWeight(QFont::Bold);
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(format);
    }
}

bool NoteView::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::FocusIn || type == QEvent::FocusOut || type == QEvent::Resize) // what it says is true afterwards
        QMetaObject::invokeMethod(this, &NoteView::refresh, Qt::QueuedConnection);
    return QTextBrowser::eventFilter(watched, event);
}

QVariant NoteView::loadResource(int type, const QUrl &)
{
    return panes::noResource(type);
}

void NoteView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextBrowser::mouseReleaseEvent(event);
    if (anchorAt(event->position().toPoint()).isEmpty() && !textCursor().hasSelection())
        m_edit.setFocus(Qt::MouseFocusReason);
}

void NoteView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace inlet::ui
