// SPDX-License-Identifier: GPL-3.0-or-later
// Without a mouse and without eyes: what can take the focus has a name, Tab gets to all of it, and no
// words are cut off, from the least size to a large screen, light and dark.
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ListPane.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QSet>

using namespace inlet;
using namespace inlet::test;
using ui::ActionId;

namespace
{

QString describe(const QWidget *widget)
{
    return QStringLiteral("%1 \"%2\"").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
}

QList<QWidget *> focusable(QWidget *window)
{
    QList<QWidget *> found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->window() == window && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
            && !widget->focusProxy())
            found.append(widget);
    }
    return found;
}

QStringList nameless(QWidget *window)
{
    QStringList wrong;
    for (QWidget *widget : focusable(window)) {
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        if (!access || access->text(QAccessible::Name).trimmed().isEmpty())
            wrong += describe(widget);
    }
    return wrong;
}

QStringList clipped(QWidget *window)
{
    QStringList wrong;
    for (QLabel *label : window->findChildren<QLabel *>()) {
        if (label->window() != window || !label->isVisible() || label->text().isEmpty())
            continue;
        const bool narrow = !label->wordWrap() && label->width() < label->sizeHint().width();
        const bool low = label->wordWrap() && label->height() < label->heightForWidth(label->width());
        if (narrow || low)
            wrong += describe(label) + label->text();
    }
    for (QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (button->window() == window && button->isVisible() && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            wrong += describe(button) + button->text();
    }
    return wrong;
}

QStringList notReached(QWidget *window)
{
    const QList<QWidget *> all = focusable(window);
    QSet<QWidget *> seen{window->focusWidget()};
    for (qsizetype at = 0; at < 2 * all.size(); ++at) {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : window, Qt::Key_Tab);
        seen.insert(window->focusWidget());
    }
    QStringList missed;
    for (QWidget *widget : all) {
        if (!seen.contains(widget))
            missed += describe(widget);
    }
    return missed;
}

} // namespace

class tst_Reachable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void window_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("mode");
        for (const QSize size : {QSize(1024, 640), QSize(1360, 860), QSize(2560, 1440)}) {
            for (const ui::theme::Mode mode : {ui::theme::Mode::Light, ui::theme::Mode::Dark})
                QTest::addRow("%d x %d, %s", size.width(), size.height(), mode == ui::theme::Mode::Light ? "light" : "dark") << size << int(mode);
        }
    }
    void window()
    {
        QFETCH(QSize, size);
        QFETCH(int, mode);
        WindowFixture f;
        fillDemo(f.engine, QDateTime::currentDateTimeUtc());
        f.theme->setMode(ui::theme::Mode(mode));
        f.open(size);
        QTRY_VERIFY(f.window->list()->current().isValid());
        QTRY_VERIFY(f.find("replyBar")->isVisible());
        QTRY_COMPARE(clipped(f.window.get()), QStringList());
        QCOMPARE(nameless(f.window.get()), QStringList());
        keep(*f.window, QStringLiteral("window-%1-%2").arg(size.width()).arg(mode));
    }

    void dialog_data()
    {
        QTest::addColumn<int>("action");
        for (const auto &[name, action] : {std::pair("palette", ActionId::Palette), std::pair("list", ActionId::DoNotContactList),
                 std::pair("bounces", ActionId::BounceView), std::pair("history", ActionId::DecisionLog), std::pair("import leads", ActionId::ImportLeads), std::pair("preferences", ActionId::Preferences), std::pair("preferences, page 2", ActionId::Preferences), std::pair("preferences, page 3", ActionId::Preferences),
                 std::pair("preferences, page 4", ActionId::Preferences), std::pair("preferences, page 5", ActionId::Preferences), std::pair("preferences, page 6", ActionId::Preferences), std::pair("keys", ActionId::Keys),
                 std::pair("change keys", ActionId::EditKeys), std::pair("snooze", ActionId::Snooze), std::pair("do not contact", ActionId::DoNotContact)})
            QTest::newRow(name) << int(action);
    }
    void dialog()
    {
        QFETCH(int, action);
        WindowFixture f;
        fillDemo(f.engine, QDateTime::currentDateTimeUtc());
        f.engine.categoriesFake.own = {{store::Category(100), QStringLiteral("Hot lead"), 3, "$Inlet_Hot_lead", 1}};
        f.open({1024, 640});
        QTRY_VERIFY(f.window->list()->current().isValid());
        f.window->perform(ActionId(action));
        const auto shown = [&f]() -> QDialog * {
            for (QDialog *one : f.window->findChildren<QDialog *>()) {
                if (one->isVisible())
                    return one;
            }
            return nullptr;
        };
        QTRY_VERIFY(shown());
        QDialog *dialog = shown();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        if (const QString page = QString::fromLatin1(QTest::currentDataTag()).section(QStringLiteral(", page "), 1); !page.isEmpty())
            dialog->findChild<QListWidget *>(QStringLiteral("settingsContents"))->setCurrentRow(page.toInt() - 1);
        QTRY_COMPARE(clipped(dialog), QStringList());
        QCOMPARE(nameless(dialog), QStringList());
        QCOMPARE(notReached(dialog), QStringList());
        f.theme->setMode(ui::theme::Mode::Dark);
        QTRY_COMPARE(clipped(dialog), QStringList());
        keep(*dialog, QStringLiteral("reach-dark-") + QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(',')).replace(QLatin1Char(' '), QLatin1Char('-')));
        f.theme->setMode(ui::theme::Mode::Light);
        keep(*dialog, QStringLiteral("reach-") + QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(',')).replace(QLatin1Char(' '), QLatin1Char('-')));
    }

private:
    static void keep(QWidget &window, const QString &name)
    {
        const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!dir.isEmpty())
            QVERIFY(window.grab().save(QDir(dir).filePath(name + QStringLiteral(".png"))));
    }
};

INLET_TEST(tst_Reachable)
#include "tst_Reachable.moc"
