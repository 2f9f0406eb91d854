// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/MailboxRemoval.h"

#include "engine/Engine.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"

#include <QCoreApplication>
#include <QWidget>

#include <memory>
#include <utility>

namespace inlet::ui
{

namespace
{

QString removalWord(const char *text)
{
    return QCoreApplication::translate("inlet::ui::MailboxRemoval", text);
}

} // namespace

bool removeMailboxes(engine::Engine &engine, Prompts &prompts, const QList<AccountId> &ids, QWidget *parent,
    std::function<void(const QStringList &problems)> done)
{
    if (ids.isEmpty())
        return false;
    QString name;
    const QList<accounts::Account> all = engine.accounts();
    for (const accounts::Account &account : all) {
        if (account.id == ids.first())
            name = account.email;
    }
    const Prompts::Question question{
        ids.size() == 1 ? removalWord("Remove %1?").arg(name) : removalWord("Remove %1 mailboxes?").arg(ids.size()),
        removalWord("Its mail on this computer and its password are removed. Your categories and notes, the record of what was "
           "sent, and the list of people who must not be written to are kept. Nothing changes on the mail server."),
        removalWord("Remove"), {}, true};
    if (!prompts.ask(parent, question))
        return false;
    struct Round {
        qsizetype open = 0;
        QStringList problems;
    };
    const auto round = std::make_shared<Round>(Round{ids.size(), {}});
    for (const AccountId id : ids) {
        engine.removeAccount(id, parent, [round, done](const Result<void> &removed) {
            if (!removed)
                round->problems.append(words::ofError(removed.error()));
            if (--round->open == 0)
                done(round->problems);
        });
    }
    return true;
}

} // namespace inlet::ui
