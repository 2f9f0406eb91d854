// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/MailboxSettings.h"

#include "accounts/values/Tags.h"
#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/AddressText.h"
#include "ui/dialogs/FolderPickers.h"
#include "ui/dialogs/IdentityForm.h"
#include "ui/dialogs/MailboxRemoval.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/RepairMailbox.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace inlet::ui
{

namespace
{

constexpr QSize kSettingsSize(600, 816);
constexpr qsizetype kMaxAliases = 100;

} // namespace

MailboxSettings::MailboxSettings(engine::Engine &engine, Prompts &prompts, const accounts::Account &account,
    QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_before(account), m_account(account), m_notice(new parts::NoticeBar(this)),
      m_identity(new IdentityForm(this)), m_aliases(new QLineEdit(this)),
      m_aliasesField(new parts::Field(tr("Further addresses of this mailbox"), m_aliases, this)),
      m_history(new QComboBox(this)), m_sentCopy(new QComboBox(this)), m_folders(new FolderPickers(this)),
      m_unified(new QCheckBox(tr("Show its conversations in the common inbox"), this)),
      m_enabled(new QCheckBox(tr("Read and send with this mailbox"), this)),
      m_remove(parts::button(tr("Remove mailbox"), "danger", this)), m_save(parts::button(tr("Save"), "primary", this))
{
    setWindowTitle(tr("Settings of %1").arg(account.email));
    build();
    fill();
    parts::resizeToFit(this, kSettingsSize);
}

void MailboxSettings::build()
{
    m_notice->setObjectName(QStringLiteral("settingsNotice"));
    m_aliases->setObjectName(QStringLiteral("aliasesEdit"));
    m_aliases->setMaxLength(100'000);
    m_aliasesField->setHint(tr("They receive here and can be written from. Separate them by commas."));
    m_history->setObjectName(QStringLiteral("historyComboBox"));
    m_sentCopy->setObjectName(QStringLiteral("sentCopyComboBox"));
    m_unified->setObjectName(QStringLiteral("unifiedCheckBox"));
    m_enabled->setObjectName(QStringLiteral("enabledCheckBox"));
    m_save->setObjectName(QStringLiteral("saveButton"));
    m_save->setDefault(true);

    auto *content = new QWidget(this);
    parts::setLook(content, "clear");
    auto *form = parts::column(content, theme::kMargin);
    form->setContentsMargins(0, 0, theme::kGap, 0);
    form->addWidget(m_identity);
    form->addWidget(m_aliasesField);
    form->addWidget(new parts::Field(tr("How far back to read"), m_history, this));
    form->addWidget(new parts::Field(tr("Copies of sent mail"), m_sentCopy, this));
    form->addWidget(parts::strong(tr("Folders on the server"), this));
    form->addWidget(m_folders);
    form->addWidget(m_unified);
    form->addWidget(m_enabled);
    m_trust = trustLine();
    form->addWidget(m_trust);
    auto *servers = parts::button(tr("Servers and password"), "", this);
    servers->setObjectName(QStringLiteral("serversButton"));
    servers->setAutoDefault(false);
    form->addWidget(servers, 0, Qt::AlignLeft);
    form->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_remove->setObjectName(QStringLiteral("removeButton"));
    m_remove->setAutoDefault(false);
    auto *cancel = parts::button(tr("Cancel"), "", this);
    cancel->setAutoDefault(false);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin * 3 / 2);
    layout->addWidget(parts::title(m_account.email, this));
    layout->addWidget(m_notice);
    layout->addWidget(scroll, 1);
    layout->addLayout(parts::buttonLine({m_remove}, {cancel, m_save}));
    setTabOrder(cancel, m_save); // as they are read
    m_identity->nameEdit()->setFocus();
    connect(servers, &QPushButton::clicked, this, &MailboxSettings::openServers);
    connect(m_remove, &QPushButton::clicked, this, &MailboxSettings::remove);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &MailboxSettings::save);
    connect(m_aliases, &QLineEdit::textEdited, this, [this] { m_aliasesField->setError({}); });
}

/// A certificate that is trusted by exception must not be forgotten silently.
QWidget *MailboxSettings::trustLine()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpace);
    auto *forget = parts::button(tr("Trust it no longer"), "", line);
    forget->setObjectName(QStringLiteral("forgetTrustButton"));
    forget->setAutoDefault(false);
    layout->addWidget(new parts::IconLabel(QStringLiteral("shield"), theme::Token::Warning, line));
    layout->addWidget(parts::body(tr("You trust one certificate that does not prove its server's name."), line), 1);
    layout->addWidget(forget);
    connect(forget, &QPushButton::clicked, this, [this] {
        m_account.imap.trustedFingerprint.clear();
        m_account.smtp.trustedFingerprint.clear();
        showTrust();
    });
    return line;
}

