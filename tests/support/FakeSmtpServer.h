// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtp/SmtpSession.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace inlet::test
{

/// One submission server in memory: takes mail, refuses it, loses answers, as told.
/// Thread: any; the mutex guards everything that follows it.
class FakeSmtpServer
{
public:
    struct Mail {
        QString sender;
        QStringList recipients;
        QByteArray raw;
    };

    /// Sessions on this server, whatever the endpoint. The server must outlive them.
    smtp::SmtpSessionFactory factory();

    // How it behaves.
    void setPassword(const QByteArray &password); ///< empty: any
    /// The next `times` connections fail with `error`.
    void failConnect(const Error &error, int times = 1);
    /// The next message: refused with that reply, e.g. "450 4.2.1 slow down".
    void refuseNext(const QByteArray &reply);
    /// The next message is taken, but not for `recipient`.
    void refuseRecipientOfNext(const QString &recipient, const QByteArray &reply);
    void loseConnectionBeforeDot(); ///< of the next message: not taken
    void loseAnswer(); ///< of the next message: taken, but the client hears nothing of it
    /// From now on messages wait with their final reply until release(); a client that stops
    /// meanwhile hears nothing, and the message is taken.
    void hold();
    void release();
    bool waitUntilHeld(std::chrono::milliseconds patience = std::chrono::seconds(10));
    /// Called with each message that is taken, e.g. to file it in Sent. Any thread.
    void onTaken(std::function<void(const Mail &)> taken);

    // What happened.
    [[nodiscard]] QList<Mail> mails() const;
    [[nodiscard]] int connections() const;
    [[nodiscard]] int logins() const;
    [[nodiscard]] int mostSessions() const; ///< at any one time

    static Error lost(); ///< "connection-lost"

private:
    friend class FakeSmtpSession;

    enum class Fate { Take, Refuse, TakeInPart, LoseBefore, LoseAfter };
    struct Plan {
        Fate fate = Fate::Take;
        QByteArray reply;
        QString recipient;
    };

    Result<void> open();
    void closeOne();
    Result<void> signIn(const Secret &password);
    smtp::SendReport take(const Mail &mail, const std::stop_token &stop);
    bool waitForRelease(std::unique_lock<std::mutex> &lock, const std::stop_token &stop);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed; ///< a hold began or ended
    std::deque<Plan> m_plans;
    std::deque<Error> m_connectFailures;
    std::function<void(const Mail &)> m_taken;
    QByteArray m_password;
    QList<Mail> m_mails;
    bool m_held = false;
    int m_waiting = 0;
    int m_connections = 0;
    int m_logins = 0;
    int m_open = 0;
    int m_mostOpen = 0;
};

} // namespace inlet::test
