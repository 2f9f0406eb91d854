// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/TestMain.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/CommandPalette.h"
#include "ui/dialogs/DoNotContactDialog.h"
#include "ui/dialogs/When.h"
#include "ui/dialogs/WhenDialog.h"

#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

/// Times in words, and the small dialogs that decisions ask with.
class tst_When : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        setUpLook();
    }

    void words_areUnderstood_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDateTime>("means");
        const auto at = [](int month, int day, int hour, int minute, int year = 2026) {
            return QDateTime(QDate(year, month, day), QTime(hour, minute));
        };
        // Wednesday, 25 November 2026, 14:20
        QTest::newRow("tomorrow") << QStringLiteral("tomorrow") << at(11, 26, 9, 0);
        QTest::newRow("tom") << QStringLiteral(" TOM ") << at(11, 26, 9, 0);
        QTest::newRow("tomorrow at") << QStringLiteral("tomorrow 17:30") << at(11, 26, 17, 30);
        QTest::newRow("friday pm") << QStringLiteral("fri 2pm") << at(11, 27, 14, 0);
        QTest::newRow("same weekday") << QStringLiteral("wednesday") << at(12, 2, 9, 0);
        QTest::newRow("next monday") << QStringLiteral("next monday at 8") << at(11, 30, 8, 0);
        QTest::newRow("days") << QStringLiteral("3d") << at(11, 28, 9, 0);
        QTest::newRow("weeks") << QStringLiteral("in 2 weeks") << at(12, 9, 9, 0);
        QTest::newRow("hours") << QStringLiteral("2h") << at(11, 25, 16, 20);
        QTest::newRow("a month") << QStringLiteral("in a month") << at(12, 25, 9, 0);
        QTest::newRow("next month") << QStringLiteral("next month") << at(12, 1, 9, 0);
        QTest::newRow("day month") << QStringLiteral("12 dec") << at(12, 12, 9, 0);
        QTest::newRow("month day") << QStringLiteral("Dec 12, 2027") << at(12, 12, 9, 0, 2027);
        QTest::newRow("past day is next year") << QStringLiteral("3 march") << at(3, 3, 9, 0, 2027);
        QTest::newRow("dots") << QStringLiteral("1.12.") << at(12, 1, 9, 0);
        QTest::newRow("iso") << QStringLiteral("2026-12-24 18:00") << at(12, 24, 18, 0);
        QTest::newRow("time today") << QStringLiteral("17:15") << at(11, 25, 17, 15);
        QTest::newRow("time past is tomorrow") << QStringLiteral("9:15") << at(11, 26, 9, 15);
        QTest::newRow("tonight") << QStringLiteral("tonight") << at(11, 25, 20, 0);
        for (const char *nonsense : {"", "soon", "2020-01-01", "today", "32 dec", "25:00", "13pm", "99999999999d", "in 9999 months",
                 "1.13.", "fri fri", "2099-01-01", "\u202e3d"})
            QTest::newRow(qPrintable(QStringLiteral("not: %1").arg(QString::fromUtf8(nonsense)))) << QString::fromUtf8(nonsense) << QDateTime();
        QTest::newRow("huge") << QString(100'000, QLatin1Char('3')) << QDateTime();
    }

    void words_areUnderstood()
    {
        QFETCH(QString, typed);
        QTEST(when::parse(typed, now()), "means");
    }

    void choices_areAheadAndInOrder()
    {
        for (int hour = 0; hour < 24 * 14; ++hour) {
            const QDateTime at = now().addSecs(3600LL * hour);
            QStringList words;
            for (const when::Choice &choice : when::choices(at, {})) {
                QVERIFY2(choice.at > at, qPrintable(choice.words));
                QVERIFY2(!words.contains(choice.words), qPrintable(choice.words));
                words.append(choice.words);
            }
            QVERIFY(words.contains(QStringLiteral("Tomorrow")));
        }
        QCOMPARE(when::choices(now(), QDate(2026, 12, 7)).first().at, QDateTime(QDate(2026, 12, 7), QTime(9, 0)));
        for (const int weekend : {5, 6}) // nobody is back on a Saturday
            QCOMPARE(when::choices(now(), QDate(2026, 12, weekend)).first().at, QDateTime(QDate(2026, 12, 7), QTime(9, 0)));
        QCOMPARE(when::choices(now(), QDate(2020, 1, 1)).first().words, QStringLiteral("Later today"));
    }

    /// "Not now" means weeks, and nobody wants to be asked on a Sunday.
    void choices_weeksAhead_areWorkingDays()
    {
        for (int day = 0; day < 366; ++day) {
            const QDateTime at = now().addDays(day);
            const QList<when::Choice> weeks = when::choices(at, {}, when::Horizon::Weeks);
            QCOMPARE(weeks.size(), 5);
            for (const when::Choice &choice : weeks)
                QVERIFY2(choice.at.date().dayOfWeek() < Qt::Saturday, qPrintable(choice.words));
            QVERIFY(std::is_sorted(weeks.cbegin(), weeks.cend(), [](const when::Choice &a, const when::Choice &b) { return a.at < b.at; }));
            const QList<when::Choice> days = when::choices(at, {});
            QCOMPARE(days.last().words, QStringLiteral("In three months"));
            QVERIFY2(days.last().at.date().dayOfWeek() < Qt::Saturday, qPrintable(at.toString()));
        }
        const QDateTime endOfMonth(QDate(2026, 11, 30), QTime(10, 0));
        for (const when::Choice &choice : when::choices(endOfMonth, {}))
            QVERIFY2(choice.words == QStringLiteral("Tomorrow") || choice.at.date() != QDate(2026, 12, 1), qPrintable(choice.words));
    }

    void dialog_typedThenEnter_takesIt()
    {
        WhenDialog subject({QStringLiteral("Snooze until"), QStringLiteral("Mara leaves the list."), QStringLiteral("Wake it now"), {}}, &tst_When::now, nullptr);
        QSignalSpy chosen(&subject, &WhenDialog::chosen);
        QSignalSpy back(&subject, &WhenDialog::takenBack);
        subject.show();
        auto *edit = find<QLineEdit>(&subject, "whenEdit");
        QTest::keyClicks(edit, QStringLiteral("fri 14:00"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toDateTime().toLocalTime(), QDateTime(QDate(2026, 11, 27), QTime(14, 0)));
        QCOMPARE(back.size(), 0);
        QVERIFY(!subject.isVisible());
    }

    void dialog_arrowsChoose_nonsenseDoesNothing()
    {
        WhenDialog subject({QStringLiteral("Snooze until"), QStringLiteral("x"), QStringLiteral("Wake it now"), {}}, &tst_When::now, nullptr);
        QSignalSpy chosen(&subject, &WhenDialog::chosen);
        QSignalSpy back(&subject, &WhenDialog::takenBack);
        subject.show();
        auto *edit = find<QLineEdit>(&subject, "whenEdit");
        QTest::keyClicks(edit, QStringLiteral("whenever"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(subject.isVisible());
        QVERIFY(find<QLabel>(&subject, "whenHelp")->text().contains(QStringLiteral("no time to come")));
        edit->clear();
        QTest::keyClick(edit, Qt::Key_Up);
        auto *list = find<ChoiceList>(&subject, "whenList");
        for (int at = 0; at < list->count(); ++at)
            QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(back.size(), 1);
        QCOMPARE(chosen.size(), 0);
    }

    void dialog_thatStoodOpen_takesNothingPast()
    {
        QDateTime clock = now();
        WhenDialog subject({QStringLiteral("Snooze until"), QStringLiteral("x"), {}, {}}, [&clock] { return clock; }, nullptr);
        const QSignalSpy chosen(&subject, &WhenDialog::chosen);
        subject.show();
        auto *edit = find<QLineEdit>(&subject, "whenEdit");
        auto *list = find<ChoiceList>(&subject, "whenList");
        QCOMPARE(list->currentItem()->text(), QStringLiteral("Later today"));
        clock = QDateTime(QDate(2026, 11, 26), QTime(10, 0));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(subject.isVisible());
        QVERIFY(chosen.isEmpty());
        // What it offers now is of today, and "tomorrow" is the day after.
        QTest::keyClicks(edit, QStringLiteral("tomorrow"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toDateTime().toLocalTime().date(), QDate(2026, 11, 27));
    }

    void doNotContact_freeMail_neverOffersTheDomain()
    {
        for (const char *address : {"jo@gmail.com", "jo@hotmail.fr", "jo@yahoo.co.uk", "jo@live.com.au", "jo@web.de"}) {
            DoNotContactDialog subject({QString::fromLatin1(address)}, 0, nullptr);
            subject.show();
            QVERIFY2(!find<QRadioButton>(&subject, "wholeDomainRadio")->isVisible(), address);
        }
        QCOMPARE(sharedCompany({QStringLiteral("a@acme.test"), QStringLiteral("b@ACME.test")}), QStringLiteral("acme.test"));
        QCOMPARE(sharedCompany({QStringLiteral("a@acme.test"), QStringLiteral("b@other.test")}), QString());
    }

    void palette_lettersInOrder_bestFirst()
    {
        QVERIFY(fitness(QStringLiteral("Snooze"), QStringLiteral("snz")) > 0);
        QCOMPARE(fitness(QStringLiteral("Snooze"), QStringLiteral("  ")), fitness(QStringLiteral("All"), QString())); // as in the table
        QCOMPARE(fitness(QStringLiteral("Snooze"), QStringLiteral("zs")), -1);
        QVERIFY(fitness(QStringLiteral("Mark as read"), QStringLiteral("mr")) > fitness(QStringLiteral("Murmur"), QStringLiteral("mr")));
        QVERIFY(fitness(QStringLiteral("Go to Snoozed"), QStringLiteral("snoozed")) > fitness(QStringLiteral("Snooze"), QStringLiteral("snoozed")));
        QVERIFY(fitness(QStringLiteral("Reply"), QStringLiteral("rep")) > fitness(QStringLiteral("Reply to all"), QStringLiteral("rep")));
        QVERIFY(fitness(QStringLiteral("Forward"), QStringLiteral("for")) > fitness(QStringLiteral("Wrong category: fix for all"), QStringLiteral("for")));
    }

private:
    static QDateTime now() { return QDateTime(QDate(2026, 11, 25), QTime(14, 20)); }
};

INLET_TEST(tst_When)
#include "tst_When.moc"
