// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ChoiceList.h"

#include "ui/Theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

namespace inlet::ui
{

namespace
{

/// Icon, words, and the hint at the other end.
class ChoiceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), std::max(theme::kControl, option.fontMetrics.height() + theme::kGap)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme::color(selected ? theme::Token::Selected : theme::Token::Hover));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), theme::kRadius, theme::kRadius);
        }
        QRect room = option.rect.adjusted(theme::kGap, 0, -theme::kGap, 0);
        const auto draw = [&](QRect place, Qt::Alignment side, const QString &text) {
            painter->drawText(QStyle::visualRect(option.direction, option.rect, place),
                int(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter | Qt::TextSingleLine), text);
        };
        if (const QString icon = index.data(ChoiceList::IconName).toString(); !icon.isEmpty()) {
            const QRect place(room.left(), room.center().y() - theme::kMargin / 2, theme::kMargin, theme::kMargin);
            theme::icon(icon, theme::Token::Secondary).paint(painter, QStyle::visualRect(option.direction, option.rect, place));
            room.setLeft(room.left() + theme::kMargin + theme::kSpace);
        }
        painter->setFont(theme::smallFont());
        const QFontMetrics small(theme::smallFont());
        const QString hint = small.elidedText(index.data(ChoiceList::Hint).toString(), Qt::ElideRight, room.width() * 3 / 5);
        painter->setPen(theme::color(theme::Token::Secondary));
        draw(room, Qt::AlignRight, hint);
        room.setRight(room.right() - small.horizontalAdvance(hint) - (hint.isEmpty() ? 0 : theme::kGap));
        painter->setFont(option.font);
        const bool enabled = option.state.testFlag(QStyle::State_Enabled);
        painter->setPen(theme::color(!enabled ? theme::Token::Secondary : selected ? theme::Token::SelectedText : theme::Token::Text));
        draw(room, Qt::AlignLeft, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

ChoiceList::ChoiceList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new ChoiceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::itemClicked, this, &ChoiceList::chosen);
}

QListWidgetItem *ChoiceList::add(const QString &text, const QString &hint, const QVariant &value, const QString &icon)
{
    auto *item = new QListWidgetItem(text, this);
    item->setData(Hint, hint);
    item->setData(Value, value);
    item->setData(IconName, icon);
    item->setData(Qt::AccessibleTextRole, hint.isEmpty() ? text : text + QStringLiteral(", ") + hint);
    return item;
}

void ChoiceList::steerFrom(QLineEdit *edit)
{
    edit->installEventFilter(this);
}

void ChoiceList::selectFirst()
{
    if (count() > 0)
        setCurrentRow(0);
}

bool ChoiceList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched == this)
        return QListWidget::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const int page = std::max(1, height() / std::max(1, sizeHintForRow(0)) - 1);
    const auto move = [this](int by) {
        if (count() > 0)
            setCurrentRow(std::clamp(currentRow() + by, 0, count() - 1));
        return true;
    };
    switch (key.key()) {
    case Qt::Key_Down: return move(1);
    case Qt::Key_Up: return move(-1);
    case Qt::Key_PageDown: return move(page);
    case Qt::Key_PageUp: return move(-page);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentItem() && currentItem()->flags().testFlag(Qt::ItemIsEnabled))
            Q_EMIT chosen(currentItem());
        return true;
    default: return QListWidget::eventFilter(watched, event);
    }
}

} // namespace inlet::ui
