// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "sync/SyncEngine.h"

namespace inlet::sync
{

class HistoryPauses;
class Listener;
class ParsePool;
class StatusBook;

/// What all parts of the engine share. It outlives every worker.
struct SyncDeps {
    store::Store &store;
    imap::ImapSessionFactory sessions;
    SecretSource secrets;
    SyncObserver &observer;
    const Clock &clock;
    SyncOptions options;
    StatusBook &statuses;
    const HistoryPauses &pauses;
    ParsePool &parsers;
    Listener &listener;
};

/// Runs `read` on this thread and hands its answer out.
template <typename T>
Result<T> readStore(store::Store &store, const std::function<Result<T>(store::ReadSession &)> &read)
{
    Result<T> answer = Error{ErrorKind::Storage, QStringLiteral("the store did not answer"), {}, {}};
    store.readHere([&](store::ReadSession &session) { answer = read(session); });
    return answer;
}

} // namespace inlet::sync
