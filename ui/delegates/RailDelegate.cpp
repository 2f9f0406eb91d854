// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/RailDelegate.h"

#include "ui/CategoryBook.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/models/RailModel.h"
#include "ui/panes/PaneParts.h"

#include <QPainter>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr int kRailInset = 8;
constexpr int kRailIcon = 18;
constexpr int kStateIcon = 14;
constexpr int kFoldWidth = kStateIcon + theme::kGrid;
constexpr int kCategoryDot = 10;

QRect onSide(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

int leadingText(const QStyleOptionViewItem &option, Qt::Alignment side = Qt::AlignLeft)
{
    return int(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter | Qt::TextSingleLine);
}

} // namespace

int RailDelegate::rowHeight() const
{
    return std::max(30, QFontMetrics(theme::bodyFont()).height() + theme::kGap);
}

QSize RailDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight()};
}

void RailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto kind = RailKind(index.data(int(RailRole::Kind)).toInt());
    if (kind == RailKind::Header) {
        paintHeader(painter, option, index);
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    const QRectF box = QRectF(option.rect).adjusted(kRailInset, 1, -kRailInset, -1);
    painter->setPen(Qt::NoPen);
    if (selected || (option.state & QStyle::State_MouseOver)) {
        if (selected && theme::isHighContrast())
            painter->setPen(QPen(theme::color(Token::Accent), 1));
        painter->setBrush(theme::color(selected ? Token::Selected : Token::Hover));
        painter->drawRoundedRect(box, theme::kRadius, theme::kRadius);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme::color(Token::Focus), theme::kFocusRing));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), theme::kRadius - 1, theme::kRadius - 1);
    }
    QRect line = option.rect.adjusted(kRailInset + theme::kSpace, 0, -kRailInset - theme::kSpace, 0);
    if (m_iconsOnly) {
        paintSymbol(painter, QRect(option.rect.center().x() - kRailIcon / 2, option.rect.center().y() - kRailIcon / 2, kRailIcon, kRailIcon), index, selected);
        painter->restore();
        return;
    }
    if (index.data(int(RailRole::IsInGroup)).toBool())
        line.setLeft(line.left() + theme::kMargin);
    if (kind == RailKind::Tag)
        line.setRight(line.right() - paintFold(painter, line, option, index));
    paintSymbol(painter, onSide(option, QRect(line.left(), line.center().y() - kRailIcon / 2, kRailIcon, kRailIcon)), index, selected);
    line.setLeft(line.left() + kRailIcon + theme::kSpace + 2);
    line.setRight(line.right() - paintState(painter, line, option, index));
    line.setRight(line.right() - paintCount(painter, line, option, index));
    const bool needsAnswer = index.row() == 0;
    const QFont font = theme::nameFont(needsAnswer || selected);
    painter->setFont(font);
    painter->setPen(theme::color(selected ? Token::SelectedText : kind == RailKind::ShowAll ? Token::Secondary : Token::Text));
    painter->drawText(onSide(option, line), leadingText(option), QFontMetrics(font).elidedText(index.data().toString(),
        kind == RailKind::Mailbox ? Qt::ElideMiddle : Qt::ElideRight, line.width()));
    painter->restore();
}

void RailDelegate::paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_iconsOnly) {
        painter->fillRect(QRect(option.rect.left() + kRailInset * 2, option.rect.center().y(), option.rect.width() - 4 * kRailInset, 1), theme::color(Token::Hairline));
        return;
    }
    QRect line = option.rect.adjusted(kRailInset + theme::kSpace, theme::kGrid, -kRailInset - theme::kSpace, 0);
    const bool folded = index.data(int(RailRole::IsFolded)).toBool();
    if (option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus) || folded)
        paintFold(painter, line, option, index);
    line.setRight(line.right() - kFoldWidth);
    line.setRight(line.right() - paintState(painter, line, option, index));
    line.setRight(line.right() - paintCount(painter, line, option, index));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme::color(Token::Focus), theme::kFocusRing));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(kRailInset + 1, 2, -kRailInset - 1, -2), theme::kRadius - 1, theme::kRadius - 1);
    }
    QFont font = theme::smallFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme::color(Token::Secondary));
    painter->drawText(onSide(option, line), leadingText(option), QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, line.width()));
}

