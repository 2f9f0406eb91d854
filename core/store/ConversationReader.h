// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Labels.h"
#include "store/ListFilter.h"
#include "store/values/ListFacts.h"

namespace inlet::store
{

/// The lists of the window. Throws. Thread: that of the connection.
class ListReader
{
public:
    explicit ListReader(Connection &db);
    QList<ListKey> keys(const ListQuery &query);
    QList<ConversationRow> page(const ListQuery &query, const std::optional<ListKey> &after, int limit);
    QList<ConversationRow> rows(const QList<ConversationId> &ids, const ListQuery &query);
    QList<ListKey> membership(const QList<ConversationId> &ids, const ListQuery &query);
    Counts counts();
    SplitCounts splits(const ListQuery &query);
    ListFacts facts(const ListQuery &query);

private:
    Query prepare(const std::string &sql, const ListFilter &filter);
    QList<ConversationRow> newestPage(const ListQuery &query, const std::optional<ListKey> &after, int limit);
    std::optional<QList<ConversationId>> longestWaiting(const ListQuery &query, const std::optional<ListKey> &after, int limit);
    std::optional<ConversationRow> row(ConversationId id, ListOrder order);
    QList<AccountId> accountsOf(ConversationId id);
    void addSnippet(ConversationRow &row, const QList<SearchQuery::Term> &terms);
    qint64 count(const ListQuery &query);
    void countHandled(ListFacts &facts);
    [[nodiscard]] QDateTime oldestMail(AccountId account);
    [[nodiscard]] QList<AccountId> unfinishedMailboxes();

    Connection &m_db;
    qint64 m_now;
    LabelReader m_labels;
};

/// One conversation and its messages. Throws. Thread: that of the connection.
class ConversationReader
{
public:
    explicit ConversationReader(Connection &db) : m_db(db) {}
    QList<MessageItem> messages(ConversationId conversation);
    MessageBody body(StoredMessageId message);
    LeadInfo lead(ConversationId conversation);
    ConversationId conversationOf(StoredMessageId message);

private:
    QHash<StoredMessageId, QList<mime::Attachment>> attachments(ConversationId conversation);

    Connection &m_db;
};

} // namespace inlet::store
