// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/ConversationDelegate.h"

#include "ui/CategoryBook.h"
#include "ui/Theme.h"
#include "ui/Phrases.h"
#include "ui/models/ConversationListModel.h"

#include <QPainter>
#include <QPainterPath>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr int kCutsKept = 400;
constexpr int kUnreadBar = 3;

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, QRect(QPoint(), option.rect.size()), rect);
}

Qt::Alignment leading(const QStyleOptionViewItem &option)
{
    return QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

ConversationDelegate::ConversationDelegate(QObject *parent) : QStyledItemDelegate(parent), m_cuts(kCutsKept) {}

void ConversationDelegate::setLook(const RowLook &look)
{
    m_look = look;
    forget();
}

void ConversationDelegate::forget()
{
    m_cuts.clear();
}

int ConversationDelegate::rowHeight() const
{
    const int line = QFontMetrics(theme::bodyFont()).height();
    switch (m_look.density) {
    case Density::Compact: return std::max(theme::kRowCompact, line + theme::kSpace);
    case Density::ThreeLines: return std::max(theme::kRowThreeLines, 3 * line + theme::kGrid + 2 * theme::kGap);
    case Density::Comfortable: break;
    }
    return std::max(theme::kRowComfortable, 2 * line + theme::kGrid + 2 * theme::kGap);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight()};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->translate(option.rect.topLeft());
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option, index);
    const QVariant value = index.data(int(ListRole::Row));
    if (!index.data(int(ListRole::IsLoaded)).toBool()) {
        paintSkeleton(painter, QRect(QPoint(), option.rect.size()), index.row());
    } else {
        const auto row = value.value<store::ConversationRow>();
        paintTexts(painter, cut(row, index, option.rect.size()), option, index);
    }
    painter->restore();
}

void ConversationDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool marked = index.data(int(ListRole::IsMarked)).toBool();
    const QRectF box = QRectF(QPoint(), option.rect.size()).adjusted(kInset, 1, -kInset, -1);
    painter->setPen(Qt::NoPen);
    if (selected || marked) {
        if (theme::isHighContrast())
            painter->setPen(QPen(theme::color(Token::Accent), 1));
        painter->setBrush(theme::color(Token::Selected));
        painter->drawRoundedRect(box, theme::kRadius, theme::kRadius);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->setBrush(theme::color(Token::Hover));
        painter->drawRoundedRect(box, theme::kRadius, theme::kRadius);
    }
    if (selected && (option.state & QStyle::State_HasFocus)) {
        constexpr qreal kHalf = theme::kFocusRing / 2.0;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme::color(Token::Focus), theme::kFocusRing));
        painter->drawRoundedRect(box.adjusted(kHalf, kHalf, -kHalf, -kHalf), theme::kRadius - kHalf, theme::kRadius - kHalf);
    }
    if (!marked)
        return;
    const QRectF badge(mirrored(option, QRect(kInset - 2, option.rect.height() / 2 - 8, 16, 16)));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::color(Token::Accent));
    painter->drawEllipse(badge);
    theme::icon(QStringLiteral("check"), Token::AccentText).paint(painter, badge.toRect().adjusted(2, 2, -2, -2));
}

