// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/IdentityPage.h"

#include "accounts/values/Tags.h"
#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/AddressText.h"
#include "ui/dialogs/IdentityForm.h"
#include "ui/dialogs/SecretsDialog.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace inlet::ui
{

namespace
{

/// The first colour that no mailbox has, else the one used least.
QString freeColour(const QList<accounts::Account> &accounts)
{
    QHash<QString, int> used;
    for (const accounts::Account &account : accounts)
        ++used[account.colour];
    const auto &all = theme::mailboxColours();
    return *std::min_element(all.cbegin(), all.cend(),
        [&used](const QString &one, const QString &other) { return used.value(one) < used.value(other); });
}

} // namespace

IdentityPage::IdentityPage(engine::Engine &engine, ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_engine(engine), m_intro(parts::secondary({}, this)),
      m_form(new IdentityForm(this)), m_notice(new parts::NoticeBar(this))
{
    m_notice->setObjectName(QStringLiteral("storeNotice"));
    auto *layout = parts::column(this, theme::kMargin);
    layout->addWidget(m_intro);
    layout->addWidget(m_notice);
    layout->addWidget(m_form);
    layout->addStretch(1);
}

void IdentityPage::enter()
{
    accounts::Account &account = state().account;
    m_notice->clear();
    m_intro->setText(account.email);
    if (m_shownFor != account.email) {
        if (account.displayName.isEmpty())
            account.displayName = guessName(account.email);
        if (account.colour.isEmpty())
            account.colour = freeColour(m_engine.accounts());
        m_form->setAccount(account);
        m_shownFor = account.email;
    }
    m_form->setKnownTags(accounts::allTags(m_engine.accounts()));
    m_form->nameEdit()->setFocus();
    m_form->nameEdit()->selectAll();
}

bool IdentityPage::accept()
{
    if (m_storing)
        return false;
    if (QWidget *wrong = m_form->readInto(state().account)) {
        wrong->setFocus();
        return false;
    }
    store();
    return false;
}

void IdentityPage::store()
{
    m_storing = true;
    m_notice->clear();
    Q_EMIT changed();
    m_engine.probeSecrets(this, [this](const QString &kind, const QString &problem) {
        if (problem.isEmpty()) {
            add();
            return;
        }
        SecretsDialog dialog(m_engine, kind, problem, this);
        if (dialog.exec() == QDialog::Accepted)
            add();
        else
            fail(tr("The mailbox was not added: there is no place for its password yet."));
    });
}

void IdentityPage::add()
{
    m_engine.addAccount(state().account, state().password, this, [this](const Result<AccountId> &answer) {
        if (!answer) {
            fail(words::ofError(answer.error()));
            return;
        }
        m_storing = false;
        m_shownFor.clear();
        state().stored = *answer;
        state().password = Secret();
        Q_EMIT finished();
    });
}

void IdentityPage::fail(const QString &text)
{
    m_storing = false;
    m_notice->show(parts::NoticeBar::Level::Error, text);
    Q_EMIT changed();
}

} // namespace inlet::ui
