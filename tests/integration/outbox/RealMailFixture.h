// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"
#include "outbox/Outbox.h"
#include "support/FakeClock.h"
#include "support/MailServers.h"

#include <thread>

namespace inlet::test
{

/// Signs in to the real server for each piece of work, one after the other on a thread of its own.
class RealSessionThread
{
public:
    RealSessionThread(imap::ImapSessionFactory sessions, const accounts::Account &account);
    outbox::SessionRunner runner();

private:
    struct Work {
        outbox::SessionWork work;
        std::function<void(Result<void>)> done;
    };
    std::shared_ptr<Channel<Work>> m_channel = std::make_shared<Channel<Work>>();
    std::jthread m_thread;
};

/// The outbox of user001@sales.test over a real store, Postfix and Dovecot. The clock is turned by
/// the test, so that retries need no patience.
class RealMailFixture
{
public:
    RealMailFixture(MailServers &servers, quint16 smtpPort, accounts::TlsMode tls,
        accounts::SentPolicy policy);
    ~RealMailFixture() { close(); } // the outbox ends before the store it works on

    void open(const outbox::OutboxOptions &options = {});
    void close();
    LedgerId add(const QString &name, const QString &recipient);
    [[nodiscard]] store::LedgerRow row(LedgerId id);
    [[nodiscard]] store::LedgerState state(LedgerId id) { return row(id).state; }
    void pass(std::chrono::milliseconds time);
    /// Copies of the message "<name>@sales.test" in that folder on the server.
    int copies(const QString &email, const QString &folder, const QString &name);

    FakeClock clock;
    std::unique_ptr<outbox::Outbox> subject;

private:
    MailServers &m_servers;
    QTemporaryDir m_dir;
    accounts::Account m_account;
    std::unique_ptr<RealSessionThread> m_sessions;
    std::unique_ptr<store::Store> m_store;
};

} // namespace inlet::test
