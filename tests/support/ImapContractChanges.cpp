// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ImapContract about changes, searches and IDLE.
#include "support/ImapContract_p.h"

#include <poll.h>

namespace inlet::test
{

using namespace contract;

namespace
{

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

void ImapContract::storeFlagsAddsAndRemoves()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractFlags"), session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, here("ContractFlags"), 2);
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
    openFolder(here("ContractChanges"), session);
    QVERIFY(session);
    if (!session->capabilities().condstore)
        return; // an old server: fetchFlags tells everything, see fetchLeavesMessagesUnread
    const QList<ImapUid> uids = fill(*session, here("ContractChanges"), 3);
    QCOMPARE(uids.size(), 3);
    const auto state = session->select(here("ContractChanges"), {});
    VERIFY_RESULT(state);
    QVERIFY(state->highestModSeq > 0);

    auto other = open();
    QVERIFY(other);
    VERIFY_RESULT(other->select(here("ContractChanges"), {}));
    const QList<ImapUid> middle{uids.at(1)};
    VERIFY_RESULT(other->storeFlags(middle, imap::FlagChange::Add, {"\\Flagged"}, {}));

    QList<FetchedMessage> rows;
    VERIFY_RESULT(session->fetchFlags(ImapUid(1), state->highestModSeq, into(rows), {}));
    QVERIFY(!rows.isEmpty());
    for (const FetchedMessage &row : std::as_const(rows)) {
        QCOMPARE(row.uid, middle.first());
        QVERIFY(row.flags.flagged);
        QVERIFY(row.modSeq > state->highestModSeq);
    }
}

void ImapContract::resyncTellsChangesAndEnds()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractResync"), session);
    QVERIFY(session);
    if (!session->capabilities().qresync)
        return; // resync() is select() there
    const QList<ImapUid> uids = fill(*session, here("ContractResync"), 4);
    QCOMPARE(uids.size(), 4);
    const auto before = session->select(here("ContractResync"), {});
    VERIFY_RESULT(before);
    VERIFY_RESULT(session->createFolder(here("ContractResyncTarget"), {}));

    auto other = open();
    QVERIFY(other);
    VERIFY_RESULT(other->select(here("ContractResync"), {}));
    VERIFY_RESULT(other->storeFlags(QList<ImapUid>{uids.at(1)}, imap::FlagChange::Add, {"\\Flagged"}, {}));
    VERIFY_RESULT(other->move(QList<ImapUid>{uids.at(2)}, here("ContractResyncTarget"), {}));

    QList<FetchedMessage> rows;
    const auto after = session->resync(here("ContractResync"), {before->uidValidity, before->highestModSeq}, into(rows), {});
    VERIFY_RESULT(after);
    QVERIFY(after->complete);
    QCOMPARE(after->state.exists, 3U);
    QCOMPARE(after->vanished, (QList<imap::UidRange>{{uids.at(2), uids.at(2)}}));
    QCOMPARE(uidsOf(rows), QList<ImapUid>{uids.at(1)});
    rows.clear();
    const auto again = session->resync(here("ContractResync"), {before->uidValidity, after->state.highestModSeq}, into(rows), {});
    VERIFY_RESULT(again);
    QVERIFY(again->complete && again->vanished.isEmpty() && rows.isEmpty());
    const auto wrong = session->resync(
        here("ContractResync"), {UidValidity(before->uidValidity.number() + 1), before->highestModSeq}, into(rows), {});
    VERIFY_RESULT(wrong);
    QVERIFY(!wrong->complete && rows.isEmpty());
}

void ImapContract::searchFindsByMessageIdOnly()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractSearch"), session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, here("ContractSearch"), 11);
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
    openFolder(here("ContractSince"), session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, here("ContractSince"), 2);
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
    openFolder(here("ContractMove"), session);
    QVERIFY(session);
    VERIFY_RESULT(session->createFolder(here("ContractMoveTarget"), {}));
    const QList<ImapUid> uids = fill(*session, here("ContractMove"), 3);
    QCOMPARE(uids.size(), 3);
    const QList<ImapUid> moved{uids.at(2), uids.at(0)};
    const auto nowhere = session->move(moved, here("Nowhere"), {});
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::NotFound);

    const auto fresh = session->move(moved, here("ContractMoveTarget"), {});
    VERIFY_RESULT(fresh);
    QList<FetchedMessage> left;
    VERIFY_RESULT(session->fetchFlags(ImapUid(1), 0, into(left), {}));
    const bool leavesSource = session->capabilities().move || session->capabilities().uidPlus;
    QCOMPARE(left.size(), leavesSource ? 1 : 3);
    for (const FetchedMessage &row : left)
        QCOMPARE(row.flags.deleted, row.uid != uids.at(1));

    VERIFY_RESULT(session->select(here("ContractMoveTarget"), {}));
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
    openFolder(here("ContractStatus"), session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, here("ContractStatus"), 2);
    QCOMPARE(uids.size(), 2);
    const auto selected = session->select("INBOX", {});
    VERIFY_RESULT(selected);
    QVERIFY(selected->keepsKeywords);
    const auto state = session->status(here("ContractStatus"), {});
    VERIFY_RESULT(state);
    QCOMPARE(state->exists, 2U);
    QCOMPARE(state->uidNext, uids.last().number() + 1);
    QVERIFY(state->uidValidity.isValid());
    if (!session->capabilities().listStatus)
        return;
    const auto all = session->statusOfAll({});
    VERIFY_RESULT(all);
    QCOMPARE(all->value(here("ContractStatus")), *state);
    QVERIFY(all->contains("INBOX"));
}

void ImapContract::idleHearsAnotherClient()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractIdle"), session);
    QVERIFY(session);
    if (!session->capabilities().idle) {
        const auto refused = session->startIdle({});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::ServerRefused);
        return;
    }
    auto other = open();
    QVERIFY(other);
    VERIFY_RESULT(other->select(here("ContractIdle"), {}));
    VERIFY_RESULT(session->startIdle({}));
    VERIFY_RESULT(other->append(here("ContractIdle"), mail(1), {}, {}));
    QVERIFY(hears(*session, &imap::IdleEvents::exists));
    const auto uids = allUids(*other);
    VERIFY_RESULT(uids);
    VERIFY_RESULT(other->storeFlags(*uids, imap::FlagChange::Add, {"\\Flagged"}, {}));
    QVERIFY(hears(*session, &imap::IdleEvents::flags));
    VERIFY_RESULT(session->endIdle({}));
}

void ImapContract::idleEndsAndTheSessionGoesOn()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractIdleEnd"), session);
    QVERIFY(session);
    if (!session->capabilities().idle)
        return; // held by idleHearsAnotherClient
    for (int round = 0; round < 3; ++round) {
        VERIFY_RESULT(session->startIdle({}));
        VERIFY_RESULT(session->endIdle({}));
        VERIFY_RESULT(session->noop({}));
    }
    VERIFY_RESULT(session->append(here("ContractIdleEnd"), mail(1), {}, {}));
    VERIFY_RESULT(session->noop({}));
    QVERIFY(session->takeUnsolicited().exists);
    QVERIFY(!session->takeUnsolicited().exists);
}

void ImapContract::stopEndsTheSession()
{
    std::unique_ptr<ImapSession> session;
    openFolder(here("ContractStop"), session);
    QVERIFY(session);
    const QList<ImapUid> uids = fill(*session, here("ContractStop"), 5);
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
