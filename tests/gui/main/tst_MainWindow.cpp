// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/InboxController.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/RailModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"
#include "ui/panes/RunBar.h"
#include "ui/panes/StatusLine.h"
#include "ui/panes/Toast.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void letters_moveAndOpen();
    void decisions_callTheEngine_data();
    void decisions_callTheEngine();
    void categoryKeys_setTheCategory();
    void singleKeys_inTextFields_areText();
    void archive_opensTheNextAndOffersUndo();
    void undo_bringsBackAndSelects();
    void marks_actOnAllOfThem();
    void answers_goFromTheReceivingMailbox_data();
    void answers_goFromTheReceivingMailbox();
    void sequence_secondKeyIsNoCommand();
    void newMail_whileInTheMiddle_waitsBehindTheBar();
    void newMail_aboveTheFirstRow_waitsWhileTheHandIsThere();
    void newMail_aboveAFirstRowNobodyChose_comesIn();
    void newMail_ofARowFurtherDown_isNotCountedAsNew();
    void newMail_whenNothingIsLeft_hasTheFocus();
    void menu_marksTheLookThatHolds();
    void run_countsWhatLeaves_andEndsInOrder();
    void run_looksRight_data();
    void run_looksRight();
    void header_nameStandsUnderTheSubject();
    void reading_inUnread_staysUntilLeft();
    void newMessage_inTheOpenConversation_isRead();
    void firstRow_openedByItself_isNotMarkedRead();
    void paneCycle_goesAround();
    void checkNow_asksTheEngine();
    void search_filtersAndEscLeaves();
    void html_blocksRemoteImagesUntilAsked();
    void links_onlyKnownKindsOpen();
    void undoWindow_canBeCancelled();
    void leaving_asksAboutTheUndoWindow();
    void leaving_sendsBeforeItCloses();
    void leaving_bySignal_asksNothing();
    void outbox_isReachedFromEverywhere();
    void mailboxSettings_areOfTheMailboxInView();
    void keySheet_listsEveryAction();
    void narrowWindows_dropPanes();
    void note_isSavedAfterAPause();
    void note_fullDisk_isKeptAndWrittenLater();
    void note_olderWriteFailed_theNewerOneStays();
    void restart_comesBackToTheSamePlace();
    void noMailbox_offersToConnect();
    void everyControl_hasAName();

private:
    [[nodiscard]] ConversationId current() const { return f().window->list()->current(); }
    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }
    void waitOpen(qint64 id) const;
    void arrive(qint64 id) const;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_MainWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillDemo(f().engine, QDateTime::currentDateTimeUtc());
    f().open();
    QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
    QTRY_COMPARE(current(), ConversationId(1));
}

void tst_MainWindow::waitOpen(qint64 id) const
{
    QTRY_COMPARE(current(), ConversationId(id));
    const auto isOpen = [this, id] {
        const QList<ui::MessageCard *> cards = f().window->conversation()->cards();
        return !cards.isEmpty() && cards.first()->message().conversation == ConversationId(id);
    };
    QTRY_VERIFY(isOpen());
}

void tst_MainWindow::letters_moveAndOpen()
{
    f().type("j");
    waitOpen(2);
    f().type("jk");
    waitOpen(2);
    f().key(Qt::Key_Down);
    waitOpen(3);
    f().key(Qt::Key_Up);
    waitOpen(2);
    f().type("o");
    QVERIFY(f().window->conversation()->isAncestorOf(f().window->focusWidget()));
    f().type("j"); // the same in the open conversation
    waitOpen(3);
    f().type("u");
    QVERIFY(f().window->list()->isAncestorOf(f().window->focusWidget()));
    f().key(Qt::Key_Return);
    QVERIFY(f().window->conversation()->isAncestorOf(f().window->focusWidget()));
    f().key(Qt::Key_Escape);
    QVERIFY(f().window->list()->isAncestorOf(f().window->focusWidget()));
}

void tst_MainWindow::decisions_callTheEngine_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("verb");
    QTest::newRow("e") << QStringLiteral("e") << int(TriageVerb::Archive);
    QTest::newRow("#") << QStringLiteral("#") << int(TriageVerb::Delete);
    QTest::newRow("!") << QStringLiteral("!") << int(TriageVerb::Junk);
    QTest::newRow("s, starred already") << QStringLiteral("s") << int(TriageVerb::Unstar);
    QTest::newRow("Shift+I") << QStringLiteral("I") << int(TriageVerb::MarkRead);
    QTest::newRow("Shift+U") << QStringLiteral("U") << int(TriageVerb::MarkUnread);
}

