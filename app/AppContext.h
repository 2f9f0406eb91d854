// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/ErrorDictionary.h"
#include "accounts/ProviderTable.h"
#include "base/Clock.h"
#include "base/Result.h"
#include "engine/InletEngine.h"
#include "engine/NetworkWatch.h"
#include "store/Store.h"

#include <QLockFile>
#include <QString>

#include <functional>
#include <memory>

namespace inlet::app
{

struct AppOptions {
    QString dataDir; ///< empty: the user's data directory
    QString vault; ///< "keychain", "file" or "session"; empty: as chosen before, else the keychain
    QString caFile; ///< PEM with further trusted CAs
    enum class Access {
        ReadOnly, ///< beside a running program: store() refuses to write
        ReadWrite, ///< alone with the profile
    } access = Access::ReadWrite;
    bool listen = true; ///< false: mailboxes are checked on request only
};

/// The one place that names concrete classes: builds them and hands interfaces to constructors, the
/// same way for the desktop and the command line.
/// Thread: GUI.
class AppContext
{
public:
    /// Errors: Storage (directory, database), Conflict ("profile-in-use": another Inlet holds it),
    ///         Config (CA file, data tables).
    static Result<std::unique_ptr<AppContext>> open(const AppOptions &options);
    ~AppContext();

    /// Where a profile lies, whether it can be opened or not.
    [[nodiscard]] static QString dataDirOf(const AppOptions &options);
    [[nodiscard]] const QString &dataDir() const { return m_dataDir; }
    /// Set where open() had to replace a damaged database.
    [[nodiscard]] const std::optional<store::SalvageReport> &salvage() const { return m_salvage; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] const accounts::ErrorDictionary &dictionary() const { return *m_dictionary; }
    /// Mailboxes of which no older mail is read until the user goes on; kept in the settings.
    [[nodiscard]] QSet<AccountId> pausedHistory() const;
    /// For the next engine(); one that runs keeps its own. Errors: Storage.
    Result<void> keepPausedHistory(const QSet<AccountId> &paused) const;
    /// Beside a running program, or as if there were one.
    [[nodiscard]] bool readsOnly() const { return m_options.access == AppOptions::Access::ReadOnly; }
    /// Where passwords are kept, and whether they can be, without an engine. Who only reads asks for one that is not there: a
    /// real try writes, as the program beside it may at the same moment.
    using SecretsProbed = std::function<void(const QString &kind, const Result<void> &able)>;
    void probeSecrets(SecretsProbed done);
    /// Made and started at the first call; only with Access::ReadWrite.
    [[nodiscard]] engine::InletEngine &engine();

private:
    struct Network; // sessions, detector, checker: made with the engine

    AppContext() = default;
    using SecretStoreOpened = std::function<void(Result<std::unique_ptr<secrets::SecretStore>>)>;

    Result<void> prepare(const AppOptions &options);
    Result<void> openDatabase();
    [[nodiscard]] Result<std::unique_ptr<store::Store>> openBeside() const;
    void watchNetwork();
    [[nodiscard]] engine::EngineParts parts();
    [[nodiscard]] std::unique_ptr<secrets::SecretStore> firstSecretStore() const;
    void openSecretStore(const QString &kind, const Secret &passphrase, const SecretStoreOpened &done);
    [[nodiscard]] QString settingsPath() const { return m_dataDir + QStringLiteral("/settings.ini"); }
    [[nodiscard]] QString vaultPath() const { return m_dataDir + QStringLiteral("/secrets.vault"); }

    AppOptions m_options;
    QString m_dataDir;
    SystemClock m_clock;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<store::Store> m_store;
    std::optional<store::SalvageReport> m_salvage;
    std::optional<accounts::ProviderTable> m_providers;
    std::optional<accounts::ErrorDictionary> m_dictionary;
    std::unique_ptr<secrets::SecretStore> m_probed;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<engine::InletEngine> m_engine;
    std::unique_ptr<engine::NetworkWatch> m_networkWatch; ///< while it listens
};

} // namespace inlet::app
