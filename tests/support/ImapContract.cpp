// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ImapContract.h"

#include <QTest>

#include <poll.h>

#define VERIFY_RESULT(expression)                                                                  \
    do {                                                                                           \
        const auto &verified = (expression);                                                       \
        QVERIFY2(verified.has_value(), text(verified));                                            \
    } while (false)

namespace inlet::test
{

namespace
{

using imap::FetchedMessage;
using imap::ImapSession;

template <typename T>
QByteArray describe(const Result<T> &result)
{
    if (result)
        return {};
    const Error &error = result.error();
    return nameOf(error.kind).toUtf8() + ": " + error.detail.toUtf8() + " / " + error.serverReply;
}

/// For QVERIFY2: lives until the end of the test binary's next call.
template <typename T>
const char *text(const Result<T> &result)
{
    static QByteArray kept;
    kept = describe(result);
    return kept.constData();
}

QByteArray mail(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "From: Ann <ann@customers.test>\r\nTo: rep@sales.test\r\nSubject: Number " + n
        + "\r\nMessage-ID: <contract-" + n + "@customers.test>\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n"
          "\r\nText of number "
        + n + ", with a { brace} and a \"quote\"\r\n";
}

QList<ImapUid> uidsOf(const QList<FetchedMessage> &rows)
{
    QList<ImapUid> uids;
    for (const FetchedMessage &row : rows)
        uids.append(row.uid);
    return uids;
}

ImapSession::TakeMessage into(QList<FetchedMessage> &rows)
{
    return [&rows](FetchedMessage &&row) { rows.append(std::move(row)); };
}

/// Reads IDLE until `wanted` is said or ten seconds are over.
bool hears(ImapSession &session, bool imap::IdleEvents::*wanted)
{
    for (int round = 0; round < 100; ++round) {
        if (!session.stream().hasBufferedInput()) {
            pollfd descriptor{session.stream().descriptor(), POLLIN, 0};
            ::poll(&descriptor, 1, 100);
            if (descriptor.revents == 0)
                continue;
        }
        const auto events = session.readIdle({});
        if (!events)
            return false;
        if ((*events).*wanted)
            return true;
    }
    return false;
}

} // namespace

ImapContract::ImapContract(imap::ImapSessionFactory factory, accounts::ServerEndpoint endpoint,
    Secret password)
    : m_factory(std::move(factory)), m_endpoint(std::move(endpoint)), m_password(std::move(password))
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

void ImapContract::openFolder(const char *name, std::unique_ptr<ImapSession> &session)
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
    const auto uids = session.searchSince({}, {});
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
    QCOMPARE(byRole.value(imap::FolderRole::Sent), QByteArray("Sent"));
    QCOMPARE(byRole.value(imap::FolderRole::Junk), QByteArray("Junk"));
    QCOMPARE(byRole.value(imap::FolderRole::Trash), QByteArray("Trash"));
    QCOMPARE(byRole.value(imap::FolderRole::Archive), QByteArray("Archive"));
    QCOMPARE(byRole.value(imap::FolderRole::Drafts), QByteArray("Drafts"));
}

void ImapContract::missingFolderIsNotFound()
{
    auto session = open();
    QVERIFY(session);
    const auto selected = session->select("Nowhere", {});
    QVERIFY(!selected);
    QCOMPARE(selected.error().kind, ErrorKind::NotFound);
    const auto counted = session->status("Nowhere", {});
    QVERIFY(!counted);
    QCOMPARE(counted.error().kind, ErrorKind::NotFound);
    const auto appended = session->append("Nowhere", mail(1), {}, {});
    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, ErrorKind::NotFound);
    // A refusal is not the end of the session.
    VERIFY_RESULT(session->select("INBOX", {}));
}

void ImapContract::createFolderTwiceIsSuccess()
{
    auto session = open();
    QVERIFY(session);
    VERIFY_RESULT(session->createFolder("ContractTwice", {}));
    VERIFY_RESULT(session->createFolder("ContractTwice", {}));
}