void tst_MainWindow::decisions_callTheEngine()
{
    QFETCH(QString, key);
    QFETCH(int, verb);
    f().type(key.toLatin1().constData());
    QCOMPARE(f().engine.actions.size(), 1);
    QCOMPARE(int(f().engine.actions.first().verb), verb);
    QCOMPARE(f().engine.actions.first().conversations, QList<ConversationId>{ConversationId(1)});
    QVERIFY(f().engine.actions.first().byHand);
}

void tst_MainWindow::categoryKeys_setTheCategory()
{
    for (char digit = '0'; digit <= '9'; ++digit) {
        if (digit == '4' || digit == '5' || digit == '8' || digit == '9')
            continue; // more follows: tst_Decisions, tst_Sorting
        const char keys[] = {digit, '\0'};
        f().type(keys);
        QCOMPARE(f().engine.actions.last().verb, TriageVerb::SetCategory);
        QCOMPARE(int(f().engine.actions.last().category), digit - '0');
    }
}

void tst_MainWindow::singleKeys_inTextFields_areText()
{
    f().type("/");
    auto *search = f().find<QLineEdit>("searchEdit");
    QVERIFY(search->hasFocus());
    f().type("e#sjx1");
    QCOMPARE(search->text(), QStringLiteral("e#sjx1"));
    f().find("noteEdit")->setFocus();
    f().type("er?");
    QVERIFY(f().engine.actions.isEmpty());
    QVERIFY(f().composed.isEmpty());
    QVERIFY(!f().find("keysDialog"));
}

void tst_MainWindow::archive_opensTheNextAndOffersUndo()
{
    f().type("e");
    waitOpen(2);
    QTRY_VERIFY(f().find("toast")->isVisible());
    QVERIFY(f().find<QLabel>("toastLabel")->text().contains(QStringLiteral("Mara Petersen")));
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(1)), -1);
    QTest::mouseClick(f().find("toastButton"), Qt::LeftButton);
    QCOMPARE(f().engine.undos, 1);
}

void tst_MainWindow::undo_bringsBackAndSelects()
{
    f().type("e");
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(1)), -1);
    f().engine.rows[0].archived = false; // what the store would do
    f().key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f().engine.undos, 1);
    store::ChangeSet changes;
    changes.conversations.insert(ConversationId(1));
    Q_EMIT f().engine.changed(changes);
    waitOpen(1);
}

void tst_MainWindow::marks_actOnAllOfThem()
{
    f().type("xjx");
    f().type("J");
    QCOMPARE(f().window->listModel()->marked().size(), 3);
    QVERIFY(f().find("bulkBar")->isVisible());
    f().key(Qt::Key_Escape);
    QVERIFY(f().window->listModel()->marked().isEmpty());
    f().type("kkxjxjx");
    f().type("e");
    QCOMPARE(f().engine.actions.last().conversations.size(), 3);
    QTRY_VERIFY(!f().find("bulkBar")->isVisible());
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(2)), -1);
    waitOpen(4);
}

void tst_MainWindow::answers_goFromTheReceivingMailbox_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("mode");
    QTest::newRow("r") << QStringLiteral("r") << int(store::Draft::Mode::Reply);
    QTest::newRow("a") << QStringLiteral("a") << int(store::Draft::Mode::ReplyAll);
    QTest::newRow("f") << QStringLiteral("f") << int(store::Draft::Mode::Forward);
}

void tst_MainWindow::answers_goFromTheReceivingMailbox()
{
    QFETCH(QString, key);
    QFETCH(int, mode);
    f().type("j");
    waitOpen(2);
    f().type(key.toLatin1().constData());
    f().type("e"); // typed before the composer has taken the focus
    QVERIFY(f().engine.actions.isEmpty());
    QTRY_COMPARE(f().composed.size(), 1);
    QCOMPARE(int(f().composed.first().mode), mode);
    QCOMPARE(f().composed.first().account, AccountId(2));
    QCOMPARE(f().composed.first().message.id, StoredMessageId(2002));
    QVERIFY(f().composed.first().body.text.contains(QStringLiteral("Tuesday at 10")));
}

void tst_MainWindow::sequence_secondKeyIsNoCommand()
{
    f().type("g");
    QTRY_COMPARE(f().find<ui::StatusLine>("statusLine")->sideText(), QStringLiteral("G …"));
    f().type("s");
    QCOMPARE(f().window->listModel()->query().scope, store::Scope::Starred);
    f().type("g");
    f().type("e");
    QVERIFY(f().engine.actions.isEmpty());
    f().type("gi");
    QCOMPARE(f().window->listModel()->query().scope, store::Scope::NeedsAnswer);
}

