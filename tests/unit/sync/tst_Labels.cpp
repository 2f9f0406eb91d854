// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of Gmail, and keywords of other servers, between here and there.
#include "SyncFixture.h"
#include "imap/values/MailboxName.h"
#include "store/values/Label.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

namespace
{

const QByteArray kAllMail = "[Gmail]/All Mail";

/// One mailbox with mail 1 to 3 in its inbox, live.
class Labelled : public SyncFixture
{
public:
    bool start(bool gmail)
    {
        if (gmail) {
            server.becomeGmail();
            server.addFolder("Clients");
            home = kAllMail;
        } else {
            server.addFolder("INBOX", imap::FolderRole::Inbox);
        }
        fill("INBOX", 1, 3);
        startEngine();
        return waitUntilLive();
    }
    ConversationId conversationOf(int number)
    {
        for (const auto &row : messages(home)) {
            if (row.messageId == messageId(number))
                return row.conversation;
        }
        return {};
    }
    Result<void> label(ConversationId id, const QStringList &add, const QStringList &remove = {})
    {
        store::TriageAction action;
        action.verb = TriageVerb::Label;
        action.conversations = {id};
        action.addLabels = add;
        action.removeLabels = remove;
        return apply(action);
    }
    bool worksOff()
    {
        return waitUntil([this] { return operationCount() == 0; });
    }
    QStringList labelsHere(ConversationId id)
    {
        const auto found = row(id);
        return found ? found->labels : QStringList();
    }
    QByteArrayList labelsThere(int number)
    {
        for (const FakeMessage &message : server.messages(home)) {
            if (!message.raw.contains(messageId(number).toUtf8()))
                continue;
            QByteArrayList all = home == kAllMail ? message.labels : message.flags.keywords;
            all.removeAll("\\Inbox");
            return all;
        }
        return {};
    }
    QByteArray home = "INBOX";
};

} // namespace

class tst_Labels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gmail_newLabel_isMadeThere_andPutOn()
    {
        Labelled f;
        QVERIFY(f.start(true));
        const ConversationId id = f.conversationOf(1);
        QVERIFY(f.label(id, {QStringLiteral("Clients"), QStringLiteral("Große Kunden")}));
        QCOMPARE(f.labelsHere(id), (QStringList{QStringLiteral("Clients"), QStringLiteral("Große Kunden")}));
        QVERIFY(f.worksOff());
        QCOMPARE(f.labelsThere(1), (QByteArrayList{"Clients", imap::encodeMailboxName(QStringLiteral("Große Kunden"))}));
        QCOMPARE(f.server.messages("Clients").size(), 1);
        QCOMPARE(f.server.messages("INBOX").size(), 3); // a label moves nothing
        QCOMPARE(f.server.count(FakeCall::CreateFolder), 1);
        const int rounds = f.observer.rounds(f.mailboxes.first().id);
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.turnUntil([&] { return f.observer.rounds(f.mailboxes.first().id) > rounds; }));
        QCOMPARE(f.labelsHere(id).size(), 2);
        QVERIFY(f.label(id, {}, {QStringLiteral("clients")}));
        QVERIFY(f.worksOff());
        QCOMPARE(f.labelsThere(1), QByteArrayList{imap::encodeMailboxName(QStringLiteral("Große Kunden"))});
    }

    void gmail_labelOfTheWebPage_appearsAndGoes()
    {
        Labelled f;
        QVERIFY(f.start(true));
        const ConversationId id = f.conversationOf(2);
        const ImapUid uid = f.messages(kAllMail).at(1).location.uid;
        QCOMPARE(f.messages(kAllMail).at(1).conversation, id);
        f.server.setLabel(uid, "Clients", true);
        QVERIFY(f.turnUntil([&] { return f.labelsHere(id) == QStringList{QStringLiteral("Clients")}; }));
        f.server.setLabel(uid, "Clients", false);
        QVERIFY(f.turnUntil([&] { return f.labelsHere(id).isEmpty(); }));
    }

    void gmail_allLabelsAreOffered_alsoUnusedOnes()
    {
        Labelled f;
        QVERIFY(f.start(true));
        store::LabelFacts facts;
        f.store->readHere([&](store::ReadSession &read) { facts = read.labels().value_or(store::LabelFacts()); });
        QCOMPARE(facts.labels, (QList<store::Label>{{QStringLiteral("Clients"), 0}}));
        QVERIFY(facts.without.isEmpty());
    }

    void keywords_ofAnotherClient_appear_andOursAreSet()
    {
        Labelled f;
        QVERIFY(f.start(false));
        const ConversationId id = f.conversationOf(1);
        QVERIFY(f.label(id, {QStringLiteral("Key account")}));
        QVERIFY(f.worksOff());
        QCOMPARE(f.labelsThere(1), QByteArrayList{"Key_account"});
        const ImapUid uid = f.messages("INBOX").first().location.uid;
        imap::MessageFlags flags;
        flags.keywords = {"$label1", "NonJunk"};
        f.server.setFlags("INBOX", uid, flags);
        QVERIFY(f.turnUntil([&] { return f.labelsHere(id) == QStringList{QStringLiteral("Important")}; }));
    }

    /// The folder took new keywords when it was looked at last, and does no more.
    void keywords_refusedMeanwhile_areTakenBackAndTold()
    {
        Labelled f;
        QVERIFY(f.start(false));
        const ConversationId id = f.conversationOf(1);
        f.server.setKeepsKeywords(false);
        QVERIFY(f.label(id, {QStringLiteral("Hot")}));
        QCOMPARE(f.labelsHere(id), QStringList{QStringLiteral("Hot")});
        QVERIFY(f.worksOff());
        QCOMPARE(f.labelsHere(id), QStringList());
        QVERIFY(f.turnUntil([&] { return f.observer.refusals() == 1; }));
    }

    void offline_labelsSurviveAKill_andArriveLater()
    {
        Labelled f;
        QVERIFY(f.start(false));
        const ConversationId id = f.conversationOf(1);
        f.stopEngine();
        QVERIFY(f.label(id, {QStringLiteral("Hot")}));
        QVERIFY(f.label(id, {QStringLiteral("Cold")}, {QStringLiteral("Hot")}));
        f.restartEngine();
        QVERIFY(f.worksOff());
        QCOMPARE(f.labelsThere(1), QByteArrayList{"Cold"});
        QCOMPARE(f.labelsHere(id), QStringList{QStringLiteral("Cold")});
    }
};

INLET_TEST(tst_Labels)
#include "tst_Labels.moc"
