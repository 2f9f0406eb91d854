// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "engine/values/ServerSearch.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace inlet::ui
{

/// Below a list that is searched: where the mail on this computer begins, the way to the servers, and how far a
/// search there is, also mailbox by mailbox. Hides itself while it has nothing to say. Thread: GUI.
class ServerSearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit ServerSearchBar(QWidget *parent);

    /// `note`: empty: none. `canAsk`: the servers may know more.
    void setOffer(const QString &note, bool canAsk);
    /// Of the list that is shown; an empty search: there was none.
    void setStatus(const engine::ServerSearchStatus &status, const QList<accounts::Account> &accounts);

Q_SIGNALS:
    void searchClicked();
    void stopClicked();

private:
    void refresh();
    void showButton();
    void refreshMailboxes();

    QLabel *m_note;
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_search;
    QPushButton *m_stop;
    QPushButton *m_more; ///< mailbox by mailbox
    QListWidget *m_mailboxes;
    bool m_canAsk = false;
    engine::ServerSearchStatus m_status;
    QHash<AccountId, QString> m_names;
};

} // namespace inlet::ui
