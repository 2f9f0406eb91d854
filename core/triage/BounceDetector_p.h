// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"
#include "triage/values/Verdict.h"

#include <optional>

namespace inlet::triage
{

/// A verdict where the message is a report of a mail system on a message sent earlier: Bounce
/// (also of type Delayed: nothing has failed yet), or Other for delivered, complaint and read reports.
/// Order of belief: machine-readable report, X-Failed-Recipients and Exchange's NDR mark, a mail
/// system's sender with the words of a refusal. Source: RFC 3464, 5965, 6522, 8098.
std::optional<Verdict> detectReport(const mime::ParsedMessage &message);

/// Return-Path: <>, as programs send what must not be answered (RFC 5321 section 4.5.5).
bool hasNullSender(const mime::MessageHeader &header);

/// Null return path or a mail system as sender, with what tells so; empty when neither.
QString daemonEvidence(const mime::MessageHeader &header);

} // namespace inlet::triage
