// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/ListFilter.h"
#include "store/sqlite/Tokenizer.h"

#include <array>
#include <vector>

namespace inlet::store
{

/// Reads messages instead of the index: does one have all the words? The answer of message_index for
/// matchExpression(terms), also before the message is indexed. About 40 us a mail of 4 KB, whatever
/// the words are: for beginnings of words and frequent ones the index has to put together lists of half
/// the mails. Thread: the connection's.
class WordMatcher
{
public:
    /// `filter` was made with WordSearch::Left and has terms.
    WordMatcher(Connection &db, const ListFilter &filter);

    /// A message of the conversation has all the words and is in the bounds. Throws.
    [[nodiscard]] bool hasWords(ConversationId conversation);
    /// Messages that were read so far.
    [[nodiscard]] qint64 looks() const { return m_looks; }
    /// Of a conversation `c`: how many messages it would have to read.
    static constexpr const char *kMessages = "c.n_human + c.n_own + c.n_machine";

private:
    enum Column { Body, Subject, Sender, Recipients, ColumnCount };
    struct Phrase {
        std::vector<std::string> words;
        bool prefix = false; ///< of the last word
        std::array<bool, ColumnCount> columns{};
    };

    [[nodiscard]] static std::array<bool, ColumnCount> columnsOf(SearchQuery::Field field);
    [[nodiscard]] quint64 foundBeside(ConversationId conversation);
    void look(Column column, const QString &text);
    [[nodiscard]] bool foundAll() const { return m_found == m_wanted; }

    Connection &m_db;
    const Tokenizer m_tokenizer;
    const QVariantList m_bounds;
    std::string m_sql;
    std::vector<Phrase> m_phrases;
    bool m_isSenseless = false;
    qint64 m_looks = 0;
    quint64 m_wanted = 0; ///< a bit a phrase; at most 32, see parseSearch()
    quint64 m_found = 0;
    quint64 m_beside = 0; ///< those that need not be in the mail, see ListFilter::besideTerms
    quint64 m_anywhere = 0; ///< those of no field
};

} // namespace inlet::store
