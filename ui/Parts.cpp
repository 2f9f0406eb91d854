// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace inlet::ui::parts
{

namespace
{

QLabel *wrapping(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString initialOf(const QString &email)
{
    return email.isEmpty() ? QStringLiteral("?") : email.left(1).toUpper();
}

/// Enter presses the button that has the focus. Qt would press the default one: "Save" while one stands on "Cancel".
class PressedByEnter : public QObject
{
public:
    explicit PressedByEnter(QAbstractButton *button) : QObject(button) { button->installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        if (!enter || (key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
            return false;
        if (key.isAutoRepeat())
            return true;
        auto *button = static_cast<QAbstractButton *>(watched);
        auto *tool = qobject_cast<QToolButton *>(button);
        if (tool && tool->menu() && tool->popupMode() == QToolButton::InstantPopup)
            tool->showMenu();
        else
            button->click();
        return true;
    }
};

} // namespace

void setLook(QWidget *widget, const char *look)
{
    widget->setProperty("look", QString::fromLatin1(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QLabel *title(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    label->setFont(theme::titleFont());
    return label;
}

QLabel *body(const QString &text, QWidget *parent)
{
    return wrapping(text, parent);
}

QLabel *strong(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    label->setFont(theme::nameFont(true));
    return label;
}

QLabel *secondary(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    setLook(label, "secondary");
    return label;
}

QPushButton *button(const QString &text, const char *look, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    if (*look != '\0')
        setLook(made, look);
    new PressedByEnter(made);
    return made;
}

QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setIcon(theme::icon(icon));
    made->setIconSize(QSize(theme::kIcon, theme::kIcon));
    made->setToolTip(name);
    made->setAccessibleName(name);
    made->setFocusPolicy(Qt::StrongFocus);
    new PressedByEnter(made);
    return made;
}

void resizeToFit(QWidget *window, const QSize &wanted)
{
    constexpr int frame = 48; // title bar and a little air
    const QSize room = window->screen()->availableGeometry().size();
    window->resize(wanted.boundedTo(QSize(room.width() - frame, room.height() - frame)));
}

QVBoxLayout *column(QWidget *parent, int spacing, int margin)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
    return layout;
}

namespace
{

class Rule : public QWidget
{
public:
    explicit Rule(QWidget *parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), theme::color(theme::Token::Hairline));
    }
};

} // namespace

QBoxLayout *buttonLine(const QList<QPushButton *> &atStart, const QList<QPushButton *> &atEnd)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::kSpace);
    for (QPushButton *button : atStart)
        line->addWidget(button);
    line->addStretch(1);
    for (QPushButton *button : atEnd)
        line->addWidget(button);
    return line;
}

QBoxLayout *linkLine(const QList<QPushButton *> &links)
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kSpace);
    for (QPushButton *link : links)
        line->addWidget(link);
    line->addStretch(1);
    return line;
}

QWidget *rule(QWidget *parent)
{
    return new Rule(parent);
}

void setInvalid(QWidget *field, bool invalid)
{
    if (field->property("invalid").toBool() == invalid)
        return;
    field->setProperty("invalid", invalid);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

IconLabel::IconLabel(const QString &icon, theme::Token tint, QWidget *parent, int size)
    : QWidget(parent), m_icon(icon), m_tint(tint)
{
    setFixedSize(size, size);
}

void IconLabel::setIcon(const QString &icon, theme::Token tint)
{
    m_icon = icon;
    m_tint = tint;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    theme::icon(m_icon, m_tint).paint(&painter, rect());
}

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, theme::Token tint, QWidget *parent)
    : QWidget(parent), m_mode(mode), m_tint(tint)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text.simplified();
    setToolTip(text);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void ElidedLabel::setTint(theme::Token tint)
{
    m_tint = tint;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 6), fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::color(isEnabled() ? m_tint : theme::Token::Faint));
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(rect(), int(side | Qt::AlignVCenter | Qt::TextSingleLine),
        fontMetrics().elidedText(m_text, m_mode, width()));
}

Field::Field(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_below(secondary({}, this))
{
    auto *name = new QLabel(label, this);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(field);
    field->setParent(this);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    QVBoxLayout *layout = column(this, theme::kGrid);
    layout->addWidget(name);
    layout->addWidget(field);
    layout->addWidget(m_below);
    setFocusProxy(field);
    refresh();
}

void Field::setError(const QString &text)
{
    m_error = text;
    refresh();
}

void Field::setHint(const QString &text)
{
    m_hint = text;
    refresh();
}

void Field::refresh()
{
    const QString shown = m_error.isEmpty() ? m_hint : m_error;
    m_below->setText(shown);
    setLook(m_below, m_error.isEmpty() ? "secondary" : "error");
    m_below->setVisible(!shown.isEmpty());
    setInvalid(m_field, !m_error.isEmpty());
    m_field->setAccessibleDescription(shown);
}

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(QStringLiteral("info"), theme::Token::Secondary, this)),
      m_text(body({}, this)), m_button(button({}, "", this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kGap, theme::kSpace, theme::kSpace, theme::kSpace);
    layout->setSpacing(theme::kSpace);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    m_button->setAutoDefault(true);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::actionRequested);
    setVisible(false);
}

void NoticeBar::show(Level level, const QString &text, const QString &buttonText)
{
    static const QHash<int, QString> icons{{int(Level::Info), QStringLiteral("info")},
        {int(Level::Success), QStringLiteral("circle-check")}, {int(Level::Warning), QStringLiteral("warning")},
        {int(Level::Error), QStringLiteral("error")}};
    m_level = level;
    m_icon->setIcon(icons.value(int(level)), tint());
    m_text->setText(text);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    layout()->setAlignment(m_icon, buttonText.isEmpty() ? Qt::AlignTop : Qt::AlignVCenter);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    update();
}

void NoticeBar::clear()
{
    m_text->clear();
    setVisible(false);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

theme::Token NoticeBar::tint() const
{
    switch (m_level) {
    case Level::Info:
        return theme::Token::Accent;
    case Level::Success:
        return theme::Token::Success;
    case Level::Warning:
        return theme::Token::Warning;
    case Level::Error:
        break;
    }
    return theme::Token::Danger;
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = theme::color(tint());
    fill.setAlphaF(theme::isDark() ? 0.16F : 0.09F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect(), theme::kRadius, theme::kRadius);
}

MailboxDot::MailboxDot(QWidget *parent, int size) : QWidget(parent)
{
    setFixedSize(size, size);
}

void MailboxDot::setMailbox(const QString &email, const QString &colour)
{
    m_initial = email;
    m_colour = colour;
    update();
}

void MailboxDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMailboxDot(painter, rect(), m_initial, m_colour);
}

void paintMailboxDot(QPainter &painter, const QRectF &rect, const QString &email, const QString &colour)
{
    const theme::ChipColors colours = theme::mailboxDot(colour);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.background);
    painter.drawEllipse(rect);
    QFont font = theme::smallFont();
    font.setPixelSize(qMax(8, qRound(rect.height() * 0.55)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.text);
    painter.drawText(rect, Qt::AlignCenter, initialOf(email));
    painter.restore();
}

QIcon mailboxIcon(const QString &email, const QString &colour)
{
    constexpr int size = 32;
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintMailboxDot(painter, QRectF(0, 0, size, size), email, colour);
    painter.end();
    return QIcon(pixmap);
}

} // namespace inlet::ui::parts
