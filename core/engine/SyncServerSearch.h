// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "engine/GuiRelay.h"
#include "engine/ServerSearch.h"
#include "engine/values/Engine.h"
#include "sync/SyncEngine.h"

#include <QTimer>

#include <functional>
#include <stop_token>

namespace inlet
{
class Clock;
}

namespace inlet::engine
{

/// Searches by the connections that sync has: behind all that is urgent, a mailbox at its turn. Thread: GUI.
class SyncServerSearch final : public ServerSearch
{
    Q_OBJECT

public:
    struct Parts {
        std::function<QList<accounts::Account>()> accounts;
        std::function<MailboxStatus(AccountId)> status;
        /// Answers from any thread.
        std::function<void(AccountId, sync::FindOnServer, std::function<void(Result<void>)>)> find;
        std::function<QString(AccountId, const Error &)> inWords;
    };

    SyncServerSearch(GuiRelay &relay, const Clock &clock, Parts parts);
    ~SyncServerSearch() override;

    [[nodiscard]] bool canAsk(const QString &search) const override;
    void start(const store::ListQuery &query) override;
    void stop() override;
    [[nodiscard]] ServerSearchStatus status() const override { return m_status; }

private:
    [[nodiscard]] MailboxSearch entryOf(const accounts::Account &account) const;
    void ask(AccountId account, const imap::FindQuery &query);
    void take(quint64 search, AccountId account, const sync::FindOnServer::Progress &progress);
    void finish(quint64 search, AccountId account, const Result<void> &result);
    [[nodiscard]] MailboxSearch *find(quint64 search, AccountId account);
    void tell();

    GuiRelay &m_relay;
    const Clock &m_clock;
    const Parts m_parts;
    ServerSearchStatus m_status;
    quint64 m_number = 0; ///< of the search: answers of an earlier one are dropped
    std::stop_source m_stop;
    QTimer m_gather;
};

/// What of a search a server can be asked; local states and categories are sorted out in the list that shows it. Pure.
[[nodiscard]] imap::FindQuery findQueryOf(const QString &search, const QDateTime &now);

} // namespace inlet::engine
