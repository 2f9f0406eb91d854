// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"

#include <optional>

namespace inlet::triage
{

/// A mailing list that does not take mail from us.
struct ListRefusal {
    QString list; ///< its address
    QString phrase; ///< what the list's manager says
};

/// None where the sender is no list's manager ("name-owner@", "name-request@" ...; RFC 2142 section 6)
/// or says something else. `never` (lower-case) cannot be the list.
std::optional<ListRefusal> findListRefusal(const mime::MessageHeader &header, const QString &notice,
    const QStringList &never);

} // namespace inlet::triage
