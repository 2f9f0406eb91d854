// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WordMatcher.h"

#include "store/Packing.h"
#include "store/SearchIndex.h"
#include "store/WordsBeside.h"

namespace inlet::store
{

namespace
{

/// A bit each in `under`. A chain of signs can be split into more words than foldedWords() lets through.
constexpr std::size_t kMostWords = 64;

} // namespace

WordMatcher::WordMatcher(Connection &db, const ListFilter &filter)
    : m_db(db), m_tokenizer(db), m_bounds(filter.wordValues.mid(1))
{
    bool wantsBody = false;
    for (const qsizetype term : filter.besideTerms)
        m_beside |= quint64(1) << term;
    for (const SearchQuery::Term &term : filter.terms) {
        Phrase phrase{{}, term.prefix, columnsOf(term.field)};
        m_tokenizer.split(foldedWords(term.text).join(QLatin1Char(' ')).toStdString(), [&phrase](std::string_view word) {
            phrase.words.emplace_back(word);
            return phrase.words.size() < kMostWords;
        });
        m_isSenseless = m_isSenseless || phrase.words.empty(); // signs only: FTS5 finds nothing then
        wantsBody = wantsBody || phrase.columns[Body];
        m_wanted |= quint64(1) << m_phrases.size();
        if (term.field == SearchQuery::Field::Any)
            m_anywhere |= quint64(1) << m_phrases.size();
        m_phrases.push_back(std::move(phrase));
    }
    m_sql = std::string("SELECT ") + (wantsBody ? "x.packed" : "NULL")
        + ", m.subject, m.from_name || ' ' || m.from_address, m.to_line || char(10) || m.cc_line FROM messages m "
        + (wantsBody ? "LEFT JOIN contents x ON x.message = m.id " : "")
        + "WHERE m.conversation = ? AND m.list_class > 0" + filter.wordBounds;
}

std::array<bool, WordMatcher::ColumnCount> WordMatcher::columnsOf(SearchQuery::Field field)
{
    const bool any = field == SearchQuery::Field::Any;
    const bool domain = field == SearchQuery::Field::Domain;
    return {any, any || field == SearchQuery::Field::Subject, any || domain || field == SearchQuery::Field::From,
        any || domain || field == SearchQuery::Field::To};
}

bool WordMatcher::hasWords(ConversationId conversation)
{
    if (m_isSenseless)
        return false;
    const quint64 beside = foundBeside(conversation);
    Query q = m_db.query(m_sql);
    q.add(conversation);
    bindValues(q, m_bounds);
    while (q.next()) {
        ++m_looks;
        m_found = beside;
        for (const Column column : {Subject, Sender, Recipients}) {
            if (!foundAll())
                look(column, q.text(column));
        }
        if (!foundAll() && !q.isNull(Body)) {
            try {
                look(Body, searchableText(q.bytes(Body)));
            } catch (const StoreError &) {
                continue; // damaged: the index does not have it either
            }
        }
        if (foundAll())
            return true;
    }
    return false;
}

/// A bit a phrase that stands in the note or in what lists say about a person of the conversation.
quint64 WordMatcher::foundBeside(ConversationId conversation)
{
    if (m_beside == 0)
        return 0;
    m_found = 0;
    {
        Query q = m_db.query("SELECT note FROM conversations WHERE id = ? AND note <> ''");
        q.bind(conversation);
        if (q.next())
            look(Subject, q.text(0));
    }
    if ((m_found & m_anywhere) == m_wanted)
        return m_wanted; // all of them in one note
    Query q = m_db.query(kListedWords);
    q.bind(conversation);
    while (q.next()) {
        look(Subject, q.text(0));
        look(Subject, q.text(1));
    }
    return m_found & m_beside;
}

void WordMatcher::look(Column column, const QString &text)
{
    // Bit i of a phrase: its words up to number i stand before this place.
    std::vector<quint64> under(m_phrases.size(), 0);
    const QByteArray octets = text.toUtf8();
    m_tokenizer.split({octets.constData(), std::size_t(octets.size())}, [&](std::string_view token) {
        for (std::size_t p = 0; p < m_phrases.size(); ++p) {
            const Phrase &phrase = m_phrases[p];
            const quint64 bit = quint64(1) << p;
            if (!phrase.columns[column] || (m_found & bit) != 0)
                continue;
            const quint64 reachable = (under[p] << 1U) | 1U;
            under[p] = 0;
            for (std::size_t word = 0; word < phrase.words.size(); ++word) {
                const bool last = word + 1 == phrase.words.size();
                const bool fits = last && phrase.prefix ? token.starts_with(phrase.words[word]) : token == phrase.words[word];
                if (fits && (reachable >> word & 1U) != 0)
                    under[p] |= quint64(1) << word;
            }
            if ((under[p] >> (phrase.words.size() - 1) & 1U) != 0)
                m_found |= bit;
        }
        return !foundAll();
    });
}

} // namespace inlet::store
