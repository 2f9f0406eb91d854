// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the window: reading, paging, marks. The keys are in ConversationListModel.cpp.
#include "ui/models/ConversationListModel.h"

#include "ui/Phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::ui
{

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

ConversationId ConversationListModel::idAt(int row) const
{
    return row >= 0 && row < m_keys.size() ? m_keys.at(row).id : ConversationId();
}

const store::ConversationRow *ConversationListModel::rowData(ConversationId id) const
{
    return m_rows.object(id);
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationId id = m_keys.at(index.row()).id;
    if (role == int(ListRole::Id))
        return id.number();
    if (role == int(ListRole::IsMarked))
        return m_marked.contains(id);
    const store::ConversationRow *row = m_rows.object(id);
    if (role == int(ListRole::IsLoaded)) {
        if (!row)
            want(index.row());
        return row != nullptr;
    }
    if (!row)
        return role == Qt::AccessibleTextRole || role == Qt::DisplayRole ? tr("Loading") : QVariant();
    switch (role) {
    case int(ListRole::Row):
        return QVariant::fromValue(*row);
    case Qt::DisplayRole:
        return phrases::person(row->prospectName, row->prospectAddress);
    case Qt::AccessibleTextRole:
        return sentence(*row, m_marked.contains(id));
    case Qt::ToolTipRole:
        return tip(*row);
    case int(ListRole::MailboxColour):
        return row->accounts.isEmpty() ? QString() : m_mailboxes.value(row->accounts.first()).colour;
    case int(ListRole::MailboxName):
        return row->accounts.isEmpty() ? QString() : m_mailboxes.value(row->accounts.first()).shortName;
    case int(ListRole::HasMarks):
        return !m_marked.isEmpty();
    case int(ListRole::ManyMailboxes):
        return m_mailboxes.size() > 1;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(int(ListRole::Id), "id");
    names.insert(int(ListRole::IsLoaded), "isLoaded");
    names.insert(int(ListRole::Row), "row");
    names.insert(int(ListRole::IsMarked), "isMarked");
    return names;
}

QString ConversationListModel::tip(const store::ConversationRow &row) const
{
    QStringList lines{phrases::oneLine(row.subject), phrases::zonedTime(row.lastAt), phrases::whyCategory(row)};
    if (row.snoozedUntil.isValid())
        lines += tr("Snoozed until %1").arg(phrases::exactTime(row.snoozedUntil));
    if (row.muted)
        lines += tr("Muted: what comes does not bring it back");
    if (row.reminderDue)
        lines += tr("Nobody has answered: you asked to be reminded");
    else if (row.remindAt.isValid())
        lines += tr("Reminder if nobody answers: %1").arg(phrases::exactTime(row.remindAt));
    if (row.returnOn.isValid())
        lines += tr("Back on %1").arg(QLocale().toString(row.returnOn, QLocale::LongFormat));
    return lines.join(QLatin1Char('\n'));
}

QString ConversationListModel::sentence(const store::ConversationRow &row, bool isMarked) const
{
    const QString mailbox = row.accounts.isEmpty() ? QString() : m_mailboxes.value(row.accounts.first()).address;
    return rowSentence(row, isMarked, mailbox, QDateTime::currentDateTimeUtc(), m_rowParts);
}

/// Called from data(): only notes what is missing, the request follows from the event loop.
void ConversationListModel::want(int row) const
{
    m_wantedRow = row;
    if (!m_wantTimer.isActive())
        m_wantTimer.start();
}

void ConversationListModel::askRows()
{
    if (m_wantedRow < 0 || m_wantedRow >= m_keys.size())
        return;
    const int page = m_wantedRow / kPageRows;
    const auto first = std::max(0, (page - 1) * kPageRows);
    const auto last = std::min(int(m_keys.size()), (page + 2) * kPageRows);
    // The page itself before its neighbours.
    QList<ConversationId> ids;
    const auto add = [this, &ids](int from, int to) {
        for (int row = from; row < to; ++row) {
            const ConversationId id = m_keys.at(row).id;
            if (!m_rows.contains(id) && !m_absent.contains(id))
                ids.append(id);
        }
    };
    const int begin = page * kPageRows;
    const int end = std::min(last, begin + kPageRows);
    add(begin, end);
    const bool pageMissing = std::any_of(ids.cbegin(), ids.cend(),
        [this](ConversationId id) { return !m_requested.contains(id); });
    if (!pageMissing)
        return; // on its way
    add(end, last);
    add(first, begin);
    m_requested = QSet<ConversationId>(ids.cbegin(), ids.cend());
    m_engine.fetchRows(ordered(), ids, &m_rowContext,
        [this, ids, generation = m_generation](const QList<store::ConversationRow> &rows) {
            if (generation != m_generation)
                return;
            m_requested.clear();
            takeRows(rows);
            onRowsMissing(ids);
        });
}

/// A row that is gone is asked for once; then the list is told that it has left.
void ConversationListModel::onRowsMissing(const QList<ConversationId> &asked)
{
    for (const ConversationId id : asked) {
        if (m_rows.contains(id))
            continue;
        m_absent.insert(id);
        m_unsettled.insert(id);
    }
    askMembership();
}

void ConversationListModel::askRefresh()
{
    if (m_refreshPending || m_stale.isEmpty())
        return;
    m_refreshPending = true;
    const QList<ConversationId> ids(m_stale.cbegin(), m_stale.cend());
    m_stale.clear();
    m_engine.fetchRows(ordered(), ids, &m_refreshContext,
        [this, generation = m_generation](const QList<store::ConversationRow> &rows) {
            if (generation != m_generation)
                return;
            m_refreshPending = false;
            takeRows(rows);
            Q_EMIT updated();
            askRefresh();
        });
}

void ConversationListModel::takeRows(const QList<store::ConversationRow> &rows)
{
    int first = int(m_keys.size());
    int last = -1;
    QSet<ConversationId> arrived;
    for (const store::ConversationRow &row : rows)
        arrived.insert(row.id);
    locate(arrived);
    for (const store::ConversationRow &row : rows) {
        m_rows.insert(row.id, new store::ConversationRow(row));
        const int at = knownRowOf(row.id);
        if (at < 0)
            continue;
        first = std::min(first, at);
        last = std::max(last, at);
    }
    if (last >= first)
        Q_EMIT dataChanged(index(first), index(last));
}

void ConversationListModel::emitRowChanged(ConversationId id)
{
    const int row = rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {int(ListRole::IsMarked), Qt::AccessibleTextRole});
}

void ConversationListModel::setMarked(ConversationId id, bool marked)
{
    if (!id.isValid() || marked == m_marked.contains(id))
        return;
    if (marked)
        m_marked.insert(id);
    else
        m_marked.remove(id);
    emitRowChanged(id);
    Q_EMIT marksChanged(int(m_marked.size()));
}

void ConversationListModel::setAllMarked(const QList<ConversationId> &ids)
{
    m_marked = QSet<ConversationId>(ids.cbegin(), ids.cend());
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_keys.size()) - 1), {int(ListRole::IsMarked)});
    Q_EMIT marksChanged(int(m_marked.size()));
}

