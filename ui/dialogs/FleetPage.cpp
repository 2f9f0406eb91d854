// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/FleetPage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/CheckActions.h"
#include "ui/dialogs/FleetModel.h"
#include "ui/dialogs/FleetRunner.h"
#include "ui/dialogs/FleetTable.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/SecretsDialog.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

namespace inlet::ui
{

namespace
{
constexpr int kGroupsHeight = 176;
constexpr int kRefreshMs = 50;
}

FleetPage::FleetPage(engine::Engine &engine, Prompts &prompts, ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_engine(engine), m_prompts(prompts), m_model(new FleetModel(this)),
      m_runner(new FleetRunner(engine, *m_model, this)), m_summary(parts::secondary({}, this)),
      m_stop(parts::button(tr("Stop"), "", this)), m_progress(new QProgressBar(this)),
      m_notice(new parts::NoticeBar(this)), m_groups(new QScrollArea(this))
{
    m_summary->setObjectName(QStringLiteral("summaryLabel"));
    m_stop->setObjectName(QStringLiteral("stopFleetButton"));
    m_stop->setAutoDefault(false);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Mailboxes done"));
    m_groups->setWidgetResizable(true);
    m_groups->setFrameShape(QFrame::NoFrame);
    m_groups->setMaximumHeight(kGroupsHeight);
    m_groups->setFocusPolicy(Qt::NoFocus);
    m_groups->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::kGap);
    line->addWidget(m_summary, 1);
    line->addWidget(m_stop);
    auto *layout = parts::column(this, theme::kGap);
    layout->addLayout(line);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(new FleetTable(*m_model, this), 1);
    layout->addWidget(m_groups);
    connect(m_stop, &QPushButton::clicked, this, [this] { std::ignore = cancel(); });
    m_pause.setSingleShot(true);
    m_pause.setInterval(kRefreshMs);
    const auto later = [this] {
        if (!m_pause.isActive())
            m_pause.start();
    };
    connect(&m_pause, &QTimer::timeout, this, &FleetPage::refresh);
    connect(m_model, &FleetModel::progressed, this, later);
    connect(m_runner, &FleetRunner::stateChanged, this, later);
    connect(m_runner, &FleetRunner::mailboxAdded, this, &FleetPage::mailboxAdded);
}

void FleetPage::setFleet(const engine::Fleet &fleet)
{
    m_model->setFleet(fleet);
    m_started = false;
}

QString FleetPage::heading() const
{
    const int all = m_model->rowCount();
    if (m_runner->isRunning())
        return tr("Connecting %1 mailboxes").arg(all);
    return tr("%1 of %2 connected").arg(m_model->count(FleetEntry::State::Connected)).arg(all);
}

bool FleetPage::nextEnabled() const
{
    return m_model->count(FleetEntry::State::Connected) > 0;
}

QString FleetPage::backText() const
{
    return m_runner->isRunning() ? QString() : tr("Back to the list");
}

void FleetPage::enter()
{
    refresh();
    findChild<FleetTable *>()->setFocus();
    if (m_started)
        return;
    m_started = true;
    m_engine.probeSecrets(this, [this](const QString &kind, const QString &problem) {
        if (problem.isEmpty()) {
            start();
            return;
        }
        SecretsDialog dialog(m_engine, kind, problem, this);
        if (dialog.exec() == QDialog::Accepted)
            start();
        else
            m_notice->show(parts::NoticeBar::Level::Warning,
                tr("Nothing was checked: there is no place for the passwords yet."));
    });
}

void FleetPage::start()
{
    m_notice->clear();
    m_runner->start(m_model->rowsIn(FleetEntry::State::Waiting));
}

void FleetPage::leave()
{
    m_runner->cancel();
}

bool FleetPage::cancel()
{
    if (!m_runner->isRunning())
        return false;
    m_runner->cancel();
    return true;
}

void FleetPage::refresh()
{
    const int all = m_model->rowCount();
    const int connected = m_model->count(FleetEntry::State::Connected);
    const int failed = m_model->count(FleetEntry::State::Failed);
    const int stopped = m_model->count(FleetEntry::State::Stopped);
    QStringList words{tr("%1 connected").arg(connected)};
    if (failed > 0)
        words.append(tr("%1 not connected").arg(failed));
    if (stopped > 0)
        words.append(tr("%1 stopped").arg(stopped));
    if (const int open = all - connected - failed - stopped; open > 0)
        words.append(tr("%1 to go").arg(open));
    m_summary->setText(words.join(QStringLiteral(" · "))
        + (connected > 0 ? tr(". What is connected is stored and stays.") : QString()));
    m_progress->setRange(0, qMax(1, all));
    m_progress->setValue(connected + failed + stopped);
    m_stop->setVisible(m_runner->isRunning());
    refreshGroups();
    Q_EMIT changed();
}

void FleetPage::refreshGroups()
{
    const QList<FleetGroup> groups = m_model->failures();
    auto *content = new QWidget;
    parts::setLook(content, "clear");
    auto *layout = parts::column(content, theme::kGap);
    layout->setContentsMargins(0, 0, theme::kSpace, 0);
    for (const FleetGroup &group : groups)
        layout->addWidget(groupCard(group));
    if (!m_runner->isRunning()) {
        if (const QList<int> stopped = m_model->rowsIn(FleetEntry::State::Stopped); !stopped.isEmpty())
            layout->addWidget(groupCard({QStringLiteral("stopped"), tr("Stopped before they were checked."), {}, {}, {},
                stopped, true}));
    }
    layout->addStretch(1);
    const bool any = layout->count() > 1;
    m_groups->setWidget(content);
    m_groups->setVisible(any);
}

QWidget *FleetPage::groupCard(const FleetGroup &group)
{
    auto *card = new QWidget;
    card->setObjectName(QStringLiteral("groupCard"));
    auto *what = parts::strong(QStringLiteral("%1 · %2").arg(group.rows.size()).arg(group.message), card);
    what->setObjectName(QStringLiteral("groupLabel"));
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addWidget(what);
    if (!group.advice.isEmpty())
        text->addWidget(parts::secondary(group.advice, card));
    auto *line = new QHBoxLayout(card);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kSpace);
    line->addWidget(new parts::IconLabel(QStringLiteral("error"), theme::Token::Danger, card), 0, Qt::AlignTop);
    line->addLayout(text, 1);
    if (group.action.kind == QLatin1String("open-url") || group.action.kind == QLatin1String("copy-note")) {
        auto *action = parts::button(group.action.label, "flat", card);
        action->setAutoDefault(false);
        connect(action, &QPushButton::clicked, this, [this, group] {
            performOutside(m_prompts, group.action, group.message, group.advice, group.serverReply);
        });
        line->addWidget(action, 0, Qt::AlignTop);
    }
    if (group.canRetry) {
        auto *again = parts::button(tr("Try these again"), "", card);
        again->setObjectName(QStringLiteral("retryGroupButton"));
        again->setAccessibleDescription(group.message);
        again->setAutoDefault(false);
        connect(again, &QPushButton::clicked, this, [this, rows = group.rows] { m_runner->start(rows); },
            Qt::QueuedConnection);
        line->addWidget(again, 0, Qt::AlignTop);
    }
    return card;
}

} // namespace inlet::ui
