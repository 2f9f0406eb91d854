// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QLabel>
#include <QLayout>
#include <QToolButton>

class QPushButton;

namespace inlet::ui::panes
{

/// Small blocks that the panes share. Labels show plain text: much of it comes from strangers.
/// Does not take the keys from the list when it is clicked.
[[nodiscard]] QToolButton *iconButton(const QString &icon, const QString &words, QWidget *parent);
[[nodiscard]] QLabel *label(const QString &text, const char *look, QWidget *parent);
[[nodiscard]] QPushButton *textButton(const QString &text, const char *look, QWidget *parent);

/// What a QTextBrowser's loadResource() answers where nothing is to be loaded. Never a null value: after that QTextDocument
/// opens the address as a file of this computer.
[[nodiscard]] QVariant noResource(int type);

/// A round field with initials.
class InitialsDot : public QWidget
{
    Q_OBJECT

public:
    InitialsDot(int diameter, QWidget *parent);
    /// `colour`: of a mailbox; empty: a calm one made from the text.
    void setPerson(const QString &nameOrAddress, const QString &colour = {});
    static void paint(QPainter &painter, const QRect &rect, const QString &nameOrAddress, const QString &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_person;
    QString m_colour;
};

/// A small round button with a word, as wide as that.
class Chip : public QToolButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    /// Cut where it is too long. It is what it says: an "&" in it is no shortcut.
    void setWords(const QString &words);
    [[nodiscard]] virtual QString shown() const { return text(); }
    /// `edge`: where the keys are elsewhere.
    void paintChip(const QPen &edge, const theme::ChipColors &colours);
};

/// A chip of a category with its word.
class CategoryChip : public Chip
{
    Q_OBJECT

public:
    explicit CategoryChip(QWidget *parent);
    void setCategory(int category, bool automatic);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QString shown() const override; ///< as in the rows of the list

private:
    int m_category = 0;
    bool m_automatic = false;
};

/// Behind the words of a row that can be clicked: what the mouse is over and what has the keys is seen.
void paintRowFrame(QPainter &painter, const QWidget &row);

} // namespace inlet::ui::panes
