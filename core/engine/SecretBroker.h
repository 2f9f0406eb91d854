// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"
#include "base/Secret.h"
#include "engine/GuiRelay.h"
#include "secrets/SecretStore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace inlet::engine
{

/// True where an error is about our own password store and not about a server.
[[nodiscard]] bool isSecretCause(const QByteArray &cause);

/// Passwords for those who need them: asks the secret store once per mailbox and remembers the
/// answer while the program runs, so a keyring that is locked later does not stop running mailboxes.
/// A request that cannot be answered now because the keyring is locked or missing fails with a typed error; it is never
/// taken for "this mailbox has no password". From then on the store is asked now and then, without any prompt, whether
/// it is open again.
/// Thread: GUI; fetch() any.
class SecretBroker : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<Secret>)>;
    using Done = std::function<void(Result<void>)>;

    SecretBroker(std::unique_ptr<secrets::SecretStore> store, GuiRelay &relay);

    /// Errors: Auth with cause "keyring-locked" or "secret-missing"; Storage "no-keyring",
    ///         "vault-damaged".
    void fetch(const QString &email, Answer answer);
    void keep(const QString &email, const Secret &secret, Done done);
    void forget(const QString &email, Done done);
    /// Emails of mailboxes known so far that use exactly this password.
    [[nodiscard]] QStringList sharing(const Secret &secret) const;

    void probe(Done done) { m_store->probe(std::move(done)); }
    [[nodiscard]] QString kind() const { return m_store->kind(); }
    /// Another place to keep secrets; what is already known is kept there as well.
    void replaceStore(std::unique_ptr<secrets::SecretStore> store);

Q_SIGNALS:
    /// The store could not answer; once until recovered().
    void failed(const inlet::Error &error);
    void recovered();
    /// The store has answered, perhaps after whoever asked had given up: a prompt waits as long as its user.
    void arrived(const QString &email);

private:
    void read(const QString &email, Answer answer);
    void report(const Error &error, const QString &email);
    void settle();
    void lookAgain();

    std::unique_ptr<secrets::SecretStore> m_store;
    GuiRelay &m_relay;
    QHash<QString, Secret> m_known;
    bool m_reported = false;
    QString m_refused; ///< the last mailbox that got no answer: the one to try with
    QTimer m_lookAgain; ///< runs while reported
};

} // namespace inlet::engine
