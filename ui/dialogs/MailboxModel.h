// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"
#include "store/values/Bounces.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// What can be done next with a mailbox; the last column of the table.
enum class MailboxAction { None, Repair, CheckNow, Continue, Enable };

/// All mailboxes with their state, those that need the user first.
class MailboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Mailbox, Tags, Provider, State, LastNewMail, Messages, Unread, Bounced, Reason, Action };
    static constexpr int kColumns = int(Column::Action) + 1;
    enum class Role {
        Account = Qt::UserRole, ///< AccountId as number
        State, ///< int(engine::MailboxState)
        Colour, ///< of the dot
        Action, ///< int(MailboxAction)
    };

    MailboxModel(engine::Engine &engine, QObject *parent);

    [[nodiscard]] AccountId accountAt(int row) const;
    [[nodiscard]] int rowOf(AccountId account) const; ///< -1: not there
    [[nodiscard]] const accounts::Account *account(AccountId id) const;
    [[nodiscard]] bool hasTags() const; ///< any of them
    [[nodiscard]] QString summary() const; ///< "198 of 200 live · 2 need you"

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refreshed();

private:
    struct Row {
        accounts::Account account;
        engine::MailboxStatus status;
    };

    void reload(); ///< another set of mailboxes
    void onStatus(AccountId account);
    void sort();
    void fetchCounts();
    void refreshTimes();
    [[nodiscard]] QString text(const Row &row, Column column) const;
    [[nodiscard]] QString sentence(const Row &row) const;
    [[nodiscard]] QString wholeState(const Row &row) const; ///< with what has been read, and what is left

    engine::Engine &m_engine;
    QList<Row> m_rows;
    store::Counts m_counts;
    QHash<AccountId, store::SendingHealth> m_health; ///< of the last week
    QTimer m_clock;
    QTimer m_countPause;
};

} // namespace inlet::ui
