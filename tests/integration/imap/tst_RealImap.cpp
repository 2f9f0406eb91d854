// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/VmimeImapSession.h"
#include "support/ImapContract.h"
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

namespace
{

QByteArray numbered(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "From: a@customers.test\r\nTo: b@sales.test\r\nSubject: " + n + "\r\nMessage-ID: <real-" + n
        + "@customers.test>\r\n\r\n" + ("Line of " + n + "\r\n").repeated(20);
}

} // namespace

/// The contract and what goes beyond it, on Dovecot.
class tst_RealImap : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    ImapSessionFactory m_factory;
    std::unique_ptr<ImapContract> m_contract;

    void use(const accounts::ServerEndpoint &endpoint)
    {
        m_contract = std::make_unique<ImapContract>(m_factory, endpoint, passwordOf(endpoint.user));
    }
    Secret passwordOf(const QString &email) const
    {
        QFile file(m_servers.dir() + QStringLiteral("/accounts.json"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        for (const QJsonValue &account : QJsonDocument::fromJson(file.readAll()).array()) {
            if (account[QStringLiteral("email")].toString() == email)
                return Secret::fromString(account[QStringLiteral("password")].toString());
        }
        return {};
    }
    accounts::ServerEndpoint startTls(const QString &email, const QString &address) const
    {
        accounts::ServerEndpoint endpoint = m_servers.imap(email, address);
        endpoint.port = m_servers.port("IMAP_PORT");
        endpoint.tls = accounts::TlsMode::StartTls;
        return endpoint;
    }

private Q_SLOTS:
    void initTestCase()
    {
        MailServers::Options options;
        options.imapOnly = true;
        QVERIFY2(m_servers.start(options), qPrintable(m_servers.error()));
        m_factory = makeImapSessionFactory({m_servers.caFile()});
    }
    void init() { use(m_servers.imap(MailServers::user(1))); }

    INLET_IMAP_CONTRACT_SLOTS(*m_contract)

    void baseServer_data()
    {
        QTest::addColumn<int>("part");
        QTest::newRow("fetch") << 0;
        QTest::newRow("changes") << 1;
        QTest::newRow("folders and search") << 2;
    }
    /// Offers nothing but IMAP4rev1. Mailbox of another user: folders of their own.
    void baseServer()
    {
        QFETCH(int, part);
        use(m_servers.imap(MailServers::user(2), QStringLiteral("127.0.0.3")));
        if (part == 0) {
            m_contract->appendThenFetchGivesTheSameOctets();
            m_contract->fetchBodiesKeepsTheOrderOfItsRuns();
            m_contract->fetchLeavesMessagesUnread();
            m_contract->missingUidsAreAbsent();
            m_contract->fetchFlagsTellsOnlyChanges();
        } else if (part == 1) {
            m_contract->storeFlagsAddsAndRemoves();
            m_contract->moveTakesMessagesAway();
            m_contract->idleHearsAnotherClient();
        } else {
            m_contract->listsFoldersWithRoles();
            m_contract->missingFolderIsNotFound();
            m_contract->searchFindsByMessageIdOnly();
            m_contract->searchSinceIsByDay();
            m_contract->findLooksForWordsInARange();
            m_contract->statusCountsAnotherFolder();
            m_contract->wrongPasswordIsAuth();
        }
        auto session = m_contract->open();
        QVERIFY(session);
        QVERIFY(!session->capabilities().idle && !session->capabilities().move
            && !session->capabilities().uidPlus && !session->capabilities().condstore);
    }

    void startTls_loginDisabledBefore_signsInAfter()
    {
        use(startTls(MailServers::user(1), QStringLiteral("127.0.0.2")));
        auto session = m_contract->open();
        QVERIFY(session);
        QVERIFY(session->stream().isEncrypted());
        QVERIFY(!session->capabilities().all.contains("LOGINDISABLED"));
        QVERIFY(session->capabilities().all.size() > 3);
    }

    void badCertificate_isTls()
    {
        for (const char *address : {"127.0.0.11", "127.0.0.12", "127.0.0.13"}) {
            auto session = m_factory(m_servers.imap(MailServers::user(1), QLatin1String(address)));
            const auto result = session->connect({});
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::Tls);
        }
    }

    void awkwardPassword_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("AUTHENTICATE PLAIN") << QStringLiteral("127.0.0.1");
        QTest::newRow("LOGIN command") << QStringLiteral("127.0.0.3");
    }
    void awkwardPassword()
    {
        QFETCH(QString, address);
        use(m_servers.imap(QStringLiteral("awkward@sales.test"), address));
        auto session = m_contract->open();
        QVERIFY(session);
        QVERIFY(session->select("INBOX", {}));
    }

    void disabledAccount_isAuth()
    {
        const QString email = QStringLiteral("disabled@sales.test");
        auto session = m_factory(m_servers.imap(email));
        QVERIFY(session->connect({}));
        const auto result = session->login(Secret("pw-disabled"), {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Auth);
    }

    /// 2,000 messages whole, in order, none of them marked as read.
    void fetch_2000_noneBecomesSeen()
    {
        use(m_servers.imap(MailServers::user(3)));
        auto session = m_contract->open();
        QVERIFY(session);
        QVERIFY(session->createFolder("Many", {}));
        for (int number = 0; number < 2000; ++number)
            QVERIFY(session->append("Many", numbered(number), {}, {}));
        QVERIFY(session->select("Many", {}));
        const auto uids = session->searchSince({}, {});
        QVERIFY(uids);
        QCOMPARE(uids->size(), 2000);
        const QList<ImapUid> newestFirst(uids->rbegin(), uids->rend());

        QList<qint64> sizes;
        QVERIFY(session->fetchMeta(newestFirst, [&](FetchedMessage &&row) { sizes.append(row.size); }, {}));
        QCOMPARE(sizes.size(), 2000);
        int rows = 0;
        QVERIFY(session->fetchBodies(newestFirst, sizes,
            [&](FetchedMessage &&row) {
                ++rows;
                const int number = int(uids->indexOf(row.uid));
                QCOMPARE(row.body, numbered(number));
                QVERIFY(row.hasFlags && !row.flags.seen && row.internalDate.isValid() && row.modSeq > 0);
            },
            {}));
        QCOMPARE(rows, 2000);
        QVERIFY(session->fetchHeaders(newestFirst.first(300), [&](FetchedMessage &&) { ++rows; }, {}));
        QCOMPARE(rows, 2300);

        int unread = 0;
        QVERIFY(session->fetchFlags(ImapUid(1), 0, [&](FetchedMessage &&row) { unread += !row.flags.seen; }, {}));
        QCOMPARE(unread, 2000);
    }

    void folders_namesInManyScripts_areTheSameAfterwards()
    {
        use(m_servers.imap(MailServers::user(4)));
        auto session = m_contract->open();
        QVERIFY(session);
        // "Entwürfe & Co", "日本", and a smiley outside the basic plane.
        for (const char *wire : {"Entw&APw-rfe &- Co", "&ZeVnLA-", "&2D3eAA-", "quote \" and \\ backslash"}) {
            QVERIFY2(session->createFolder(wire, {}), wire);
            QVERIFY2(session->select(wire, {}), wire);
        }
        const auto folders = session->listFolders({});
        QVERIFY(folders);
        QStringList names;
        for (const RemoteFolder &folder : *folders)
            names.append(folder.name);
        QVERIFY(names.contains(QStringLiteral("Entw\u00fcrfe & Co")));
        QVERIFY(names.contains(QStringLiteral("\u65e5\u672c")));
        QVERIFY(names.contains(QString::fromUtf16(u"\U0001F600")));
        QVERIFY(names.contains(QStringLiteral("quote \" and \\ backslash")));
    }

    void largeMessage_comesBackWhole()
    {
        use(m_servers.imap(MailServers::user(5)));
        auto session = m_contract->open();
        QVERIFY(session);
        const QByteArray large = numbered(1) + QByteArray("0123456789abcdef0123456789abcdef\r\n").repeated(400'000);
        QVERIFY(session->append("Archive", large, {}, {}));
        QVERIFY(session->select("Archive", {}));
        const auto uids = session->searchMessageId(QStringLiteral("real-1@customers.test"), {});
        QVERIFY(uids);
        QCOMPARE(uids->size(), 1);
        QByteArray body;
        QVERIFY(session->fetchBodies(*uids, {}, [&](FetchedMessage &&row) { body = row.body; }, {}));
        QVERIFY(body == large);
    }

    void stop_whileIdlingOrReading_endsAtOnce()
    {
        auto session = m_contract->open();
        QVERIFY(session);
        QVERIFY(session->select("INBOX", {}));
        std::stop_source source;
        source.request_stop();
        QElapsedTimer timer;
        timer.start();
        const auto result = session->noop(source.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 1000);
    }
};

INLET_TEST(tst_RealImap)
#include "tst_RealImap.moc"
