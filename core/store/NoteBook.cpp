// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/NoteBook.h"

namespace inlet::store
{

const NoteBook &NoteBook::of(Connection &db)
{
    NoteBook &book = db.kept<NoteBook>();
    QString version;
    {
        Query q = db.query("SELECT value FROM meta WHERE key = 'notes'");
        if (q.next())
            version = q.text(0);
    }
    if (book.m_version != version) {
        book.m_version.reset(); // an interrupted reading is none
        book.read(db);
        book.m_version = version;
    }
    return book;
}

void NoteBook::changed(Connection &db)
{
    // Chance, no counter: a number that was rolled back would come again with other notes.
    db.run("INSERT INTO meta (key, value) VALUES ('notes', hex(randomblob(8))) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
}

void NoteBook::read(Connection &db)
{
    if (!m_tokenizer)
        m_tokenizer.emplace(db);
    m_notes.clear();
    Query q = db.query("SELECT id, note FROM conversations WHERE note <> '' ORDER BY id");
    while (q.next())
        m_notes.push_back({q.number(0), wordsOf(q.text(1))});
}

std::string NoteBook::wordsOf(const QString &text) const
{
    std::string words = " ";
    const QByteArray octets = text.toUtf8();
    m_tokenizer->split({octets.constData(), std::size_t(octets.size())}, [&words](std::string_view word) {
        words.append(word).append(" ");
        return true;
    });
    return words;
}

QList<qint64> NoteBook::with(const SearchQuery::Term &term) const
{
    QList<qint64> out;
    if (m_notes.empty())
        return out;
    std::string wanted = wordsOf(foldedWords(term.text).join(QLatin1Char(' ')));
    if (wanted == " ")
        return out; // signs only
    if (term.prefix)
        wanted.pop_back();
    for (const Note &note : m_notes) {
        if (note.words.find(wanted) != std::string::npos)
            out.append(note.conversation);
    }
    return out;
}

QList<qint64> NoteBook::all() const
{
    QList<qint64> out;
    for (const Note &note : m_notes)
        out.append(note.conversation);
    return out;
}

QString jsonList(const QList<qint64> &numbers)
{
    QByteArray out = "[";
    for (const qint64 number : numbers)
        out.append(out.size() > 1 ? "," : "").append(QByteArray::number(number));
    return QString::fromLatin1(out.append("]"));
}

} // namespace inlet::store
