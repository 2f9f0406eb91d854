// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/MailboxDelegate.h"

#include "ui/Parts.h"
#include "ui/dialogs/MailboxModel.h"

#include <QPainter>
#include <QStyle>

namespace inlet::ui
{

namespace
{

constexpr int kMark = 18;
constexpr int kMailboxStateIcon = 16;

struct StateLook {
    const char *icon;
    theme::Token tint;
};

StateLook stateLook(engine::MailboxState state)
{
    switch (state) {
    case engine::MailboxState::NeedsUser:
        return {"error", theme::Token::Danger};
    case engine::MailboxState::Waiting:
        return {"hourglass", theme::Token::Warning};
    case engine::MailboxState::Connecting:
    case engine::MailboxState::CatchingUp:
        return {"progress", theme::Token::Accent};
    case engine::MailboxState::Paused:
        return {"pause", theme::Token::Secondary};
    case engine::MailboxState::Checked:
        return {"clock", theme::Token::Secondary};
    case engine::MailboxState::Live:
        return {"circle-check", theme::Token::Success};
    case engine::MailboxState::Off:
        break;
    }
    return {"power", theme::Token::Secondary};
}

} // namespace

void MailboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using Column = MailboxModel::Column;
    const auto column = Column(index.column());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, theme::color(theme::Token::Selected));
    const auto mirror = [&option](const QRect &place) { return QStyle::visualRect(option.direction, option.rect, place); };
    QRect room = option.rect.adjusted(theme::kSpace, 0, -theme::kSpace, 0);
    theme::Token tint = theme::Token::Secondary;
    if (column == Column::Mailbox) {
        QRect mark(room.left(), 0, kMark, kMark);
        mark.moveCenter(QPoint(mark.center().x(), room.center().y()));
        parts::paintMailboxDot(*painter, mirror(mark), index.data(Qt::DisplayRole).toString(),
            index.data(int(MailboxModel::Role::Colour)).toString());
        room.setLeft(mark.right() + 1 + theme::kSpace);
        tint = selected ? theme::Token::SelectedText : theme::Token::Text;
    } else if (column == Column::State) {
        const StateLook look = stateLook(engine::MailboxState(index.data(int(MailboxModel::Role::State)).toInt()));
        QRect icon(room.left(), 0, kMailboxStateIcon, kMailboxStateIcon);
        icon.moveCenter(QPoint(icon.center().x(), room.center().y()));
        theme::icon(QString::fromLatin1(look.icon), look.tint).paint(painter, mirror(icon));
        room.setLeft(icon.right() + 1 + theme::kSpace);
        tint = look.tint == theme::Token::Danger ? theme::Token::Danger : theme::Token::Text;
    } else if (column == Column::Action) {
        tint = theme::Token::Accent;
    }
    const QVariant side = index.data(Qt::TextAlignmentRole);
    painter->setFont(option.font);
    painter->setPen(theme::color(tint));
    const Qt::Alignment wanted = side.isValid() ? Qt::Alignment(side.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    painter->drawText(mirror(room), int(QStyle::visualAlignment(option.direction, wanted)),
        option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
            column == Column::Mailbox ? Qt::ElideMiddle : Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace inlet::ui
