// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "ui/dialogs/SettingsPage.h"

#include <QHash>

#include <functional>

class QBoxLayout;
class QGridLayout;
class QListWidget;
class QTimeEdit;

namespace inlet::ui
{

/// What is told on the desktop, when, and what the icon in the tray counts.
class NotificationPage : public SettingsPage
{
    Q_OBJECT

public:
    NotificationPage(const Preferences &now, const QList<accounts::Account> &mailboxes, bool hasTray, QWidget *parent);

    void fill(Preferences &preferences) const override;

private:
    void addCategories(const Preferences &now);
    void addMailboxes(const Preferences &now, const QList<accounts::Account> &mailboxes);
    void addQuietHours(const QuietHours &now);
    void addTags(const QList<accounts::Account> &mailboxes, QBoxLayout &line);
    void setMailboxes(bool told, const std::function<bool(AccountId)> &which);
    void refreshQuiet();

    QHash<store::Category, QCheckBox *> m_categories;
    QListWidget *m_mailboxes = nullptr;
    QSet<AccountId> m_unknown; ///< silent ones that are not here now
    QCheckBox *m_health = nullptr;
    QCheckBox *m_hide = nullptr;
    QCheckBox *m_quiet = nullptr;
    QTimeEdit *m_from = nullptr;
    QTimeEdit *m_to = nullptr;
    QList<QCheckBox *> m_days; ///< from Monday, whatever the week begins with
    QComboBox *m_tray = nullptr;
};

} // namespace inlet::ui
