// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/TestMain.h"
#include "ui/dialogs/BounceDialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

class tst_Bounces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init()
    {
        engine = std::make_unique<FakeEngine>();
        engine->accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna")), account(2, QStringLiteral("jo@get-acme.com"), QStringLiteral("Jo"))};
    }

    void bounces_causesAndRates()
    {
        store::BounceCause cause;
        cause.type = triage::BounceType::Hard;
        cause.reason = QStringLiteral("no such mailbox");
        cause.count = 12;
        cause.domains = {QStringLiteral("acme.test")};
        cause.example = QStringLiteral("550 5.1.1 user unknown");
        engine->deskFake.causes = {cause};
        store::SendingHealth health;
        health.account = AccountId(1);
        health.sent = 200;
        health.hard = 12;
        health.rate = 6;
        health.level = store::SendingHealth::Level::Stop;
        health.words = QStringLiteral("Stop and clean the list.");
        engine->deskFake.health = {health};
        BounceDialog subject(*engine, nullptr);
        subject.show();
        QVERIFY(QTest::qWaitForWindowActive(&subject)); // a field that never had the focus does not lose it
        auto *causes = find<QTreeWidget>(&subject, "causesTable");
        QTRY_COMPARE(causes->topLevelItemCount(), 1);
        QCOMPARE(causes->topLevelItem(0)->text(2), QStringLiteral("12"));
        QVERIFY(find<QLabel>(&subject, "exampleLabel")->text().contains(QStringLiteral("user unknown")));
        auto *rates = find<QTreeWidget>(&subject, "healthTable");
        QTRY_COMPARE(rates->topLevelItemCount(), 1);
        QCOMPARE(rates->topLevelItem(0)->text(0), QStringLiteral("anna@try-acme.com"));
        QVERIFY(rates->topLevelItem(0)->text(4).startsWith(QLatin1Char('6')));
        auto *stop = find<QDoubleSpinBox>(&subject, "stopSpinBox");
        QTRY_COMPARE(stop->value(), 5.0);
        stop->setFocus();
        stop->selectAll();
        QTest::keyClicks(stop, QLocale().toString(8.0, 'f', 1));
        QTest::keyClick(stop, Qt::Key_Tab);
        QTRY_COMPARE(engine->deskFake.limits.stop, 8.0);
        engine->deskFake.causes.clear();
        find<QComboBox>(&subject, "sinceComboBox")->setCurrentIndex(0);
        QTRY_VERIFY(find<QLabel>(&subject, "noBouncesLabel")->isVisible());
    }

    void cause_leadsToItsBounces_andBack_byKeys()
    {
        fillCauses();
        BounceDialog subject(*engine, nullptr);
        subject.show();
        QVERIFY(QTest::qWaitForWindowActive(&subject));
        auto *causes = find<QTreeWidget>(&subject, "causesTable");
        QTRY_COMPARE(causes->topLevelItemCount(), 2);
        causes->setFocus();
        QTest::keyClick(causes, Qt::Key_Down);
        QTest::keyClick(causes, Qt::Key_Return);
        auto *bounces = find<QTreeWidget>(&subject, "bouncesTable");
        QTRY_COMPARE(bounces->topLevelItemCount(), 1);
        QCOMPARE(bounces->topLevelItem(0)->text(0), QStringLiteral("kim@kessler.example"));
        QTest::keyClick(bounces, Qt::Key_Escape);
        QVERIFY(causes->isVisible());
        QVERIFY(causes->hasFocus());
        QCOMPARE(causes->indexOfTopLevelItem(causes->currentItem()), 1);
        QTest::keyClick(causes, Qt::Key_Up);
        QTest::keyClick(causes, Qt::Key_Return);
        QTRY_COMPARE(bounces->topLevelItemCount(), 3);
        QVERIFY(bounces->hasFocus());
        QVERIFY(!bounces->accessibleName().isEmpty());
        QVERIFY(find<QLabel>(&subject, "causeSummaryLabel")->text().startsWith(QStringLiteral("3 bounces")));
        QVERIFY(find<QLabel>(&subject, "bounceWordsLabel")->text().contains(QStringLiteral("user unknown")));
        click(&subject, "backButton");
        QVERIFY(causes->isVisible());
        QTest::keyClick(causes, Qt::Key_Escape);
        QVERIFY(!subject.isVisible());
    }

    void bouncesOfACause_areNarrowedByDomainAndMailbox()
    {
        fillCauses();
        BounceDialog subject(*engine, nullptr);
        subject.show();
        auto *causes = find<QTreeWidget>(&subject, "causesTable");
        QTRY_COMPARE(causes->topLevelItemCount(), 2);
        click(&subject, "showCauseButton");
        auto *bounces = find<QTreeWidget>(&subject, "bouncesTable");
        QTRY_COMPARE(bounces->topLevelItemCount(), 3);
        auto *domains = find<QComboBox>(&subject, "domainComboBox");
        QCOMPARE(domains->count(), 3);
        QCOMPARE(domains->itemText(1), QStringLiteral("acme.test (2)"));
        domains->setCurrentIndex(2);
        QCOMPARE(shown(bounces), QStringList{QStringLiteral("bo@nordlicht.de")});
        QVERIFY(find<QLabel>(&subject, "causeSummaryLabel")->text().startsWith(QStringLiteral("1 bounce of 3")));
        QCOMPARE(bounces->currentItem()->text(0), QStringLiteral("bo@nordlicht.de"));
        domains->setCurrentIndex(0);
        auto *mailboxes = find<QComboBox>(&subject, "mailboxComboBox");
        QCOMPARE(mailboxes->itemText(1), QStringLiteral("anna@try-acme.com (2)"));
        mailboxes->setCurrentIndex(2);
        QCOMPARE(shown(bounces), QStringList{QStringLiteral("al@acme.test")});
    }

    void bounce_opensItsConversation_whereItIsHere()
    {
        fillCauses();
        BounceDialog subject(*engine, nullptr);
        QSignalSpy wanted(&subject, &BounceDialog::conversationRequested);
        subject.show();
        QVERIFY(QTest::qWaitForWindowActive(&subject));
        QTRY_COMPARE(find<QTreeWidget>(&subject, "causesTable")->topLevelItemCount(), 2);
        click(&subject, "showCauseButton");
        auto *bounces = find<QTreeWidget>(&subject, "bouncesTable");
        QTRY_COMPARE(bounces->topLevelItemCount(), 3);
        bounces->setCurrentItem(bounces->topLevelItem(2)); // its conversation is gone
        QVERIFY(!find<QPushButton>(&subject, "openConversationButton")->isEnabled());
        QTest::keyClick(bounces, Qt::Key_Return);
        QVERIFY(wanted.isEmpty());
        QTest::keyClick(bounces, Qt::Key_Home);
        QTest::keyClick(bounces, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<ConversationId>(), ConversationId(7));
        QVERIFY(!subject.isVisible());
    }

    void bouncesThatCannotBeRead_sayWhy()
    {
        fillCauses();
        engine->deskFake.readError = Error{ErrorKind::Storage, QStringLiteral("The disk cannot be read."), {}, "disk-failed"};
        BounceDialog subject(*engine, nullptr);
        subject.show();
        QTRY_COMPARE(find<QTreeWidget>(&subject, "causesTable")->topLevelItemCount(), 2);
        click(&subject, "showCauseButton");
        QTRY_VERIFY(find<QLabel>(&subject, "causeSummaryLabel")->text().contains(QStringLiteral("The disk cannot be read.")));
    }

