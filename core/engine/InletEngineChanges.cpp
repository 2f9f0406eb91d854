// SPDX-License-Identifier: GPL-3.0-or-later
// Mailboxes that are connected are changed and removed.
#include "accounts/values/Tags.h"
#include "engine/InletEngine.h"

#include <QCoreApplication>
#include <QPointer>

namespace inlet::engine
{

namespace
{

Error notRemoved(const QString &email, const Error &error)
{
    return Error{ErrorKind::Config,
        QCoreApplication::translate("Engine", "%1 was not removed, and nothing of it is lost: %2").arg(email, error.detail), {}, error.cause};
}

Error passwordLeft(const QString &email, const Error &error)
{
    return Error{ErrorKind::Config,
        QCoreApplication::translate("Engine",
            "%1 is removed, but its password is still where passwords are kept: %2. Unlock that, then delete the entry \"mailbox/%1\" there, "
            "or connect the mailbox once more and remove it again.")
            .arg(email, error.detail),
        {}, error.cause};
}

} // namespace

void InletEngine::updateAccount(const accounts::Account &before, const accounts::Account &after, const Secret &password, QObject *context,
    Answer<Result<void>> answer)
{
    const auto reply = m_relay.answer<Result<void>>(context, std::move(answer));
    const bool newSecret = !password.isEmpty();
    const auto write = [this, reply, before, after, newSecret] {
        m_store.write(
            "change mailbox",
            [before, after, newSecret](store::WriteTransaction &transaction) -> Result<void> {
                const auto stored = transaction.account(after.id);
                if (!stored)
                    return stored.error();
                accounts::Account changed = accounts::withChanges(*stored, before, after);
                if (newSecret) {
                    changed.secretStored = true;
                    changed.signInRefused = false;
                }
                return transaction.updateAccount(changed);
            },
            [this, id = after.id, newSecret, reply](const Result<void> &done) {
                if (done) {
                    m_relay.post([this, id, newSecret] {
                        // A repaired mailbox starts again even where only its password changed.
                        if (newSecret)
                            m_started.remove(id);
                        m_outbox->signInChanged(id);
                        reloadAccounts();
                    });
                }
                reply(done);
            });
    };
    if (!newSecret) {
        write();
        return;
    }
    m_broker.keep(after.email, password, [write, reply](const Result<void> &kept) {
        if (kept)
            write();
        else
            reply(kept);
    });
}

void InletEngine::removeAccount(AccountId id, QObject *context, Answer<Result<void>> answer)
{
    const auto reply = [this, asker = QPointer<QObject>(context), answer = m_relay.answer<Result<void>>(context, std::move(answer))](const Result<void> &ended) {
        if (!ended && !asker) { // closed meanwhile
            Notice notice;
            notice.id = QStringLiteral("removal");
            notice.severity = Notice::Severity::Error;
            notice.text = ended.error().detail;
            m_board.post(notice);
        }
        answer(ended);
    };
    const accounts::Account *account = find(id);
    if (!account) {
        reply(Error{ErrorKind::NotFound, QCoreApplication::translate("Engine", "This mailbox is not connected."), {}, {}});
        return;
    }
    m_sync->stop(id);
    m_started.remove(id);
    m_store.write(
        "remove mailbox", [id](store::WriteTransaction &transaction) { return transaction.removeAccount(id); },
        [this, id, email = account->email, reply](const Result<void> &removed) {
            m_relay.post([this, id, email, reply, removed] {
                reloadAccounts(); // one that is still there is read again
                if (removed)
                    forgetMailbox(id, email, reply);
                else
                    reply(notRemoved(email, removed.error()));
            });
        });
}

/// What the database did not hold of a mailbox that is gone. Not before: where that fails, it works as ever.
void InletEngine::forgetMailbox(AccountId id, const QString &email, const std::function<void(Result<void>)> &reply)
{
    pauseHistory({id}, false); // its number may be given again
    m_broker.forget(email, [email, reply](const Result<void> &forgotten) {
        reply(forgotten || forgotten.error().kind == ErrorKind::NotFound ? Result<void>() : Result<void>(passwordLeft(email, forgotten.error())));
    });
}

void InletEngine::changeTags(const QList<AccountId> &ids, const QStringList &added, const QStringList &removed, QObject *context,
    Answer<Result<void>> answer)
{
    const auto reply = m_relay.answer<Result<void>>(context, std::move(answer));
    m_store.write(
        "tags of mailboxes",
        [ids, added, removed](store::WriteTransaction &transaction) -> Result<void> {
            for (const AccountId id : ids) {
                // As it is stored by now: what the windows know of it may be old.
                auto account = transaction.account(id);
                if (!account && account.error().kind == ErrorKind::NotFound)
                    continue; // removed meanwhile
                if (!account)
                    return account.error();
                const QStringList tags = accounts::changedTags(account->tags, added, removed);
                if (tags == account->tags)
                    continue;
                account->tags = tags;
                if (const auto updated = transaction.updateAccount(*account); !updated)
                    return updated;
            }
            return {};
        },
        reply); // the mailboxes are read again when the store tells what has changed
}

} // namespace inlet::engine
