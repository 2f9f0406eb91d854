// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "accounts/FleetCsv.h"
#include "support/TestMain.h"
#include "ui/DeliveryWords.h"
#include "ui/Languages.h"
#include "ui/Phrases.h"
#include "ui/Preferences.h"
#include "ui/actions/ActionTable.h"
#include "ui/dialogs/When.h"

#include <QAbstractItemView>
#include <QImage>
#include <QTranslator>

#include <set>

using namespace inlet;
using namespace inlet::test;
using ui::Language;

namespace
{

/// Is asked last, so it sees what no translation knew.
class Untranslated : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        static const QStringList ours{QStringLiteral("Actions"), QStringLiteral("AnswerTarget"), QStringLiteral("DayCaptions"), QStringLiteral("Detection"), QStringLiteral("EmptyState"),
            QStringLiteral("Engine"), QStringLiteral("Errors"), QStringLiteral("Fleet"), QStringLiteral("KeyNames"), QStringLiteral("KeyUse"), QStringLiteral("LeadFacts"), QStringLiteral("Ledger"),
            QStringLiteral("Phrases"),
            QStringLiteral("Steps"), QStringLiteral("Store"), QStringLiteral("Templates"), QStringLiteral("When")};
        const QString where = QString::fromUtf8(context);
        if (where.startsWith(QLatin1String("inlet::")) || ours.contains(where))
            m_seen.insert(where + QStringLiteral(": ") + QString::fromUtf8(text));
        return {};
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QStringList seen() const { return {m_seen.cbegin(), m_seen.cend()}; }

private:
    mutable std::set<QString> m_seen;
};

} // namespace

