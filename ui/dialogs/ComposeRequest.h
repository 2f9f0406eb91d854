// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "store/values/Ledger.h"

namespace inlet::ui
{

/// What a composer is opened for.
struct ComposeRequest {
    store::Draft::Mode mode = store::Draft::Mode::New;
    store::MessageItem message; ///< answered or forwarded
    store::MessageBody body; ///< of `message`, for the quote
    DraftId draft; ///< go on with this one; everything else is ignored
    AccountId account; ///< New: the mailbox to write from; none: the first
    QString to; ///< New: as typed
    QString subject; ///< New
    QString templateText; ///< to begin with, its variables not filled in; empty: none
};

/// The tag of what is decided together with a message ("send and done"): one press takes both back.
[[nodiscard]] inline quint64 tagOfSend(LedgerId mail)
{
    return (quint64(1) << 63) | quint64(mail.number());
}

} // namespace inlet::ui
