// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DecisionLogDialog.h"

#include "engine/Engine.h"
#include "ui/HistoryWords.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/delegates/TableDelegate.h"
#include "ui/dialogs/DecisionLogModel.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr QSize kLogSize(900, 600);
constexpr int kShown = 2000; ///< decisions that are read
constexpr int kReloadMs = 200;
constexpr qint64 kMinutes = 10;
constexpr qsizetype kStackSize = 100;
constexpr int kWhenWidth = 130;
constexpr int kWhatWidth = 280;
constexpr int kAboutWidth = 200;

} // namespace

DecisionLogDialog::DecisionLogDialog(engine::Engine &engine, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_search(new QLineEdit(this)), m_table(new QTableView(this)),
      m_model(new DecisionLogModel(this)), m_count(parts::secondary({}, this)), m_notice(new parts::NoticeBar(this)),
      m_undo(parts::button(tr("Undo"), "", this)), m_since(parts::button(tr("Undo everything since here"), "", this)),
      m_minutes(parts::button(tr("Undo the last ten minutes"), "", this)), m_open(parts::button(tr("Show conversation"), "", this))
{
    setWindowTitle(tr("History of decisions"));
    build();
    parts::resizeToFit(this, kLogSize);
    m_reload.setSingleShot(true);
    m_reload.setInterval(kReloadMs);
    connect(&m_reload, &QTimer::timeout, this, &DecisionLogDialog::reload);
    connect(&engine, &engine::Engine::changed, this, [this] {
        if (!m_reload.isActive())
            m_reload.start();
    });
    connect(&engine, &engine::Engine::actionDone, this, [this](const engine::ActionResult &result) {
        if (!result.problem.isEmpty())
            m_notice->show(parts::NoticeBar::Level::Error, result.problem);
    });
    reload();
}

void DecisionLogDialog::build()
{
    m_search->setObjectName(QStringLiteral("decisionSearch"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setPlaceholderText(tr("Search who or what"));
    m_search->setClearButtonEnabled(true);
    m_table->setObjectName(QStringLiteral("decisionTable"));
    m_table->setAccessibleName(tr("Decisions, newest first"));
    m_table->setModel(m_model);
    TableDelegate::dress(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidth(DecisionLogModel::When, kWhenWidth);
    m_table->setColumnWidth(DecisionLogModel::What, kWhatWidth);
    m_table->setColumnWidth(DecisionLogModel::About, kAboutWidth);
    m_notice->setObjectName(QStringLiteral("decisionNotice"));
    m_count->setObjectName(QStringLiteral("decisionCount"));
    auto *close = parts::button(tr("Close"), "", this);
    const std::pair<QPushButton *, const char *> names[] = {{m_undo, "undoDecisionButton"}, {m_since, "undoSinceButton"},
        {m_minutes, "undoMinutesButton"}, {m_open, "openDecisionButton"}, {close, "closeButton"}};
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpace);
    for (const auto &[button, name] : names) {
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        if (button == close)
            buttons->addStretch(1);
        buttons->addWidget(button);
    }
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(windowTitle(), this));
    layout->addWidget(m_notice);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_count);
    layout->addLayout(buttons);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setSearch(text.trimmed());
        refresh();
    });
    connect(m_table, &QTableView::activated, this, &DecisionLogDialog::openConversation);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DecisionLogDialog::refresh);
    connect(m_undo, &QPushButton::clicked, this, &DecisionLogDialog::undoOne);
    connect(m_since, &QPushButton::clicked, this, &DecisionLogDialog::undoSinceChosen);
    connect(m_minutes, &QPushButton::clicked, this, &DecisionLogDialog::undoLastMinutes);
    connect(m_open, &QPushButton::clicked, this, &DecisionLogDialog::openConversation);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void DecisionLogDialog::reload()
{
    m_engine.desk().fetchUndoStack(this, [this](const QList<store::UndoStep> &steps) {
        m_steps = steps;
        refresh();
    });
    m_engine.desk().fetchDecisions(kShown, this, [this](const QList<store::DecisionRecord> &records) {
        const DecisionLogModel::Row *chosen = m_model->row(m_table->currentIndex().row());
        const QByteArray before = chosen ? chosen->record.id : QByteArray();
        m_read = records.size();
        m_model->setRecords(records);
        if (const int row = m_model->rowOf(before); row >= 0)
            m_table->selectRow(row);
        else if (m_model->rowCount() > 0)
            m_table->selectRow(0);
        refresh();
    });
}

