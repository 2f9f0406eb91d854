// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says by itself, in IDLE.
#include "ScriptedSession.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

class tst_SessionIdle : public QObject
{
    Q_OBJECT

private:
    ScriptedSession m_script;

private Q_SLOTS:
    void idle_endedByTheServer_isBye()
    {
        auto session = m_script.playSelected("C: <tag> IDLE\nS: + idling\nS: * 4 EXISTS\nS: * OK Still here\nS: <tag> OK enough");
        QVERIFY(session);
        QVERIFY(session->startIdle({}));
        IdleEvents all;
        for (int round = 0; round < 1000 && !all.bye; ++round) {
            const auto events = session->readIdle({});
            QVERIFY(events);
            all.exists |= events->exists;
            all.bye |= events->bye;
        }
        QVERIFY(all.exists && all.bye);
        VERIFY_FINISHED(session);
    }

    void idle_halfALine_doesNotBlock()
    {
        auto session = m_script.playSelected("C: <tag> IDLE\nS: + idling\nR: * 4 EXI\nC: DONE\nR: STS\\r\\n\nS: <tag> OK x");
        QVERIFY(session);
        QVERIFY(session->startIdle({}));
        for (int round = 0; round < 50; ++round) {
            const auto events = session->readIdle({});
            QVERIFY(events && !events->exists);
        }
        QVERIFY(session->endIdle({}));
        QVERIFY(session->takeUnsolicited().exists);
        VERIFY_FINISHED(session);
    }

    void idle_refused_sessionGoesOn()
    {
        auto session = m_script.playSelected("C: <tag> IDLE\nS: <tag> NO not here\nC: <tag> NOOP\nS: <tag> OK x");
        QVERIFY(session);
        QCOMPARE(session->startIdle({}).error().kind, ErrorKind::ServerRefused);
        QVERIFY(session->noop({}));
        VERIFY_FINISHED(session);
    }
};

INLET_TEST(tst_SessionIdle)
#include "tst_SessionIdle.moc"