void MailboxSettings::fill()
{
    m_identity->setAccount(m_account);
    m_identity->setKnownTags(accounts::allTags(m_engine.accounts()));
    m_aliases->setText(m_account.aliases.join(QStringLiteral(", ")));
    for (const auto window : {accounts::HistoryWindow::Days30, accounts::HistoryWindow::Days90,
             accounts::HistoryWindow::Year1, accounts::HistoryWindow::All})
        m_history->addItem(words::ofHistory(window), int(window));
    m_history->setCurrentIndex(m_history->findData(int(m_account.history)));
    m_sentCopy->addItem(tr("Look first, file one if there is none"), int(accounts::SentPolicy::Unknown));
    m_sentCopy->addItem(tr("The provider files them"), int(accounts::SentPolicy::ProviderFiles));
    m_sentCopy->addItem(tr("Inlet files them"), int(accounts::SentPolicy::WeAppend));
    m_sentCopy->setCurrentIndex(m_sentCopy->findData(int(m_account.sentPolicy)));
    m_folders->setFolders(QList<store::StoredFolder>(), m_account.folderChoices);
    m_folders->setEnabled(false); // until it is known what there is
    m_engine.folders(m_account.id, this, [this](const QList<store::StoredFolder> &folders) {
        m_folders->setFolders(folders, m_account.folderChoices);
        m_folders->setEnabled(!folders.isEmpty());
    });
    m_unified->setChecked(m_account.inUnifiedInbox);
    m_enabled->setChecked(m_account.enabled);
    showTrust();
}

bool MailboxSettings::read(accounts::Account &into)
{
    if (QWidget *wrong = m_identity->readInto(into)) {
        wrong->setFocus();
        return false;
    }
    QStringList aliases;
    const QList<TypedAddress> typed = parseRecipients(m_aliases->text());
    for (const TypedAddress &one : typed) {
        const bool too = aliases.size() >= kMaxAliases;
        if (!one.problem.isEmpty() || too) {
            m_aliasesField->setError(too ? tr("There are more than %1 addresses.").arg(kMaxAliases) : one.problem);
            m_aliases->setFocus();
            return false;
        }
        if (one.address.address != into.email && !aliases.contains(one.address.address))
            aliases.append(one.address.address);
    }
    if (QWidget *wrong = m_folders->isEnabled() ? m_folders->readInto(into.folderChoices) : nullptr) {
        wrong->setFocus();
        return false;
    }
    into.aliases = aliases;
    into.history = accounts::HistoryWindow(m_history->currentData().toInt());
    into.sentPolicy = accounts::SentPolicy(m_sentCopy->currentData().toInt());
    into.inUnifiedInbox = m_unified->isChecked();
    into.enabled = m_enabled->isChecked();
    return true;
}

void MailboxSettings::save()
{
    accounts::Account changed = m_account;
    if (!read(changed))
        return;
    m_save->setEnabled(false);
    m_engine.updateAccount(m_before, changed, Secret(), this, [this](const Result<void> &answer) {
        m_save->setEnabled(true);
        if (answer)
            accept();
        else
            m_notice->show(parts::NoticeBar::Level::Error, words::ofError(answer.error()));
    });
}

void MailboxSettings::openServers()
{
    const bool forgets = m_before.imap.trustedFingerprint != m_account.imap.trustedFingerprint
        || m_before.smtp.trustedFingerprint != m_account.smtp.trustedFingerprint;
    RepairMailbox dialog(m_engine, m_prompts, m_account, this);
    const bool repaired = dialog.exec() == QDialog::Accepted;
    const QList<accounts::Account> all = m_engine.accounts();
    for (const accounts::Account &account : all) {
        if (account.id == m_account.id) {
            m_before.imap = m_account.imap = account.imap;
            m_before.smtp = m_account.smtp = account.smtp;
        }
    }
    if (forgets && !repaired) { // asked for here, and still to be saved
        m_account.imap.trustedFingerprint.clear();
        m_account.smtp.trustedFingerprint.clear();
    }
    showTrust();
}

void MailboxSettings::showTrust()
{
    m_trust->setVisible(!m_account.imap.trustedFingerprint.isEmpty() || !m_account.smtp.trustedFingerprint.isEmpty());
}

void MailboxSettings::remove()
{
    m_notice->clear();
    const bool wanted = removeMailboxes(m_engine, m_prompts, {m_account.id}, this, [this](const QStringList &problems) {
        m_save->setEnabled(true);
        m_remove->setEnabled(true);
        if (problems.isEmpty())
            accept();
        else
            m_notice->show(parts::NoticeBar::Level::Error, problems.first());
    });
    m_save->setEnabled(!wanted);
    m_remove->setEnabled(!wanted);
}

} // namespace inlet::ui
