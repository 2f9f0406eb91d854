// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/ServerSearch.h"

#include <QString>

namespace inlet::ui
{

/// What came of a search on the servers so far, in one sentence. Pure.
[[nodiscard]] QString serverSearchSummary(const engine::ServerSearchStatus &status);
/// How one mailbox of it is.
[[nodiscard]] QString serverSearchLine(const engine::MailboxSearch &mailbox);
/// Older mail matches too, and was not fetched.
[[nodiscard]] bool hasMoreOnServers(const engine::ServerSearchStatus &status);

} // namespace inlet::ui
