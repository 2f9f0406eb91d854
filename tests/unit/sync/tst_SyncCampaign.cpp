// SPDX-License-Identifier: GPL-3.0-or-later
// Random changes on both sides, lost connections, restarts; in the end both sides are equal.
// INLET_CAMPAIGN_SEEDS=N runs N seeds from INLET_CAMPAIGN_FIRST on.
#include "SyncFixture.h"
#include "support/TestMain.h"

#include <random>

using namespace inlet;
using namespace inlet::test;

namespace
{

class Campaign
{
public:
    Campaign(SyncFixture &fixture, quint32 seed)
        : m_fixture(fixture)
        , m_random(seed)
    {
    }

    void step()
    {
        switch (below(16)) {
        case 0:
        case 1:
        case 2:
            m_fixture.fill(anyFolder(), m_nextMail, 1 + below(4));
            m_nextMail += 10;
            break;
        case 3:
        case 4:
            changeFlags();
            break;
        case 5:
            if (const auto uid = anyUid(m_folder = anyFolder()); uid.isValid())
                m_fixture.server.expunge(m_folder, uid);
            break;
        case 6:
        case 7:
        case 8:
            triage();
            break;
        case 9:
        case 10:
            m_fixture.server.failNext(anyCall(), anyError(), 1, below(3));
            break;
        case 11:
            m_fixture.server.loseAnswer(below(2) ? FakeCall::StoreFlags : FakeCall::Move, FakeImapServer::networkError());
            break;
        case 12:
            m_fixture.server.cutConnections();
            break;
        case 13:
            if (below(4) == 0)
                m_fixture.server.changeUidValidity(anyFolder());
            break;
        case 14:
            if (below(3) == 0)
                m_fixture.restartEngine();
            break;
        case 15:
            m_fixture.engine->checkNow(m_fixture.mailboxes.first().id);
            break;
        }
        m_fixture.clock.advance(std::chrono::seconds(below(20)));
        // Now and then the engine gets some real time in between, up to a moment of its own choice.
        if (below(3) == 0)
            m_waits += QTest::qWaitFor([calls = m_fixture.server.calls().size() + below(30), this] {
                return m_fixture.server.calls().size() >= calls;
            }, 50) ? 1 : 0;
    }

private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    QByteArray anyFolder()
    {
        static const QByteArrayList names{"INBOX", "INBOX", "INBOX", "Archive", "Junk", "Sent"};
        return names.at(below(int(names.size())));
    }
    FakeCall anyCall() { return FakeCall(below(int(FakeCall::Logout))); }
    Error anyError()
    {
        if (below(4) == 0)
            return Error{ErrorKind::Timeout, QStringLiteral("late"), {}, {}};
        return FakeImapServer::networkError();
    }
    ImapUid anyUid(const QByteArray &folder)
    {
        const QList<FakeMessage> messages = m_fixture.server.messages(folder);
        return messages.isEmpty() ? ImapUid() : messages.at(below(int(messages.size()))).uid;
    }
    void changeFlags()
    {
        const QByteArray folder = anyFolder();
        imap::MessageFlags flags;
        flags.seen = below(2);
        flags.flagged = below(2);
        flags.answered = below(2);
        if (const auto uid = anyUid(folder); uid.isValid())
            m_fixture.server.setFlags(folder, uid, flags);
    }
    void triage()
    {
        static const QList<store::TriageVerb> verbs{store::TriageVerb::MarkRead, store::TriageVerb::MarkUnread,
            store::TriageVerb::Star, store::TriageVerb::Unstar, store::TriageVerb::Archive,
            store::TriageVerb::Delete, store::TriageVerb::Junk, store::TriageVerb::Unarchive};
        const QList<ConversationId> all = m_fixture.conversations();
        if (all.isEmpty())
            return;
        const int first = below(int(all.size()));
        const auto applied
            = m_fixture.apply(verbs.at(below(int(verbs.size()))), all.mid(first, 1 + below(4)));
        Q_UNUSED(applied);
    }

    SyncFixture &m_fixture;
    std::mt19937 m_random;
    QByteArray m_folder;
    int m_nextMail = 1000;
    int m_waits = 0;
};

} // namespace

class tst_SyncCampaign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomFaults_endEqual_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("condstore");
        const int seeds = qEnvironmentVariableIntValue("INLET_CAMPAIGN_SEEDS");
        const int first = qEnvironmentVariableIntValue("INLET_CAMPAIGN_FIRST");
        for (int i = first; i < first + std::max(seeds, 8); ++i)
            QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(i))) << quint32(i) << (i % 3 != 2);
    }
    void randomFaults_endEqual()
    {
        QFETCH(quint32, seed);
        QFETCH(bool, condstore);
        SyncFixture f;
        imap::Capabilities capabilities = FakeImapServer::everything();
        capabilities.condstore = capabilities.qresync = condstore;
        f.server.setCapabilities(capabilities);
        f.fill("INBOX", 1, 80);
        f.startEngine();
        Campaign campaign(f, seed);
        for (int i = 0; i < 120; ++i)
            campaign.step();
        const AccountId account = f.mailboxes.first().id;
        // The failures that are still in store would make the waits long; an impatient user helps.
        const auto impatiently = [&](const std::function<bool()> &condition) {
            return f.turnUntil([&] {
                if (f.observer.status(account).state == sync::SyncState::Waiting)
                    f.engine->checkNow(account);
                return condition();
            });
        };
        f.engine->checkNow(account);
        const bool worked = impatiently([&] { return f.operationCount() == 0; });
        QVERIFY2(worked, qPrintable(QString::number(f.operationCount())));
        const bool equal = impatiently([&] { return f.here() == f.there(); });
        QVERIFY2(equal, qPrintable(QStringLiteral("here:\n") + onlyIn(f.here(), f.there())
            + QStringLiteral("\nthere:\n") + onlyIn(f.there(), f.here()) + lastWords(f)));
        QVERIFY(impatiently([&] { return f.observer.status(account).state == sync::SyncState::Live; }));
    }

private:
    /// What the engine was doing, for whoever has to find out why.
    static QString lastWords(SyncFixture &f)
    {
        const sync::SyncStatus status = f.observer.status(f.mailboxes.first().id);
        QStringList words{QString(), QStringLiteral("state %1, error %2").arg(int(status.state)).arg(
            status.error ? status.error->detail : QStringLiteral("none"))};
        const QList<RecordedCall> calls = f.server.calls();
        for (const RecordedCall &call : calls.mid(std::max<qsizetype>(0, calls.size() - 40))) {
            words.append(QStringLiteral("%1: call %2 %3 %4").arg(call.connection).arg(int(call.call))
                             .arg(QString::fromUtf8(call.folder), QString::fromUtf8(call.argument)));
        }
        return words.join(QLatin1Char('\n'));
    }

    static QString onlyIn(QStringList lines, const QStringList &others)
    {
        lines.removeIf([&](const QString &line) { return others.contains(line); });
        return lines.join(QLatin1Char('\n'));
    }
};

INLET_TEST(tst_SyncCampaign)
#include "tst_SyncCampaign.moc"
