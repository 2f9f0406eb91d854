// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/LedgerSteps_p.h"

#include <memory>

namespace inlet::outbox
{

/// Rows of one account to look for in its Sent folder, and what was found. Filled by the thread that
/// runs the session, read after its `done`.
struct LookBatch {
    struct Item {
        LedgerId id;
        QString messageId; ///< without brackets
        bool mayAppend = false;
        QByteArray bytes; ///< only where it may be appended
        bool looked = false;
        bool found = false;
        bool appended = false;
        std::optional<Error> appendError;
    };
    AccountId account;
    QList<Item> items;
    QByteArray sentFolder; ///< wire name; empty: ask the server
};

/// Looks for every item by Message-ID; where it is missing and may be appended, files our copy
/// (\Seen) and makes sure that it is there. Looking comes first each time, so an append whose answer
/// got lost is found and not repeated.
/// Runs on the session's thread, also when the outbox and the store are gone already.
[[nodiscard]] SessionWork lookIntoSent(std::shared_ptr<LookBatch> batch);

} // namespace inlet::outbox
