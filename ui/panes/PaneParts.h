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
[[nodiscard]] QToolButton *iconButton(const QString &icon, const QString &words, QWidget *parent);
[[nodiscard]] QLabel *label(const QString &text, const char *look, QWidget *parent);
[[nodiscard]] QPushButton *textButton(const QString &text, const char *look, QWidget *parent);
void setLook(QWidget *widget, const char *look);
[[nodiscard]] QWidget *hairline(QWidget *parent);

/// One line, cut where there is no room; the whole text is the tooltip.
class CutLabel : public QWidget
{
    Q_OBJECT

public:
    explicit CutLabel(Qt::TextElideMode mode, QWidget *parent);
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setToken(theme::Token token);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode;
    theme::Token m_token = theme::Token::Text;
};

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

/// A chip of a category with its word.
class CategoryChip : public QToolButton
{
    Q_OBJECT

public:
    explicit CategoryChip(QWidget *parent);
    void setCategory(int category, bool automatic);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_category = 0;
    bool m_automatic = false;
};

/// Left to right, wrapping.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(QWidget *parent, int spacing);
    ~FlowLayout() override;
    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    int place(const QRect &outer, bool testOnly) const;

    QList<QLayoutItem *> m_items;
    int m_spacing;
};

} // namespace inlet::ui::panes
