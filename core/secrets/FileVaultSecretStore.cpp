// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/FileVaultSecretStore.h"

#include "secrets/VaultFile_p.h"

#include <utility>

namespace inlet::secrets
{

FileVaultSecretStore::FileVaultSecretStore(const QString &path, VaultCost cost, QObject *parent)
    : QObject(parent)
    , m_vault(std::make_unique<VaultFile>(path, cost))
    , m_thread([this](const std::stop_token &stop) {
        while (const auto job = m_jobs.pop(stop))
            (*job)(*m_vault);
    })
{
}

FileVaultSecretStore::~FileVaultSecretStore()
{
    m_jobs.close(); // what is queued is still written
    m_thread.join();
}

template <typename T, typename Work>
void FileVaultSecretStore::enqueue(std::function<void(Result<T>)> done, Work work)
{
    m_jobs.push([this, done = std::move(done), work = std::move(work)](VaultFile &vault) {
        Result<T> result = work(vault);
        // Our destructor joins this thread, so `this` is alive.
        QMetaObject::invokeMethod(
            this, [done, result = std::move(result)] { done(result); }, Qt::QueuedConnection);
    });
}

void FileVaultSecretStore::open(const Secret &passphrase, WriteDone done)
{
    enqueue<void>(
        std::move(done), [passphrase](VaultFile &vault) { return vault.open(passphrase); });
}

void FileVaultSecretStore::read(const QString &key, ReadDone done)
{
    enqueue<Secret>(std::move(done), [key](VaultFile &vault) { return vault.read(key); });
}

void FileVaultSecretStore::write(const QString &key, const Secret &secret, WriteDone done)
{
    enqueue<void>(
        std::move(done), [key, secret](VaultFile &vault) { return vault.write(key, secret); });
}

void FileVaultSecretStore::remove(const QString &key, WriteDone done)
{
    enqueue<void>(std::move(done), [key](VaultFile &vault) { return vault.remove(key); });
}

// A real write: the disk may be full or the folder read-only by now.
void FileVaultSecretStore::probe(WriteDone done)
{
    enqueue<void>(
        std::move(done), [](VaultFile &vault) { return vault.remove(QStringLiteral("probe")); });
}

void FileVaultSecretStore::isOpen(OpenDone done)
{
    QMetaObject::invokeMethod(this, [done = std::move(done)] { done(true); }, Qt::QueuedConnection);
}

} // namespace inlet::secrets
