// SPDX-License-Identifier: GPL-3.0-or-later
// The first minutes of somebody new: one key after the other, ticked off when it was pressed.
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/GuidedRun.h"
#include "ui/dialogs/ComposerWindow.h"
#include "ui/panes/GuideBar.h"

#include <QDir>
#include <QPushButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using ui::ActionId;
using ui::GuidedRun;
using Step = GuidedRun::Step;

class tst_GuidedRun : public QObject, DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void ownMailboxes_offerNothing_butTheActionStartsIt()
    {
        QVERIFY(!bar()->isVisible());
        f().window->perform(ActionId::GuidedRun);
        QVERIFY(bar()->isVisible());
        QVERIFY2(bar()->text().contains(QStringLiteral("J")), qPrintable(bar()->text()));
    }

    void sandbox_offersIt_untilItIsClosedForGood()
    {
        openSandbox();
        QVERIFY(bar()->isVisible());
        QVERIFY(!bar()->isAncestorOf(f().window->focusWidget())); // the keys stay at the list
        reopen(); // nobody has answered
        QVERIFY(bar()->isVisible());
        QTest::mouseClick(f().find<QToolButton>("closeGuideButton"), Qt::LeftButton);
        QVERIFY(!bar()->isVisible());
        reopen();
        QVERIFY(!bar()->isVisible());
    }

    void keys_areTickedOff_inAnyOrder_theMouseTicksNothing()
    {
        openSandbox();
        f().find<QPushButton>("guideButton")->setFocus();
        f().key(Qt::Key_Space);
        QCOMPARE(run()->step(), Step::Next);
        f().window->list()->setFocus();
        f().window->perform(ActionId::NextRow); // as a button does
        QCOMPARE(run()->step(), Step::Next);
        f().type("e"); // before its turn
        QVERIFY(run()->isDone(Step::Done));
        QCOMPARE(run()->step(), Step::Next);
        f().type("j");
        QCOMPARE(run()->step(), Step::Sort);
        const QString told = bar()->accessibleName();
        f().type("1");
        QCOMPARE(run()->step(), Step::Reply);
        QVERIFY(bar()->accessibleName() != told); // what screen readers are told
        f().type("r");
        QCOMPARE(run()->step(), Step::Template);
        reopen(); // it goes on where it was
        QCOMPARE(run()->step(), Step::Template);
        QVERIFY(run()->isDone(Step::Done));
        f().find<QPushButton>("guideButton")->click(); // skipped: no tick
        QCOMPARE(run()->step(), Step::Send);
        QVERIFY(!run()->isDone(Step::Template));
    }

    void send_countsWhereItsKeyWasPressedInAComposer()
    {
        startRun();
        ui::ComposerWindow composer(f().engine, f().prompts, {}, {});
        composer.show();
        QVERIFY(QTest::qWaitForWindowActive(&composer));
        store::LedgerRow older;
        older.createdAt = QDateTime::currentDateTimeUtc().addSecs(-1);
        Q_EMIT f().engine.ledgerChanged(older);
        QVERIFY(!run()->isDone(Step::Send)); // with the mouse, or another mail
        QTest::keyClick(composer.focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!run()->isDone(Step::Send)); // nothing has left yet
        Q_EMIT f().engine.ledgerChanged(older);
        QVERIFY(!run()->isDone(Step::Send)); // that is another mail, and this one may wait for an answer
        store::LedgerRow sent;
        sent.createdAt = QDateTime::currentDateTimeUtc();
        Q_EMIT f().engine.ledgerChanged(sent);
        QVERIFY(run()->isDone(Step::Send));
    }

    /// Enter again and again on "Skip" stops where there is nothing to skip.
    void skipByKey_toTheEnd_theKeysAreInTheList()
    {
        startRun();
        auto *button = f().find<QPushButton>("guideButton");
        while (run()->stage() == GuidedRun::Stage::Running) {
            button->setFocus();
            f().key(Qt::Key_Return);
        }
        QVERIFY(f().window->list()->isAncestorOf(f().window->focusWidget()));
        f().key(Qt::Key_Return);
        QCOMPARE(f().connects, 0);
        f().find("closeGuideButton")->setFocus();
        f().key(Qt::Key_Return);
        QCOMPARE(run()->stage(), GuidedRun::Stage::Off);
        QVERIFY(f().window->list()->isAncestorOf(f().window->focusWidget()));
    }

    void end_leadsToTheFirstMailbox_inTheSandboxToTheOwnWindow()
    {
        startRun();
        while (run()->stage() == GuidedRun::Stage::Running)
            run()->skip();
        QVERIFY(bar()->isVisible());
        f().find<QPushButton>("guideButton")->click();
        QCOMPARE(f().connects, 1);
        openSandbox();
        startRun();
        while (run()->stage() == GuidedRun::Stage::Running)
            run()->skip();
        QVERIFY(bar()->isVisible());
        QVERIFY(!f().find<QPushButton>("guideButton")->isVisible()); // a mailbox connected there would go with it
    }

    void looksRight_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << QSize(1440, 900) << false;
        QTest::newRow("dark") << QSize(1440, 900) << true;
        QTest::newRow("least") << QSize(1024, 640) << false;
        QTest::newRow("narrow") << QSize(640, 640) << true;
    }
    void looksRight()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        openSandbox();
        f().theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
        f().window->resize(size);
        keep("offer");
        startRun();
        f().type("j");
        f().type("1");
        keep("step");
        const auto *button = f().find<QPushButton>("guideButton");
        QVERIFY(button->width() >= button->sizeHint().width());
        QVERIFY(bar()->rect().contains(button->geometry()));
        QCOMPARE(f().find("guideKeys")->isVisible(), size.width() > 1000);
        while (run()->stage() == GuidedRun::Stage::Running)
            run()->skip();
        keep("end");
        f().theme->setMode(ui::theme::Mode::Light);
    }

private:
    [[nodiscard]] ui::GuideBar *bar() const { return f().find<ui::GuideBar>("guideBar"); }
    [[nodiscard]] GuidedRun *run() const { return f().window->findChild<GuidedRun *>(); }
    void openSandbox() const
    {
        f().isSandbox = true;
        reopen();
    }
    void reopen() const
    {
        f().window.reset();
        f().open();
        QTRY_VERIFY(current().isValid());
    }
    void startRun() const
    {
        f().window->perform(ActionId::GuidedRun);
        QCOMPARE(run()->stage(), GuidedRun::Stage::Running);
    }
    /// For looking at: INLET_SCREENSHOTS=DIR.
    void keep(const char *name) const
    {
        QCoreApplication::processEvents();
        if (const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS"); !dir.isEmpty())
            QVERIFY(f().window->grab().save(QDir(dir).filePath(QStringLiteral("guide-%1-%2.png").arg(QLatin1String(name), QLatin1String(QTest::currentDataTag())))));
    }
};

INLET_TEST(tst_GuidedRun)
#include "tst_GuidedRun.moc"
