// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OperationRunner_p.h"

#include "base/Log.h"
#include "imap/values/LabelFlag.h"
#include "mime/Mime.h"
#include "sync/FolderSync_p.h"
#include "sync/Backoff_p.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

using store::Operation;

constexpr int kAtOnce = 500;
constexpr int kMostAttempts = 8;

/// One copy of a message: by its number, and where it has none by the message.
using Place = std::pair<FolderId, std::pair<ImapUid, StoredMessageId>>;

Place placeOf(const Operation &operation)
{
    return {operation.folder, {operation.uid, operation.uid.isValid() ? StoredMessageId() : operation.message}};
}

bool belongTogether(const Operation &a, const Operation &b)
{
    return a.type == b.type && a.folder == b.folder && a.flags == b.flags && a.target == b.target
        && a.targetFolder == b.targetFolder;
}

} // namespace

Result<bool> OperationRunner::run(const std::stop_token &stop)
{
    m_someWait = m_folderMissing = m_listedAgain = false;
    m_messageIds.clear();
    if (const auto ran = runAll(stop); !ran)
        return ran.error();
    if (m_folderMissing) { // another program renamed or deleted it since it was listed
        if (const auto listed = m_folderList.refresh(stop); !listed)
            return listed.error();
        m_listedAgain = true;
        if (const auto ran = runAll(stop); !ran)
            return ran.error();
    }
    return m_someWait;
}

/// Each operation once, in the order they were made. What a message is to get after a move waits until it is known where it
/// lies then: its number in the folder before would name nothing there.
Result<void> OperationRunner::runAll(const std::stop_token &stop)
{
    QSet<OperationId> tried;
    QSet<OperationId> later;
    while (!stop.stop_requested()) {
        const auto operations = queued();
        if (!operations)
            return operations.error();
        if (!m_lastOfBefore)
            m_lastOfBefore = operations->isEmpty() ? OperationId() : operations->last().id;
        QList<Operation> fresh;
        QSet<Place> moving;
        for (const Operation &operation : *operations) {
            const Place place = placeOf(operation);
            if (tried.contains(operation.id))
                continue;
            if (moving.contains(place)) {
                later.insert(operation.id);
                continue;
            }
            later.remove(operation.id);
            fresh.append(operation);
            tried.insert(operation.id);
            if (operation.type == Operation::Type::Move)
                moving.insert(place);
        }
        if (fresh.isEmpty()) { // the others are not listed before their folder was looked at
            m_someWait = m_someWait || !later.isEmpty();
            return {};
        }
        const auto groups = group(fresh);
        if (!groups)
            return groups.error();
        for (const Group &one : *groups) {
            if (const auto performed = perform(one, stop); !performed)
                return performed.error();
        }
    }
    return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
}

Result<QList<Operation>> OperationRunner::queued()
{
    return readStore<QList<Operation>>(m_deps.store,
        [&](store::ReadSession &read) { return read.operations(m_state.account.id, kAtOnce); });
}

Result<QList<OperationRunner::Group>> OperationRunner::group(const QList<Operation> &operations)
{
    QList<Group> groups;
    for (const Operation &operation : operations) {
        const auto step = place(operation);
        if (!step)
            return step.error();
        if (!*step)
            continue;
        // Into the last fitting group, unless the message has something to do after that one.
        auto home = groups.end();
        for (auto candidate = groups.end(); candidate != groups.begin();) {
            --candidate;
            if (belongTogether(candidate->first().operation, operation)) {
                home = candidate;
                break;
            }
            const bool sameMessage = std::any_of(candidate->begin(), candidate->end(),
                [&](const Step &other) { return other.operation.message == operation.message; });
            if (sameMessage)
                break;
        }
        if (home == groups.end())
            groups.append(Group{**step});
        else
            home->append(**step);
    }
    return groups;
}

/// The operation says where its copy of the message lies: there may be another one in the same folder. Nothing: it waits
/// because UIDVALIDITY changed, or is finished because the message is gone.
Result<std::optional<OperationRunner::Step>> OperationRunner::place(const Operation &operation)
{
    const store::StoredFolder *folder = m_state.folder(operation.folder);
    if (folder && (!operation.uid.isValid() || operation.uidValidity == folder->uidValidity))
        return std::optional(Step{operation, operation.uid});
    if (folder && !folder->historyDone) { // being re-mapped
        m_someWait = true;
        return std::optional<Step>();
    }
    if (const auto finished = finish({Step{operation, {}}}); !finished)
        return finished.error();
    return std::optional<Step>();
}

Result<void> OperationRunner::perform(const Group &group, const std::stop_token &stop)
{
    const store::StoredFolder *folder = m_state.folder(group.first().operation.folder);
    if (!folder)
        return {}; // went, and the operations with it, when the target was made and the folders listed
    const auto selected = m_link.select(folder->wireName, stop);
    if (!selected && selected.error().kind == ErrorKind::NotFound)
        return m_listedAgain ? finish(group) : waitForList();
    if (!selected)
        return refused(group, selected.error(), stop);
    // The next look at the folder re-maps it; at one that is not followed nobody looks, but without numbers
    // the messages are found by Message-ID.
    const bool isNumbered = std::any_of(group.begin(), group.end(), [](const Step &step) { return step.uid.isValid(); });
    if (FolderSync::isRenumbered(*folder, *selected) && (folder->followed || isNumbered)) {
        m_someWait = true;
        return {};
    }
    const auto located = locateByMessageId(group, stop);
    if (!located)
        return located.error();
    if (located->isEmpty())
        return {};
    const auto done = located->first().operation.type == Operation::Type::Move
        ? performMove(*located, stop)
        : performFlags(*located, *selected, stop);
    return done ? done : refused(*located, done.error(), stop);
}

