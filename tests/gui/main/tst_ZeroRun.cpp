// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/panes/RunBar.h"

#include <QDir>
#include <QLabel>

using namespace inlet;
using namespace inlet::test;

/// A zero-inbox run.
class tst_ZeroRun : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void run_countsWhatLeaves_andEndsInOrder();
    void run_looksRight_data();
    void run_looksRight();
};

void tst_ZeroRun::run_countsWhatLeaves_andEndsInOrder()
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

void tst_ZeroRun::run_looksRight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("run-light") << QSize(1440, 900) << false;
    QTest::newRow("run-dark") << QSize(1440, 900) << true;
    QTest::newRow("run-least") << QSize(1024, 640) << false;
    QTest::newRow("run-turns") << QSize(680, 760) << true;
}

void tst_ZeroRun::run_looksRight()
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

INLET_TEST(tst_ZeroRun)
#include "tst_ZeroRun.moc"