void ImapContract::appendThenFetchGivesTheSameOctets()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractAppend", session);
    QVERIFY(session);
    QByteArray large = mail(7);
    for (int line = 0; line < 20000; ++line)
        large += "line " + QByteArray::number(line) + " ) (\\Seen) {3}\r\n";
    const auto added = session->append("ContractAppend", large, {"\\Seen", "$Inlet_Test"}, {});
    VERIFY_RESULT(added);
    if (session->capabilities().uidPlus)
        QVERIFY(added->has_value());

    const auto uids = session->searchSince({}, {});
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
    openFolder("ContractOrder", session);
    QVERIFY(session);
    QList<ImapUid> newestFirst = fill(*session, "ContractOrder", 12);
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

void ImapContract::fetchLeavesMessagesUnread()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractUnread", session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, "ContractUnread", 3);
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
    openFolder("ContractMissing", session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, "ContractMissing", 1);
    QCOMPARE(uids.size(), 1);
    const QList<ImapUid> asked{ImapUid(4'000'000'000U), uids.first(), ImapUid(77'777)};
    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchBodies(asked, {}, into(rows), {}));
    QCOMPARE(uidsOf(rows), uids);
    rows.clear();
    VERIFY_RESULT(session->fetchFlags(ImapUid(uids.first().number() + 1), 0, into(rows), {}));
    QVERIFY(rows.isEmpty());
    VERIFY_RESULT(session->fetchBodies({}, {}, into(rows), {}));
    QVERIFY(rows.isEmpty());
}

void ImapContract::storeFlagsAddsAndRemoves()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractFlags", session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, "ContractFlags", 2);
    QCOMPARE(uids.size(), 2);
    VERIFY_RESULT(session->storeFlags(uids, imap::FlagChange::Add, {"\\Seen", "$Inlet_Interested"}, {}));
    const QList<ImapUid> second{uids.last()};
    VERIFY_RESULT(session->storeFlags(second, imap::FlagChange::Remove, {"\\Seen"}, {}));
    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchMeta(uids, into(rows), {}));
    QCOMPARE(uidsOf(rows), uids);
    QVERIFY(rows.first().flags.seen);
    QVERIFY(!rows.last().flags.seen);
    QCOMPARE(rows.last().flags.keywords, QByteArrayList{"$Inlet_Interested"});
}

void ImapContract::fetchFlagsTellsOnlyChanges()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractChanges", session);
    QVERIFY(session);
    if (!session->capabilities().condstore)
        return; // an old server: fetchFlags tells everything, see fetchLeavesMessagesUnread
    const QList<ImapUid> uids = fill(*session, "ContractChanges", 3);
    QCOMPARE(uids.size(), 3);
    const auto state = session->select("ContractChanges", {});
    VERIFY_RESULT(state);
    QVERIFY(state->highestModSeq > 0);

    auto other = open();
    QVERIFY(other);
    VERIFY_RESULT(other->select("ContractChanges", {}));
    const QList<ImapUid> middle{uids.at(1)};
    VERIFY_RESULT(other->storeFlags(middle, imap::FlagChange::Add, {"\\Flagged"}, {}));

    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchFlags(ImapUid(1), state->highestModSeq, into(rows), {}));
    QCOMPARE(uidsOf(rows), middle);
    QVERIFY(rows.first().flags.flagged);
    QVERIFY(rows.first().modSeq > state->highestModSeq);
}

void ImapContract::searchFindsByMessageIdOnly()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractSearch", session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, "ContractSearch", 11);
    QCOMPARE(uids.size(), 11);
    // "contract-1@..." is part of no other id, but servers search for substrings: "-1" and "-11".
    const auto found = session->searchMessageId(QStringLiteral("contract-1@customers.test"), {});
    VERIFY_RESULT(found);
    QCOMPARE(*found, QList<ImapUid>{uids.first()});
    const auto part = session->searchMessageId(QStringLiteral("contract-1"), {});
    VERIFY_RESULT(part);
    QVERIFY(part->isEmpty());
    const auto awkward = session->searchMessageId(QStringLiteral("no \"such\\ id\u00fc@x"), {});
    VERIFY_RESULT(awkward);
    QVERIFY(awkward->isEmpty());
    const auto empty = session->searchMessageId(QString(), {});
    VERIFY_RESULT(empty);
    QVERIFY(empty->isEmpty());
}

