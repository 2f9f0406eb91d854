// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/ErrorDictionary.h"
#include "accounts/ProviderTable.h"
#include "engine/ReadingPace.h"
#include "engine/values/Engine.h"
#include "sync/SyncEngine.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace inlet
{
class Clock;
}

namespace inlet::engine
{

/// What every mailbox is doing, in the user's words: turns sync's states and errors into
/// MailboxStatus and, where the user has to act, into a Notice that goes away by itself when the
/// mailbox works again. "Live" and "paused" fall to "checked" when their proof is older than 10 minutes.
/// A change of state is told at once; mere progress is gathered, so that many mailboxes that catch up leave the
/// window its frames. Thread: GUI.
class StatusBoard : public QObject
{
    Q_OBJECT

public:
    StatusBoard(const accounts::ProviderTable &providers, const accounts::ErrorDictionary &dictionary,
        const Clock &clock);

    void setAccounts(const QList<accounts::Account> &accounts);
    void update(const sync::SyncStatus &status);
    void setHistoryPaused(AccountId account, bool paused);
    void sawNewMail(AccountId account, const QDateTime &when);
    [[nodiscard]] MailboxStatus status(AccountId account) const;

    void post(const Notice &notice);
    void resolve(const QString &noticeId);
    [[nodiscard]] QList<Notice> notices() const { return m_notices.values(); }

    [[nodiscard]] accounts::Explanation explain(AccountId account, const Error &error,
        accounts::Protocol protocol, accounts::Phase phase) const;

Q_SIGNALS:
    void statusChanged(inlet::AccountId account);
    void noticeChanged(const inlet::engine::Notice &notice);

private:
    static constexpr int kProgressMs = 200;

    void tellProgress();
    /// Trouble of this computer is one notice, not one for each mailbox.
    void noteStorage(const MailboxStatus &before, const MailboxStatus &now, const std::optional<Error> &error);
    void noticeFor(const MailboxStatus &status, const accounts::Explanation &explanation);

    const accounts::ProviderTable &m_providers;
    const accounts::ErrorDictionary &m_dictionary;
    const Clock &m_clock;
    QHash<AccountId, accounts::Account> m_accounts;
    QHash<AccountId, MailboxStatus> m_statuses;
    QHash<AccountId, ReadingPace> m_paces; ///< of those that catch up
    QSet<AccountId> m_paused;
    QHash<QString, Notice> m_notices;
    QSet<AccountId> m_progressed; ///< not told yet
    QSet<AccountId> m_unstored; ///< the database did not take their mail
    QTimer m_progressTimer;
};

} // namespace inlet::engine
