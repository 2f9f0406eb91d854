// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace inlet::mime
{

/// One part of a message as a server tells it, and what it handed out of it.
struct PartPiece {
    int parent = -1; ///< its place in the list; parents come first, children in their order
    QByteArray type; ///< lower-case "text/plain"
    QByteArray encoding; ///< lower-case
    QByteArray header; ///< its MIME header; of the first piece the message's
    std::optional<QByteArray> body; ///< of one that holds no others; none: it stayed on the server
    QByteArray innerHeader = {}; ///< of an attached message that stayed there
};

/// A skeleton: the message with empty bodies where parts stayed on the server. parseMessage() reads it like any other.
/// Errors: Protocol where the pieces do not fit: what is read then is not what the server told, so nothing may be
/// concluded from it. Thread: any.
[[nodiscard]] Result<QByteArray> joinParts(const QList<PartPiece> &pieces);

/// The decoded content of the leaf `part` of a skeleton, whose octets are `body`. Errors: NotFound.
[[nodiscard]] Result<QByteArray> decodePart(const QByteArray &skeleton, const QByteArray &part, const QByteArray &body);

/// About how large `octets` of that encoding are when decoded.
[[nodiscard]] qint64 decodedSizeOf(const QByteArray &encoding, qint64 octets);

} // namespace inlet::mime
