// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "triage/ReturnDate_p.h"

#include <QTest>

using namespace inlet::triage;

class tst_ReturnDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void find_plainlyStated_isFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("date");
        const auto row = [](const char *text, const char *date) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(date);
        };
        row("I am away until 12 August", "2026-08-12");
        row("I am away until August 12th, 2026.", "2026-08-12");
        row("back on Monday, 9 March 2026", "2026-03-09");
        row("I will be back in the office on the 9th of March", "2026-03-09");
        row("I will return on 2026-03-09", "2026-03-09");
        row("out of office 5 March - 9 March 2026", "2026-03-09");
        row("from 03/03/2026 until 16/03/2026", "2026-03-16");
        row("until 03/16/2026", "2026-03-16");
        row("until 05/03/2026", ""); // 5 March or 3 May
        row("I'm back on Monday", "2026-03-09");
        row("bis zum 14.03.", "2026-03-14");
        row("bis einschließlich 14. März 2026", "2026-03-14");
        row("Ab dem 16. März bin ich wieder da", "2026-03-16");
        row("Am 16.3. bin ich wieder im Büro", "2026-03-16");
        row("jusqu'au 15 mars inclus", "2026-03-15");
        row("de retour le lundi 16 mars", "2026-03-16");
        row("hasta el 16 de marzo de 2026", "2026-03-16");
        row("fino al 17 marzo", "2026-03-17");
        row("tot en met 18 maart", "2026-03-18");
        row("até 19 de março", "2026-03-19");
        row("do 20 marca", "2026-03-20");
        row("till och med 21 mars", "2026-03-21");
        row("līdz 22. martam", "2026-03-22");
        row("до 23 марта включительно", "2026-03-23");
        row("до 23.03.2026", "2026-03-23");
        row("3月24日まで不在です", "2026-03-24");
        row("我将于3月24日返回", "2026-03-24");
        row("I am away until 5 January", "2027-01-05");
        row("I am away this week", "");
        row("call me at 12.30 or 555-12-34", "");
        row("our offer of 12 March 2026", "");
        row("until further notice", "");
        row("until 12 August 2019", "");
        row("until 31 February", "");
    }

    void find_plainlyStated_isFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, date);
        QCOMPARE(findReturnDate(text, QDate(2026, 3, 3)).toString(Qt::ISODate), date);
    }

    void find_withoutDateOfTheMessage_isNothing()
    {
        QVERIFY(!findReturnDate(QStringLiteral("until 12 August"), {}).isValid());
    }
};

INLET_TEST(tst_ReturnDate)
#include "tst_ReturnDate.moc"
