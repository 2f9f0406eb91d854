// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OutboxModel.h"

#include "engine/Engine.h"
#include "ui/DeliveryWords.h"
#include "ui/dialogs/Words.h"

#include <QLocale>

#include <algorithm>

namespace inlet::ui
{

namespace
{

/// Finished ones do not belong here; -1.
int outboxRank(store::LedgerState state)
{
    switch (state) {
    case store::LedgerState::Unknown:
        return 0;
    case store::LedgerState::Failed:
        return 1;
    case store::LedgerState::UndoWindow:
        return 2;
    case store::LedgerState::Sending:
        return 3;
    case store::LedgerState::Queued:
        return 4;
    case store::LedgerState::Accepted:
        return 5;
    case store::LedgerState::Sent:
    case store::LedgerState::Cancelled:
        break;
    }
    return -1;
}

} // namespace

OutboxModel::OutboxModel(engine::Engine &engine, QObject *parent) : QAbstractTableModel(parent), m_engine(engine)
{
    connect(&engine, &engine::Engine::ledgerChanged, this, &OutboxModel::reload);
    reload();
}

void OutboxModel::reload()
{
    m_engine.fetchOutbox(this, [this](const QList<store::LedgerRow> &rows) {
        beginResetModel();
        m_rows.clear();
        std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(m_rows),
            [](const store::LedgerRow &row) { return outboxRank(row.state) >= 0; });
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const store::LedgerRow &one, const store::LedgerRow &other) {
            return outboxRank(one.state) < outboxRank(other.state);
        });
        m_emails.clear();
        const QList<accounts::Account> all = m_engine.accounts();
        for (const accounts::Account &account : all)
            m_emails.insert(account.id, account.email);
        endResetModel();
        Q_EMIT reloaded();
    });
}

const store::LedgerRow *OutboxModel::row(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows.at(row) : nullptr;
}

int OutboxModel::rowOf(LedgerId id) const
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows.at(i).id == id)
            return i;
    }
    return -1;
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const store::LedgerRow *found = index.isValid() ? row(index.row()) : nullptr;
    if (!found)
        return {};
    if (role == int(Role::State))
        return int(found->state);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(*found, Column(index.column()));
    if (role != Qt::AccessibleTextRole)
        return {};
    if (Column(index.column()) != Column::To)
        return text(*found, Column(index.column()));
    return tr("To %1. %2. %3. %4").arg(text(*found, Column::To), text(*found, Column::Subject),
        text(*found, Column::State), text(*found, Column::Note));
}

QString OutboxModel::text(const store::LedgerRow &row, Column column) const
{
    switch (column) {
    case Column::To:
        return row.recipients.mid(0, 5).join(QStringLiteral(", "));
    case Column::Subject:
        return row.subject.isEmpty() ? tr("(no subject)") : row.subject.simplified();
    case Column::Mailbox:
        return m_emails.value(row.account, row.sender);
    case Column::State:
        return words::ofLedger(row.state);
    case Column::Note:
        break;
    }
    const bool waits = row.state == store::LedgerState::Queued || row.state == store::LedgerState::UndoWindow;
    if (row.note.isEmpty() && waits && row.dueAt.isValid())
        return tr("Goes out at %1").arg(QLocale().toString(row.dueAt.toLocalTime().time(), QLocale::ShortFormat));
    if (row.note.isEmpty() && row.state == store::LedgerState::Unknown)
        return tr("The connection broke at the very end. It is not sent again by itself.");
    return phrases::ledgerNote(row.note);
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::To:
        return tr("To");
    case Column::Subject:
        return tr("Subject");
    case Column::Mailbox:
        return tr("From");
    case Column::State:
        return tr("State");
    case Column::Note:
        break;
    }
    return tr("Why");
}

} // namespace inlet::ui