void tst_MainWindow::newMail_whileInTheMiddle_waitsBehindTheBar()
{
    f().type("jj");
    waitOpen(3);
    store::ConversationRow fresh = f().engine.rows.first();
    fresh.id = ConversationId(99);
    fresh.sortAt += 60'000;
    f().engine.rows.prepend(fresh);
    store::ChangeSet changes;
    changes.conversations.insert(fresh.id);
    Q_EMIT f().engine.changed(changes);
    QTRY_VERIFY(f().find("newBar")->isVisible());
    QCOMPARE(f().window->listModel()->rowOf(fresh.id), -1);
    QCOMPARE(f().window->listModel()->rowOf(ConversationId(3)), 2);
    f().type(".");
    QCOMPARE(f().window->listModel()->rowOf(fresh.id), 0);
    QCOMPARE(current(), ConversationId(3));
    QVERIFY(!f().find("newBar")->isVisible());
}

void tst_MainWindow::newMail_aboveTheFirstRow_waitsWhileTheHandIsThere()
{
    f().type("jk"); // by hand, back on the first row
    waitOpen(1);
    arrive(99);
    QTRY_VERIFY(f().find("newBar")->isVisible());
    QCOMPARE(f().window->listModel()->rowOf(ConversationId(1)), 0);
    // What is under the hand may change where it is.
    f().engine.rows[1].sortAt += 1'000;
    store::ChangeSet changes;
    changes.conversations.insert(ConversationId(1));
    const QSignalSpy updated(f().window->listModel(), &ui::ConversationListModel::updated);
    Q_EMIT f().engine.changed(changes);
    QTRY_VERIFY(!updated.isEmpty());
    QCOMPARE(f().window->listModel()->heldCount(), 1);
    f().type(".");
    QCOMPARE(f().window->listModel()->rowOf(ConversationId(99)), 0);
    QCOMPARE(current(), ConversationId(1));
    // The hand has left the list: nothing has to wait.
    f().find("noteEdit")->setFocus();
    arrive(100);
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(100)), 0);
}

void tst_MainWindow::newMail_ofARowFurtherDown_isNotCountedAsNew()
{
    f().type("jj");
    waitOpen(3);
    arrive(99);
    // The last row has new mail and wants to stand first: it is in the list already.
    store::ConversationRow moving = f().engine.rows.takeLast();
    moving.sortAt = f().engine.rows.first().sortAt + 1'000;
    f().engine.rows.prepend(moving);
    store::ChangeSet changes;
    changes.conversations.insert(moving.id);
    Q_EMIT f().engine.changed(changes);
    QTRY_COMPARE(f().window->listModel()->heldCount(), 2);
    QCOMPARE(f().window->listModel()->heldInList(), 1);
    auto *bar = f().find<QPushButton>("newBar");
    QTRY_COMPARE(bar->text(), QStringLiteral("1 new · 1 with new mail   ."));
    f().type(".");
    QCOMPARE(f().window->listModel()->rowOf(moving.id), 0);
    QVERIFY(!bar->isVisible());
}

void tst_MainWindow::newMail_whenNothingIsLeft_hasTheFocus()
{
    f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &) { return !row.archived && row.id.number() < 3; };
    f().window->showList({.scope = store::Scope::NeedsAnswer, .account = {}, .category = {}, .search = {}});
    QTRY_COMPARE(f().window->listModel()->rowCount(), 2);
    QTRY_VERIFY(current().isValid());
    f().type("ee"); // the second one while the first is on its way
    QTRY_COMPARE(f().window->listModel()->rowCount(), 0);
    f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &) { return row.id.number() == 99; };
    arrive(99);
    QTRY_COMPARE(current(), ConversationId(99));
    f().type("e"); // it is the one that is meant
    QTRY_COMPARE(f().engine.actions.last().conversations, QList{ConversationId(99)});
}

