// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"

#include <QString>

namespace inlet::triage
{

/// What shows that a message went to many or came from a program: list, newsletter, notification.
/// Empty where nothing does. Source: RFC 2369, 2919, 3834, 8058.
QString machineEvidence(const mime::ParsedMessage &message);

} // namespace inlet::triage
