// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "store/NoteBook.h"
#include "store/SqliteWriteTransaction.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

/// Three prospects; mara and omer have notes, zoe has none.
void fill(StoreFixture &f)
{
    quint32 n = 0;
    const auto prospect = [&](const char *from, const char *text) {
        ++n;
        f.ingest(MailBuilder(QStringLiteral("o%1@us.test").arg(n)).from("anna@us.test").to(from).own().seen().minute(int(n))
                     .text(QStringLiteral("We sell.")).in(f.anna.sent, n));
        f.ingest(MailBuilder(QStringLiteral("i%1@x.test").arg(n)).from(from).to("anna@us.test").minute(100 + int(n))
                     .subject(QStringLiteral("Re: Hello")).text(QString::fromUtf8(text)).in(f.anna.inbox, n));
    };
    prospect("Mara <mara@nordlicht.test>", "What does the big plan cost?");
    prospect("Omer <omer@acme.test>", "Let us meet on Tuesday.");
    prospect("Zoe <zoe@zeta.test>", "No budget before Tuesday, sorry.");
}

ConversationId idOf(StoreFixture &f, const char *name)
{
    const auto rows = f.everything();
    for (const ConversationRow &row : rows) {
        if (row.prospectAddress.startsWith(QLatin1String(name)))
            return row.id;
    }
    return {};
}

void note(StoreFixture &f, const char *name, const QString &text)
{
    f.change([&](WriteTransaction &t) { return t.setNote(idOf(f, name), text); });
}

ListQuery searching(const QString &search)
{
    return {.scope = Scope::All, .search = search, .everywhere = true};
}

QString found(StoreFixture &f, const QString &search)
{
    QStringList names;
    const auto rows = f.list(searching(search));
    for (const ConversationRow &row : rows)
        names.append(row.prospectAddress.section(QLatin1Char('@'), 0, 0));
    std::sort(names.begin(), names.end());
    // A page reads the notes themselves, keys and counts go by the words that were kept.
    const auto keys = f.read([&](ReadSession &read) { return read.keys(searching(search)); });
    if (keys->size() != rows.size())
        return QStringLiteral("%1 keys, %2 rows").arg(keys->size()).arg(rows.size());
    return names.join(QLatin1Char(' '));
}

} // namespace

class tst_Notes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_shared; ///< only read

