// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"
#include "outbox/Outbox.h"
#include "support/FakeClock.h"
#include "support/FakeImapServer.h"
#include "support/FakeSmtpServer.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>

namespace inlet::test
{

/// Runs session work one after the other on a thread of its own, as sync does.
class SessionThread
{
public:
    explicit SessionThread(FakeImapServer &server);
    outbox::SessionRunner runner();
    void stop(); ///< nothing more is run or answered
    [[nodiscard]] int answered() const { return *m_answered; } ///< pieces of work

private:
    struct Work {
        outbox::SessionWork work;
        std::function<void(Result<void>)> done;
    };
    std::shared_ptr<Channel<Work>> m_channel = std::make_shared<Channel<Work>>();
    std::shared_ptr<std::atomic<int>> m_answered = std::make_shared<std::atomic<int>>(0);
    std::jthread m_thread;
};

/// An outbox over a real store in a temporary directory, a fake server for each direction, and a
/// clock that the test turns.
class OutboxFixture
{
    QTemporaryDir m_dir; // outlives the store

public:
    explicit OutboxFixture(accounts::SentPolicy policy = accounts::SentPolicy::ProviderFiles);

    void open(const outbox::OutboxOptions &options = {}); ///< store and outbox
    void close(); ///< as the end of the program
    void openStore();

    AccountId addAccount(const QString &email, accounts::SentPolicy policy, const QString &host = QStringLiteral("smtp.sales.test"));
    /// A row whose undo window ends in `undo`; Message-ID "<name>@sales.test".
    LedgerId add(const QString &name, std::chrono::seconds undo = std::chrono::seconds(0),
        const std::function<void(store::LedgerRow &)> &change = {});
    static QByteArray bytesOf(const QString &name);
    void damage(LedgerId id); ///< its octets, on the disk

    [[nodiscard]] store::LedgerRow row(LedgerId id);
    [[nodiscard]] store::LedgerState state(LedgerId id) { return row(id).state; }
    /// The clock goes on and the outbox notices, without being told that the network is back.
    void pass(std::chrono::milliseconds time);
    [[nodiscard]] int copiesInSent(const QString &name) const;
    [[nodiscard]] int timesTaken(const QString &name) const;
    /// Blocks until everything pushed before is done by the planner.
    void settle();

    FakeClock clock;
    QByteArray password = "pw"; ///< before the outbox, whose threads read it to their end
    FakeSmtpServer smtp;
    smtp::SmtpSessionFactory factory = smtp.factory(); ///< may be replaced before open()
    FakeImapServer imap;
    SessionThread sessions{imap};
    std::unique_ptr<store::Store> store;
    std::unique_ptr<outbox::Outbox> subject;
    AccountId account;

private:
    accounts::SentPolicy m_policy;
};

} // namespace inlet::test
