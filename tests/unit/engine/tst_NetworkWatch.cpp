// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/NetworkWatch.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace inlet;
using engine::NetworkWatch;
using namespace std::chrono_literals;

namespace
{

constexpr NetworkWatch::State kNone{};
constexpr NetworkWatch::State kCable{true, 4, 1};
constexpr NetworkWatch::State kRadio{true, 4, 3};
constexpr NetworkWatch::State kCompanyOnly{true, 3, 1};

} // namespace

class tst_NetworkWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void change_isTold_data()
    {
        QTest::addColumn<QList<NetworkWatch::State>>("states");
        QTest::addColumn<int>("told");
        QTest::newRow("as it is at the start") << QList{kCable} << 0;
        QTest::newRow("the same again") << QList{kCable, kCable} << 0;
        QTest::newRow("gone") << QList{kCable, kNone} << 0;
        QTest::newRow("back") << QList{kCable, kNone, kCable} << 1;
        QTest::newRow("there at last") << QList{kNone, kCable} << 1;
        QTest::newRow("another medium") << QList{kCable, kRadio} << 1;
        QTest::newRow("reaches farther") << QList{kCompanyOnly, kCable} << 1;
        QTest::newRow("in several steps") << QList{kNone, kCompanyOnly, kRadio, kCable} << 1;
        QTest::newRow("there for a moment only") << QList{kNone, kCable, kNone} << 0;
    }
    void change_isTold()
    {
        QFETCH(QList<NetworkWatch::State>, states);
        QFETCH(int, told);
        NetworkWatch watch(0ms);
        QSignalSpy changed(&watch, &NetworkWatch::networkChanged);
        for (const NetworkWatch::State &state : std::as_const(states))
            watch.observe(state);
        // What comes after it in the queue of timers comes after it in time.
        bool later = false;
        QTimer::singleShot(20, &watch, [&] { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(changed.size(), told);
    }

    void eachChange_isToldAgain()
    {
        NetworkWatch watch(0ms);
        QSignalSpy changed(&watch, &NetworkWatch::networkChanged);
        watch.observe(kCable);
        watch.observe(kRadio);
        QTRY_COMPARE(changed.size(), 1);
        watch.observe(kNone);
        watch.observe(kRadio);
        QTRY_COMPARE(changed.size(), 2);
    }
};

INLET_TEST(tst_NetworkWatch)
#include "tst_NetworkWatch.moc"
