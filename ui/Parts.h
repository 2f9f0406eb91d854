// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QLabel>
#include <QString>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace inlet::ui::parts
{

// Small building blocks that all dialogs share. Every label shows plain text: much of it comes from
// servers.

/// The dynamic property that the style sheet looks at; repolishes.
void setLook(QWidget *widget, const char *look);
[[nodiscard]] QLabel *title(const QString &text, QWidget *parent);
[[nodiscard]] QLabel *body(const QString &text, QWidget *parent); ///< wraps
[[nodiscard]] QLabel *strong(const QString &text, QWidget *parent); ///< semibold, wraps
[[nodiscard]] QLabel *secondary(const QString &text, QWidget *parent); ///< wraps
/// `look`: "primary", "flat", "danger", "link" or "" (ordinary).
[[nodiscard]] QPushButton *button(const QString &text, const char *look, QWidget *parent);
/// Flat icon button with a name for people who cannot see the icon.
[[nodiscard]] QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent);
[[nodiscard]] QVBoxLayout *column(QWidget *parent, int spacing, int margin = 0);
/// The first size of a window: never larger than the screen it opens on.
void resizeToFit(QWidget *window, const QSize &wanted);
/// The buttons of a dialog: what they do to its content at the start, what ends it at the end.
[[nodiscard]] QBoxLayout *buttonLine(const QList<QPushButton *> &atStart, const QList<QPushButton *> &atEnd);
/// Link buttons side by side.
[[nodiscard]] QBoxLayout *linkLine(const QList<QPushButton *> &links);
/// A hairline across.
[[nodiscard]] QWidget *rule(QWidget *parent);
/// Sets the red border of a wrong field.
void setInvalid(QWidget *field, bool invalid);

/// An icon of the set, painted from the tokens.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    IconLabel(const QString &icon, theme::Token tint, QWidget *parent, int size = theme::kIcon);
    void setIcon(const QString &icon, theme::Token tint);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    theme::Token m_tint;
};

/// One line that ends in "…" where there is no room; the whole text is the tooltip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    ElidedLabel(Qt::TextElideMode mode, theme::Token tint, QWidget *parent);
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setTint(theme::Token tint);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode;
    theme::Token m_tint;
};

/// A label above its field and room for what is wrong below it.
class Field : public QWidget
{
    Q_OBJECT

public:
    Field(const QString &label, QWidget *field, QWidget *parent);
    void setError(const QString &text); ///< empty: none
    void setHint(const QString &text); ///< shown while there is no error
    [[nodiscard]] QString error() const { return m_error; }

private:
    void refresh();

    QWidget *m_field;
    QLabel *m_below;
    QString m_error;
    QString m_hint;
};

/// Tinted bar with an icon, a text and at most one button. Hidden while it has no text.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    enum class Level { Info, Success, Warning, Error };

    explicit NoticeBar(QWidget *parent);
    void show(Level level, const QString &text, const QString &buttonText = {});
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *actionButton() const { return m_button; }

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] theme::Token tint() const;

    Level m_level = Level::Info;
    IconLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
};

/// Round mark of a mailbox with its initial.
class MailboxDot : public QWidget
{
    Q_OBJECT

public:
    MailboxDot(QWidget *parent, int size);
    void setMailbox(const QString &email, const QString &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initial;
    QString m_colour;
};

/// The same mark as an icon for combo boxes and tables.
[[nodiscard]] QIcon mailboxIcon(const QString &email, const QString &colour);
/// Paints it into `rect`.
void paintMailboxDot(QPainter &painter, const QRectF &rect, const QString &email, const QString &colour);

} // namespace inlet::ui::parts