void tst_MainWindow::run_countsWhatLeaves_andEndsInOrder()
{
    f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &query) {
        return query.scope != store::Scope::NeedsAnswer || (!row.archived && row.id.number() <= 3);
    };
    f().type("ga");
    QTRY_VERIFY(!f().window->listModel()->isLoading());
    f().key(Qt::Key_F7);
    auto *bar = f().find<ui::RunBar>("runBar");
    QVERIFY(bar->isVisible());
    QTRY_COMPARE(bar->text(), QStringLiteral("3 to go · 0 handled"));
    QCOMPARE(f().window->listModel()->query().scope, store::Scope::NeedsAnswer);
    QVERIFY(!f().find("railPane")->isVisible());
    QVERIFY(!f().find("leadPane")->isVisible());
    QTRY_COMPARE(current(), ConversationId(1));
    f().type("e");
    QTRY_COMPARE(bar->text(), QStringLiteral("2 to go · 1 handled"));
    // What comes back by undo is not handled.
    f().engine.rows[0].archived = false;
    store::ChangeSet changes;
    changes.conversations.insert(ConversationId(1));
    Q_EMIT f().engine.changed(changes);
    QTRY_COMPARE(bar->text(), QStringLiteral("3 to go · 0 handled"));
    f().window->list()->selectWhenThere(ConversationId(1));
    QCOMPARE(current(), ConversationId(1));
    f().type("eee");
    QTRY_COMPARE(bar->text(), QStringLiteral("Nothing left · 3 handled in less than a minute · 1 interested, 1 meeting, 1 question"));
    if (const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS"); !dir.isEmpty())
        QVERIFY(f().window->grab().save(QDir(dir).filePath(QStringLiteral("run-done.png"))));
    f().key(Qt::Key_F7);
    QVERIFY(!bar->isVisible());
    QVERIFY(f().find("railPane")->isVisible());
    QVERIFY(f().find("leadPane")->isVisible());
    // Another list ends it as well.
    f().key(Qt::Key_F7);
    QTRY_VERIFY(bar->isVisible());
    f().type("gu");
    QVERIFY(!bar->isVisible());
    QVERIFY(f().find("railPane")->isVisible());
}

void tst_MainWindow::run_looksRight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("run-light") << QSize(1440, 900) << false;
    QTest::newRow("run-dark") << QSize(1440, 900) << true;
    QTest::newRow("run-least") << QSize(1024, 640) << false;
    QTest::newRow("run-turns") << QSize(680, 760) << true;
}

void tst_MainWindow::run_looksRight()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    f().theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
    f().window->resize(size);
    QTRY_COMPARE(f().window->size(), size);
    f().key(Qt::Key_F7);
    QTRY_COMPARE(current(), ConversationId(1));
    const auto *words = f().find<QLabel>("runLabel");
    QTRY_VERIFY(words->width() >= words->sizeHint().width());
    QCOMPARE(f().find("railPane")->isVisible(), false);
    if (const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS"); !dir.isEmpty()) {
        QTRY_VERIFY(!f().window->conversation()->cards().isEmpty());
        QVERIFY(f().window->grab().save(QDir(dir).filePath(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png"))));
    }
    f().theme->setMode(ui::theme::Mode::Light);
}

void tst_MainWindow::menu_marksTheLookThatHolds()
{
    auto *menu = f().find<QToolButton>("menuButton")->menu();
    f().theme->setMode(ui::theme::Mode::Dark);
    Q_EMIT menu->aboutToShow();
    QStringList checked;
    for (const QAction *action : menu->actions()) {
        if (action->isChecked())
            checked += action->text();
    }
    QCOMPARE(checked, QStringList{QStringLiteral("Dark")});
    f().theme->setMode(ui::theme::Mode::Light);
}

void tst_MainWindow::header_nameStandsUnderTheSubject()
{
    waitOpen(1);
    // Where the first letter begins, in the window.
    const auto left = [this](const char *name) {
        QWidget *widget = f().find(name);
        const QRect place(widget->mapTo(f().window.get(), QPoint(0, 0)), widget->size());
        const QImage image = f().window->grab(place).toImage().convertToFormat(QImage::Format_RGB32);
        const QRgb ground = image.pixel(image.width() / 2, 1); // above the words
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 4; y < image.height() - 4; ++y) {
                if (std::abs(qGray(image.pixel(x, y)) - qGray(ground)) > 100)
                    return place.left() + int(x / image.devicePixelRatio());
            }
        }
        return -1;
    };
    // Narrow, and with more room than anybody needs.
    for (const QSize size : {QSize(1360, 860), QSize(1024, 640), QSize(2000, 900)}) {
        f().window->resize(size);
        QTRY_COMPARE(f().window->size(), size);
        QTRY_VERIFY2(std::abs(left("personButton") - left("subjectLabel")) <= 2,
            qPrintable(QStringLiteral("%1 under %2").arg(left("personButton")).arg(left("subjectLabel"))));
    }
}

void tst_MainWindow::newMail_aboveAFirstRowNobodyChose_comesIn()
{
    arrive(99);
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(99)), 0);
    QVERIFY(!f().find("newBar")->isVisible());
    QCOMPARE(current(), ConversationId(1));
}

void tst_MainWindow::arrive(qint64 id) const
{
    store::ConversationRow fresh = f().engine.rows.first();
    fresh.id = ConversationId(id);
    fresh.sortAt += 60'000;
    f().engine.rows.prepend(fresh);
    store::ChangeSet changes;
    changes.conversations.insert(fresh.id);
    Q_EMIT f().engine.changed(changes);
}

