// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that the user chose: sets, own keys, conflicts, the file, and that the window follows at once.
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/actions/KeyBindings.h"
#include "ui/actions/KeyNames.h"
#include "ui/dialogs/KeyEditor.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ListPane.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using ui::ActionId;
using ui::KeyPlan;
using ui::KeySet;

class tst_Keys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { ui::keyBindings().setPlan({}); }
    void cleanup()
    {
        m_fixture.reset();
        ui::keyBindings().setPlan({});
    }

    void sets_haveNoConflicts()
    {
        for (int set = 0; set < ui::kKeySets; ++set) {
            const KeyPlan plan{KeySet(set), {}};
            for (const ui::KeyConflict &conflict : ui::conflictsOf(plan))
                QFAIL(qPrintable(QStringLiteral("set %1: %2").arg(set).arg(conflict.key)));
            for (const ui::ActionSpec &spec : ui::tableOf(plan)) {
                for (const QString &key : spec.keys)
                    QVERIFY2(ui::isKeyName(key), qPrintable(key));
                QVERIFY(spec.keys.size() <= KeyPlan::kMostKeys);
            }
        }
    }

    void modifiersOnly_hasNoCharacterAlone()
    {
        for (const ui::ActionSpec &spec : ui::tableOf({KeySet::ModifiersOnly, {}})) {
            for (const QString &key : spec.keys)
                QVERIFY2(!ui::isCharacterKey(key) && !ui::isSequence(key), qPrintable(spec.words + key));
            if (spec.id != ActionId::EditKeys && spec.id != ActionId::GuidedRun)
                QVERIFY2(!spec.keys.isEmpty(), qPrintable(spec.words));
        }
    }

    void keyNames_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("fine");
        for (const char *key : {"j", "Shift+I", "#", "Ctrl+Z", "Ctrl+Alt+Shift+Up", "F12", "g i", "* a", "Ctrl+,", "Enter", "ü", "Ctrl++"})
            QTest::newRow(key) << QString::fromUtf8(key) << true;
        for (const char *key : {"", " ", "J", "Shift+i", "Shift+#", "Ctrl+z", "Shift+Ctrl+A", "F13", "g i a", "Ctrl+K g", "Ctrl+", "abc", "g "})
            QTest::newRow(key) << QString::fromUtf8(key) << false;
    }
    void keyNames()
    {
        QFETCH(QString, key);
        QTEST(ui::isKeyName(key), "fine");
    }

    void heldKey_onlyMoves()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_VERIFY(f().window->list()->current().isValid());
        const auto repeat = [this](Qt::Key key, const QString &text) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text, true);
            QApplication::sendEvent(f().window->focusWidget(), &event);
        };
        f().type("e");
        QCOMPARE(f().engine.actions.size(), 1);
        repeat(Qt::Key_E, QStringLiteral("e"));
        repeat(Qt::Key_NumberSign, QStringLiteral("#"));
        repeat(Qt::Key_1, QStringLiteral("1"));
        QCOMPARE(f().engine.actions.size(), 1);
        // The first key of two does not become its own second one.
        f().type("g");
        repeat(Qt::Key_G, QStringLiteral("g"));
        f().type("a");
        QTRY_COMPARE(f().window->listModel()->query().scope, store::Scope::All);
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_VERIFY(f().window->list()->current().isValid());
        const ConversationId before = f().window->list()->current();
        repeat(Qt::Key_J, QStringLiteral("j"));
        QVERIFY(f().window->list()->current() != before);
    }

    void conflicts_sameKeyAndBeginning()
    {
        KeyPlan plan;
        ui::setKeys(plan, ActionId::Archive, {QStringLiteral("r")});
        QCOMPARE(ui::conflictsOf(plan).size(), 1);
        QVERIFY(!ui::conflictsOf(plan).first().prefix);
        plan = {};
        ui::setKeys(plan, ActionId::Archive, {QStringLiteral("g")});
        QVERIFY(!ui::conflictsOf(plan).isEmpty());
        for (const ui::KeyConflict &conflict : ui::conflictsOf(plan)) {
            QVERIFY(conflict.prefix);
            QCOMPARE(conflict.first, ActionId::Archive);
        }
        ui::setKeys(plan, ActionId::Archive, {QStringLiteral("e")});
        QCOMPARE(plan, KeyPlan());
    }

    /// A newer version may give a key to something else that somebody has given away before.
    void ownKeys_holdAgainstNewOnes()
    {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        KeyPlan plan{KeySet::ModifiersOnly, {}};
        plan.own.insert(ActionId::Archive, {ui::keysInSet(KeySet::ModifiersOnly, ActionId::Mute).first()});
        settings.setValue(QStringLiteral("keys/plan"), QString::fromUtf8(ui::writePlan(plan)));
        ui::KeyBindings subject;
        subject.load(settings);
        QCOMPARE(subject.plan().set, KeySet::ModifiersOnly);
        QCOMPARE(ui::keysOf(subject.plan(), ActionId::Archive), plan.own.value(ActionId::Archive));
        QVERIFY(ui::keysOf(subject.plan(), ActionId::Mute).isEmpty());
        QVERIFY(ui::conflictsOf(subject.plan()).isEmpty());
        // Own keys that contradict each other are none; the set stays.
        plan.own.insert(ActionId::Star, plan.own.value(ActionId::Archive));
        settings.setValue(QStringLiteral("keys/plan"), QString::fromUtf8(ui::writePlan(plan)));
        subject.load(settings);
        QCOMPARE(subject.plan(), (KeyPlan{KeySet::ModifiersOnly, {}}));
    }

    void file_roundTrip()
    {
        KeyPlan plan{KeySet::AppleMail, {}};
        ui::setKeys(plan, ActionId::Junk, {QStringLiteral("y x"), QStringLiteral("ü")});
        ui::setKeys(plan, ActionId::Star, {});
        const auto read = ui::readPlan(ui::writePlan(plan));
        QVERIFY(read);
        QCOMPARE(read->plan, plan);
        QCOMPARE(read->ignored, 0);
    }

    void file_damaged()
    {
        for (const char *bytes : {"", "[]", "{\"inletKeys\":2,\"set\":\"gmail\"}", "{\"inletKeys\":1,\"set\":\"vi\"}", "\xff\xfe"})
            QVERIFY(!ui::readPlan(bytes));
        const auto read = ui::readPlan(R"({"inletKeys":1,"set":"gmail","keys":{"Fly":["y"],"Star":["Ctrl+Q Q"],"Junk":["y","y"],"Archive":"e",
            "Delete":["y"]}})");
        QVERIFY(read);
        QCOMPARE(read->ignored, 4);
        QCOMPARE(read->plan.own.size(), 1);
        QVERIFY(!ui::readPlan(QByteArray(1'000'000, ' ')));
    }

    void window_followsAtOnce()
    {
        open();
        auto *archive = f().find<QToolButton>("archiveButton");
        QCOMPARE(archive->toolTip(), QStringLiteral("Done (E)"));
        QPointer<QMenu> menu = f().find<QToolButton>("menuButton")->menu();
        KeyPlan plan;
        ui::setKeys(plan, ActionId::Archive, {QStringLiteral("q")});
        ui::keyBindings().setPlan(plan);
        QCOMPARE(archive->toolTip(), QStringLiteral("Done (Q)"));
        QVERIFY(!menu);
        QVERIFY(f().find<QToolButton>("menuButton")->menu());
        f().type("e");
        QVERIFY(f().engine.actions.isEmpty());
        f().type("q");
        QCOMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().verb, store::TriageVerb::Archive);
    }

    void newSequence_secondKeyIsNoCommand()
    {
        open();
        KeyPlan plan;
        ui::setKeys(plan, ActionId::Archive, {QStringLiteral("q e")});
        ui::keyBindings().setPlan(plan);
        f().type("qs"); // no such sequence: and no star
        QVERIFY(f().engine.actions.isEmpty());
        f().type("qe");
        QCOMPARE(f().engine.actions.size(), 1);
    }

    void modifiersOnly_lettersDoNothing()
    {
        open();
        ui::keyBindings().setPlan({KeySet::ModifiersOnly, {}});
        f().type("e#!s1dhr");
        QVERIFY(f().engine.actions.isEmpty());
        QVERIFY(f().composed.isEmpty());
        f().key(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(f().engine.actions.size(), 1);
    }

    void editor_conflictMustBeSolved()
    {
        open();
        f().window->perform(ActionId::EditKeys);
        auto *editor = f().find<ui::KeyEditor>("keyEditor");
        QVERIFY(editor);
        pick(*editor, QStringLiteral("Star"));
        auto *save = editor->findChild<QPushButton *>(QStringLiteral("saveKeysButton"));
        QVERIFY(!save->isEnabled());
        press(*editor, Qt::Key_E);
        QTRY_VERIFY_WITH_TIMEOUT(ui::conflictsOf(editor->plan()).size() == 1, 3000);
        QVERIFY(!save->isEnabled());
        auto *notice = editor->findChild<QWidget *>(QStringLiteral("keyNotice"));
        QVERIFY(notice->isVisible());
        keep(*editor, QStringLiteral("key-conflict"));
        auto *solve = notice->findChild<QPushButton *>();
        QVERIFY2(solve->text().contains(QStringLiteral("Done")), qPrintable(solve->text()));
        solve->click();
        QVERIFY(ui::conflictsOf(editor->plan()).isEmpty());
        QVERIFY(save->isEnabled());
        QVERIFY(f().engine.actions.isEmpty());
        QCOMPARE(ui::keyBindings().plan(), KeyPlan()); // nothing holds before
        save->click();
        QCOMPARE(ui::actionSpec(ActionId::Star).keys.first(), QStringLiteral("e"));
        QVERIFY(ui::actionSpec(ActionId::Archive).keys.isEmpty());
        const KeyPlan saved = ui::keyBindings().plan();
        ui::keyBindings().setPlan({});
        ui::keyBindings().load(*f().settings);
        QCOMPARE(ui::keyBindings().plan(), saved);
    }

    void editor_takesTabAndSequences_escapeLeavesIt()
    {
        open();
        f().window->perform(ActionId::EditKeys);
        auto *editor = f().find<ui::KeyEditor>("keyEditor");
        pick(*editor, QStringLiteral("Junk"));
        press(*editor, Qt::Key_Escape);
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->plan(), KeyPlan());
        press(*editor, Qt::Key_Y);
        QTest::keyClick(editor->focusWidget(), Qt::Key_Escape); // instead of a second key
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->plan(), KeyPlan());
        press(*editor, Qt::Key_Tab);
        QCOMPARE(ui::keysOf(editor->plan(), ActionId::Junk).first(), QStringLiteral("Tab"));
        press(*editor, Qt::Key_Y);
        QTest::keyClick(editor->focusWidget(), Qt::Key_J);
        QCOMPARE(ui::keysOf(editor->plan(), ActionId::Junk).first(), QStringLiteral("y j"));
        editor->findChild<QPushButton *>(QStringLiteral("resetKeysButton"))->click();
        QCOMPARE(editor->plan(), KeyPlan());
        editor->findChild<QPushButton *>(QStringLiteral("removeKeysButton"))->click();
        QVERIFY(ui::keysOf(editor->plan(), ActionId::Junk).isEmpty());
    }

    void hints_followTheKeys()
    {
        open();
        QTRY_VERIFY(f().window->list()->current().isValid());
        f().type("jk"); // by hand: what comes waits
        store::ConversationRow fresh = f().engine.rows.first();
        fresh.id = ConversationId(99);
        fresh.sortAt += 60'000;
        f().engine.rows.prepend(fresh);
        store::ChangeSet changes;
        changes.conversations.insert(fresh.id);
        Q_EMIT f().engine.changed(changes);
        auto *bar = f().find<QPushButton>("newBar");
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->text().endsWith(QLatin1Char('.')), qPrintable(bar->text()));
        auto *chip = f().find<QToolButton>("categoryChip");
        QTRY_VERIFY(chip->toolTip().contains(QStringLiteral("1 to 9")));
        KeyPlan plan;
        ui::setKeys(plan, ActionId::ShowNew, {QStringLiteral("y")});
        ui::setKeys(plan, ActionId::Category3, {QStringLiteral("F3")});
        ui::keyBindings().setPlan(plan);
        QVERIFY2(bar->text().endsWith(QLatin1Char('Y')), qPrintable(bar->text()));
        QVERIFY2(!chip->toolTip().contains(QStringLiteral("1 to 9")), qPrintable(chip->toolTip()));
        chip->click();
        QTRY_VERIFY(f().find<QMenu>("categoryMenu"));
        QStringList words;
        for (const QAction *action : f().find<QMenu>("categoryMenu")->actions())
            words += action->text();
        QVERIFY2(words.contains(QStringLiteral("Information request\tF3")), qPrintable(words.join(QLatin1Char('|'))));
        f().find<QMenu>("categoryMenu")->close();
    }

    void editor_setAndFile()
    {
        open();
        f().window->perform(ActionId::EditKeys);
        auto *editor = f().find<ui::KeyEditor>("keyEditor");
        auto *set = editor->findChild<QComboBox *>(QStringLiteral("keySetComboBox"));
        set->setCurrentIndex(int(KeySet::Outlook));
        Q_EMIT set->activated(int(KeySet::Outlook));
        QCOMPARE(editor->plan().set, KeySet::Outlook);
        keep(*editor, QStringLiteral("key-editor"));
        f().prompts.fileToSave = f().profile.filePath(QStringLiteral("keys.json"));
        editor->findChild<QPushButton *>(QStringLiteral("exportKeysButton"))->click();
        set->setCurrentIndex(0);
        Q_EMIT set->activated(0);
        QCOMPARE(editor->plan(), KeyPlan());
        f().prompts.filesToOpen = {f().prompts.fileToSave};
        editor->findChild<QPushButton *>(QStringLiteral("importKeysButton"))->click();
        QCOMPARE(editor->plan().set, KeySet::Outlook);
        QCOMPARE(set->currentIndex(), int(KeySet::Outlook));
    }

    void sheetAndSettings_leadToTheEditor()
    {
        open();
        f().type("?");
        QTRY_VERIFY(f().find("keysDialog"));
        f().find("keysDialog")->findChild<QPushButton *>(QStringLiteral("changeKeysButton"))->click();
        QVERIFY(f().find("keyEditor"));
        keep(*f().find("keysDialog"), QStringLiteral("key-sheet"));
    }

private:
    WindowFixture &f() { return *m_fixture; }
    void open()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_VERIFY(f().window->list()->isAncestorOf(f().window->focusWidget()));
    }
    static void pick(ui::KeyEditor &editor, const QString &words)
    {
        auto *table = editor.findChild<QTableView *>(QStringLiteral("keyTable"));
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == words)
                table->setCurrentIndex(table->model()->index(row, 0));
        }
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), words);
    }
    static void press(ui::KeyEditor &editor, Qt::Key key)
    {
        auto *add = editor.findChild<QPushButton *>(QStringLiteral("addKeyButton"));
        add->click();
        QTest::keyClick(add, key);
    }
    static void keep(QWidget &window, const QString &name)
    {
        const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!dir.isEmpty())
            QVERIFY(window.grab().save(QDir(dir).filePath(name + QStringLiteral(".png"))));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Keys)
#include "tst_Keys.moc"
