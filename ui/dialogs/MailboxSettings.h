// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class Field;
class NoticeBar;
}
class FolderPickers;
class IdentityForm;
class Prompts;

/// Edits one mailbox: identity, history, aliases, folders, Sent copies; disable and remove.
class MailboxSettings : public QDialog
{
    Q_OBJECT

public:
    MailboxSettings(engine::Engine &engine, Prompts &prompts, const accounts::Account &account, QWidget *parent);

private:
    void build();
    void fill();
    [[nodiscard]] QWidget *trustLine();
    [[nodiscard]] bool read(accounts::Account &into);
    void save();
    void openServers();
    void showTrust();
    void remove();

    engine::Engine &m_engine;
    Prompts &m_prompts;
    accounts::Account m_before; ///< what it is compared with to find what was changed here
    accounts::Account m_account;
    parts::NoticeBar *m_notice;
    IdentityForm *m_identity;
    QLineEdit *m_aliases;
    parts::Field *m_aliasesField;
    QComboBox *m_history;
    QComboBox *m_sentCopy;
    FolderPickers *m_folders;
    QCheckBox *m_unified;
    QCheckBox *m_enabled;
    QWidget *m_trust = nullptr;
    QPushButton *m_remove;
    QPushButton *m_save;
};

} // namespace inlet::ui
