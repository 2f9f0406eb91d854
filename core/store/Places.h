// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"

namespace inlet::store
{

/// Where messages lie on the servers. Thread: the writer. Throws.
class Places
{
public:
    Places(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}

    void removeUids(FolderId folder, const QList<ImapUid> &uids);
    void resetFolder(FolderId folder, UidValidity uidValidity);
    void relocate(StoredMessageId message, FolderId from, FolderId to, UidValidity uidValidity, ImapUid uid, ImapUid was);
    /// After a full round: places without a number that the round should have met are gone.
    void dropUnmapped(FolderId folder);
    /// All messages with a place in the folder, after its role changed.
    void refreshFolder(FolderId folder);
    void removeFolder(FolderId folder);

private:
    [[nodiscard]] QList<StoredMessageId> messagesIn(FolderId folder);
    void refresh(const QList<StoredMessageId> &messages);
    void settleInAllMail(qint64 place);
    void joinPlaces(qint64 kept, qint64 other);
    void purgeOrphans();

    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
