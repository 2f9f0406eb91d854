// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ConversationModel.h"

#include "ui/DeliveryWords.h"
#include "ui/Phrases.h"
#include "ui/models/Timeline.h"

#include <algorithm>

namespace inlet::ui
{

namespace
{

/// "Re: Aw: quick question" and "quick question" are no seam.
QString bare(QString subject)
{
    subject = phrases::oneLine(subject);
    for (int guard = 0; guard < 10; ++guard) {
        const qsizetype colon = subject.indexOf(QLatin1Char(':'));
        if (colon < 1 || colon > 4)
            break;
        subject = subject.mid(colon + 1).trimmed();
    }
    return subject.toCaseFolded();
}

} // namespace

ConversationModel::ConversationModel(engine::Engine &engine, QObject *parent)
    : QAbstractListModel(parent), m_engine(engine)
{
    connect(&engine, &engine::Engine::changed, this, [this](const store::ChangeSet &changes) {
        if (m_id.isValid() && (changes.everything || changes.conversations.contains(m_id)))
            fetch();
    });
    connect(&engine, &engine::Engine::ledgerChanged, this, [this](const store::LedgerRow &row) {
        if (m_id.isValid() && row.conversation == m_id)
            fetch();
    });
    connect(&engine, &engine::Engine::accountsChanged, this, &ConversationModel::rebuild);
}

void ConversationModel::setConversation(ConversationId id)
{
    if (id == m_id)
        return;
    beginResetModel();
    m_id = id;
    m_head = {};
    m_messages.clear();
    m_decisions.clear();
    m_entries.clear();
    m_open.clear();
    m_shown = kShownAtEnd;
    m_problem.clear();
    m_loading = id.isValid();
    m_pending = false;
    m_again = false;
    endResetModel();
    Q_EMIT conversationChanged();
    if (id.isValid())
        fetch();
}

void ConversationModel::fetch()
{
    if (m_pending) {
        m_again = true;
        return;
    }
    m_pending = true;
    fetchDecisions();
    m_engine.fetchConversation(m_id, &m_context, [this, id = m_id](const engine::ConversationDetail &detail) {
        if (id != m_id)
            return;
        m_pending = false;
        onDetail(detail);
        if (std::exchange(m_again, false))
            fetch();
    });
}

void ConversationModel::fetchDecisions()
{
    m_engine.desk().fetchHistory(m_id, &m_context, [this, id = m_id](const QList<store::DecisionRecord> &records) {
        if (id != m_id || records == m_decisions)
            return;
        m_decisions = records;
        rebuild();
    });
}

void ConversationModel::onDetail(const engine::ConversationDetail &detail)
{
    const bool first = std::exchange(m_loading, false);
    m_problem = detail.problem;
    m_head = detail.row;
    QSet<StoredMessageId> known;
    for (const store::MessageItem &message : std::as_const(m_messages))
        known.insert(message.id);
    m_messages = detail.messages;
    if (first) {
        openDefaults();
    } else {
        for (const store::MessageItem &message : std::as_const(m_messages)) {
            if (!known.contains(message.id))
                m_open.insert(message.id);
        }
    }
    rebuild();
    Q_EMIT headChanged();
    if (first)
        Q_EMIT loaded();
}

/// The newest and the unread ones; of a pile of unread ones only the newest few.
void ConversationModel::openDefaults()
{
    constexpr int kMostOpen = 8;
    for (auto message = m_messages.crbegin(); message != m_messages.crend(); ++message) {
        if (m_open.size() >= kMostOpen)
            break;
        if (message == m_messages.crbegin() || !message->seen)
            m_open.insert(message->id);
    }
}

QList<ConversationModel::Entry> ConversationModel::makeEntries() const
{
    QList<Entry> entries;
    // The first message, the fold, the newest ones; a fold of one line would be silly.
    const qsizetype hidden = m_messages.size() - 1 - m_shown;
    const bool folds = hidden > 1;
    const QList<TimelineEvent> events = timelineEvents(m_messages, m_decisions, QDateTime::currentDateTimeUtc());
    auto event = events.cbegin();
    const auto addEvents = [&](qsizetype after) {
        for (; event != events.cend() && event->after <= after; ++event) {
            const bool hides = folds && event->after > 0 && event->after <= hidden;
            if (!hides)
                entries.append({TimelineKind::Event, after, {}, event->text, 0, event->icon, event->bad});
        }
    };
    if (!m_messages.isEmpty())
        addEvents(-1);
    for (qsizetype at = 0; at < m_messages.size(); ++at) {
        if (folds && at == 1) {
            entries.append({TimelineKind::Fold, at, {}, {}, int(hidden), {}, false});
            at = hidden;
            addEvents(at);
            continue;
        }
        const bool afterFold = folds && at == hidden + 1;
        const QString seam = at > 0 && !afterFold ? seamBefore(at) : QString();
        if (!seam.isEmpty())
            entries.append({TimelineKind::Seam, at, m_messages.at(at).id, seam, 0, {}, false});
        entries.append({TimelineKind::Message, at, m_messages.at(at).id, {}, 0, {}, false});
        addEvents(at);
    }
    return entries;
}

QString ConversationModel::seamBefore(qsizetype message) const
{
    const store::MessageItem &now = m_messages.at(message);
    const store::MessageItem &before = m_messages.at(message - 1);
    QStringList parts;
    if (now.account != before.account) {
        const QList<accounts::Account> accounts = m_engine.accounts();
        for (const accounts::Account &account : accounts) {
            if (account.id == now.account)
                parts += tr("from here via %1").arg(account.email);
        }
    }
    if (bare(now.subject) != bare(before.subject) && !now.subject.isEmpty())
        parts += tr("new subject: %1").arg(phrases::oneLine(now.subject, 120));
    return parts.join(QStringLiteral(" · "));
}

void ConversationModel::rebuild()
{
    const QList<Entry> fresh = makeEntries();
    const auto same = [](const Entry &one, const Entry &other) { return one.isSame(other); };
    qsizetype head = 0;
    while (head < fresh.size() && head < m_entries.size() && same(fresh.at(head), m_entries.at(head)))
        ++head;
    qsizetype tail = 0;
    while (tail < fresh.size() - head && tail < m_entries.size() - head
        && same(fresh.at(fresh.size() - 1 - tail), m_entries.at(m_entries.size() - 1 - tail)))
        ++tail;
    if (const qsizetype gone = m_entries.size() - head - tail; gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_entries.remove(head, gone);
        endRemoveRows();
    }
    const qsizetype added = fresh.size() - head - tail;
    if (added > 0)
        beginInsertRows({}, int(head), int(head + added - 1));
    m_entries = fresh;
    if (added > 0)
        endInsertRows();
    // Flags and ledger states of the messages that stayed.
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1));
}

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    if (role == int(TimelineRole::Kind))
        return int(entry.kind);
    if (entry.kind == TimelineKind::Fold) {
        if (role == int(TimelineRole::HiddenCount))
            return entry.hidden;
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? phrases::plural(entry.hidden, tr("1 older message"), tr("%1 older messages"))
                                                                         : QVariant();
    }
    if (entry.kind == TimelineKind::Event && role == int(TimelineRole::Icon))
        return entry.icon;
    if (entry.kind == TimelineKind::Event && role == int(TimelineRole::IsBad))
        return entry.bad;
    if (entry.kind == TimelineKind::Seam || entry.kind == TimelineKind::Event)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? entry.text : QVariant();
    const store::MessageItem &message = m_messages.at(entry.message);
    switch (role) {
    case Qt::DisplayRole: return phrases::person(message.from.name, message.from.address);
    case Qt::AccessibleTextRole: return sentence(message);
    case int(TimelineRole::Message): return QVariant::fromValue(message);
    case int(TimelineRole::IsOpen): return m_open.contains(message.id);
    default: return {};
    }
}

