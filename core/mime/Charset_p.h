// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace inlet::mime
{

/// Octets in `charset` (any label a mail may carry, or empty) as text. Never fails: a wrong or
/// unknown label falls back to UTF-8 where the octets are that, else to windows-1252, which has
/// a character for nearly everything. `exact` tells whether the label could be believed.
/// NUL and other C0 controls except tab and line ends are dropped.
QString decodeCharset(const QByteArray &octets, const QByteArray &charset, bool *exact = nullptr);

/// Unlabelled 8-bit text: UTF-8 where valid, else windows-1252.
QString decodeUnlabelled(const QByteArray &octets);

} // namespace inlet::mime