Result<void> OperationRunner::performFlags(const Group &group, const imap::FolderState &folder,
    const std::stop_token &stop)
{
    const Operation &first = group.first().operation;
    const bool sets = first.type == Operation::Type::SetFlags;
    QByteArrayList flags;
    for (const QByteArray &flag : first.flags) {
        // RFC 3501 section 7.1, PERMANENTFLAGS: other keywords would only live as long as the session.
        if (flag.startsWith('\\') || folder.keepsKeywords || folder.permanentFlags.contains(flag))
            flags.append(flag);
        else if (sets && store::isLabelKeyword(flag)) // the rep believes that it is there
            return Error{ErrorKind::ServerRefused, QStringLiteral("the folder keeps no such keyword"), {}, {}};
    }
    if (!flags.isEmpty()) {
        if (const auto made = sets ? makeLabels(flags, stop) : Result<void>(); !made)
            return made;
        QList<ImapUid> uids;
        for (const Step &step : group)
            uids.append(step.uid);
        const auto change = sets ? imap::FlagChange::Add : imap::FlagChange::Remove;
        const auto stored = m_link.session().storeFlags(
            {uids.constData(), std::size_t(uids.size())}, change, flags, stop);
        if (!stored)
            return stored;
    }
    return finish(group);
}

/// A label of Gmail is a folder; one that is new is made first.
Result<void> OperationRunner::makeLabels(const QByteArrayList &flags, const std::stop_token &stop)
{
    for (const QByteArray &flag : flags) {
        const QByteArray name = imap::isLabelFlag(flag) ? imap::labelOfFlag(flag) : QByteArray();
        const auto isIt = [&name](const store::StoredFolder &folder) { return folder.wireName == name; };
        if (name.isEmpty() || std::any_of(m_state.folders.cbegin(), m_state.folders.cend(), isIt))
            continue;
        if (const auto made = m_link.session().createFolder(name, stop); !made)
            return made; // it is listed with the next round; until then this is asked again, which changes nothing
    }
    return {};
}

/// They stay queued; run() lists the folders and tries them once more.
Result<void> OperationRunner::waitForList()
{
    m_folderMissing = true;
    return {};
}

/// A message that was moved on a server without COPYUID has no UID until its folder is looked at:
/// then it is looked for by its Message-ID. What is not there is finished.
Result<OperationRunner::Group> OperationRunner::locateByMessageId(const Group &group,
    const std::stop_token &stop)
{
    Group located;
    for (Step step : group) {
        if (!step.uid.isValid()) {
            const QString messageId = messageIdOf(step.operation.message);
            Result<QList<ImapUid>> found = QList<ImapUid>();
            if (!messageId.isEmpty())
                found = m_link.session().searchMessageId(messageId, stop);
            if (!found)
                return found.error();
            if (found->isEmpty()) {
                if (const auto finished = finish({step}); !finished)
                    return finished.error();
                continue;
            }
            step.uid = found->last();
        }
        located.append(step);
    }
    return located;
}

QString OperationRunner::messageIdOf(StoredMessageId message)
{
    const auto raw = readStore<QByteArray>(
        m_deps.store, [&](store::ReadSession &read) { return read.raw(message); });
    if (raw)
        return mime::scanHeader(*raw).messageId;
    // Not all of a large message is here. Its row knows; those of its folder are kept for the others of this run.
    if (const auto known = m_messageIds.constFind(message); known != m_messageIds.cend())
        return *known;
    m_deps.store.readHere([&](store::ReadSession &read) {
        const auto places = read.locations(message);
        if (!places || places->isEmpty())
            return;
        const auto rows = static_cast<store::MailReads &>(read).messages({}, places->first().folder);
        for (const store::StoredMessageRow &row : rows.value_or(QList<store::StoredMessageRow>()))
            m_messageIds.insert(row.location.message, row.messageId);
    });
    return m_messageIds.value(message);
}

Result<void> OperationRunner::finish(const Group &group)
{
    const auto written = m_deps.store.writeAndWait("sync.finish", [&](store::WriteTransaction &write) -> Result<void> {
        for (const Step &step : group) {
            const auto finished = write.finishOperation(step.operation.id);
            if (!finished && finished.error().kind != ErrorKind::NotFound)
                return finished;
        }
        return {};
    });
    return written ? over(group) : written;
}

/// What is over is no half any more.
Result<void> OperationRunner::over(const Group &group)
{
    for (const Step &step : group)
        m_begun.remove(step.operation.id);
    return {};
}

Result<void> OperationRunner::refused(const Group &group, const Error &error, const std::stop_token &stop)
{
    // Config: it cannot be said to a server at all, and nothing was sent.
    if ((endsSession(error.kind) && error.kind != ErrorKind::Config) || error.kind == ErrorKind::Storage)
        return error;
    if (group.size() > 1) { // one of them may be the reason
        for (const Step &step : group) {
            if (const auto done = perform({step}, stop); !done)
                return done;
        }
        return {};
    }
    const Operation &operation = group.first().operation;
    const bool again = error.kind != ErrorKind::Config && isTemporary(error) && operation.attempts + 1 < kMostAttempts;
    qCWarning(lcSync) << "operation refused:" << error.serverReply << (again ? "- later again" : "- taken back");
    const auto written = m_deps.store.writeAndWait("sync.refused", [&](store::WriteTransaction &write) {
        return again ? write.retryOperation(operation.id) : write.backOutOperation(operation.id);
    });
    if (!written || again)
        return written;
    m_deps.observer.operationRefused(m_state.account.id, operation, error);
    return over(group);
}

} // namespace inlet::sync
