// SPDX-License-Identifier: GPL-3.0-or-later
// Mailboxes of the fake engine: status, adding and changing them, where passwords rest.
#include "support/FakeEngine.h"
#include "support/FakeEngine_p.h"

#include "accounts/values/Tags.h"

namespace inlet::test
{

void FakeEngine::pauseHistory(const QList<AccountId> &ids, bool paused)
{
    pauses.append({ids, paused});
    for (const AccountId id : ids) {
        statuses[id].account = id;
        statuses[id].historyPaused = paused;
        Q_EMIT statusChanged(id);
    }
}

engine::MailboxStatus FakeEngine::status(AccountId account) const
{
    engine::MailboxStatus unknown;
    unknown.account = account;
    return statuses.value(account, unknown);
}

void FakeEngine::detect(const QString &email, QObject *context, Answer<engine::Detection> answer)
{
    detectedAddresses.append(email);
    if (withholdDetection)
        return;
    engine::Detection found = onDetect ? onDetect(email) : detection;
    found.account.email = email;
    later(context, [found, answer] { answer(found); });
}

void FakeEngine::check(const accounts::Account &account, const Secret &password, QObject *context,
    Answer<engine::CheckStep> step, Answer<bool> done)
{
    checkedAccounts.append(account);
    checkedPasswords.append(password);
    const QList<engine::CheckStep> steps = onCheck ? onCheck(account, password) : checkSteps;
    later(context, [steps, step, done, open = withholdChecks] {
        bool fine = true;
        for (const engine::CheckStep &one : steps) {
            fine = fine && one.status != engine::CheckStatus::Failed;
            step(one);
        }
        if (!open)
            done(fine);
    });
}

engine::Fleet FakeEngine::parseFleet(const QByteArray &text) const
{
    return onParseFleet ? onParseFleet(text) : engine::Fleet{{}, QStringLiteral("The list is empty.")};
}

void FakeEngine::addAccount(const accounts::Account &account, const Secret &password, QObject *context,
    Answer<Result<AccountId>> answer)
{
    if (const Result<AccountId> result = onAdd ? onAdd(account) : Result<AccountId>(AccountId()); !result) {
        later(context, [result, answer] { answer(result); });
        return;
    }
    addedPasswords.append(password);
    accounts::Account added = account;
    added.id = AccountId(++m_nextId);
    addedAccounts.append(added);
    accountList.append(added);
    later(context, [this, id = added.id, answer] {
        Q_EMIT accountsChanged();
        answer(Result<AccountId>(id));
    });
}

void FakeEngine::updateAccount(const accounts::Account &before, const accounts::Account &after, const Secret &password, QObject *context,
    Answer<Result<void>> answer)
{
    if (const Result<void> result = onUpdate ? onUpdate(after) : Result<void>(); !result) {
        later(context, [result, answer] { answer(result); });
        return;
    }
    updatedPasswords.append(password);
    updatedAccounts.append(after);
    for (accounts::Account &known : accountList) {
        if (known.id == after.id)
            known = accounts::withChanges(known, before, after);
    }
    later(context, [this, answer] {
        Q_EMIT accountsChanged();
        answer(Result<void>());
    });
}

void FakeEngine::changeTags(const QList<AccountId> &ids, const QStringList &added, const QStringList &removed, QObject *context,
    Answer<Result<void>> answer)
{
    taggedAccounts.append(ids);
    const Result<void> result = onTags ? onTags() : Result<void>();
    for (accounts::Account &known : accountList) {
        if (result && ids.contains(known.id))
            known.tags = accounts::changedTags(known.tags, added, removed);
    }
    later(context, [this, result, answer] {
        if (result)
            Q_EMIT accountsChanged();
        answer(result);
    });
}

void FakeEngine::removeAccount(AccountId id, QObject *context, Answer<Result<void>> answer)
{
    if (const Result<void> result = onRemove ? onRemove(id) : Result<void>(); !result) {
        later(context, [result, answer] { answer(result); });
        return;
    }
    removedAccounts.append(id);
    accountList.removeIf([id](const accounts::Account &account) { return account.id == id; });
    later(context, [this, answer] {
        Q_EMIT accountsChanged();
        answer(Result<void>());
    });
}

void FakeEngine::mailboxesWithPassword(const Secret &password, QObject *context, Answer<QStringList> answer)
{
    const QStringList found = onMailboxesWithPassword ? onMailboxesWithPassword(password) : QStringList();
    later(context, [found, answer] { answer(found); });
}

void FakeEngine::folders(AccountId id, QObject *context, Answer<QList<store::StoredFolder>> answer)
{
    later(context, [this, id, answer] { answer(folderLists.value(id)); });
}

void FakeEngine::probeSecrets(QObject *context, std::function<void(QString, QString)> answer)
{
    later(context, [this, answer] { answer(secretKind, secretProblem); });
}

void FakeEngine::useSecretStore(const QString &kind, const Secret &passphrase, QObject *context,
    Answer<Result<void>> answer)
{
    chosenSecretStores.append({kind, passphrase});
    const Result<void> result = onUseSecretStore ? onUseSecretStore(kind, passphrase) : Result<void>();
    if (!result) {
        later(context, [result, answer] { answer(result); });
        return;
    }
    secretKind = kind;
    secretProblem.clear();
    later(context, [answer] { answer(Result<void>()); });
}

} // namespace inlet::test
