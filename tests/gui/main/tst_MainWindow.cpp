// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/models/RailModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/StatusLine.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

class tst_MainWindow : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

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
    void menu_marksTheLookThatHolds();
    void paneCycle_goesAround();
    void checkNow_asksTheEngine();
    void search_filtersAndEscLeaves();
    void search_narrowWindow_leavesRoomForWords();
    void mailboxSettings_areOfTheMailboxInView();
    void keySheet_listsEveryAction();
    void narrowWindows_dropPanes();
    void noMailbox_offersToConnect();
    void notices_anotherComes_theKeysStayInTheirBar();
    void everyControl_hasAName();
};

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

void tst_MainWindow::paneCycle_goesAround()
{
    QStringList visited;
    for (int step = 0; step < 5; ++step) {
        f().key(Qt::Key_F6);
        for (const char *pane : {"railPane", "listPane", "conversationPane", "leadPane", "statusLine"}) {
            if (f().find(pane) == f().window->focusWidget() || f().find(pane)->isAncestorOf(f().window->focusWidget()))
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

void tst_MainWindow::search_narrowWindow_leavesRoomForWords()
{
    f().window->resize(1024, 640);
    f().type("/pricing");
    auto *edit = f().find<QLineEdit>("searchEdit");
    QTRY_VERIFY(f().find("everywhereButton")->isVisible());
    constexpr int kIcons = 60;
    const int letters = edit->fontMetrics().averageCharWidth() * 25;
    QTRY_VERIFY2(edit->width() - kIcons >= letters, qPrintable(QStringLiteral("%1 px for %2").arg(edit->width()).arg(letters)));
    f().window->resize(1900, 900);
    f().find<QWidget>("listPane")->setMinimumWidth(560);
    QTRY_COMPARE(f().find("everywhereButton")->mapTo(f().window.get(), QPoint()).y() / 10, edit->mapTo(f().window.get(), QPoint()).y() / 10);
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

void tst_MainWindow::noMailbox_offersToConnect()
{
    openEmpty();
    const auto visibleButton = [this] {
        const QList<QPushButton *> buttons = f().window->findChildren<QPushButton *>(QStringLiteral("emptyButton"));
        const auto seen = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->isVisible(); });
        return seen == buttons.cend() ? nullptr : *seen;
    };
    QTRY_VERIFY(visibleButton());
    QTest::mouseClick(visibleButton(), Qt::LeftButton);
    QCOMPARE(f().connects, 1);
}

void tst_MainWindow::notices_anotherComes_theKeysStayInTheirBar()
{
    const auto tell = [this](const char *id, engine::Notice::Severity severity) {
        engine::Notice notice;
        notice.id = QString::fromLatin1(id);
        notice.severity = severity;
        notice.text = QStringLiteral("Something about %1").arg(notice.id);
        notice.action.label = QStringLiteral("Look");
        Q_EMIT f().engine.noticeChanged(notice);
    };
    const auto buttons = [this] {
        QList<QPushButton *> all = f().window->findChildren<QPushButton *>(QStringLiteral("noticeButton"));
        all.removeIf([](const QPushButton *button) { return !button->isVisible(); });
        return all;
    };
    for (engine::Notice demo : std::as_const(f().engine.noticeList)) {
        demo.resolved = true;
        Q_EMIT f().engine.noticeChanged(demo);
    }
    tell("quota", engine::Notice::Severity::Warning);
    QTRY_COMPARE(buttons().size(), 1);
    const QPointer<QPushButton> look = buttons().first();
    look->setFocus();
    tell("secrets", engine::Notice::Severity::Error); // stands above
    QTRY_COMPARE(buttons().size(), 2);
    QCOMPARE(f().window->focusWidget(), look.data());
    tell("quota", engine::Notice::Severity::Info); // says something else now
    QTRY_VERIFY(!look);
    QCOMPARE(f().window->focusWidget(), buttons().last());
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
