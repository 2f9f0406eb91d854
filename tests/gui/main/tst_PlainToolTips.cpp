// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "ui/PlainToolTips.h"

#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QTest>
#include <QToolTip>

using namespace inlet;

class tst_PlainToolTips : public QObject
{
    Q_OBJECT

    static void hover(QWidget &widget, const QPoint &at)
    {
        QHelpEvent event(QEvent::ToolTip, at, widget.mapToGlobal(at));
        QCoreApplication::sendEvent(&widget, &event);
    }

private Q_SLOTS:
    void cleanup() { QToolTip::hideText(); }

    void markup_inAWidget_isShownAsText()
    {
        const ui::PlainToolTips subject;
        QLabel label(QStringLiteral("subject"));
        label.setToolTip(QStringLiteral("<img src=\"file:///dev/zero\">\nsecond line"));
        label.show();
        hover(label, {2, 2});
        QVERIFY(QToolTip::text().contains(QLatin1String("&lt;img")));
        QVERIFY(!QToolTip::text().contains(QLatin1String("<img")));
        QVERIFY(QToolTip::text().contains(QLatin1String("<br>")));
    }

    void markup_inAListRow_isShownAsText()
    {
        const ui::PlainToolTips subject;
        QListWidget list;
        auto *item = new QListWidgetItem(QStringLiteral("row"), &list);
        item->setToolTip(QStringLiteral("<b>Inlet:</b> type your password"));
        list.show();
        hover(*list.viewport(), list.visualItemRect(item).center());
        QVERIFY(QToolTip::text().contains(QLatin1String("&lt;b&gt;")));
    }
};

INLET_TEST(tst_PlainToolTips)
#include "tst_PlainToolTips.moc"
