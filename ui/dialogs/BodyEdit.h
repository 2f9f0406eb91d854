// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/TemplateText.h"

#include <QTextEdit>

class QSyntaxHighlighter;

namespace inlet::ui
{

/// The text of a mail. In plain mode it has quotes but no formats; in rich mode also bold, italic,
/// underline, lists and links. What is pasted loses every other format, so that neither colours nor
/// fonts of this screen or of another program go out.
class BodyEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit BodyEdit(QWidget *parent);

    [[nodiscard]] bool isRich() const { return m_rich; }
    /// Leaving rich mode drops the formats.
    void setRich(bool rich);

    void toggleBold();
    void toggleItalic();
    void toggleUnderline();
    void toggleList(bool numbered);
    void setLink(const QString &address); ///< of the selection, or inserted; empty: removes it
    [[nodiscard]] QString selectedLink() const;

    /// The line that what is forwarded begins with; empty: nothing is forwarded.
    void setForwardTitle(const QString &title);
    /// Variables that came with a template: they are marked until they are filled in.
    void addVariables(const QSet<QString> &names);
    [[nodiscard]] const QSet<QString> &variables() const { return m_part.variables; }
    [[nodiscard]] QList<OpenVariable> openVariables() const;

Q_SIGNALS:
    void filesDropped(const QStringList &paths);
    void richChanged(bool rich);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void splitQuote();
    void merge(const QTextCharFormat &format);

    OwnPart m_part;
    QSyntaxHighlighter *m_tint;
    bool m_rich = false;
};

} // namespace inlet::ui
