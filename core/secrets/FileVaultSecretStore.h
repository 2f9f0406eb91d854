// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"
#include "secrets/SecretStore.h"
#include "secrets/VaultCost.h"

#include <QObject>

#include <functional>
#include <memory>
#include <thread>

namespace inlet::secrets
{

class VaultFile;

/// A file sealed with a passphrase (Argon2id, XChaCha20-Poly1305), for systems without a keyring
/// and for servers. Everything is locked until open(). The work is done on a thread of its own;
/// answers come on the thread that made the store.
class FileVaultSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit FileVaultSecretStore(
        const QString &path, VaultCost cost = {}, QObject *parent = nullptr);
    /// Finishes what is queued (no answers any more): a second at most, while a key is derived.
    ~FileVaultSecretStore() override;

    /// Opens the vault, or makes one with this passphrase where there is none.
    /// Errors: Auth ("wrong-passphrase"), Storage ("vault-damaged", not readable), Config (empty).
    void open(const Secret &passphrase, WriteDone done);

    void read(const QString &key, ReadDone done) override;
    void write(const QString &key, const Secret &secret, WriteDone done) override;
    void remove(const QString &key, WriteDone done) override;
    void probe(WriteDone done) override;
    void isOpen(OpenDone done) override;
    [[nodiscard]] QString kind() const override { return QStringLiteral("file"); }

private:
    using Job = std::function<void(VaultFile &)>;

    template <typename T, typename Work>
    void enqueue(std::function<void(Result<T>)> done, Work work);

    std::unique_ptr<VaultFile> m_vault; ///< touched by the thread only
    Channel<Job> m_jobs;
    std::jthread m_thread;
};

} // namespace inlet::secrets
