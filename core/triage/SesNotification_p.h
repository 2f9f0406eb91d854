// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "triage/DeliveryStatus_p.h"

#include <optional>

namespace inlet::triage
{

/// What Amazon SES tells in its own JSON, plain or inside an SNS notification.
struct SesNotification {
    QString type; ///< "Bounce", "Complaint", "Delivery"
    QList<ReportedRecipient> recipients;
    QString originalMessageId; ///< header of ours, where it is told
};

/// None where the text is no such notification. Bounded; Source: Amazon SES, "notification contents".
std::optional<SesNotification> readSesNotification(const QString &text);

} // namespace inlet::triage
