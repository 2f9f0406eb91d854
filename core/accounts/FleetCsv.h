// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Fleet.h"

#include <QByteArray>

namespace inlet::accounts
{

constexpr qsizetype kMaxFleetOctets = 4 * 1024 * 1024;
constexpr qsizetype kMaxFleetRows = 2000;

/// Reads a list of mailboxes: header "email,name,password,imap,smtp,history,tags" in any order and case
/// (only email must be there), comma, semicolon or tab, RFC 4180 quotes, UTF-8 with or without BOM
/// (UTF-16 with BOM as spreadsheets write it). Pure; what is wrong with a row stands in the row, so
/// that the others can go on. Passwords go straight into Secret; wipe `text` afterwards.
/// Rows: the servers are as in parseEndpoint() and get the address as user; empty cells keep the
///       defaults of Account.
[[nodiscard]] Fleet parseFleet(const QByteArray &text);

} // namespace inlet::accounts
