// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/AccountLink_p.h"

#include "base/Channel.h"
#include "sync/Backoff_p.h"
#include "sync/Listener_p.h"
#include "sync/StatusBook_p.h"

namespace inlet::sync
{

namespace
{

// A keyring may ask its user to unlock it.
constexpr std::chrono::seconds kSecretPatience{60};

/// Not a refused sign-in: the cause tells the two apart, and the user has to help in both cases.
Error withoutSecret(Error error)
{
    if (error.cause.isEmpty())
        error.cause = error.kind == ErrorKind::NotFound ? "secret-missing" : "keyring-locked";
    error.kind = ErrorKind::Auth;
    return error;
}

Error serverHungUp()
{
    return Error{ErrorKind::Network, QStringLiteral("the server said BYE"), {}, "connection-lost"};
}

} // namespace

AccountLink::AccountLink(const SyncDeps &deps, const accounts::Account &account)
    : m_deps(deps)
    , m_account(account.id)
    , m_endpoint(account.imap)
    , m_owner(deps.listener.newOwner())
    , m_refusedBefore(account.signInRefused)
{
}

AccountLink::~AccountLink()
{
    drop();
    m_deps.listener.forget(m_account, m_owner); // also a timer without a connection
}

void AccountLink::watchUntil(std::chrono::steady_clock::time_point deadline)
{
    m_deps.listener.watch(m_account, m_owner, m_idle ? m_session->stream().descriptor() : -1, deadline);
}

Result<Secret> AccountLink::secret(const std::stop_token &stop)
{
    if (m_secret)
        return *m_secret;
    const auto answers = std::make_shared<Channel<Result<Secret>>>();
    m_deps.secrets(m_account, [answers](Result<Secret> answer) { answers->push(std::move(answer)); });
    auto answer = answers->popFor(stop, kSecretPatience);
    if (stop.stop_requested())
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
    if (!answer)
        return Error{ErrorKind::Auth, QStringLiteral("the password store does not answer"), {}, "keyring-locked"};
    if (!*answer)
        return withoutSecret(answer->error());
    m_secret = **answer;
    return *m_secret;
}

Result<void> AccountLink::signIn(const std::stop_token &stop)
{
    // First the secret: no connection stands open while a keyring waits for its user.
    m_deps.statuses.waitsFor(m_account, WaitsFor::Keyring);
    const auto password = secret(stop);
    m_deps.statuses.waitsFor(m_account, WaitsFor::Server);
    if (!password)
        return password.error();
    m_session = m_deps.sessions(m_endpoint);
    if (const auto connected = m_session->connect(stop); !connected)
        return connected.error();
    if (const auto loggedIn = m_session->login(*password, stop); !loggedIn) {
        if (loggedIn.error().kind == ErrorKind::Auth)
            m_secret.reset(); // the next attempt, after the user's decision, asks anew
        return loggedIn.error();
    }
    return {};
}

Result<void> AccountLink::open(const std::stop_token &stop)
{
    if (isOpen() && m_idle) {
        m_deps.listener.forget(m_account, m_owner);
        m_idle = false;
        return m_session->endIdle(stop);
    }
    if (isOpen())
        return {};
    if (m_refusedBefore)
        return Error{ErrorKind::Auth, QStringLiteral("the server refused this sign-in before"), {}, {}};
    drop();
    if (const auto signedIn = signIn(stop); !signedIn) {
        drop();
        return signedIn.error();
    }
    m_signedIn = true;
    m_signedInAt = m_deps.clock.steadyNow();
    return {};
}

Result<imap::FolderState> AccountLink::select(const QByteArray &wireName, const std::stop_token &stop)
{
    m_selected.clear();
    m_visited.insert(wireName);
    auto state = m_session->select(wireName, stop);
    if (state)
        m_selected = wireName;
    return state;
}

Result<imap::ResyncAnswer> AccountLink::resync(const QByteArray &wireName, const imap::ResyncPoint &known,
    const imap::ImapSession::TakeMessage &take, const std::stop_token &stop)
{
    m_selected.clear();
    m_visited.insert(wireName);
    auto answer = m_session->resync(wireName, known, take, stop);
    if (answer)
        m_selected = wireName;
    return answer;
}

/// Once a connection. Where it is refused, who asks for the folders' counts knows it by isNotified().
Result<void> AccountLink::askForOthers(const std::stop_token &stop)
{
    if (m_notified || m_notifyRefused || !capabilities().notify)
        return {};
    const auto asked = m_session->notifyOfOthers(stop);
    if (!asked && endsSession(asked.error().kind))
        return asked;
    m_notified = bool(asked);
    m_notifyRefused = !asked;
    return {};
}

/// RFC 5465 section 5.8: from then on the server is silent, in IDLE too.
Error AccountLink::overflowed()
{
    m_notifyRefused = true;
    return Error{ErrorKind::Network, QStringLiteral("the server tells nothing any more"), {}, "connection-lost"};
}

Result<imap::IdleEvents> AccountLink::startIdle(const std::stop_token &stop)
{
    if (const auto asked = askForOthers(stop); !asked)
        return asked.error();
    if (const auto started = m_session->startIdle(stop); !started)
        return started.error();
    m_idle = true;
    const imap::IdleEvents before = m_session->takeUnsolicited();
    if (before.overflow)
        return overflowed();
    if (!saysChange(before))
        return before;
    m_idle = false;
    if (const auto ended = m_session->endIdle(stop); !ended)
        return ended.error();
    return before;
}

Result<imap::IdleEvents> AccountLink::readIdle(const std::stop_token &stop)
{
    auto events = m_session->readIdle(stop);
    if (events && events->bye)
        return serverHungUp();
    if (events && events->overflow)
        return overflowed();
    return events;
}

void AccountLink::drop()
{
    if (m_session)
        m_deps.listener.forget(m_account, m_owner);
    m_session.reset();
    m_signedIn = m_idle = m_notified = false;
    m_isNew = true;
    m_selected.clear();
}

bool AccountLink::wasElsewhere(const QByteArray &home)
{
    m_visited.remove(home);
    const bool wasElsewhere = !m_visited.isEmpty() || m_isNew;
    m_visited.clear();
    m_isNew = false;
    return wasElsewhere;
}

void AccountLink::hangUp()
{
    if (isOpen())
        m_session->logout();
    drop();
}

std::chrono::milliseconds AccountLink::lived() const
{
    if (!m_signedIn)
        return {};
    // At least 1: signed in a moment ago is not the same as never.
    const auto lived = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_deps.clock.steadyNow() - m_signedInAt);
    return std::max(lived, std::chrono::milliseconds(1));
}

} // namespace inlet::sync
