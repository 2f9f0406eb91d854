// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/MailboxRemoval.h"

#include "engine/Engine.h"
#include "ui/dialogs/Prompts.h"

#include <QCoreApplication>

namespace inlet::ui
{

namespace
{

QString removalWord(const char *text)
{
    return QCoreApplication::translate("inlet::ui::MailboxRemoval", text);
}

} // namespace

bool removeMailboxes(engine::Engine &engine, Prompts &prompts, const QList<AccountId> &ids, QWidget *parent)
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
    for (const AccountId id : ids)
        engine.removeAccount(id, &engine, [](const Result<void> &) {});
    return true;
}

} // namespace inlet::ui
