// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/LeadColumnTable.h"

#include "ui/Accessible.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>

namespace inlet::ui
{

namespace
{

constexpr int kUseWidth = 170;
constexpr int kTitleWidth = 170;

QString wordsOf(engine::LeadTarget target)
{
    using engine::LeadTarget;
    switch (target) {
    case LeadTarget::Ignore: return LeadColumnTable::tr("Not used");
    case LeadTarget::Email: return LeadColumnTable::tr("Email address");
    case LeadTarget::FirstName: return LeadColumnTable::tr("First name");
    case LeadTarget::LastName: return LeadColumnTable::tr("Last name");
    case LeadTarget::FullName: return LeadColumnTable::tr("Full name");
    case LeadTarget::Company: return LeadColumnTable::tr("Company");
    case LeadTarget::Title: return LeadColumnTable::tr("Job title");
    case LeadTarget::Phone: return LeadColumnTable::tr("Phone");
    case LeadTarget::Web: return LeadColumnTable::tr("Website");
    case LeadTarget::City: return LeadColumnTable::tr("City");
    case LeadTarget::TimeZone: return LeadColumnTable::tr("Time zone");
    case LeadTarget::Campaign: return LeadColumnTable::tr("Campaign");
    case LeadTarget::Custom: return LeadColumnTable::tr("Own field");
    }
    return {};
}

/// The wheel belongs to the list: it must not change what a column means on its way.
class UseBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

LeadColumnTable::LeadColumnTable(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("leadColumns"));
    setAccessibleName(tr("Columns of the list"));
    accessible::setRole(this, QAccessible::Grouping);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void LeadColumnTable::setColumns(const QList<engine::LeadColumn> &columns)
{
    auto *inside = new QWidget;
    inside->setProperty("look", QStringLiteral("clear"));
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(theme::kGap, theme::kSpace, theme::kGap, theme::kSpace);
    grid->setHorizontalSpacing(theme::kGap);
    grid->setVerticalSpacing(theme::kGrid);
    grid->setColumnStretch(2, 1);
    grid->addWidget(parts::secondary(tr("Column"), inside), 0, 0);
    grid->addWidget(parts::secondary(tr("Is used as"), inside), 0, 1);
    grid->addWidget(parts::secondary(tr("What stands in it"), inside), 0, 2);
    for (qsizetype at = 0; at < columns.size(); ++at)
        addRow(at, columns.at(at), inside, *grid);
    grid->setRowStretch(int(columns.size()) + 1, 1);
    setWidget(inside);
}

void LeadColumnTable::addRow(qsizetype at, const engine::LeadColumn &column, QWidget *inside, QGridLayout &grid)
{
    const QString title = phrases::oneLine(column.header, 100);
    auto *name = new parts::ElidedLabel(Qt::ElideRight, theme::Token::Text, inside);
    name->setText(title);
    name->setFixedWidth(kTitleWidth);
    auto *use = new UseBox(inside);
    use->setObjectName(QStringLiteral("leadUse%1").arg(at));
    use->setAccessibleName(tr("Use of the column %1").arg(title));
    use->setFixedWidth(kUseWidth);
    use->setFocusPolicy(Qt::StrongFocus);
    for (int target = 0; target <= int(engine::LeadTarget::Custom); ++target)
        use->addItem(wordsOf(engine::LeadTarget(target)), target);
    use->setCurrentIndex(use->findData(int(column.target)));
    auto *samples = new parts::ElidedLabel(Qt::ElideRight, theme::Token::Secondary, inside);
    samples->setText(phrases::oneLine(column.samples.join(QStringLiteral(" · ")), 300));
    const int row = int(at) + 1;
    grid.addWidget(name, row, 0);
    grid.addWidget(use, row, 1);
    grid.addWidget(samples, row, 2);
    connect(use, &QComboBox::currentIndexChanged, this,
        [this, use, at] { Q_EMIT changed(at, engine::LeadTarget(use->currentData().toInt())); });
}

} // namespace inlet::ui
