// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ConnectWizard.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/AddressPage.h"
#include "ui/dialogs/ChecksPage.h"
#include "ui/dialogs/DonePage.h"
#include "ui/dialogs/FleetInputPage.h"
#include "ui/dialogs/FleetPage.h"
#include "ui/dialogs/HistoryPage.h"
#include "ui/dialogs/IdentityPage.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/ServersPage.h"
#include "ui/dialogs/SignInPage.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QPushButton>
#include <QStackedWidget>

namespace inlet::ui
{

namespace
{

constexpr QSize kWizardSize(640, 680);
constexpr QSize kFleetSize(1040, 700);
constexpr int kWizardSide = 32;
constexpr int kFlatPadding = 14; ///< of a flat button, so that its word stands under the heading

} // namespace

ConnectWizard::ConnectWizard(engine::Engine &engine, Prompts &prompts, QWidget *parent)
    : ConnectWizard(engine, prompts, Options(), parent)
{
}

ConnectWizard::ConnectWizard(engine::Engine &engine, Prompts &prompts, const Options &options, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_heading(parts::title({}, this)),
      m_progress(parts::secondary({}, this)), m_stack(new QStackedWidget(this)),
      m_back(parts::button({}, "flat", this)), m_next(parts::button({}, "primary", this))
{
    setWindowTitle(tr("Connect a mailbox"));
    m_heading->setObjectName(QStringLiteral("headingLabel"));
    m_progress->setWordWrap(false);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setAutoDefault(false);
    m_next->setObjectName(QStringLiteral("nextButton"));
    m_next->setDefault(true);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(kWizardSide, kWizardSide - theme::kGrid, kWizardSide, theme::kSpace);
    head->addWidget(m_heading, 1);
    head->addWidget(m_progress, 0, Qt::AlignBottom);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(kWizardSide, 0, kWizardSide, theme::kMargin);
    body->addWidget(m_stack);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(kWizardSide - kFlatPadding, theme::kGap, kWizardSide, theme::kMargin);
    foot->addWidget(m_back);
    foot->addStretch(1);
    foot->addWidget(m_next);
    auto *layout = parts::column(this, 0);
    layout->addLayout(head);
    layout->addLayout(body, 1);
    layout->addWidget(parts::rule(this));
    layout->addLayout(foot);
    connect(m_next, &QPushButton::clicked, this, &ConnectWizard::next);
    connect(m_back, &QPushButton::clicked, this, &ConnectWizard::back);
    build(options);
    parts::resizeToFit(this, kWizardSize);
    go(Step::Address);
}

void ConnectWizard::build(const Options &options)
{
    auto *address = new AddressPage(m_engine, m_state, options.detectionLimit, this);
    auto *done = new DonePage(m_engine, m_state, this);
    auto *input = new FleetInputPage(m_engine, m_prompts, m_state, this);
    auto *fleet = new FleetPage(m_engine, m_prompts, m_state, this);
    addPage(Step::Address, address);
    addPage(Step::SignIn, new SignInPage(m_engine, m_prompts, m_state, this));
    addPage(Step::Servers, new ServersPage(m_engine, m_state, this));
    addPage(Step::Checks, new ChecksPage(m_engine, m_prompts, m_state, this));
    addPage(Step::History, new HistoryPage(m_state, this));
    addPage(Step::Identity, new IdentityPage(m_engine, m_state, this));
    addPage(Step::Done, done);
    addPage(Step::FleetInput, input);
    addPage(Step::Fleet, fleet);
    connect(address, &AddressPage::fleetRequested, this, [this] { go(Step::FleetInput); });
    connect(done, &DonePage::anotherRequested, this, &ConnectWizard::startAnother);
    connect(input, &FleetInputPage::read, fleet, &FleetPage::setFleet);
    connect(fleet, &FleetPage::mailboxAdded, this, &ConnectWizard::mailboxAdded);
}

void ConnectWizard::addPage(Step step, WizardPage *page)
{
    m_pages.insert(int(step), page);
    m_stack->addWidget(page);
    connect(page, &WizardPage::changed, this, &ConnectWizard::refresh);
    connect(page, &WizardPage::finished, this, &ConnectWizard::advance);
    connect(page, &WizardPage::backRequested, this, &ConnectWizard::back);
    connect(page, &WizardPage::serversRequested, this, [this] {
        m_state.editServers = true;
        go(Step::Servers);
    });
}

void ConnectWizard::showFleet()
{
    go(Step::FleetInput);
}

WizardPage *ConnectWizard::page() const
{
    return m_pages.value(int(m_step));
}

void ConnectWizard::go(Step step)
{
    page()->leave();
    const bool wasFleet = m_step == Step::FleetInput || m_step == Step::Fleet;
    const bool isFleet = step == Step::FleetInput || step == Step::Fleet;
    m_step = step;
    m_stack->setCurrentWidget(page());
    if (wasFleet != isFleet)
        parts::resizeToFit(this, isFleet ? kFleetSize : kWizardSize);
    m_next->setDefault(true);
    refresh();
    page()->enter();
    refresh();
}

void ConnectWizard::next()
{
    if (page()->accept())
        advance();
}

void ConnectWizard::advance()
{
    switch (m_step) {
    case Step::Address:
        go(m_state.detection.passwordRefused || !m_state.needsForm() ? Step::SignIn : Step::Servers);
        break;
    case Step::SignIn:
    case Step::Servers:
        go(Step::Checks);
        break;
    case Step::Checks:
        go(Step::History);
        break;
    case Step::History:
        go(Step::Identity);
        break;
    case Step::Identity:
        Q_EMIT mailboxAdded(m_state.stored);
        go(Step::Done);
        break;
    case Step::FleetInput:
        go(Step::Fleet);
        break;
    case Step::Done:
    case Step::Fleet:
        Q_EMIT openInboxRequested();
        accept();
        break;
    }
}

void ConnectWizard::back()
{
    switch (m_step) {
    case Step::Checks:
        go(m_state.needsForm() ? Step::Servers : Step::SignIn);
        break;
    case Step::Servers: {
        const bool fromSignIn = m_state.editServers && m_state.detection.certain;
        m_state.editServers = false;
        go(fromSignIn ? Step::SignIn : Step::Address);
        break;
    }
    case Step::History:
        go(Step::Checks);
        break;
    case Step::Identity:
        go(Step::History);
        break;
    case Step::Fleet:
        go(Step::FleetInput);
        break;
    case Step::SignIn:
    case Step::FleetInput:
        go(Step::Address);
        break;
    case Step::Address:
    case Step::Done:
        break;
    }
}

void ConnectWizard::refresh()
{
    const WizardPage *shown = page();
    m_heading->setText(shown->heading());
    m_progress->setText(progressText());
    m_back->setText(shown->backText());
    m_back->setVisible(!shown->backText().isEmpty());
    m_next->setText(shown->nextText());
    m_next->setVisible(!shown->nextText().isEmpty());
    m_next->setEnabled(shown->nextEnabled());
}

QString ConnectWizard::progressText() const
{
    switch (m_step) {
    case Step::SignIn:
    case Step::Servers:
        return tr("Step %1 of %2").arg(2).arg(5);
    case Step::Checks:
        return tr("Step %1 of %2").arg(3).arg(5);
    case Step::History:
        return tr("Step %1 of %2").arg(4).arg(5);
    case Step::Identity:
        return tr("Step %1 of %2").arg(5).arg(5);
    case Step::Address:
        return tr("Step %1 of %2").arg(1).arg(5);
    case Step::Done:
    case Step::FleetInput:
    case Step::Fleet:
        break;
    }
    return {};
}

/// The next mailbox at the same servers: only its address and password are asked for.
void ConnectWizard::startAnother()
{
    const accounts::Account last = m_state.account;
    const engine::Detection detection = m_state.detection;
    m_state = ConnectState();
    m_state.account.history = last.history;
    m_state.account.signature = last.signature;
    m_state.preset = last;
    m_state.presetDetection = detection;
    go(Step::Address);
}

bool ConnectWizard::confirmLoss()
{
    const bool typed = m_step != Step::Address && m_step != Step::Done && m_step != Step::FleetInput
        && m_step != Step::Fleet && (!m_state.password.isEmpty() || m_state.checked);
    if (!typed)
        return true;
    return m_prompts.ask(this,
        {tr("Stop connecting this mailbox?"), tr("%1 is not added, and nothing is stored.").arg(m_state.account.email),
            tr("Stop"), tr("Go on"), true});
}

void ConnectWizard::reject()
{
    if (page()->cancel())
        return;
    if (m_step == Step::Address || m_step == Step::Done) {
        QDialog::reject();
        return;
    }
    back();
}

void ConnectWizard::closeEvent(QCloseEvent *event)
{
    if (!confirmLoss()) {
        event->ignore();
        return;
    }
    page()->leave();
    event->accept();
    done(QDialog::Rejected);
}

} // namespace inlet::ui