QString ConversationModel::sentence(const store::MessageItem &message) const
{
    QStringList parts;
    if (!message.seen)
        parts += tr("Unread");
    parts += tr("From %1").arg(phrases::person(message.from.name, message.from.address));
    parts += phrases::spokenTime(message.at, QDateTime::currentDateTimeUtc());
    parts += phrases::kindMark(message);
    if (!message.bounces.isEmpty())
        parts += phrases::bounces(message).split(QLatin1Char('\n'));
    else if (message.ledger)
        parts += phrases::ledgerState(*message.ledger);
    if (message.answered)
        parts += tr("Answered");
    parts += phrases::oneLine(message.preview, 200);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

void ConversationModel::setOpen(int row, bool open)
{
    if (row < 0 || row >= m_entries.size() || m_entries.at(row).kind != TimelineKind::Message)
        return;
    const StoredMessageId id = m_entries.at(row).id;
    if (open == m_open.contains(id))
        return;
    if (open)
        m_open.insert(id);
    else
        m_open.remove(id);
    Q_EMIT dataChanged(index(row), index(row), {int(TimelineRole::IsOpen)});
}

void ConversationModel::setAllOpen(bool open)
{
    for (int row = 0; row < m_entries.size(); ++row)
        setOpen(row, open);
}

void ConversationModel::showMore()
{
    m_shown += kStep;
    rebuild();
}

const store::MessageItem *ConversationModel::answerable() const
{
    for (auto message = m_messages.crbegin(); message != m_messages.crend(); ++message) {
        if (message->kind == triage::Kind::Human)
            return &*message;
    }
    return m_messages.isEmpty() ? nullptr : &m_messages.last();
}

} // namespace inlet::ui
