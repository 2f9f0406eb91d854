// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Detector.h"
#include "engine/AccountChecker.h"
#include "engine/InletEngine.h"
#include "secrets/SessionSecretStore.h"
#include "support/FakeClock.h"
#include "support/FakeImapServer.h"
#include "support/FakeSmtpServer.h"

#include <QTemporaryDir>

namespace inlet::test
{

/// The real engine, sync and outbox over fake servers and a clock that the test turns.
struct EngineFixture {
    EngineFixture()
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
        if (!secrets) {
            secrets = std::make_unique<secrets::SessionSecretStore>();
            secrets->write(QStringLiteral("mailbox/") + account.email, Secret("pw"), [](const Result<void> &) {});
        }
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
    std::unique_ptr<secrets::SecretStore> secrets; ///< before start(): instead of one for this run that knows the password
    std::unique_ptr<engine::InletEngine> engine; ///< last: dies first
};

} // namespace inlet::test
