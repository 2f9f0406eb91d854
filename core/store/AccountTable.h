// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "store/Aggregates.h"
#include "store/values/Mail.h"

namespace inlet::store
{

/// Mailboxes and folders as they are. Throws. Thread: that of the connection.
class AccountReader
{
public:
    explicit AccountReader(Connection &db) : m_db(db) {}
    QList<accounts::Account> accounts();
    accounts::Account account(AccountId id);
    QList<StoredFolder> folders(AccountId account);
    StoredFolder folder(FolderId id);

private:
    QStringList listed(const char *sql, AccountId id); ///< texts of a table beside accounts
    accounts::Account read(Query &query);

    Connection &m_db;
};

/// Changes of them. Throws. Thread: the writer.
class AccountTable
{
public:
    AccountTable(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}
    AccountId add(const accounts::Account &account);
    void update(const accounts::Account &account);
    void remove(AccountId id);
    QList<StoredFolder> setFolders(AccountId account, const QList<imap::RemoteFolder> &folders);
    void renameFolder(FolderId folder, const imap::RemoteFolder &now, bool keepsRole);
    void setFollowed(FolderId folder, bool followed);
    void setFolderState(const StoredFolder &folder);

private:
    void writeAliases(AccountId id, const QStringList &aliases);
    void writeTags(AccountId id, const QStringList &tags);
    void removeMail(AccountId id);

    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
