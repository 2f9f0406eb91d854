// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/StatusLine.h"

#include "engine/ReadingPace.h"
#include "ui/Accessible.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/ActionTable.h"
#include "ui/actions/KeyBindings.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

const QString kBetween = QStringLiteral("  ·  ");
constexpr int kHintMs = 6000;
constexpr int kGatherMs = 100; // many mailboxes change at once
constexpr int kMinuteMs = 60'000;

} // namespace

StatusLine::StatusLine(engine::Engine &engine, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_state(panes::textButton({}, "link", this)), m_outbox(panes::textButton({}, "link", this)),
      m_clock(panes::label({}, "", this)), m_side(new parts::ElidedLabel(Qt::ElideMiddle, theme::Token::Secondary, this))
{
    setObjectName(QStringLiteral("statusLine"));
    m_state->setObjectName(QStringLiteral("statusButton"));
    m_state->setProperty("look", QStringLiteral("status"));
    m_outbox->setObjectName(QStringLiteral("outboxButton"));
    m_outbox->setProperty("look", QStringLiteral("status"));
    tipWithKey(m_outbox, ActionId::GoOutbox);
    m_outbox->hide();
    m_clock->setProperty("look", QStringLiteral("secondary"));
    m_side->setObjectName(QStringLiteral("statusSide"));
    accessible::setSpeaker(m_side, accessible::Spoken::Hint);
    accessible::setRole(this, QAccessible::StatusBar);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kSpace, 1, theme::kMargin, 0);
    row->setSpacing(theme::kGap);
    row->addWidget(m_state);
    row->addWidget(m_outbox);
    row->addWidget(m_clock);
    row->addWidget(m_side, 1);
    connect(m_state, &QPushButton::clicked, this, &StatusLine::clicked);
    connect(m_outbox, &QPushButton::clicked, this, &StatusLine::outboxClicked);
    for (QTimer *timer : {&m_hintTimer, &m_soon})
        timer->setSingleShot(true);
    m_hintTimer.setInterval(kHintMs);
    m_soon.setInterval(kGatherMs);
    m_minute.setSingleShot(true);
    connect(&m_hintTimer, &QTimer::timeout, this, [this] {
        m_hint.clear();
        refreshSide();
    });
    connect(&m_soon, &QTimer::timeout, this, &StatusLine::refresh);
    connect(&m_minute, &QTimer::timeout, this, &StatusLine::refresh);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&engine, &engine::Engine::statusChanged, this, soon);
    connect(&engine, &engine::Engine::accountsChanged, this, soon);
    connect(&engine, &engine::Engine::ledgerChanged, this, &StatusLine::refreshOutbox);
    refreshOutbox();
    refresh();
}

void StatusLine::refreshOutbox()
{
    m_engine.fetchOutbox(&m_outboxContext, [this](const QList<store::LedgerRow> &rows) {
        const auto unsent = int(std::count_if(rows.cbegin(), rows.cend(), [](const store::LedgerRow &row) { return phrases::isUnsent(row.state); }));
        m_stuck = int(std::count_if(rows.cbegin(), rows.cend(), [](const store::LedgerRow &row) { return phrases::isStuck(row.state); }));
        m_burst = unsent == 0 ? 0 : std::max(m_burst + std::max(0, unsent - m_unsent), unsent);
        m_unsent = unsent;
        refresh();
    });
}

QString StatusLine::sentence() const
{
    const QList<accounts::Account> accounts = m_engine.accounts();
    if (accounts.isEmpty())
        return tr("No mailbox connected");
    int enabled = 0;
    int live = 0;
    int needUser = 0;
    int reading = 0;
    int paused = 0;
    QList<engine::MailboxStatus> statuses;
    qint64 done = 0;
    qint64 total = 0;
    for (const accounts::Account &account : accounts) {
        const engine::MailboxStatus status = m_engine.status(account.id);
        enabled += account.enabled ? 1 : 0;
        live += status.state == engine::MailboxState::Live ? 1 : 0;
        needUser += status.state == engine::MailboxState::NeedsUser ? 1 : 0;
        paused += status.state == engine::MailboxState::Paused ? 1 : 0;
        statuses.append(status);
        // Also one that waits for its turn or its server in the middle: what is left to read stays the same.
        const bool isHalfRead = status.state == engine::MailboxState::Waiting && !status.until.isValid() && status.syncTotal > status.syncDone;
        if (status.state == engine::MailboxState::CatchingUp || isHalfRead) {
            ++reading;
            done += status.syncDone;
            total += status.syncTotal;
        }
    }
    QStringList parts{live == enabled ? phrases::plural(live, tr("1 mailbox live"), tr("%1 mailboxes live")) : tr("%1 of %2 mailboxes live").arg(live).arg(enabled)};
    if (needUser > 0)
        parts += phrases::plural(needUser, tr("1 needs you"), tr("%1 need you"));
    if (reading > 0 && total > 0)
        parts += tr("reading %1 of about %2").arg(phrases::number(done), phrases::number(total));
    else if (reading > 0)
        parts += phrases::plural(reading, tr("reading 1 mailbox"), tr("reading %1 mailboxes"));
    if (const QString left = phrases::timeLeft(engine::secondsLeftOf(statuses)); !left.isEmpty())
        parts += left;
    if (paused > 0)
        parts += phrases::plural(paused, tr("older mail paused in 1"), tr("older mail paused in %1"));
    return parts.join(kBetween);
}

QString StatusLine::outboxSentence() const
{
    QStringList parts;
    if (m_unsent > 0)
        parts += tr("sending %1 of %2").arg(m_burst - m_unsent + 1).arg(m_burst);
    if (m_stuck > 0)
        parts += phrases::plural(m_stuck, tr("1 message not sent"), tr("%1 messages not sent"));
    return parts.join(kBetween);
}

void StatusLine::refresh()
{
    const QDateTime time = QDateTime::currentDateTime();
    m_clock->setText(phrases::clockTime(time));
    m_minute.start(kMinuteMs - time.time().msecsSinceStartOfDay() % kMinuteMs); // with the clock of the wall
    const QString outgoing = outboxSentence();
    m_outbox->setText(outgoing);
    m_outbox->setAccessibleName(tr("Outbox: %1").arg(outgoing));
    m_outbox->setVisible(!outgoing.isEmpty());
    const QString now = sentence();
    if (now == m_state->text())
        return;
    m_state->setText(now);
    m_state->setAccessibleName(tr("Status: %1").arg(now));
    m_state->setToolTip(tr("Show all mailboxes"));
}

void StatusLine::showLink(const QString &target)
{
    m_link = phrases::oneLine(target, 500);
    refreshSide();
}

void StatusLine::showKey(const QString &waitingKey)
{
    m_key = waitingKey;
    refreshSide();
}

void StatusLine::showHint(const QString &text)
{
    m_hint = text;
    m_hintTimer.start();
    refreshSide();
    accessible::announce(m_side);
}

void StatusLine::refreshSide()
{
    m_side->setText(!m_key.isEmpty() ? tr("%1 …").arg(m_key.toUpper()) : !m_link.isEmpty() ? m_link : m_hint);
}

QString StatusLine::text() const
{
    QStringList parts{m_state->text(), m_outbox->text(), m_clock->text()};
    parts.removeAll(QString());
    return parts.join(kBetween);
}

QString StatusLine::sideText() const
{
    return m_side->text();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Token::Window));
    painter.fillRect(0, 0, width(), 1, theme::color(theme::Token::Hairline));
}

} // namespace inlet::ui
