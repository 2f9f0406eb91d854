// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SecretBroker.h"

namespace inlet::engine
{

namespace
{

// Short enough to go on while the user still looks; it is one question to another process.
constexpr std::chrono::seconds kLookAgain{3};

QString keyOf(const QString &email)
{
    return QStringLiteral("mailbox/") + email;
}

/// What a failed read means for the mailbox: only its user can help.
Error explained(const Error &error)
{
    Error meaning = error;
    if (error.kind == ErrorKind::NotFound) {
        meaning.kind = ErrorKind::Auth;
        meaning.cause = "secret-missing";
    } else if (!isSecretCause(error.cause)) {
        meaning.cause = error.kind == ErrorKind::Auth ? "keyring-locked" : "no-keyring";
    }
    return meaning;
}

} // namespace

bool isSecretCause(const QByteArray &cause)
{
    return cause == "keyring-locked" || cause == "secret-missing" || cause == "no-keyring"
        || cause == "wrong-passphrase" || cause == "vault-damaged";
}

SecretBroker::SecretBroker(std::unique_ptr<secrets::SecretStore> store, GuiRelay &relay)
    : m_store(std::move(store)), m_relay(relay)
{
    m_lookAgain.setInterval(kLookAgain);
    connect(&m_lookAgain, &QTimer::timeout, this, &SecretBroker::lookAgain);
}

void SecretBroker::fetch(const QString &email, Answer answer)
{
    m_relay.post([this, email, answer = std::move(answer)] {
        const auto known = m_known.constFind(email);
        if (known != m_known.constEnd())
            answer(Result<Secret>(*known));
        else
            read(email, answer);
    });
}

void SecretBroker::read(const QString &email, Answer answer)
{
    m_store->read(keyOf(email), [this, guard = QPointer<SecretBroker>(this), email, answer](Result<Secret> secret) {
        if (!guard)
            return;
        if (secret) {
            m_known.insert(email, *secret);
            settle();
            answer(secret);
            Q_EMIT arrived(email);
            return;
        }
        const Error error = explained(secret.error());
        report(error, email);
        answer(Result<Secret>(error));
    });
}

void SecretBroker::report(const Error &error, const QString &email)
{
    if (error.cause != "secret-missing") {
        m_refused = email;
        m_lookAgain.start();
    }
    if (!std::exchange(m_reported, true))
        Q_EMIT failed(error);
}

void SecretBroker::settle()
{
    m_lookAgain.stop();
    if (std::exchange(m_reported, false))
        Q_EMIT recovered();
}

/// Only what is open is read from: a read could ask the user, who has just said no.
void SecretBroker::lookAgain()
{
    m_store->isOpen([this, guard = QPointer<SecretBroker>(this)](bool open) {
        if (!guard || !open || !m_lookAgain.isActive())
            return;
        read(m_refused, [this](const Result<Secret> &secret) {
            if (!secret && secret.error().cause == "secret-missing")
                settle(); // open, and those of the others may be there
        });
    });
}

void SecretBroker::keep(const QString &email, const Secret &secret, Done done)
{
    m_store->write(keyOf(email), secret,
        [this, guard = QPointer<SecretBroker>(this), email, secret, done = std::move(done)](Result<void> written) {
            if (!guard)
                return;
            if (written) {
                m_known.insert(email, secret);
                settle();
            }
            done(written);
        });
}

void SecretBroker::forget(const QString &email, Done done)
{
    m_known.remove(email);
    m_store->remove(keyOf(email), std::move(done));
}

QStringList SecretBroker::sharing(const Secret &secret) const
{
    QStringList emails;
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        if (known.value().equals(secret))
            emails.append(known.key());
    }
    emails.sort();
    return emails;
}

void SecretBroker::replaceStore(std::unique_ptr<secrets::SecretStore> store)
{
    m_store = std::move(store);
    m_reported = false;
    m_lookAgain.stop();
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known)
        m_store->write(keyOf(known.key()), known.value(), [](const Result<void> &) {});
    Q_EMIT recovered();
}

} // namespace inlet::engine
