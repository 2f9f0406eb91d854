// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeImapSession.h"
#include "support/ImapContract.h"
#include "support/TestMain.h"

#include <QTest>

#include <poll.h>

#include <thread>

using namespace inlet;
using namespace inlet::test;

namespace
{

const QByteArray kMail = "Message-ID: <a@x>\r\nSubject: s\r\n\r\nbody\r\n";

bool isReadable(imap::ImapSession &session)
{
    pollfd descriptor{session.stream().descriptor(), POLLIN, 0};
    return ::poll(&descriptor, 1, 0) == 1;
}

} // namespace

/// The fake keeps the contract (ImapContract.h, also run on Dovecot), and its script works.
class tst_FakeImapSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeImapServer> m_server;
    std::unique_ptr<ImapContract> m_contract;

    std::unique_ptr<imap::ImapSession> openInbox()
    {
        auto session = m_contract->open();
        return session && session->select("INBOX", {}) ? std::move(session) : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeImapServer>();
        m_server->setPassword("pw");
        m_contract = std::make_unique<ImapContract>(
            m_server->factory(), accounts::ServerEndpoint{}, Secret("pw"));
    }

    INLET_IMAP_CONTRACT_SLOTS(*m_contract)

    void contract_baseServer()
    {
        m_server->setCapabilities(FakeImapServer::baseOnly());
        m_contract->moveTakesMessagesAway();
        m_contract->idleHearsAnotherClient();
        m_contract->appendThenFetchGivesTheSameOctets();
    }

    void failNext_networkDuringFetch_rowsThenDead()
    {
        for (int i = 0; i < 3; ++i)
            m_server->deliver("INBOX", kMail);
        auto session = openInbox();
        QVERIFY(session);
        m_server->failNext(FakeCall::FetchBodies, FakeImapServer::networkError(), 1, 2);
        const auto uids = session->searchSince({}, {});
        QVERIFY(uids);
        int rows = 0;
        const auto result
            = session->fetchBodies(*uids, {}, [&](imap::FetchedMessage &&) { ++rows; }, {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QCOMPARE(rows, 2);
        QVERIFY(!session->noop({}));
        QCOMPARE(m_server->openConnections(), 0);
    }

    void loseAnswer_append_messageIsThere()
    {
        auto session = openInbox();
        QVERIFY(session);
        m_server->loseAnswer(FakeCall::Append, FakeImapServer::networkError());
        QVERIFY(!session->append("Sent", kMail, {}, {}));
        QCOMPARE(m_server->messages("Sent").size(), 1);
    }

    void uidValidityChange_newUids()
    {
        m_server->deliver("INBOX", kMail);
        m_server->expunge("INBOX", m_server->deliver("INBOX", kMail));
        const ImapUid last = m_server->deliver("INBOX", kMail);
        const UidValidity before = m_server->uidValidity("INBOX");
        QCOMPARE(last, ImapUid(3));
        m_server->changeUidValidity("INBOX");
        QVERIFY(m_server->uidValidity("INBOX") != before);
        QCOMPARE(m_server->messages("INBOX").last().uid, ImapUid(2));
    }

    void idle_descriptorIsReadableOnlyWithNews()
    {
        auto session = openInbox();
        QVERIFY(session);
        QVERIFY(session->startIdle({}));
        QVERIFY(!isReadable(*session));
        m_server->deliver("Sent", kMail);
        QVERIFY(!isReadable(*session));
        m_server->deliver("INBOX", kMail);
        QVERIFY(isReadable(*session));
        const auto events = session->readIdle({});
        QVERIFY(events && events->exists && !events->expunge);
        QVERIFY(!isReadable(*session));
        m_server->cutConnections();
        QVERIFY(isReadable(*session));
        QCOMPARE(session->readIdle({}).error().kind, ErrorKind::Network);
    }

    void hold_waitsUntilReleaseOrStop()
    {
        auto session = openInbox();
        QVERIFY(session);
        m_server->hold(FakeCall::Noop);
        Result<void> result;
        std::jthread worker([&](std::stop_token stop) { result = session->noop(stop); });
        QVERIFY(m_server->waitUntilHeld(FakeCall::Noop));
        worker.request_stop();
        worker.join();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }

    void calls_areRecorded()
    {
        auto session = openInbox();
        QVERIFY(session);
        QCOMPARE(m_server->count(FakeCall::Login), 1);
        QCOMPARE(m_server->calls().last(),
            (RecordedCall{FakeCall::Select, "INBOX", {}, m_server->calls().last().connection}));
    }

    void unknownUser_cannotSignIn()
    {
        const auto factory
            = FakeImapServer::factoryFor({{QStringLiteral("a@x"), m_server.get()}});
        accounts::ServerEndpoint endpoint;
        endpoint.user = QStringLiteral("b@x");
        auto session = factory(endpoint);
        QVERIFY(session->connect({}));
        QCOMPARE(session->login(Secret("pw"), {}).error().kind, ErrorKind::Auth);
    }
};

INLET_TEST(tst_FakeImapSession)
#include "tst_FakeImapSession.moc"
