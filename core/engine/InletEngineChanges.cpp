// SPDX-License-Identifier: GPL-3.0-or-later
// Tags of mailboxes in InletEngine.
#include "accounts/values/Tags.h"
#include "engine/InletEngine.h"

namespace inlet::engine
{

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
