// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeEngine.h"
#include "support/TestMain.h"
#include "ui/panes/ProgressLine.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTest>

using namespace inlet;

class tst_ProgressLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsItself_andStops()
    {
        test::FakeEngine engine;
        QWidget window;
        ui::ProgressLine subject(engine, &window);
        window.show();
        QVERIFY(!subject.isVisible());
        Q_EMIT engine.bulkProgress({store::TriageVerb::Archive, false, 1500, 12400, true});
        QVERIFY(subject.isVisible());
        QVERIFY(subject.findChild<QLabel *>()->text().startsWith(QLatin1String("Changing: ")));
        QVERIFY(subject.accessibleName().contains(QLocale().toString(12400)));
        auto *stop = subject.findChild<QPushButton *>(QStringLiteral("stopProgressButton"));
        QTest::keyClick(stop, Qt::Key_Space);
        QCOMPARE(engine.bulkStops, 1);
        Q_EMIT engine.bulkProgress({store::TriageVerb::Archive, true, 12400, 12400, false});
        QVERIFY(!subject.isVisible());
    }
};

INLET_TEST(tst_ProgressLine)
#include "tst_ProgressLine.moc"
