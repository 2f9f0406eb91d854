// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "imap/values/LabelFlag.h"
#include "store/ListFilter.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

ConversationId prospect(StoreFixture &f, int number = 1)
{
    const QByteArray who = "p" + QByteArray::number(number) + "@acme.test";
    const QByteArray out = "out" + QByteArray::number(number) + "@us.test";
    f.ingest(MailBuilder(out.constData()).from("anna@us.test").to(who.constData()).own().seen().minute(number).in(f.anna.sent, quint32(number)));
    f.ingest(MailBuilder(QStringLiteral("in%1@acme.test").arg(number)).from(who.constData()).to("anna@us.test").inReplyTo(out.constData())
                 .minute(100 + number).in(f.anna.inbox, quint32(number)));
    return f.list(Scope::All).first().id;
}

Result<void> tryLabel(StoreFixture &f, const QList<ConversationId> &ids, const QStringList &add, const QStringList &remove = {})
{
    TriageAction action{.verb = TriageVerb::Label, .conversations = ids};
    action.addLabels = add;
    action.removeLabels = remove;
    return f.subject->writeAndWait("test", [&](WriteTransaction &t) -> Result<void> {
        const auto step = t.apply(action);
        return step ? Result<void>() : Result<void>(step.error());
    });
}

QStringList labelsOf(StoreFixture &f, ConversationId id)
{
    return f.read([&](ReadSession &s) { return s.rows({id}, {.scope = Scope::All}); })->first().labels;
}

void setServerKeywords(StoreFixture &f, FolderId folder, quint32 uid, const QByteArrayList &keywords)
{
    f.change([&](WriteTransaction &t) {
        FlagUpdate update{ImapUid(uid), {}, 5};
        update.flags.keywords = keywords;
        return t.setFlags(folder, {update});
    });
}

void changeFolders(StoreFixture &f, const std::function<void(StoredFolder &)> &how)
{
    f.change([&](WriteTransaction &t) -> Result<void> {
        const auto folders = t.folders(f.anna.id);
        for (StoredFolder folder : *folders) {
            how(folder);
            if (const auto done = t.setFolderState(folder); !done)
                return done;
        }
        return {};
    });
}

QStringList found(StoreFixture &f, const char *search)
{
    QStringList out;
    const auto rows = f.list({.scope = Scope::All, .search = QString::fromUtf8(search), .everywhere = true});
    for (const ConversationRow &row : rows)
        out.append(row.prospectAddress);
    out.sort();
    return out;
}

} // namespace

