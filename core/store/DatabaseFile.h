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

/// Pages of a new database. 8 KB: a packed message of 2.5 KB wastes a third of a 4 KB page.
inline constexpr int kPageSize = 8192;

} // namespace inlet::store
