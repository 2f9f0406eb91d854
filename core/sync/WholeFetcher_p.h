// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/AccountLink_p.h"
#include "sync/MailboxState_p.h"

namespace inlet::sync
{

/// One large message, or an attachment of it, on its way: what has come so far, over however many turns and connections.
struct WholeTransfer {
    /// `wanted` as in WholeFetch.
    explicit WholeTransfer(StoredMessageId id, QByteArray wanted = {}) : message(id), part(std::move(wanted)) {}

    [[nodiscard]] bool bringsWhole() const { return part.isEmpty() || m_fellBack; }
    /// The server told something else of the message than it hands out: it comes as a whole.
    void fallBack();
    [[nodiscard]] bool isFrom(const store::MessageLocation &location) const;
    void begin(const store::MessageLocation &location, imap::FetchedMessage &&known, qint64 firstPart);
    /// After a lost connection it goes on where it was, provided that something came since the last loss.
    [[nodiscard]] bool outlives(const Error &error);

    StoredMessageId message;
    const QByteArray part;
    imap::FetchedMessage came; ///< what the server says of it, and the octets so far
    qint64 ask = 0; ///< octets of the next part
    qint64 emptyAt = -1; ///< there the server said once that it has no more
    bool structureBroke = false; ///< the connection ended while the structure was asked for

private:
    store::MessageLocation m_place;
    bool m_fellBack = false;
    qint64 m_atLastLoss = 0;
};

/// Brings what is missing of one message: all of it, what is for reading (see SkeletonFetcher), or one attachment. It comes in slices, so that
/// somebody can see how far it is and call it off without losing the connection, and in turns, so that the mailbox
/// does not wait for it. It is stored when all of it is here, or not at all.
/// Thread: the worker that serves the mailbox.
class WholeFetcher
{
public:
    static constexpr qint64 kFirstSlice = 256 * 1024;
    static constexpr qint64 kMostSlice = 2 * 1024 * 1024; ///< where parts come fast: fewer round trips
    static constexpr qint64 kMost = 64 * 1024 * 1024; ///< of one message
    static constexpr std::chrono::milliseconds kTurn{2000}; ///< then the mailbox looks around

    WholeFetcher(const SyncDeps &deps, AccountLink &link, const MailboxState &state, WholeTransfer &transfer)
        : m_deps(deps), m_link(link), m_state(state), m_transfer(transfer)
    {
    }

    /// `folder` is selected. True: what was wanted is stored. False: the turn is over before that.
    Result<bool> fetch(const store::StoredFolder &folder, const store::MessageLocation &location,
        const WholeFetch &how, const std::stop_token &stop);

private:
    Result<void> begin(const store::MessageLocation &location, const std::stop_token &stop);
    Result<bool> bringSkeleton(const store::StoredFolder &folder, const store::MessageLocation &location, const std::stop_token &stop);
    Result<void> beginPart(const store::MessageLocation &location);
    Result<bool> receive(const WholeFetch &how, const std::stop_token &stop);
    Result<bool> receiveSlice(const std::stop_token &stop);
    Result<bool> keep(const store::StoredFolder &folder, imap::FetchedMessage &&row, store::BodyState state, const std::stop_token &stop);
    Result<bool> keepPart();

    const SyncDeps &m_deps;
    AccountLink &m_link;
    const MailboxState &m_state;
    WholeTransfer &m_transfer;
};

} // namespace inlet::sync
