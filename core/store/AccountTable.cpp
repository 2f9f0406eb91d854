// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AccountTable.h"

#include "accounts/values/Tags.h"
#include "store/MessageRows.h"
#include "store/Places.h"
#include "store/SavedViews.h"

#include <algorithm>
#include <array>

namespace inlet::store
{

namespace
{

constexpr const char *kFolderColumns
    = "SELECT f.id, f.account, f.wire_name, f.name, f.role, f.followed, f.uid_validity, f.uid_next, "
      "f.highest_modseq, f.server_exists, f.history_done, f.keeps_keywords, f.selectable, "
      "(SELECT count(*) FROM locations l WHERE l.folder = f.id), "
      "(SELECT count(*) FROM locations l WHERE l.folder = f.id AND (l.flags & 1) = 0), f.kept_keywords FROM folders f ";

constexpr const char *kAccountColumns
    = "SELECT id, email, display_name, signature, colour, provider, imap_host, imap_port, imap_tls, "
      "imap_user, imap_fingerprint, smtp_host, smtp_port, smtp_tls, smtp_user, smtp_fingerprint, history, "
      "sent_policy, enabled, unified, secret_stored, sign_in_refused, sent_folder, junk_folder, archive_folder, "
      "trash_folder FROM accounts ";

StoredFolder readFolder(const Query &q)
{
    StoredFolder folder;
    folder.id = q.id<FolderId>(0);
    folder.account = q.id<AccountId>(1);
    folder.wireName = q.bytes(2);
    folder.name = q.text(3);
    folder.role = imap::FolderRole(q.integer(4));
    folder.followed = q.flag(5);
    folder.uidValidity = q.id<UidValidity>(6);
    folder.uidNext = quint32(q.number(7));
    folder.highestModSeq = quint64(q.number(8));
    folder.exists = quint32(q.number(9));
    folder.historyDone = q.flag(10);
    folder.keepsKeywords = q.flag(11);
    folder.selectable = q.flag(12);
    folder.messages = q.number(13);
    folder.unread = q.number(14);
    folder.keptKeywords = keywordList(q.text(15));
    return folder;
}

void bindAccount(Query &q, const accounts::Account &account)
{
    q.bind(account.email, addressKey(account.email), account.displayName, account.signature, account.colour,
        account.provider, account.imap.host, int(account.imap.port), account.imap.tls, account.imap.user,
        account.imap.trustedFingerprint, account.smtp.host, int(account.smtp.port), account.smtp.tls,
        account.smtp.user, account.smtp.trustedFingerprint);
    q.bind(account.history, account.sentPolicy, account.enabled, account.inUnifiedInbox, account.secretStored,
        account.signInRefused);
    const accounts::FolderChoices &chosen = account.folderChoices;
    q.bind(chosen.sent, chosen.junk, chosen.archive, chosen.trash);
}

accounts::ServerEndpoint readEndpoint(const Query &q, int first)
{
    return {q.text(first), quint16(q.number(first + 1)), accounts::TlsMode(q.integer(first + 2)),
        q.text(first + 3), q.bytes(first + 4)};
}

/// What the rep chose goes before the server's word and our guess. INBOX stays what it is.
QList<imap::RemoteFolder> withChoices(QList<imap::RemoteFolder> folders, const accounts::FolderChoices &choices)
{
    using imap::FolderRole;
    const std::array<std::pair<FolderRole, QByteArray>, 4> wanted{{{FolderRole::Sent, choices.sent},
        {FolderRole::Junk, choices.junk}, {FolderRole::Archive, choices.archive}, {FolderRole::Trash, choices.trash}}};
    for (const auto &[role, name] : wanted) {
        const auto chosen = std::find_if(folders.begin(), folders.end(), [&name = name](const imap::RemoteFolder &folder) {
            return !name.isEmpty() && folder.wireName == name && folder.selectable && folder.role != FolderRole::Inbox;
        });
        if (chosen == folders.end())
            continue;
        for (imap::RemoteFolder &folder : folders) {
            if (folder.role == role)
                folder.role = FolderRole::None;
        }
        chosen->role = role;
    }
    return folders;
}

QByteArray *choiceOf(accounts::FolderChoices &choices, imap::FolderRole role)
{
    switch (role) {
    case imap::FolderRole::Sent:
        return &choices.sent;
    case imap::FolderRole::Junk:
        return &choices.junk;
    case imap::FolderRole::Archive:
        return &choices.archive;
    case imap::FolderRole::Trash:
        return &choices.trash;
    case imap::FolderRole::None:
    case imap::FolderRole::Inbox:
    case imap::FolderRole::Drafts:
    case imap::FolderRole::AllMail:
        break;
    }
    return nullptr;
}

} // namespace

accounts::Account AccountReader::read(Query &q)
{
    accounts::Account account;
    account.id = q.id<AccountId>(0);
    account.email = q.text(1);
    account.displayName = q.text(2);
    account.signature = q.text(3);
    account.colour = q.text(4);
    account.provider = q.text(5);
    account.imap = readEndpoint(q, 6);
    account.smtp = readEndpoint(q, 11);
    account.history = accounts::HistoryWindow(q.integer(16));
    account.sentPolicy = accounts::SentPolicy(q.integer(17));
    account.enabled = q.flag(18);
    account.inUnifiedInbox = q.flag(19);
    account.secretStored = q.flag(20);
    account.signInRefused = q.flag(21);
    account.folderChoices = {q.bytes(22), q.bytes(23), q.bytes(24), q.bytes(25)};
    account.aliases = listed("SELECT address FROM account_aliases WHERE account = ? ORDER BY position", account.id);
    account.tags = listed("SELECT tag FROM account_tags WHERE account = ? ORDER BY position", account.id);
    return account;
}

QList<accounts::Account> AccountReader::accounts()
{
    QList<accounts::Account> out;
    Query q = m_db.query(std::string(kAccountColumns) + "ORDER BY id");
    while (q.next())
        out.append(read(q));
    return out;
}

accounts::Account AccountReader::account(AccountId id)
{
    Query q = m_db.query(std::string(kAccountColumns) + "WHERE id = ?");
    q.bind(id);
    if (!q.next())
        throwNotFound(QStringLiteral("account %1").arg(id.number()));
    return read(q);
}

QStringList AccountReader::listed(const char *sql, AccountId id)
{
    QStringList out;
    Query q = m_db.query(sql);
    q.bind(id);
    while (q.next())
        out.append(q.text(0));
    return out;
}

QList<StoredFolder> AccountReader::folders(AccountId account)
{
    QList<StoredFolder> out;
    Query q = m_db.query(std::string(kFolderColumns) + "WHERE f.account = ? ORDER BY f.id");
    q.bind(account);
    while (q.next())
        out.append(readFolder(q));
    return out;
}

StoredFolder AccountReader::folder(FolderId id)
{
    Query q = m_db.query(std::string(kFolderColumns) + "WHERE f.id = ?");
    q.bind(id);
    if (!q.next())
        throwNotFound(QStringLiteral("folder %1").arg(id.number()));
    return readFolder(q);
}

AccountId AccountTable::add(const accounts::Account &account)
{
    if (m_context.db.number("SELECT 1 FROM accounts WHERE email_key = ?", 0, addressKey(account.email)) != 0)
        throwConflict(QStringLiteral("that mailbox is already here"));
    Query q = m_context.db.query(
        "INSERT INTO accounts (email, email_key, display_name, signature, colour, provider, imap_host, "
        "imap_port, imap_tls, imap_user, imap_fingerprint, smtp_host, smtp_port, smtp_tls, smtp_user, "
        "smtp_fingerprint, history, sent_policy, enabled, unified, secret_stored, sign_in_refused, sent_folder, "
        "junk_folder, archive_folder, trash_folder) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bindAccount(q, account);
    q.run();
    const AccountId id(m_context.db.lastId());
    writeAliases(id, account.aliases);
    writeTags(id, account.tags);
    m_context.ownAddresses.reset();
    m_context.changes.accounts.insert(id);
    return id;
}

void AccountTable::update(const accounts::Account &account)
{
    const qint64 holder
        = m_context.db.number("SELECT id FROM accounts WHERE email_key = ?", 0, addressKey(account.email));
    if (holder != 0 && holder != account.id.number())
        throwConflict(QStringLiteral("another mailbox has that address"));
    // Folders that did not change would not be looked through again.
    m_context.db.change("UPDATE folders SET history_done = 0 WHERE account = ?1 "
                        "AND EXISTS (SELECT 1 FROM accounts WHERE id = ?1 AND history <> ?2)",
        account.id, account.history);
    Query q = m_context.db.query(
        "UPDATE accounts SET email = ?, email_key = ?, display_name = ?, signature = ?, colour = ?, "
        "provider = ?, imap_host = ?, imap_port = ?, imap_tls = ?, imap_user = ?, imap_fingerprint = ?, "
        "smtp_host = ?, smtp_port = ?, smtp_tls = ?, smtp_user = ?, smtp_fingerprint = ?, history = ?, "
        "sent_policy = ?, enabled = ?, unified = ?, secret_stored = ?, sign_in_refused = ?, "
        "sent_folder = ?, junk_folder = ?, archive_folder = ?, trash_folder = ? WHERE id = ?");
    bindAccount(q, account);
    q.bind(account.id);
    q.run();
    if (m_context.db.changes() == 0)
        throwNotFound(QStringLiteral("account %1").arg(account.id.number()));
    writeAliases(account.id, account.aliases);
    writeTags(account.id, account.tags);
    m_context.ownAddresses.reset();
    m_context.changes.accounts.insert(account.id);
}

void AccountTable::writeAliases(AccountId id, const QStringList &aliases)
{
    m_context.db.change("DELETE FROM account_aliases WHERE account = ?", id);
    int position = 0;
    for (const QString &alias : aliases) {
        m_context.db.change(
            "INSERT INTO account_aliases (account, position, address) VALUES (?, ?, ?)", id, position++, alias);
    }
}

void AccountTable::writeTags(AccountId id, const QStringList &tags)
{
    m_context.db.change("DELETE FROM account_tags WHERE account = ?", id);
    int position = 0;
    const QStringList clean = accounts::cleanTags(tags);
    for (const QString &tag : clean) {
        m_context.db.change("INSERT INTO account_tags (account, key, tag, position) VALUES (?, ?, ?, ?)", id,
            accounts::tagKey(tag), tag, position++);
    }
}

void AccountTable::remove(AccountId id)
{
    removeMail(id);
    m_context.db.change("DELETE FROM operations WHERE account = ?", id);
    m_context.db.change("DELETE FROM accounts WHERE id = ?", id);
    if (m_context.db.changes() == 0)
        throwNotFound(QStringLiteral("account %1").arg(id.number()));
    ViewTable(m_context).removeOf(id);
    m_context.ownAddresses.reset();
    m_context.changes.accounts.insert(id);
    m_context.changes.folders = true;
}

void AccountTable::removeMail(AccountId id)
{
    QList<StoredMessageId> messages;
    QSet<ConversationId> conversations;
    {
        Query q = m_context.db.query("SELECT id, conversation FROM messages WHERE account = ?");
        q.bind(id);
        while (q.next()) {
            messages.append(q.id<StoredMessageId>(0));
            conversations.insert(q.id<ConversationId>(1));
        }
    }
    for (const StoredMessageId message : std::as_const(messages))
        removeMessage(m_context, message);
    for (const ConversationId conversation : std::as_const(conversations)) {
        m_aggregates.recount(conversation);
        // What was decided about a prospect stays, and waits for the mailbox to come back.
        m_context.db.change(
            "DELETE FROM conversations WHERE id = ?1 AND is_prospect = 0 AND category_source < 2 AND note = '' "
            "AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation = ?1) "
            "AND NOT EXISTS (SELECT 1 FROM ledger WHERE conversation = ?1)",
            conversation);
        if (m_context.db.changes() > 0)
            m_context.db.change("DELETE FROM thread_keys WHERE conversation = ?", conversation);
    }
}

QList<StoredFolder> AccountTable::setFolders(AccountId account, const QList<imap::RemoteFolder> &listed)
{
    const QList<imap::RemoteFolder> folders
        = withChoices(listed, AccountReader(m_context.db).account(account).folderChoices);
    Places places(m_context, m_aggregates);
    QHash<QByteArray, StoredFolder> gone;
    const QList<StoredFolder> before = AccountReader(m_context.db).folders(account);
    for (const StoredFolder &folder : before)
        gone.insert(folder.wireName, folder);
    for (const imap::RemoteFolder &folder : folders) {
        const std::optional<StoredFolder> known
            = gone.contains(folder.wireName) ? std::optional(gone.take(folder.wireName)) : std::nullopt;
        // Whose role went elsewhere is not followed any more.
        m_context.db.change("INSERT INTO folders (account, wire_name, name, role, selectable) VALUES (?, ?, ?, ?, ?) "
                            "ON CONFLICT (account, wire_name) DO UPDATE SET name = excluded.name, "
                            "role = excluded.role, selectable = excluded.selectable, "
                            "followed = followed AND (role = 0 OR excluded.role <> 0)",
            account, folder.wireName, folder.name, folder.role, folder.selectable && folder.own);
        if (known && known->role != folder.role)
            places.refreshFolder(known->id);
    }
    for (const StoredFolder &folder : std::as_const(gone))
        places.removeFolder(folder.id);
    m_context.changes.folders = true;
    return AccountReader(m_context.db).folders(account);
}

void AccountTable::renameFolder(FolderId id, const imap::RemoteFolder &now, bool keepsRole)
{
    const StoredFolder folder = AccountReader(m_context.db).folder(id);
    accounts::Account account = AccountReader(m_context.db).account(folder.account);
    QByteArray *const choice = choiceOf(account.folderChoices, folder.role);
    const bool chosen = choice && *choice == folder.wireName;
    if (chosen || (choice && keepsRole && now.role != folder.role)) {
        *choice = now.wireName;
        update(account);
    }
    const imap::FolderRole role = chosen || keepsRole ? folder.role : now.role;
    m_context.db.change("UPDATE folders SET wire_name = ?, name = ?, role = ? WHERE id = ?", now.wireName, now.name, role, id);
    Places places(m_context, m_aggregates);
    places.resetFolder(id, UidValidity());
    if (role != folder.role)
        places.refreshFolder(id);
}

void AccountTable::setFollowed(FolderId folder, bool followed)
{
    m_context.db.change("UPDATE folders SET followed = ? WHERE id = ?", followed, folder);
    if (m_context.db.changes() == 0)
        throwNotFound(QStringLiteral("folder %1").arg(folder.number()));
    m_context.changes.folders = true;
}

void AccountTable::setFolderState(const StoredFolder &folder)
{
    m_context.db.change("UPDATE folders SET uid_next = ?, highest_modseq = ?, server_exists = ?, "
                        "keeps_keywords = ?, kept_keywords = ?, history_done = ?, uid_validity = ? "
                        "WHERE id = ? AND uid_validity IN (0, ?)",
        folder.uidNext, qint64(folder.highestModSeq), folder.exists, folder.keepsKeywords,
        QString::fromUtf8(folder.keptKeywords.join(' ')), folder.historyDone,
        folder.uidValidity, folder.id, folder.uidValidity);
    if (m_context.db.changes() == 0)
        return; // it got another UIDVALIDITY in the meantime: what the round found is void
    // Also of a round that is not the first: what was moved here may have gone before we met it.
    if (folder.historyDone)
        Places(m_context, m_aggregates).dropUnmapped(folder.id);
    m_context.changes.folders = true;
}

bool isOwnAddress(WriteContext &context, const QString &address)
{
    if (!context.ownAddresses) {
        context.ownAddresses.emplace();
        Query q = context.db.query("SELECT email_key FROM accounts UNION SELECT lower(address) FROM account_aliases");
        while (q.next())
            context.ownAddresses->insert(q.text(0));
    }
    return context.ownAddresses->contains(address);
}

} // namespace inlet::store
