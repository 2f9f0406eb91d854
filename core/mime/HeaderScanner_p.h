// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/Mime.h"

namespace inlet::mime
{

/// The header block of an entity (message or part) cut into fields.
struct FieldBlock {
    QList<HeaderField> fields;
    qsizetype bodyOffset = 0; ///< in the scanned octets
    QStringList damage;
};

/// Reads fields from `start`; stops at the empty line, at `end`, or where the text stops looking
/// like a header. With `start` beyond 0 (a part) only Content- fields are kept. Linear in the size of the block; keeps at most what `limits` allow.
FieldBlock scanFields(const QByteArray &raw, qsizetype start, qsizetype end,
    const ParseLimits &limits);

/// The named, decoded parts of a header.
MessageHeader makeHeader(QList<HeaderField> fields);

/// First field of that name, or empty.
QByteArray fieldValue(const QList<HeaderField> &fields, const char *name);

/// Ids between angle brackets, in order, at most 1,000.
QStringList parseMessageIds(const QByteArray &value);

} // namespace inlet::mime