void tst_MainWindow::reading_inUnread_staysUntilLeft()
{
    f().type("gu");
    QTRY_COMPARE(current(), ConversationId(1));
    f().type("j");
    waitOpen(2);
    QTRY_VERIFY(!f().engine.actions.isEmpty()); // marked as read after a moment
    QCOMPARE(f().engine.actions.last().verb, TriageVerb::MarkRead);
    QVERIFY(!f().engine.actions.last().byHand);
    QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(2))->unread, 0);
    QVERIFY(f().window->listModel()->rowOf(ConversationId(2)) >= 0);
    QVERIFY(!f().find("toast")->isVisible());
    f().type("j");
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(2)), -1);
}

void tst_MainWindow::newMessage_inTheOpenConversation_isRead()
{
    f().type("jk");
    QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(1))->unread, 0);
    f().engine.actions.clear();
    f().engine.rows[0].unread = 1;
    store::ChangeSet changes;
    changes.conversations.insert(ConversationId(1));
    Q_EMIT f().engine.changed(changes);
    QTRY_COMPARE(f().engine.actions.size(), 1);
    QCOMPARE(f().engine.actions.first().verb, TriageVerb::MarkRead);
    // Marked unread by hand, it stays so however often the list changes.
    QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(1))->unread, 0);
    f().type("U");
    QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(1))->unread, 1);
    QVERIFY(!f().window->findChild<ui::InboxController *>()->isReading());
}

void tst_MainWindow::firstRow_openedByItself_isNotMarkedRead()
{
    waitOpen(1);
    const auto *inbox = f().window->findChild<ui::InboxController *>();
    QVERIFY(!inbox->isReading());
    f().key(Qt::Key_Return); // now somebody looks at it
    QVERIFY(inbox->isReading());
}

void tst_MainWindow::paneCycle_goesAround()
{
    QStringList visited;
    for (int step = 0; step < 5; ++step) {
        f().key(Qt::Key_F6);
        for (const char *pane : {"railPane", "listPane", "conversationPane", "leadPane", "statusLine"}) {
            if (f().find(pane)->isAncestorOf(f().window->focusWidget()))
                visited += QString::fromLatin1(pane);
        }
    }
    QCOMPARE(visited, (QStringList{QStringLiteral("conversationPane"), QStringLiteral("leadPane"), QStringLiteral("statusLine"),
                          QStringLiteral("railPane"), QStringLiteral("listPane")}));
    f().key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(f().find("railPane")->isAncestorOf(f().window->focusWidget()));
}

void tst_MainWindow::checkNow_asksTheEngine()
{
    f().key(Qt::Key_F5);
    QCOMPARE(f().engine.checkedNow, QList<AccountId>{AccountId()});
    f().window->showList({.scope = store::Scope::All, .account = AccountId(2), .category = {}, .search = {}});
    f().key(Qt::Key_F5);
    QCOMPARE(f().engine.checkedNow.last(), AccountId(2));
}

void tst_MainWindow::search_filtersAndEscLeaves()
{
    f().type("/webhook");
    QTRY_COMPARE(f().window->listModel()->query().search, QStringLiteral("webhook"));
    QTRY_COMPARE(f().window->listModel()->rowCount(), 1);
    QVERIFY(f().find<QLineEdit>("searchEdit")->hasFocus());
    f().engine.facts.everywhere = 1;
    f().type(" nothing");
    auto *wider = f().window->list()->findChild<QPushButton *>(QStringLiteral("emptyButton"));
    QTRY_COMPARE(wider->text(), QStringLiteral("Search everywhere"));
    QTRY_VERIFY(wider->isVisible());
    QTest::mouseClick(wider, Qt::LeftButton);
    QTRY_VERIFY(f().window->listModel()->query().everywhere);
    f().find("searchEdit")->setFocus();
    f().key(Qt::Key_Escape);
    QTRY_VERIFY(f().window->listModel()->query().search.isEmpty());
    QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
    QVERIFY(!f().find<QLineEdit>("searchEdit")->hasFocus());
}

