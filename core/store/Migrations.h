// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inlet::store
{

class Connection;

/// Newest schema this program knows; PRAGMA user_version of a database in use.
[[nodiscard]] int schemaVersion();

/// PRAGMA user_version. Throws StoreError with cause "database-newer" when it is from a newer program.
int requireKnownVersion(Connection &db);

/// Brings the database to schemaVersion(), one transaction a step. Throws as
/// requireKnownVersion(), and leaves it untouched then.
void migrate(Connection &db);

} // namespace inlet::store
