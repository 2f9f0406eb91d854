// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "store/sqlite/Connection.h"
#include "support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <atomic>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

class tst_Store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_makesPrivateFiles()
    {
        StoreFixture f;
        const QString dir = f.dir.path() + QStringLiteral("/profile");
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(dir).permissions() & others));
        for (const char *name : {"/inlet.db", "/inlet.db-wal", "/inlet.db-shm"}) {
            QVERIFY2(QFileInfo::exists(dir + QLatin1String(name)), name);
            QVERIFY2(!(QFileInfo(dir + QLatin1String(name)).permissions() & others), name);
        }
        QVERIFY(f.subject->databaseBytes() > 0);
    }

    void accounts_roundTrip()
    {
        StoreFixture f;
        accounts::Account account;
        account.email = QStringLiteral("Cleo@Us.test");
        account.displayName = QStringLiteral("Cleo Ürün");
        account.imap = {QStringLiteral("imap.us.test"), 993, accounts::TlsMode::Implicit, QStringLiteral("cleo"), "abc"};
        account.smtp = {QStringLiteral("smtp.us.test"), 587, accounts::TlsMode::StartTls, QStringLiteral("cleo"), {}};
        account.aliases = {QStringLiteral("c@us.test")};
        account.history = accounts::HistoryWindow::Year1;
        account.sentPolicy = accounts::SentPolicy::WeAppend;
        account.inUnifiedInbox = false;
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto id = t.addAccount(account);
            if (!id)
                return id.error();
            account.id = *id;
            return {};
        });
        const auto stored = f.read([&](ReadSession &s) { return s.account(account.id); });
        QVERIFY(stored);
        QCOMPARE(*stored, account);
        const Result<void> twice = f.subject->writeAndWait("twice", [&](WriteTransaction &t) -> Result<void> {
            const auto id = t.addAccount(account);
            return id ? Result<void>() : Result<void>(id.error());
        });
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, ErrorKind::Conflict);
    }

    void command_thatFails_leavesNothing()
    {
        StoreFixture f;
        const Result<void> result = f.subject->writeAndWait("fails", [&](WriteTransaction &t) -> Result<void> {
            const auto done = t.ingest({MailBuilder("a@x.test").from("x@x.test").to("anna@us.test").in(f.anna.inbox, 1)});
            if (!done)
                return done;
            return Error{ErrorKind::Cancelled, QStringLiteral("changed my mind"), {}, {}};
        });
        QVERIFY(!result);
        QCOMPARE(f.everything().size(), 0);
        QCOMPARE(f.inconsistency(), QString());
    }

    void ingest_twice_storesOnce()
    {
        StoreFixture f;
        const IncomingMessage mail = MailBuilder("a@x.test").from("x@x.test").to("anna@us.test").in(f.anna.inbox, 1);
        f.ingest(mail);
        f.ingest(QList<IncomingMessage>{mail, mail});
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 1);
        QCOMPARE(f.inconsistency(), QString());
    }

    void ingest_sameMessageInTwoFolders_isOneWithTwoPlaces()
    {
        StoreFixture f;
        MailBuilder mail("a@x.test");
        mail.from("x@x.test").to("anna@us.test");
        f.ingest(mail.in(f.anna.inbox, 1));
        f.ingest(mail.in(f.anna.allMail, 9));
        QCOMPARE(f.everything().first().messages, 1);
        const auto item = f.messages(f.everything().first().id).first();
        const auto places = f.read([&](ReadSession &s) { return s.locations(item.id); });
        QCOMPARE(places->size(), 2);
    }

    void ingest_sameMessageIdOtherContent_losesNothing()
    {
        StoreFixture f;
        f.ingest(MailBuilder("dup@x.test").from("x@x.test").to("anna@us.test").text(QStringLiteral("First")).in(f.anna.inbox, 1));
        f.ingest(MailBuilder("dup@x.test").from("x@x.test").to("anna@us.test").text(QStringLiteral("Second")).in(f.anna.inbox, 2));
        f.ingest(MailBuilder().from("x@x.test").to("anna@us.test").text(QStringLiteral("Third")).in(f.anna.inbox, 3));
        f.ingest(MailBuilder().from("x@x.test").to("anna@us.test").text(QStringLiteral("Fourth")).in(f.anna.inbox, 4));
        int messages = 0;
        const auto rows = f.everything();
        for (const ConversationRow &row : rows)
            messages += row.messages;
        QCOMPARE(messages, 4);
    }

    void ingest_otherUidValidity_isDropped()
    {
        StoreFixture f;
        f.ingest(MailBuilder("a@x.test").from("x@x.test").to("anna@us.test").in(f.anna.inbox, 1, 77));
        QCOMPARE(f.everything().size(), 0);
    }

    void raw_andBody_comeBackAsTheyWere()
    {
        StoreFixture f;
        const IncomingMessage mail = MailBuilder("a@x.test")
                                         .from("x@x.test")
                                         .to("anna@us.test")
                                         .text(QStringLiteral("Grüße\nzweite Zeile"))
                                         .html(QStringLiteral("<p>Grüße</p>"))
                                         .in(f.anna.inbox, 1)
                                         .build();
        f.ingest(mail);
        f.reopen();
        const auto item = f.messages(f.everything().first().id).first();
        QCOMPARE(*f.read([&](ReadSession &s) { return s.raw(item.id); }), mail.raw);
        const auto body = f.read([&](ReadSession &s) { return s.body(item.id); });
        QCOMPARE(body->text, mail.parsed.text);
        QCOMPARE(body->html, mail.parsed.html);
    }

    void headerOnly_isCompletedLater()
    {
        StoreFixture f;
        MailBuilder mail("a@x.test");
        mail.from("x@x.test").to("anna@us.test").in(f.anna.inbox, 1);
        MailBuilder header = mail;
        f.ingest(header.text(QString()).headerOnly());
        const auto item = f.messages(f.everything().first().id).first();
        QVERIFY(!item.hasBody);
        QCOMPARE(f.read([&](ReadSession &s) { return s.missingBodies(f.anna.id, 10); })->size(), 1);
        const auto none = f.read([&](ReadSession &s) { return s.raw(item.id); });
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
        const auto noBody = f.read([&](ReadSession &s) { return s.body(item.id); });
        QVERIFY(!noBody); // to be fetched, not to be shown as empty
        QCOMPARE(noBody.error().kind, ErrorKind::NotFound);
        const IncomingMessage whole = mail.text(QStringLiteral("zebra crossing")).attachment(QStringLiteral("a.pdf"), 9);
        f.change([&](WriteTransaction &t) { return t.completeBody(item.id, whole); });
        QCOMPARE(*f.read([&](ReadSession &s) { return s.raw(item.id); }), whole.raw);
        QVERIFY(f.everything().first().hasAttachment);
        ListQuery query;
        query.search = QStringLiteral("zebra");
        query.everywhere = true;
        QCOMPARE(f.list(query).size(), 1);
        QCOMPARE(f.inconsistency(), QString());
    }

    void ledger_compareAndSwap_hasOneWinner()
    {
        StoreFixture f;
        LedgerRow row;
        row.account = f.anna.id;
        row.messageId = QStringLiteral("ours@us.test");
        row.recipients = {QStringLiteral("mara@acme.test")};
        row.state = LedgerState::Queued;
        f.change([&](WriteTransaction &t) -> Result<void> {
            row.id = *t.addLedger(row, "raw octets");
            return {};
        });
        QCOMPARE(*f.read([&](ReadSession &s) { return s.ledgerBytes(row.id); }), QByteArray("raw octets"));
        row.state = LedgerState::Sending;
        f.change([&](WriteTransaction &t) { return t.updateLedger(row, LedgerState::Queued); });
        const Result<void> second = f.subject->writeAndWait(
            "second", [&](WriteTransaction &t) { return t.updateLedger(row, LedgerState::Queued); });
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QCOMPARE(f.read([](ReadSession &s) { return s.unfinishedLedger(); })->size(), 1);
        QVERIFY(f.lastChanges.ledger.contains(row.id));
    }

    void drafts_surviveWithFiles()
    {
        StoreFixture f;
        Draft draft;
        draft.account = f.anna.id;
        draft.from = QStringLiteral("alias@us.test");
        draft.to = QStringLiteral("Mara <mara@acme.test>");
        draft.text = QStringLiteral("Hello\nagain");
        draft.references = {QStringLiteral("a@x"), QStringLiteral("b@x")};
        draft.files = {{QStringLiteral("offer.pdf"), "application/pdf", QByteArray("\0\1\2", 3)}};
        f.change([&](WriteTransaction &t) -> Result<void> {
            draft.id = *t.saveDraft(draft);
            return {};
        });
        f.reopen();
        auto stored = f.read([&](ReadSession &s) { return s.draft(draft.id); });
        QVERIFY(stored->changedAt.isValid());
        draft.changedAt = stored->changedAt;
        QCOMPARE(*stored, draft);
        f.change([&](WriteTransaction &t) { return t.removeDraft(draft.id); });
        QVERIFY(f.read([](ReadSession &s) { return s.drafts(); })->isEmpty());
    }

    /// Who ends before the store does is not called afterwards.
    void settle_carriesOutWrites_andEndsReads()
    {
        StoreFixture store;
        std::atomic<bool> begun = false;
        std::atomic<bool> readEnded = false;
        std::atomic<int> written = 0;
        std::atomic<bool> dropped = true;
        const auto takeAWhile = [] {
            QElapsedTimer watch;
            for (watch.start(); watch.elapsed() < 50;) { }
        };
        store.subject->read("endless", [&](store::ReadSession &session) {
            begun = true;
            while (session.counts()) { }
            takeAWhile();
            readEnded = true;
        });
        QTRY_VERIFY(begun);
        for (int i = 0; i < 3; ++i) {
            const auto nothing = [](store::WriteTransaction &) -> Result<void> { return {}; };
            const auto done = [&](const Result<void> &) {
                takeAWhile();
                store.subject->read("waits", [&](store::ReadSession &) { takeAWhile(); dropped = false; });
                ++written;
            };
            store.subject->write("slow", nothing, done, i == 1 ? store::Urgency::Bulk : store::Urgency::Normal);
        }
        store.subject->settle();
        QVERIFY(readEnded);
        QCOMPARE(written, 3);
        dropped = true;
        store.change([](store::WriteTransaction &) -> Result<void> { return {}; });
        QVERIFY(dropped);
    }

    /// Beside the writer: sees its commits, writes nothing, makes nothing.
    void readingStore_seesCommits_andRefusesToWrite()
    {
        StoreFixture f;
        const QString dir = f.dir.path() + QStringLiteral("/profile");
        const auto reader = openStoreToRead(dir);
        QVERIFY2(bool(reader), reader ? "" : qPrintable(reader.error().detail));
        const auto suppressed = [&] {
            bool is = false;
            (*reader)->readHere([&](ReadSession &s) { is = s.isSuppressed(QStringLiteral("jo@rival.test")).value_or(false); });
            return is;
        };
        QVERIFY(!suppressed());
        f.change([](WriteTransaction &t) { return t.suppress(QStringLiteral("rival.test"), QStringLiteral("competitor")); });
        QVERIFY(suppressed());
        const auto refused = (*reader)->writeAndWait("test", [](WriteTransaction &t) { return t.suppress(QStringLiteral("a.test"), {}); });
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        std::optional<Result<void>> answered;
        (*reader)->write("test", {}, [&](const Result<void> &done) { answered = done; });
        QVERIFY(answered && !*answered);
        std::atomic<int> runs = 0;
        (*reader)->read({}, [&](ReadSession &) { ++runs; });
        QTRY_COMPARE(runs, 1);
    }

    void readingStore_ofNoDatabaseOrAnother_opensNothing()
    {
        const QTemporaryDir empty;
        QCOMPARE(openStoreToRead(empty.path()).error().cause, QByteArray("database-older"));
        QVERIFY(QDir(empty.path()).isEmpty());
        StoreFixture f;
        const QString dir = f.dir.path() + QStringLiteral("/profile");
        f.subject.reset();
        const auto causeWith = [&](const char *version) {
            {
                Connection db(dir + QStringLiteral("/inlet.db"), Connection::Mode::ReadWrite);
                db.exec((QByteArray("PRAGMA user_version = ") + version).constData());
            }
            return openStoreToRead(dir).error().cause;
        };
        QCOMPARE(causeWith("1"), QByteArray("database-older"));
        QCOMPARE(causeWith("9999"), QByteArray("database-newer"));
    }

    void suppression_coversAddressAndDomain()
    {
        StoreFixture f;
        f.change([](WriteTransaction &t) -> Result<void> {
            for (const char *pattern : {"Mara@Acme.test", "@blocked.test"}) {
                const auto done = t.suppress(QLatin1String(pattern), QStringLiteral("asked"));
                if (!done)
                    return done;
            }
            return {};
        });
        const auto suppressed = [&](const char *address) {
            return *f.read([&](ReadSession &s) { return s.isSuppressed(QLatin1String(address)); });
        };
        QVERIFY(suppressed("mara@acme.test"));
        QVERIFY(!suppressed("other@acme.test"));
        QVERIFY(suppressed("any@BLOCKED.test"));
        QVERIFY(suppressed("any@eu.blocked.test"));
        QVERIFY(!suppressed("any@notblocked.test"));
    }
};

INLET_TEST(tst_Store)
#include "tst_Store.moc"
