// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/VmimeImapSession.h"
#include "support/FaultProxy.h"
#include "support/ImapContract.h"
#include "support/MailServers.h"
#include "support/ScriptedServer.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

/// Dovecot on a line so long that the session asks for compression: the whole contract holds through it.
class tst_CompressedImap : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    FaultProxy m_proxy;
    ImapSessionFactory m_factory;
    std::unique_ptr<ImapContract> m_contract;

    std::unique_ptr<ImapSession> open(quint16 port)
    {
        accounts::ServerEndpoint endpoint = m_servers.imap(MailServers::user(1));
        endpoint.port = port;
        m_contract = std::make_unique<ImapContract>(m_factory, endpoint, MailServers::password(endpoint.user));
        return m_contract->open();
    }

    /// Octets on the wire for the bodies in Many.
    qint64 cost(quint16 port, qint64 *plain)
    {
        auto session = open(port);
        if (!session || !session->select("Many", {}))
            return -1;
        const auto uids = session->searchSince({}, {});
        const qint64 before = session->stream().octetsIn();
        *plain = 0;
        if (!uids || !session->fetchBodies(*uids, {}, [&](FetchedMessage &&row) { *plain += row.body.size(); }, {}))
            return -1;
        return session->stream().octetsIn() - before;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_servers.start({.users = 1, .imapOnly = true}), qPrintable(m_servers.error()));
        QVERIFY(m_proxy.start(m_servers.port("IMAPS_PORT")));
        QVERIFY(m_proxy.command("latency 15").startsWith("ok"));
        m_factory = makeImapSessionFactory({m_servers.caFile()});
    }
    void init() { QVERIFY(open(m_proxy.port())); }

    INLET_IMAP_CONTRACT_SLOTS(*m_contract)

    void farAway_aThirdTravels_nearByAll()
    {
        auto session = open(m_servers.port("IMAPS_PORT"));
        QVERIFY(session);
        QVERIFY(session->createFolder("Many", {}));
        for (int i = 0; i < 100; ++i) {
            const QByteArray n = QByteArray::number(i);
            QVERIFY(session->append("Many", "Subject: " + n + "\r\nMessage-ID: <c-" + n + "@x.test>\r\n\r\n"
                    + ("The quick brown fox number " + n + " jumps over the lazy dog.\r\n").repeated(60), {}, {}));
        }
        qint64 plain = 0;
        const qint64 far = cost(m_proxy.port(), &plain);
        QVERIFY2(plain > 300'000 && far > 0 && far * 3 < plain, qPrintable(QStringLiteral("%1 of %2").arg(far).arg(plain)));
        // A busy machine answers late now and then.
        qint64 near = 0;
        for (int attempt = 0; attempt < 20 && near <= plain; ++attempt)
            near = cost(m_servers.port("IMAPS_PORT"), &plain);
        QVERIFY2(near > plain, qPrintable(QString::number(near)));
    }

    void largeMessage_bothWays()
    {
        auto session = open(m_proxy.port());
        QVERIFY(session);
        const QByteArray large = "Message-ID: <large@x.test>\r\n\r\n" + QByteArray("0123456789abcdef0123456789abcdef\r\n").repeated(200'000);
        QVERIFY(session->append("Archive", large, {}, {}));
        QVERIFY(session->stream().octetsOut() < large.size() / 10);
        QVERIFY(session->select("Archive", {}));
        const auto uids = session->searchMessageId(QStringLiteral("large@x.test"), {});
        QVERIFY(uids);
        QCOMPARE(uids->size(), 1);
        QByteArray body;
        QVERIFY(session->fetchBodies(*uids, {}, [&](FetchedMessage &&row) { body = row.body; }, {}));
        QVERIFY(body == large);
    }

    void brokenWhileItSends_endsTheSession_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char *fault : {"garbage 1", "garbage 5000", "close", "cut", "cutafter 20000 s2c"})
            QTest::newRow(fault) << QByteArray(fault);
    }
    /// The faults hit the compressed stream inside of TLS.
    void brokenWhileItSends_endsTheSession()
    {
        QFETCH(QByteArray, fault);
        FaultProxy proxy;
        QVERIFY(proxy.startInsideTls(m_servers.port("IMAP_PORT"), m_servers.dir() + QStringLiteral("/certs")));
        QVERIFY(proxy.command("latency 15").startsWith("ok"));
        auto session = open(proxy.port());
        QVERIFY(session);
        const QByteArray large = "\r\n" + QByteArray("0123456789abcdef0123456789abcdef\r\n").repeated(100'000);
        QVERIFY(session->append("Drafts", large, {}, {}));
        QVERIFY(session->stream().octetsOut() < large.size() / 10);
        QVERIFY(session->select("Drafts", {}));
        const auto uids = session->searchSince({}, {});
        QVERIFY(uids && !uids->empty());
        QVERIFY(session->startIdle({}));
        QVERIFY(proxy.command(fault).startsWith("ok"));
        int whole = 0;
        const auto ended = session->endIdle({});
        const auto fetched = ended ? session->fetchBodies(*uids, {}, [&](FetchedMessage &&row) { whole += row.body == large; }, {})
                                   : Result<void>(ended.error());
        QVERIFY(!fetched);
        QVERIFY2(fetched.error().kind == ErrorKind::Network || fetched.error().kind == ErrorKind::Protocol,
            qPrintable(fetched.error().detail));
        QVERIFY(whole < uids->size());
        QVERIFY(!session->select("INBOX", {}));
        QVERIFY(proxy.command("reset").startsWith("ok"));
        QVERIFY(proxy.command("latency 15").startsWith("ok"));
        session.reset();
        auto next = open(proxy.port());
        QVERIFY(next);
        QVERIFY(next->append("Drafts", large, {}, {}));
        // Damaged, not only lost: it may have been the compression.
        QCOMPARE(next->stream().octetsOut() > large.size(), fetched.error().kind == ErrorKind::Protocol);
    }

    void agreement_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("refused: it goes without") << QByteArray("S: <tag> NO [COMPRESSIONACTIVE] by TLS\nC: <tag> SELECT INBOX\nS: <tag> OK x") << true;
        QTest::newRow("unknown after all") << QByteArray("S: <tag> BAD what\nC: <tag> SELECT INBOX\nS: <tag> OK x") << true;
        QTest::newRow("agreed, and goes on in plain text") << QByteArray("S: <tag> OK go\nS: * BYE\nI") << false;
        QTest::newRow("gone") << QByteArray("X") << false;
    }
    void agreement()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, goesOn);
        const QByteArray signIn = "TLS\nS: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi\nC: <tag> AUTHENTICATE *\n"
                                  "S: <tag> OK in\nC: <tag> CAPABILITY\nS: * CAPABILITY IMAP4rev1 COMPRESS=DEFLATE\n"
                                  "S: <tag> OK x\n";
        QByteArrayList scripts{signIn + "C: <tag> COMPRESS DEFLATE\n" + answer};
        if (!goesOn)
            scripts.append(signIn + "C: <tag> SELECT INBOX\nS: <tag> OK x");
        ScriptedServer server(scripts);
        FaultProxy proxy;
        QVERIFY(proxy.start(server.port()));
        QVERIFY(proxy.command("latency 15").startsWith("ok"));
        accounts::ServerEndpoint endpoint = m_servers.imap(MailServers::user(1));
        endpoint.port = proxy.port();
        const ImapSessionFactory factory = makeImapSessionFactory({testCaFile()});
        auto session = factory(endpoint);
        QVERIFY(session->connect({}));
        QCOMPARE(session->login(Secret("pw"), {}).has_value(), goesOn);
        if (!goesOn) { // the next attempt asks for no compression
            session = factory(endpoint);
            QVERIFY(session->connect({}));
            QVERIFY(session->login(Secret("pw"), {}));
        }
        QVERIFY(session->select("INBOX", {}));
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }
};

INLET_TEST(tst_CompressedImap)
#include "tst_CompressedImap.moc"
