// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ChecksView.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/CheckRow.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QTimer>

namespace inlet::ui
{

ChecksView::ChecksView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_scroll(new QScrollArea(this)), m_content(new QWidget)
{
    parts::setLook(m_content, "clear");
    m_content->setAccessibleName(tr("Checks"));
    auto *layout = parts::column(m_content, 0);
    layout->setContentsMargins(0, 0, theme::kSpace, 0);
    bool sending = false;
    layout->addWidget(parts::strong(tr("Reading"), m_content));
    for (const QString &step : words::checkSteps()) {
        if (words::isSending(step) && !sending) {
            sending = true;
            layout->addSpacing(theme::kGap);
            layout->addWidget(parts::strong(tr("Sending"), m_content));
        }
        addRow(step, layout);
    }
    layout->addStretch(1);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    parts::column(this, 0)->addWidget(m_scroll);
}

ChecksView::~ChecksView()
{
    if (m_run)
        m_engine.cancelCheck(m_run.get());
}

void ChecksView::addRow(const QString &step, QVBoxLayout *layout)
{
    auto *row = new CheckRow(step, m_content);
    m_rows.insert(step, row);
    layout->addWidget(row);
    connect(row, &CheckRow::actionRequested, this,
        [this, row](const engine::NextAction &action) { Q_EMIT actionRequested(action, row->result()); });
    connect(row, &CheckRow::stopRequested, this, &ChecksView::stopRequested);
    connect(row, &CheckRow::trustRequested, this, &ChecksView::trustRequested);
}

void ChecksView::run(const accounts::Account &account, const Secret &password)
{
    cancel();
    for (CheckRow *row : std::as_const(m_rows))
        row->reset();
    m_state = State::Running;
    m_run = std::make_unique<QObject>();
    m_engine.check(account, password, m_run.get(), [this](const engine::CheckStep &step) { onStep(step); },
        [this](bool fine) { onDone(fine); });
    Q_EMIT stateChanged();
}

void ChecksView::cancel()
{
    if (!m_run)
        return;
    m_engine.cancelCheck(m_run.get());
    endRun();
    for (CheckRow *row : std::as_const(m_rows)) {
        if (row->isKnown() && row->status() == engine::CheckStatus::Running)
            row->reset();
    }
    m_state = State::Cancelled;
    Q_EMIT stateChanged();
}

void ChecksView::showKnown(const QList<engine::CheckStep> &steps)
{
    for (const engine::CheckStep &step : steps)
        onStep(step);
    showFirstProblem();
}

QList<engine::CheckStep> ChecksView::results() const
{
    QList<engine::CheckStep> known;
    for (const QString &step : words::checkSteps()) {
        if (m_rows.value(step)->isKnown())
            known.append(m_rows.value(step)->result());
    }
    return known;
}

bool ChecksView::needsDecision() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const CheckRow *row) {
        return row->isKnown() && row->status() == engine::CheckStatus::Failed && row->result().certificate;
    });
}

void ChecksView::onStep(const engine::CheckStep &step)
{
    if (CheckRow *row = m_rows.value(step.step))
        row->show(step);
}

void ChecksView::onDone(bool fine)
{
    endRun();
    for (CheckRow *row : std::as_const(m_rows)) {
        if (row->isKnown() && row->status() != engine::CheckStatus::Running)
            continue;
        engine::CheckStep skipped;
        skipped.step = row->step();
        skipped.status = engine::CheckStatus::Skipped;
        row->show(skipped);
    }
    m_state = fine ? State::Passed : State::Failed;
    Q_EMIT stateChanged();
    showFirstProblem();
}

void ChecksView::endRun()
{
    // Not deleted on the spot: this may run inside one of its own answers.
    m_run.release()->deleteLater();
}

void ChecksView::showFirstProblem()
{
    for (const QString &step : words::checkSteps()) {
        CheckRow *row = m_rows.value(step);
        if (!row->isKnown() || row->status() != engine::CheckStatus::Failed)
            continue;
        if (QWidget *next = row->nextButton())
            next->setFocus();
        // The row gets its final height with the next layout.
        QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row, 0, theme::kMargin); });
        return;
    }
}

} // namespace inlet::ui