void ImapContract::searchSinceIsByDay()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractSince", session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, "ContractSince", 2);
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const auto recent = session->searchSince(today.addDays(-3), {});
    VERIFY_RESULT(recent);
    QCOMPARE(*recent, uids);
    const auto future = session->searchSince(today.addDays(3), {});
    VERIFY_RESULT(future);
    QVERIFY(future->isEmpty());
}

void ImapContract::moveTakesMessagesAway()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractMove", session);
    QVERIFY(session);
    VERIFY_RESULT(session->createFolder("ContractMoveTarget", {}));
    const QList<ImapUid> uids = fill(*session, "ContractMove", 3);
    QCOMPARE(uids.size(), 3);
    const QList<ImapUid> moved{uids.at(2), uids.at(0)};
    const auto nowhere = session->move(moved, "Nowhere", {});
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::NotFound);

    const auto fresh = session->move(moved, "ContractMoveTarget", {});
    VERIFY_RESULT(fresh);
    QList<FetchedMessage> left;
    VERIFY_RESULT(session->fetchFlags(ImapUid(1), 0, into(left), {}));
    const bool leavesSource = session->capabilities().move || session->capabilities().uidPlus;
    QCOMPARE(left.size(), leavesSource ? 1 : 3);
    for (const FetchedMessage &row : left)
        QCOMPARE(row.flags.deleted, row.uid != uids.at(1));

    VERIFY_RESULT(session->select("ContractMoveTarget", {}));
    if (!session->capabilities().uidPlus)
        return;
    QCOMPARE(fresh->size(), 2);
    QList<FetchedMessage> rows;
    const QList<ImapUid> firstNew{fresh->first().uid};
    VERIFY_RESULT(session->fetchBodies(firstNew, {}, into(rows), {}));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().body, mail(3));
}

void ImapContract::statusCountsAnotherFolder()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractStatus", session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, "ContractStatus", 2);
    QCOMPARE(uids.size(), 2);
    const auto selected = session->select("INBOX", {});
    VERIFY_RESULT(selected);
    QVERIFY(selected->keepsKeywords);
    const auto state = session->status("ContractStatus", {});
    VERIFY_RESULT(state);
    QCOMPARE(state->exists, 2U);
    QCOMPARE(state->uidNext, uids.last().number() + 1);
    QVERIFY(state->uidValidity.isValid());
}

void ImapContract::idleHearsAnotherClient()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractIdle", session);
    QVERIFY(session);
    if (!session->capabilities().idle) {
        const auto refused = session->startIdle({});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::ServerRefused);
        return;
    }
    auto other = open();
    QVERIFY(other);
    VERIFY_RESULT(other->select("ContractIdle", {}));
    VERIFY_RESULT(session->startIdle({}));
    VERIFY_RESULT(other->append("ContractIdle", mail(1), {}, {}));
    QVERIFY(hears(*session, &imap::IdleEvents::exists));
    const auto uids = other->searchSince({}, {});
    VERIFY_RESULT(uids);
    VERIFY_RESULT(other->storeFlags(*uids, imap::FlagChange::Add, {"\\Flagged"}, {}));
    QVERIFY(hears(*session, &imap::IdleEvents::flags));
    VERIFY_RESULT(session->endIdle({}));
}

void ImapContract::idleEndsAndTheSessionGoesOn()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractIdleEnd", session);
    QVERIFY(session);
    if (!session->capabilities().idle)
        return; // held by idleHearsAnotherClient
    for (int round = 0; round < 3; ++round) {
        VERIFY_RESULT(session->startIdle({}));
        VERIFY_RESULT(session->endIdle({}));
        VERIFY_RESULT(session->noop({}));
    }
    VERIFY_RESULT(session->append("ContractIdleEnd", mail(1), {}, {}));
    VERIFY_RESULT(session->noop({}));
    QVERIFY(session->takeUnsolicited().exists);
    QVERIFY(!session->takeUnsolicited().exists);
}

void ImapContract::stopEndsTheSession()
{
    std::unique_ptr<ImapSession> session;
    openFolder("ContractStop", session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, "ContractStop", 5);
    std::stop_source source;
    int rows = 0;
    const auto result = session->fetchBodies(uids, {},
        [&](FetchedMessage &&) {
            if (++rows == 2)
                source.request_stop();
        },
        source.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QCOMPARE(rows, 2);
    QVERIFY(!session->noop({}));
}

} // namespace inlet::test
