// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/PaneParts.h"

#include "ui/CategoryBook.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"

#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTextDocument>

namespace inlet::ui::panes
{

using theme::Token;

QToolButton *iconButton(const QString &icon, const QString &words, QWidget *parent)
{
    QToolButton *button = parts::iconButton(icon, words, parent);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
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

QVariant noResource(int type)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray("");
    QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
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

Chip::Chip(QWidget *parent) : QToolButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void Chip::setWords(const QString &words)
{
    setText(QFontMetrics(theme::smallFont()).elidedText(words, Qt::ElideRight, kWidestChip));
    setShortcut({});
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(theme::smallFont());
    return {metrics.horizontalAdvance(shown()) + 2 * theme::kSpace, std::max(24, metrics.height() + theme::kSpace)};
}

void Chip::paintChip(const QPen &edge, const theme::ChipColors &colours)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme::color(Token::Focus), theme::kFocusRing) : edge);
    painter.setBrush(underMouse() ? theme::blend(colours.background, theme::color(Token::Hover)) : colours.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::kRadius - 1, theme::kRadius - 1);
    painter.setFont(theme::smallFont());
    painter.setPen(colours.text);
    painter.drawText(rect(), Qt::AlignCenter, shown());
}

CategoryChip::CategoryChip(QWidget *parent) : Chip(parent) { }

void CategoryChip::setCategory(int category, bool automatic)
{
    m_category = category;
    m_automatic = automatic;
    const QString name = phrases::category(store::Category(category));
    setWords(name);
    setAccessibleName(automatic ? tr("Category: %1, automatic").arg(name) : tr("Category: %1").arg(name));
    setToolTip(automatic ? tr("%1, set automatically. Change with 1 to 9").arg(name) : tr("%1. Change with 1 to 9, 0 for none").arg(name));
}

void CategoryChip::paintEvent(QPaintEvent *)
{
    const theme::ChipColors colours = theme::chip(chipOf(store::Category(m_category)));
    paintChip(theme::chipEdge(colours, m_automatic), colours);
}

QString CategoryChip::shown() const
{
    return m_automatic ? tr("%1 · auto").arg(text()) : text();
}

void paintRowFrame(QPainter &painter, const QWidget &row)
{
    using theme::Token;
    if (!row.underMouse() && !row.hasFocus())
        return;
    painter.setPen(row.hasFocus() ? QPen(theme::color(Token::Focus), theme::kFocusRing) : QPen(Qt::NoPen));
    painter.setBrush(row.underMouse() ? QBrush(theme::color(Token::Hover)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(row.rect()).adjusted(1, 1, -1, -1), theme::kRadius - 1, theme::kRadius - 1);
}

} // namespace inlet::ui::panes
