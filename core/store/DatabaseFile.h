// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::store
{

class Connection;

/// An empty file, private from the first octet on, whatever the umask; one that is there is made private.
/// Throws StoreError.
void createPrivately(const QString &path);

/// What the writing connection needs, before the first statement.
void prepareWriter(Connection &db);

/// For a database that begins anew if this ends early: no journal, no waiting for the disk.
void prepareThrowaway(Connection &db);

[[nodiscard]] qint64 bytesWithLog(const QString &path);

/// With its log, where it has one.
void removeDatabase(const QString &path);

/// `from` takes the place of `to`, and is on the disk before it does. Throws StoreError.
void putInPlace(const QString &from, const QString &to);

/// Pages of a new database. 8 KB: a packed message of 2.5 KB wastes a third of a 4 KB page.
inline constexpr int kPageSize = 8192;

} // namespace inlet::store
