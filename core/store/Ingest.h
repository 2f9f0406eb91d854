// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/MessageRows.h"
#include "store/values/Ledger.h"

namespace inlet::store
{

/// Mail from the servers into the tables. Thread: the writer. Throws.
class Ingest
{
public:
    Ingest(WriteContext &context, Aggregates &aggregates, TextIndex words = TextIndex::Now);

    void add(const IncomingMessage &incoming);
    void completeBody(StoredMessageId message, const IncomingMessage &whole);
    /// A message of ours that a server accepted and whose Sent copy has not been read.
    ConversationId fileOwn(const LedgerRow &row, const QByteArray &raw, const mime::ParsedMessage &parsed);
    /// What fileOwn() made, where it lies on no server; a conversation that has nothing else is
    /// listed no more.
    void dropOwn(LedgerId id);

private:
    struct Folder {
        AccountId account;
        imap::FolderRole role = imap::FolderRole::None;
        UidValidity uidValidity;
        bool labelled = false; ///< All Mail of Gmail, see PlaceRole_p.h
    };
    struct Known {
        StoredMessageId id;
        BodyState body = BodyState::Whole;
        bool local = false;
    };

    std::optional<Folder> folder(const IncomingMessage &incoming);
    [[nodiscard]] static IncomingMessage known(IncomingMessage incoming);
    bool refreshExisting(const IncomingMessage &incoming);
    [[nodiscard]] std::optional<Known> findCopy(const IncomingMessage &incoming, AccountId account,
        triage::Kind kind, qint64 key, const Prints &prints);
    void addLocation(const IncomingMessage &incoming, StoredMessageId message);
    void addCopy(const IncomingMessage &incoming, const Known &known, const Folder &folder);
    void addNew(const IncomingMessage &incoming, const Folder &folder, triage::Kind kind, qint64 key,
        const Prints &prints);
    void drawConclusions(StoredMessageId id, AccountId account, triage::Kind kind, qint64 at, const IncomingMessage &incoming,
        std::optional<triage::Kind> said);
    ConversationId ledgerConversation(const QString &messageId);
    [[nodiscard]] static imap::FolderRole roleOf(const IncomingMessage &incoming, const Folder &folder);
    [[nodiscard]] triage::Kind kindOf(const IncomingMessage &incoming, const Folder &folder);

    WriteContext &m_context;
    Aggregates &m_aggregates;
    const TextIndex m_words;
    QHash<FolderId, Folder> m_folders;
};

} // namespace inlet::store
