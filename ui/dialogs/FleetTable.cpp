// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/FleetTable.h"

#include "ui/Parts.h"
#include "ui/delegates/TableDelegate.h"
#include "ui/dialogs/FleetModel.h"

#include <QPainter>
#include <QStyle>

#include <optional>

namespace inlet::ui
{

namespace
{

constexpr int kCheckWidth = 32;
constexpr int kAddressWidth = 264;
constexpr int kRow = 32;
constexpr int kIcon = 16;

struct CellLook {
    QString icon;
    theme::Token tint;
};

std::optional<CellLook> cellOf(const QVariant &status)
{
    if (!status.isValid())
        return {};
    switch (engine::CheckStatus(status.toInt())) {
    case engine::CheckStatus::Running:
        return CellLook{QStringLiteral("progress"), theme::Token::Accent};
    case engine::CheckStatus::Ok:
        return CellLook{QStringLiteral("check"), theme::Token::Success};
    case engine::CheckStatus::Warning:
        return CellLook{QStringLiteral("warning"), theme::Token::Warning};
    case engine::CheckStatus::Failed:
        return CellLook{QStringLiteral("error"), theme::Token::Danger};
    case engine::CheckStatus::Skipped:
        break;
    }
    return CellLook{QStringLiteral("minus"), theme::Token::Faint};
}

theme::Token resultTint(FleetEntry::State state)
{
    switch (state) {
    case FleetEntry::State::Connected:
        return theme::Token::Success;
    case FleetEntry::State::Failed:
        return theme::Token::Danger;
    case FleetEntry::State::Running:
        return theme::Token::Text;
    case FleetEntry::State::Waiting:
    case FleetEntry::State::Stopped:
        break;
    }
    return theme::Token::Secondary;
}

} // namespace

FleetHeader::FleetHeader(int firstNarrow, int lastNarrow, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_first(firstNarrow), m_last(lastNarrow)
{
    setSectionsClickable(false);
    setHighlightSections(false);
}

QSize FleetHeader::sectionSizeFromContents(int section) const
{
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const QFontMetrics metrics(theme::smallFont());
    if (isNarrow(section))
        return {kCheckWidth, metrics.horizontalAdvance(text) + 2 * theme::kSpace};
    return {metrics.horizontalAdvance(text) + 2 * theme::kGap, kRow};
}

void FleetHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, theme::color(theme::Token::List));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme::color(theme::Token::Hairline));
    painter->setPen(theme::color(theme::Token::Secondary));
    painter->setFont(theme::smallFont());
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    if (isNarrow(section)) {
        painter->translate(rect.left(), rect.bottom());
        painter->rotate(-90);
        painter->drawText(QRect(theme::kSpace, 0, rect.height() - theme::kSpace, rect.width()),
            Qt::AlignLeft | Qt::AlignVCenter, text);
    } else {
        painter->drawText(rect.adjusted(theme::kSpace, 0, -theme::kSpace, -theme::kSpace),
            Qt::AlignLeft | Qt::AlignBottom, text);
    }
    painter->restore();
}

void FleetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, theme::color(theme::Token::Selected));
    const QVariant status = index.data(int(FleetModel::Role::Status));
    const QString text = index.data(Qt::DisplayRole).toString();
    if (const auto cell = cellOf(status)) {
        QRect box(0, 0, kIcon, kIcon);
        box.moveCenter(option.rect.center());
        theme::icon(cell->icon, cell->tint).paint(painter, box);
    } else if (!text.isEmpty()) {
        const bool address = index.column() == FleetModel::kAddressColumn;
        const auto state = FleetEntry::State(index.data(int(FleetModel::Role::State)).toInt());
        painter->setFont(option.font);
        painter->setPen(theme::color(address ? (selected ? theme::Token::SelectedText : theme::Token::Text)
                                             : resultTint(state)));
        const QRect room = option.rect.adjusted(theme::kSpace, 0, -theme::kSpace, 0);
        painter->drawText(room, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
            option.fontMetrics.elidedText(text, address ? Qt::ElideMiddle : Qt::ElideRight, room.width()));
    }
    painter->restore();
}

QSize FleetDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {kCheckWidth, kRow};
}

FleetTable::FleetTable(FleetModel &model, QWidget *parent) : QTableView(parent)
{
    setObjectName(QStringLiteral("fleetTable"));
    setAccessibleName(tr("Mailboxes of the list"));
    auto *header = new FleetHeader(FleetModel::kFirstCheckColumn, model.resultColumn() - 1, this);
    setHorizontalHeader(header);
    setModel(&model);
    setItemDelegate(new FleetDelegate(this));
    TableDelegate::makeRows(*this, kRow);
    setSelectionMode(QAbstractItemView::SingleSelection);
    header->setMinimumSectionSize(kCheckWidth);
    header->setSectionResizeMode(QHeaderView::Fixed);
    for (int column = FleetModel::kFirstCheckColumn; column < model.resultColumn(); ++column)
        header->resizeSection(column, kCheckWidth);
    header->resizeSection(FleetModel::kAddressColumn, kAddressWidth);
    header->setSectionResizeMode(model.resultColumn(), QHeaderView::Stretch);
}

} // namespace inlet::ui
