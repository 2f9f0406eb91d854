// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtp/SmtpSession.h"

namespace inlet::smtp
{

/// Sessions with vmime's command, reply and SASL classes over our stream; see README.md for what of
/// vmime is used and what is not. Each session gets a stream of its own. Thread: any.
[[nodiscard]] SmtpSessionFactory makeVmimeSmtpSessions(net::StreamFactory streams);

} // namespace inlet::smtp
