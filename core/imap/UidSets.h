// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace inlet::imap
{

/// How much one command may ask for.
struct BatchLimits {
    qsizetype uids = 200;
    qint64 octets = 8 * 1024 * 1024; ///< by the known sizes
    qsizetype setLength = 7500; ///< octets of the UID set in the command line
};

/// "3:5,9" of `uids` in any order, ascending; invalid and repeated UIDs are left out.
/// Source: RFC 3501 section 9, sequence-set.
[[nodiscard]] QByteArray uidSet(std::span<const ImapUid> uids);

/// Cuts `uids` into runs that each stay within `limits` (one UID at least), in the order given.
/// `sizes`: octets in the same order, or empty. The runs are views into `uids`.
[[nodiscard]] std::vector<std::span<const ImapUid>> splitUids(std::span<const ImapUid> uids,
    std::span<const qint64> sizes, const BatchLimits &limits);

/// The UIDs of a set such as "3:5,9" in the order written (RFC 4315 section 4: COPYUID pairs its
/// two sets by position). Empty when it is no set, has a "*", or names more than `most` UIDs.
[[nodiscard]] std::vector<ImapUid> uidsOfSet(QByteArrayView set, qsizetype most = 1'000'000);

/// The ranges of a set, of however many UIDs; empty when it is no set or has over `most` ranges.
[[nodiscard]] QList<UidRange> rangesOfSet(QByteArrayView set, qsizetype most = 200'000);

} // namespace inlet::imap
