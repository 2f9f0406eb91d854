// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::store
{

/// True where the database of that directory must be replaced before it is opened: it is empty, its newest
/// commits cannot be read, or a replacement was begun and not ended.
[[nodiscard]] bool needsRebuild(const QString &dir);

/// Which file it is, whatever its name: it may be set aside while somebody reads it.
[[nodiscard]] QByteArray identityOf(const QString &database);

/// For who meets damage and may not replace the database, or not any more: the next who may does.
/// `identity` of the file that was read.
void markDamaged(const QString &dir, const QByteArray &identity);
/// The database that is there now was marked.
[[nodiscard]] bool isMarkedDamaged(const QString &dir);

/// Sets the database aside under a dated name and puts a new one in its place, with all that can be read and
/// no server has. A kill at any moment, or a full disk, leaves what the next call goes on with. Nobody may
/// have the database open. Throws StoreError. Thread: any one.
void rebuild(const QString &dir);

/// The database file of a profile.
[[nodiscard]] QString databaseIn(const QString &dir);

} // namespace inlet::store
