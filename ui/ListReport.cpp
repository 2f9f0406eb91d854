// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ListReport.h"

#include "ui/models/ConversationListModel.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/ServerSearchBar.h"
#include "ui/panes/SplitBar.h"

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qint64 kGatherMs = 200;
constexpr qint64 kRest = 10; ///< times as long as a question took, until the next
constexpr int kStatusMs = 150; // many mailboxes change at once

/// Nothing but the network stands between this mailbox and its server.
bool isCutOff(const engine::MailboxStatus &status)
{
    static const QStringList causes{QStringLiteral("dns-failed"), QStringLiteral("connect-unreachable"), QStringLiteral("connect-failed"),
        QStringLiteral("connection-lost"), QStringLiteral("connect-timeout"), QStringLiteral("dns-not-found")};
    return status.state == engine::MailboxState::Waiting && causes.contains(status.cause);
}

} // namespace

ListReport::ListReport(engine::Engine &engine, ConversationListModel &model, ListPane &pane, QObject *parent)
    : QObject(parent), m_engine(engine), m_model(model), m_pane(pane)
{
    for (QTimer *timer : {&m_soon, &m_mailboxes})
        timer->setSingleShot(true);
    m_mailboxes.setInterval(kStatusMs);
    connect(&m_soon, &QTimer::timeout, this, &ListReport::ask);
    connect(&m_mailboxes, &QTimer::timeout, this, &ListReport::show);
    connect(&model, &ConversationListModel::loadingChanged, this, &ListReport::onLoading);
    connect(&engine, &engine::Engine::changed, this, &ListReport::askSoon);
    connect(&model, &ConversationListModel::updated, this, [this] {
        if (m_model.rowCount() == 0 && !m_facts.isSettled && !m_asking)
            ask(); // the last row has just left
    });
    const auto later = [this] {
        if (!m_mailboxes.isActive())
            m_mailboxes.start();
        if (m_model.rowCount() == 0)
            askSoon(); // whether the first sync is finished stands in the store
    };
    connect(&engine, &engine::Engine::statusChanged, this, later);
    connect(&engine, &engine::Engine::accountsChanged, this, later);
    connect(&engine.serverSearch(), &engine::ServerSearch::changed, this, &ListReport::show);
    connect(pane.servers(), &ServerSearchBar::searchClicked, this, [this] { m_engine.serverSearch().start(m_model.query()); });
    connect(pane.servers(), &ServerSearchBar::stopClicked, this, [this] { m_engine.serverSearch().stop(); });
    show();
}

void ListReport::onLoading()
{
    // What was told is of another list.
    if (m_model.isLoading()) {
        m_soon.stop();
        m_asking = m_facts.isSettled = m_facts.isTold = false;
        m_facts.list = {};
        show();
    } else if (m_model.query().search.isEmpty()) {
        ask();
    } else {
        askSoon(); // the next letter must not wait for what is counted about this one
    }
}

void ListReport::askSoon()
{
    if (!m_soon.isActive())
        m_soon.start(int(std::max(kGatherMs, kRest * m_lastMs)));
}

void ListReport::ask()
{
    m_soon.stop();
    if (m_model.isLoading())
        return;
    const store::ListQuery query = m_model.query();
    m_clock.start();
    askSplits(query);
    if (m_model.rowCount() == 0 || !query.search.isEmpty())
        askFacts(query);
}

void ListReport::askSplits(const store::ListQuery &query)
{
    m_engine.fetchSplits(query, &m_splitsContext, [this, query](const Result<store::SplitCounts> &splits) {
        if (!splits || query != m_model.query())
            return;
        m_lastMs = m_clock.elapsed();
        m_facts.splits = *splits;
        m_pane.splits()->setCounts(*splits);
        show();
    });
}

void ListReport::askFacts(const store::ListQuery &query)
{
    m_asking = true;
    m_engine.fetchListFacts(query, &m_factsContext, [this, query](const Result<store::ListFacts> &facts) {
        if (query != m_model.query())
            return;
        m_asking = false;
        m_facts.isSettled = true;
        m_facts.isTold = bool(facts);
        m_facts.list = facts.value_or(store::ListFacts());
        show();
    });
}

