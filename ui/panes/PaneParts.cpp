// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/PaneParts.h"

#include "ui/CategoryBook.h"
#include "ui/Phrases.h"

#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace inlet::ui::panes
{

using theme::Token;

QToolButton *iconButton(const QString &icon, const QString &words, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme::icon(icon));
    button->setIconSize({theme::kIcon, theme::kIcon});
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void setLook(QWidget *widget, const char *look)
{
    widget->setProperty("look", QString::fromLatin1(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QLabel *label(const QString &text, const char *look, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    if (*look)
        made->setProperty("look", QString::fromLatin1(look));
    return made;
}

QPushButton *textButton(const QString &text, const char *look, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setAutoDefault(false);
    made->setAccessibleName(text);
    if (*look)
        made->setProperty("look", QString::fromLatin1(look));
    return made;
}

QWidget *hairline(QWidget *parent)
{
    class Line : public QWidget
    {
    public:
        using QWidget::QWidget;

    protected:
        void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), theme::color(Token::Hairline)); }
    };
    auto *line = new Line(parent);
    line->setFixedHeight(1);
    return line;
}

CutLabel::CutLabel(Qt::TextElideMode mode, QWidget *parent) : QWidget(parent), m_mode(mode)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CutLabel::setText(const QString &text)
{
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

void CutLabel::setToken(Token token)
{
    m_token = token;
    update();
}

QSize CutLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

QSize CutLabel::minimumSizeHint() const
{
    return {std::min(fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().averageCharWidth() * 6), fontMetrics().height()};
}

void CutLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::color(isEnabled() ? m_token : Token::Faint));
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(rect(), int(side | Qt::AlignVCenter | Qt::TextSingleLine), fontMetrics().elidedText(m_text, m_mode, width()));
}

InitialsDot::InitialsDot(int diameter, QWidget *parent) : QWidget(parent)
{
    setFixedSize(diameter, diameter);
}

void InitialsDot::setPerson(const QString &nameOrAddress, const QString &colour)
{
    m_person = nameOrAddress;
    m_colour = colour;
    update();
}

void InitialsDot::paint(QPainter &painter, const QRect &rect, const QString &nameOrAddress, const QString &colour)
{
    constexpr uint kChips = 9;
    constexpr double kLetterShare = 0.40;
    // Calm and the same for the same person, without being a category.
    const theme::ChipColors colours = colour.isEmpty() ? theme::chip(1 + int(qHash(nameOrAddress.toCaseFolded(), 7) % kChips))
                                                       : theme::mailboxDot(colour);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.background);
    painter.drawEllipse(rect);
    QFont font = theme::nameFont(true);
    font.setPixelSize(std::max(8, int(rect.height() * kLetterShare)));
    painter.setFont(font);
    painter.setPen(colours.text);
    painter.drawText(rect, Qt::AlignCenter, phrases::initials(nameOrAddress));
}

void InitialsDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_person, m_colour);
}

namespace
{

constexpr int kWidestChip = 180; // what is longer leaves no room for whom it is about

} // namespace

CategoryChip::CategoryChip(QWidget *parent) : QToolButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void CategoryChip::setCategory(int category, bool automatic)
{
    m_category = category;
    m_automatic = automatic;
    const QString name = phrases::category(store::Category(category));
    setText(QFontMetrics(theme::smallFont()).elidedText(name, Qt::ElideRight, kWidestChip));
    setAccessibleName(automatic ? tr("Category: %1, automatic").arg(name) : tr("Category: %1").arg(name));
    setToolTip(automatic ? tr("%1, set automatically. Change with 1 to 9").arg(name) : tr("%1. Change with 1 to 9, 0 for none").arg(name));
    updateGeometry();
    update();
}

QSize CategoryChip::sizeHint() const
{
    const QFontMetrics metrics(theme::smallFont());
    const int extra = m_automatic ? metrics.horizontalAdvance(tr("auto")) + theme::kSpace : 0;
    return {metrics.horizontalAdvance(text()) + extra + 2 * theme::kSpace, std::max(24, metrics.height() + theme::kSpace)};
}

void CategoryChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::ChipColors colours = theme::chip(chipOf(store::Category(m_category)));
    QPen edge(Qt::NoPen);
    if (hasFocus())
        edge = QPen(theme::color(Token::Focus), theme::kFocusRing);
    else if (m_automatic) {
        edge = QPen(theme::blend(colours.background, QColor(colours.text.red(), colours.text.green(), colours.text.blue(), 140)), 1, Qt::CustomDashLine);
        edge.setDashPattern({2, 2});
    }
    painter.setPen(edge);
    painter.setBrush(underMouse() ? theme::blend(colours.background, theme::color(Token::Hover)) : colours.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::kRadius - 1, theme::kRadius - 1);
    painter.setFont(theme::smallFont());
    painter.setPen(colours.text);
    painter.drawText(rect(), Qt::AlignCenter, m_automatic ? text() + QStringLiteral("  ") + tr("auto") : text());
}

FlowLayout::FlowLayout(QWidget *parent, int spacing) : QLayout(parent), m_spacing(spacing)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return {};
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), true);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, false);
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

int FlowLayout::place(const QRect &outer, bool testOnly) const
{
    const QMargins margins = contentsMargins();
    const QRect rect = outer.marginsRemoved(margins);
    int x = rect.left();
    int y = rect.top();
    int line = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue; // hidden
        QSize size = item->sizeHint();
        size.setWidth(std::min(size.width(), rect.width()));
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            x = rect.left();
            y += line + m_spacing;
            line = 0;
        }
        if (!testOnly)
            item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, QRect(QPoint(x, y), size)));
        x += size.width() + m_spacing;
        line = std::max(line, size.height());
    }
    return y + line - rect.top() + margins.top() + margins.bottom();
}

} // namespace inlet::ui::panes
