// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/Resources.h"
#include "support/TestMain.h"
#include "ui/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTest>

using namespace inlet::ui;
using inlet::ui::theme::Token;

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { inlet::initResources(); }
    void cleanup() { theme::setSystemAccent({}); }

    void text_onEveryBackground_isReadable_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << int(theme::Mode::Light);
        QTest::newRow("dark") << int(theme::Mode::Dark);
    }

    void text_onEveryBackground_isReadable()
    {
        QFETCH(int, mode);
        theme::apply(*qApp, theme::Mode(mode));
        for (const Token background :
            {Token::Window, Token::List, Token::Surface, Token::Raised, Token::Selected}) {
            for (const Token text : {Token::Text, Token::Secondary, Token::Accent, Token::Danger,
                     Token::Warning, Token::Success}) {
                const double ratio = theme::contrast(theme::color(text), theme::color(background));
                QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("token %1 on %2: %3")
                        .arg(int(text)).arg(int(background)).arg(ratio)));
            }
        }
        QVERIFY(theme::contrast(theme::color(Token::AccentText), theme::color(Token::Accent)) >= 4.5);
        for (int category = 0; category < 10; ++category) {
            const theme::ChipColors chip = theme::chip(category);
            QVERIFY2(theme::contrast(chip.background, chip.text) >= 4.5, qPrintable(QString::number(category)));
        }
        for (const QString &colour : theme::mailboxColours()) {
            const theme::ChipColors dot = theme::mailboxDot(colour);
            QVERIFY2(theme::contrast(dot.background, dot.text) >= 4.5, qPrintable(colour));
        }
    }

    /// A colour of the text in the style sheet would make a placeholder of it that is half seen through.
    void placeholder_isReadable_data() { text_onEveryBackground_isReadable_data(); }
    void placeholder_isReadable()
    {
        QFETCH(int, mode);
        theme::apply(*qApp, theme::Mode(mode));
        QLineEdit line;
        QPlainTextEdit text;
        text.setProperty("look", QStringLiteral("field"));
        for (QWidget *field : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&text)}) {
            field->ensurePolished();
            const QColor placeholder = field->palette().color(QPalette::PlaceholderText);
            QCOMPARE(placeholder.alpha(), 255);
            QVERIFY(theme::contrast(placeholder, theme::color(Token::Surface)) >= 4.5);
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
