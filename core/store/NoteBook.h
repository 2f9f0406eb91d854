// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/SearchQuery.h"
#include "store/sqlite/Tokenizer.h"

#include <optional>
#include <string>
#include <vector>

namespace inlet::store
{

/// The rep's notes, split into words as the index of mails splits them, kept with the connection that searches
/// (Connection::kept), and read again after each change of a note. Notes are few, and no index has them: meta.noted says
/// which conversations have one, as a cache. Where it does not, all conversations are passed, which from the disk is a
/// third of a large database; so the store makes the list once.
/// Throws. Thread: that of the connection.
class NoteBook
{
public:
    /// Reads the notes again where one has changed since.
    static const NoteBook &of(Connection &db);
    /// Whoever changes a note, or moves one, says so in the same transaction. `of`: those that may have one now.
    static void changed(Connection &db, const QList<ConversationId> &of);

    struct List {
        QString version; ///< of the notes
        QList<qint64> conversations; ///< all that have one, and some that had
    };
    /// What the database says; nullopt: it does not know, or not of these notes.
    [[nodiscard]] static std::optional<List> listed(Connection &db);
    /// By passing all conversations.
    [[nodiscard]] static List madeAnew(Connection &db);
    static void keep(Connection &db, const List &list); ///< not where a note has changed since

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