void tst_MainWindow::html_blocksRemoteImagesUntilAsked()
{
    waitOpen(1);
    f().key(Qt::Key_H, Qt::AltModifier);
    ui::MessageCard *card = f().window->conversation()->cards().last();
    QTRY_VERIFY(card->findChild<QWidget *>(QStringLiteral("imagesBar"))->isVisible());
    auto *body = card->findChild<QTextBrowser *>(QStringLiteral("bodyView"));
    QVERIFY(!body->toHtml().contains(QStringLiteral("track.nordlicht")));
    // Nothing but pictures of the mail itself can be loaded: no files, no other schemes.
    QVERIFY(!body->loadResource(QTextDocument::HtmlResource, QUrl(QStringLiteral("file:///etc/passwd"))).isValid());
    QVERIFY(!body->loadResource(QTextDocument::StyleSheetResource, QUrl(QStringLiteral("file:///etc/passwd"))).isValid());
    QTest::mouseClick(card->findChild<QWidget *>(QStringLiteral("loadImagesButton")), Qt::LeftButton);
    QTRY_VERIFY(body->toHtml().contains(QStringLiteral("cdn.nordlicht.example")));
    QVERIFY(!card->findChild<QWidget *>(QStringLiteral("imagesBar"))->isVisible());
}

void tst_MainWindow::links_onlyKnownKindsOpen()
{
    waitOpen(1);
    ui::ConversationPane *pane = f().window->conversation();
    Q_EMIT pane->linkActivated(QUrl(QStringLiteral("https://a.example/")));
    Q_EMIT pane->linkActivated(QUrl(QStringLiteral("file:///etc/passwd")));
    Q_EMIT pane->linkActivated(QUrl(QStringLiteral("javascript:alert(1)")));
    QCOMPARE(f().prompts.openedUrls, QList<QUrl>{QUrl(QStringLiteral("https://a.example/"))});
    Q_EMIT pane->linkActivated(QUrl(QStringLiteral("mailto:x@y.example?subject=Hi%0d%0aBcc:z@z.example")));
    QCOMPARE(f().composed.last().to, QStringLiteral("x@y.example"));
    QVERIFY(!f().composed.last().subject.contains(QLatin1Char('\n')));
    Q_EMIT pane->linkHovered(QStringLiteral("https://real.example/target"));
    QCOMPARE(f().find<ui::StatusLine>("statusLine")->sideText(), QStringLiteral("https://real.example/target"));
}

void tst_MainWindow::undoWindow_canBeCancelled()
{
    f().window->showList({.scope = store::Scope::Outbox, .account = {}, .category = {}, .search = {}});
    QTRY_VERIFY(f().window->listModel()->rowOf(ConversationId(7)) >= 0);
    f().window->list()->select(ConversationId(7));
    waitOpen(7);
    ui::MessageCard *card = f().window->conversation()->cards().last();
    QTRY_VERIFY(card->findChild<QWidget *>(QStringLiteral("sendNowButton"))->isVisible());
    QTRY_VERIFY(card->findChild<QLabel *>(QStringLiteral("ledgerLabel"))->text().contains(QStringLiteral("Leaves in")));
    QTest::mouseClick(card->findChild<QWidget *>(QStringLiteral("sendNowButton")), Qt::LeftButton);
    QCOMPARE(f().engine.sentNow, QList<LedgerId>{LedgerId(7002)});
    QTest::mouseClick(card->findChild<QWidget *>(QStringLiteral("cancelSendButton")), Qt::LeftButton);
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{LedgerId(7002)});
    QTRY_COMPARE(f().composed.size(), 1);
}

