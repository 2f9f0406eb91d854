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
/// The same for the lists: what a rule filed away counts as inbox (values/ArrivedFlag.h), also on its way back there.
#define INLET_ROLE_IN_LISTS                                                                                          \
    "iif(instr(' ' || l.keywords || ' ', ' \\Arrived ') AND iif(l.pending_role IS NULL, f.role IN (0, 7), "           \
    "l.pending_role = 0), 1, " INLET_ROLE_OF_PLACE ")"
/// That mailbox, an expression, is Gmail's.
#define INLET_IS_GMAIL(ACCOUNT) "EXISTS (SELECT 1 FROM folders g WHERE g.account = " ACCOUNT " AND g.role = 7 AND g.followed = 1)"

namespace inlet::store
{

inline constexpr const char *kInboxLabel = "\\Inbox";

/// The role on the server, for values of a folder that is All Mail and followed.
[[nodiscard]] inline imap::FolderRole labelledRole(const QByteArrayList &keywords)
{
    if (keywords.contains(kInboxLabel))
        return imap::FolderRole::Inbox;
    if (keywords.contains("\\Draft"))
        return imap::FolderRole::Drafts;
    return keywords.contains("\\Sent") ? imap::FolderRole::Sent : imap::FolderRole::AllMail;
}

} // namespace inlet::store
