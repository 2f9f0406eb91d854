// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Detector.h"
#include "engine/AccountChecker.h"
#include "engine/InletEngine.h"
#include "secrets/SessionSecretStore.h"
#include "support/FakeClock.h"
#include "support/FakeImapServer.h"
#include "support/FakeSmtpServer.h"
#include "support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace inlet;
using namespace inlet::test;

namespace
{

/// The real engine, sync and outbox over fake servers and a clock that the test turns.
struct Fixture {
    Fixture()
    {
        account.email = QStringLiteral("rep@sales.test");
        account.imap.host = QStringLiteral("imap.sales.test");
        account.smtp.host = QStringLiteral("smtp.sales.test");
        account.secretStored = true;
        const auto added = store->writeAndWait("mailbox", [&](store::WriteTransaction &transaction) -> Result<void> {
            const auto id = transaction.addAccount(account);
            if (!id)
                return id.error();
            mailbox = *id;
            return {};
        });
        if (!added)
            qFatal("no mailbox: %s", qPrintable(added.error().detail));
    }

    void start()
    {
        auto secrets = std::make_unique<secrets::SessionSecretStore>();
        secrets->write(QStringLiteral("mailbox/") + account.email, Secret("pw"), [](const Result<void> &) {});
        engine = std::make_unique<engine::InletEngine>(engine::EngineParts{
            .store = *store,
            .clock = clock,
            .providers = providers,
            .dictionary = dictionary,
            .makeDetector = {},
            .checker = checker,
            .makeSync = [this](sync::SecretSource source, sync::SyncObserver &observer) { return sync::makeSyncEngine(*store, imap.factory(), std::move(source), observer, clock, {}); },
            .makeOutbox =
                [this](outbox::SecretSource source, outbox::SessionRunner runner, outbox::Outbox::RowChanged changed) {
                    return outbox::makeOutbox(*store, smtp.factory(), std::move(source), std::move(runner), std::move(changed), clock, {});
                },
            .secrets = std::move(secrets),
            .openSecrets = {},
            .pausedHistory = {},
            .keepPausedHistory = {},
        });
        engine->start();
    }

    void schedule(std::chrono::seconds in)
    {
        const QByteArray bytes = "From: rep@sales.test\r\nTo: lead@customers.test\r\nSubject: x\r\nMessage-ID: <x@sales.test>\r\n\r\nhello\r\n";
        store::LedgerRow row;
        row.account = mailbox;
        row.messageId = QStringLiteral("x@sales.test");
        row.sender = QStringLiteral("rep@sales.test");
        row.recipients = QStringList{QStringLiteral("lead@customers.test")};
        row.createdAt = clock.nowUtc();
        row.dueAt = clock.nowUtc().addSecs(in.count());
        const auto added = store->writeAndWait("send", [&](store::WriteTransaction &transaction) -> Result<void> {
            const auto id = transaction.addLedger(row, bytes);
            if (!id)
                return id.error();
            message = *id;
            return {};
        });
        if (!added)
            qFatal("no message: %s", qPrintable(added.error().detail));
    }

    [[nodiscard]] store::LedgerRow row() const
    {
        store::LedgerRow found;
        store->readHere([&](store::ReadSession &session) { found = session.ledgerRow(message).value_or(store::LedgerRow()); });
        return found;
    }

    [[nodiscard]] bool isLive() const { return engine->status(mailbox).state == engine::MailboxState::Live; }

    QTemporaryDir dir;
    FakeClock clock;
    FakeImapServer imap;
    FakeSmtpServer smtp;
    accounts::ProviderTable providers = *accounts::ProviderTable::load(QStringLiteral(INLET_RESOURCES "/providers.json"));
    accounts::ErrorDictionary dictionary = *accounts::ErrorDictionary::load(QStringLiteral(INLET_RESOURCES "/errors.json"));
    engine::AccountChecker checker{imap.factory(), smtp.factory(), providers, dictionary};
    std::unique_ptr<store::Store> store = *store::openStore(dir.path());
    accounts::Account account;
    AccountId mailbox;
    LedgerId message;
    std::unique_ptr<engine::InletEngine> engine; ///< last: dies first
};

} // namespace

/// The outbox looks at the clock every 30 s of its own, longer than anything here waits.
class tst_SleepAndNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueWhileAsleep_leavesAtTheWake()
    {
        Fixture f;
        f.schedule(std::chrono::hours(8));
        f.start();
        QTRY_VERIFY2(f.isLive(), qPrintable(engine::nameOf(f.engine->status(f.mailbox).state) + f.engine->status(f.mailbox).reason));
        f.clock.jump(std::chrono::hours(9)); // closed in the evening, opened in the morning
        f.clock.advance(std::chrono::seconds(2));
        QTRY_COMPARE(f.smtp.mails().size(), 1);
    }

    void withoutNetwork_leavesWhenThereIsOne()
    {
        Fixture f;
        f.smtp.failConnect(FakeSmtpServer::lost());
        f.schedule(std::chrono::seconds(0));
        f.start();
        QTRY_COMPARE(f.row().attempts, 1);
        QTRY_COMPARE(f.row().state, store::LedgerState::Queued);
        QVERIFY(f.row().dueAt > f.clock.nowUtc());
        // The row says so before the outbox itself knows that its attempt has ended.
        QTRY_VERIFY((f.engine->networkChanged(), f.smtp.mails().size() == 1));
    }
};

INLET_TEST(tst_SleepAndNetwork)
#include "tst_SleepAndNetwork.moc"
