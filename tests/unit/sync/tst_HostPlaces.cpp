// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::sync;
using namespace std::chrono_literals;

namespace
{

constexpr qint64 kHour = 3'600'000;

} // namespace

/// A host that allows fewer connections than it has mailboxes: who listens, and who is looked at in turn.
class tst_HostPlaces : public QObject
{
    Q_OBJECT

private:
    test::FakeClock m_clock;
    std::unique_ptr<JobBoard> m_subject;

    /// One look at the mailbox, after which somebody wrote to it last at `newest`. True: it listens now.
    bool look(int mailbox, qint64 newest)
    {
        m_subject->push(AccountId(mailbox), errand(Errand::Kind::Due));
        return finish(mailbox, newest);
    }
    bool finish(int mailbox, qint64 newest)
    {
        const auto assignment = takeNow(*m_subject);
        if (!assignment || assignment->account != AccountId(mailbox))
            return false;
        Outcome outcome = ready(assignment->mayKeep);
        outcome.newestMail = newest;
        m_subject->giveBack(*assignment, outcome);
        return assignment->mayKeep;
    }

private Q_SLOTS:
    /// Five mailboxes, four connections: two listen and two go round.
    void init()
    {
        m_subject = std::make_unique<JobBoard>(m_clock, JobBoard::Limits{.connectionsPerHost = 4});
        for (int mailbox = 1; mailbox <= 5; ++mailbox)
            m_subject->enlist(AccountId(mailbox), QStringLiteral("imap.example.com"), std::make_shared<FakeRunner>());
    }

    void nothingIsKnown_whoComesFirstListens_andGoesOn()
    {
        QVERIFY(look(1, 0));
        QVERIFY(look(2, 0));
        QVERIFY(!look(3, 0));
        QVERIFY(!look(4, 0));
        QVERIFY(look(1, 0));
        QVERIFY(look(2, 0));
        QVERIFY(!look(5, 0));
    }

    void news_toAPolledMailbox_itTakesThePlaceOfTheQuietest()
    {
        QVERIFY(look(1, 2 * kHour));
        QVERIFY(look(2, 1 * kHour));
        QVERIFY(!look(3, 3 * kHour)); // what it found is known now
        QVERIFY(look(3, 3 * kHour));
        QVERIFY(!finish(2, 1 * kHour)); // which was asked to make room at once
        QVERIFY(look(1, 2 * kHour));
        QVERIFY(!look(2, 1 * kHour));
        QVERIFY(!look(4, 2 * kHour)); // as lately as one that listens: that one stays
        QVERIFY(!look(4, 2 * kHour));
    }

    void manyHotOnes_oneConnectionAlwaysGoesRound()
    {
        QVERIFY(look(1, 1));
        QVERIFY(look(2, 2));
        QVERIFY(!look(3, 3));
        QVERIFY(!look(4, 4));
        m_subject->push(AccountId(3), errand(Errand::Kind::Due));
        const auto third = takeNow(*m_subject);
        QVERIFY(third && third->mayKeep);
        m_subject->giveBack(*third, ready());
        const auto leaving = takeNow(*m_subject); // 1, which is slow to end
        QVERIFY(leaving && leaving->account == AccountId(1) && !leaving->mayKeep);
        QVERIFY(look(4, 4)); // 1 is on its way out, 2 makes room
        QVERIFY(!finish(2, 2));
        QVERIFY(!look(5, 0));
        m_subject->giveBack(*leaving, ready(false));
        QVERIFY(m_subject->plans().first().connections <= 4);
        QVERIFY(look(3, 3));
        QVERIFY(look(4, 4));
    }

    void blockedMailbox_holdsNoPlace()
    {
        QVERIFY(!(look(1, 9 * kHour) && look(2, 8 * kHour) && look(3, 1 * kHour)));
        m_subject->push(AccountId(1), errand(Errand::Kind::Due));
        const auto failing = takeNow(*m_subject);
        QVERIFY(failing);
        Outcome outcome;
        outcome.next = Outcome::Next::NeedsUser;
        outcome.error = Error{ErrorKind::Auth, QStringLiteral("refused"), {}, {}};
        m_subject->giveBack(*failing, outcome);
        QVERIFY(look(3, 1 * kHour));
    }
};

INLET_TEST(tst_HostPlaces)
#include "tst_HostPlaces.moc"