void DecisionLogDialog::refresh()
{
    const DecisionLogModel::Row *row = m_model->row(m_table->currentIndex().row());
    const bool can = row && row->record.step.isValid();
    m_undo->setEnabled(can);
    m_undo->setToolTip(row && !can && !row->record.takenBack ? tr("The newest %1 decisions can be taken back.").arg(kStackSize) : QString());
    const QDateTime since = chosenTime();
    m_since->setEnabled(std::any_of(m_steps.cbegin(), m_steps.cend(), [&](const store::UndoStep &step) { return since.isValid() && step.at >= since; }));
    m_minutes->setEnabled(!m_steps.isEmpty());
    m_open->setEnabled(row && row->record.conversation.isValid());
    QString count = phrases::plural(m_model->rowCount(), tr("1 decision"), tr("%1 decisions"));
    if (m_read == 0)
        count = tr("Nothing was decided so far.");
    else if (m_model->rowCount() == 0)
        count = tr("Nothing matches “%1”.").arg(m_search->text().trimmed());
    else if (m_read >= kShown)
        count = tr("%1, the newest ones").arg(count);
    m_count->setText(count);
}

void DecisionLogDialog::undoOne()
{
    const int at = m_table->currentIndex().row();
    const DecisionLogModel::Row *row = m_model->row(at);
    if (!row || !row->record.step.isValid())
        return;
    // What was decided on top of it goes first, else the newer decision would stand in the log and be undone.
    QList<UndoId> steps = m_model->laterSteps(at);
    const QString about = m_model->index(at, DecisionLogModel::About).data().toString();
    if (!steps.isEmpty()
        && !m_prompts.ask(this,
            {phrases::plural(steps.size() + 1, tr("Undo 1 decision?"), tr("Undo %1 decisions?")),
                phrases::plural(steps.size(), tr("1 newer decision about %2 is taken back as well.").arg(about),
                    tr("%1 newer decisions about %2 are taken back as well.").arg(QStringLiteral("%1"), about)),
                tr("Undo %1").arg(steps.size() + 1), {}, false}))
        return;
    m_notice->clear();
    steps.append(row->record.step);
    for (const UndoId step : std::as_const(steps))
        m_engine.undo(step);
}

void DecisionLogDialog::undoSinceChosen()
{
    if (const QDateTime since = chosenTime(); since.isValid())
        undoSince(since, tr("Everything since %1 is taken back, the newest first.").arg(phrases::exactTime(since)));
}

QDateTime DecisionLogDialog::chosenTime() const
{
    const DecisionLogModel::Row *row = m_model->row(m_table->currentIndex().row());
    if (!row)
        return {};
    // The last part of a large one is younger than its step.
    const auto step = std::find_if(m_steps.cbegin(), m_steps.cend(), [&](const store::UndoStep &one) { return one.id == row->record.step; });
    return step == m_steps.cend() ? row->record.at : step->at;
}

void DecisionLogDialog::undoLastMinutes()
{
    undoSince(QDateTime::currentDateTimeUtc().addSecs(-60 * kMinutes), tr("Everything of the last ten minutes is taken back, the newest first."));
}

void DecisionLogDialog::undoSince(const QDateTime &since, const QString &what)
{
    const qsizetype count = std::count_if(m_steps.cbegin(), m_steps.cend(), [&](const store::UndoStep &step) { return step.at >= since; });
    if (count == 0) {
        m_notice->show(parts::NoticeBar::Level::Info, tr("Nothing was decided in the last ten minutes."));
        return;
    }
    QString text = what;
    if (m_steps.size() >= kStackSize && count == m_steps.size())
        text += QLatin1Char('\n') + tr("What was decided before %1 cannot be taken back any more.").arg(phrases::exactTime(m_steps.last().at));
    if (!m_prompts.ask(this, {phrases::plural(count, tr("Undo 1 decision?"), tr("Undo %1 decisions?")), text, tr("Undo %1").arg(count), {}, true}))
        return;
    m_engine.desk().undoSince(since, this, [this](const Result<QList<store::UndoStep>> &steps) { onUndone(steps); });
}

void DecisionLogDialog::onUndone(const Result<QList<store::UndoStep>> &steps)
{
    if (steps) {
        Q_EMIT takenBack(*steps);
        m_notice->show(parts::NoticeBar::Level::Success, phrases::plural(steps->size(), tr("1 decision is taken back."), tr("%1 decisions are taken back.")));
    } else {
        m_notice->show(parts::NoticeBar::Level::Error, words::ofError(steps.error()));
    }
    reload();
}

void DecisionLogDialog::openConversation()
{
    const DecisionLogModel::Row *row = m_model->row(m_table->currentIndex().row());
    if (!row || !row->record.conversation.isValid())
        return;
    Q_EMIT conversationRequested(row->record.conversation);
    accept();
}

} // namespace inlet::ui
