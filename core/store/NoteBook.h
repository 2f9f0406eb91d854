// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/SearchQuery.h"
#include "store/sqlite/Tokenizer.h"

#include <optional>
#include <string>
#include <vector>

namespace inlet::store
{

/// The rep's notes, split into words as the index of mails splits them, kept with the connection that searches
/// (Connection::kept). Notes are few; nothing in the database lists them, so all conversations are passed once
/// a connection and once after each change of a note.
/// Throws. Thread: that of the connection.
class NoteBook
{
public:
    /// Reads the notes again where one has changed since.
    static const NoteBook &of(Connection &db);
    /// Whoever changes a note, or moves one, says so in the same transaction.
    static void changed(Connection &db);

    /// Conversations whose note has the words of `term`, which is of any field.
    [[nodiscard]] QList<qint64> with(const SearchQuery::Term &term) const;
    [[nodiscard]] QList<qint64> all() const;

private:
    struct Note {
        qint64 conversation = 0;
        std::string words; ///< folded, a blank before and behind each
    };
    void read(Connection &db);
    [[nodiscard]] std::string wordsOf(const QString &text) const;

    std::optional<Tokenizer> m_tokenizer;
    std::optional<QString> m_version; ///< of the notes that were read; none: never
    std::vector<Note> m_notes;
};

/// For json_each(): "[1,2,3]".
[[nodiscard]] QString jsonList(const QList<qint64> &numbers);

} // namespace inlet::store
