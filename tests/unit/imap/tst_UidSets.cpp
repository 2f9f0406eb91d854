// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/UidSets.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;

namespace
{

std::vector<ImapUid> uids(std::initializer_list<quint32> numbers)
{
    std::vector<ImapUid> made;
    for (const quint32 number : numbers)
        made.emplace_back(number);
    return made;
}

} // namespace

class tst_UidSets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void set_rangesAndSingles()
    {
        QCOMPARE(uidSet(uids({9, 3, 4, 5, 4, 0})), QByteArray("3:5,9"));
        QCOMPARE(uidSet(uids({1, 2})), QByteArray("1:2"));
        QCOMPARE(uidSet(uids({4294967295, 4294967294})), QByteArray("4294967294:4294967295"));
        QCOMPARE(uidSet({}), QByteArray());
    }

    void split_byCountSizeAndLength()
    {
        const auto ten = uids({10, 9, 8, 7, 6, 5, 4, 3, 2, 1});
        QCOMPARE(splitUids(ten, {}, {4, 1000, 7500}).size(), std::size_t(3));
        const std::vector<qint64> sizes{600, 600, 100, 100, 100, 100, 100, 100, 5000, 1};
        const auto runs = splitUids(ten, sizes, {200, 1000, 7500});
        std::vector<std::size_t> lengths;
        for (const auto &run : runs)
            lengths.push_back(run.size());
        QCOMPARE(lengths, (std::vector<std::size_t>{1, 5, 2, 1, 1}));
        QCOMPARE(runs.front().front(), ImapUid(10));
    }

    void split_everySetFitsItsLength()
    {
        std::vector<ImapUid> odd;
        for (quint32 number = 4'000'000'001U; odd.size() < 1000; number += 2)
            odd.emplace_back(number);
        std::size_t total = 0;
        for (const auto &run : splitUids(odd, {}, {200, 1'000'000, 900})) {
            QVERIFY(uidSet(run).size() <= 900);
            total += run.size();
        }
        QCOMPARE(total, odd.size());
    }

    void uidsOfSet_ordersAndRefuses()
    {
        QCOMPARE(uidsOfSet("3:5,9"), uids({3, 4, 5, 9}));
        QCOMPARE(uidsOfSet("9,3"), uids({9, 3}));
        QCOMPARE(uidsOfSet("5:3"), uids({3, 4, 5}));
        for (const char *bad : {"", "*", "1:*", "0", "a", "1,,2", "1:2:3", "-1", "4294967296", " 1"})
            QVERIFY2(uidsOfSet(bad).empty(), bad);
        QVERIFY(uidsOfSet("1:4294967295").empty());
        QVERIFY(uidsOfSet("1:6,8:9", 7).empty());
        QCOMPARE(uidsOfSet("1:6,8", 7).size(), std::size_t(7));
    }
};

INLET_TEST(tst_UidSets)
#include "tst_UidSets.moc"