private:
    void fillCauses()
    {
        const QString none = QStringLiteral("no such mailbox");
        const QString blocked = QStringLiteral("on a block list");
        const QDateTime at(QDate(2026, 11, 3), QTime(9, 0), Qt::UTC);
        using enum triage::BounceType;
        engine->deskFake.causes = {{Hard, none, 3, {QStringLiteral("acme.test")}, {AccountId(1)}, {}, at}, {Block, blocked, 1, {}, {}, {}, at}};
        engine->deskFake.facts = {
            {AccountId(1), StoredMessageId(1), {}, QStringLiteral("jo@acme.test"), Hard, "5.1.1", none, QStringLiteral("550 user unknown"), at, ConversationId(7)},
            {AccountId(1), {}, LedgerId(2), QStringLiteral("bo@nordlicht.de"), Hard, "5.1.1", none, QStringLiteral("550 who is that"), at, ConversationId(8)},
            {AccountId(2), StoredMessageId(3), {}, QStringLiteral("al@acme.test"), Hard, "5.1.1", none, {}, at},
            {AccountId(2), StoredMessageId(4), {}, QStringLiteral("kim@kessler.example"), Block, "5.7.1", blocked, QStringLiteral("554 blocked"), at, ConversationId(9)}};
    }
    static QStringList shown(const QTreeWidget *table)
    {
        QStringList out;
        for (int row = 0; row < table->topLevelItemCount(); ++row) {
            if (!table->topLevelItem(row)->isHidden())
                out.append(table->topLevelItem(row)->text(0));
        }
        return out;
    }

    std::unique_ptr<FakeEngine> engine;
};

INLET_TEST(tst_Bounces)
#include "tst_Bounces.moc"
