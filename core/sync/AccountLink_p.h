// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncDeps_p.h"

#include <chrono>
#include <memory>

namespace inlet::sync
{

/// The one connection of a mailbox: opened when needed, signed in with exactly one attempt, parked
/// in IDLE, dropped after an error.
/// Thread: the worker that serves the mailbox.
class AccountLink
{
public:
    AccountLink(const SyncDeps &deps, const accounts::Account &account);
    ~AccountLink();

    /// Signed in and not in IDLE afterwards.
    Result<void> open(const std::stop_token &stop);
    /// The user wants it, although the server refused the sign-in before (also before a restart).
    void allowSignIn() { m_refusedBefore = false; }
    [[nodiscard]] bool isOpen() const { return m_session && m_signedIn; }
    [[nodiscard]] imap::ImapSession &session() { return *m_session; }
    [[nodiscard]] const imap::Capabilities &capabilities() const { return m_session->capabilities(); }

    /// Always asks the server, so the answer is a snapshot of now.
    Result<imap::FolderState> select(const QByteArray &wireName, const std::stop_token &stop);
    /// As select(), with what happened since, where the server can tell.
    Result<imap::ResyncAnswer> resync(const QByteArray &wireName, const imap::ResyncPoint &known,
        const imap::ImapSession::TakeMessage &take, const std::stop_token &stop);
    [[nodiscard]] const QByteArray &selected() const { return m_selected; }
    /// Somebody else used the session: nothing is known about what is selected.
    void forgetSelection() { m_selected.clear(); }
    /// Since it was asked before, another folder than `home` was selected, or the connection is new: what came to other folders
    /// then may not have been told.
    [[nodiscard]] bool wasElsewhere(const QByteArray &home);

    /// In the selected folder. Answer: what the server said before IDLE was up; then IDLE is over
    /// again and the folder has to be looked at once more.
    Result<imap::IdleEvents> startIdle(const std::stop_token &stop);
    [[nodiscard]] bool isIdle() const { return m_idle; }
    /// IDLE tells of all folders.
    [[nodiscard]] bool isNotified() const { return m_notified; }
    Result<imap::IdleEvents> readIdle(const std::stop_token &stop);

    /// The listener tells the board when the server says something in IDLE, or at `deadline`.
    void watchUntil(std::chrono::steady_clock::time_point deadline);

    /// Ends without a word: the session is dead, or there is no time.
    void drop();
    /// Says goodbye.
    void hangUp();
    /// How long it has been signed in; 0 when it is not.
    [[nodiscard]] std::chrono::milliseconds lived() const;

private:
    Result<void> askForOthers(const std::stop_token &stop);
    Error overflowed();
    Result<Secret> secret(const std::stop_token &stop);
    Result<void> signIn(const std::stop_token &stop);

    const SyncDeps &m_deps;
    const AccountId m_account;
    const accounts::ServerEndpoint m_endpoint;
    const quint64 m_owner; ///< for the listener
    std::unique_ptr<imap::ImapSession> m_session;
    std::optional<Secret> m_secret; ///< while the program runs, for reconnects
    std::chrono::steady_clock::time_point m_signedInAt;
    QByteArray m_selected;
    QSet<QByteArray> m_visited; ///< selected since wasElsewhere()
    bool m_isNew = true; ///< the connection, since then
    bool m_refusedBefore = false; ///< no attempt without the user: each counts toward a lock-out
    bool m_signedIn = false;
    bool m_idle = false;
    bool m_notified = false;
    bool m_notifyRefused = false; ///< or it told too much: not again in this run
};

/// True where something in the folder may have changed.
[[nodiscard]] inline bool saysChange(const imap::IdleEvents &events)
{
    return events.exists || events.expunge || events.flags;
}

} // namespace inlet::sync
