// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"

namespace inlet::triage
{

/// One recipient of a delivery report, as it says.
struct ReportedRecipient {
    QString address;
    QByteArray action; ///< lower-case: failed, delayed, delivered, relayed, expanded; may be empty
    QByteArray status; ///< "5.1.1", may be empty
    QString diagnostic;
};

struct DeliveryReport {
    QList<ReportedRecipient> recipients;
    QString originalMessageId; ///< X-Original-Message-ID (Gmail)
    bool isReport = false; ///< looks like one at all
};

/// Reads the groups of fields of a message/delivery-status body. Tolerates what real systems
/// write: no blank line between groups, codes with comments, "550" as Status, addresses in
/// brackets. At most 1,000 recipients. Source: RFC 3464 section 2, RFC 6533.
DeliveryReport readDeliveryStatus(const QByteArray &content);

} // namespace inlet::triage
