// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/MailboxModel.h"

#include "engine/Engine.h"
#include "ui/Phrases.h"
#include "ui/dialogs/Words.h"

#include <QLocale>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kClockMs = 30'000;
constexpr int kCountPauseMs = 500;

int urgency(engine::MailboxState state)
{
    switch (state) {
    case engine::MailboxState::NeedsUser:
        return 0;
    case engine::MailboxState::Waiting:
        return 1;
    case engine::MailboxState::Connecting:
        return 2;
    case engine::MailboxState::CatchingUp:
        return 3;
    case engine::MailboxState::Paused:
        return 4;
    case engine::MailboxState::Checked:
        return 5;
    case engine::MailboxState::Live:
        return 6;
    case engine::MailboxState::Off:
        break;
    }
    return 7;
}

MailboxAction actionFor(engine::MailboxState state)
{
    switch (state) {
    case engine::MailboxState::NeedsUser:
        return MailboxAction::Repair;
    case engine::MailboxState::Waiting:
    case engine::MailboxState::Checked:
        return MailboxAction::CheckNow;
    case engine::MailboxState::Paused:
        return MailboxAction::Continue;
    case engine::MailboxState::Off:
        return MailboxAction::Enable;
    case engine::MailboxState::Connecting:
    case engine::MailboxState::CatchingUp:
    case engine::MailboxState::Live:
        break;
    }
    return MailboxAction::None;
}

bool isNumber(MailboxModel::Column column)
{
    return column == MailboxModel::Column::Messages || column == MailboxModel::Column::Unread || column == MailboxModel::Column::Bounced;
}

} // namespace

MailboxModel::MailboxModel(engine::Engine &engine, QObject *parent) : QAbstractTableModel(parent), m_engine(engine)
{
    m_clock.setInterval(kClockMs);
    m_countPause.setInterval(kCountPauseMs);
    m_countPause.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &MailboxModel::refreshTimes);
    connect(&m_countPause, &QTimer::timeout, this, &MailboxModel::fetchCounts);
    connect(&engine, &engine::Engine::accountsChanged, this, &MailboxModel::reload);
    connect(&engine, &engine::Engine::statusChanged, this, &MailboxModel::onStatus);
    connect(&engine, &engine::Engine::changed, this, [this] {
        if (!m_countPause.isActive())
            m_countPause.start();
    });
    m_clock.start();
    reload();
    fetchCounts();
}

void MailboxModel::reload()
{
    beginResetModel();
    m_rows.clear();
    const QList<accounts::Account> all = m_engine.accounts();
    for (const accounts::Account &account : all) {
        engine::MailboxStatus status = m_engine.status(account.id);
        if (!account.enabled)
            status.state = engine::MailboxState::Off;
        m_rows.append({account, status});
    }
    sort();
    endResetModel();
    Q_EMIT refreshed();
}

void MailboxModel::sort()
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &one, const Row &other) {
        const int a = urgency(one.status.state);
        const int b = urgency(other.status.state);
        return a != b ? a < b : one.account.email < other.account.email;
    });
}

void MailboxModel::onStatus(AccountId account)
{
    const int row = rowOf(account);
    if (row < 0)
        return;
    const bool moves = urgency(m_rows.at(row).status.state) != urgency(m_engine.status(account).state);
    if (!moves) {
        m_rows[row].status = m_engine.status(account);
        Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
        Q_EMIT refreshed();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<AccountId> ids;
    for (const QModelIndex &one : before)
        ids.append(accountAt(one.row()));
    m_rows[row].status = m_engine.status(account);
    sort();
    QModelIndexList after;
    for (int i = 0; i < int(before.size()); ++i)
        after.append(index(rowOf(ids.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT refreshed();
}

void MailboxModel::fetchCounts()
{
    m_engine.fetchCounts(this, [this](const Result<store::Counts> &counts) {
        if (!counts) {
            m_countPause.start();
            return;
        }
        m_counts = *counts;
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, int(Column::Messages)), index(rowCount() - 1, int(Column::Unread)));
    });
    m_engine.desk().fetchSendingHealth(this, [this](const QList<store::SendingHealth> &health) {
        m_health.clear();
        for (const store::SendingHealth &one : health) {
            if (one.account.isValid())
                m_health.insert(one.account, one);
        }
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, int(Column::Bounced)), index(rowCount() - 1, int(Column::Bounced)));
    });
}

void MailboxModel::refreshTimes()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, int(Column::State)), index(rowCount() - 1, int(Column::LastNewMail)));
}

AccountId MailboxModel::accountAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows.at(row).account.id : AccountId();
}

