// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/VmimeImapSession.h"
#include "support/FaultProxy.h"
#include "support/ImapContract.h"
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QTest>

#include <map>

using namespace inlet;
using namespace inlet::test;
using Kind = MailServers::Kind;

Q_DECLARE_METATYPE(inlet::test::MailServers::Kind)

/// The contract that Dovecot and the fake session keep, on Cyrus and Courier.
class tst_ForeignImap : public QObject
{
    Q_OBJECT

private:
    std::map<Kind, MailServers> m_servers;
    FaultProxy m_line; ///< so long that Cyrus is asked to compress
    std::unique_ptr<ImapContract> m_contract;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("farAway");
        QTest::newRow("Cyrus") << Kind::Cyrus << false;
        QTest::newRow("Cyrus, far away") << Kind::Cyrus << true;
        QTest::newRow("Cyrus, below INBOX") << Kind::CyrusOld << false;
        QTest::newRow("Courier") << Kind::Courier << false;
    }
    void initTestCase()
    {
        for (const Kind kind : {Kind::Cyrus, Kind::CyrusOld, Kind::Courier}) {
            MailServers::Options options;
            options.kind = kind;
            QVERIFY2(m_servers[kind].start(options), qPrintable(m_servers[kind].error()));
        }
        QVERIFY(m_line.start(m_servers[Kind::Cyrus].port("IMAPS_PORT")));
        QVERIFY(m_line.command("latency 15").startsWith("ok"));
    }
    void init()
    {
        QFETCH_GLOBAL(Kind, kind);
        const MailServers &servers = m_servers[kind];
        QFETCH_GLOBAL(bool, farAway);
        const QString email = MailServers::user(farAway ? 2 : 1);
        accounts::ServerEndpoint endpoint = servers.imap(email);
        if (farAway)
            endpoint.port = m_line.port();
        m_contract = std::make_unique<ImapContract>(imap::makeImapSessionFactory({servers.caFile()}), endpoint,
            MailServers::password(email), servers.folderPrefix());
    }

    INLET_IMAP_CONTRACT_SLOTS(*m_contract)

    void capabilities_areThoseOfTheServer()
    {
        QFETCH_GLOBAL(Kind, kind);
        const bool cyrus = kind != Kind::Courier;
        auto session = m_contract->open();
        QVERIFY(session);
        QVERIFY(session->capabilities().idle && session->capabilities().uidPlus);
        QCOMPARE(session->capabilities().qresync, cyrus);
        QCOMPARE(session->capabilities().move, cyrus);
        QCOMPARE(session->capabilities().specialUse, cyrus);
        QFETCH_GLOBAL(bool, farAway);
        QVERIFY(session->append("INBOX", "\r\n" + QByteArray("0123456789abcdef\r\n").repeated(10'000), {}, {}));
        QVERIFY(!farAway || session->stream().octetsOut() < 20'000);
    }
};

INLET_TEST(tst_ForeignImap)
#include "tst_ForeignImap.moc"
