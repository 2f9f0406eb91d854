// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/RepairMailbox.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/CheckActions.h"
#include "ui/dialogs/ChecksView.h"
#include "ui/dialogs/PasswordEdit.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/ServerForm.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace inlet::ui
{

namespace
{

constexpr QSize kRepairSize(640, 720);

/// The check that a mailbox's state speaks of.
QString stepOf(const engine::MailboxStatus &status)
{
    if (status.cause.startsWith(QLatin1String("certificate")) || status.cause.startsWith(QLatin1String("tls")))
        return QStringLiteral("tls");
    if (status.cause.startsWith(QLatin1String("dns")) || status.cause.startsWith(QLatin1String("host")))
        return QStringLiteral("dns");
    return QStringLiteral("login");
}

} // namespace

RepairMailbox::RepairMailbox(engine::Engine &engine, Prompts &prompts, const accounts::Account &account, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_before(account), m_account(account), m_notice(new parts::NoticeBar(this)),
      m_password(new PasswordEdit(this)), m_passwordField(new parts::Field(tr("Password"), m_password, this)),
      m_serversButton(parts::button(tr("Change the servers"), "link", this)), m_serversArea(new QScrollArea(this)),
      m_servers(new ServerForm(this)), m_checks(new ChecksView(engine, this)),
      m_close(parts::button(tr("Close"), "", this)), m_check(parts::button({}, "primary", this))
{
    setWindowTitle(tr("Repair %1").arg(account.email));
    build();
    parts::resizeToFit(this, kRepairSize);
    m_servers->setAccount(m_account);
    connect(m_check, &QPushButton::clicked, this, &RepairMailbox::check);
    connect(m_close, &QPushButton::clicked, this, &RepairMailbox::reject);
    connect(m_serversButton, &QPushButton::toggled, this, &RepairMailbox::showServers);
    connect(m_checks, &ChecksView::stateChanged, this, &RepairMailbox::onStateChanged);
    connect(m_checks, &ChecksView::actionRequested, this, &RepairMailbox::onAction);
    connect(m_checks, &ChecksView::stopRequested, this, &QDialog::reject);
    connect(m_checks, &ChecksView::trustRequested, this, &RepairMailbox::onTrusted);
    onStateChanged();
    showKnown();
    m_password->setFocus();
}

void RepairMailbox::build()
{
    m_notice->setObjectName(QStringLiteral("repairNotice"));
    m_check->setObjectName(QStringLiteral("checkButton"));
    m_check->setDefault(true);
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_close->setAutoDefault(false);
    m_serversButton->setObjectName(QStringLiteral("serversButton"));
    m_serversButton->setCheckable(true);
    m_serversButton->setAutoDefault(false);
    m_passwordField->setHint(tr("Leave it empty to keep the stored one."));
    parts::setLook(m_servers, "clear");
    m_serversArea->setWidget(m_servers);
    m_serversArea->setWidgetResizable(true);
    m_serversArea->setFrameShape(QFrame::NoFrame);
    m_serversArea->setFocusPolicy(Qt::NoFocus);
    m_serversArea->setMinimumHeight(280);
    m_serversArea->setVisible(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(theme::kGap);
    auto *dot = new parts::MailboxDot(this, 24);
    dot->setMailbox(m_account.email, m_account.colour);
    head->addWidget(dot);
    head->addWidget(parts::title(m_account.email, this), 1);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin * 3 / 2);
    layout->addLayout(head);
    layout->addWidget(parts::secondary(tr("Settings, history and drafts stay as they are."), this));
    layout->addWidget(m_notice);
    layout->addWidget(m_passwordField);
    layout->addLayout(parts::linkLine({m_serversButton}));
    layout->addWidget(m_serversArea, 1);
    layout->addWidget(m_checks, 2);
    layout->addLayout(parts::buttonLine({}, {m_close, m_check}));
}

/// What the engine knows already, without a sign-in.
void RepairMailbox::showKnown()
{
    const engine::MailboxStatus status = m_engine.status(m_account.id);
    if (status.reason.isEmpty())
        return;
    engine::CheckStep known;
    known.step = stepOf(status);
    known.status = engine::CheckStatus::Failed;
    known.cause = status.cause;
    known.message = status.reason;
    known.advice = status.advice;
    known.serverReply = status.serverReply;
    m_checks->showKnown({known});
}

void RepairMailbox::check()
{
    if (m_checks->state() == ChecksView::State::Passed) {
        accept();
        return;
    }
    m_notice->clear();
    accounts::Account changed = m_account;
    if (QWidget *wrong = m_servers->readInto(changed)) {
        m_serversButton->setChecked(true);
        wrong->setFocus();
        return;
    }
    m_account = changed;
    m_checks->run(m_account, m_password->secret());
}

void RepairMailbox::onStateChanged()
{
    const ChecksView::State now = m_checks->state();
    m_check->setText(now == ChecksView::State::Idle ? tr("Check now")
            : now == ChecksView::State::Running     ? tr("Checking")
            : now == ChecksView::State::Passed      ? tr("Done")
                                                    : tr("Try again"));
    m_check->setEnabled(now != ChecksView::State::Running && !m_checks->needsDecision());
    m_close->setText(now == ChecksView::State::Running ? tr("Stop") : tr("Close"));
    m_close->setVisible(now != ChecksView::State::Passed);
    if (now == ChecksView::State::Passed)
        store();
}

void RepairMailbox::store()
{
    m_check->setEnabled(false);
    // The sign-in was accepted just now, also where it was refused after this dialog had been opened.
    m_before.signInRefused = true;
    m_account.signInRefused = false;
    m_engine.updateAccount(m_before, m_account, m_password->secret(), this, [this](const Result<void> &answer) {
        m_check->setEnabled(true);
        if (answer) {
            m_password->clear();
            m_notice->show(parts::NoticeBar::Level::Success,
                tr("It works again. What arrived in the meantime is read now and sorted as if it had just come."));
            m_check->setFocus();
        } else {
            m_notice->show(parts::NoticeBar::Level::Error, words::ofError(answer.error()));
        }
    });
}

void RepairMailbox::onAction(const engine::NextAction &action, const engine::CheckStep &step)
{
    if (performOutside(m_prompts, action, step.message, step.advice, step.serverReply))
        m_password->setFocus();
    else if (action.kind == QLatin1String("retry"))
        check();
    else if (step.step.endsWith(QLatin1String("login")))
        m_password->setFocus();
    else
        m_serversButton->setChecked(true);
}

void RepairMailbox::onTrusted(const QString &step, const QByteArray &sha256)
{
    (step == QLatin1String("smtp-tls") ? m_account.smtp : m_account.imap).trustedFingerprint = sha256;
    m_servers->setAccount(m_account);
    m_checks->run(m_account, m_password->secret());
}

void RepairMailbox::showServers(bool shown)
{
    m_serversArea->setVisible(shown);
    m_serversButton->setText(shown ? tr("Hide the servers") : tr("Change the servers"));
}

void RepairMailbox::reject()
{
    if (m_checks->state() == ChecksView::State::Running)
        m_checks->cancel();
    else
        QDialog::reject();
}

} // namespace inlet::ui
