// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeEngine.h"
#include "support/TestMain.h"
#include "ui/panes/ProgressLine.h"
#include "ui/panes/StatusLine.h"

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

    void statusLine_saysWhatIsLeft_andWhatIsPaused()
    {
        test::FakeEngine engine;
        for (const qint64 id : {1, 2}) {
            accounts::Account account;
            account.id = AccountId(id);
            engine.accountList.append(account);
            engine::MailboxStatus &status = engine.statuses[account.id];
            status.account = account.id;
            status.state = engine::MailboxState::CatchingUp;
            status.syncTotal = 1000;
            status.secondsLeft = 230;
        }
        ui::StatusLine subject(engine);
        const QString between = QStringLiteral("  ·  ");
        const QString number = QLocale().toString(2000);
        QVERIFY2(subject.text().startsWith(QStringLiteral("0 of 2 mailboxes live%1reading 0 of about %2%1about 4 min left%1").arg(between, number)),
            qPrintable(subject.text()));
        engine.statuses[AccountId(2)].state = engine::MailboxState::Waiting; // gets no further, and says why elsewhere
        subject.refresh();
        QVERIFY2(subject.text().contains(QStringLiteral("reading 0 of about %1").arg(number)), qPrintable(subject.text()));
        for (engine::MailboxStatus &status : engine.statuses)
            status.state = engine::MailboxState::Paused;
        subject.refresh();
        QVERIFY2(subject.text().startsWith(QStringLiteral("0 of 2 mailboxes live%1older mail paused in 2%1").arg(between)), qPrintable(subject.text()));
    }
};

INLET_TEST(tst_ProgressLine)
#include "tst_ProgressLine.moc"
