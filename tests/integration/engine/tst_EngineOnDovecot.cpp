// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppContext.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "support/FaultProxy.h"
#include "support/MailServers.h"
#include "support/ServerHand.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace inlet;
using namespace inlet::test;

/// The engine as the window has it, on a real server.
class tst_EngineOnDovecot : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    FaultProxy m_line;
    QTemporaryDir m_profile;
    std::unique_ptr<app::AppContext> m_context;
    AccountId m_account;

    /// What is stored of every message cannot be unpacked any more; the database itself is sound.
    void damageMessages() const
    {
        SQLite::Database db((m_profile.path() + QStringLiteral("/inlet.db")).toStdString(), SQLite::OPEN_READWRITE);
        db.setBusyTimeout(10'000);
        db.exec("UPDATE contents SET packed = substr(packed, 1, length(packed) / 2)");
    }

    [[nodiscard]] QList<StoredMessageId> messages() const
    {
        QList<StoredMessageId> ids;
        m_context->store().readHere([&](store::ReadSession &read) {
            const auto rows = static_cast<store::MailReads &>(read).messages(m_account, FolderId());
            for (const store::StoredMessageRow &row : rows.value_or(QList<store::StoredMessageRow>()))
                ids.append(row.location.message);
        });
        return ids;
    }

    /// From before the window of the mailbox, on the server before the mailbox is known here.
    void putOldMail()
    {
        const QString email = MailServers::user(1);
        const QByteArray raw = "Message-ID: <zeppelin@customers.test>\r\nFrom: Zoe <zoe@customers.test>\r\nTo: <" + email.toUtf8()
            + ">\r\nSubject: Your offer\r\nDate: Wed, 10 Jan 2024 10:00:00 +0000\r\n\r\nHow much is a zeppelin?\r\n";
        ServerHand hand(m_servers, email);
        QVERIFY(hand.run("APPEND INBOX \"10-Jan-2024 10:00:00 +0000\" {" + QByteArray::number(raw.size()) + "+}\r\n" + raw));
    }

    /// New and here as a header; invalid when it did not come.
    StoredMessageId deliverLarge(int octets)
    {
        const QList<StoredMessageId> before = messages();
        const QString email = MailServers::user(1);
        QByteArray raw = "Message-ID: <large" + QByteArray::number(octets) + "@customers.test>\r\nFrom: <lead01@customers.test>\r\nTo: <"
            + email.toUtf8() + ">\r\nSubject: Plans\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n\r\n";
        const QByteArray line = QByteArray(76, 'x') + "\r\n";
        raw += line.repeated((octets - raw.size()) / line.size());
        if (!m_servers.deliver(email, raw) || !QTest::qWaitFor([&] { return messages().size() == before.size() + 1; }, 60'000))
            return {};
        for (const StoredMessageId id : messages()) {
            if (!before.contains(id))
                return id;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        mime::initialize();
        QVERIFY2(m_servers.start({.users = 1, .messages = 20, .seed = 3, .imapOnly = true}), qPrintable(m_servers.error()));
        putOldMail();
        auto context = app::AppContext::open({.dataDir = m_profile.path(), .vault = QStringLiteral("session"), .caFile = m_servers.caFile()});
        QVERIFY2(bool(context), context ? "" : qPrintable(context.error().detail));
        m_context = std::move(*context);
        const QString email = MailServers::user(1);
        std::optional<Result<AccountId>> added;
        QVERIFY(m_line.start(m_servers.port("IMAPS_PORT")));
        accounts::Account account = m_servers.account(email);
        account.imap.port = m_line.port();
        account.history = accounts::HistoryWindow::Year1;
        m_context->engine().addAccount(account, MailServers::password(email), this,
            [&](const Result<AccountId> &answer) { added = answer; });
        QTRY_VERIFY(added.has_value());
        QVERIFY(*added);
        m_account = **added;
        QTRY_COMPARE_WITH_TIMEOUT(m_context->engine().status(m_account).state, engine::MailboxState::Live, 30'000);
    }

    void search_findsWhatIsOnTheServerOnly()
    {
        engine::InletEngine &engine = m_context->engine();
        const store::ListQuery query{.scope = store::Scope::All, .account = {}, .category = {}, .search = QStringLiteral("zeppelin"), .everywhere = true};
        const auto rows = [&] {
            std::optional<qsizetype> found;
            engine.fetchList(query, this, [&](const engine::ListSnapshot &list) { found = list.keys.size(); });
            return QTest::qWaitFor([&] { return found.has_value(); }, 10'000) ? *found : -1;
        };
        QCOMPARE(rows(), 0);
        int news = 0;
        const auto connection = connect(&engine, &engine::Engine::newMail, this, [&] { ++news; });
        QVERIFY(engine.serverSearch().canAsk(query.search));
        engine.serverSearch().start(query);
        QTRY_VERIFY_WITH_TIMEOUT(!engine.serverSearch().status().running, 20'000);
        const engine::ServerSearchStatus status = engine.serverSearch().status();
        QCOMPARE(status.mailboxes.size(), 1);
        QCOMPARE(status.mailboxes.first().state, engine::MailboxSearch::State::Done);
        QCOMPARE(status.mailboxes.first().fetched, 1);
        QVERIFY(status.mailboxes.first().total > 0);
        QCOMPARE(rows(), 1);
        QCOMPARE(news, 0);
        QTRY_COMPARE_WITH_TIMEOUT(engine.status(m_account).state, engine::MailboxState::Live, 20'000);
        disconnect(connection);
    }

    void largeMessage_tellsHowFarItIs_isCalledOff_andComesAgain()
    {
        const StoredMessageId id = deliverLarge(8 * 1024 * 1024);
        QVERIFY(id.isValid());
        QVERIFY(m_line.command("throttle 500000").startsWith("ok"));
        engine::InletEngine &engine = m_context->engine();
        QList<engine::WholeProgress> told;
        const auto connection = connect(&engine, &engine::Engine::wholeProgress, this,
            [&](const engine::WholeProgress &progress) { told.append(progress); });
        std::optional<Result<QByteArray>> raw;
        const auto take = [&](const Result<QByteArray> &answer) { raw = answer; };
        engine.fetchRaw(id, this, take);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.last().done > 0, 20'000);
        QVERIFY(told.last().total > 8'000'000 && told.last().done < told.last().total);
        QCOMPARE(told.last().message, id);
        engine.cancelFetch(id);
        QVERIFY(!told.last().running);
        QTRY_VERIFY_WITH_TIMEOUT(raw, 5'000); // all of it would take three times as long
        QVERIFY(!*raw);
        QCOMPARE((*raw).error().kind, ErrorKind::Cancelled);
        QVERIFY(m_line.command("throttle 0").startsWith("ok"));
        raw.reset();
        engine.fetchRaw(id, this, take);
        QTRY_VERIFY_WITH_TIMEOUT(raw, 20'000);
        QVERIFY(*raw && (*raw)->size() > 8'000'000);
        QVERIFY(!told.last().running);
        QCOMPARE(engine.status(m_account).state, engine::MailboxState::Live);
        disconnect(connection);
    }

    void tooLargeMessage_isRefusedInWords()
    {
        const StoredMessageId id = deliverLarge(66 * 1024 * 1024);
        QVERIFY(id.isValid());
        std::optional<Result<store::MessageBody>> body;
        m_context->engine().fetchBody(id, this, [&](const Result<store::MessageBody> &answer) { body = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(body, 20'000);
        QVERIFY(!*body);
        QCOMPARE((*body).error().cause, QByteArray("fetch-too-large"));
        const QString words = (*body).error().detail;
        QVERIFY2(words.contains(QStringLiteral("larger than 64 MB")) && words.contains(QStringLiteral("web page")), qPrintable(words));
    }

    void note_isAddedBehindWhatItSaysThen()
    {
        engine::InletEngine &engine = m_context->engine();
        std::optional<Result<void>> added;
        engine.setNote(ConversationId(1), QStringLiteral("Only on Mondays"), this, [](const Result<void> &) {});
        engine.addToNote(ConversationId(1), QStringLiteral("not in May"), this, [&](const Result<void> &answer) { added = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(added, 10'000);
        QVERIFY(*added);
        std::optional<Result<store::LeadInfo>> lead;
        engine.fetchLead(ConversationId(1), this, [&](const Result<store::LeadInfo> &answer) { lead = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(lead, 10'000);
        QVERIFY(*lead);
        QCOMPARE((*lead)->note, QStringLiteral("Only on Mondays\nnot in May"));
    }

    void damagedMessage_isFetchedWhenItIsOpened()
    {
        const QList<StoredMessageId> ids = messages();
        QVERIFY(ids.size() >= 2);
        damageMessages();
        std::optional<Result<store::MessageBody>> body;
        m_context->engine().fetchBody(ids.at(0), this, [&](const Result<store::MessageBody> &answer) { body = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(body, 10'000);
        QVERIFY2(bool(*body), *body ? "" : qPrintable((*body).error().detail));
        QVERIFY(!(*body)->text.isEmpty());
        std::optional<Result<QByteArray>> raw;
        m_context->engine().fetchRaw(ids.at(1), this, [&](const Result<QByteArray> &answer) { raw = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(raw, 10'000);
        QVERIFY2(bool(*raw), *raw ? "" : qPrintable((*raw).error().detail));
        QVERIFY((*raw)->contains("Message-ID:"));
    }

    /// The store lives longer than the engine; what it still answers must find nobody gone.
    void end_waitsForWhatWasAskedOfTheStore()
    {
        std::atomic<bool> begun = false;
        std::atomic<bool> ended = false;
        m_context->store().write("slow", [](store::WriteTransaction &) -> Result<void> { return {}; },
            [&](const Result<void> &) {
                begun = true;
                QElapsedTimer watch;
                for (watch.start(); watch.elapsed() < 200;) { }
                ended = true;
            });
        QTRY_VERIFY(begun);
        for (const StoredMessageId id : messages())
            m_context->engine().fetchBody(id, this, [](const Result<store::MessageBody> &) {});
        m_context->engine().setNote(ConversationId(1), QStringLiteral("spoke on the phone"), this, [](const Result<void> &) {});
        bool endedBefore = false;
        connect(&m_context->engine(), &QObject::destroyed, this, [&] { endedBefore = ended; });
        m_context.reset();
        QVERIFY(endedBefore);
    }
};

INLET_TEST(tst_EngineOnDovecot)
#include "tst_EngineOnDovecot.moc"
