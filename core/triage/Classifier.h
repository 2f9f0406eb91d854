// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"
#include "triage/values/Verdict.h"

#include <QSet>

namespace inlet::triage
{

/// Kind of a message from its headers and structure. `ownAddresses` (lower-case) are all addresses
/// of our mailboxes: mail from them is Own. Pure. Thread: any.
/// Source: RFC 3464, 6522 (bounces), RFC 3834 (auto-replies), RFC 2919, 2369 (lists).
[[nodiscard]] Verdict classify(const mime::ParsedMessage &message, const QSet<QString> &ownAddresses);

} // namespace inlet::triage
