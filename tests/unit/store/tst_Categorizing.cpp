// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnsweredMail.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

/// Categories as keywords, and what a category does besides.
class tst_Categorizing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void category_travelsAsKeyword_bothWays()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::SetCategory, conversation, Category::MeetingRequest);
        auto operations = f.operations();
        QCOMPARE(operations.size(), 1);
        QCOMPARE(operations.first().flags, QByteArrayList{"$Inlet_MeetingRequest"});
        f.apply(TriageVerb::SetCategory, conversation, Category::Interested);
        operations = f.operations();
        QCOMPARE(operations.size(), 3);
        QCOMPARE(operations.at(1).type, Operation::Type::ClearFlags);
        finishAll(f);
        // Another machine of the rep chose something else.
        imap::MessageFlags flags;
        flags.keywords = {"$Forwarded", "$inlet_notnow"};
        f.change([&](WriteTransaction &t) { return t.setFlags(f.anna.inbox, {{ImapUid(7), flags, 0}}); });
        QCOMPARE(f.list(Scope::All).first().category, Category::NotNow);
        QCOMPARE(f.list(Scope::All).first().categorySource, CategorySource::Manual);
    }

    void category_whereKeywordsAreNotKept_staysLocal()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.change([&](WriteTransaction &t) -> Result<void> {
            auto folder = t.folder(f.anna.inbox);
            folder->keepsKeywords = false;
            return t.setFolderState(*folder);
        });
        f.apply(TriageVerb::SetCategory, conversation, Category::Interested);
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(f.list(Scope::All).first().category, Category::Interested);
    }

    void doNotContact_suppressesTheAddress_undoLiftsIt()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const auto suppressed = [&] {
            return *f.read([](ReadSession &s) { return s.isSuppressed(QStringLiteral("MARA@acme.test")); });
        };
        f.apply(TriageVerb::SetCategory, conversation, Category::DoNotContact);
        QVERIFY(suppressed());
        f.undo();
        QVERIFY(!suppressed());
    }

    void sortAway_isOneStep_alsoAfterARestart()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const QString before = snapshot(f);
        f.change([&](WriteTransaction &t) -> Result<void> {
            TriageAction action;
            action.verb = TriageVerb::SortAway;
            action.category = Category::DoNotContact;
            action.conversations = {conversation};
            action.suppress = {{QStringLiteral("acme.test"), QStringLiteral("competitor"), SuppressionSource::Rep, {}, {}}};
            const auto id = t.apply(action);
            return id ? Result<void>() : Result<void>(id.error());
        });
        QCOMPARE(f.list(Scope::Archived).size(), 1);
        QCOMPARE(f.list(Scope::Archived).first().category, Category::DoNotContact);
        QCOMPARE(f.operations().size(), 2);
        const auto patterns = [&] {
            QStringList out;
            for (const Suppression &entry : f.read([](ReadSession &s) { return s.suppressions(); }).value_or(QList<Suppression>()))
                out.append(entry.pattern);
            return out;
        };
        QCOMPARE(patterns(), (QStringList{QStringLiteral("acme.test"), QStringLiteral("mara@acme.test")}));
        f.reopen();
        QCOMPARE(f.read([](ReadSession &s) { return s.undoStack(); })->size(), 1);
        f.undo();
        QCOMPARE(snapshot(f), before);
        QVERIFY(f.operations().isEmpty());
        QCOMPARE(patterns(), QStringList());
        // Sorted, listed, taken off and undone; the address followed from the category.
        QCOMPARE(decisionCount(f), 4);
        QCOMPARE(f.inconsistency(), QString());
    }

    void sortAway_undoneAfterItRan_isTurnedOnTheServer()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const StoredMessageId message = answerOf(f, conversation);
        f.apply(TriageVerb::SortAway, conversation, Category::NotInterested);
        f.change([&](WriteTransaction &t) {
            return t.relocate(message, f.anna.inbox, f.anna.archive, UidValidity(1), ImapUid(70));
        });
        finishAll(f);
        f.undo();
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QList<Operation::Type> types;
        for (const Operation &operation : f.operations())
            types.append(operation.type);
        QCOMPARE(types, (QList{Operation::Type::ClearFlags, Operation::Type::Move}));
    }

    void sortAway_entryIsNoAddress_nothingIsDone()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const QString before = snapshot(f);
        f.subject->write("test", [&](WriteTransaction &t) -> Result<void> {
            TriageAction action;
            action.verb = TriageVerb::SortAway;
            action.category = Category::DoNotContact;
            action.conversations = {conversation};
            action.suppress = {{QStringLiteral("acme.test"), {}, SuppressionSource::Rep, {}, {}},
                {QStringLiteral("nowhere"), {}, SuppressionSource::Rep, {}, {}}};
            const auto id = t.apply(action);
            return id ? Result<void>() : Result<void>(id.error());
        });
        f.change([](WriteTransaction &) -> Result<void> { return {}; }); // behind it
        QCOMPARE(snapshot(f), before);
        QVERIFY(f.read([](ReadSession &s) { return s.suppressions(); })->isEmpty());
        QVERIFY(f.read([](ReadSession &s) { return s.undoStack(); })->isEmpty());
    }
};

INLET_TEST(tst_Categorizing)
#include "tst_Categorizing.moc"
