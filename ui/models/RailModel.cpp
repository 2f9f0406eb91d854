// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RailModel.h"

#include "ui/CategoryBook.h"
#include "ui/Phrases.h"
#include "ui/actions/ActionTable.h"

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kCountDelayMs = 100;
constexpr int kCountAgainMs = 2000; // after an error of the store

} // namespace

int badness(engine::MailboxState state)
{
    switch (state) {
    case engine::MailboxState::Live: return 0;
    case engine::MailboxState::Off: return 1;
    case engine::MailboxState::Checked: return 2;
    case engine::MailboxState::Paused: return 3;
    case engine::MailboxState::CatchingUp: return 4;
    case engine::MailboxState::Connecting: return 5;
    case engine::MailboxState::Waiting: return 6;
    case engine::MailboxState::NeedsUser: return 7;
    }
    return 0;
}

RailModel::RailModel(engine::Engine &engine, QObject *parent) : QAbstractListModel(parent), m_engine(engine)
{
    // A burst of changes asks once.
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(kCountDelayMs);
    connect(&m_countTimer, &QTimer::timeout, this, &RailModel::refreshCounts);
    const auto later = [this] {
        if (!m_countTimer.isActive())
            m_countTimer.start();
    };
    connect(&engine, &engine::Engine::changed, this, [this, later](const store::ChangeSet &changes) {
        later();
        if (changes.views || changes.everything)
            refreshViews();
    });
    connect(&engine, &engine::Engine::ledgerChanged, this, later);
    connect(&engine, &engine::Engine::accountsChanged, this, [this] { rebuild(); });
    connect(&categoryBook(), &CategoryBook::changed, this, [this] {
        rebuild();
        refreshCounts();
    });
    connect(&engine, &engine::Engine::statusChanged, this, &RailModel::onStatusChanged);
    rebuild();
    refreshCounts();
    refreshViews();
}

void RailModel::refreshViews()
{
    m_engine.views().fetchViews(&m_viewContext, [this](const Result<QList<store::SavedView>> &views) {
        if (!views) {
            QTimer::singleShot(kCountAgainMs, &m_viewContext, [this] { refreshViews(); });
            return;
        }
        m_views = *views;
        rebuild();
        Q_EMIT viewsChanged();
    });
}

void RailModel::refreshCounts()
{
    m_engine.fetchCounts(&m_countContext, [this](const Result<store::Counts> &counts) {
        if (!counts) {
            QTimer::singleShot(kCountAgainMs, &m_countContext, [this] { m_countTimer.start(); });
            return;
        }
        m_counts = *counts;
        countsCame();
        Q_EMIT countsChanged();
    });
    m_engine.fetchDrafts(&m_countContext, [this](const QList<store::Draft> &drafts) {
        const bool appears = (m_drafts == 0) != drafts.isEmpty();
        m_drafts = drafts.size();
        if (appears)
            rebuild();
        else
            countsCame();
    });
    m_engine.views().countViews(&m_countContext, [this](const engine::ViewCounts &counts) {
        m_viewCounts = counts;
        countsCame();
    });
    refreshOutbox();
}

/// Of messages, not of conversations: each of them waits or has failed on its own.
void RailModel::refreshOutbox()
{
    m_engine.fetchOutbox(&m_countContext, [this](const QList<store::LedgerRow> &rows) {
        m_waiting = std::count_if(rows.cbegin(), rows.cend(), [](const store::LedgerRow &row) { return phrases::isUnsent(row.state); });
        m_stuck = std::count_if(rows.cbegin(), rows.cend(), [](const store::LedgerRow &row) { return phrases::isStuck(row.state); });
        countsCame();
    });
}

void RailModel::countsCame()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1), {int(RailRole::Count), int(RailRole::IsUrgent)});
}

/// Keeps the rows that stay, so that neither selection nor scroll place is lost.
void RailModel::rebuild()
{
    m_accounts = m_engine.accounts();
    readTags();
    const QList<Entry> fresh = makeEntries();
    qsizetype head = 0;
    while (head < fresh.size() && head < m_entries.size() && fresh.at(head) == m_entries.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < fresh.size() - head && tail < m_entries.size() - head
        && fresh.at(fresh.size() - 1 - tail) == m_entries.at(m_entries.size() - 1 - tail))
        ++tail;
    if (const qsizetype gone = m_entries.size() - head - tail; gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_entries.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype added = fresh.size() - head - tail; added > 0) {
        beginInsertRows({}, int(head), int(head + added - 1));
        m_entries = fresh;
        endInsertRows();
    }
}

int RailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

Qt::ItemFlags RailModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant RailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.label;
    case Qt::AccessibleTextRole: return sentenceOf(entry);
    case Qt::ToolTipRole: return toolTipOf(entry);
    case int(RailRole::Kind): return int(entry.kind);
    case int(RailRole::Icon): return entry.icon;
    case int(RailRole::Count): return countOf(entry);
    case int(RailRole::Category): return entry.category;
    case int(RailRole::IsUrgent): return entry.kind == RailKind::Outbox && m_stuck > 0;
    case int(RailRole::IsFolded): return isFolded(entry);
    case int(RailRole::IsInGroup): return entry.kind == RailKind::Mailbox && !entry.tag.isEmpty();
    case int(RailRole::Colour):
        for (const accounts::Account &account : m_accounts) {
            if (account.id == entry.account)
                return account.colour;
        }
        return {};
    case int(RailRole::State):
        if (entry.kind == RailKind::Mailbox)
            return int(m_engine.status(entry.account).state);
        return sumsUp(entry) ? int(worstStatus(entry.tag).state) : int(engine::MailboxState::Live);
    case int(RailRole::Progress): {
        if (entry.kind != RailKind::Mailbox)
            return -1;
        const engine::MailboxStatus status = m_engine.status(entry.account);
        if (status.state != engine::MailboxState::CatchingUp || status.syncTotal <= 0)
            return -1;
        return int(std::clamp<qint64>(status.syncDone * 100 / status.syncTotal, 0, 100));
    }
    default:
        return {};
    }
}

qint64 RailModel::countOf(const Entry &entry) const
{
    switch (entry.kind) {
    case RailKind::Scope:
        // Of what is done or sent nobody needs to know how much there is.
        if (entry.scope == store::Scope::Sent || entry.scope == store::Scope::Archived)
            return 0;
        return m_counts.byScope.value(int(entry.scope));
    case RailKind::Category: return m_counts.byCategory.value(entry.category);
    case RailKind::View: return m_viewCounts.value(entry.view);
    case RailKind::Mailbox: return m_counts.unreadByAccount.value(entry.account);
    case RailKind::Drafts: return m_drafts;
    case RailKind::Outbox: return m_waiting + m_stuck;
    case RailKind::Tag:
    case RailKind::Header: return sumsUp(entry) ? unreadOf(entry.tag) : 0;
    case RailKind::ShowAll: return 0;
    }
    return 0;
}

QString RailModel::toolTipOf(const Entry &entry) const
{
    if (entry.kind == RailKind::Outbox)
        return outboxWords(entry.label);
    if (const store::SavedView *view = this->view(entry.view))
        return viewWords(*view).join(QLatin1Char('\n'));
    if (entry.kind == RailKind::Header)
        return headerWords(entry).join(QLatin1Char('\n'));
    if (entry.kind == RailKind::Tag)
        return tagWords(entry).join(QLatin1Char('\n'));
    if (entry.kind != RailKind::Mailbox)
        return entry.label;
    const engine::MailboxStatus status = m_engine.status(entry.account);
    QStringList lines{entry.label, phrases::mailboxState(status, QDateTime::currentDateTimeUtc())};
    lines += phrases::syncProgress(status);
    lines += phrases::oneLine(status.reason);
    lines += phrases::oneLine(status.advice);
    if (const qint64 messages = m_counts.messagesByAccount.value(entry.account))
        lines += tr("%1 messages").arg(phrases::number(messages));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString RailModel::sentenceOf(const Entry &entry) const
{
    const qint64 count = countOf(entry);
    if (entry.kind == RailKind::Header) {
        QStringList words = headerWords(entry);
        words.first() = isFolded(entry) ? tr("%1, folded").arg(entry.label) : tr("%1, heading").arg(entry.label);
        return words.join(QStringLiteral(", "));
    }
    if (entry.kind == RailKind::Tag) {
        QStringList words = tagWords(entry);
        words.first() = isFolded(entry) ? tr("Tag %1, folded").arg(entry.label) : tr("Tag %1, unfolded").arg(entry.label);
        return words.join(QStringLiteral(", "));
    }
    QString text = entry.label;
    if (const store::SavedView *view = this->view(entry.view))
        text = viewWords(*view).join(QStringLiteral(", "));
    if (entry.kind == RailKind::Mailbox) {
        text += QStringLiteral(", ") + phrases::mailboxState(m_engine.status(entry.account), QDateTime::currentDateTimeUtc());
        return count > 0 ? tr("%1, %2 unread").arg(text).arg(count) : text;
    }
    if (entry.kind == RailKind::Outbox)
        return outboxWords(text);
    return count > 0 ? QStringLiteral("%1, %2").arg(text).arg(count) : text;
}

/// Its name, its key, what it looks for.
QStringList RailModel::viewWords(const store::SavedView &view) const
{
    QStringList words{phrases::oneLine(view.name)};
    if (view.number > 0)
        words += firstKey(viewAction(view.number));
    words += phrases::listWords(view.query, m_accounts);
    if (view.notify)
        words += tr("notifies you of new replies");
    words.removeAll(QString());
    return words;
}

const store::SavedView *RailModel::view(SavedViewId id) const
{
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(), [id](const store::SavedView &view) { return view.id == id; });
    return found == m_views.cend() ? nullptr : &*found;
}

