// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SignInPage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/PasswordEdit.h"
#include "ui/dialogs/PasswordReuse.h"
#include "ui/dialogs/Prompts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace inlet::ui
{

SignInPage::SignInPage(engine::Engine &engine, Prompts &prompts, ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_prompts(prompts), m_intro(parts::secondary({}, this)),
      m_noPassword(new parts::NoticeBar(this)), m_passwordPart(new QWidget(this)),
      m_password(new PasswordEdit(m_passwordPart)),
      m_field(new parts::Field(tr("Password"), m_password, m_passwordPart)),
      m_appPassword(parts::button({}, "", m_passwordPart)), m_note(parts::secondary({}, this)),
      m_oauth(parts::secondary({}, this)), m_help(parts::button(tr("How to set this up"), "link", this)),
      m_reuse(new parts::NoticeBar(m_passwordPart)),
      m_reuseCheck(std::make_unique<PasswordReuse>(engine, m_password, m_reuse))
{
    m_noPassword->setObjectName(QStringLiteral("noPasswordNotice"));
    m_reuse->setObjectName(QStringLiteral("reuseNotice"));
    m_appPassword->setObjectName(QStringLiteral("appPasswordButton"));
    m_appPassword->setIcon(theme::icon(QStringLiteral("external-link")));
    m_appPassword->setAutoDefault(false);
    m_oauth->setObjectName(QStringLiteral("oauthLabel"));
    m_note->setObjectName(QStringLiteral("noteLabel"));
    m_help->setObjectName(QStringLiteral("helpButton"));
    m_help->setAutoDefault(false);
    auto *servers = parts::button(tr("Type the servers myself"), "link", this);
    servers->setObjectName(QStringLiteral("serversButton"));
    servers->setAutoDefault(false);

    auto *password = parts::column(m_passwordPart, theme::kGap);
    password->addWidget(m_field);
    password->addWidget(m_appPassword, 0, Qt::AlignLeft);
    password->addWidget(m_reuse);
    auto *layout = parts::column(this, theme::kMargin);
    layout->addWidget(m_intro);
    layout->addWidget(m_noPassword);
    layout->addWidget(m_passwordPart);
    layout->addWidget(m_note);
    layout->addWidget(m_oauth);
    layout->addStretch(1);
    layout->addLayout(parts::linkLine({servers, m_help}));

    connect(m_password, &PasswordEdit::edited, this, [this] {
        m_field->setError({});
        Q_EMIT changed();
    });
    connect(m_appPassword, &QPushButton::clicked, this, [this] {
        m_prompts.openUrl(QUrl(this->state().detection.appPasswordUrl));
        m_password->setFocus();
    });
    connect(m_help, &QPushButton::clicked, this, [this] { m_prompts.openUrl(QUrl(this->state().detection.helpUrl)); });
    connect(servers, &QPushButton::clicked, this, &SignInPage::serversRequested);
}

SignInPage::~SignInPage() = default;

QString SignInPage::heading() const
{
    return state().detection.providerName.isEmpty() ? tr("Sign in")
                                                    : tr("Sign in to %1").arg(state().detection.providerName);
}

QString SignInPage::nextText() const
{
    return state().detection.passwordRefused ? QString() : tr("Check");
}

bool SignInPage::nextEnabled() const
{
    return !m_password->isEmpty();
}

void SignInPage::enter()
{
    if (state().password.isEmpty())
        m_password->clear();
    showHints();
    m_password->setFocus();
}

void SignInPage::showHints()
{
    const engine::Detection &found = state().detection;
    const QString provider = found.providerName.isEmpty() ? tr("The provider") : found.providerName;
    m_reuseCheck->setOwn(state().account.email);
    m_intro->setText(state().account.email);
    m_passwordPart->setVisible(!found.passwordRefused);
    if (found.passwordRefused)
        m_noPassword->show(parts::NoticeBar::Level::Warning,
            tr("%1 takes no passwords from mail programs any more, so there is nothing to type here. Its own "
               "sign-in comes with OAuth support in a later version of Inlet; until then this mailbox cannot be "
               "connected.").arg(provider));
    else
        m_noPassword->clear();
    m_password->setIsAppPassword(found.needsAppPassword);
    m_field->setHint(found.needsAppPassword
            ? tr("%1 wants an app password here, not your normal one. Spaces do not matter.").arg(provider)
            : QString());
    const bool hasPage = QUrl(found.appPasswordUrl).scheme() == QLatin1String("https");
    m_appPassword->setText(tr("Make an app password at %1").arg(provider));
    m_appPassword->setVisible(found.needsAppPassword && hasPage);
    m_note->setText(found.note);
    m_note->setVisible(!found.note.isEmpty());
    m_oauth->setText(tr("Signing in with %1 instead of a password comes with OAuth support.").arg(provider));
    m_oauth->setVisible(found.prefersOAuth && !found.passwordRefused);
    m_help->setVisible(QUrl(found.helpUrl).scheme() == QLatin1String("https"));
}

bool SignInPage::accept()
{
    if (m_password->isEmpty()) {
        m_field->setError(tr("Type the password."));
        m_password->setFocus();
        return false;
    }
    if (!m_password->secret().equals(state().password))
        state().checked = false;
    state().password = m_password->secret();
    return true;
}

} // namespace inlet::ui