class tst_Labels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyword_isAnAtom_andGivesTheNameBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("keyword");
        QTest::newRow("word") << QStringLiteral("Renewal") << QByteArray("Renewal");
        QTest::newRow("words") << QStringLiteral("Key account 2") << QByteArray("Key_account_2");
        QTest::newRow("umlaut") << QStringLiteral("Später") << QByteArray("Sp&AOQ-ter");
        QTest::newRow("special") << QStringLiteral("50% (x) \"y\"") << QByteArray("50&ACU-_&ACg-x&ACk-_&ACI-y&ACI-");
        QTest::newRow("underscore") << QStringLiteral("a_b") << QByteArray("a&AF8-b");
        QTest::newRow("ampersand") << QStringLiteral("Q&A") << QByteArray("Q&-A");
        QTest::newRow("dollar") << QStringLiteral("$Junk") << QByteArray("&ACQ-Junk");
        QTest::newRow("a word of programs") << QStringLiteral("Junk") << QByteArray("&AEo-unk");
        QTest::newRow("Thunderbird's") << QStringLiteral("Work") << QByteArray("$label2");
        QTest::newRow("emoji") << QStringLiteral("🔥 hot") << QByteArray("&2D3dJQ-_hot");
    }
    void keyword_isAnAtom_andGivesTheNameBack()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, keyword);
        QCOMPARE(keywordForLabel(name), keyword);
        for (const char octet : keyword)
            QVERIFY(octet > ' ' && octet < 127 && !QByteArray("(){%*\"\\]").contains(octet));
        QCOMPARE(labelOfKeyword(keyword), name);
        QCOMPARE(labelOfKeyword(gmailLabelFor(name)), name);
    }

    void keywordsOfPrograms_areNoLabels()
    {
        for (const char *keyword : {"$Forwarded", "$MDNSent", "$Junk", "$NotJunk", "NonJunk", "Junk", "$Inlet_Interested", "$Inlet_Muted", "$HasAttachment",
                 "\\Inbox", "\\Sent", "Forwarded", "$label9", "$Phishing"})
            QVERIFY2(!isLabelKeyword(keyword), keyword);
        QCOMPARE(labelOfKeyword("$LABEL4"), QStringLiteral("To Do"));
        QCOMPARE(labelOfKeyword(imap::labelFlag("Clients/Acme")), QStringLiteral("Clients/Acme"));
    }

    void label_isPutOnAllMails_shown_found_andUndoneAsOneStep()
    {
        StoreFixture f;
        const ConversationId one = prospect(f);
        const ConversationId two = prospect(f, 2);
        f.lastChanges = {};
        QVERIFY(tryLabel(f, {one, two}, {QStringLiteral("Key account"), QStringLiteral("Work")}));
        QVERIFY(f.lastChanges.conversations.contains(one));
        QCOMPARE(labelsOf(f, one), (QStringList{QStringLiteral("Key account"), QStringLiteral("Work")}));
        QCOMPARE(f.operations().size(), 4); // two mails each
        QCOMPARE(f.operations().first().flags, (QByteArrayList{"Key_account", "$label2"}));
        QCOMPARE(found(f, "label:\"key account\"").size(), 2);
        QCOMPARE(found(f, "label:key").size(), 2);
        QCOMPARE(found(f, "-label:work"), QStringList());
        QCOMPARE(found(f, "label:nothing"), QStringList());
        f.undo();
        QCOMPARE(labelsOf(f, one), QStringList());
        QCOMPARE(f.operations().size(), 0);
        QCOMPARE(f.inconsistency(), QString());
    }

    void removing_ofOne_leavesTheOthers_andUndoBringsOnlyThatBack()
    {
        StoreFixture f;
        const ConversationId id = prospect(f);
        QVERIFY(tryLabel(f, {id}, {QStringLiteral("Hot")}));
        QVERIFY(tryLabel(f, {id}, {QStringLiteral("Berlin")}));
        QVERIFY(tryLabel(f, {id}, {}, {QStringLiteral("HOT")}));
        QCOMPARE(labelsOf(f, id), QStringList{QStringLiteral("Berlin")});
        const auto stack = *f.read([](ReadSession &s) { return s.undoStack(); });
        // The one in the middle: what came since stays.
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto undone = t.undo(stack.at(1).id);
            return undone ? Result<void>() : Result<void>(undone.error());
        });
        QCOMPARE(labelsOf(f, id), QStringList());
        f.undo();
        QCOMPARE(labelsOf(f, id), QStringList{QStringLiteral("Hot")});
    }

    void anotherClient_isFollowed_andAKeywordOfItsSpellingIsUsed()
    {
        StoreFixture f;
        const ConversationId one = prospect(f);
        const ConversationId two = prospect(f, 2);
        f.lastChanges = {};
        setServerKeywords(f, f.anna.inbox, 1, {"renewal", "NonJunk", "$Forwarded"});
        QVERIFY(f.lastChanges.conversations.contains(one));
        QCOMPARE(labelsOf(f, one), QStringList{QStringLiteral("renewal")});
        QVERIFY(tryLabel(f, {two}, {QStringLiteral("Renewal")}));
        QCOMPARE(f.operations().first().flags, QByteArrayList{"renewal"});
        QCOMPARE(found(f, "label:renewal").size(), 2);
        setServerKeywords(f, f.anna.inbox, 1, {"NonJunk"});
        QCOMPARE(labelsOf(f, one), QStringList());
    }

    void refusedByTheServer_isTakenBack_andKeptInTheHistory()
    {
        StoreFixture f;
        const ConversationId id = prospect(f);
        QVERIFY(tryLabel(f, {id}, {QStringLiteral("Hot")}));
        const QList<Operation> queued = f.operations();
        f.change([&](WriteTransaction &t) -> Result<void> {
            for (const Operation &operation : queued) {
                if (const auto done = t.backOutOperation(operation.id); !done)
                    return done;
            }
            return {};
        });
        QCOMPARE(labelsOf(f, id), QStringList());
        const auto history = *f.read([&](ReadSession &s) { return s.history(id, 5); });
        QCOMPARE(history.first().verb, QStringLiteral("label"));
        QCOMPARE(history.first().argument, QStringLiteral("+Hot"));
    }

    void serverWithoutKeywords_isSaidInWords()
    {
        StoreFixture f;
        const ConversationId id = prospect(f);
        changeFolders(f, [](StoredFolder &folder) { folder.keepsKeywords = false; });
        const auto refused = tryLabel(f, {id}, {QStringLiteral("Hot")});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Config);
        QVERIFY(refused.error().detail.contains(QStringLiteral("anna@us.test")));
        QVERIFY(f.read([](ReadSession &s) { return s.undoStack(); })->isEmpty());
        QCOMPARE(f.read([](ReadSession &s) { return s.labels(); })->without, QList<AccountId>());
        // Those that it has are taken.
        changeFolders(f, [](StoredFolder &folder) { folder.keptKeywords = {"hot", "$label2"}; });
        QVERIFY(tryLabel(f, {id}, {QStringLiteral("Hot")}));
        QVERIFY(!tryLabel(f, {id}, {QStringLiteral("Cold")}));
        QCOMPARE(labelsOf(f, id), QStringList{QStringLiteral("Hot")});
        QVERIFY(!tryLabel(f, {id}, {QStringLiteral("  ")}));
    }

    void tooLongForAKeyword_isRefused()
    {
        StoreFixture f;
        const ConversationId id = prospect(f);
        const auto refused = tryLabel(f, {id}, {QString(60, QLatin1Char('x'))});
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(QStringLiteral("shorter")));
    }

    void search_usesTheIndex()
    {
        StoreFixture f;
        QVERIFY(tryLabel(f, {prospect(f)}, {QStringLiteral("Hot")}));
        Connection db(f.dir.path() + QStringLiteral("/profile/inlet.db"), Connection::Mode::ReadOnly);
        const ListFilter filter = makeFilter(db, {.scope = Scope::All, .search = QStringLiteral("label:hot "), .everywhere = true}, 1'800'000'000'000);
        Query plan = db.once("EXPLAIN QUERY PLAN SELECT c.sort_at, c.id " + filter.from + filter.where + " ORDER BY c.sort_at DESC, c.id DESC");
        filter.bindTo(plan);
        QStringList lines;
        while (plan.next())
            lines.append(plan.text(3));
        const QString all = lines.join(QStringLiteral("; "));
        QVERIFY2(all.contains(QStringLiteral("SEARCH l USING COVERING INDEX locations_by_keywords")), qPrintable(all));
        QVERIFY2(!all.contains(QStringLiteral("SCAN l")) && !all.contains(QStringLiteral("SCAN m")), qPrintable(all));
    }

    void completion_countsLabels()
    {
        StoreFixture f;
        QVERIFY(tryLabel(f, {prospect(f)}, {QStringLiteral("Key account"), QStringLiteral("Kiel")}));
        const auto some = *f.read([](ReadSession &s) { return s.completeSearch(QStringLiteral("label:ke"), 5); });
        QCOMPARE(some.size(), 1);
        QCOMPARE(some.first().insert, QStringLiteral("label:\"Key account\" "));
        QCOMPARE(some.first().count, 1);
        const LabelFacts facts = *f.read([](ReadSession &s) { return s.labels(); });
        QCOMPARE(facts.labels.size(), 2);
    }

    /// As many as are taken from a server; some of Gmail's users have more than sixty.
    void hundredLabels_areKept()
    {
        StoreFixture f;
        const ConversationId id = prospect(f);
        QByteArrayList keywords;
        for (int n = 1; n <= 100; ++n)
            keywords.append("label" + QByteArray::number(n));
        setServerKeywords(f, f.anna.inbox, 1, keywords);
        QCOMPARE(labelsOf(f, id).size(), 100);
    }

    /// One query for all says what the search of each says.
    void countedLabels_areTheRowsOfTheirSearches()
    {
        StoreFixture f;
        const ConversationId first = prospect(f, 1);
        const ConversationId second = prospect(f, 2);
        const ConversationId third = prospect(f, 3);
        QVERIFY(tryLabel(f, {first, second}, {QStringLiteral("Hot")}));
        QVERIFY(tryLabel(f, {second, third}, {QStringLiteral("Key account")}));
        QVERIFY(tryLabel(f, {third}, {QStringLiteral("Deleted")}));
        setServerKeywords(f, f.anna.inbox, 1, {"hot", "HOT"}); // the mail beside ours, spelled otherwise
        f.apply(TriageVerb::Delete, third);
        const auto compare = [&f](qsizetype labels) {
            const LabelFacts facts = *f.read([](ReadSession &s) { return s.countedLabels(); });
            QCOMPARE(facts.labels.size(), labels);
            for (const Label &label : facts.labels) {
                const ListQuery query{.scope = Scope::All, .search = QStringLiteral("label:\"%1\" ").arg(label.name), .everywhere = true};
                QCOMPARE(label.conversations, f.read([&](ReadSession &s) { return s.keys(query); })->size());
            }
        };
        compare(3);
        f.change([&f](WriteTransaction &t) -> Result<void> { // not in the lists of all mailboxes
            accounts::Account anna = *t.account(f.anna.id);
            anna.inUnifiedInbox = false;
            return t.updateAccount(anna);
        });
        compare(3);
    }
};

INLET_TEST(tst_Labels)
#include "tst_Labels.moc"
