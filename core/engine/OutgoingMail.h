// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"
#include "mime/values/Message.h"
#include "store/values/Ledger.h"

#include <QByteArray>
#include <QDateTime>

#include <chrono>

namespace inlet::engine
{

/// A draft turned into what leaves: the ledger row and the final bytes.
struct OutgoingMail {
    store::LedgerRow row;
    QByteArray bytes; ///< RFC 5322, CRLF, no Bcc
    mime::ParsedMessage parsed; ///< to show it in its conversation at once
};

/// Checks the draft and builds the message with a Message-ID of our own. `now` is the Date, UTC.
/// Errors: Config with words for the user (no recipient, a bad address, a sender that is none of the
///         mailbox's addresses).
/// Thread: any but the GUI: attachments are encoded here.
Result<OutgoingMail> makeOutgoing(const store::Draft &draft, const accounts::Account &account,
    const QDateTime &now, std::chrono::seconds undoWindow);

} // namespace inlet::engine
