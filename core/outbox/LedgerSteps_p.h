// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/Outbox.h"

#include <array>
#include <optional>
#include <span>

namespace inlet::outbox
{

/// Seen in Sent: these rows are closed by it. Queued too, because a restored database, or a user who
/// has just pressed "send again", may not know that the message arrived.
inline constexpr std::array<store::LedgerState, 4> kSeenMeansSent{store::LedgerState::Accepted,
    store::LedgerState::Unknown, store::LedgerState::Queued, store::LedgerState::UndoWindow};
void closeAsSent(store::LedgerRow &row);

/// The changes of state of a ledger row, each one transaction with compare-and-swap.
/// Thread: any but the store's writer; blocks until the commit. `rowChanged` is called after it, on
/// the same thread.
class LedgerSteps
{
public:
    LedgerSteps(store::Store &store, Outbox::RowChanged rowChanged)
        : m_store(store), m_rowChanged(std::move(rowChanged))
    {
    }

    struct Claim {
        store::LedgerRow row; ///< Sending
        QByteArray bytes;
    };
    /// Takes a row that is due for sending: UndoWindow or Queued becomes Sending, unless one of its
    /// recipients must not be written to any more; then it becomes Failed.
    /// nullopt: not ours to send (cancelled, taken by somebody, put off, suppressed).
    Result<std::optional<Claim>> claim(LedgerId id);

    using Change = std::function<void(store::LedgerRow &)>;
    /// Changes the row if it is in one of `from`; else Conflict.
    Result<store::LedgerRow> change(LedgerId id, std::span<const store::LedgerState> from,
        const Change &change);
    Result<store::LedgerRow> change(LedgerId id, store::LedgerState from, const Change &change)
    {
        return this->change(id, {&from, 1}, change);
    }

    [[nodiscard]] QList<store::LedgerRow> unfinished();
    [[nodiscard]] Result<accounts::Account> account(AccountId id);
    [[nodiscard]] store::Store &store() { return m_store; }

private:
    Result<store::LedgerRow> write(const char *name, LedgerId id,
        const std::function<Result<void>(store::WriteTransaction &, store::LedgerRow &)> &step);
    static Result<QString> suppressedOne(store::ReadSession &session, const QStringList &recipients);

    store::Store &m_store;
    Outbox::RowChanged m_rowChanged;
};

} // namespace inlet::outbox
