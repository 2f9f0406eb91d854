// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::triage
{

/// Whom an automatic reply names instead of its writer: "Jane Doe <jane@x.com>", "jane@x.com", or a
/// name alone. `sender` is never it. Empty where nobody is plainly named. Linear in the text, which is
/// cut to 3,000 characters.
QString findStandIn(const QString &text, const QString &sender);

} // namespace inlet::triage
