// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/VmimeImapSession.h"
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
    std::unique_ptr<ImapContract> m_contract;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("Cyrus") << Kind::Cyrus;
        QTest::newRow("Cyrus, below INBOX") << Kind::CyrusOld;
        QTest::newRow("Courier") << Kind::Courier;
    }
    void initTestCase()
    {
        for (const Kind kind : {Kind::Cyrus, Kind::CyrusOld, Kind::Courier}) {
            MailServers::Options options;
            options.kind = kind;
            QVERIFY2(m_servers[kind].start(options), qPrintable(m_servers[kind].error()));
        }
    }
    void init()
    {
        QFETCH_GLOBAL(Kind, kind);
        const MailServers &servers = m_servers[kind];
        const QString email = MailServers::user(1);
        m_contract = std::make_unique<ImapContract>(imap::makeImapSessionFactory({servers.caFile()}),
            servers.imap(email), MailServers::password(email), servers.folderPrefix());
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
    }
};

INLET_TEST(tst_ForeignImap)
#include "tst_ForeignImap.moc"
