// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says by itself: in IDLE, and of other folders.
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

    void notify_othersAreTold_inIdleAndBetween()
    {
        const QByteArray login = "TLS\nS: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] Dovecot ready.\nC: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\n"
                                 "S: <tag> OK [CAPABILITY IMAP4rev1 IDLE NOTIFY] in\n";
        auto session = m_script.playSelected(login + "C: <tag> SELECT INBOX\nS: * 3 EXISTS\nS: <tag> OK x\n",
            "C: <tag> NOTIFY SET (SELECTED-DELAYED (MessageNew MessageExpunge FlagChange)) (PERSONAL (MessageNew MessageExpunge))\n"
            "S: <tag> OK x\n"
            // In the middle of the answer to another question.
            "C: <tag> STATUS Junk (MESSAGES UIDNEXT UIDVALIDITY)\n"
            "S: * STATUS Junk (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 9)\nS: * STATUS Clients (MESSAGES 4 UIDNEXT 5)\nS: <tag> OK x\n"
            // News of another folder is news whatever is selected.
            "C: <tag> SELECT INBOX\nS: * 3 EXISTS\nS: <tag> OK x\n"
            "C: <tag> IDLE\nS: + idling\nS: * STATUS \"INBOX/New ones\" (MESSAGES 7 UIDNEXT 8 UIDVALIDITY 3)\nS: * 4 EXISTS\n"
            "S: * OK [NOTIFICATIONOVERFLOW] too much\nC: DONE\nS: <tag> OK x");
        QVERIFY(session);
        QVERIFY(session->capabilities().notify);
        QVERIFY(session->notifyOfOthers({}));
        const auto junk = session->status("Junk", {});
        QVERIFY(junk);
        QCOMPARE(junk->uidNext, 2U);
        QVERIFY(session->select("INBOX", {}));
        QVERIFY(session->startIdle({}));
        const IdleEvents before = session->takeUnsolicited();
        QCOMPARE(before.others.keys(), QByteArrayList{"Clients"});
        QCOMPARE(before.others.value("Clients").uidNext, 5U);
        IdleEvents all;
        for (int round = 0; round < 1'000'000 && !all.overflow; ++round) {
            const auto events = session->readIdle({});
            QVERIFY(events);
            all.exists |= events->exists;
            all.overflow |= events->overflow;
            all.others.insert(events->others);
        }
        QVERIFY(all.exists && all.overflow);
        QCOMPARE(all.others.value("INBOX/New ones").exists, 7U);
        QVERIFY(session->endIdle({}));
        VERIFY_FINISHED(session);
    }

    /// Nobody knows what IDLE is worth on others once NOTIFY was asked for.
    void notify_ofAnotherServer_isNotUsed()
    {
        const QByteArray login = kGreeting + "C: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\nS: <tag> OK [CAPABILITY IMAP4rev1 IDLE NOTIFY] in\n";
        auto session = m_script.playSelected(login + "C: <tag> SELECT INBOX\nS: <tag> OK x\n", "C: <tag> NOOP\nS: <tag> OK x");
        QVERIFY(session);
        QVERIFY(!session->capabilities().notify);
        QCOMPARE(session->notifyOfOthers({}).error().kind, ErrorKind::ServerRefused);
        QVERIFY(session->noop({}));
        VERIFY_FINISHED(session);
    }
};

INLET_TEST(tst_SessionIdle)
#include "tst_SessionIdle.moc"
