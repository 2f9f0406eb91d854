// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Threading.h"
#include "store/values/Mail.h"

namespace inlet::store
{

/// Two hashes that tell copies of one message from different messages under one Message-ID.
struct Prints {
    qint64 header = 0; ///< sender, date and subject
    qint64 body = 0; ///< text and attachments; 0: not all of it is here
};
[[nodiscard]] Prints printsOf(const mime::ParsedMessage &parsed, bool isWhole);

// What prepare() left, or now.
[[nodiscard]] Prints printsOf(const IncomingMessage &message);
[[nodiscard]] QByteArray packedOf(const IncomingMessage &message);
[[nodiscard]] QByteArray packedOf(const mime::ParsedMessage &parsed, const QByteArray &raw);

/// Hash of the Message-ID, or of all octets where there is none.
[[nodiscard]] qint64 identityKey(const mime::MessageHeader &header, const QByteArray &raw);

/// When it arrived, for the order of lists, in milliseconds: the topmost Received field, because a
/// sender's clock may be wrong and a moved mail's INTERNALDATE may be the day of the move; then Date,
/// then INTERNALDATE. For a mail of ours Date first.
[[nodiscard]] qint64 arrivalTime(const mime::MessageHeader &header, const QDateTime &internalDate, bool own);

/// When it was written: Date where it makes sense.
[[nodiscard]] qint64 writtenTime(const mime::MessageHeader &header, const QDateTime &internalDate);

[[nodiscard]] ThreadFacts threadFactsOf(WriteContext &context, AccountId account, triage::Kind kind,
    const mime::ParsedMessage &parsed, const triage::Verdict &verdict, const QDateTime &internalDate);

} // namespace inlet::store
