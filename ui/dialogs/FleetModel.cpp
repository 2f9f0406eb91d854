// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/FleetModel.h"

#include "ui/dialogs/Words.h"

#include <algorithm>

namespace inlet::ui
{

FleetModel::FleetModel(QObject *parent) : QAbstractTableModel(parent) {}

void FleetModel::setFleet(const engine::Fleet &fleet)
{
    beginResetModel();
    m_entries.clear();
    m_entries.reserve(fleet.rows.size());
    for (const engine::FleetRow &row : fleet.rows) {
        FleetEntry entry;
        entry.row = row;
        if (!row.problem.isEmpty()) {
            entry.state = FleetEntry::State::Failed;
            entry.message = row.problem;
        }
        m_entries.append(entry);
    }
    endResetModel();
    Q_EMIT progressed();
}

int FleetModel::count(FleetEntry::State state) const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(),
        [state](const FleetEntry &entry) { return entry.state == state; }));
}

QList<int> FleetModel::rowsIn(FleetEntry::State state) const
{
    QList<int> rows;
    for (int row = 0; row < int(m_entries.size()); ++row) {
        if (m_entries.at(row).state == state)
            rows.append(row);
    }
    return rows;
}

int FleetModel::resultColumn() const
{
    return kFirstCheckColumn + int(words::checkSteps().size());
}

QList<FleetGroup> FleetModel::failures() const
{
    QList<FleetGroup> groups;
    for (int row = 0; row < int(m_entries.size()); ++row) {
        const FleetEntry &entry = m_entries.at(row);
        if (entry.state != FleetEntry::State::Failed)
            continue;
        const auto same = std::find_if(groups.begin(), groups.end(), [&entry](const FleetGroup &group) {
            return group.cause == entry.cause && group.message == entry.message;
        });
        if (same != groups.end()) {
            same->rows.append(row);
            continue;
        }
        groups.append({entry.cause, entry.message, entry.advice, entry.action, entry.serverReply, {row},
            entry.row.problem.isEmpty()});
    }
    std::stable_sort(groups.begin(), groups.end(),
        [](const FleetGroup &one, const FleetGroup &other) { return one.rows.size() > other.rows.size(); });
    return groups;
}

void FleetModel::begin(int row)
{
    FleetEntry &entry = m_entries[row];
    entry.state = FleetEntry::State::Running;
    entry.steps.clear();
    rowChanged(row);
}

void FleetModel::setAccount(int row, const accounts::Account &account)
{
    m_entries[row].row.account = account;
}

void FleetModel::setStep(int row, const engine::CheckStep &step)
{
    m_entries[row].steps.insert(step.step, step);
    const int column = kFirstCheckColumn + int(words::checkSteps().indexOf(step.step));
    Q_EMIT dataChanged(index(row, column), index(row, column));
    Q_EMIT dataChanged(index(row, resultColumn()), index(row, resultColumn()));
}

void FleetModel::fail(int row, const engine::CheckStep &why)
{
    FleetEntry &entry = m_entries[row];
    entry.state = FleetEntry::State::Failed;
    entry.cause = why.cause;
    entry.message = why.message;
    entry.advice = why.advice;
    entry.action = why.action;
    entry.serverReply = why.serverReply;
    rowChanged(row);
}

void FleetModel::connected(int row)
{
    m_entries[row].state = FleetEntry::State::Connected;
    m_entries[row].row.password = Secret();
    rowChanged(row);
}

void FleetModel::stop(int row)
{
    m_entries[row].state = FleetEntry::State::Stopped;
    m_entries[row].steps.clear();
    rowChanged(row);
}

void FleetModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, resultColumn()));
    Q_EMIT progressed();
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int FleetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : resultColumn() + 1;
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_entries.size()))
        return {};
    const FleetEntry &entry = m_entries.at(index.row());
    if (role == int(Role::State))
        return int(entry.state);
    if (index.column() == kAddressColumn) {
        const QString address = entry.row.account.email.isEmpty() ? tr("Line %1").arg(entry.row.line)
                                                                  : entry.row.account.email;
        return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole
            ? QVariant(address)
            : QVariant();
    }
    if (index.column() == resultColumn()) {
        if (role == Qt::ToolTipRole)
            return entry.serverReply.isEmpty() ? resultText(entry) : entry.serverReply;
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(resultText(entry)) : QVariant();
    }
    return checkData(entry, words::checkSteps().at(index.column() - kFirstCheckColumn), role);
}

QVariant FleetModel::checkData(const FleetEntry &entry, const QString &step, int role) const
{
    const auto found = entry.steps.constFind(step);
    const bool known = found != entry.steps.constEnd();
    if (role == int(Role::Status))
        return known ? QVariant(int(found->status)) : QVariant();
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        const QString state = known ? words::ofStatus(found->status) : tr("not checked yet");
        const QString message = known ? found->message : QString();
        return message.isEmpty() ? QStringLiteral("%1: %2").arg(words::ofStep(step), state)
                                 : QStringLiteral("%1: %2. %3").arg(words::ofStep(step), state, message);
    }
    return {};
}

QString FleetModel::resultText(const FleetEntry &entry) const
{
    switch (entry.state) {
    case FleetEntry::State::Waiting:
        return tr("Waiting");
    case FleetEntry::State::Running:
        break;
    case FleetEntry::State::Connected:
        return tr("Connected");
    case FleetEntry::State::Failed:
        return entry.row.problem.isEmpty() ? entry.message : tr("Line %1: %2").arg(entry.row.line).arg(entry.row.problem);
    case FleetEntry::State::Stopped:
        return tr("Stopped");
    }
    return entry.steps.isEmpty() ? tr("Finding the servers") : tr("Checking");
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (section == kAddressColumn)
        return tr("Mailbox");
    if (section == resultColumn())
        return tr("Result");
    const QString step = words::checkSteps().at(section - kFirstCheckColumn);
    if (role == Qt::ToolTipRole)
        return words::isSending(step) ? tr("Sending: %1").arg(words::ofStep(step)) : tr("Reading: %1").arg(words::ofStep(step));
    return words::ofStepShort(step);
}

} // namespace inlet::ui
