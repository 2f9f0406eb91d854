// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DemoMail.h"
#include "support/TestMain.h"
#include "ui/models/ConversationModel.h"
#include "ui/models/MessageBodies.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace inlet;
using namespace inlet::test;
using ui::ConversationModel;
using ui::TimelineKind;
using ui::TimelineRole;

class tst_ConversationModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<FakeEngine>();
        fillDemo(*m_engine, QDateTime::currentDateTimeUtc());
        m_subject = std::make_unique<ConversationModel>(*m_engine);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_subject.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_subject.reset();
    }

    void newestAndUnread_areOpen()
    {
        open(1);
        QCOMPARE(m_subject->rowCount(), 2);
        QVERIFY(!m_subject->index(0).data(int(TimelineRole::IsOpen)).toBool());
        QVERIFY(m_subject->index(1).data(int(TimelineRole::IsOpen)).toBool());
        m_subject->setAllOpen(true);
        QVERIFY(m_subject->index(0).data(int(TimelineRole::IsOpen)).toBool());
    }

    void decisions_standBetweenTheMessages()
    {
        const QList<store::MessageItem> messages = m_engine->messages.value(ConversationId(1));
        const QDateTime before = messages.first().at.addSecs(-60);
        const QDateTime between = messages.first().at.addSecs(60);
        const auto record = [&](const char *id, const QDateTime &at, const char *verb, const char *argument) {
            store::DecisionRecord made;
            made.id = id;
            made.at = at;
            made.verb = QString::fromLatin1(verb);
            made.argument = QString::fromUtf8(argument);
            return made;
        };
        store::DecisionRecord gone = record("4", between, "delete", "");
        gone.takenBack = true;
        store::DecisionRecord far = record("2", between, "snooze", qPrintable(between.addDays(1).toString(Qt::ISODateWithMs)));
        far.ours = false;
        m_engine->deskFake.histories[ConversationId(1)] = {gone, record("3", between.addSecs(1), "categorize", "Interested"), far,
            record("5", between, "read", ""), record("1", before, "archive", "")};
        open(1);
        QTRY_COMPARE(m_subject->rowCount(), 5);
        QCOMPARE(kind(0), TimelineKind::Event);
        QVERIFY(text(0).startsWith(QStringLiteral("Archived by you, ")));
        QCOMPARE(kind(1), TimelineKind::Message);
        QVERIFY2(text(2).startsWith(QStringLiteral("Snoozed until ")) && text(2).contains(QStringLiteral(" on another computer")), qPrintable(text(2)));
        QVERIFY(text(3).startsWith(QStringLiteral("Category set to Interested by you, ")));
        QCOMPARE(kind(4), TimelineKind::Message);
        // Decided while it is open.
        m_engine->deskFake.histories[ConversationId(1)].prepend(record("6", messages.last().at.addSecs(5), "sort-away", "Not interested"));
        store::ChangeSet changes;
        changes.conversations = {ConversationId(1)};
        Q_EMIT m_engine->changed(changes);
        QTRY_COMPARE(m_subject->rowCount(), 6);
        QVERIFY(text(5).startsWith(QStringLiteral("Category set to Not interested, archived by you")));
    }

    void manyDecisions_areCounted()
    {
        QList<store::DecisionRecord> records;
        const QDateTime last = m_engine->messages.value(ConversationId(1)).last().at;
        for (int at = 20; at > 0; --at) {
            store::DecisionRecord record;
            record.id = QByteArray::number(at);
            record.at = last.addSecs(at);
            record.verb = at % 2 ? QStringLiteral("archive") : QStringLiteral("unarchive");
            records.append(record);
        }
        m_engine->deskFake.histories[ConversationId(1)] = records;
        open(1);
        QTRY_COMPARE(m_subject->rowCount(), 2 + 6);
        QCOMPARE(text(2), QStringLiteral("15 earlier decisions"));
        QVERIFY(text(7).startsWith(QStringLiteral("Brought back to the inbox"))); // the newest is the last
    }

    void ownMail_tellsWhatBecameOfIt()
    {
        QList<store::MessageItem> &messages = m_engine->messages[ConversationId(1)];
        store::MessageItem &ours = messages.first();
        ours.ledgerAt = ours.at.addSecs(4);
        ours.bounces = {{AccountId(1), {}, {}, QStringLiteral("mara@nordlicht.example"), triage::BounceType::Hard, "5.1.1",
            QStringLiteral("there is no such mailbox"), QStringLiteral("550"), ours.at.addSecs(9)}};
        messages.last().ruled = store::Category::Interested;
        messages.last().ruleWords = QStringLiteral("mail from nordlicht.example is Interested");
        open(1);
        QCOMPARE(m_subject->rowCount(), 5);
        QVERIFY(text(1).startsWith(QStringLiteral("Sent, seen in Sent ")));
        QVERIFY(text(2).startsWith(QStringLiteral("Did not reach mara@nordlicht.example, ")));
        QVERIFY(text(2).endsWith(QStringLiteral(". Bounced: there is no such mailbox")));
        QVERIFY(m_subject->index(2).data(int(TimelineRole::IsBad)).toBool());
        QCOMPARE(text(4), QStringLiteral("Category set to Interested by your rule “mail from nordlicht.example is Interested”"));
        QVERIFY(m_subject->index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Bounced: there is no such mailbox")));
    }

    void longConversation_isFolded()
    {
        QList<store::MessageItem> many;
        for (int at = 0; at < 200; ++at) {
            store::MessageItem message = m_engine->messages.value(ConversationId(1)).first();
            message.id = StoredMessageId(90'000 + at);
            many.append(message);
        }
        m_engine->messages[ConversationId(1)] = many;
        open(1);
        QCOMPARE(m_subject->rowCount(), 2 + ConversationModel::kShownAtEnd);
        QCOMPARE(kind(1), TimelineKind::Fold);
        QCOMPARE(m_subject->index(1).data(int(TimelineRole::HiddenCount)).toInt(), 199 - ConversationModel::kShownAtEnd);
        m_subject->showMore();
        QCOMPARE(m_subject->rowCount(), 2 + ConversationModel::kShownAtEnd + ConversationModel::kStep);
        for (int round = 0; round < 4; ++round)
            m_subject->showMore();
        QCOMPARE(m_subject->rowCount(), 200);
    }

    void otherMailbox_makesASeam()
    {
        m_engine->messages[ConversationId(1)][1].account = AccountId(2);
        open(1);
        QCOMPARE(m_subject->rowCount(), 3);
        QCOMPARE(kind(1), TimelineKind::Seam);
        QVERIFY(m_subject->index(1).data().toString().contains(QStringLiteral("anna.berger@acme-mail.example")));
    }

    void replyPrefix_isNoSeam()
    {
        m_engine->messages[ConversationId(1)][0].subject = QStringLiteral("onboarding a warehouse in nine days");
        open(1);
        QCOMPARE(m_subject->rowCount(), 2);
    }

    void newMessage_isAnInsertAndOpen()
    {
        open(1);
        store::MessageItem fresh = m_engine->messages.value(ConversationId(1)).last();
        fresh.id = StoredMessageId(1999);
        m_engine->messages[ConversationId(1)].append(fresh);
        QSignalSpy inserted(m_subject.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(m_subject.get(), &QAbstractItemModel::modelReset);
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(1));
        Q_EMIT m_engine->changed(changes);
        QTRY_COMPARE(m_subject->rowCount(), 3);
        QCOMPARE(inserted.size(), 1);
        QVERIFY(reset.isEmpty());
        QVERIFY(m_subject->index(2).data(int(TimelineRole::IsOpen)).toBool());
    }

    void answerable_isTheNewestHumanOne()
    {
        open(7); // they asked, we have answered
        QCOMPARE(m_subject->answerable()->id, StoredMessageId(7001));
    }

    void bodies_areSanitisedAndFolded()
    {
        ui::MessageBodies bodies(*m_engine);
        QSignalSpy ready(&bodies, &ui::MessageBodies::ready);
        bodies.request(StoredMessageId(1002), false);
        QTRY_COMPARE(ready.size(), 1);
        const engine::PresentedBody *body = bodies.find(StoredMessageId(1002));
        QVERIFY(body);
        QCOMPARE(body->blockedImages, 2);
        QVERIFY(!body->html.contains(QStringLiteral("track.nordlicht")));
        QVERIFY(body->quoted.contains(QStringLiteral("Kessler Logistik")));
        QVERIFY(!body->text.contains(QStringLiteral("Kessler Logistik")));
        QVERIFY(body->signature.contains(QStringLiteral("Head of Operations")));
        bodies.request(StoredMessageId(1002), true);
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(bodies.find(StoredMessageId(1002))->blockedImages, 0);
        QSignalSpy failed(&bodies, &ui::MessageBodies::failed);
        bodies.request(StoredMessageId(4711), false);
        QTRY_COMPARE(failed.size(), 1);
    }

private:
    [[nodiscard]] QString text(int row) const { return m_subject->index(row).data().toString(); }
    void open(qint64 id)
    {
        QSignalSpy loaded(m_subject.get(), &ConversationModel::loaded);
        m_subject->setConversation(ConversationId(id));
        QTRY_COMPARE(loaded.size(), 1);
    }
    [[nodiscard]] TimelineKind kind(int row) const { return TimelineKind(m_subject->index(row).data(int(TimelineRole::Kind)).toInt()); }
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<ConversationModel> m_subject;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

INLET_TEST(tst_ConversationModel)
#include "tst_ConversationModel.moc"
