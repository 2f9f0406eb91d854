// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"
#include "store/values/Mail.h"

namespace inlet::store
{

/// Attachments of large messages: which are on the server only, and those that were fetched, as many as fit. Throws.
class FetchedParts
{
public:
    static constexpr qint64 kMostOctets = 1024LL * 1024 * 1024; ///< then the ones not used for longest go

    explicit FetchedParts(Connection &db) : m_db(db) {}

    /// The decoded content of a part. NotFound with the cause kOnServer: it is not here.
    QByteArray content(StoredMessageId message, const QByteArray &part);
    /// What has to come of it. NotFound: nothing, or it is no such part.
    LeftPart left(StoredMessageId message, const QByteArray &part);

    // On the write connection.
    /// Nothing happens where the message is whole by now.
    void keep(StoredMessageId message, const QByteArray &part, const QByteArray &content, qint64 now, qint64 mostOctets = kMostOctets);
    void use(StoredMessageId message, const QByteArray &part, qint64 now);

private:
    Connection &m_db;
};

} // namespace inlet::store
