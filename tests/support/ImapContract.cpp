// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ImapContract.h"
#include "support/ImapContract_p.h"

namespace inlet::test
{

using namespace contract;

ImapContract::ImapContract(imap::ImapSessionFactory factory, accounts::ServerEndpoint endpoint,
    Secret password, QByteArray prefix)
    : m_factory(std::move(factory))
    , m_endpoint(std::move(endpoint))
    , m_password(std::move(password))
    , m_prefix(std::move(prefix))
{
}

std::unique_ptr<ImapSession> ImapContract::open()
{
    auto session = m_factory(m_endpoint);
    const auto connected = session->connect({});
    if (!QTest::qVerify(connected.has_value(), "connect", text(connected), __FILE__, __LINE__))
        return nullptr;
    const auto signedIn = session->login(m_password, {});
    if (!QTest::qVerify(signedIn.has_value(), "login", text(signedIn), __FILE__, __LINE__))
        return nullptr;
    return session;
}

void ImapContract::openFolder(const QByteArray &name, std::unique_ptr<ImapSession> &session)
{
    session = open();
    if (!session)
        return;
    VERIFY_RESULT(session->createFolder(name, {}));
    const auto state = session->select(name, {});
    VERIFY_RESULT(state);
    QCOMPARE(state->exists, 0U);
}

QList<ImapUid> ImapContract::fill(ImapSession &session, const QByteArray &folder, int messages)
{
    for (int number = 1; number <= messages; ++number) {
        const auto added = session.append(folder, mail(number), {}, {});
        if (!QTest::qVerify(added.has_value(), "append", text(added), __FILE__, __LINE__))
            return {};
    }
    const auto uids = allUids(session);
    return uids.value_or(QList<ImapUid>());
}

void ImapContract::wrongPasswordIsAuth()
{
    auto session = m_factory(m_endpoint);
    VERIFY_RESULT(session->connect({}));
    const auto refused = session->login(Secret("not the password"), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Auth);
    QCOMPARE(refused.error().cause, QByteArray("wrong-password"));
    QVERIFY(!refused.error().serverReply.isEmpty());
    QVERIFY(!refused.error().serverReply.contains("not the password"));
}

void ImapContract::listsFoldersWithRoles()
{
    auto session = open();
    QVERIFY(session);
    const auto folders = session->listFolders({});
    VERIFY_RESULT(folders);
    QHash<imap::FolderRole, QByteArray> byRole;
    for (const imap::RemoteFolder &folder : *folders) {
        if (folder.role != imap::FolderRole::None)
            byRole.insert(folder.role, folder.wireName);
    }
    QCOMPARE(byRole.value(imap::FolderRole::Inbox), QByteArray("INBOX"));
    QCOMPARE(byRole.value(imap::FolderRole::Sent), here("Sent"));
    QCOMPARE(byRole.value(imap::FolderRole::Junk), here("Junk"));
    QCOMPARE(byRole.value(imap::FolderRole::Trash), here("Trash"));
    QCOMPARE(byRole.value(imap::FolderRole::Archive), here("Archive"));
    QCOMPARE(byRole.value(imap::FolderRole::Drafts), here("Drafts"));
}

void ImapContract::missingFolderIsNotFound()
{
    auto session = open();
    QVERIFY(session);
    const auto selected = session->select(here("Nowhere"), {});
    QVERIFY(!selected);
    QCOMPARE(selected.error().kind, ErrorKind::NotFound);
    const auto counted = session->status(here("Nowhere"), {});
    QVERIFY(!counted);
    QCOMPARE(counted.error().kind, ErrorKind::NotFound);
    const auto appended = session->append(here("Nowhere"), mail(1), {}, {});
    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, ErrorKind::NotFound);
    // A refusal is not the end of the session.
    VERIFY_RESULT(session->select("INBOX", {}));
}

void ImapContract::createFolderTwiceIsSuccess()
{
    auto session = open();
    QVERIFY(session);
    VERIFY_RESULT(session->createFolder(here("ContractTwice"), {}));
    VERIFY_RESULT(session->createFolder(here("ContractTwice"), {}));
}

void ImapContract::appendThenFetchGivesTheSameOctets()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractAppend"), session);
    QVERIFY(session);
    QByteArray large = mail(7);
    for (int line = 0; line < 20000; ++line)
        large += "line " + QByteArray::number(line) + " ) (\\Seen) {3}\r\n";
    const auto added = session->append(here("ContractAppend"), large, {"\\Seen", "$Inlet_Test"}, {});
    VERIFY_RESULT(added);
    if (session->capabilities().uidPlus)
        QVERIFY(added->has_value());

    const auto uids = allUids(*session);
    VERIFY_RESULT(uids);
    QCOMPARE(uids->size(), 1);
    if (added->has_value())
        QCOMPARE((*added)->uid, uids->first());
    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchBodies(*uids, {}, into(rows), {}));
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().hasBody);
    QCOMPARE(rows.first().body, large);
    QCOMPARE(rows.first().size, large.size());
    QVERIFY(rows.first().hasFlags);
    QVERIFY(rows.first().flags.seen);
    QCOMPARE(rows.first().flags.keywords, QByteArrayList{"$Inlet_Test"});
    QVERIFY(qAbs(rows.first().internalDate.secsTo(QDateTime::currentDateTimeUtc())) < 600);

    rows.clear();
    VERIFY_RESULT(session->fetchHeaders(*uids, into(rows), {}));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().body, large.left(large.indexOf("\r\n\r\n") + 4));
}

