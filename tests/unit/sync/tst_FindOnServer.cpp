// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncFixture.h"
#include "support/TestMain.h"
#include "sync/Finding_p.h"

#include <algorithm>
#include <atomic>

using namespace inlet;
using namespace inlet::test;

namespace
{

/// What a search told. Thread: any; the mutex guards the members.
struct Told {
    std::mutex mutex;
    QList<sync::FindOnServer::Progress> progress;
    std::optional<Result<void>> end;

    bool ended()
    {
        const std::scoped_lock lock(mutex);
        return end.has_value();
    }
    sync::FindOnServer::Progress last()
    {
        const std::scoped_lock lock(mutex);
        return progress.isEmpty() ? sync::FindOnServer::Progress() : progress.last();
    }
};

/// A mailbox whose window is a month, with older mail on its server.
struct FindFixture {
    SyncFixture f;
    std::stop_source stop;
    std::shared_ptr<Told> told;

    FindFixture() { f.mailboxes.first().history = accounts::HistoryWindow::Days30; }
    void deliverOld(int first, int count, const QByteArray &word, const QByteArray &folder = "INBOX")
    {
        for (int i = 0; i < count; ++i) {
            const int number = first + i;
            const QByteArray from = "lead" + QByteArray::number(number) + "@prospect.example";
            f.server.deliver(folder, SyncFixture::mail(number, from) + word + "\r\n", {}, f.clock.nowUtc().addDays(-400).addSecs(60 * i));
        }
    }
    bool begin()
    {
        f.startEngine();
        return f.waitUntilLive();
    }
    void find(const QString &word, int most = 100, const std::function<void()> &onProgress = [] {})
    {
        told = std::make_shared<Told>();
        sync::FindOnServer how;
        how.query.terms = {{word, imap::FindQuery::Field::Text}};
        how.most = most;
        how.stop = stop.get_token();
        how.progress = [told = told, onProgress](const sync::FindOnServer::Progress &progress) {
            {
                const std::scoped_lock lock(told->mutex);
                told->progress.append(progress);
            }
            onProgress();
        };
        f.engine->findOnServer(f.mailboxes.first().id, how, [told = told](const Result<void> &result) {
            const std::scoped_lock lock(told->mutex);
            told->end = result;
        });
    }
    bool waitForEnd()
    {
        return f.turnUntil([this] { return told->ended(); });
    }
    qint64 foundHere(const QString &word)
    {
        qint64 rows = -1;
        f.store->readHere([&](store::ReadSession &read) {
            const store::ListQuery query{.scope = store::Scope::All, .account = {}, .category = {}, .search = word, .everywhere = true};
            rows = read.keys(query).value_or(QList<store::ListKey>()).size();
        });
        return rows;
    }
    bool connectionGoesOn()
    {
        const int connects = f.server.count(FakeCall::Connect);
        f.server.deliver("INBOX", SyncFixture::mail(90'000), {}, f.clock.nowUtc());
        return SyncFixture::waitUntil([&] { return f.observer.newMail().contains(SyncFixture::messageId(90'000)); })
            && f.server.count(FakeCall::Connect) == connects;
    }
};

} // namespace

/// Mail that is on the server only, because somebody looks for it.
class tst_FindOnServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void olderMail_isFetched_canBeSearched_andIsNoNews()
    {
        FindFixture find;
        find.deliverOld(1, 40, "nothing of note");
        find.deliverOld(50, 3, "about the pricing of it");
        find.deliverOld(60, 1, "our pricing", "Sent");
        QVERIFY(find.begin());
        QCOMPARE(find.f.messages("INBOX").size(), 0);
        QCOMPARE(find.foundHere(QStringLiteral("pricing")), 0);
        find.find(QStringLiteral("pricing"));
        QVERIFY(find.waitForEnd());
        QVERIFY(*find.told->end);
        const auto last = find.told->last();
        QCOMPARE(last.fetched, 4);
        QCOMPARE(last.total, 44);
        QCOMPARE(last.looked, last.total);
        QVERIFY(!last.more && !last.someRefused);
        QCOMPARE(find.f.messages("INBOX").size(), 3);
        QCOMPARE(find.f.messages("Sent").size(), 1);
        QCOMPARE(find.foundHere(QStringLiteral("pricing")), 4);
        QVERIFY(find.f.observer.newMail().isEmpty());
        QVERIFY(find.connectionGoesOn());
        // What came stays: no later round takes it for gone, or for missing.
        find.f.engine->checkNow(find.f.mailboxes.first().id);
        QVERIFY(find.f.waitUntilRound(2));
        QCOMPARE(find.f.messages("INBOX").size(), 4);
    }

    void foldersOfTheRepsOwn_areSearchedToo()
    {
        FindFixture find;
        find.f.server.addFolder("Clients");
        find.deliverOld(1, 3, "pricing");
        find.deliverOld(10, 2, "pricing", "Clients");
        QVERIFY(find.begin());
        QCOMPARE(find.f.messages("Clients").size(), 0);
        find.find(QStringLiteral("pricing"));
        QVERIFY(find.waitForEnd());
        QVERIFY(*find.told->end);
        QCOMPARE(find.told->last().total, 5);
        QCOMPARE(find.told->last().fetched, 5);
        QCOMPARE(find.f.messages("Clients").size(), 2);
        QVERIFY(find.f.observer.newMail().isEmpty());
    }

    void most_isKept_andAskedAgain_theNextCome()
    {
        FindFixture find;
        find.deliverOld(1, 5, "pricing");
        QVERIFY(find.begin());
        for (const int here : {2, 4, 5}) {
            find.find(QStringLiteral("pricing"), 2);
            QVERIFY(find.waitForEnd());
            QVERIFY(*find.told->end);
            QCOMPARE(find.f.messages("INBOX").size(), here);
            QCOMPARE(find.told->last().more, here < 5);
        }
        // The newest came first.
        QCOMPARE(find.told->last().fetched, 1);
        QCOMPARE(find.f.messages("INBOX").first().messageId, SyncFixture::messageId(1));
    }

    void largeFolder_isAskedInRanges_andCalledOffBetweenThem()
    {
        FindFixture find;
        find.deliverOld(1, 9'000, "pricing is not it");
        QVERIFY(find.begin());
        find.find(QStringLiteral("no such word"), 100, [&] { find.stop.request_stop(); });
        QVERIFY(find.waitForEnd());
        QVERIFY(!*find.told->end);
        QCOMPARE(find.told->end->error().kind, ErrorKind::Cancelled);
        QCOMPARE(find.f.server.count(FakeCall::Find), 1);
        QVERIFY(find.told->last().looked > 0 && find.told->last().looked < find.told->last().total);
        QVERIFY(find.connectionGoesOn());
        find.stop = {};
        find.find(QStringLiteral("no such word"));
        QVERIFY(find.waitForEnd());
        QVERIFY(*find.told->end);
        QVERIFY(find.f.server.count(FakeCall::Find) > 2);
        QCOMPARE(find.told->last().looked, find.told->last().total);
    }

    void lostConnection_goesOnWhereItWas()
    {
        FindFixture find;
        find.deliverOld(1, 5'000, "nothing");
        find.deliverOld(6'000, 2, "pricing", "Sent");
        QVERIFY(find.begin());
        std::atomic<bool> cut = false;
        find.find(QStringLiteral("pricing"), 100, [&] {
            if (!cut.exchange(true))
                find.f.server.cutConnections();
        });
        QVERIFY(find.waitForEnd());
        QVERIFY(*find.told->end);
        QVERIFY(cut);
        QCOMPARE(find.told->last().fetched, 2);
    }

    /// SEARCH TEXT without an index: the server is silent until the connection is given up.
    void searchIsTooMuch_lessIsAsked_andTheMailboxIsWell_data()
    {
        QTest::addColumn<int>("silent");
        QTest::newRow("for that range") << 2;
        QTest::newRow("always") << 1'000;
    }
    void searchIsTooMuch_lessIsAsked_andTheMailboxIsWell()
    {
        QFETCH(int, silent);
        FindFixture find;
        find.deliverOld(1, 4'000, "nothing");
        find.deliverOld(5'000, 2, "pricing");
        QVERIFY(find.begin());
        const AccountId id = find.f.mailboxes.first().id;
        find.f.server.failNext(FakeCall::Find, Error{ErrorKind::Timeout, QStringLiteral("silent"), {}, "timeout"}, silent);
        find.find(QStringLiteral("pricing"));
        QVERIFY(find.waitForEnd());
        QVERIFY(find.f.waitUntilLive());
        QVERIFY(!find.f.observer.states(id).contains(sync::SyncState::Waiting));
        QList<qint64> asked;
        for (const RecordedCall &call : find.f.server.calls()) {
            if (call.call == FakeCall::Find && call.folder == "INBOX")
                asked.append(call.argument.split(':').at(1).toLongLong() - call.argument.split(':').at(0).toLongLong() + 1);
        }
        QCOMPARE(asked.mid(0, 3), (QList<qint64>{2'000, 500, 200}));
        if (silent > 2) {
            QVERIFY(!*find.told->end);
            QCOMPARE(find.told->end->error().kind, ErrorKind::Timeout);
            QCOMPARE(asked.size(), 3);
            return;
        }
        QVERIFY(*find.told->end);
        QCOMPARE(find.told->last().fetched, 2);
        QCOMPARE(find.told->last().looked, find.told->last().total);
        QVERIFY(std::all_of(asked.cbegin() + 2, asked.cend(), [](qint64 range) { return range <= 200; }));
    }

    /// On one that hangs up again and again each small step would be a sign-in.
    void manyLosses_endTheSearch()
    {
        sync::Finding subject{sync::FindOnServer()};
        subject.begin({FolderId(1)}, 100'000);
        subject.enter(100'000);
        int losses = 0;
        bool goesOn = true;
        while (goesOn && losses < 1'000) {
            subject.looked(100'000, std::chrono::milliseconds(10));
            goesOn = subject.lost(losses % 2 == 0);
            ++losses;
        }
        QVERIFY2(losses > 3 && losses <= 10, qPrintable(QString::number(losses)));
    }

    /// What a server lists and does not hand out is passed over: it would be asked for again and again.
    void foundAndNotHandedOut_ends()
    {
        FindFixture find;
        find.deliverOld(1, 5, "pricing");
        QVERIFY(find.begin());
        for (const FakeMessage &message : find.f.server.messages("INBOX"))
            find.f.server.withhold("INBOX", message.uid, 1'000'000);
        find.find(QStringLiteral("pricing"), 2);
        QVERIFY(find.waitForEnd());
        QVERIFY(*find.told->end);
        QCOMPARE(find.told->last().fetched, 0);
        QCOMPARE(find.told->last().looked, find.told->last().total);
    }

    void refusedFolder_theOthersAreSearched()
    {
        FindFixture find;
        find.deliverOld(1, 3, "pricing");
        find.deliverOld(10, 2, "pricing", "Sent");
        QVERIFY(find.begin());
        find.f.server.failNext(FakeCall::Find, Error{ErrorKind::ServerRefused, QStringLiteral("no"), "NO [BADCHARSET]", {}});
        find.find(QStringLiteral("pricing"));
        QVERIFY(find.waitForEnd());
        QVERIFY(*find.told->end);
        QVERIFY(find.told->last().someRefused);
        QCOMPARE(find.told->last().fetched, 2);
        find.f.server.failNext(FakeCall::Find, Error{ErrorKind::ServerRefused, QStringLiteral("no"), "NO [BADCHARSET]", {}}, 100);
        find.find(QStringLiteral("pricing"));
        QVERIFY(find.waitForEnd());
        QVERIFY(!*find.told->end);
        QCOMPARE(find.told->end->error().kind, ErrorKind::ServerRefused);
        QVERIFY(find.connectionGoesOn());
    }

    void mailboxThatNeedsTheUser_answersAtOnce()
    {
        FindFixture find;
        find.f.server.setPassword("another");
        find.f.startEngine();
        const AccountId id = find.f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return find.f.observer.status(id).state == sync::SyncState::NeedsUser; }));
        const int signIns = find.f.server.count(FakeCall::Login);
        find.find(QStringLiteral("pricing"));
        QVERIFY(SyncFixture::waitUntil([&] { return find.told->ended(); }));
        QCOMPARE(find.told->end->error().kind, ErrorKind::Auth);
        QCOMPARE(find.f.server.count(FakeCall::Login), signIns);
    }

    void gmail_isAskedInAllMailOnly()
    {
        FindFixture find;
        find.f.server.becomeGmail();
        find.deliverOld(1, 3, "pricing");
        QVERIFY(find.begin());
        find.find(QStringLiteral("pricing"));
        QVERIFY(find.waitForEnd());
        QVERIFY(*find.told->end);
        QCOMPARE(find.told->last().fetched, 3);
        QSet<QByteArray> asked;
        for (const RecordedCall &call : find.f.server.calls()) {
            if (call.call == FakeCall::Find)
                asked.insert(call.folder);
        }
        QVERIFY(!asked.contains("INBOX"));
    }
};

INLET_TEST(tst_FindOnServer)
#include "tst_FindOnServer.moc"