private Q_SLOTS:
    void initTestCase()
    {
        m_shared = std::make_unique<StoreFixture>();
        fill(*m_shared);
        note(*m_shared, "mara", QString::fromUtf8("Budget opens in Jänner, ask Jürgen about the Ökostrom deal"));
        note(*m_shared, "omer", QStringLiteral("Budget holder; call after lunch\nlikes sailing"));
    }
    void cleanupTestCase() { m_shared.reset(); }

    void words_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *search, const char *expected) {
            QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(expected);
        };
        row("sailing", "omer");
        row("SAIL", "omer"); // still typed
        row("sail ", ""); // whole word
        row("jurgen ", "mara"); // as in mails, accents do not count
        row("JÄNNER ", "mara");
        row("okostr", "mara");
        row("budget ", "mara omer zoe"); // zoe wrote it
        row("\"budget holder\"", "omer");
        row("\"lunch likes\"", "omer"); // over the end of a line, as in mails
        row("\"holder budget\"", "");
        row("\"after lun\"", ""); // a phrase is not being typed
        row("budget tuesday ", "omer zoe"); // one word of the note, one of the mail
        row("plan deal ", "mara");
        row("plan sailing ", "");
        row("budget opens ask about deal ", "mara"); // many words of one note
        row("budget opens ask about sailing ", "");
        row("-budget", ""); // zoe's mail has it as well
        row("-sailing", "mara zoe");
        row("tuesday -sailing", "zoe");
        row("-\"budget holder\"", "mara zoe");
        row("has:note", "mara omer");
        row("-has:note", "zoe");
        row("has:note budget ", "mara omer");
        row("has:note tuesday ", "omer");
        row("has:note -sailing", "mara");
        row("subject:sailing", ""); // a note is no subject
        row("from:sailing", "");
        row("from:omer sailing ", "omer");
        row("from:mara sailing ", "");
        row("sailing is:unread", "omer");
        row("-is:unread sailing ", "");
        row("sailing before:2020-01-01", ""); // no mail of that time
        row("sailing older:1d", "omer");
        row("sailing via:anna", "omer");
        row("sailing via:ben", "");
    }
    /// What the page shows is what the keys (and the counts of views) and the look at single conversations say.
    void words()
    {
        QFETCH(QString, search);
        QFETCH(QString, expected);
        StoreFixture &f = *m_shared;
        QCOMPARE(found(f, search), expected);
        const ListQuery query = searching(search);
        const auto keys = f.read([&](ReadSession &read) { return read.keys(query); });
        QCOMPARE(keys->size(), expected.split(QLatin1Char(' '), Qt::SkipEmptyParts).size());
        QList<ConversationId> all;
        const auto rows = f.everything();
        for (const ConversationRow &row : rows)
            all.append(row.id);
        QCOMPARE(*f.read([&](ReadSession &read) { return read.membership(all, query); }), *keys);
    }

    void changedNote_isFoundByItsNewWords()
    {
        StoreFixture f;
        fill(f);
        QCOMPARE(found(f, QStringLiteral("golf")), QString());
        f.lastChanges = {};
        note(f, "zoe", QStringLiteral("plays golf"));
        QCOMPARE(found(f, QStringLiteral("golf")), QStringLiteral("zoe"));
        QVERIFY(f.lastChanges.conversations.contains(idOf(f, "zoe"))); // an open search looks again
        note(f, "zoe", QStringLiteral("plays chess"));
        QCOMPARE(found(f, QStringLiteral("golf")), QString());
        QCOMPARE(found(f, QStringLiteral("chess")), QStringLiteral("zoe"));
        note(f, "zoe", {});
        QCOMPARE(found(f, QStringLiteral("has:note")), QString());
        f.reopen();
        QCOMPARE(found(f, QStringLiteral("chess")), QString());
    }

    void refusedChange_leavesTheWordsAsTheyWere()
    {
        StoreFixture f;
        fill(f);
        note(f, "zoe", QStringLiteral("plays golf"));
        const auto refused = f.subject->writeAndWait("note", [&](WriteTransaction &t) -> Result<void> {
            const auto done = t.setNote(idOf(f, "zoe"), QStringLiteral("plays chess"));
            return done ? Result<void>(Error{ErrorKind::Config, QStringLiteral("no"), {}, {}}) : done;
        });
        QVERIFY(!refused);
        QCOMPARE(found(f, QStringLiteral("golf")), QStringLiteral("zoe"));
        QCOMPARE(found(f, QStringLiteral("chess")), QString());
    }

    void joinedPeople_haveBothNotes_andEachItsOwnAfterUndo()
    {
        StoreFixture f;
        fill(f);
        note(f, "mara", QStringLiteral("likes sailing"));
        note(f, "zoe", QStringLiteral("plays golf"));
        QCOMPARE(found(f, QStringLiteral("golf")), QStringLiteral("zoe"));
        f.change([&](WriteTransaction &t) {
            TriageAction action;
            action.verb = TriageVerb::SamePerson;
            action.conversations = {idOf(f, "mara")};
            action.with = idOf(f, "zoe");
            const auto done = t.apply(action);
            return done ? Result<void>() : Result<void>(done.error());
        });
        const auto joined = f.list(searching(QStringLiteral("sailing golf")));
        QCOMPARE(joined.size(), 1);
        f.undo();
        QCOMPARE(found(f, QStringLiteral("sailing golf ")), QString());
        QCOMPARE(found(f, QStringLiteral("golf")), QStringLiteral("zoe"));
        QCOMPARE(found(f, QStringLiteral("sailing")), QStringLiteral("mara"));
    }

    void row_showsThePlaceInTheNote()
    {
        const auto rows = m_shared->list(searching(QStringLiteral("sail")));
        QCOMPARE(rows.first().snippet, QString::fromUtf8("Budget holder; call after lunch likes \uE000sailing\uE001"));
        QVERIFY(rows.first().snippetIsNote);
        const auto mails = m_shared->list(searching(QStringLiteral("tuesday")));
        QVERIFY(!mails.first().snippetIsNote);
    }

    void completion_countsNotes()
    {
        const auto ways = m_shared->read([](ReadSession &read) { return read.completeSearch(QStringLiteral("has:no"), 10); });
        QCOMPARE(ways->size(), 1);
        QCOMPARE(ways->first().insert, QStringLiteral("has:note "));
        QCOMPARE(ways->first().count, 2);
    }

    /// Once the database lists them, searches read those only, and whoever changes a note keeps the list true.
    void listOfNotes_isKeptTrue()
    {
        StoreFixture f;
        fill(f);
        note(f, "mara", QStringLiteral("prefers mornings"));
        Connection db(f.dir.path() + QStringLiteral("/profile/inlet.db"), Connection::Mode::ReadOnly);
        QVERIFY(!NoteBook::listed(db));
        const NoteBook::List made = NoteBook::madeAnew(db);
        QCOMPARE(made.conversations, QList<qint64>{idOf(f, "mara").number()});
        const auto keep = [&](const NoteBook::List &list) {
            f.change([&](WriteTransaction &t) -> Result<void> {
                static_cast<SqliteWriteTransaction &>(t).keepNotes(list);
                return {};
            });
        };
        note(f, "omer", QStringLiteral("prefers evenings"));
        keep(made); // of the notes before
        QVERIFY(!NoteBook::listed(db));
        keep(NoteBook::madeAnew(db));
        QCOMPARE(NoteBook::listed(db)->conversations.size(), 2);
        note(f, "zoe", QStringLiteral("prefers letters"));
        note(f, "omer", QString());
        QCOMPARE(found(f, QStringLiteral("prefers ")), QStringLiteral("mara zoe"));
        QCOMPARE(found(f, QStringLiteral("evenings ")), QString());
        TriageAction join{.verb = TriageVerb::SamePerson, .conversations = {idOf(f, "mara")}};
        join.with = idOf(f, "zoe");
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto step = t.apply(join);
            return step ? Result<void>() : Result<void>(step.error());
        });
        QCOMPARE(f.list(searching(QStringLiteral("mornings letters "))).size(), 1);
        f.undo();
        QCOMPARE(found(f, QStringLiteral("prefers ")), QStringLiteral("mara zoe"));
        // Another program, which knows nothing of the list, changes a note.
        f.subject.reset();
        {
            Connection other(f.dir.path() + QStringLiteral("/profile/inlet.db"), Connection::Mode::ReadWrite);
            other.exec("UPDATE conversations SET note = 'prefers mail'; UPDATE meta SET value = 'another' WHERE key = 'notes'");
        }
        QVERIFY(!NoteBook::listed(db));
        f.reopen();
        QCOMPARE(found(f, QStringLiteral("prefers ")), QStringLiteral("mara omer zoe"));
    }
};

INLET_TEST(tst_Notes)
#include "tst_Notes.moc"
