// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/Resources.h"
#include "store/values/OwnCategory.h"
#include "support/TestMain.h"
#include "ui/Theme.h"
#include "ui/ThemeController.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet::ui;
using inlet::ui::theme::Token;

/// The desktop as the portal tells of it.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QHash<QString, QVariant> values; ///< by key; what is not here is refused

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &key, const QDBusMessage &message)
    {
        if (values.contains(key))
            return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(key))));
        message.setDelayedReply(true);
        QDBusConnection(QStringLiteral("portal")).send(message.createErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"), QStringLiteral("no such key")));
        return {};
    }
};

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { inlet::initResources(); }
    void cleanup()
    {
        theme::setSystemAccent({});
        theme::setSystemPrefersContrast(false);
    }

    void text_onEveryBackground_isReadable_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("contrast");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << int(theme::Mode::Light) << int(theme::Contrast::Normal) << 4.5;
        QTest::newRow("dark") << int(theme::Mode::Dark) << int(theme::Contrast::Normal) << 4.5;
        QTest::newRow("light, high contrast") << int(theme::Mode::Light) << int(theme::Contrast::High) << 7.0;
        QTest::newRow("dark, high contrast") << int(theme::Mode::Dark) << int(theme::Contrast::High) << 7.0;
    }

    void text_onEveryBackground_isReadable()
    {
        QFETCH(int, mode);
        QFETCH(int, contrast);
        QFETCH(double, least);
        theme::apply(*qApp, theme::Mode(mode), theme::Contrast(contrast));
        QCOMPARE(theme::leastContrast(), least);
        for (const Token background :
            {Token::Window, Token::List, Token::Surface, Token::Raised, Token::Selected}) {
            for (const Token text : {Token::Text, Token::Secondary, Token::Accent, Token::Danger,
                     Token::Warning, Token::Success}) {
                const double ratio = theme::contrast(theme::color(text), theme::color(background));
                QVERIFY2(ratio >= least, qPrintable(QStringLiteral("token %1 on %2: %3")
                        .arg(int(text)).arg(int(background)).arg(ratio)));
            }
        }
        QVERIFY(theme::contrast(theme::color(Token::AccentText), theme::color(Token::Accent)) >= least);
        for (int category = 0; category <= inlet::store::OwnCategory::kColours; ++category) {
            const theme::ChipColors chip = theme::chip(category);
            QVERIFY2(theme::contrast(chip.background, chip.text) >= least, qPrintable(QString::number(category)));
        }
        for (const QString &colour : theme::mailboxColours()) {
            const theme::ChipColors dot = theme::mailboxDot(colour);
            QVERIFY2(theme::contrast(dot.background, dot.text) >= least, qPrintable(colour));
        }
    }

    /// A colour of the text in the style sheet would make a placeholder of it that is half seen through.
    void placeholder_isReadable_data() { text_onEveryBackground_isReadable_data(); }
    void placeholder_isReadable()
    {
        QFETCH(int, mode);
        QFETCH(int, contrast);
        QFETCH(double, least);
        theme::apply(*qApp, theme::Mode(mode), theme::Contrast(contrast));
        QCOMPARE(theme::leastContrast(), least);
        QLineEdit line;
        QPlainTextEdit text;
        text.setProperty("look", QStringLiteral("field"));
        for (QWidget *field : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&text)}) {
            field->ensurePolished();
            const QColor placeholder = field->palette().color(QPalette::PlaceholderText);
            QCOMPARE(placeholder.alpha(), 255);
            QVERIFY(theme::contrast(placeholder, theme::color(Token::Surface)) >= least);
            QCOMPARE(field->palette().color(QPalette::Text), theme::color(Token::Text));
        }
    }

    void systemAccent_thatCannotBeRead_isCorrected()
    {
        theme::apply(*qApp, theme::Mode::Light);
        theme::setSystemAccent(QColor(0xff, 0xee, 0x55));
        QVERIFY(theme::contrast(theme::color(Token::Accent), theme::color(Token::Surface)) >= 4.5);
        QVERIFY(theme::contrast(theme::color(Token::AccentText), theme::color(Token::Accent)) >= 4.5);
    }

    /// Borders of fields, lines between panes and the ring of the focus are seen, also beside a chosen row.
    void highContrast_bordersAreStrong()
    {
        for (const theme::Mode mode : {theme::Mode::Light, theme::Mode::Dark}) {
            theme::apply(*qApp, mode, theme::Contrast::High);
            for (const Token background : {Token::Window, Token::List, Token::Surface, Token::Raised}) {
                for (const Token line : {Token::Field, Token::Hairline, Token::Focus, Token::Faint})
                    QVERIFY(theme::contrast(theme::color(line), theme::color(background)) >= 4.5);
            }
            QVERIFY(theme::contrast(theme::color(Token::Focus), theme::color(Token::Selected)) >= 3);
            for (const QString &colour : theme::mailboxColours())
                QVERIFY2(theme::contrast(theme::mailboxDot(colour).background, theme::color(Token::List)) >= 4.5, qPrintable(colour));
        }
    }

    void systemContrast_isFollowed_unlessOneChose()
    {
        theme::setSystemPrefersContrast(true);
        theme::apply(*qApp, theme::Mode::Light, theme::Contrast::System);
        QVERIFY(theme::isHighContrast());
        theme::apply(*qApp, theme::Mode::Light, theme::Contrast::Normal);
        QVERIFY(!theme::isHighContrast());
        theme::setSystemPrefersContrast(false);
        theme::apply(*qApp, theme::Mode::Light, theme::Contrast::System);
        QVERIFY(!theme::isHighContrast());
    }

    /// As the portal tells: by its own key, by GNOME's, by the name of the GTK theme; kept for the next start.
    void desktop_asksForContrast_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("high");
        QTest::addColumn<QVariant>("normal");
        QTest::newRow("portal") << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("contrast") << QVariant(1U) << QVariant(0U);
        QTest::newRow("gnome") << QStringLiteral("org.gnome.desktop.a11y.interface") << QStringLiteral("high-contrast") << QVariant(true) << QVariant(false);
        QTest::newRow("gtk") << QStringLiteral("org.gnome.desktop.interface") << QStringLiteral("gtk-theme") << QVariant(QStringLiteral("HighContrastInverse"))
                             << QVariant(QStringLiteral("Adwaita"));
    }
    void desktop_asksForContrast()
    {
        QFETCH(QString, group);
        QFETCH(QString, key);
        QFETCH(QVariant, high);
        QFETCH(QVariant, normal);
        QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        const auto tell = [&](ThemeController &controller, const QString &which, const QVariant &value) {
            QVERIFY(QMetaObject::invokeMethod(&controller, "onSettingChanged", Q_ARG(QString, group), Q_ARG(QString, which), Q_ARG(QDBusVariant, QDBusVariant(value))));
        };
        {
            ThemeController subject(*qApp, settings);
            QSignalSpy looks(&subject, &ThemeController::lookChanged);
            tell(subject, key, high);
            QVERIFY(theme::isHighContrast());
            QCOMPARE(looks.size(), 1);
            tell(subject, QStringLiteral("other"), normal);
            QVERIFY(theme::isHighContrast());
        }
        theme::setSystemPrefersContrast(false);
        ThemeController next(*qApp, settings);
        QVERIFY(theme::isHighContrast()); // before the portal has answered
        next.setContrast(theme::Contrast::Normal);
        QVERIFY(!theme::isHighContrast());
        next.setContrast(theme::Contrast::System);
        tell(next, key, high);
        tell(next, key, normal);
        QTRY_VERIFY(!theme::isHighContrast()); // nobody is left who could ask for it
    }

    /// One key of several says yes: not at some moment before it does is the look another one.
    void atTheStart_nothingFlashes_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::addColumn<QVariant>("contrast");
        QTest::addColumn<QVariant>("gtkTheme");
        QTest::addColumn<bool>("high");
        QTest::addColumn<int>("restyles");
        QTest::newRow("still high") << true << QVariant(0U) << QVariant(QStringLiteral("HighContrast")) << true << 0;
        QTest::newRow("still normal") << false << QVariant(0U) << QVariant(QStringLiteral("Adwaita")) << false << 0;
        QTest::newRow("switched on") << false << QVariant(1U) << QVariant(QStringLiteral("HighContrast")) << true << 1;
        QTest::newRow("switched off") << true << QVariant(0U) << QVariant(QStringLiteral("Adwaita")) << false << 1;
        QTest::newRow("switched off, one key") << true << QVariant(0U) << QVariant() << false << 1;
        QTest::newRow("nothing is known") << true << QVariant() << QVariant() << true << 0;
    }
    void atTheStart_nothingFlashes()
    {
        QFETCH(bool, kept);
        QFETCH(QVariant, contrast);
        QFETCH(QVariant, gtkTheme);
        QFETCH(bool, high);
        QFETCH(int, restyles);
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
        const auto leave = qScopeGuard([] { QDBusConnection::disconnectFromBus(QStringLiteral("portal")); });
        FakePortal portal;
        portal.values = {{QStringLiteral("color-scheme"), 0U}};
        if (contrast.isValid())
            portal.values.insert(QStringLiteral("contrast"), contrast);
        if (gtkTheme.isValid())
            portal.values.insert(QStringLiteral("gtk-theme"), gtkTheme);
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal, QDBusConnection::ExportAllSlots));
        QVERIFY2(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")), qPrintable(bus.lastError().message()));
        QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("look/systemContrast"), kept);
        ThemeController subject(*qApp, settings);
        QSignalSpy looks(&subject, &ThemeController::lookChanged);
        QCOMPARE(theme::isHighContrast(), kept);
        QTRY_VERIFY(subject.findChildren<QDBusPendingCallWatcher *>().isEmpty()); // all have answered
        QCOMPARE(theme::isHighContrast(), high);
        QCOMPARE(looks.size(), restyles);
        QCOMPARE(settings.value(QStringLiteral("look/systemContrast")).toBool(), high);
    }

    void styleSheet_hasNoWordLeft()
    {
        theme::apply(*qApp, theme::Mode::Dark);
        QVERIFY(!qApp->styleSheet().contains(QLatin1Char('@')));
    }

    void icons_everyFile_paintsInTheTint()
    {
        theme::apply(*qApp, theme::Mode::Light);
        const QStringList files = QDir(QStringLiteral(":/inlet/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 60);
        QImage sheet(12 * 64, int(files.size() / 12 + 1) * 64, QImage::Format_ARGB32);
        sheet.fill(theme::color(Token::Surface));
        QPainter painter(&sheet);
        int at = 0;
        for (const QString &file : files) {
            const QString name = file.chopped(4);
            const QImage image
                = theme::icon(name, Token::Danger).pixmap(QSize(20, 20), 2.0).toImage().convertToFormat(QImage::Format_ARGB32);
            bool painted = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    painted = painted || qAlpha(image.pixel(x, y)) > 128;
            }
            QVERIFY2(painted, qPrintable(name));
            painter.drawPixmap(at % 12 * 64 + 12, at / 12 * 64 + 12, theme::icon(name, Token::Text).pixmap(QSize(40, 40)));
            ++at;
        }
        painter.end();
        const QString directory = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!directory.isEmpty())
            QVERIFY(sheet.save(directory + QStringLiteral("/icons.png")));
    }
};

INLET_TEST(tst_Theme)
#include "tst_Theme.moc"
