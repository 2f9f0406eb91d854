// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/LabelChips.h"

#include "ui/FlowLayout.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"

#include <QMenu>
#include <QPen>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr qsizetype kMostChips = 12;
constexpr qsizetype kMostLabelLetters = 100;

} // namespace

LabelChip::LabelChip(const QString &label, QWidget *parent) : Chip(parent)
{
    setObjectName(QStringLiteral("labelChip"));
    const QString name = phrases::oneLine(label, kMostLabelLetters);
    setWords(name);
    setAccessibleName(tr("Label: %1").arg(name));
    setToolTip(name);
}

void LabelChip::paintEvent(QPaintEvent *)
{
    paintChip(QPen(theme::color(Token::Hairline), 1), {theme::color(Token::Surface), theme::color(Token::Text)});
}

LabelChips::LabelChips(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("labelChips"));
    new FlowLayout(this, theme::kGrid);
    hide();
}

void LabelChips::setLabels(ConversationId conversation, const QStringList &labels)
{
    m_conversation = conversation;
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
        [this, conversation = m_conversation, label] { Q_EMIT removeRequested(conversation, label); });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
}

} // namespace inlet::ui
