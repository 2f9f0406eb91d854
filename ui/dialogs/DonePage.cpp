// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DonePage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace inlet::ui
{

DonePage::DonePage(engine::Engine &engine, ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_engine(engine), m_email(parts::strong({}, this)),
      m_progressText(parts::secondary({}, this)), m_progress(new QProgressBar(this))
{
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the first reading"));
    m_progressText->setObjectName(QStringLiteral("progressLabel"));
    auto *another = parts::button(tr("Add another with the same settings"), "", this);
    another->setObjectName(QStringLiteral("anotherButton"));
    another->setAutoDefault(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::kGap);
    head->addWidget(new parts::IconLabel(QStringLiteral("circle-check"), theme::Token::Success, this));
    head->addWidget(m_email, 1);
    auto *layout = parts::column(this, theme::kMargin);
    layout->addLayout(head);
    layout->addWidget(parts::body(tr("First replies are being read now, newest first. You can start to answer while "
                                     "the rest arrives."), this));
    layout->addWidget(m_progress);
    layout->addWidget(m_progressText);
    layout->addWidget(another, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(another, &QPushButton::clicked, this, &DonePage::anotherRequested);
    connect(&engine, &engine::Engine::statusChanged, this, [this](AccountId account) {
        if (account == this->state().stored)
            refresh();
    });
}

void DonePage::enter()
{
    m_email->setText(state().account.email);
    refresh();
    if (auto *next = window()->findChild<QPushButton *>(QStringLiteral("nextButton")))
        next->setFocus(); // to the inbox; another mailbox is the rarer wish
}

void DonePage::refresh()
{
    const engine::MailboxStatus status = m_engine.status(state().stored);
    m_progressText->setText(words::ofMailbox(status, QDateTime::currentDateTimeUtc()));
    const bool counted = status.syncTotal > 0;
    const bool caughtUp = status.state == engine::MailboxState::Live || status.state == engine::MailboxState::Checked;
    m_progress->setRange(0, 1000);
    m_progress->setValue(caughtUp ? 1000 : counted ? int(status.syncDone * 1000 / status.syncTotal) : 0);
}

} // namespace inlet::ui
