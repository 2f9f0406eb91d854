// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the numbers of a folder still mean the messages they meant here.
#include "sync/FolderSync_p.h"

#include "base/Log.h"
#include "mime/Mime.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

constexpr qsizetype kCompared = 20; ///< the newest ones: those that a backup does not have

}

/// A server that was restored from a backup gives numbers again that other messages had here: as after a new UIDVALIDITY,
/// which it should have (RFC 3501 section 2.3.1.1).
Result<void> FolderSync::checkNumbering(store::StoredFolder &folder, const imap::FolderState &state, Told &told,
    const std::stop_token &stop)
{
    if (folder.uidValidity != state.uidValidity || !isRenumbered(folder, state)) {
        m_state.wentBack.remove(folder.id);
        return folder.uidValidity == state.uidValidity ? checkModSeq(folder, state, told, stop) : Result<void>();
    }
    if (!m_state.wentBack.remove(folder.id)) { // one wrong answer does not void a folder
        m_state.wentBack.insert(folder.id);
        return Error{ErrorKind::Protocol, QStringLiteral("the server's message numbers went back"), {}, {}};
    }
    folder.uidValidity = {};
    told = {};
    return {};
}

/// Mod-sequences never go back (RFC 7162 section 3.1.1) but on a server that was restored, or lost its index. New mail
/// may have brought UIDNEXT to where it was, or further. What such a server tells of changes is worth nothing.
Result<void> FolderSync::checkModSeq(store::StoredFolder &folder, const imap::FolderState &state, Told &told, const std::stop_token &stop)
{
    if (folder.uidNext == 0 || state.highestModSeq == 0 || state.highestModSeq >= folder.highestModSeq)
        return {};
    qCWarning(lcSync) << "folder" << folder.id.number() << "has a lower mod-sequence than before";
    const auto same = holdsTheSame(folder, stop);
    if (!same)
        return same.error();
    told = {};
    if (*same)
        folder.highestModSeq = 0; // they begin anew: everything is compared
    else
        folder.uidValidity = {};
    return {};
}

/// By the Message-IDs of the newest. Numbers that are not there any more prove nothing.
Result<bool> FolderSync::holdsTheSame(const store::StoredFolder &folder, const std::stop_token &stop)
{
    const auto rows = readStore<QList<store::StoredMessageRow>>(m_deps.store, [&](store::ReadSession &read) {
        return static_cast<store::MailReads &>(read).messages(folder.account, folder.id);
    });
    if (!rows)
        return rows.error();
    QHash<ImapUid, QString> known;
    QList<ImapUid> uids;
    for (auto row = rows->crbegin(); row != rows->crend() && uids.size() < kCompared; ++row) { // ascending by UID
        if (!row->location.uid.isValid() || row->location.uid.number() >= folder.uidNext || row->messageId.isEmpty())
            continue;
        known.insert(row->location.uid, row->messageId);
        uids.append(row->location.uid);
    }
    bool same = true;
    const auto take = [&](imap::FetchedMessage &&row) {
        const QString now = row.hasBody ? mime::scanHeader(row.body).messageId : QString();
        same = same && (now.isEmpty() || now == known.value(row.uid, now));
    };
    if (uids.isEmpty())
        return true;
    const auto fetched = m_link.session().fetchHeaders({uids.constData(), std::size_t(uids.size())}, take, stop);
    if (!fetched)
        return fetched.error();
    return same;
}

} // namespace inlet::sync
