// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/Salvage.h"

#include <string>
#include <vector>

namespace inlet::store
{

/// Copies what no mail server has from one database, damaged or not, into a fresh one: mailboxes, what was
/// decided, who is a prospect, drafts, the ledger, and changes that a server has still to learn, with the
/// mails these are about. Ids stay, so that Message-IDs lead each mail that comes again back to its
/// conversation (thread_keys). Throws. Thread: any one.
class CarryOver
{
public:
    CarryOver(sqlite3 *source, Connection &fresh);

    /// Rows: all of them, or only of the tables that `only` names, as incomplete() does. Where there are several
    /// sources, the first that has a row wins.
    void carryRows(const QStringList &only = {});
    /// After the rows of all sources: which mail belongs where, and the numbers that were given.
    void join();
    /// What could not be read whole, in plain words.
    [[nodiscard]] QStringList incomplete() const;
    /// Whether the database itself could be read; single messages in it may be damaged all the same.
    [[nodiscard]] bool readEverything() const { return m_incomplete.isEmpty(); }

private:
    struct Table {
        const char *name;
        const char *words; ///< for `incomplete`; null: not worth a word
        const char *columns = nullptr; ///< null: all that both sides know
        const char *wanted = "1"; ///< by columns of the source's row
        const char *guard = "1"; ///< by the fresh database, with `?N` as columns
        const char *key = nullptr; ///< first column of the key; null: row ids
    };
    static const Table kTables[];

    void carry(const Table &table);
    void carryMessages();
    bool carryRowsOf(const char *table, const char *keyColumn, qint64 key); ///< false: a damaged message
    void damagedLedger(qint64 ledger);
    void joinLoose(); ///< what refers to rows that were lost
    void continueCounting();
    [[nodiscard]] std::string commonColumns(const Table &table) const;
    [[nodiscard]] std::vector<std::string> columnsOf(sqlite3 *db, const char *table) const;
    void missed(const char *words);

    sqlite3 *m_source;
    Connection &m_fresh;
    QStringList m_incomplete; ///< because pages could not be read
    QStringList m_damagedMessages; ///< because messages could not be unpacked
};

/// After run(): makes a database to work with of what was carried over. `newestLost`: the sources are older
/// than what was written last. Counts into `report`.
void settleCarried(Connection &fresh, bool newestLost, SalvageReport &report);

} // namespace inlet::store