const store::SavedView *RailModel::viewNumber(int number) const
{
    const auto found
        = std::find_if(m_views.cbegin(), m_views.cend(), [number](const store::SavedView &view) { return view.number == number; });
    return found == m_views.cend() ? nullptr : &*found;
}

QString RailModel::outboxWords(const QString &label) const
{
    QStringList parts{label};
    if (m_waiting > 0)
        parts += tr("%1 waiting").arg(m_waiting);
    if (m_stuck > 0)
        parts += tr("%1 failed").arg(m_stuck);
    return parts.join(QStringLiteral(", "));
}

void RailModel::onStatusChanged(AccountId account)
{
    bool seen = false;
    for (int row = 0; row < m_entries.size(); ++row) {
        const Entry &entry = m_entries.at(row);
        seen = seen || entry.account == account;
        if (entry.account == account || entry.group == RailGroup::Mailboxes || entry.kind == RailKind::Tag)
            Q_EMIT dataChanged(index(row), index(row));
    }
    if (!seen)
        rebuild();
}

std::optional<store::ListQuery> RailModel::queryAt(int row) const
{
    if (row < 0 || row >= m_entries.size())
        return std::nullopt;
    const Entry &entry = m_entries.at(row);
    store::ListQuery query;
    query.scope = entry.scope;
    switch (entry.kind) {
    case RailKind::Scope:
        return query;
    case RailKind::Category:
        query.category = store::Category(entry.category);
        return query;
    case RailKind::Mailbox:
        query.account = entry.account;
        return query;
    case RailKind::Tag:
        query.search = tagSearch(entry.tag);
        return query;
    case RailKind::View:
    case RailKind::Header:
    case RailKind::Drafts:
    case RailKind::Outbox:
    case RailKind::ShowAll:
        return std::nullopt;
    }
    return std::nullopt;
}

/// A tag is a search; what else is looked for belongs to the list that it is looked for in.
int RailModel::rowOf(const store::ListQuery &query) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        const std::optional<store::ListQuery> here = queryAt(row);
        if (here && !here->search.isEmpty() && here->search == query.search.trimmed() && here->scope == query.scope && !query.category && !query.account.isValid())
            return row;
    }
    for (int row = 0; row < m_entries.size(); ++row) {
        const std::optional<store::ListQuery> here = queryAt(row);
        if (here && here->search.isEmpty() && here->scope == query.scope && here->account == query.account && here->category == query.category)
            return row;
    }
    return -1;
}

int RailModel::rowOf(SavedViewId view) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).view == view && view.isValid())
            return row;
    }
    return -1;
}

SavedViewId RailModel::viewAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? m_entries.at(row).view : SavedViewId();
}

AccountId RailModel::accountAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? m_entries.at(row).account : AccountId();
}

RailKind RailModel::kindAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? m_entries.at(row).kind : RailKind::Header;
}

void RailModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    rebuild();
}

} // namespace inlet::ui
