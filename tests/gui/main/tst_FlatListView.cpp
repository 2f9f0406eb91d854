// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "ui/panes/FlatListView.h"

#include <QScrollBar>
#include <QStringListModel>
#include <QTest>
#include <QWheelEvent>

using inlet::ui::FlatListView;

class tst_FlatListView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QStringList rows;
        for (int row = 0; row < 500; ++row)
            rows += QString::number(row);
        m_model = std::make_unique<QStringListModel>(rows);
        m_subject = std::make_unique<FlatListView>();
        m_subject->setRowHeight(40);
        m_subject->resize(300, 400);
        m_subject->setModel(m_model.get());
        m_subject->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_subject.get()));
    }
    void cleanup()
    {
        m_subject.reset();
        m_model.reset();
    }

    void geometry_isArithmetic()
    {
        QCOMPARE(bar()->maximum(), 500 * 40 - m_subject->viewport()->height());
        bar()->setValue(100);
        QCOMPARE(m_subject->visualRect(m_model->index(10)).top(), 300);
        QCOMPARE(m_subject->indexAt(QPoint(5, 301)).row(), 10);
        QVERIFY(!m_subject->indexAt(QPoint(5, 5000)).isValid());
    }

    void insertAbove_keepsWhatIsOnScreen()
    {
        bar()->setValue(4000);
        const QModelIndex seen = m_subject->indexAt(QPoint(5, 5));
        const QString text = seen.data().toString();
        m_model->insertRows(0, 3);
        QCOMPARE(m_subject->indexAt(QPoint(5, 5)).data().toString(), text);
        m_model->removeRows(0, 3);
        QCOMPARE(m_subject->indexAt(QPoint(5, 5)).data().toString(), text);
        m_model->removeRows(200, 10); // below: nothing happens
        QCOMPARE(m_subject->indexAt(QPoint(5, 5)).data().toString(), text);
    }

    void captions_haveTheirPlace_andAreNoRows()
    {
        m_subject->setCaptions({{0, QStringLiteral("Today")}, {3, QStringLiteral("Earlier")}});
        const int high = m_subject->topOf(0);
        QVERIFY(high > 10);
        QCOMPARE(m_subject->visualRect(m_model->index(2)).top(), high + 2 * 40);
        QCOMPARE(m_subject->visualRect(m_model->index(3)).top(), 2 * high + 3 * 40);
        QVERIFY(!m_subject->indexAt(QPoint(5, 5)).isValid());
        QCOMPARE(m_subject->indexAt(QPoint(5, high)).row(), 0);
        QCOMPARE(m_subject->indexAt(QPoint(5, high + 3 * 40 - 1)).row(), 2);
        QVERIFY(!m_subject->indexAt(QPoint(5, high + 3 * 40)).isValid());
        QCOMPARE(m_subject->indexAt(QPoint(5, 2 * high + 3 * 40)).row(), 3);
        QCOMPARE(bar()->maximum(), 500 * 40 + 2 * high - m_subject->viewport()->height());
        m_subject->scrollTo(m_model->index(300));
        m_subject->scrollTo(m_model->index(0));
        QCOMPARE(bar()->value(), 0); // the caption of the first row as well
    }

    void captions_thatCome_keepWhatIsOnScreen()
    {
        bar()->setValue(4017);
        const auto first = [this] { return std::pair(m_subject->firstVisibleRow(), m_subject->visualRect(m_model->index(m_subject->firstVisibleRow())).top()); };
        const auto before = first();
        m_subject->setCaptions({{0, QStringLiteral("Today")}, {3, QStringLiteral("Earlier")}});
        QCOMPARE(first(), before);
        m_model->insertRows(1, 3);
        QCOMPARE(first(), std::pair(before.first + 3, before.second));
        QCOMPARE(m_subject->captions().last().row, 6);
        m_subject->setCaptions({{0, QStringLiteral("Today")}, {6, QStringLiteral("Yesterday")}, {20, QStringLiteral("Earlier")}});
        QCOMPARE(first(), std::pair(before.first + 3, before.second));
        m_model->removeRows(0, 10);
        QCOMPARE(first(), std::pair(before.first - 7, before.second));
        m_subject->setCaptions({});
        QCOMPARE(first(), std::pair(before.first - 7, before.second));
    }

    void insertAtTheTop_whileThere_isSeen()
    {
        m_model->insertRows(0, 1);
        QCOMPARE(bar()->value(), 0);
        QCOMPARE(m_subject->indexAt(QPoint(5, 45)).data().toString(), QStringLiteral("0"));
    }

    void focus_choosesNoRow()
    {
        m_subject->activateWindow();
        m_subject->setFocus();
        QTRY_VERIFY(m_subject->hasFocus());
        QVERIFY(!m_subject->currentIndex().isValid());
    }

    void scrollTo_keepsTwoRowsOfMargin()
    {
        const int height = m_subject->viewport()->height();
        m_subject->scrollTo(m_model->index(100));
        const QRect rect = m_subject->visualRect(m_model->index(100));
        QVERIFY(rect.bottom() + 2 * 40 <= height);
        m_subject->scrollTo(m_model->index(50));
        QVERIFY(m_subject->visualRect(m_model->index(50)).top() >= 2 * 40);
    }

    void wheel_scrollsAndSelectsNothing()
    {
        m_subject->setCurrentIndex(m_model->index(1));
        QWheelEvent wheel(QPointF(10, 10), m_subject->viewport()->mapToGlobal(QPointF(10, 10)), QPoint(), QPoint(0, -240), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_subject->viewport(), &wheel);
        QVERIFY(bar()->value() > 0);
        QCOMPARE(m_subject->currentIndex().row(), 1);
    }

    void keys_moveTheCurrentRow()
    {
        m_subject->setCurrentIndex(m_model->index(0));
        QTest::keyClick(m_subject.get(), Qt::Key_Down);
        QCOMPARE(m_subject->currentIndex().row(), 1);
        QTest::keyClick(m_subject.get(), Qt::Key_End);
        QCOMPARE(m_subject->currentIndex().row(), 499);
        QTest::keyClick(m_subject.get(), Qt::Key_PageUp);
        QVERIFY(m_subject->currentIndex().row() < 495);
        QTest::keyClick(m_subject.get(), Qt::Key_Home);
        QCOMPARE(m_subject->currentIndex().row(), 0);
    }

private:
    [[nodiscard]] QScrollBar *bar() const { return m_subject->verticalScrollBar(); }
    std::unique_ptr<QStringListModel> m_model;
    std::unique_ptr<FlatListView> m_subject;
};

INLET_TEST(tst_FlatListView)
#include "tst_FlatListView.moc"
