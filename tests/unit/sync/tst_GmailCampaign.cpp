// SPDX-License-Identifier: GPL-3.0-or-later
// Random changes on both sides of a Gmail mailbox, and lost lines: in the end both are the same.
#include "GmailFixture.h"
#include "support/TestMain.h"

#include <array>
#include <random>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

class tst_GmailCampaign : public QObject
{
    Q_OBJECT

    using Random = std::mt19937;

    static quint32 pick(Random &random, quint32 below) { return quint32(random() % below); }

    static void actThere(Gmail &f, Random &random, int step)
    {
        const QList<FakeMessage> all = f.server.messages(kAllMail);
        if (all.isEmpty() || pick(random, 4) == 0)
            return f.fill(pick(random, 2) == 0 ? QByteArray("INBOX") : kAllMail, 1000 + step, 1);
        const FakeMessage &message = all.at(pick(random, quint32(all.size())));
        imap::MessageFlags flags = message.flags;
        switch (pick(random, 4)) {
        case 0:
            return f.server.setLabel(message.uid, "\\Inbox", !message.labels.contains("\\Inbox"));
        case 1:
            flags.seen = !flags.seen;
            return f.server.setFlags(kAllMail, message.uid, flags);
        case 2:
            return f.server.setLabel(message.uid, "Clients", !message.labels.contains("Clients"));
        default:
            return f.server.expunge(kAllMail, message.uid);
        }
    }

    static void actHere(Gmail &f, Random &random)
    {
        static constexpr std::array kVerbs{TriageVerb::Archive, TriageVerb::Unarchive, TriageVerb::Star,
            TriageVerb::MarkRead, TriageVerb::Delete, TriageVerb::Junk, TriageVerb::SortAway};
        const QList<ConversationId> conversations = f.conversations();
        if (conversations.isEmpty() || pick(random, 5) == 0) {
            const auto undone = f.undo(); // there may be nothing
            Q_UNUSED(undone);
            return;
        }
        const ConversationId id = conversations.at(pick(random, quint32(conversations.size())));
        QVERIFY(f.apply(kVerbs.at(pick(random, kVerbs.size())), {id}, store::Category::NotInterested));
    }

private Q_SLOTS:
    void random_bothSidesAndLostLines_converge_data()
    {
        QTest::addColumn<quint32>("seed");
        const int seeds = std::max(8, qEnvironmentVariableIntValue("INLET_CAMPAIGN_SEEDS"));
        for (quint32 seed = 1; seed <= quint32(seeds); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void random_bothSidesAndLostLines_converge()
    {
        QFETCH(quint32, seed);
        Random random(seed);
        Gmail f;
        QVERIFY(f.start());
        for (int step = 0; step < 60; ++step) {
            const quint32 what = pick(random, 10);
            if (what < 5)
                actThere(f, random, step);
            else if (what < 9)
                actHere(f, random);
            else if (pick(random, 2) == 0)
                f.server.cutConnections();
            else
                f.server.loseAnswer(pick(random, 2) == 0 ? FakeCall::Move : FakeCall::StoreFlags, FakeImapServer::networkError());
            f.clock.advance(std::chrono::seconds(pick(random, 20)));
        }
        const bool equal = f.turnUntil([&] {
            f.engine->checkNow(f.mailboxes.first().id);
            return f.operationCount() == 0 && f.gmailHere() == f.gmailThere();
        });
        QVERIFY2(equal, qPrintable(QString::number(f.operationCount()) + QStringLiteral(" operations, here\n")
            + f.gmailHere().join(QLatin1Char('\n')) + QStringLiteral("\n-- there --\n") + f.gmailThere().join(QLatin1Char('\n'))));
        QVERIFY(f.messages("INBOX").isEmpty());
    }
};

INLET_TEST(tst_GmailCampaign)
#include "tst_GmailCampaign.moc"
