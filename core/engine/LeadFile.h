// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/LeadList.h"
#include "store/Store.h"

namespace inlet::engine
{

constexpr qsizetype kMostLeadOctets = 256 * 1024 * 1024;

/// Takes a list apart: encoding (byte order mark, UTF-8, else Windows-1252), separator, header, a guess at what the
/// columns mean from their names in many languages and from what stands in them. Pure.
[[nodiscard]] LeadSheet openLeadFile(const QByteArray &octets);

/// The leads of all lines as the columns say. At most 1,000,000. Pure.
[[nodiscard]] LeadList readLeads(const LeadSheet &sheet);

/// What the database says about them: known ones, own mailboxes, the do-not-contact list.
[[nodiscard]] Result<void> compareLeads(store::ReadSession &session, LeadList &list);

} // namespace inlet::engine
