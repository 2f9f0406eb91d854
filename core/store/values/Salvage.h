// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace inlet::store
{

/// What happened when a damaged database was replaced. The mails themselves come again from the
/// servers; these are the things that no server has.
struct SalvageReport {
    QDateTime at;
    QString oldFile; ///< where the damaged one lies
    qint64 mailboxes = 0;
    qint64 conversations = 0; ///< prospects, and whatever was decided about other mail
    qint64 outgoing = 0; ///< rows of the ledger
    qint64 uncertain = 0; ///< of these: may have left or not, so that only the rep sends them again
    qint64 drafts = 0;
    qint64 suppressions = 0;
    qint64 rules = 0;
    qint64 waiting = 0; ///< changes that their servers have still to learn
    bool newestLost = false; ///< what was written last, before the damage, is not in the old file
    bool fromCopy = false; ///< what the old file did not tell came from the safety copy
    QStringList incomplete; ///< what could not be read whole, in plain words

    bool operator==(const SalvageReport &) const = default;
};

} // namespace inlet::store
