// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "ui/dialogs/ComposeRequest.h"

#include <functional>

namespace inlet::ui
{

/// The other windows, plugged in by app/. An empty function leaves its action without effect.
/// Thread: GUI; each returns at once, the window it opens lives on by itself.
struct Openers {
    std::function<void(const ComposeRequest &)> compose;
    std::function<void()> connectMailbox;
    /// The wizard at the page where a list of mailboxes is pasted or opened.
    std::function<void()> connectMany;
    /// The wizard at the failed line of that mailbox.
    std::function<void(AccountId)> repairMailbox;
    std::function<void()> mailboxTable;
    std::function<void(AccountId)> mailboxSettings;
    /// What waits, is on its way or has failed.
    std::function<void()> outbox;
    /// Inlet on invented mailboxes, as a program of its own. Empty: this computer cannot. Answers once: when it has ended, or
    /// why it could not be started.
    std::function<void(const std::function<void(const QString &problem)> &)> trySandbox;
};

} // namespace inlet::ui
