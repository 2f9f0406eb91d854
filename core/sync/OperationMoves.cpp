// SPDX-License-Identifier: GPL-3.0-or-later
// Moves: where to, with or without MOVE, and those that were half done or done already.
#include "sync/OperationRunner_p.h"

#include "imap/FolderRoles.h"
#include "sync/Backoff_p.h"
#include "sync/FolderChoice_p.h"

#include <algorithm>

namespace inlet::sync
{

using store::Operation;

/// With their sizes.
Result<QHash<ImapUid, qint64>> OperationRunner::present(const Group &group, const std::stop_token &stop)
{
    QList<ImapUid> uids;
    for (const Step &step : group)
        uids.append(step.uid);
    QHash<ImapUid, qint64> there;
    const auto asked = m_link.session().fetchMeta({uids.constData(), std::size_t(uids.size())},
        [&](imap::FetchedMessage &&row) { there.insert(row.uid, row.size); }, stop);
    if (!asked)
        return asked.error();
    return there;
}

Result<void> OperationRunner::performMove(const Group &group, const std::stop_token &stop)
{
    const auto target = targetFor(group.first().operation, stop);
    if (!target)
        return target.error();
    if (target->id == group.first().operation.folder)
        return finish(group);
    const auto there = present(group, stop);
    if (!there)
        return there.error();
    Group movable;
    Group gone;
    for (const Step &step : group)
        (there->contains(step.uid) ? movable : gone).append(step);
    if (!movable.isEmpty() && !m_link.capabilities().move) {
        if (const auto finished = finishHalves(movable, *there, *target, stop); !finished)
            return isToBeListed(finished.error()) ? waitForList() : finished;
    }
    if (!movable.isEmpty()) {
        QList<ImapUid> uids;
        for (const Step &step : movable) {
            uids.append(step.uid);
            m_begun.insert(step.operation.id);
        }
        const auto newUids = m_link.session().move(
            {uids.constData(), std::size_t(uids.size())}, target->wireName, stop);
        if (!newUids)
            return isToBeListed(newUids.error()) ? waitForList() : newUids.error();
        const store::StoredFolder &home = homeOf(*target);
        if (const auto written = moved(movable, home, home.id == target->id ? *newUids : QList<imap::NewUid>()); !written)
            return written;
    }
    return gone.isEmpty() ? Result<void>() : findMoved(gone, homeOf(*target), stop);
}

/// Without MOVE a connection may be lost between the copy and the end of the original; a second copy would stay for
/// ever. What may have been begun, by us or by a process before us, is looked for in the target by Message-ID and size,
/// and only its second half is done. Takes those off `movable`.
Result<void> OperationRunner::finishHalves(Group &movable, const QHash<ImapUid, qint64> &sizes, const store::StoredFolder &target,
    const std::stop_token &stop)
{
    const auto mayBeHalf = [this](const Step &step) { return m_begun.contains(step.operation.id) || step.operation.id <= m_lastOfBefore; };
    if (std::none_of(movable.cbegin(), movable.cend(), mayBeHalf))
        return {};
    const auto selected = m_link.select(target.wireName, stop);
    if (!selected)
        return selected.error();
    Group halves;
    QList<imap::NewUid> copies;
    QSet<ImapUid> taken; // one copy is of one message, also where two are the same
    for (const Step &step : std::as_const(movable)) {
        if (!mayBeHalf(step))
            continue;
        const auto copy = copyOf(step, sizes.value(step.uid), taken, stop);
        if (!copy)
            return copy.error();
        if (!copy->isValid())
            continue;
        halves.append(step);
        taken.insert(*copy);
        copies.append({selected->uidValidity, *copy});
    }
    const QByteArray source = m_state.folder(movable.first().operation.folder)->wireName;
    if (const auto back = m_link.select(source, stop); !back)
        return back.error();
    if (halves.isEmpty())
        return {};
    QList<ImapUid> uids;
    for (const Step &step : std::as_const(halves))
        uids.append(step.uid);
    if (const auto removed = m_link.session().remove({uids.constData(), std::size_t(uids.size())}, stop); !removed)
        return removed;
    movable.removeIf([&](const Step &step) { return uids.contains(step.uid); });
    const store::StoredFolder &home = homeOf(target);
    return moved(halves, home, home.id == target.id ? copies : QList<imap::NewUid>());
}

/// In the selected folder, but none that is `taken`; invalid: none.
Result<ImapUid> OperationRunner::copyOf(const Step &step, qint64 size, const QSet<ImapUid> &taken, const std::stop_token &stop)
{
    const QString messageId = messageIdOf(step.operation.message);
    if (messageId.isEmpty() || size < 0)
        return ImapUid();
    const auto found = m_link.session().searchMessageId(messageId, stop);
    if (!found)
        return found.error();
    ImapUid copy;
    const auto take = [&](imap::FetchedMessage &&row) {
        if (row.size == size && row.uid > copy && !taken.contains(row.uid))
            copy = row.uid;
    };
    if (found->isEmpty())
        return ImapUid();
    const auto asked = m_link.session().fetchMeta({found->constData(), std::size_t(found->size())}, take, stop);
    if (!asked)
        return asked.error();
    return copy;
}

/// What lands in a folder of Gmail that is only a view of All Mail is met again in All Mail.
const store::StoredFolder &OperationRunner::homeOf(const store::StoredFolder &target) const
{
    const auto *allMail = m_state.folderWithRole(imap::FolderRole::AllMail);
    const bool isView = allMail && allMail->followed && target.role != imap::FolderRole::Trash
        && target.role != imap::FolderRole::Junk && target.role != imap::FolderRole::Drafts;
    return isView ? *allMail : target;
}

Result<store::StoredFolder> OperationRunner::targetFor(const Operation &operation,
    const std::stop_token &stop)
{
    if (operation.targetFolder.isValid()) {
        const auto *chosen = m_state.folder(operation.targetFolder);
        return chosen ? Result<store::StoredFolder>(*chosen)
                      : Result<store::StoredFolder>(Error{ErrorKind::ServerRefused, QStringLiteral("the folder is gone"), {}, {}});
    }
    if (const auto *folder = m_state.folderWithRole(operation.target))
        return *folder;
    if (operation.target == imap::FolderRole::Archive) {
        if (const auto *allMail = m_state.folderWithRole(imap::FolderRole::AllMail))
            return *allMail;
    }
    const QByteArray name
        = imap::newFolderName(plainNameOf(operation.target), m_state.remoteFolders, m_link.capabilities());
    if (plainNameOf(operation.target).isEmpty())
        return Error{ErrorKind::ServerRefused, QStringLiteral("no such target folder"), {}, {}};
    if (const auto created = m_link.session().createFolder(name, stop); !created)
        return created.error();
    if (const auto listed = m_folderList.refresh(stop); !listed)
        return listed.error();
    for (const store::StoredFolder &folder : m_state.folders) {
        if (folder.wireName == name)
            return folder;
    }
    return Error{ErrorKind::ServerRefused, QStringLiteral("the new folder is not listed"), {}, {}};
}

Result<void> OperationRunner::moved(const Group &group, const store::StoredFolder &target,
    const QList<imap::NewUid> &uids)
{
    const bool told = uids.size() == group.size();
    // A folder that is not followed is numbered by the first that is moved there: undo finds it by that.
    store::StoredFolder *known = m_state.folder(target.id);
    if (told && known && !known->uidValidity.isValid())
        known->uidValidity = uids.first().uidValidity;
    const auto written = m_deps.store.writeAndWait("sync.moved", [&](store::WriteTransaction &write) -> Result<void> {
        for (qsizetype i = 0; i < group.size(); ++i) {
            const Operation &operation = group.at(i).operation;
            const auto relocated = write.relocate(operation.message, operation.folder, target.id,
                told ? uids.at(i).uidValidity : target.uidValidity, told ? uids.at(i).uid : ImapUid(), operation.uid);
            if (!relocated && relocated.error().kind != ErrorKind::NotFound)
                return relocated;
            if (const auto finished = write.finishOperation(operation.id); !finished)
                return finished;
        }
        return {};
    });
    return written ? over(group) : written;
}

Result<void> OperationRunner::findMoved(const Group &gone, const store::StoredFolder &target,
    const std::stop_token &stop)
{
    const auto selected = m_link.select(target.wireName, stop);
    if (!selected && endsSession(selected.error().kind))
        return selected.error();
    QSet<ImapUid> taken;
    for (const Step &step : gone) {
        const QString messageId = selected ? messageIdOf(step.operation.message) : QString();
        QList<imap::NewUid> place;
        if (!messageId.isEmpty()) {
            const auto found = m_link.session().searchMessageId(messageId, stop);
            if (!found && endsSession(found.error().kind))
                return found.error();
            const QList<ImapUid> there = found.value_or(QList<ImapUid>());
            const auto free = std::find_if(there.crbegin(), there.crend(), [&](ImapUid uid) { return !taken.contains(uid); });
            if (free != there.crend()) {
                place = {{selected->uidValidity, *free}};
                taken.insert(*free);
            }
        }
        const auto done = place.isEmpty() ? finish({step}) : moved({step}, target, place);
        if (!done)
            return done;
    }
    return {};
}

} // namespace inlet::sync