void ConversationDelegate::paintTexts(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option,
    const QModelIndex &index) const
{
    const bool unread = made.row.unread > 0;
    const auto draw = [&](const Piece &piece, const QFont &font, Token token) {
        if (piece.text.isEmpty())
            return;
        painter->setFont(font);
        painter->setPen(theme::color(token));
        painter->drawText(mirrored(option, piece.rect), int(leading(option) | Qt::TextSingleLine), piece.text);
    };
    if (unread && !index.data(int(ListRole::IsMarked)).toBool()) {
        const int inset = made.rect.height() / 4;
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::color(Token::Accent));
        painter->drawRoundedRect(mirrored(option, QRect(kInset + theme::kGrid, inset, kUnreadBar, made.rect.height() - 2 * inset)),
            kUnreadBar / 2.0, kUnreadBar / 2.0);
    }
    draw(made.name, theme::nameFont(unread), Token::Text);
    draw(made.company, theme::bodyFont(), Token::Secondary);
    draw(made.count, theme::smallFont(), Token::Secondary);
    draw(made.time, theme::smallFont(), unread ? Token::Accent : Token::Secondary);
    paintChip(painter, made, option);
    if (!made.dot.isNull()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::mailboxDot(index.data(int(ListRole::MailboxColour)).toString()).background);
        painter->drawEllipse(mirrored(option, made.dot));
        draw(made.shortName, theme::bodyFont(), Token::Secondary);
    }
    paintLabels(painter, made, option);
    draw(made.campaign, theme::bodyFont(), Token::Secondary);
    for (const Piece &line : made.preview)
        paintPreview(painter, line, option);
    for (const auto &[name, place] : made.icons) {
        const bool isStar = name == QLatin1String("star-filled");
        const bool isWarning = name == QLatin1String("warning") || (name == QLatin1String("bell") && made.row.reminderDue);
        theme::icon(name, isWarning ? Token::Danger : isStar ? Token::Warning : Token::Secondary)
            .paint(painter, mirrored(option, place));
    }
}

/// Matches of a search are shown bold, with the first one in sight.
void ConversationDelegate::paintPreview(QPainter *painter, const Piece &line, const QStyleOptionViewItem &option) const
{
    const QRect place = mirrored(option, line.rect);
    painter->setFont(theme::bodyFont());
    painter->setPen(theme::color(Token::Secondary));
    if (!line.text.contains(kMatchBegin)) {
        painter->drawText(place, int(leading(option) | Qt::TextSingleLine), line.text);
        return;
    }
    QFont strong = theme::bodyFont();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics plainMetrics(theme::bodyFont());
    const QFontMetrics strongMetrics(strong);
    int x = place.left();
    bool inMatch = false;
    QString run;
    const auto flush = [&] {
        const QFontMetrics &metrics = inMatch ? strongMetrics : plainMetrics;
        const QString fitting = metrics.elidedText(run, Qt::ElideRight, place.right() - x);
        painter->setFont(inMatch ? strong : theme::bodyFont());
        painter->setPen(theme::color(inMatch ? Token::Text : Token::Secondary));
        painter->drawText(QRect(x, place.top(), place.right() - x + 1, place.height()), int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), fitting);
        x += metrics.horizontalAdvance(run);
        run.clear();
    };
    for (const QChar character : line.text) {
        if (x >= place.right())
            return;
        if (character == kMatchBegin || character == kMatchEnd) {
            flush();
            inMatch = character == kMatchBegin;
        } else {
            run.append(character);
        }
    }
    if (x < place.right())
        flush();
}

void ConversationDelegate::paintLabels(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option) const
{
    for (const Piece &label : made.labels) {
        const QRectF box = QRectF(mirrored(option, label.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter->setPen(QPen(theme::color(Token::Faint), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, theme::kGrid, theme::kGrid);
        painter->setPen(theme::color(Token::Secondary));
        painter->setFont(theme::smallFont());
        painter->drawText(box, Qt::AlignCenter, label.text);
    }
}

/// A soft chip with its word; the automatic ones have a dashed edge.
void ConversationDelegate::paintChip(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option) const
{
    if (made.chip.text.isEmpty())
        return;
    const theme::ChipColors colours = theme::chip(chipOf(made.row.category));
    const QRectF box = QRectF(mirrored(option, made.chip.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(theme::chipEdge(colours, phrases::isGuessed(made.row)));
    painter->setBrush(colours.background);
    painter->drawRoundedRect(box, theme::kGrid, theme::kGrid);
    painter->setPen(colours.text);
    painter->setFont(theme::smallFont());
    painter->drawText(box, Qt::AlignCenter, made.chip.text);
}

} // namespace inlet::ui
