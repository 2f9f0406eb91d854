// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox half of InletEngine: connecting, and where passwords rest.
#include "engine/InletEngine.h"

#include "accounts/Detector.h"
#include "accounts/FleetCsv.h"
#include "engine/AccountChecker.h"

#include <QCoreApplication>

namespace inlet::engine
{

namespace
{

const QString kSecretNotice = QStringLiteral("secrets");
const QString kStoreNotice = QStringLiteral("store");

/// True where sync has to start again because of the change.
bool needsRestart(const accounts::Account &before, const accounts::Account &after)
{
    return before.imap != after.imap || before.enabled != after.enabled || before.history != after.history
        || before.email != after.email || before.secretStored != after.secretStored
        || before.folderChoices != after.folderChoices || (before.signInRefused && !after.signInRefused);
}

Error refusedBefore()
{
    return Error{ErrorKind::Auth, QCoreApplication::translate("Engine", "The server refused this sign-in earlier; it is not tried again by itself."),
        {}, "wrong-password"};
}

} // namespace

std::function<void(AccountId, std::function<void(Result<Secret>)>)> InletEngine::secretSource()
{
    return [this](AccountId id, std::function<void(Result<Secret>)> answer) {
        // From the store: workers may ask before the GUI thread has read its list of mailboxes.
        Result<accounts::Account> account = Error{ErrorKind::Storage, QStringLiteral("the mailbox cannot be read"), {}, "database"};
        m_store.readHere([&](store::ReadSession &session) { account = session.account(id); });
        if (account)
            m_broker.fetch(account->email, std::move(answer));
        else
            answer(account.error());
    };
}

void InletEngine::rememberRefusal(AccountId id, const Error &error)
{
    const accounts::Account *account = find(id);
    if (!account || account->signInRefused || error.kind != ErrorKind::Auth || isSecretCause(error.cause))
        return;
    m_store.write("sign-in refused", [id](store::WriteTransaction &transaction) -> Result<void> {
        auto refused = transaction.account(id);
        if (!refused)
            return refused.error();
        refused->signInRefused = true;
        return transaction.updateAccount(*refused);
    });
}

void InletEngine::reloadAccounts()
{
    m_store.read("accounts", [this](store::ReadSession &session) {
        const auto accounts = session.accounts();
        if (accounts)
            m_relay.post([this, accounts = *accounts] { accountsLoaded(accounts); });
        else if (accounts.error().kind != ErrorKind::Cancelled)
            m_relay.post([this, error = accounts.error()] { storeFailed(error); });
    });
}

void InletEngine::storeFailed(const Error &error)
{
    const accounts::Explanation words = m_parts.dictionary.explain(error, {});
    Notice notice;
    notice.id = kStoreNotice;
    notice.severity = Notice::Severity::Error;
    notice.text = QCoreApplication::translate("Engine", "The list of mailboxes cannot be read: ") + words.message;
    notice.details = words.advice + QStringLiteral("\n") + error.detail;
    m_board.post(notice);
}

void InletEngine::accountsLoaded(const QList<accounts::Account> &accounts)
{
    m_board.resolve(kStoreNotice);
    const bool first = m_accounts.isEmpty() && m_started.isEmpty();
    m_accounts = accounts;
    QHash<AccountId, accounts::Account> known;
    for (const accounts::Account &account : accounts)
        known.insert(account.id, account);
    m_board.setAccounts(accounts);
    for (const AccountId id : m_started.keys()) {
        if (!known.contains(id)) {
            m_sync->stop(id);
            m_started.remove(id);
        }
    }
    for (const accounts::Account &account : accounts) {
        const auto before = m_started.constFind(account.id);
        if (before != m_started.constEnd() && !needsRestart(*before, account))
            continue;
        if (account.enabled && account.signInRefused && before == m_started.constEnd())
            m_board.update({.account = account.id, .state = sync::SyncState::NeedsUser, .error = refusedBefore()});
        else if (account.enabled)
            m_sync->start(account);
        else if (before != m_started.constEnd())
            m_sync->stop(account.id);
        m_started.insert(account.id, account);
    }
    // What was on its way when the program ended goes on.
    if (first)
        m_outbox->wake();
    Q_EMIT accountsChanged();
}

void InletEngine::detect(const QString &email, QObject *context, Answer<Detection> answer)
{
    cancelDetection(context);
    std::shared_ptr<accounts::Detector> running = m_parts.makeDetector();
    m_detections.insert(context, running);
    connect(context, &QObject::destroyed, running.get(), [this, context] { cancelDetection(context); });
    running->detect(email, [this, context, answer = std::move(answer)](const Detection &detection) {
        // Its detector ends after this call, not inside it.
        m_relay.post([ended = m_detections.take(context)] {});
        answer(detection);
    });
}

void InletEngine::cancelDetection(QObject *context)
{
    if (const auto running = m_detections.take(context)) {
        running->cancel();
        m_relay.post([running] {});
    }
}

void InletEngine::check(const accounts::Account &account, const Secret &password, QObject *context,
    Answer<CheckStep> step, Answer<bool> done)
{
    const Answer<CheckStep> told = [this, email = account.email, step = std::move(step)](const CheckStep &row) {
        if (row.sentPolicy)
            m_sentPolicies.insert(email, *row.sentPolicy);
        step(row);
    };
    if (!password.isEmpty()) {
        m_parts.checker.check(account, password, context, told, std::move(done));
        return;
    }
    m_broker.fetch(account.email,
        [this, guard = QPointer<QObject>(context), account, told, done = std::move(done)](const Result<Secret> &stored) {
            // Without a stored password both sign-ins fail, in the checker's own words.
            if (guard)
                m_parts.checker.check(account, stored.value_or(Secret()), guard, told, done);
        });
}

void InletEngine::cancelCheck(QObject *context)
{
    m_parts.checker.cancel(context);
}

Fleet InletEngine::parseFleet(const QByteArray &text) const
{
    return accounts::parseFleet(text);
}

qint64 InletEngine::messageSizeLimit(AccountId id) const
{
    const accounts::Account *account = find(id);
    const accounts::Provider *provider = account ? m_parts.providers.byKey(account->provider) : nullptr;
    return provider ? provider->limits.messageOctets : 0;
}

MailboxStatus InletEngine::status(AccountId account) const
{
    return m_board.status(account);
}

void InletEngine::addAccount(const accounts::Account &account, const Secret &password, QObject *context,
    Answer<Result<AccountId>> answer)
{
    const auto reply = m_relay.answer<Result<AccountId>>(context, answer);
    accounts::Account added = account;
    added.email = accounts::normalizedEmail(account.email);
    if (added.email.isEmpty()) {
        reply(Error{ErrorKind::Config, QCoreApplication::translate("Engine", "That is not an email address."), {}, {}});
        return;
    }
    for (const accounts::Account &present : std::as_const(m_accounts)) {
        if (present.email.compare(added.email, Qt::CaseInsensitive) == 0) {
            reply(Error{ErrorKind::Conflict,
                added.email + QCoreApplication::translate("Engine", " is already connected. Change it in its settings instead."), {}, {}});
            return;
        }
    }
    added.secretStored = true;
    if (added.sentPolicy == accounts::SentPolicy::Unknown)
        added.sentPolicy = m_sentPolicies.value(added.email, accounts::SentPolicy::Unknown);
    m_broker.keep(added.email, password,
        [this, guard = QPointer<QObject>(context), added, answer, reply](const Result<void> &kept) {
            if (!kept)
                reply(kept.error());
            else if (guard)
                storeMailbox(added, guard, answer);
        });
}

void InletEngine::storeMailbox(const accounts::Account &account, QObject *context,
    Answer<Result<AccountId>> answer)
{
    const auto reply = m_relay.answer<Result<AccountId>>(context, std::move(answer));
    const auto id = std::make_shared<AccountId>();
    m_store.write(
        "add mailbox",
        [account, id](store::WriteTransaction &transaction) -> Result<void> {
            accounts::Account coloured = account;
            if (coloured.colour.isEmpty()) {
                const auto present = transaction.accounts();
                const auto &colours = accounts::mailboxColours();
                coloured.colour = colours.at(std::size_t(present ? present->size() : 0) % colours.size());
            }
            const auto added = transaction.addAccount(coloured);
            if (!added)
                return added.error();
            *id = *added;
            return {};
        },
        [this, account, id, reply](const Result<void> &done) {
            if (!done) {
                reply(done.error());
                return;
            }
            m_relay.post([this] { reloadAccounts(); });
            reply(*id);
        });
}

void InletEngine::mailboxesWithPassword(const Secret &password, QObject *context, Answer<QStringList> answer)
{
    const auto reply = m_relay.answer<QStringList>(context, std::move(answer));
    reply(m_broker.sharing(password));
}

void InletEngine::folders(AccountId id, QObject *context, Answer<QList<store::StoredFolder>> answer)
{
    const auto reply = m_relay.answer<QList<store::StoredFolder>>(context, std::move(answer));
    m_store.read({}, [id, reply](store::ReadSession &session) {
        reply(session.folders(id).value_or(QList<store::StoredFolder>()));
    });
}

void InletEngine::checkNow(AccountId id)
{
    for (const accounts::Account &account : std::as_const(m_accounts)) {
        if (account.enabled && (!id.isValid() || account.id == id))
            m_sync->checkNow(account.id);
    }
}

void InletEngine::pauseHistory(const QList<AccountId> &ids, bool paused)
{
    const QSet<AccountId> before = m_parts.pausedHistory;
    for (const AccountId id : ids) {
        if (m_parts.pausedHistory.contains(id) == paused)
            continue;
        if (paused)
            m_parts.pausedHistory.insert(id);
        else
            m_parts.pausedHistory.remove(id);
        m_sync->pauseHistory(id, paused);
        m_board.setHistoryPaused(id, paused);
    }
    if (m_parts.pausedHistory != before)
        m_parts.keepPausedHistory(m_parts.pausedHistory);
}

void InletEngine::probeSecrets(QObject *context, std::function<void(QString, QString)> answer)
{
    m_broker.probe([this, guard = QPointer<QObject>(context), answer = std::move(answer)](const Result<void> &able) {
        const QString problem = able ? QString() : able.error().detail;
        m_relay.post([guard, answer, kind = m_broker.kind(), problem] {
            if (guard)
                answer(kind, problem);
        });
    });
}

void InletEngine::useSecretStore(const QString &kind, const Secret &passphrase, QObject *context,
    Answer<Result<void>> answer)
{
    const auto reply = m_relay.answer<Result<void>>(context, std::move(answer));
    m_parts.openSecrets(kind, passphrase,
        [this, guard = QPointer<InletEngine>(this), reply](Result<std::unique_ptr<secrets::SecretStore>> opened) {
            if (!guard)
                return;
            if (opened)
                m_broker.replaceStore(std::move(*opened));
            reply(opened ? Result<void>() : Result<void>(opened.error()));
        });
}

void InletEngine::secretsFailed(const Error &error)
{
    const accounts::Explanation words = m_parts.dictionary.describe(error.cause, {});
    Notice notice;
    notice.id = kSecretNotice;
    notice.severity = Notice::Severity::Error;
    notice.text = words.message;
    notice.details = words.advice.isEmpty() ? error.detail : words.advice + QStringLiteral("\n") + error.detail;
    notice.action = {words.action.kind, words.action.label, words.action.url};
    m_board.post(notice);
}

void InletEngine::secretsRecovered()
{
    m_board.resolve(kSecretNotice);
    if (!m_outbox)
        return;
    for (const accounts::Account &account : std::as_const(m_accounts)) {
        if (account.enabled && m_board.status(account.id).state == MailboxState::NeedsUser)
            m_sync->checkNow(account.id);
    }
    for (const accounts::Account &account : std::as_const(m_accounts))
        m_outbox->signInChanged(account.id);
    m_outbox->wake();
}

/// The user was slower at the keyring's question than sync waits for an answer.
void InletEngine::secretArrived(const QString &email)
{
    for (const accounts::Account &account : std::as_const(m_accounts)) {
        const MailboxStatus status = m_board.status(account.id);
        const bool gaveUp = status.state == MailboxState::NeedsUser && isSecretCause(status.cause.toLatin1());
        if (m_outbox && account.enabled && account.email == email && gaveUp) {
            m_sync->checkNow(account.id);
            m_outbox->signInChanged(account.id);
        }
    }
}

} // namespace inlet::engine
