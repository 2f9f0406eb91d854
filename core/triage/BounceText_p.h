// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "triage/DeliveryStatus_p.h"

#include <QStringList>

namespace inlet::triage
{

/// A bounce written for people only, cut in two.
struct BounceText {
    QString notice; ///< what the server says
    QString original; ///< the returned message or its header, may be empty
};

/// Finds where the returned message starts: a separator line, or a run of header fields.
BounceText splitBounceText(const QString &text);

/// The failed recipients a notice names with what is said of each. `never` (lower-case) are
/// addresses that cannot be it: who the bounce was sent to and from.
QList<ReportedRecipient> recipientsInNotice(const QString &notice, const QStringList &never);

/// The sentence of the notice that tells why, for when no recipient line carries it.
QString diagnosticInNotice(const QString &notice);

} // namespace inlet::triage
