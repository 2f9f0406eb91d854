// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QString>

#include <functional>

namespace inlet::secrets
{

/// Where passwords rest. Keys are "account/<id>/imap" and the like; they are not secret.
/// Thread: the GUI thread (the keychain needs its event loop); answers arrive there, later, and
///         may take as long as the user needs to unlock the keyring. Never wait modally.
/// Errors: NotFound (no such entry; a locked keyring may say the same), Auth (locked or the
///         passphrase is wrong), Storage (no keyring running, file not writable).
class SecretStore
{
public:
    using ReadDone = std::function<void(Result<Secret>)>;
    using WriteDone = std::function<void(Result<void>)>;
    using OpenDone = std::function<void(bool open)>;

    virtual ~SecretStore() = default;
    virtual void read(const QString &key, ReadDone done) = 0;
    virtual void write(const QString &key, const Secret &secret, WriteDone done) = 0;
    virtual void remove(const QString &key, WriteDone done) = 0;
    /// Asks whether secrets can be kept now, with the reason if not.
    virtual void probe(WriteDone done) = 0;
    /// Whether read() would answer now without asking the user; false also where that cannot be told.
    virtual void isOpen(OpenDone done) = 0;
    /// "keychain", "file" or "session".
    [[nodiscard]] virtual QString kind() const = 0;
};

} // namespace inlet::secrets