void ImapContract::fetchBodiesKeepsTheOrderOfItsRuns()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractOrder"), session);
    QVERIFY(session);
    QList<ImapUid> newestFirst = fill(*session, here("ContractOrder"), 12);
    QCOMPARE(newestFirst.size(), 12);
    std::reverse(newestFirst.begin(), newestFirst.end());
    // Sizes that let only one message into a command.
    const QList<qint64> sizes(12, 9'000'000);
    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchBodies(newestFirst, sizes, into(rows), {}));
    QCOMPARE(uidsOf(rows), newestFirst);
    QCOMPARE(rows.first().body, mail(12));
    QCOMPARE(rows.last().body, mail(1));
}

void ImapContract::partsMakeUpTheWhole()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractParts"), session);
    QVERIFY(session);
    QByteArray large = mail(9);
    while (large.size() < 50'000)
        large += "line " + QByteArray::number(large.size()) + " ) {3}\r\n";
    VERIFY_RESULT(session->append(here("ContractParts"), large, {}, {}));
    const auto uids = allUids(*session);
    VERIFY_RESULT(uids);
    QByteArray whole;
    for (int part = 0; part < 20; ++part) { // the last ones are behind the end
        const auto slice = session->fetchSlice(uids->first(), {}, whole.size(), 7'001, {});
        VERIFY_RESULT(slice);
        QVERIFY(slice->size() <= 7'001);
        whole += *slice;
    }
    QCOMPARE(whole, large);
    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchFlags(ImapUid(1), 0, into(rows), {}));
    QVERIFY(!rows.first().flags.seen);
    const auto missing = session->fetchSlice(ImapUid(uids->first().number() + 1), {}, 0, 100, {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
}

void ImapContract::fetchLeavesMessagesUnread()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractUnread"), session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, here("ContractUnread"), 3);
    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchMeta(uids, into(rows), {}));
    VERIFY_RESULT(session->fetchHeaders(uids, into(rows), {}));
    VERIFY_RESULT(session->fetchBodies(uids, {}, into(rows), {}));
    QCOMPARE(rows.size(), 9);
    rows.clear();
    VERIFY_RESULT(session->fetchFlags(ImapUid(1), 0, into(rows), {}));
    QCOMPARE(rows.size(), 3);
    for (const FetchedMessage &row : rows)
        QVERIFY(row.hasFlags && !row.flags.seen);
}

void ImapContract::missingUidsAreAbsent()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractMissing"), session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, here("ContractMissing"), 1);
    QCOMPARE(uids.size(), 1);
    // To Cyrus a set with a UID over 2^31 is empty; it hands out none.
    const QList<ImapUid> asked{ImapUid(2'000'000'000), uids.first(), ImapUid(77'777)};
    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchBodies(asked, {}, into(rows), {}));
    QCOMPARE(uidsOf(rows), uids);
    rows.clear();
    VERIFY_RESULT(session->fetchFlags(ImapUid(uids.first().number() + 1), 0, into(rows), {}));
    QVERIFY(rows.isEmpty());
    VERIFY_RESULT(session->fetchBodies({}, {}, into(rows), {}));
    QVERIFY(rows.isEmpty());
    const auto there = session->searchUids(asked, {});
    VERIFY_RESULT(there);
    QCOMPARE(*there, uids);
}

void ImapContract::findLooksForWordsInARange()
{
    using Field = FindQuery::Field;
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractFind"), session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, here("ContractFind"), 4);
    QCOMPARE(uids.size(), 4);
    const UidRange all{ImapUid(1), ImapUid(uids.last().number() + 10)};
    const auto found = [&](const FindQuery::Term &term, const UidRange &range) {
        return session->find({{term}, {}, {}, 0}, range, {}).value_or(QList<ImapUid>{ImapUid(4'000'000'000)});
    };
    QCOMPARE(found({QStringLiteral("number 3"), Field::Text}, all), QList<ImapUid>{uids.at(2)});
    QCOMPARE(found({QStringLiteral("number 3"), Field::Subject}, all), QList<ImapUid>{uids.at(2)});
    QCOMPARE(found({QStringLiteral("ann@customers"), Field::From}, all), uids);
    QCOMPARE(found({QStringLiteral("ann@customers"), Field::To}, all), QList<ImapUid>());
    QCOMPARE(found({QStringLiteral("sales.test"), Field::Address}, all), uids);
    QCOMPARE(found({QStringLiteral("number"), Field::Subject}, {uids.at(1), uids.at(2)}), uids.mid(1, 2));
    const auto without = session->find(
        {{{QStringLiteral("number"), Field::Subject}, {QStringLiteral("number 2"), Field::Subject, true}}, {}, {}, 0}, all, {});
    VERIFY_RESULT(without);
    QCOMPARE(*without, (QList<ImapUid>{uids.at(0), uids.at(2), uids.at(3)}));
    // Letters beyond ASCII, and what would end a string.
    const auto none = session->find({{{QStringLiteral("Grüße \"x\\"), Field::Text}}, {}, {}, 0}, all, {});
    VERIFY_RESULT(none);
    QVERIFY(none->isEmpty());
    const QDate tomorrow = QDateTime::currentDateTimeUtc().date().addDays(2);
    const auto later = session->find({{}, tomorrow, {}, 0}, all, {});
    VERIFY_RESULT(later);
    QVERIFY(later->isEmpty());
    const auto before = session->find({{}, {}, tomorrow, 10}, all, {});
    VERIFY_RESULT(before);
    QCOMPARE(*before, uids);
}

} // namespace inlet::test
