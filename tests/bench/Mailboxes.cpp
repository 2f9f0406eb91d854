// SPDX-License-Identifier: GPL-3.0-or-later
// mailboxes: a profile that knows its mailboxes and their passwords and has read nothing yet.
#include "Commands.h"

#include "secrets/FileVaultSecretStore.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>

namespace inlet::bench
{

namespace
{

accounts::Account mailbox(qint64 number, const Options &options)
{
    accounts::Account account;
    account.email = mailboxName(number);
    account.displayName = QStringLiteral("Robin Seller");
    account.provider = QStringLiteral("custom");
    account.history = accounts::HistoryWindow::All;
    account.colour = accounts::mailboxColours().at(std::size_t(number) % accounts::mailboxColours().size());
    account.secretStored = true;
    const auto imap = accounts::parseEndpoint(options.text("imap"));
    const auto smtp = accounts::parseEndpoint(options.text("smtp", options.text("imap")));
    if (!imap || !smtp)
        return account;
    account.imap = *imap;
    account.smtp = *smtp;
    account.imap.user = account.smtp.user = account.email;
    return account;
}

/// Waits for what `start` answers. False: refused.
bool await(const std::function<void(std::function<void(Result<void>)>)> &start)
{
    QEventLoop loop;
    bool fine = false;
    bool ended = false;
    start([&](const Result<void> &result) {
        fine = bool(result);
        ended = true;
        loop.quit();
    });
    if (!ended)
        loop.exec();
    return fine;
}

} // namespace

int addMailboxes(const QStringList &arguments)
{
    const Options options(arguments, {QStringLiteral("data-dir"), QStringLiteral("imap"), QStringLiteral("smtp"), QStringLiteral("mailboxes")});
    const QString directory = options.text("data-dir");
    const qint64 count = options.number("mailboxes", 20);
    const auto store = openBenchStore(directory);
    secrets::FileVaultSecretStore vault(directory + QStringLiteral("/secrets.vault"));
    const Secret passphrase = Secret::fromString(qEnvironmentVariable("INLET_VAULT_PASSPHRASE"));
    bool fine = await([&](auto done) { vault.open(passphrase, done); });
    for (qint64 number = 1; fine && number <= count; ++number) {
        const accounts::Account account = mailbox(number, options);
        const auto added = store->writeAndWait("bench.account", [&](store::WriteTransaction &write) {
            const auto id = write.addAccount(account);
            return id ? Result<void>() : Result<void>(id.error());
        });
        const Secret password = Secret::fromString(QStringLiteral("pw-") + account.email.section(QLatin1Char('@'), 0, 0));
        fine = added && await([&](auto done) { vault.write(QStringLiteral("mailbox/") + account.email, password, done); });
    }
    if (!fine)
        std::fputs("inlet_bench: the mailboxes could not be added\n", stderr);
    return fine ? 0 : 1;
}

} // namespace inlet::bench
