// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/AccountLink_p.h"
#include "sync/FolderList_p.h"

namespace inlet::sync
{

/// Works off what the user changed here: flags and moves, batched by folder, in an order that keeps
/// the order of the operations on each message.
/// Every operation may be done twice without harm, so a kill between the server's answer and ours is
/// no matter: flags are set again, and a message that is no longer in its folder counts as moved (it
/// is looked for in the target by its Message-ID, so that the store learns where it is).
/// A refusal is tried message by message; what is refused for good is taken back and told.
/// Thread: the worker that serves the mailbox.
class OperationRunner
{
public:
    OperationRunner(const SyncDeps &deps, AccountLink &link, MailboxState &state, FolderList &folderList)
        : m_deps(deps), m_link(link), m_state(state), m_folderList(folderList)
    {
    }

    /// Errors: those that end the session; what the server refused is dealt with here.
    /// Answer: true when some operations have to wait for a later round.
    Result<bool> run(const std::stop_token &stop);

private:
    struct Step { ///< an operation with the place its message has now
        store::Operation operation;
        ImapUid uid;
    };
    using Group = QList<Step>;

    Result<void> runAll(const std::stop_token &stop);
    Result<QList<store::Operation>> queued();
    Result<QList<Group>> group(const QList<store::Operation> &operations);
    Result<std::optional<Step>> place(const store::Operation &operation);

    Result<void> perform(const Group &group, const std::stop_token &stop);
    Result<void> performFlags(const Group &group, const imap::FolderState &folder,
        const std::stop_token &stop);
    Result<void> makeLabels(const QByteArrayList &flags, const std::stop_token &stop);
    Result<void> performMove(const Group &group, const std::stop_token &stop);
    [[nodiscard]] const store::StoredFolder &homeOf(const store::StoredFolder &target) const;
    Result<store::StoredFolder> targetFor(const store::Operation &operation, const std::stop_token &stop);
    /// A folder that was listed is missing, and the list was not read again in this run.
    [[nodiscard]] bool isToBeListed(const Error &error) const { return error.kind == ErrorKind::NotFound && !m_listedAgain; }
    Result<void> waitForList();
    Result<void> finishHalves(Group &movable, const QHash<ImapUid, qint64> &sizes, const store::StoredFolder &target,
        const std::stop_token &stop);
    Result<ImapUid> copyOf(const Step &step, qint64 size, const QSet<ImapUid> &taken, const std::stop_token &stop);
    Result<QHash<ImapUid, qint64>> present(const Group &group, const std::stop_token &stop);
    Result<void> moved(const Group &group, const store::StoredFolder &target,
        const QList<imap::NewUid> &uids);
    Result<void> findMoved(const Group &gone, const store::StoredFolder &target, const std::stop_token &stop);
    Result<Group> locateByMessageId(const Group &group, const std::stop_token &stop);
    QString messageIdOf(StoredMessageId message);

    Result<void> finish(const Group &group);
    Result<void> over(const Group &group);
    Result<void> refused(const Group &group, const Error &error, const std::stop_token &stop);

    const SyncDeps &m_deps;
    AccountLink &m_link;
    MailboxState &m_state;
    FolderList &m_folderList;
    QSet<OperationId> m_begun; ///< moves that are not over, of this run of the program
    std::optional<OperationId> m_lastOfBefore; ///< the newest one when this began: nobody knows how far a process before us came
    QHash<StoredMessageId, QString> m_messageIds; ///< of this run: those of which not all is here
    bool m_someWait = false; ///< of this run
    bool m_folderMissing = false; ///< one that was listed
    bool m_listedAgain = false; ///< in this run: what is missing now is gone
};

} // namespace inlet::sync