bool ListReport::isOf(AccountId list, const accounts::Account &account) const
{
    return account.enabled && (list.isValid() ? account.id == list : account.inUnifiedInbox);
}

void ListReport::countMailboxes()
{
    const AccountId list = m_model.query().account;
    m_facts.known = m_facts.mailboxes = m_facts.live = m_facts.reading = m_facts.paused = m_facts.needUser = m_facts.waiting = 0;
    m_facts.offAddress.clear();
    int cutOff = 0;
    const QList<accounts::Account> accounts = m_engine.accounts();
    for (const accounts::Account &account : accounts) {
        ++m_facts.known;
        if (!isOf(list, account))
            continue;
        ++m_facts.mailboxes;
        const engine::MailboxStatus status = m_engine.status(account.id);
        cutOff += isCutOff(status) ? 1 : 0;
        if (status.state == engine::MailboxState::NeedsUser) {
            ++m_facts.needUser;
            if (account.id == list) {
                m_facts.offAddress = account.email;
                m_facts.offReason = status.reason;
                m_facts.offSince = status.provedAt;
            }
        } else if (m_facts.list.firstSync.contains(account.id)) {
            ++(status.historyPaused ? m_facts.paused : m_facts.reading);
        } else if (status.state == engine::MailboxState::Waiting || status.state == engine::MailboxState::Connecting) {
            ++m_facts.waiting;
        } else {
            ++m_facts.live;
        }
    }
    m_facts.offline = m_facts.mailboxes > 0 && cutOff == m_facts.mailboxes;
}

/// Some mailbox of the list is read back to a day only, or has not come to its end yet.
bool ListReport::lacksOlderMail() const
{
    const AccountId list = m_model.query().account;
    const QList<accounts::Account> accounts = m_engine.accounts();
    return std::any_of(accounts.cbegin(), accounts.cend(), [&](const accounts::Account &account) {
        return isOf(list, account) && (account.history != accounts::HistoryWindow::All || m_facts.list.firstSync.contains(account.id));
    });
}

/// Where the window begins that begins last: of that mailbox, older mail may be missing.
QDate ListReport::newestBeginning() const
{
    const AccountId list = m_model.query().account;
    const QDate today = QDate::currentDate();
    QDate newest;
    const auto take = [&newest](const QDate &day) { newest = newest.isValid() ? std::max(newest, day) : day; };
    const QList<accounts::Account> accounts = m_engine.accounts();
    for (const accounts::Account &account : accounts) {
        if (!isOf(list, account))
            continue;
        switch (account.history) {
        case accounts::HistoryWindow::Days30: take(today.addDays(-30)); break;
        case accounts::HistoryWindow::Days90: take(today.addDays(-90)); break;
        case accounts::HistoryWindow::Year1: take(today.addYears(-1)); break;
        case accounts::HistoryWindow::All: break;
        }
    }
    return newest;
}

/// A search goes on while another list is shown; only its own list tells of it.
bool ListReport::isOfThisList(const engine::ServerSearchStatus &status) const
{
    const store::ListQuery &query = m_model.query();
    return !query.search.isEmpty() && status.query.search == query.search && status.query.account == query.account;
}

void ListReport::show()
{
    countMailboxes();
    const QString search = m_model.query().search;
    const bool lacks = !search.isEmpty() && m_facts.isTold && lacksOlderMail();
    const bool canAsk = lacks && m_engine.serverSearch().canAsk(search);
    const engine::ServerSearchStatus status = m_engine.serverSearch().status();
    const bool isOurs = isOfThisList(status);
    m_facts.canAskServers = canAsk && !isOurs;
    m_pane.setFacts(m_facts);
    const QDate since = newestBeginning();
    QDateTime oldest = m_facts.list.oldest;
    if (since.isValid() && m_facts.list.firstSync.isEmpty()) // read to the end: between the two there was none
        oldest = std::min(oldest, since.startOfDay());
    m_pane.servers()->setOffer(lacks && oldest.isValid() ? beginsWords(oldest, since) : QString(), canAsk);
    m_pane.servers()->setStatus(isOurs ? status : engine::ServerSearchStatus(), m_engine.accounts());
}

} // namespace inlet::ui
