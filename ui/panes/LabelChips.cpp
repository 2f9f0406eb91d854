// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/LabelChips.h"

#include "ui/FlowLayout.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QMenu>
#include <QPainter>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr int kWidestLabel = 180;
constexpr qsizetype kMostChips = 12;
constexpr qsizetype kMostLabelLetters = 100;

} // namespace

LabelChip::LabelChip(const QString &label, QWidget *parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("labelChip"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    const QString name = phrases::oneLine(label, kMostLabelLetters);
    setText(QFontMetrics(theme::smallFont()).elidedText(name, Qt::ElideRight, kWidestLabel));
    setAccessibleName(tr("Label: %1").arg(name));
    setToolTip(name);
}

QSize LabelChip::sizeHint() const
{
    const QFontMetrics metrics(theme::smallFont());
    return {metrics.horizontalAdvance(text()) + 2 * theme::kSpace, std::max(24, metrics.height() + theme::kGrid)};
}

void LabelChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme::color(Token::Focus), theme::kFocusRing) : QPen(theme::color(Token::Hairline), 1));
    painter.setBrush(underMouse() ? theme::blend(theme::color(Token::Surface), theme::color(Token::Hover)) : theme::color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::kRadius - 1, theme::kRadius - 1);
    painter.setFont(theme::smallFont());
    painter.setPen(theme::color(Token::Text));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

LabelChips::LabelChips(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("labelChips"));
    new FlowLayout(this, theme::kGrid);
    hide();
}

void LabelChips::setLabels(const QStringList &labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its menu may be open
        delete item;
    }
    for (const QString &label : labels.mid(0, kMostChips)) {
        auto *chip = new LabelChip(label, this);
        connect(chip, &QToolButton::clicked, this, [this, chip, label] { showMenu(chip, label); });
        layout()->addWidget(chip);
        chip->show();
    }
    setVisible(!labels.isEmpty());
    updateGeometry();
}

void LabelChips::showMenu(LabelChip *chip, const QString &label)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("labelMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(theme::icon(QStringLiteral("search")), tr("Show all with this label")), &QAction::triggered, this,
        [this, label] { Q_EMIT searchRequested(label); });
    connect(menu->addAction(theme::icon(QStringLiteral("close")), tr("Take this label off")), &QAction::triggered, this,
        [this, label] { Q_EMIT removeRequested(label); });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
}

} // namespace inlet::ui