void ConversationListModel::clearMarks()
{
    if (!m_marked.isEmpty())
        setAllMarked({});
}

QList<ConversationId> ConversationListModel::marked() const
{
    QList<ConversationId> ids(m_marked.cbegin(), m_marked.cend());
    locate(m_marked);
    std::sort(ids.begin(), ids.end(), [this](ConversationId one, ConversationId other) {
        return store::ListKey{m_sortAt.value(one), one} > store::ListKey{m_sortAt.value(other), other};
    });
    return ids;
}

QList<ConversationId> ConversationListModel::ids() const
{
    QList<ConversationId> all;
    all.reserve(m_keys.size());
    for (const store::ListKey &key : m_keys)
        all.append(key.id);
    return all;
}

void ConversationListModel::onAccountsChanged()
{
    m_mailboxes.clear();
    const QList<accounts::Account> accounts = m_engine.accounts();
    const auto localPart = [](const accounts::Account &account) { return account.email.section(QLatin1Char('@'), 0, 0); };
    QHash<QString, int> used;
    for (const accounts::Account &account : accounts)
        ++used[localPart(account)];
    for (const accounts::Account &account : accounts) {
        const QString local = localPart(account);
        const QString shortName = used.value(local) == 1 ? local
                                                         : local + QLatin1Char('@') + accounts::domainOf(account.email).section(QLatin1Char('.'), 0, 0);
        m_mailboxes.insert(account.id, {account.colour, account.email, phrases::oneLine(shortName, 40)});
    }
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_keys.size()) - 1));
}

} // namespace inlet::ui
