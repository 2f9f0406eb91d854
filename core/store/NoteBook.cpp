// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/NoteBook.h"

namespace inlet::store
{

namespace
{

QString metaText(Connection &db, const char *sql)
{
    Query q = db.query(sql);
    return q.next() ? q.text(0) : QString();
}

QString versionIn(Connection &db)
{
    return metaText(db, "SELECT value FROM meta WHERE key = 'notes'");
}

void write(Connection &db, const NoteBook::List &list)
{
    db.change("INSERT INTO meta (key, value) VALUES ('noted', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        list.version + QLatin1Char(' ') + jsonList(list.conversations));
}

} // namespace

const NoteBook &NoteBook::of(Connection &db)
{
    NoteBook &book = db.kept<NoteBook>();
    const QString version = versionIn(db);
    if (book.m_version != version) {
        book.m_version.reset(); // an interrupted reading is none
        book.read(db);
        book.m_version = version;
    }
    return book;
}

void NoteBook::changed(Connection &db, const QList<ConversationId> &of)
{
    std::optional<List> list = listed(db);
    // Chance, no counter: a number that was rolled back would come again with other notes.
    db.run("INSERT INTO meta (key, value) VALUES ('notes', hex(randomblob(8))) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    if (!list)
        return;
    list->version = versionIn(db);
    for (const ConversationId one : of) {
        if (!list->conversations.contains(one.number()))
            list->conversations.append(one.number());
    }
    write(db, *list);
}

std::optional<NoteBook::List> NoteBook::listed(Connection &db)
{
    const QString text = metaText(db, "SELECT value FROM meta WHERE key = 'noted'");
    List list{versionIn(db), {}};
    // A program that does not know of the list changes the notes without it.
    if (text.isEmpty() || text.section(QLatin1Char(' '), 0, 0) != list.version)
        return std::nullopt;
    Query q = db.query("SELECT value FROM json_each(?)");
    q.add(text.section(QLatin1Char(' '), 1));
    while (q.next())
        list.conversations.append(q.number(0));
    return list;
}

NoteBook::List NoteBook::madeAnew(Connection &db)
{
    List list{versionIn(db), {}};
    Query q = db.query("SELECT id FROM conversations WHERE note <> '' ORDER BY id");
    while (q.next())
        list.conversations.append(q.number(0));
    return list;
}

void NoteBook::keep(Connection &db, const List &list)
{
    if (versionIn(db) == list.version)
        write(db, list);
}

void NoteBook::read(Connection &db)
{
    if (!m_tokenizer)
        m_tokenizer.emplace(db);
    m_notes.clear();
    std::optional<List> list = listed(db);
    if (!list)
        list = madeAnew(db);
    Query q = db.query("SELECT id, note FROM conversations WHERE id IN (SELECT value FROM json_each(?)) AND note <> '' ORDER BY id");
    q.add(jsonList(list->conversations));
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
