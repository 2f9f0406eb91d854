// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Operations.h"

#include "imap/values/LabelFlag.h"
#include "store/MessageState.h"
#include "store/PlaceRole_p.h"
#include "store/values/ArrivedFlag.h"
#include "store/values/Label.h"

namespace inlet::store
{

namespace
{

constexpr int kWaiting = 0;
constexpr int kDone = 1;
constexpr int kTakenBack = 2;
constexpr qint64 kKeptOperations = 10'000;

constexpr const char *kRowColumns
    = "SELECT id, account, type, location, message, flags, target, source, undo_step, done, target_folder, source_folder "
      "FROM operations ";

/// A place as it is in the table.
struct PlaceRow {
    AccountId account;
    StoredMessageId message;
    FolderId folder;
    int flags = 0;
    QByteArrayList keywords;
    imap::FolderRole role = imap::FolderRole::None;
    bool labelled = false; ///< its role is a label, see PlaceRole_p.h
    bool arrived = false; ///< a rule filed it, and nobody has since; also where it was thrown away from there
    std::optional<imap::FolderRole> pending;
};

std::optional<PlaceRow> readPlace(WriteContext &context, qint64 location)
{
    Query q = context.db.query("SELECT f.account, l.message, l.flags, l.keywords, " INLET_ROLE_ON_SERVER ", "
                               "f.role = 7 AND f.followed, l.pending_role, l.folder "
                               "FROM locations l JOIN folders f ON f.id = l.folder WHERE l.id = ?");
    q.bind(location);
    if (!q.next())
        return std::nullopt;
    PlaceRow place{q.id<AccountId>(0), q.id<StoredMessageId>(1), q.id<FolderId>(7), q.integer(2), keywordList(q.text(3)),
        imap::FolderRole(q.integer(4)), q.flag(5), false, std::nullopt};
    place.arrived = place.keywords.contains(kArrivedFlag);
    if (!q.isNull(6))
        place.pending = imap::FolderRole(q.integer(6));
    return place;
}

void writeKeywords(WriteContext &context, qint64 location, const QByteArrayList &keywords)
{
    context.db.change("UPDATE locations SET keywords = ? WHERE id = ?", QString::fromUtf8(keywords.join(' ')),
        location);
}

} // namespace

QList<Operation> OperationReader::operations(AccountId account, int limit)
{
    Query q = m_db.query("SELECT o.id, o.account, o.type, l.folder, f.uid_validity, l.uid, o.message, o.flags, "
                         "o.target, o.undo_step, o.attempts, o.target_folder FROM operations o JOIN locations l ON l.id = o.location "
                         "JOIN folders f ON f.id = l.folder WHERE o.done = 0 AND o.account = ? "
                         "AND (l.uid IS NOT NULL OR NOT f.followed) ORDER BY o.id LIMIT ?");
    q.bind(account, limit);
    QList<Operation> out;
    while (q.next()) {
        Operation operation;
        operation.id = q.id<OperationId>(0);
        operation.account = q.id<AccountId>(1);
        operation.type = Operation::Type(q.integer(2));
        operation.folder = q.id<FolderId>(3);
        operation.uidValidity = q.id<UidValidity>(4);
        operation.uid = q.id<ImapUid>(5);
        operation.message = q.id<StoredMessageId>(6);
        operation.flags = keywordList(q.text(7));
        operation.target = imap::FolderRole(q.integer(8));
        operation.undo = q.id<UndoId>(9);
        operation.attempts = q.integer(10);
        operation.targetFolder = q.id<FolderId>(11);
        out.append(operation);
    }
    return out;
}

qint64 OperationReader::count()
{
    return m_db.number("SELECT count(*) FROM operations WHERE done = 0", 0);
}

void OperationTable::queue(const Row &row)
{
    m_context.db.change("INSERT INTO operations (account, type, location, message, flags, target, source, "
                        "undo_step, target_folder, source_folder) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.account, row.type, row.location, row.message, QString::fromUtf8(row.flags.join(' ')), row.target,
        row.source, row.step, row.targetFolder, row.sourceFolder);
}

bool OperationTable::changeFlags(qint64 location, int bits, bool set, UndoId step)
{
    const std::optional<PlaceRow> place = readPlace(m_context, location);
    if (!place)
        return false;
    const int flags = set ? place->flags | bits : place->flags & ~bits;
    const int changed = flags ^ place->flags;
    if (changed == 0)
        return false;
    m_context.db.change("UPDATE locations SET flags = ? WHERE id = ?", flags, location);
    queue({{}, place->account, set ? Operation::Type::SetFlags : Operation::Type::ClearFlags, location,
        place->message, flagNames(changed), {}, {}, {}, {}, step, kWaiting});
    refreshMessage(m_context, m_aggregates, place->message);
    return true;
}

void OperationTable::changeKeywords(
    qint64 location, const QByteArrayList &add, const QByteArrayList &remove, UndoId step)
{
    const std::optional<PlaceRow> place = readPlace(m_context, location);
    if (!place)
        return;
    QByteArrayList keywords = place->keywords;
    QByteArrayList added;
    QByteArrayList removed;
    for (const QByteArray &keyword : remove) {
        if (keywords.removeAll(keyword) > 0)
            removed.append(keyword);
    }
    for (const QByteArray &keyword : add) {
        if (!keywords.contains(keyword)) {
            keywords.append(keyword);
            added.append(keyword);
        }
    }
    writeKeywords(m_context, location, keywords);
    if (!removed.isEmpty())
        queue({{}, place->account, Operation::Type::ClearFlags, location, place->message, removed, {}, {}, {}, {},
            step, kWaiting});
    if (!added.isEmpty())
        queue({{}, place->account, Operation::Type::SetFlags, location, place->message, added, {}, {}, {}, {},
            step, kWaiting});
}

/// On and off, what says that nobody filed it since a rule did.
void OperationTable::setArrived(qint64 location, bool arrived)
{
    const std::optional<PlaceRow> place = readPlace(m_context, location);
    if (!place || place->arrived == arrived)
        return;
    QByteArrayList keywords = place->keywords;
    keywords.removeAll(kArrivedFlag);
    if (arrived)
        keywords.append(kArrivedFlag);
    writeKeywords(m_context, location, keywords);
    refreshMessage(m_context, m_aggregates, place->message);
}

bool OperationTable::move(qint64 location, imap::FolderRole role, UndoId step, FolderId folder)
{
    const bool byFolder = role == imap::FolderRole::None;
    const std::optional<PlaceRow> place = readPlace(m_context, location);
    if (!place || (byFolder && !folder.isValid()))
        return false;
    const bool files = byFolder || role == imap::FolderRole::Archive;
    if (files)
        setArrived(location, false);
    // What is archived stays in the folder that a rule chose for it: that is where it belongs, and no server is asked.
    if (place->arrived && !byFolder && files && !place->pending && place->role == imap::FolderRole::None)
        return true;
    const FolderId waiting(m_context.db.number("SELECT target_folder FROM operations WHERE location = ? AND done = ? "
                                               "AND type = ? ORDER BY id DESC LIMIT 1",
        0, location, kWaiting, Operation::Type::Move));
    const bool isThere = byFolder ? (place->pending ? waiting : place->folder) == folder
                                  : place->pending.value_or(place->role) == role;
    if (isThere)
        return false;
    // What the server refuses is where the rule put it, and nobody has filed it: the Move remembers that.
    const qint64 overtaken = m_context.db.number("SELECT 1 FROM operations WHERE location = ? AND done = ? AND type = ? AND flags = ?",
        0, location, kWaiting, Operation::Type::Move, QString::fromUtf8(kArrivedFlag));
    const bool filedNow = files && (place->arrived || overtaken != 0);
    // A Move that has not run is overtaken by this one.
    m_context.db.change("UPDATE operations SET done = ? WHERE location = ? AND done = ? AND type = ?", kTakenBack,
        location, kWaiting, Operation::Type::Move);
    if (place->labelled && role != imap::FolderRole::Trash && role != imap::FolderRole::Junk)
        return changeLabels(location, role, step, folder);
    const bool isHome = byFolder ? place->folder == folder : place->role == role;
    Query q = m_context.db.query("UPDATE locations SET pending_role = ? WHERE id = ?");
    if (isHome)
        q.addNull();
    else
        q.add(role);
    q.bind(location);
    q.run();
    if (!isHome)
        queue({{}, place->account, Operation::Type::Move, location, place->message,
            filedNow ? QByteArrayList{kArrivedFlag} : QByteArrayList(), role, place->role,
            byFolder ? folder : FolderId(), place->folder, step, kWaiting});
    refreshMessage(m_context, m_aggregates, place->message);
    return true;
}

/// All Mail has it whatever happens.
bool OperationTable::changeLabels(qint64 location, imap::FolderRole role, UndoId step, FolderId folder)
{
    m_context.db.change("UPDATE locations SET pending_role = NULL WHERE id = ?", location);
    QByteArrayList add;
    QByteArrayList remove{kInboxLabel};
    if (role == imap::FolderRole::Inbox)
        add.swap(remove);
    if (role == imap::FolderRole::None) {
        Query q = m_context.db.query("SELECT wire_name FROM folders WHERE id = ?");
        q.bind(folder);
        if (q.next())
            add.append(imap::labelFlag(q.bytes(0)));
    }
    changeKeywords(location, add, remove, step);
    refreshMessage(m_context, m_aggregates, StoredMessageId(m_context.db.number("SELECT message FROM locations WHERE id = ?", 0, location)));
    return true;
}

OperationTable::Row OperationTable::readRow(const Query &q)
{
    return {q.id<OperationId>(0), q.id<AccountId>(1), Operation::Type(q.integer(2)), q.number(3),
        q.id<StoredMessageId>(4), keywordList(q.text(5)), imap::FolderRole(q.integer(6)),
        imap::FolderRole(q.integer(7)), q.id<FolderId>(10), q.id<FolderId>(11), q.id<UndoId>(8), q.integer(9)};
}

std::optional<OperationTable::Row> OperationTable::find(OperationId id)
{
    Query q = m_context.db.query(std::string(kRowColumns) + "WHERE id = ?");
    q.bind(id);
    return q.next() ? std::optional(readRow(q)) : std::nullopt;
}

void OperationTable::finish(OperationId id)
{
    const std::optional<Row> row = find(id);
    if (!row)
        return; // its message is gone
    m_context.db.change("UPDATE operations SET done = ? WHERE id = ?", kDone, id);
    if (row->done == kTakenBack)
        turnBack(*row); // it was on its way to the server while it was taken back
}

/// But not what was decided anew since: the younger operation has the last word.
void OperationTable::turnBack(Row row)
{
    const bool isMove = row.type == Operation::Type::Move;
    QByteArrayList decidedAnew;
    {
        Query q = m_context.db.query("SELECT flags FROM operations WHERE location = ? AND id > ? AND done <> ? "
                                     "AND (type = ?) = ?");
        q.bind(row.location, row.id, kTakenBack, Operation::Type::Move, isMove ? 1 : 0);
        while (q.next()) {
            if (isMove)
                return;
            decidedAnew += keywordList(q.text(0));
        }
    }
    row.flags.removeIf([&](const QByteArray &flag) { return decidedAnew.contains(flag); });
    if (isMove || !row.flags.isEmpty())
        queueOpposite(row);
}

void OperationTable::retry(OperationId id)
{
    m_context.db.change("UPDATE operations SET attempts = attempts + 1 WHERE id = ?", id);
}

void OperationTable::queueOpposite(const Row &row)
{
    Row opposite = row;
    opposite.step = {};
    if (row.type == Operation::Type::Move) {
        const std::optional<PlaceRow> place = readPlace(m_context, row.location);
        if (!place)
            return;
        move(row.location, row.source, {}, row.sourceFolder);
        setArrived(row.location, place->arrived); // this way back is nobody's filing
        return;
    }
    opposite.type = row.type == Operation::Type::SetFlags ? Operation::Type::ClearFlags : Operation::Type::SetFlags;
    queue(opposite);
}

QList<OperationTable::Row> OperationTable::rowsOf(UndoId step)
{
    QList<Row> rows;
    Query q = m_context.db.query(std::string(kRowColumns) + "WHERE undo_step = ? ORDER BY id DESC");
    q.bind(step);
    while (q.next())
        rows.append(readRow(q));
    return rows;
}

void OperationTable::showLabelsBack(UndoId step)
{
    const QList<Row> rows = rowsOf(step);
    for (Row row : rows) {
        row.flags.removeIf([](const QByteArray &flag) { return !isLabelKeyword(flag); });
        if (row.type != Operation::Type::Move && !row.flags.isEmpty())
            showOpposite(row);
    }
}

void OperationTable::takeBack(UndoId step)
{
    const QList<Row> rows = rowsOf(step);
    for (const Row &row : rows) {
        if (row.done == kWaiting)
            m_context.db.change("UPDATE operations SET done = ? WHERE id = ?", kTakenBack, row.id);
        else if (row.done == kDone && row.type != Operation::Type::Move)
            queueOpposite(row); // a Move is turned by move(), which knows where the message is now
    }
}

void OperationTable::backOut(OperationId id)
{
    const std::optional<Row> row = find(id);
    if (!row)
        return;
    m_context.db.change("DELETE FROM operations WHERE id = ?", id);
    if (row->done == kWaiting)
        showOpposite(*row);
}

/// The server said no for good: what is shown follows the server again.
void OperationTable::showOpposite(const Row &row)
{
    const std::optional<PlaceRow> place = readPlace(m_context, row.location);
    if (!place)
        return;
    if (row.type == Operation::Type::Move) {
        m_context.db.change("UPDATE locations SET pending_role = NULL WHERE id = ?", row.location);
        if (row.flags.contains(kArrivedFlag))
            setArrived(row.location, true);
    } else {
        const bool wasSet = row.type == Operation::Type::SetFlags;
        int flags = place->flags;
        QByteArrayList keywords = place->keywords;
        for (const QByteArray &flag : row.flags) {
            const int bit = bitOfFlag(flag);
            flags = wasSet ? flags & ~bit : flags | bit;
            if (bit == 0 && wasSet)
                keywords.removeAll(flag);
            else if (bit == 0 && !keywords.contains(flag))
                keywords.append(flag);
        }
        m_context.db.change("UPDATE locations SET flags = ? WHERE id = ?", flags, row.location);
        writeKeywords(m_context, row.location, keywords);
    }
    refreshMessage(m_context, m_aggregates, row.message);
    m_aggregates.touch(
        ConversationId(m_context.db.number("SELECT conversation FROM messages WHERE id = ?", 0, row.message)));
}

void OperationTable::trim()
{
    m_context.db.change("DELETE FROM operations WHERE done <> 0 AND undo_step NOT IN (SELECT id FROM undo_steps) "
                        "AND id < (SELECT max(id) FROM operations) - ?",
        kKeptOperations);
}

} // namespace inlet::store
