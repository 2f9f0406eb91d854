// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ServersPage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/PasswordEdit.h"
#include "ui/dialogs/PasswordReuse.h"
#include "ui/dialogs/ServerForm.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

namespace inlet::ui
{

ServersPage::ServersPage(engine::Engine &engine, ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_intro(parts::secondary({}, this)), m_form(new ServerForm(this)),
      m_password(new PasswordEdit(this)), m_passwordField(new parts::Field(tr("Password"), m_password, this)),
      m_reuse(new parts::NoticeBar(this)),
      m_reuseCheck(std::make_unique<PasswordReuse>(engine, m_password, m_reuse))
{
    m_reuse->setObjectName(QStringLiteral("reuseNotice"));
    auto *content = new QWidget(this);
    parts::setLook(content, "clear");
    auto *layout = parts::column(content, theme::kMargin);
    layout->setContentsMargins(0, 0, theme::kSpace, 0);
    layout->addWidget(m_intro);
    layout->addWidget(m_form);
    layout->addWidget(m_passwordField);
    layout->addWidget(m_reuse);
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    parts::column(this, 0)->addWidget(scroll);
    connect(m_password, &PasswordEdit::edited, this, [this] { m_passwordField->setError({}); });
}

ServersPage::~ServersPage() = default;

void ServersPage::enter()
{
    const ConnectState &known = state();
    m_reuseCheck->setOwn(known.account.email);
    const QString how = known.detection.certain ? QString() : known.detection.howWeKnow;
    m_intro->setText(how.isEmpty() ? tr("Both directions of %1, always encrypted.").arg(known.account.email) : how);
    if (m_shownFor != known.account.email || known.account.imap.host.isEmpty()) {
        accounts::Account shown = known.account;
        for (accounts::ServerEndpoint *endpoint : {&shown.imap, &shown.smtp}) {
            if (endpoint->user.isEmpty())
                endpoint->user = shown.email;
        }
        m_form->setAccount(shown);
        m_shownFor = known.account.email;
    }
    if (known.password.isEmpty())
        m_password->clear();
    m_password->setIsAppPassword(known.detection.needsAppPassword);
    findChild<QLineEdit *>(QStringLiteral("imapHostEdit"))->setFocus();
}

bool ServersPage::accept()
{
    accounts::Account typed = state().account;
    QWidget *wrong = m_form->readInto(typed);
    if (m_password->isEmpty()) {
        m_passwordField->setError(tr("Type the password."));
        wrong = wrong ? wrong : m_password;
    }
    if (wrong) {
        wrong->setFocus();
        return false;
    }
    if (typed != state().account || !m_password->secret().equals(state().password))
        state().checked = false;
    state().account = typed;
    state().password = m_password->secret();
    return true;
}

} // namespace inlet::ui