/// Which language the window speaks, and that it then speaks it everywhere.
class tst_Languages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void closestLanguage_isTheFirstThatIsThere_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<int>("language");
        QTest::newRow("German of Austria") << QStringList{QStringLiteral("de-AT"), QStringLiteral("de")} << int(Language::German);
        QTest::newRow("the second wish") << QStringList{QStringLiteral("fr-FR"), QStringLiteral("de-DE"), QStringLiteral("en")} << int(Language::German);
        QTest::newRow("English before German") << QStringList{QStringLiteral("en-GB"), QStringLiteral("de")} << int(Language::English);
        QTest::newRow("none of them") << QStringList{QStringLiteral("ja-JP")} << int(Language::English);
        QTest::newRow("no wish") << QStringList() << int(Language::English);
        QTest::newRow("a word of ours") << QStringList{QStringLiteral("system")} << int(Language::English);
    }
    void closestLanguage_isTheFirstThatIsThere()
    {
        QFETCH(QStringList, wanted);
        QTEST(int(ui::closestLanguage(wanted)), "language");
    }

    void localeFor_goesWithTheTexts_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<QLocale>("system");
        QTest::addColumn<QString>("locale");
        QTest::newRow("same language") << int(Language::German) << QLocale(QLocale::German, QLocale::Austria) << QStringLiteral("de_AT");
        QTest::newRow("English in Germany") << int(Language::English) << QLocale(QLocale::German, QLocale::Germany) << QStringLiteral("en_DE");
        QTest::newRow("English where weeks begin on Monday") << int(Language::English) << QLocale(QLocale::French, QLocale::France) << QStringLiteral("en_GB");
        QTest::newRow("German in America") << int(Language::German) << QLocale(QLocale::English, QLocale::UnitedStates) << QStringLiteral("de_DE");
        QTest::newRow("C") << int(Language::English) << QLocale::c() << QStringLiteral("C");
    }
    void localeFor_goesWithTheTexts()
    {
        QFETCH(int, language);
        QFETCH(QLocale, system);
        QTEST(ui::localeFor(Language(language), system).name(), "locale");
    }

    void preference_isKept_andDamagedIsTheSystems()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        QCOMPARE(ui::readPreferences(settings).language, Language::System);
        ui::Preferences chosen;
        chosen.language = Language::German;
        ui::writePreferences(settings, chosen);
        QCOMPARE(ui::readPreferences(settings).language, Language::German);
        settings.setValue(QStringLiteral("look/language"), QStringLiteral("klingon"));
        QCOMPARE(ui::readPreferences(settings).language, Language::System);
    }

    /// Stored in English, with what servers said in it, which stays as they said it.
    void wordsOfCore_areTranslatedWhereTheyAreShown()
    {
        const QString given = QStringLiteral("Given up after two days. The server said: 451 try later");
        QCOMPARE(ui::phrases::ledgerNote(given), given);
        const ui::Translation german(Language::German);
        QCOMPARE(ui::phrases::ledgerNote(given), QStringLiteral("Nach zwei Tagen aufgegeben. Der Server sagte: 451 try later"));
        QCOMPARE(ui::phrases::ledgerNote(QStringLiteral("Not sent: mara@acme.test is on your do-not-contact list.")),
            QStringLiteral("Nicht gesendet: mara@acme.test steht auf Ihrer Sperrliste."));
        QCOMPARE(accounts::parseFleet({}).problem, QStringLiteral("Diese Liste ist leer."));
    }

    void translation_holdsWhileItLives()
    {
        const QLocale before;
        {
            const ui::Translation german(Language::German);
            QCOMPARE(ui::phrases::scope(store::Scope::Sent), QStringLiteral("Gesendet"));
            QCOMPARE(QLocale().language(), QLocale::German);
            QCOMPARE(QCoreApplication::translate("QDialogButtonBox", "Cancel"), QStringLiteral("Cancel")); // of another class of Qt
            QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        }
        QCOMPARE(ui::phrases::scope(store::Scope::Sent), QStringLiteral("Sent"));
        QCOMPARE(QLocale(), before);
        const ui::Translation system(Language::System, QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(ui::phrases::scope(store::Scope::Sent), QStringLiteral("Gesendet"));
    }

    void datesAndCounts_followTheLanguage()
    {
        const ui::Translation german(Language::German);
        const QDateTime at(QDate(2026, 11, 24), QTime(14, 5));
        QCOMPARE(ui::phrases::exactTime(at), QStringLiteral("Dienstag, 24. November 2026 um 14:05"));
        QCOMPARE(ui::phrases::shortDay(QDate(2026, 12, 4)), QStringLiteral("4. Dez."));
        QCOMPARE(ui::phrases::number(12'345), QStringLiteral("12.345"));
        QCOMPARE(ui::phrases::categoryCount(store::Category::MeetingRequest, 1), QStringLiteral("1 Termin"));
        QCOMPARE(ui::phrases::categoryCount(store::Category::MeetingRequest, 2), QStringLiteral("2 Termine"));
        QCOMPARE(ui::phrases::duration(3600), QStringLiteral("1 Stunde"));
        QCOMPARE(QLocale().firstDayOfWeek(), Qt::Monday);
        QCOMPARE(ui::keyText(QStringLiteral("Ctrl+Shift+Delete")), QStringLiteral("Strg+Umschalt+Entf"));
        QCOMPARE(ui::keyText(QStringLiteral("g i")), QStringLiteral("G, dann I"));
    }

    void typedTimes_areUnderstoodInBothLanguages_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDateTime>("means");
        const auto at = [](int month, int day, int hour, int minute) { return QDateTime(QDate(2026, month, day), QTime(hour, minute)); };
        // Wednesday, 25 November 2026, 14:20
        QTest::newRow("tomorrow") << QStringLiteral("Morgen") << at(11, 26, 9, 0);
        QTest::newRow("in English") << QStringLiteral("tomorrow 17:30") << at(11, 26, 17, 30);
        QTest::newRow("short weekday") << QStringLiteral("fr 14:00") << at(11, 27, 14, 0);
        QTest::newRow("next monday") << QStringLiteral("nächsten Montag um 8") << at(11, 30, 8, 0);
        QTest::newRow("weeks") << QStringLiteral("in 2 Wochen") << at(12, 9, 9, 0);
        QTest::newRow("days") << QStringLiteral("in 3 Tagen") << at(11, 28, 9, 0);
        QTest::newRow("next week") << QStringLiteral("nächste Woche") << at(11, 30, 9, 0);
        QTest::newRow("evening") << QStringLiteral("heute Abend") << at(11, 25, 20, 0);
        QTest::newRow("day and month") << QStringLiteral("12. Dez") << at(12, 12, 9, 0);
    }
    void typedTimes_areUnderstoodInBothLanguages()
    {
        QFETCH(QString, typed);
        QFETCH(QDateTime, means);
        const ui::Translation german(Language::German);
        QCOMPARE(ui::when::parse(typed, QDateTime(QDate(2026, 11, 25), QTime(14, 20))), means);
    }

    void window_inGerman_saysNothingInEnglish()
    {
        Untranslated untranslated;
        QCoreApplication::installTranslator(&untranslated);
        {
            const ui::Translation german(Language::German);
            WindowFixture f;
            fillDemo(f.engine, QDateTime::currentDateTimeUtc());
            f.open();
            QTRY_VERIFY(f.window->list()->current().isValid());
            using ui::ActionId;
            for (const ActionId action : {ActionId::Keys, ActionId::EditKeys, ActionId::Palette, ActionId::DoNotContactList, ActionId::BounceView,
                     ActionId::DecisionLog, ActionId::ImportLeads, ActionId::Preferences, ActionId::Snooze, ActionId::EditTemplates, ActionId::Label}) {
                f.window->perform(action);
                const auto shown = [&f]() -> QDialog * {
                    const QList<QDialog *> all = f.window->findChildren<QDialog *>();
                    const auto found = std::find_if(all.cbegin(), all.cend(), [](const QDialog *one) { return one->isVisible(); });
                    return found == all.cend() ? nullptr : *found;
                };
                QTRY_VERIFY(shown());
                shown()->close();
                QTRY_VERIFY(!shown());
            }
            // The sheet of keys holds single keys back until the focus has moved.
            QTRY_VERIFY(f.window->isActiveWindow());
            f.find("searchEdit")->setFocus();
            f.window->list()->setFocus();
            f.type("e");
            QTRY_VERIFY(f.find("toastLabel")->isVisible());
        }
        QCoreApplication::removeTranslator(&untranslated);
        QCOMPARE(untranslated.seen().join(QLatin1Char('\n')), QString());
    }

    /// What stands on the left in English stands on the right where one reads from there.
    void window_rightToLeft_isMirrored()
    {
        const Qt::LayoutDirection before = QGuiApplication::layoutDirection();
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QGuiApplication::setLayoutDirection(direction);
            WindowFixture f;
            fillDemo(f.engine, QDateTime::currentDateTimeUtc());
            f.open();
            QTRY_VERIFY(f.window->list()->current().isValid());
            const QWidget *rail = f.find("railPane");
            const QWidget *list = f.window->list();
            QVERIFY(rail && list);
            const int railAt = rail->mapTo(f.window.get(), QPoint(0, 0)).x();
            const int listAt = list->mapTo(f.window.get(), QPoint(0, 0)).x();
            QCOMPARE(railAt < listAt, direction == Qt::LeftToRight);
            // The bar of unread rows leads them; the frame of the current row is on both sides.
            const auto *view = f.find<QAbstractItemView>("conversationView");
            const auto bars = [view] {
                const QImage rows = view->viewport()->grab().toImage();
                const QRgb accent = ui::theme::color(ui::theme::Token::Accent).rgb();
                constexpr int kEdge = 16;
                QPair<int, int> found;
                for (int y = 0; y < rows.height(); ++y) {
                    for (int x = 0; x < kEdge; ++x) {
                        found.first += rows.pixel(x, y) == accent ? 1 : 0;
                        found.second += rows.pixel(rows.width() - 1 - x, y) == accent ? 1 : 0;
                    }
                }
                return found;
            };
            QTRY_VERIFY(bars().first != bars().second);
            QCOMPARE(bars().first > bars().second, direction == Qt::LeftToRight);
        }
        QGuiApplication::setLayoutDirection(before);
    }
};

INLET_TEST(tst_Languages)
#include "tst_Languages.moc"
