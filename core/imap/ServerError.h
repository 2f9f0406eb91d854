// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <string_view>

namespace inlet::imap
{

/// When a server says no, the same words mean different things.
enum class Phase { Greeting, SignIn, Use };

/// Error for "STATUS words", e.g. "NO" and "[UNAVAILABLE] Temporary failure": kind and cause by the
/// codes of RFC 5530 and by what well-known servers write. In SignIn the default is Auth with cause
/// "wrong-password", but Auth only where the user must act: a busy server is ServerRefused.
[[nodiscard]] Error serverError(Phase phase, const QByteArray &status, const QByteArray &words);

/// `reply` without the secret: as it is, as quoted on the wire, and in base64.
[[nodiscard]] QByteArray withoutSecret(QByteArray reply, std::string_view user, std::string_view secret);

} // namespace inlet::imap
