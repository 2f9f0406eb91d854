// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/ImapSession.h"

#include <functional>

namespace inlet::sync
{

/// Large messages in two round trips: structure and header, then what is for reading. Attachments stay on the server.
/// Thread: the worker that owns the session.
class SkeletonFetcher
{
public:
    enum class Fit {
        Skeleton, ///< `body` is one, and `parts` say what it lacks
        Never, ///< `body` is the header: the structure is not simple, or the server does not hand out what it told
        NotNow, ///< `body` is the header: its parts were refused
    };
    using Take = std::function<void(imap::FetchedMessage &&row, Fit fit)>;

    explicit SkeletonFetcher(imap::ImapSession &session) : m_session(session) {}

    /// The messages of the selected folder in the order asked, some at a time. One of which the server tells nothing is absent.
    Result<void> fetch(std::span<const ImapUid> uids, const Take &take, const std::stop_token &stop);

private:
    Result<void> fetchSome(std::span<const ImapUid> uids, const Take &take, const std::stop_token &stop);

    imap::ImapSession &m_session;
};

} // namespace inlet::sync
