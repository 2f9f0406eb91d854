// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"

// The role of a place, `l` in folder `f`, as SQL. On Gmail all mail is in one folder and its labels, which are
// kept with the keywords, say what it is: only there All Mail is followed. Numbers as in imap::FolderRole.
#define INLET_ROLE_ON_SERVER                                                                                         \
    "iif(f.role = 7 AND f.followed AND l.keywords <> '', "                                                           \
    "CASE WHEN instr(' ' || l.keywords || ' ', ' \\Inbox ') THEN 1 WHEN instr(' ' || l.keywords || ' ', ' \\Draft ') " \
    "THEN 3 WHEN instr(' ' || l.keywords || ' ', ' \\Sent ') THEN 2 ELSE 7 END, f.role)"
/// Where a queued Move will bring it, else where it is.
#define INLET_ROLE_OF_PLACE "ifnull(l.pending_role, " INLET_ROLE_ON_SERVER ")"

namespace inlet::store
{

inline constexpr const char *kInboxLabel = "\\Inbox";

/// The same for values. `allMail`: the folder is All Mail and followed.
[[nodiscard]] inline imap::FolderRole labelledRole(const QByteArrayList &keywords)
{
    if (keywords.contains(kInboxLabel))
        return imap::FolderRole::Inbox;
    if (keywords.contains("\\Draft"))
        return imap::FolderRole::Drafts;
    return keywords.contains("\\Sent") ? imap::FolderRole::Sent : imap::FolderRole::AllMail;
}

} // namespace inlet::store
