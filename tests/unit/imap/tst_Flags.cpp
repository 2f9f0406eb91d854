// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Flags.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet::imap;

class tst_Flags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void add_systemFlagsInAnyCase_andKeywordsOnce()
    {
        MessageFlags flags;
        for (const char *name : {"\\SEEN", "\\Recent", "$Forwarded", "$FORWARDED", "NonJunk", "\\Unknown", ""})
            addFlag(flags, name);
        QVERIFY(flags.seen);
        QCOMPARE(flags.keywords, (QByteArrayList{"$Forwarded", "NonJunk"}));
        QCOMPARE(toWire(flags), (QByteArrayList{"\\Seen", "$Forwarded", "NonJunk"}));
    }

    void add_tooManyKeywords_areLeftOut()
    {
        MessageFlags flags;
        for (int i = 0; i < 1000; ++i)
            addFlag(flags, "k" + QByteArray::number(i));
        QCOMPARE(flags.keywords.size(), kMaxKeywords);
    }

    void remove_takesAway()
    {
        MessageFlags flags;
        addFlag(flags, "\\Flagged");
        addFlag(flags, "$A");
        removeFlag(flags, "$a");
        removeFlag(flags, "\\flagged");
        QCOMPARE(flags, MessageFlags());
    }

    void isLegal_refusesWhatWouldBreakACommand()
    {
        QVERIFY(isLegalFlag("\\Seen"));
        QVERIFY(isLegalFlag("$Inlet_Interested"));
        for (const char *bad : {"", "\\", "a b", "a\r\nb", "a)", "(", "\"x\"", "\xc3\xa4", "\\*", "a]"})
            QVERIFY2(!isLegalFlag(bad), bad);
        QVERIFY(!isLegalFlag(QByteArray(300, 'a')));
    }
};

INLET_TEST(tst_Flags)
#include "tst_Flags.moc"