int MailboxModel::rowOf(AccountId account) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_rows.at(row).account.id == account)
            return row;
    }
    return -1;
}

const accounts::Account *MailboxModel::account(AccountId id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows.at(row).account;
}

bool MailboxModel::hasTags() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return !row.account.tags.isEmpty(); });
}

QString MailboxModel::summary() const
{
    const auto count = [this](auto wanted) {
        return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [wanted](const Row &row) { return wanted(row.status.state); }));
    };
    const int live = count([](engine::MailboxState state) { return state == engine::MailboxState::Live; });
    const int needy = count([](engine::MailboxState state) { return state == engine::MailboxState::NeedsUser; });
    QString text = tr("%1 of %2 live").arg(live).arg(m_rows.size());
    if (needy > 0)
        text += needy == 1 ? tr(" · 1 needs you") : tr(" · %1 need you").arg(needy);
    return text;
}

int MailboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MailboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant MailboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        if (column == Column::Bounced)
            return m_health.value(row.account.id).words;
        if (column == Column::State)
            return wholeState(row);
        if (column == Column::Reason && !row.status.serverReply.isEmpty())
            return row.status.serverReply;
        if (column == Column::Reason && !row.status.advice.isEmpty())
            return QStringLiteral("%1\n%2").arg(text(row, column), row.status.advice);
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == Column::Mailbox ? sentence(row) : text(row, column);
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    default:
        break;
    }
    if (role == int(Role::Account))
        return row.account.id.number();
    if (role == int(Role::State))
        return int(row.status.state);
    if (role == int(Role::Colour))
        return row.account.colour;
    if (role == int(Role::Action))
        return int(actionFor(row.status.state));
    return {};
}

QString MailboxModel::text(const Row &row, Column column) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (column) {
    case Column::Mailbox:
        return row.account.email;
    case Column::Tags:
        return phrases::oneLine(row.account.tags.join(QStringLiteral(", ")));
    case Column::Provider:
        return words::ofProvider(row.account).isEmpty() ? row.account.imap.host : words::ofProvider(row.account);
    case Column::State:
        return words::ofMailbox(row.status, now);
    case Column::LastNewMail:
        return row.status.lastNewMail.isValid() ? words::ago(row.status.lastNewMail, now) : QString();
    case Column::Messages:
        return QLocale().toString(m_counts.messagesByAccount.value(row.account.id));
    case Column::Unread:
        return QLocale().toString(m_counts.unreadByAccount.value(row.account.id));
    case Column::Bounced: {
        const store::SendingHealth health = m_health.value(row.account.id);
        return health.sent > 0 ? tr("%1 %").arg(QLocale().toString(health.rate, 'f', 1)) : QString();
    }
    case Column::Reason:
        return row.status.reason;
    case Column::Action:
        break;
    }
    switch (actionFor(row.status.state)) {
    case MailboxAction::Repair:
        return tr("Repair");
    case MailboxAction::CheckNow:
        return tr("Check now");
    case MailboxAction::Continue:
        return tr("Continue");
    case MailboxAction::Enable:
        return tr("Enable");
    case MailboxAction::None:
        break;
    }
    return {};
}

QString MailboxModel::sentence(const Row &row) const
{
    QStringList parts{row.account.email, wholeState(row)};
    if (!row.account.tags.isEmpty())
        parts.append(tr("Tags: %1").arg(text(row, Column::Tags)));
    if (!row.status.reason.isEmpty())
        parts.append(row.status.reason);
    parts.append(tr("%1 messages, %2 unread").arg(text(row, Column::Messages), text(row, Column::Unread)));
    return parts.join(QStringLiteral(". "));
}

QString MailboxModel::wholeState(const Row &row) const
{
    const QString progress = phrases::syncProgress(row.status);
    if (progress.isEmpty())
        return text(row, Column::State);
    return tr("%1: %2").arg(phrases::mailboxState(row.status, QDateTime::currentDateTimeUtc()), progress);
}

QVariant MailboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Mailbox:
        return tr("Mailbox");
    case Column::Tags:
        return tr("Tags");
    case Column::Provider:
        return tr("Provider");
    case Column::State:
        return tr("State");
    case Column::LastNewMail:
        return tr("New mail");
    case Column::Messages:
        return tr("Messages");
    case Column::Unread:
        return tr("Unread");
    case Column::Bounced:
        return tr("Bounced");
    case Column::Reason:
        return tr("Why");
    case Column::Action:
        break;
    }
    return QString();
}

} // namespace inlet::ui
