// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ChecksPage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/CheckActions.h"
#include "ui/dialogs/ChecksView.h"

#include <QBoxLayout>

namespace inlet::ui
{

ChecksPage::ChecksPage(engine::Engine &engine, Prompts &prompts, ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_prompts(prompts), m_intro(parts::secondary({}, this)),
      m_checks(new ChecksView(engine, this))
{
    auto *layout = parts::column(this, theme::kMargin);
    layout->addWidget(m_intro);
    layout->addWidget(m_checks, 1);
    connect(m_checks, &ChecksView::stateChanged, this, &ChecksPage::onStateChanged);
    connect(m_checks, &ChecksView::actionRequested, this, &ChecksPage::onAction);
    connect(m_checks, &ChecksView::stopRequested, this, &ChecksPage::backRequested);
    connect(m_checks, &ChecksView::trustRequested, this, &ChecksPage::onTrusted);
}

QString ChecksPage::heading() const
{
    switch (m_checks->state()) {
    case ChecksView::State::Passed:
        return tr("Everything works");
    case ChecksView::State::Failed:
        return tr("Not connected yet");
    case ChecksView::State::Cancelled:
        return tr("Stopped");
    case ChecksView::State::Idle:
    case ChecksView::State::Running:
        break;
    }
    return tr("Checking both directions");
}

void ChecksPage::enter()
{
    m_intro->setText(state().account.email);
    if (!state().checked)
        run();
}

void ChecksPage::leave()
{
    m_checks->cancel();
}

void ChecksPage::run()
{
    state().checked = false;
    m_checks->run(state().account, state().password);
}

bool ChecksPage::accept()
{
    if (state().checked)
        return true;
    run();
    return false;
}

QString ChecksPage::nextText() const
{
    const ChecksView::State now = m_checks->state();
    return now == ChecksView::State::Failed || now == ChecksView::State::Cancelled ? tr("Try again") : tr("Continue");
}

bool ChecksPage::nextEnabled() const
{
    return m_checks->state() != ChecksView::State::Running && !m_checks->needsDecision();
}

bool ChecksPage::cancel()
{
    if (m_checks->state() != ChecksView::State::Running)
        return false;
    m_checks->cancel();
    return true;
}

void ChecksPage::onStateChanged()
{
    state().steps = m_checks->results();
    state().checked = m_checks->state() == ChecksView::State::Passed;
    Q_EMIT changed();
}

void ChecksPage::onAction(const engine::NextAction &action, const engine::CheckStep &step)
{
    if (performOutside(m_prompts, action, step.message, step.advice, step.serverReply))
        return;
    if (action.kind == QLatin1String("retry"))
        run();
    else if (step.step.endsWith(QLatin1String("login")))
        Q_EMIT backRequested();
    else
        Q_EMIT serversRequested();
}

void ChecksPage::onTrusted(const QString &step, const QByteArray &sha256)
{
    accounts::Account &account = state().account;
    (step == QLatin1String("smtp-tls") ? account.smtp : account.imap).trustedFingerprint = sha256;
    run();
}

} // namespace inlet::ui
