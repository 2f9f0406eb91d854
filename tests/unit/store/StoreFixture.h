// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"
#include "support/MailBuilder.h"

#include <QTemporaryDir>
#include <QTest>

namespace inlet::test
{

/// A store in a temporary directory with two mailboxes of ours, anna@us.test and ben@us.test.
class StoreFixture
{
public:
    struct Mailbox {
        AccountId id;
        FolderId inbox;
        FolderId sent;
        FolderId junk;
        FolderId archive;
        FolderId trash;
        FolderId allMail;
    };

    StoreFixture();
    void reopen();

    /// Each throws nothing and fails the test where the store refuses.
    void ingest(const QList<store::IncomingMessage> &messages);
    void ingest(const store::IncomingMessage &message) { ingest(QList{message}); }
    void change(const store::Store::Write &work);
    UndoId apply(store::TriageVerb verb, ConversationId conversation,
        store::Category category = store::Category::Unsorted, const QDateTime &until = {});
    void undo();
    void setTags(AccountId account, const QStringList &tags);

    template <typename Work>
    auto read(Work work)
    {
        std::optional<typename std::invoke_result_t<Work, store::ReadSession &>> result;
        subject->readHere([&](store::ReadSession &session) { result = work(session); });
        return *result;
    }
    [[nodiscard]] QList<store::ConversationRow> list(const store::ListQuery &query);
    [[nodiscard]] QList<store::ConversationRow> list(store::Scope scope);
    [[nodiscard]] QStringList subjects(store::Scope scope); ///< of the list
    [[nodiscard]] QList<store::ConversationRow> everything(); ///< All, Other, Archived
    [[nodiscard]] QList<store::Operation> operations();
    [[nodiscard]] QList<store::MessageItem> messages(ConversationId conversation);
    /// Empty, or what is wrong: all counters compared with a count from scratch.
    [[nodiscard]] QString inconsistency();

    QTemporaryDir dir;
    std::unique_ptr<store::Store> subject;
    Mailbox anna;
    Mailbox ben;
    store::ChangeSet lastChanges; ///< merged since cleared; after a waited-for write

private:
    Mailbox addMailbox(const char *email);
};

} // namespace inlet::test
