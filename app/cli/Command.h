// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AppContext.h"
#include "cli/Arguments.h"
#include "cli/Json.h"
#include "cli/Output.h"

#include <QEventLoop>

#include <functional>
#include <optional>

namespace inlet::cli
{

/// What a command may use while it runs.
struct Session {
    app::AppContext &context;
    const Arguments &arguments;
    const Output &output;

    [[nodiscard]] store::Store &store() const { return context.store(); }
    [[nodiscard]] engine::InletEngine &engine() const { return context.engine(); }
    [[nodiscard]] QList<accounts::Account> accounts() const;
    [[nodiscard]] Emails emails() const;
    /// The mailbox with that address. Errors: NotFound, Config where it is no address.
    [[nodiscard]] Result<accounts::Account> account(const QString &email) const;
    /// `--account E`, or none. Errors: as account().
    [[nodiscard]] Result<AccountId> accountOption() const;
    /// A built-in category or one of the rep's own. Errors: Config where there is none.
    [[nodiscard]] Result<store::Category> categoryNamed(const QString &name) const;
    [[nodiscard]] QList<store::OwnCategory> ownCategories() const;
    [[nodiscard]] QString ownNameOf(store::Category category) const; ///< empty: built in
    /// Waits until the engine has read its mailboxes.
    void waitForAccounts() const;
};

/// Reads with a consistent snapshot and answers what `read` returns.
template <typename T>
Result<T> readResult(store::Store &store, const std::function<Result<T>(store::ReadSession &)> &read)
{
    std::optional<Result<T>> result;
    store.readHere([&](store::ReadSession &session) { result.emplace(read(session)); });
    return result ? std::move(*result) : Result<T>(Error{ErrorKind::Storage, QStringLiteral("the database cannot be read"), {}, {}});
}

/// Turns one asynchronous answer of the engine into a value: `start` gets the context and the
/// function to call.
template <typename T>
T await(const std::function<void(QObject *, std::function<void(const T &)>)> &start)
{
    QEventLoop loop;
    std::optional<T> value;
    start(&loop, [&](const T &answer) {
        value.emplace(answer);
        loop.quit();
    });
    if (!value)
        loop.exec();
    return std::move(*value);
}

/// A positive id as typed. Errors: Config.
template <typename Id>
Result<Id> idFrom(const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number <= 0)
        return Error{ErrorKind::Config, QStringLiteral("'%1' is no number of a row").arg(text.left(60)), {}, {}};
    return Id(number);
}

enum class Needs {
    Nothing, ///< files only
    Read, ///< a profile, also beside the running desktop program
    Write, ///< a profile of one's own
};

struct Command {
    const char *name;
    const char *usage; ///< arguments, for the help text
    const char *help;
    Needs needs;
    ArgumentRules rules;
    std::function<Exit(const Session &)> run; ///< Needs::Read and Write
    std::function<Exit(const Arguments &, const Output &)> runOffline; ///< Needs::Nothing
    /// With Needs::Write: with these first words it only reads. "import --dry-run": with that switch.
    QStringList readingVerbs = {};
    /// Where another Inlet has the profile, it only reads and says what it cannot know, instead of being refused.
    bool worksBeside = false;

    [[nodiscard]] bool onlyReads(const Arguments &arguments) const;
};

/// One step of the undo stack on the conversations with those numbers, as typed; a row each.
Exit applyTriage(const Session &session, store::TriageAction action, const QStringList &conversations);

/// A page of those conversations, by --limit and --after.
Exit printConversations(const Session &session, const store::ListQuery &query);

QList<Command> accountCommands();
QList<Command> syncCommands();
QList<Command> readingCommands();
QList<Command> triageCommands();
QList<Command> categoryCommands();
QList<Command> labelCommands();
QList<Command> deskCommands();
QList<Command> leadCommands();
QList<Command> sendingCommands();
QList<Command> offlineCommands();
QList<Command> upkeepCommands();
QList<Command> viewCommands();

} // namespace inlet::cli
