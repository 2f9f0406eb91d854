// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"

#include "cli/OfflineCommands.h"

namespace inlet::cli
{

QList<accounts::Account> Session::accounts() const
{
    return readResult<QList<accounts::Account>>(store(), [](store::ReadSession &session) { return session.accounts(); })
        .value_or(QList<accounts::Account>());
}

Emails Session::emails() const
{
    Emails emails;
    for (const accounts::Account &account : accounts())
        emails.insert(account.id, account.email);
    return emails;
}

Result<accounts::Account> Session::account(const QString &email) const
{
    const QString wanted = accounts::normalizedEmail(email);
    if (wanted.isEmpty())
        return Error{ErrorKind::Config, QStringLiteral("'%1' is not an email address").arg(email.left(100)), {}, {}};
    for (const accounts::Account &account : accounts()) {
        if (account.email.compare(wanted, Qt::CaseInsensitive) == 0)
            return account;
    }
    return Error{ErrorKind::NotFound, QStringLiteral("%1 is not connected; see 'inletctl account list'").arg(wanted), {}, {}};
}

Result<store::Category> Session::categoryNamed(const QString &name) const
{
    const auto found = readResult<std::optional<store::Category>>(store(), [&](store::ReadSession &reader) { return reader.categoryNamed(name); });
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::Config, QStringLiteral("there is no category '%1'").arg(name.left(60)), {}, {}};
    return **found;
}

QList<store::OwnCategory> Session::ownCategories() const
{
    return readResult<QList<store::OwnCategory>>(store(), [](store::ReadSession &reader) { return reader.ownCategories(); })
        .value_or(QList<store::OwnCategory>());
}

QString Session::ownNameOf(store::Category category) const
{
    for (const store::OwnCategory &own : ownCategories()) {
        if (own.category == category)
            return own.name;
    }
    return {};
}

Result<AccountId> Session::accountOption() const
{
    const QString option = QStringLiteral("--account");
    if (!arguments.has(option))
        return AccountId();
    const auto found = account(arguments.value(option));
    if (!found)
        return found.error();
    return found->id;
}

void Session::waitForAccounts() const
{
    if (!engine().accounts().isEmpty() || accounts().isEmpty())
        return;
    QEventLoop loop;
    QObject::connect(&engine(), &engine::Engine::accountsChanged, &loop, &QEventLoop::quit);
    loop.exec();
}

bool Command::onlyReads(const Arguments &arguments) const
{
    if (needs != Needs::Write)
        return !arguments.has(QStringLiteral("--watch")); // keeps connections of its own, so it must be alone
    const QString verb = arguments.positional().value(0);
    const QString dry = QStringLiteral("--dry-run");
    return readingVerbs.contains(verb) || (arguments.has(dry) && readingVerbs.contains(verb + QLatin1Char(' ') + dry));
}

QList<Command> offlineCommands()
{
    const ArgumentRules files{.switches = {}, .valued = {}, .minPositional = 1, .maxPositional = -1};
    const ArgumentRules oneFile{.switches = {}, .valued = {}, .minPositional = 1, .maxPositional = 1};
    return {{"classify", "FILE.eml...", "what each message is, with the evidence", Needs::Nothing, files, {}, classifyFiles},
        {"trim", "FILE...", "the author's new words of .eml, .txt or .html files", Needs::Nothing, files, {}, trimFiles},
        {"thread", "FILE.mbox", "the conversations of an mbox file", Needs::Nothing, oneFile, {}, threadMailbox}};
}

} // namespace inlet::cli
