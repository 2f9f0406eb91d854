// SPDX-License-Identifier: GPL-3.0-or-later
#include "ComposerFixture.h"
#include "support/TestMain.h"
#include "ui/dialogs/ComposeWarnings.h"

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

/// What is told before a mail leaves.
class tst_ComposerWarnings : public QObject, private ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init() { makeEngine(); }
    void cleanup() { delete window; }

    void warnings_firstSend_asksSecondSends();
    void warnings_areLive_andAskedAgainWhenTheyComeBack();
    void warnings_tellOfOtherConversationsAndTheirClock();
    void warnings_strangeCompany_unlessTheyNamedIt();
    void warnings_theirTime_data();
    void warnings_theirTime();
};

void tst_ComposerWarnings::warnings_firstSend_asksSecondSends()
{
    fresh();
    type("toEdit", QStringLiteral("mara@nordlicht.de"));
    body()->setFocus();
    QTest::keyClicks(body(), QStringLiteral("See the attached deck"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(warnings().contains(QStringLiteral("no subject")));
    QVERIFY(warnings().contains(QStringLiteral("attachment")));
    QVERIFY(engine->sent.isEmpty());
    QVERIFY(find<QPushButton>(window, "sendAnywayButton")->isVisible());
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(engine->sent.size(), 1);
    QVERIFY(prompts.questions.isEmpty());
}

void tst_ComposerWarnings::warnings_areLive_andAskedAgainWhenTheyComeBack()
{
    fresh();
    type("toEdit", QStringLiteral("mara@nordlicht.de"));
    body()->setFocus();
    QVERIFY(warnings().isEmpty()); // nobody has written anything
    QTest::keyClicks(body(), QStringLiteral("See the attached deck"));
    QTRY_VERIFY(warnings().contains(QStringLiteral("no subject")) && warnings().contains(QStringLiteral("attachment")));
    QVERIFY(!find<QPushButton>(window, "sendAnywayButton")->isVisible());
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(find<QPushButton>(window, "sendAnywayButton")->isVisible());
    type("subjectEdit", QStringLiteral("Deck"));
    QTRY_VERIFY(!warnings().contains(QStringLiteral("no subject")));
    find<QLineEdit>(window, "subjectEdit")->clear();
    QTest::keyClick(find<QLineEdit>(window, "subjectEdit"), Qt::Key_A);
    QTest::keyClick(find<QLineEdit>(window, "subjectEdit"), Qt::Key_Backspace);
    QTRY_VERIFY(warnings().contains(QStringLiteral("no subject")));
    key(Qt::Key_Return, Qt::ControlModifier); // it went away and came back: nobody has agreed to it
    QVERIFY(engine->sent.isEmpty());
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(engine->sent.size(), 1);
}

void tst_ComposerWarnings::warnings_tellOfOtherConversationsAndTheirClock()
{
    store::ConversationRow other;
    other.id = ConversationId(77);
    other.prospectName = QStringLiteral("Jo Bell");
    other.prospectAddress = QStringLiteral("jo@nordlicht.de");
    other.lastAt = QDateTime::currentDateTimeUtc().addSecs(-7200);
    store::RecipientFacts &known = engine->deskFake.factsOfAddresses[QStringLiteral("mara@nordlicht.de")];
    known.others = {other};
    fresh();
    type("toEdit", QStringLiteral("mara@nordlicht.de"));
    QTRY_VERIFY(warnings().contains(QStringLiteral("Jo Bell (same company) has another open conversation")));
    // A colleague says "stop" while the mail is written.
    known.others[0].category = store::Category::NotInterested;
    known.utcOffset = 0;
    while (QDateTime::currentDateTimeUtc().addSecs(60 * *known.utcOffset).time().hour() != 3)
        *known.utcOffset += *known.utcOffset < 720 ? 60 : -1380;
    store::ChangeSet changes;
    changes.conversations = {ConversationId(77)};
    Q_EMIT engine->changed(changes);
    QTRY_VERIFY(warnings().contains(QStringLiteral("Jo Bell (same company) answered “Not interested”")));
    QTRY_VERIFY(warnings().contains(QStringLiteral("It is night where they are")));
    type("subjectEdit", QStringLiteral("Hello"));
    body()->setFocus();
    QTest::keyClicks(body(), QStringLiteral("text"));
    key(Qt::Key_Return, Qt::ControlModifier); // a "no" is asked about, the clock is not
    QVERIFY(engine->sent.isEmpty());
    click(window, "sendAnywayButton");
    QTRY_COMPARE(engine->sent.size(), 1);
}

void tst_ComposerWarnings::warnings_strangeCompany_unlessTheyNamedIt()
{
    ComposeFacts facts;
    facts.subject = QStringLiteral("s");
    facts.addresses = {QStringLiteral("mara@nordlicht.de")};
    facts.ownWords = facts.text = QStringLiteral("I saw that Kessler grows.");
    facts.now = QDateTime::currentDateTimeUtc();
    facts.known.otherCompanies = {QStringLiteral("kessler.test")};
    QCOMPARE(composeWarnings(facts).size(), 1);
    QCOMPARE(composeWarnings(facts).first().text, QStringLiteral("The text names another prospect, kessler.test; this mail goes to nordlicht.de."));
    facts.text += QStringLiteral("\n> do you know Kessler?");
    QVERIFY(composeWarnings(facts).isEmpty());
}

void tst_ComposerWarnings::warnings_theirTime_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("words");
    const QDateTime tuesday(QDate(2026, 3, 3), QTime(10, 30), Qt::UTC);
    QTest::newRow("working day") << 60 << tuesday << QString();
    QTest::newRow("night") << 540 << tuesday.addSecs(3600 * 3) << QStringLiteral("night where they are: Tuesday 22:30 (UTC+9)");
    QTest::newRow("half hours") << -330 << tuesday << QStringLiteral("night where they are: Tuesday 05:00 (UTC-5:30)");
    QTest::newRow("weekend there only") << 720 << tuesday.addDays(3).addSecs(3600 * 12) << QStringLiteral("weekend where they are: Saturday 10:30 (UTC+12)");
}

void tst_ComposerWarnings::warnings_theirTime()
{
    QFETCH(int, offset);
    QFETCH(QDateTime, now);
    QFETCH(QString, words);
    const QString said = theirTimeWords(offset, now);
    QVERIFY2(words.isEmpty() ? said.isEmpty() : said.contains(words), qPrintable(said));
}

INLET_TEST(tst_ComposerWarnings)
#include "tst_ComposerWarnings.moc"
