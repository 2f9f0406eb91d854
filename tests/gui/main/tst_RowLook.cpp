// SPDX-License-Identifier: GPL-3.0-or-later
// How high the rows of the list are and what they show: chosen in the settings and in the menu, at once and for the next start.
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/Preferences.h"
#include "ui/delegates/ConversationDelegate.h"
#include "ui/panes/FlatListView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using ui::Density;
using ui::RowField;

class tst_RowLook : public QObject, DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void menu_choosesTheHeight_andItIsRemembered()
    {
        const int two = height();
        choose(2);
        const int three = height();
        QVERIFY2(three >= 76 && three > two, qPrintable(QString::number(three)));
        choose(0);
        QVERIFY(height() < two);
        choose(2);
        QCOMPARE(ui::readPreferences(*f().settings).rows.density, Density::ThreeLines);
        f().window.reset();
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QCOMPARE(height(), three);
    }

    void olderChoice_isTakenOver()
    {
        f().window.reset();
        f().settings->clear();
        f().settings->setValue(QStringLiteral("look/compact"), true);
        QCOMPARE(ui::readPreferences(*f().settings).rows.density, Density::Compact);
        ui::writePreferences(*f().settings, {});
        QCOMPARE(ui::readPreferences(*f().settings).rows.density, Density::Comfortable);
    }

    void settings_hideAndShowAtOnce()
    {
        const QImage whole = picture();
        f().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f().dialog("densityComboBox"));
        QImage before = whole;
        for (const RowField field : ui::allRowFields()) {
            if (field == RowField::Labels || field == RowField::Campaign)
                continue; // the demo mail has none in sight
            auto *box = f().dialog()->findChild<QCheckBox *>(ui::nameOf(field) + QStringLiteral("FieldCheckBox"));
            QVERIFY2(box && box->isChecked(), qPrintable(ui::nameOf(field)));
            box->setChecked(false);
            QVERIFY(!ui::readPreferences(*f().settings).rows.has(field));
            QVERIFY2(picture() != before, qPrintable(ui::nameOf(field)));
            before = picture();
            keep(*f().window, ui::nameOf(field));
        }
        for (const RowField field : ui::allRowFields())
            f().dialog()->findChild<QCheckBox *>(ui::nameOf(field) + QStringLiteral("FieldCheckBox"))->setChecked(true);
        QCOMPARE(picture(), whole);
        QCOMPARE(ui::readPreferences(*f().settings).rows, ui::RowLook());
    }

    /// The words go on in the third line: none is lost between the two, none stands in both.
    void threeLines_showMoreOfTheirWords()
    {
        choose(2);
        ui::ConversationDelegate three;
        three.setLook({.density = Density::ThreeLines});
        store::ConversationRow row;
        row.id = ConversationId(1);
        row.prospectName = QStringLiteral("Mara");
        row.preview = QStringLiteral("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        const QStringList lines = three.previewLines(row, QSize(380, three.rowHeight()));
        QCOMPARE(lines.size(), 2);
        QVERIFY(row.preview.startsWith(lines.join(QLatin1Char(' ')).chopped(1)));
        QVERIFY(lines.last().endsWith(QChar(0x2026)));
        // A match that goes on in the next line is one there, too.
        row.id = ConversationId(2);
        row.snippet = QStringLiteral("one two three four five six seven \uE000eight nine ten eleven twelve thirteen fourteen fifteen\uE001 sixteen");
        const QStringList found = three.previewLines(row, QSize(380, three.rowHeight()));
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().count(QChar(0xE000)), found.first().count(QChar(0xE001)));
        QVERIFY(found.last().startsWith(QChar(0xE000)));
        // What a search found is shown although previews are not wanted.
        ui::RowLook bare{.density = Density::Comfortable, .fields = {}};
        three.setLook(bare);
        QCOMPARE(three.previewLines(row, QSize(380, three.rowHeight())).size(), 1);
        row.snippet.clear();
        QVERIFY(three.previewLines(row, QSize(380, three.rowHeight())).isEmpty());
    }

    void looksRight_data() { addLooks(); }
    void looksRight()
    {
        showAsRow();
        choose(2);
        waitOpen(1);
        keep(*f().window, QStringLiteral("three-") + QLatin1String(QTest::currentDataTag()));
        f().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f().dialog("densityComboBox"));
        auto *contents = f().dialog()->findChild<QAbstractItemView *>(QStringLiteral("settingsContents"));
        for (int page : {0, 1}) {
            contents->setCurrentIndex(contents->model()->index(page, 0));
            keep(*f().dialog(), QStringLiteral("settings-%1-").arg(page) + QLatin1String(QTest::currentDataTag()));
        }
    }

private:
    [[nodiscard]] int height() const { return f().window->list()->view()->visualRect(f().window->listModel()->index(1)).height(); }
    [[nodiscard]] QImage picture() const { return f().window->list()->view()->viewport()->grab().toImage(); }
    void choose(int entry) const
    {
        auto *menu = f().find<QToolButton>("menuButton")->menu();
        auto *rows = menu->findChild<QMenu *>(QStringLiteral("rowsMenu"));
        QVERIFY(rows);
        rows->actions().at(entry)->trigger();
        Q_EMIT rows->aboutToShow();
        QVERIFY(rows->actions().at(entry)->isChecked());
    }
    static void keep(QWidget &widget, const QString &name)
    {
        const QString directory = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!directory.isEmpty())
            QVERIFY(widget.grab().save(QDir(directory).filePath(QStringLiteral("rows-%1.png").arg(name))));
    }
};

INLET_TEST(tst_RowLook)
#include "tst_RowLook.moc"
