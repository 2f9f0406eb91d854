// SPDX-License-Identifier: GPL-3.0-or-later
// What happens by itself: what the threads of store, sync and outbox tell, on its way to the window.
#include "engine/InletEngine.h"

#include "base/Clock.h"
#include "engine/SalvageWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace inlet::engine
{

namespace
{

const QString kSalvageNotice = QStringLiteral("salvage");

} // namespace

void InletEngine::storeChanged(const store::ChangeSet &changes)
{
    m_views.noteChanges(changes);
    addNews([&changes](News &news) { news.changes.merge(changes); });
}

void InletEngine::syncStatusChanged(const sync::SyncStatus &status)
{
    addNews([&status](News &news) {
        const auto last = std::find_if(news.statuses.rbegin(), news.statuses.rend(),
            [&status](const sync::SyncStatus &one) { return one.account == status.account; });
        const bool isProgress = last != news.statuses.rend() && last->state == sync::SyncState::CatchingUp && status.state == last->state;
        if (isProgress)
            *last = status;
        else
            news.statuses.append(status);
    });
}

void InletEngine::addNews(const std::function<void(News &)> &add)
{
    const std::scoped_lock lock(m_newsMutex);
    const bool posted = !m_news.isEmpty();
    add(m_news);
    if (!posted && !m_news.isEmpty())
        m_relay.post([this] {
            if (!m_newsTimer.isActive())
                deliverNews();
        });
}

/// The first news at once, those that follow closely together: a first sync commits and tells its
/// progress hundreds of times a second, and each time the window would ask, count and paint.
void InletEngine::deliverNews()
{
    News news;
    {
        const std::scoped_lock lock(m_newsMutex);
        news = std::exchange(m_news, {});
    }
    if (news.isEmpty())
        return;
    m_newsTimer.start();
    for (const sync::SyncStatus &status : std::as_const(news.statuses)) {
        m_board.update(status);
        if (status.state == sync::SyncState::NeedsUser && status.error)
            rememberRefusal(status.account, *status.error);
    }
    if (news.changes.everything)
        databaseReplaced();
    else if (!news.changes.accounts.isEmpty())
        reloadAccounts();
    if (news.changes.bounces || news.changes.everything || !news.changes.ledger.isEmpty())
        m_health.look();
    if (news.changes.suppressions && !news.changes.ledger.isEmpty())
        tellOfLedger(news.changes.ledger);
    if (!news.changes.isEmpty())
        Q_EMIT changed(news.changes);
}

/// What the do-not-contact list stopped, or lets go again: no outbox has told of it, and it plans anew.
void InletEngine::tellOfLedger(const QSet<LedgerId> &ids)
{
    m_store.read({}, [this, ids](store::ReadSession &session) {
        QList<store::LedgerRow> rows;
        for (const LedgerId id : ids) {
            if (auto row = session.ledgerRow(id))
                rows.append(*std::move(row));
        }
        m_relay.post([this, rows] {
            m_outbox->wake();
            for (const store::LedgerRow &row : rows)
                Q_EMIT ledgerChanged(row);
        });
    });
}

/// The folders of the new database are empty: what every mailbox remembers of the old one is void.
void InletEngine::databaseReplaced()
{
    m_started.clear();
    reloadAccounts();
    m_outbox->wake();
    tellOfSalvage();
}

void InletEngine::networkChanged()
{
    m_sync->networkChanged();
    m_outbox->wake();
}

/// The outbox's timers do not run while the machine sleeps. Sync has seen to itself.
void InletEngine::machineWoke()
{
    m_relay.post([this] { m_outbox->wake(); });
}

void InletEngine::tellOfSalvage()
{
    m_store.read({}, [this](store::ReadSession &session) {
        const auto report = session.salvageReport();
        if (!report || !*report)
            return;
        m_relay.post([this, report = **report] {
            Notice notice;
            notice.id = kSalvageNotice;
            notice.severity = Notice::Severity::Warning;
            notice.text = salvageText(report);
            notice.details = salvageDetails(report);
            m_board.post(notice);
            Q_EMIT salvaged(report);
        });
    });
}

void InletEngine::dismissNotice(const QString &id)
{
    if (id != kSalvageNotice)
        return; // the others go when their cause does
    m_board.resolve(id);
    m_store.write("salvage read", [](store::WriteTransaction &transaction) { return transaction.forgetSalvage(); });
}

void InletEngine::newMailStored(AccountId account, const QList<store::IncomingMessage> &messages)
{
    struct Stored {
        ConversationId conversation;
        QString messageId;
        QDateTime arrivedAt;
    };
    QList<Stored> stored;
    m_store.readHere([&](store::ReadSession &session) {
        for (const store::IncomingMessage &message : messages) {
            const QString &messageId = message.parsed.header.messageId;
            const auto found = session.findMessageId(account, messageId);
            if (!found || found->isEmpty())
                continue;
            if (const auto conversation = session.conversationOf(found->first().message))
                stored.append({*conversation, messageId, message.internalDate});
        }
    });
    m_relay.post([this, account, stored] {
        deliverNews(); // the row comes before the word about it
        m_board.sawNewMail(account, m_parts.clock.nowUtc());
        QSet<ConversationId> told;
        for (const Stored &one : stored) {
            Q_EMIT mailStored(account, one.conversation, one.messageId, one.arrivedAt);
            if (!told.contains(one.conversation))
                Q_EMIT newMail(account, one.conversation);
            told.insert(one.conversation);
        }
    });
}

void InletEngine::roundFinished(AccountId account, const Result<void> &result)
{
    m_relay.post([this, account, result] {
        deliverNews();
        Q_EMIT roundEnded(account, result);
    });
}

void InletEngine::sentCopySeen(AccountId account, const QString &messageId)
{
    m_relay.post([this, account, messageId] {
        if (m_outbox)
            m_outbox->sentCopySeen(account, messageId);
    });
}

void InletEngine::operationRefused(AccountId account, const store::Operation &operation, const Error &error)
{
    Refusal refusal{operation, {}, {}, {}, error};
    refusal.operation.account = account;
    m_store.readHere([&](store::ReadSession &session) {
        const auto conversation = session.conversationOf(operation.message);
        if (!conversation)
            return; // the message is gone meanwhile; that the change failed is still news
        refusal.conversation = *conversation;
        const auto rows = session.rows({*conversation}, {.scope = store::Scope::All});
        if (rows && !rows->isEmpty())
            refusal.who = rows->first().prospectName.isEmpty() ? rows->first().prospectAddress : rows->first().prospectName;
    });
    m_relay.post([this, refusal]() mutable {
        const accounts::Account *known = find(refusal.operation.account);
        refusal.email = known ? known->email : QCoreApplication::translate("Engine", "this mailbox");
        m_board.post(m_refusals.add(refusal,
            m_board.explain(refusal.operation.account, refusal.error, accounts::Protocol::Imap, accounts::Phase::Use)));
    });
}

void InletEngine::ledgerRowChanged(const store::LedgerRow &row)
{
    // The text is kept until the server has taken the message.
    const bool taken = row.state == store::LedgerState::Accepted || row.state == store::LedgerState::Sent;
    if (taken && row.draft.isValid()) {
        m_store.write("draft sent", [draft = row.draft](store::WriteTransaction &transaction) {
            return transaction.removeDraft(draft);
        });
    }
    m_relay.post([this, row] { Q_EMIT ledgerChanged(row); });
}

} // namespace inlet::engine