void tst_MainWindow::leaving_asksAboutTheUndoWindow()
{
    store::LedgerRow other = f().engine.outbox.first();
    other.id = LedgerId(7003);
    f().engine.outbox.append(other);
    Q_EMIT f().engine.ledgerChanged(other);
    QTRY_COMPARE(f().find<QPushButton>("outboxButton")->text(), QStringLiteral("sending 1 of 2"));
    QSignalSpy closed(f().window.get(), &ui::MainWindow::closed);
    f().prompts.choice = -1; // Cancel
    f().key(Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(f().prompts.choices.size(), 1);
    QCOMPARE(f().prompts.choices.first().title, QStringLiteral("2 messages wait in the undo window"));
    QCOMPARE(f().prompts.choices.first().labels, (QStringList{QStringLiteral("Send now"), QStringLiteral("Keep for next start")}));
    QVERIFY(f().window->isVisible());
    f().prompts.choice = 1; // keep
    f().window->close();
    QVERIFY(!f().window->isVisible());
    QCOMPARE(closed.size(), 1);
    QVERIFY(f().engine.sentNow.isEmpty());
    QVERIFY(f().engine.cancelled.isEmpty());
}

void tst_MainWindow::leaving_sendsBeforeItCloses()
{
    f().prompts.choice = 0; // send
    QTRY_VERIFY(f().find("outboxButton")->isVisible());
    f().window->close();
    QCOMPARE(f().engine.sentNow, QList<LedgerId>{LedgerId(7002)});
    QVERIFY(f().window->isVisible());
    QVERIFY(f().find<QLabel>("toastLabel")->text().contains(QStringLiteral("then Inlet closes")));
    f().engine.outbox[0].state = store::LedgerState::Sending;
    Q_EMIT f().engine.ledgerChanged(f().engine.outbox.first());
    QTRY_VERIFY(f().window->isVisible());
    f().engine.outbox[0].state = store::LedgerState::Accepted;
    Q_EMIT f().engine.ledgerChanged(f().engine.outbox.first());
    QTRY_VERIFY(!f().window->isVisible());
    QCOMPARE(f().prompts.choices.size(), 1);
}

void tst_MainWindow::leaving_bySignal_asksNothing()
{
    QTRY_VERIFY(f().find("outboxButton")->isVisible());
    f().window->askNoMore();
    f().window->close();
    QVERIFY(!f().window->isVisible());
    QVERIFY(f().prompts.choices.isEmpty());
    QVERIFY(f().engine.sentNow.isEmpty());
}

void tst_MainWindow::outbox_isReachedFromEverywhere()
{
    f().type("go");
    QCOMPARE(f().outboxes, 1);
    auto *segment = f().find<QPushButton>("outboxButton");
    QTRY_COMPARE(segment->text(), QStringLiteral("sending 1 of 1"));
    store::LedgerRow failed;
    failed.id = LedgerId(7003);
    failed.state = store::LedgerState::Failed;
    f().engine.outbox.append(failed);
    Q_EMIT f().engine.ledgerChanged(failed);
    QTRY_COMPARE(segment->text(), QStringLiteral("sending 1 of 1  ·  1 message not sent"));
    QTest::mouseClick(segment, Qt::LeftButton);
    QCOMPARE(f().outboxes, 2);
    auto *rail = f().find<QAbstractItemView>("railView");
    const QModelIndexList entries = rail->model()->match(rail->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Outbox"));
    QCOMPARE(entries.size(), 1);
    QTRY_COMPARE(entries.first().data(int(ui::RailRole::Count)).toInt(), 2);
    QTRY_VERIFY(entries.first().data(int(ui::RailRole::IsUrgent)).toBool());
    QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, rail->visualRect(entries.first()).center());
    QTRY_COMPARE(f().outboxes, 3);
    f().window->list()->setFocus();
    rail->setFocus();
    rail->setCurrentIndex(entries.first());
    QCOMPARE(f().outboxes, 3); // walking past it opens nothing
    f().key(Qt::Key_Return);
    QTRY_COMPARE(f().outboxes, 4);
    f().engine.outbox.clear();
    Q_EMIT f().engine.ledgerChanged(failed);
    QTRY_VERIFY(!segment->isVisible());
}

void tst_MainWindow::mailboxSettings_areOfTheMailboxInView()
{
    f().type("j");
    waitOpen(2);
    f().key(Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(f().settingsOf, QList<AccountId>{AccountId(2)});
    f().window->showList({.scope = store::Scope::All, .account = AccountId(3), .category = {}, .search = {}});
    f().key(Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(f().settingsOf.last(), AccountId(3));
    f().key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f().fleets, 1);
    // The menu of a mailbox in the rail.
    auto *rail = f().find<QAbstractItemView>("railView");
    const int row = f().window->findChild<ui::RailModel *>()->rowOf({.scope = store::Scope::All, .account = AccountId(3), .category = {}, .search = {}});
    rail->scrollTo(rail->model()->index(row, 0));
    Q_EMIT rail->customContextMenuRequested(rail->visualRect(rail->model()->index(row, 0)).center());
    auto *menu = f().find<QMenu>("mailboxMenu");
    QVERIFY(menu);
    menu->actions().at(1)->trigger();
    QCOMPARE(f().settingsOf.last(), AccountId(3));
    QCOMPARE(f().settingsOf.size(), 3);
    menu->close();
}

void tst_MainWindow::keySheet_listsEveryAction()
{
    f().type("?");
    QTRY_VERIFY(f().find("keysDialog"));
    QStringList words;
    for (const QLabel *label : f().find("keysDialog")->findChildren<QLabel *>())
        words += label->text();
    for (const ui::ActionSpec &spec : ui::actionTable())
        QVERIFY2(words.contains(spec.words), qPrintable(spec.words));
}

void tst_MainWindow::narrowWindows_dropPanes()
{
    QVERIFY(f().find("leadPane")->isVisible());
    f().window->resize(1100, 700);
    QTRY_VERIFY(!f().find("leadPane")->isVisible());
    QVERIFY(f().find("railPane")->width() > 100);
    f().window->resize(900, 700);
    QTRY_VERIFY(f().find("railPane")->width() < 100);
    QVERIFY(f().find("conversationPane")->isVisible());
    f().window->resize(680, 700);
    QTRY_VERIFY(!f().find("conversationPane")->isVisible());
    f().key(Qt::Key_Return);
    QVERIFY(f().find("conversationPane")->isVisible());
    QVERIFY(!f().find("listPane")->isVisible());
    f().type("j");
    waitOpen(2);
    f().type("u");
    QVERIFY(f().find("listPane")->isVisible());
    f().window->resize(1360, 800);
    QTRY_VERIFY(f().find("leadPane")->isVisible());
}

void tst_MainWindow::note_isSavedAfterAPause()
{
    waitOpen(1);
    auto *note = f().find<QPlainTextEdit>("noteEdit");
    QTRY_VERIFY(note->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    note->setFocus();
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("Call in March"));
    QTRY_COMPARE(f().engine.notes.value(ConversationId(1)), QStringLiteral("Call in March"));
}

/// Not even where another conversation is open when there is room again.
void tst_MainWindow::note_fullDisk_isKeptAndWrittenLater()
{
    waitOpen(1);
    auto *note = f().find<QPlainTextEdit>("noteEdit");
    QTRY_VERIFY(note->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    f().engine.onSetNote = [] { return Result<void>(Error{ErrorKind::Storage, QStringLiteral("The disk is full."), {}, "disk-full"}); };
    note->setFocus();
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("Call in March"));
    QTRY_COMPARE(f().find<QLabel>("noteState")->text(), QStringLiteral("Not saved"));
    QVERIFY(f().engine.notes.value(ConversationId(1)) != QStringLiteral("Call in March"));
    f().find("conversationView")->setFocus();
    f().type("j");
    waitOpen(2);
    f().engine.onSetNote = nullptr;
    QTRY_COMPARE_WITH_TIMEOUT(f().engine.notes.value(ConversationId(1)), QStringLiteral("Call in March"), 10000);
}

/// The answer to the older one comes when the newer one is stored.
void tst_MainWindow::note_olderWriteFailed_theNewerOneStays()
{
    waitOpen(1);
    auto *note = f().find<QPlainTextEdit>("noteEdit");
    QTRY_VERIFY(note->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    bool failed = false;
    f().engine.onSetNote = [&] {
        if (std::exchange(failed, true))
            return Result<void>();
        QMetaObject::invokeMethod(note, [&] {
            note->setPlainText(QStringLiteral("newer"));
            f().window->showConversation(ConversationId(2));
        }, Qt::QueuedConnection);
        return Result<void>(Error{ErrorKind::Storage, QStringLiteral("The database is busy."), {}, {}});
    };
    note->setFocus();
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("older"));
    QTRY_COMPARE(f().engine.notes.value(ConversationId(1)), QStringLiteral("newer"));
    waitOpen(2);
    f().window->showConversation(ConversationId(1));
    waitOpen(1);
    QTRY_COMPARE(note->toPlainText(), QStringLiteral("newer"));
}

void tst_MainWindow::restart_comesBackToTheSamePlace()
{
    f().type("ga");
    QTRY_COMPARE(f().window->listModel()->query().scope, store::Scope::All);
    QTRY_VERIFY(!f().window->listModel()->isLoading());
    f().type("jj");
    const ConversationId before = current();
    f().prompts.choice = 1;
    f().window->close();
    f().open();
    QCOMPARE(f().window->listModel()->query().scope, store::Scope::All);
    QTRY_COMPARE(current(), before);
}

void tst_MainWindow::noMailbox_offersToConnect()
{
    m_fixture = std::make_unique<WindowFixture>();
    f().open();
    const auto visibleButton = [this] {
        const QList<QPushButton *> buttons = f().window->findChildren<QPushButton *>(QStringLiteral("emptyButton"));
        const auto seen = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->isVisible(); });
        return seen == buttons.cend() ? nullptr : *seen;
    };
    QTRY_VERIFY(visibleButton());
    QTest::mouseClick(visibleButton(), Qt::LeftButton);
    QCOMPARE(f().connects, 1);
}

void tst_MainWindow::everyControl_hasAName()
{
    waitOpen(1);
    const QList<QWidget *> all = f().window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool control = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
        if (!control || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName()));
    }
    const QString sentence = f().window->listModel()->index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(sentence.startsWith(QStringLiteral("Unread. Starred. Interested. Mara Petersen, nordlicht.example. ")));
}

INLET_TEST(tst_MainWindow)
#include "tst_MainWindow.moc"
