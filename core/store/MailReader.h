// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/Mail.h"

namespace inlet::store
{

/// Messages as sync and the command line need them. Throws. Thread: that of the connection.
class MailReader
{
public:
    explicit MailReader(Connection &db) : m_db(db) {}
    QList<ImapUid> uids(FolderId folder);
    QList<FlagUpdate> flags(FolderId folder, ImapUid first);
    QByteArray raw(StoredMessageId message);
    QList<MessageLocation> locations(StoredMessageId message);
    QList<MessageLocation> findMessageId(AccountId account, const QString &messageId);
    QList<StoredMessageRow> messages(AccountId account, FolderId folder);
    QList<MessageLocation> missingBodies(AccountId account, int limit);

private:
    Connection &m_db;
};

} // namespace inlet::store
