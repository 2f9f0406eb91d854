// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "ui/Preferences.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet;
using store::Category;
using ui::Preferences;
using ui::QuietHours;

/// What the user chose is read back as it was written, and what is damaged gives the defaults.
class tst_Preferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    }

    void whatIsWritten_isReadBack_fromTheFile()
    {
        Preferences chosen;
        chosen.rows = {.density = ui::Density::ThreeLines, .fields = {ui::RowField::Company, ui::RowField::Preview}};
        chosen.readAfterMs = Preferences::kByHand;
        chosen.undoSeconds = 30;
        chosen.onClose = Preferences::OnClose::Stay;
        chosen.notifyCategories = {Category::Interested, Category::Unsorted};
        chosen.silentMailboxes = {AccountId(3), AccountId(70)};
        chosen.notifyHealth = false;
        chosen.hideText = true;
        chosen.quietHours = {.on = true, .from = QTime(18, 5), .to = QTime(6, 0), .weekdays = 0x1f};
        chosen.trayCount = Preferences::TrayCount::Unread;
        chosen.spoken = {ui::accessible::Spoken::Result};
        chosen.rowParts = {ui::RowPart::Person, ui::RowPart::Time};
        chosen.noticeSeconds = Preferences::kUntilDismissed;
        ui::writePreferences(*m_settings, chosen);
        QCOMPARE(ui::readPreferences(*m_settings), chosen);
        QCOMPARE(ui::readPreferences(fromFile()), chosen);
        chosen.notifyCategories.clear(); // none is a choice too
        chosen.silentMailboxes.clear();
        chosen.spoken.clear();
        ui::writePreferences(*m_settings, chosen);
        QCOMPARE(ui::readPreferences(fromFile()), chosen);
    }

    void nothingThere_givesTheDefaults()
    {
        QCOMPARE(ui::readPreferences(*m_settings), Preferences());
        QCOMPARE(Preferences().notifyCategories, (QSet<Category>{Category::Interested, Category::MeetingRequest, Category::InformationRequest}));
        QVERIFY(!Preferences().quietHours.on);
    }

    void nonsense_givesTheDefaults_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char *key, const QVariant &value) { QTest::addRow("%s = %s", key, qPrintable(value.toString())) << QString::fromLatin1(key) << value; };
        row("look/compact", QStringLiteral("perhaps"));
        row("reading/markAfterMs", -7);
        row("writing/undoSeconds", QStringLiteral("many"));
        row("writing/undoSeconds", 100000);
        row("window/onClose", 3);
        row("notify/mail", 77);
        row("notify/categories", QStringLiteral("1,x"));
        row("notify/categories", QStringLiteral("1,4711000")); // no number of a category
        row("notify/silentMailboxes", QStringLiteral("-4"));
        row("notify/silentMailboxes", QStringLiteral("99999999999999999999999"));
        row("notify/health", QStringLiteral("x"));
        row("notify/quiet", 17);
        row("notify/quietFrom", QStringLiteral("25:00"));
        row("notify/quietTo", QStringLiteral("noon"));
        row("notify/quietDays", 128);
        row("notify/trayCount", -1);
        row("speech/kinds", QStringLiteral("0,9"));
        row("speech/row", QStringLiteral("person,what"));
        row("speech/row", QStringLiteral("person,person"));
        row("speech/row", QString());
        row("speech/noticeSeconds", -5);
    }
    void nonsense_givesTheDefaults()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        m_settings->setValue(key, value);
        QCOMPARE(ui::readPreferences(*m_settings), Preferences());
        QCOMPARE(ui::readPreferences(fromFile()), Preferences());
    }

    /// Before each category could be chosen.
    void olderChoice_isTakenOver()
    {
        m_settings->setValue(QStringLiteral("notify/mail"), 0);
        QVERIFY(ui::readPreferences(*m_settings).notifyCategories.isEmpty());
        m_settings->setValue(QStringLiteral("notify/mail"), 2);
        const QSet<Category> every = ui::readPreferences(*m_settings).notifyCategories;
        QVERIFY(every.contains(Category::Unsorted) && every.contains(Category::NotInterested));
        QVERIFY(!every.contains(Category::Bounce) && !every.contains(Category::OutOfOffice));
        Preferences chosen = ui::readPreferences(*m_settings);
        chosen.notifyCategories = {Category::NotNow};
        ui::writePreferences(*m_settings, chosen);
        QCOMPARE(ui::readPreferences(*m_settings).notifyCategories, QSet<Category>{Category::NotNow});
    }

    void quietHours_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::addColumn<int>("days");
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<bool>("quiet");
        // 23 November 2026 is a Monday.
        const auto at = [](int day, int hour, int minute = 0) { return QDateTime(QDate(2026, 11, day), QTime(hour, minute)); };
        const int every = QuietHours::kEveryDay;
        const int monday = 1;
        const auto row = [](const char *name, int from, int to, int days, const QDateTime &time, bool quiet) {
            QTest::newRow(name) << QTime(from, 0) << QTime(to, 0) << days << time << quiet;
        };
        row("begins on the minute", 19, 7, every, at(23, 19), true);
        row("a minute before", 19, 7, every, at(23, 18, 59), false);
        row("after midnight", 19, 7, every, at(24, 3), true);
        row("ends on the minute", 19, 7, every, at(24, 7), false);
        row("within a day", 12, 13, every, at(23, 12, 30), true);
        row("within a day, after", 12, 13, every, at(23, 13), false);
        row("the day it begins counts", 19, 7, monday, at(24, 3), true);
        row("the day before was no such day", 19, 7, monday, at(23, 3), false);
        row("the next evening is another day", 19, 7, monday, at(24, 20), false);
        row("equal: the whole day", 8, 8, monday, at(24, 7, 59), true);
        row("equal: and not longer", 8, 8, monday, at(24, 8), false);
        row("no day", 19, 7, 0, at(23, 20), false);
        row("Sunday is the last one", 19, 7, 1 << 6, at(29, 20), true);
    }
    void quietHours()
    {
        QFETCH(QTime, from);
        QFETCH(QTime, to);
        QFETCH(int, days);
        QFETCH(QDateTime, at);
        QFETCH(bool, quiet);
        QuietHours subject{.on = true, .from = from, .to = to, .weekdays = days};
        QCOMPARE(subject.contains(at), quiet);
        subject.on = false;
        QVERIFY(!subject.contains(at));
    }

private:
    [[nodiscard]] const QSettings &fromFile()
    {
        m_settings->sync();
        m_again = std::make_unique<QSettings>(m_settings->fileName(), QSettings::IniFormat);
        return *m_again;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QSettings> m_again;
};

INLET_TEST(tst_Preferences)
#include "tst_Preferences.moc"
