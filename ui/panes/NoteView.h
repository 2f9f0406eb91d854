// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

class QPlainTextEdit;

namespace inlet::ui
{

/// A note as it reads, in Markdown, over the field in which it is written: as long as nobody writes. A click, or whatever gives
/// the field the keys, brings back the text as it was typed. No HTML, no pictures. Thread: GUI.
class NoteView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit NoteView(QPlainTextEdit &edit);

    bool eventFilter(QObject *watched, QEvent *event) override;
    QVariant loadResource(int type, const QUrl &name) override; ///< nothing, wherever it is

Q_SIGNALS:
    void linkActivated(const QUrl &target);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void calmHeadings();

    QPlainTextEdit &m_edit;
};

/// Lines stay lines, as in the field: in Markdown alone they would flow together. Pure.
[[nodiscard]] QString markdownOfNote(const QString &note);

} // namespace inlet::ui
