// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/FolderChoice_p.h"

#include "imap/FolderRoles.h"

#include <QSet>

#include <algorithm>

namespace inlet::sync
{

namespace
{

using imap::FolderRole;

std::optional<FolderId> withRole(const QList<store::StoredFolder> &folders, FolderRole role)
{
    const auto found = std::find_if(folders.begin(), folders.end(),
        [role](const store::StoredFolder &folder) { return folder.role == role; });
    return found == folders.end() ? std::nullopt : std::optional(found->id);
}

/// What Exchange lists beside mail, and what Gmail has below its own root besides the folders with a role, in the languages
/// these hosts are offered in most.
bool isNoMail(const QString &name)
{
    static const QSet<QString> names{
        QStringLiteral("[gmail]"), QStringLiteral("[google mail]"), QStringLiteral("calendar"), QStringLiteral("contacts"),
        QStringLiteral("tasks"), QStringLiteral("journal"), QStringLiteral("notes"), QStringLiteral("outbox"),
        QStringLiteral("sync issues"), QStringLiteral("conversation history"), QStringLiteral("rss feeds"),
        QStringLiteral("rss subscriptions"), QStringLiteral("templates"), QStringLiteral("kalender"), QStringLiteral("kontakte"),
        QStringLiteral("aufgaben"), QStringLiteral("notizen"), QStringLiteral("postausgang"), QStringLiteral("vorlagen"),
        QStringLiteral("synchronisierungsprobleme"), QStringLiteral("aufgezeichnete unterhaltungen"), QStringLiteral("rss-feeds"),
        QStringLiteral("calendrier"), QStringLiteral("tâches"), QStringLiteral("boîte d'envoi"), QStringLiteral("modèles"),
        QStringLiteral("calendario"), QStringLiteral("contactos"), QStringLiteral("tareas"), QStringLiteral("bandeja de salida"),
        QStringLiteral("agenda"), QStringLiteral("contacten"), QStringLiteral("taken"), QStringLiteral("notities"),
        QStringLiteral("postvak uit")};
    return names.contains(name.trimmed().toLower());
}

} // namespace

QList<FolderId> foldersToFollow(const QList<store::StoredFolder> &folders, bool gmail)
{
    const bool allMail = gmail && withRole(folders, FolderRole::AllMail);
    const QList<FolderRole> roles = allMail
        ? QList<FolderRole>{FolderRole::AllMail, FolderRole::Junk}
        : QList<FolderRole>{FolderRole::Inbox, FolderRole::Sent, FolderRole::Junk, FolderRole::Archive};
    QList<FolderId> followed;
    for (const FolderRole role : roles) {
        if (const auto folder = withRole(folders, role))
            followed.append(*folder);
    }
    return followed;
}

QList<FolderId> otherFolders(const QList<store::StoredFolder> &folders)
{
    QList<FolderId> others;
    for (const store::StoredFolder &folder : folders) {
        if (folder.followed && folder.role == FolderRole::None)
            others.append(folder.id);
    }
    return others;
}

bool mayHoldReplies(const imap::RemoteFolder &folder)
{
    if (folder.role != FolderRole::None || !folder.selectable || !folder.own)
        return false;
    const QStringList parts = folder.delimiter == '\0' ? QStringList{folder.name} : folder.name.split(QLatin1Char(folder.delimiter));
    return std::none_of(parts.begin(), parts.end(), [](const QString &part) {
        const FolderRole role = imap::roleOfName(part, '\0');
        return role == FolderRole::Trash || role == FolderRole::Junk || role == FolderRole::Drafts || role == FolderRole::AllMail
            || isNoMail(part);
    });
}

std::optional<FolderId> folderToListenIn(const QList<store::StoredFolder> &folders)
{
    for (const FolderRole role : {FolderRole::Inbox, FolderRole::AllMail}) {
        for (const store::StoredFolder &folder : folders) {
            if (folder.followed && folder.role == role)
                return folder.id;
        }
    }
    return std::nullopt;
}

QByteArray plainNameOf(imap::FolderRole role)
{
    switch (role) {
    case imap::FolderRole::Archive:
    case imap::FolderRole::AllMail:
        return QByteArrayLiteral("Archive");
    case imap::FolderRole::Junk:
        return QByteArrayLiteral("Junk");
    case imap::FolderRole::Trash:
        return QByteArrayLiteral("Trash");
    case imap::FolderRole::Sent:
        return QByteArrayLiteral("Sent");
    case imap::FolderRole::None:
    case imap::FolderRole::Inbox:
    case imap::FolderRole::Drafts:
        break;
    }
    return {};
}

} // namespace inlet::sync
