// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"
#include "triage/values/Verdict.h"

#include <optional>

namespace inlet::triage
{

/// A verdict where nobody wrote: out of office, ticket receipts, "left the company",
/// challenge-response. Headers decide first (RFC 3834, vendors'), then a subject only programs
/// write, then a null sender with the words of an absence, then two independent phrases. A person
/// who mentions an absence in a message of several sentences is a person.
std::optional<Verdict> detectAutoReply(const mime::ParsedMessage &message);

} // namespace inlet::triage
