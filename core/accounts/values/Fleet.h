// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Secret.h"

#include <QList>
#include <QString>

namespace inlet::accounts
{

/// One line of a pasted or opened list of mailboxes.
struct FleetRow {
    int line = 0; ///< in the text, from 1
    Account account; ///< a server with an empty host is to be detected
    Secret password;
    QString problem; ///< in the user's words; empty: the row can be checked
};

/// A list of mailboxes as read, nothing checked and nothing stored.
struct Fleet {
    QList<FleetRow> rows; ///< in the order of the text
    QString problem; ///< of the text as a whole (no header, too large); then there are no rows
};

} // namespace inlet::accounts
