// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SecretsDialog.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/PasswordEdit.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace inlet::ui
{

namespace
{

/// Every password of every mailbox lies behind it, and the file can be copied and tried at leisure.
constexpr int kMinPassphrase = 10;
constexpr int kWidth = 520;

int lengthOf(const PasswordEdit *edit)
{
    return int(edit->lineEdit()->text().size());
}

} // namespace

SecretsDialog::SecretsDialog(engine::Engine &engine, const QString &kind, const QString &problem, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_unlocks(kind == QLatin1String("file")),
      m_notice(new parts::NoticeBar(this)), m_passphrasePart(new QWidget(this)),
      m_passphrase(new PasswordEdit(m_passphrasePart)), m_again(new PasswordEdit(m_passphrasePart)),
      m_passphraseField(new parts::Field(tr("Passphrase"), m_passphrase, m_passphrasePart)),
      m_againField(new parts::Field(tr("Once more"), m_again, m_passphrasePart)),
      m_accept(parts::button({}, "primary", this))
{
    setWindowTitle(m_unlocks ? tr("Unlock the vault") : tr("Where to keep passwords"));
    m_passphrase->lineEdit()->setObjectName(QStringLiteral("passphraseEdit"));
    m_passphrase->lineEdit()->setAccessibleName(tr("Passphrase"));
    m_again->lineEdit()->setObjectName(QStringLiteral("passphraseAgainEdit"));
    m_again->lineEdit()->setAccessibleName(tr("Passphrase once more"));
    m_notice->setObjectName(QStringLiteral("secretsNotice"));
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_accept->setDefault(true);

    auto *layout = parts::column(this, theme::kMargin, theme::kMargin * 3 / 2);
    layout->addWidget(parts::title(windowTitle(), this));
    layout->addWidget(parts::secondary(m_unlocks
            ? tr("Your passwords are in a sealed file on this computer. Type its passphrase to open it.")
            : tr("%1 Inlet never writes a password to disk in the clear.").arg(problem), this));
    layout->addWidget(m_notice);
    if (!m_unlocks)
        buildChoice(layout);
    auto *fields = parts::column(m_passphrasePart, theme::kGap);
    fields->addWidget(m_passphraseField);
    fields->addWidget(m_againField);
    m_againField->setVisible(!m_unlocks);
    if (!m_unlocks)
        m_passphraseField->setHint(tr("At least %1 characters. It cannot be recovered.").arg(kMinPassphrase));
    layout->addWidget(m_passphrasePart);
    layout->addStretch(1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpace);
    if (!m_unlocks) {
        auto *probe = parts::button(tr("Look for the keyring again"), "flat", this);
        probe->setObjectName(QStringLiteral("probeButton"));
        probe->setAutoDefault(false);
        connect(probe, &QPushButton::clicked, this, &SecretsDialog::probeAgain);
        buttons->addWidget(probe);
    }
    buttons->addStretch(1);
    auto *cancel = parts::button(tr("Cancel"), "", this);
    cancel->setAutoDefault(false);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    layout->addLayout(buttons);
    setMinimumWidth(kWidth);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &SecretsDialog::submit);
    connect(m_passphrase, &PasswordEdit::edited, this, [this] { m_passphraseField->setError({}); });
    connect(m_again, &PasswordEdit::edited, this, [this] { m_againField->setError({}); });
    refresh();
    m_passphrase->setFocus();
}

void SecretsDialog::buildChoice(QVBoxLayout *layout)
{
    m_vault = new QRadioButton(tr("In a sealed file, opened with a passphrase at each start"), this);
    m_vault->setObjectName(QStringLiteral("vaultRadioButton"));
    m_session = new QRadioButton(tr("Nowhere: ask again after the next start"), this);
    m_session->setObjectName(QStringLiteral("sessionRadioButton"));
    m_vault->setChecked(true);
    auto *choices = new QVBoxLayout;
    choices->setSpacing(theme::kGrid);
    choices->addWidget(m_vault);
    choices->addWidget(m_session);
    layout->addLayout(choices);
    connect(m_vault, &QRadioButton::toggled, this, &SecretsDialog::refresh);
}

void SecretsDialog::refresh()
{
    const bool passphrase = m_unlocks || m_vault->isChecked();
    m_passphrasePart->setVisible(passphrase);
    m_accept->setText(m_unlocks ? tr("Unlock") : passphrase ? tr("Make the vault") : tr("Keep for this session"));
    adjustSize();
}

bool SecretsDialog::isComplete()
{
    if (m_unlocks) {
        m_passphraseField->setError(m_passphrase->isEmpty() ? tr("Type the passphrase.") : QString());
        return !m_passphrase->isEmpty();
    }
    if (lengthOf(m_passphrase) < kMinPassphrase) {
        m_passphraseField->setError(tr("This is too short: at least %1 characters.").arg(kMinPassphrase));
        m_passphrase->setFocus();
        return false;
    }
    if (!m_passphrase->secret().equals(m_again->secret())) {
        m_againField->setError(tr("The two are not the same."));
        m_again->setFocus();
        return false;
    }
    return true;
}

void SecretsDialog::submit()
{
    m_notice->clear();
    if (!m_unlocks && m_session->isChecked())
        use(QStringLiteral("session"), Secret());
    else if (isComplete())
        use(QStringLiteral("file"), m_passphrase->secret());
}

void SecretsDialog::use(const QString &kind, const Secret &passphrase)
{
    m_accept->setEnabled(false);
    m_engine.useSecretStore(kind, passphrase, this, [this](const Result<void> &answer) { onAnswer(answer); });
}

void SecretsDialog::onAnswer(const Result<void> &answer)
{
    m_accept->setEnabled(true);
    if (answer) {
        accept();
        return;
    }
    const bool wrong = answer.error().kind == ErrorKind::Auth;
    m_notice->show(parts::NoticeBar::Level::Error,
        wrong ? tr("This passphrase does not open the vault.") : words::ofError(answer.error()));
    m_passphrase->setFocus();
    m_passphrase->lineEdit()->selectAll();
}

void SecretsDialog::probeAgain()
{
    m_engine.probeSecrets(this, [this](const QString &, const QString &problem) {
        if (problem.isEmpty())
            accept();
        else
            m_notice->show(parts::NoticeBar::Level::Warning, problem);
    });
}

} // namespace inlet::ui
