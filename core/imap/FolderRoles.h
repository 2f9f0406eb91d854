// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"

namespace inlet::imap
{

/// Role told by a LIST attribute such as "\\Sent": RFC 6154 section 2, RFC 9051 section 7.3.1 and the
/// older XLIST words ("\\Spam", "\\AllMail", "\\Inbox"). None for all others.
[[nodiscard]] FolderRole roleOfAttribute(QByteArrayView attribute);

/// Role guessed from the decoded name of a folder, in the languages mail servers use.
/// `name` may have a prefix such as "INBOX." or "[Gmail]/".
[[nodiscard]] FolderRole roleOfName(const QString &name, char delimiter);

/// Gives each folder without a role from the server a role by its name, where no folder has that
/// role yet. Of several candidates the one nearest to the root wins, then the first listed.
/// `ownPrefix`: what all of the user's folders begin with. Folders that are not their own get none.
void assignRoles(QList<RemoteFolder> &folders, const QString &ownPrefix = {});

/// Where a new folder of the user's own goes: with the prefix that the server tells, else with that of the others.
[[nodiscard]] QByteArray newFolderName(const QByteArray &plainName, const QList<RemoteFolder> &existing,
    const Capabilities &capabilities);

} // namespace inlet::imap
