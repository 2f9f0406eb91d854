// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ProgressLine.h"

#include "engine/Engine.h"
#include "ui/Accessible.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr int kBarWidth = 160;
constexpr int kPerMille = 1000; ///< counts can be larger than an int

} // namespace

ProgressLine::ProgressLine(engine::Engine &engine, QWidget *parent)
    : QWidget(parent), m_words(panes::label({}, "", this)), m_bar(new QProgressBar(this)), m_stop(panes::textButton(tr("Stop"), "link", this))
{
    setObjectName(QStringLiteral("progressLine"));
    accessible::setRole(this, QAccessible::Notification);
    m_words->setObjectName(QStringLiteral("progressLabel"));
    m_bar->setRange(0, kPerMille);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setAccessibleName(tr("Progress"));
    m_stop->setObjectName(QStringLiteral("stopProgressButton"));
    m_stop->setFocusPolicy(Qt::TabFocus);
    m_stop->setToolTip(tr("What is done stays, and can be undone"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kMargin, theme::kGrid, theme::kSpace, theme::kGrid);
    row->addWidget(m_words, 1);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, [&engine] { engine.stopBulk(); });
    connect(&engine, &engine::Engine::bulkProgress, this, &ProgressLine::take);
    hide();
}

void ProgressLine::take(const engine::BulkProgress &progress)
{
    const QString how = tr("%1 of %2 conversations").arg(phrases::number(progress.done), phrases::number(progress.total));
    m_words->setText(progress.undo ? tr("Taking back: %1").arg(how) : tr("Changing: %1").arg(how));
    setAccessibleName(m_words->text());
    m_bar->setValue(progress.total > 0 ? int(progress.done * kPerMille / progress.total) : 0);
    setVisible(progress.running);
}

} // namespace inlet::ui
