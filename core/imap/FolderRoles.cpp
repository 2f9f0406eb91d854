// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/FolderRoles.h"
#include "imap/FolderNames_p.h"

#include <algorithm>
#include <array>
#include <limits>

namespace inlet::imap
{

namespace
{

const QHash<QString, FolderRole> &rolesByName()
{
    static const QHash<QString, FolderRole> table = [] {
        QHash<QString, FolderRole> roles;
        for (const KnownFolderName &known : knownFolderNames())
            roles.insert(QString::fromUtf16(known.name).normalized(QString::NormalizationForm_C), known.role);
        return roles;
    }();
    return table;
}

qsizetype depthOf(const RemoteFolder &folder)
{
    return folder.delimiter == '\0' ? 0 : folder.name.count(QLatin1Char(folder.delimiter));
}

/// Exchange and Cyrus keep everything under "INBOX.", Gmail under "[Gmail]": neither is a level.
QString withoutRoot(const QString &name, char delimiter)
{
    if (delimiter == '\0')
        return name;
    const QLatin1Char separator(delimiter);
    const qsizetype end = name.indexOf(separator);
    if (end < 0)
        return name;
    const QStringView root = QStringView(name).left(end);
    const bool known = root.compare(QLatin1String("INBOX"), Qt::CaseInsensitive) == 0
        || root.compare(QLatin1String("[Gmail]"), Qt::CaseInsensitive) == 0
        || root.compare(QLatin1String("[Google Mail]"), Qt::CaseInsensitive) == 0;
    return known ? name.mid(end + 1) : name;
}

bool hasRole(const QList<RemoteFolder> &folders, FolderRole role)
{
    return std::any_of(folders.begin(), folders.end(),
        [role](const RemoteFolder &folder) { return folder.role == role; });
}

void assignByName(QList<RemoteFolder> &folders, FolderRole role, const QString &ownPrefix)
{
    RemoteFolder *best = nullptr;
    qsizetype bestDepth = std::numeric_limits<qsizetype>::max();
    for (RemoteFolder &folder : folders) {
        const QString bare = folder.name.startsWith(ownPrefix) ? folder.name.mid(ownPrefix.size()) : folder.name;
        if (folder.role != FolderRole::None || !folder.selectable || !folder.own
            || roleOfName(bare, folder.delimiter) != role)
            continue;
        if (depthOf(folder) < bestDepth) {
            best = &folder;
            bestDepth = depthOf(folder);
        }
    }
    if (best)
        best->role = role;
}

} // namespace

QString nameOf(FolderRole role)
{
    switch (role) {
    case FolderRole::None:
        return QStringLiteral("none");
    case FolderRole::Inbox:
        return QStringLiteral("inbox");
    case FolderRole::Sent:
        return QStringLiteral("sent");
    case FolderRole::Drafts:
        return QStringLiteral("drafts");
    case FolderRole::Junk:
        return QStringLiteral("junk");
    case FolderRole::Trash:
        return QStringLiteral("trash");
    case FolderRole::Archive:
        return QStringLiteral("archive");
    case FolderRole::AllMail:
        return QStringLiteral("all-mail");
    }
    return QStringLiteral("none");
}

FolderRole roleOfAttribute(QByteArrayView attribute)
{
    struct Known {
        QByteArrayView attribute;
        FolderRole role;
    };
    static constexpr std::array kAttributes{
        Known{"\\Inbox", FolderRole::Inbox}, Known{"\\Sent", FolderRole::Sent},
        Known{"\\Drafts", FolderRole::Drafts}, Known{"\\Junk", FolderRole::Junk},
        Known{"\\Spam", FolderRole::Junk}, Known{"\\Trash", FolderRole::Trash},
        Known{"\\Archive", FolderRole::Archive}, Known{"\\All", FolderRole::AllMail},
        Known{"\\AllMail", FolderRole::AllMail}};
    for (const Known &known : kAttributes) {
        if (attribute.size() == known.attribute.size()
            && attribute.compare(known.attribute, Qt::CaseInsensitive) == 0)
            return known.role;
    }
    return FolderRole::None;
}

FolderRole roleOfName(const QString &name, char delimiter)
{
    if (name.compare(QLatin1String("INBOX"), Qt::CaseInsensitive) == 0)
        return FolderRole::Inbox;
    const QString bare = withoutRoot(name, delimiter);
    // Deeper folders are the user's own: "Customers/Sent" is no Sent folder.
    if (delimiter != '\0' && bare.contains(QLatin1Char(delimiter)))
        return FolderRole::None;
    return rolesByName().value(
        bare.trimmed().normalized(QString::NormalizationForm_C).toLower(), FolderRole::None);
}

void assignRoles(QList<RemoteFolder> &folders, const QString &ownPrefix)
{
    using enum FolderRole;
    for (const FolderRole role : {Inbox, Sent, Drafts, Junk, Trash, Archive, AllMail}) {
        if (!hasRole(folders, role))
            assignByName(folders, role, ownPrefix);
    }
}

QByteArray newFolderName(const QByteArray &plainName, const QList<RemoteFolder> &existing,
    const Capabilities &capabilities)
{
    if (capabilities.ownPrefix)
        return *capabilities.ownPrefix + plainName;
    // Servers of the Courier and cPanel kind keep everything below INBOX.
    QByteArray prefix;
    int below = 0;
    int beside = 0;
    for (const RemoteFolder &folder : existing) {
        if (folder.role == FolderRole::Inbox || !folder.own)
            continue;
        const QByteArray inboxPrefix = QByteArrayLiteral("INBOX") + folder.delimiter;
        if (folder.wireName.startsWith(inboxPrefix)) {
            prefix = inboxPrefix;
            ++below;
        } else {
            ++beside;
        }
    }
    return below > 0 && beside == 0 ? prefix + plainName : plainName;
}

} // namespace inlet::imap