/// At the end of the line. Answers the width used.
int RailDelegate::paintFold(QPainter *painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString name = index.data(int(RailRole::IsFolded)).toBool() ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down");
    theme::icon(name, Token::Secondary)
        .paint(painter, onSide(option, QRect(line.right() - kStateIcon + 1, line.center().y() - kStateIcon / 2, kStateIcon, kStateIcon)));
    return kFoldWidth;
}

bool RailDelegate::isOnFold(const QRect &row, Qt::LayoutDirection direction, const QPoint &point) const
{
    const int width = kRailInset + theme::kSpace + kFoldWidth;
    return !m_iconsOnly && QStyle::visualRect(direction, row, QRect(row.right() - width + 1, row.top(), width, row.height())).contains(point);
}

/// At the end of the line. Answers the width used.
int RailDelegate::paintCount(QPainter *painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString count = phrases::count(index.data(int(RailRole::Count)).toLongLong());
    if (count.isEmpty())
        return 0;
    const int width = QFontMetrics(theme::smallFont()).horizontalAdvance(count);
    painter->setFont(theme::smallFont());
    painter->setPen(theme::color(index.data(int(RailRole::IsUrgent)).toBool() ? Token::Danger : Token::Secondary));
    painter->drawText(onSide(option, QRect(line.right() - width + 1, line.top(), width, line.height())), leadingText(option, Qt::AlignRight), count);
    return width + theme::kSpace;
}

void RailDelegate::paintSymbol(QPainter *painter, const QRect &place, const QModelIndex &index, bool selected) const
{
    const auto kind = RailKind(index.data(int(RailRole::Kind)).toInt());
    if (kind == RailKind::Mailbox) {
        panes::InitialsDot::paint(*painter, place, index.data().toString(), index.data(int(RailRole::Colour)).toString());
        return;
    }
    if (kind == RailKind::Category) {
        const theme::ChipColors colours = theme::chip(chipOf(store::Category(index.data(int(RailRole::Category)).toInt())));
        painter->setPen(QPen(colours.text, 1));
        painter->setBrush(colours.background);
        QRectF dot(0, 0, kCategoryDot, kCategoryDot);
        dot.moveCenter(QRectF(place).center());
        painter->drawRoundedRect(dot, 3, 3);
        return;
    }
    theme::icon(index.data(int(RailRole::Icon)).toString(), selected ? Token::Accent : Token::Secondary).paint(painter, place);
}

/// Sign of a mailbox that is not well, or how far its first sync is. Answers the width used.
int RailDelegate::paintState(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using engine::MailboxState;
    const auto kind = RailKind(index.data(int(RailRole::Kind)).toInt());
    if (kind != RailKind::Mailbox && kind != RailKind::Header && kind != RailKind::Tag)
        return 0;
    const auto state = MailboxState(index.data(int(RailRole::State)).toInt());
    const QRect place = onSide(option, QRect(rect.right() - kStateIcon + 1, rect.center().y() - kStateIcon / 2 + 1, kStateIcon, kStateIcon));
    const int used = kStateIcon + theme::kSpace;
    switch (state) {
    case MailboxState::NeedsUser:
        theme::icon(QStringLiteral("error"), Token::Danger).paint(painter, place);
        return used;
    case MailboxState::Waiting:
        theme::icon(QStringLiteral("clock"), Token::Warning).paint(painter, place);
        return used;
    case MailboxState::Off:
        theme::icon(QStringLiteral("power"), Token::Faint).paint(painter, place);
        return used;
    case MailboxState::Paused:
        theme::icon(QStringLiteral("pause"), Token::Secondary).paint(painter, place);
        return used;
    case MailboxState::CatchingUp: {
        constexpr int kFull = 360 * 16;
        const int progress = index.data(int(RailRole::Progress)).toInt();
        const QRectF ring = QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme::color(Token::Hairline), 2));
        painter->drawEllipse(ring);
        painter->setPen(QPen(theme::color(Token::Accent), 2, Qt::SolidLine, Qt::RoundCap));
        painter->drawArc(ring, 90 * 16, -kFull * std::max(progress, 4) / 100);
        return used;
    }
    case MailboxState::Connecting:
    case MailboxState::Live:
    case MailboxState::Checked:
        return 0;
    }
    return 0;
}

} // namespace inlet::ui
