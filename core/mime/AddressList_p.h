// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"

namespace inlet::mime
{

/// The addresses of a From, To, ... field of a message. Takes whatever can be read: groups (any
/// nesting, flat), comments as names, names without quotes, raw 8-bit. One pass, no recursion.
/// Source: RFC 5322 sections 3.4 and 4.4, RFC 2047 section 5.
QList<Address> parseAddressField(const QByteArray &value);

/// True for an addr-spec that a server may be told to deliver to: one "@", no blanks, no control
/// characters, no angle brackets, at most 254 octets.
bool isUsableAddress(const QString &address);

} // namespace inlet::mime
