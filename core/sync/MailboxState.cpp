// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/MailboxState_p.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

constexpr qsizetype kBatch = 300;

}

store::StoredFolder *MailboxState::folder(FolderId id)
{
    const auto found = std::find_if(folders.begin(), folders.end(),
        [id](const store::StoredFolder &folder) { return folder.id == id; });
    return found == folders.end() ? nullptr : &*found;
}

store::StoredFolder *MailboxState::folderWithRole(imap::FolderRole role)
{
    const auto found = std::find_if(folders.begin(), folders.end(),
        [role](const store::StoredFolder &folder) { return folder.role == role; });
    return found == folders.end() ? nullptr : &*found;
}

qsizetype MailboxState::batchSize() const
{
    return std::max<qsizetype>(1, kBatch >> (2 * std::min(fetchFailures, 5)));
}

bool MailboxState::historyIsDone() const
{
    return unlooked.isEmpty() && std::all_of(plans.begin(), plans.end(),
        [](const HistoryPlan &plan) { return plan.missing.isEmpty(); });
}

bool MailboxState::isSetAside(FolderId folder, ImapUid uid) const
{
    return strikes.value({folder, uid}) >= kSetAside || notUnderstood.contains({folder, uid});
}

bool MailboxState::hasSetAside(FolderId folder) const
{
    const auto isHere = [folder](const QPair<FolderId, ImapUid> &message) { return message.first == folder; };
    for (auto it = strikes.cbegin(); it != strikes.cend(); ++it) {
        if (it.value() >= kSetAside && isHere(it.key()))
            return true;
    }
    return std::any_of(notUnderstood.cbegin(), notUnderstood.cend(), isHere);
}

std::optional<Error> MailboxState::setAside() const
{
    int count = 0;
    for (const int strike : strikes)
        count += strike >= kSetAside ? 1 : 0;
    if (count == 0 && !notUnderstood.isEmpty()) {
        const qsizetype unread = notUnderstood.size();
        return Error{ErrorKind::Protocol, unread == 1 ? QStringLiteral("1 message could not be read") : QStringLiteral("%1 messages could not be read").arg(unread),
            {}, "not-understood"};
    }
    if (count == 0)
        return std::nullopt;
    const QString detail = count == 1 ? QStringLiteral("1 message cannot be fetched: the server lists it but does not hand it out")
                                      : QStringLiteral("%1 messages cannot be fetched: the server lists them but does not hand them out").arg(count);
    return Error{ErrorKind::Protocol, detail, {}, "not-handed-out"};
}

std::optional<Error> MailboxState::seldomLookedAt() const
{
    if (untold.size() <= kOpenedAtOnce)
        return std::nullopt;
    return Error{ErrorKind::ServerRefused, QStringLiteral("the server does not tell what is new in %1 folders").arg(untold.size()), {}, "folders-not-told"};
}

QDate MailboxState::historyStart(const QDateTime &now) const
{
    const QDate today = now.date();
    switch (account.history) {
    case accounts::HistoryWindow::Days30:
        return today.addDays(-30);
    case accounts::HistoryWindow::Days90:
        return today.addDays(-90);
    case accounts::HistoryWindow::Year1:
        return today.addYears(-1);
    case accounts::HistoryWindow::All:
        return {};
    }
    return {};
}

} // namespace inlet::sync
