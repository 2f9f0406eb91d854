// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppContext.h"

#include "accounts/Detector.h"
#include "accounts/QtDnsResolver.h"
#include "base/Log.h"
#include "engine/AccountChecker.h"
#include "engine/ServerProbe.h"
#include "imap/VmimeImapSession.h"
#include "net/TlsStream.h"
#include "secrets/FileVaultSecretStore.h"
#include "secrets/KeychainSecretStore.h"
#include "secrets/SessionSecretStore.h"
#include "smtp/VmimeSmtpSession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

namespace inlet::app
{

namespace
{

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
const QString kSecretsKey = QStringLiteral("secrets/kind");
const QString kPausedKey = QStringLiteral("sync/paused"); // numbers of mailboxes

Error storageError(const QString &words)
{
    return Error{ErrorKind::Storage, words, {}, {}};
}

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/inlet");
}

QString absoluteDataDir(const QString &wanted)
{
    return QDir(wanted.isEmpty() ? defaultDataDir() : wanted).absolutePath();
}

Result<QString> privateDirectory(const QString &wanted)
{
    const QString path = absoluteDataDir(wanted);
    if (!QDir().mkpath(path))
        return storageError(QStringLiteral("The directory %1 cannot be made.").arg(path));
    if (!QFile::setPermissions(path, kOwnerOnly) || !QFileInfo(path).isWritable())
        return storageError(QStringLiteral("The directory %1 is not yours to write to.").arg(path));
    return path;
}

/// One keyring holds the passwords of several profiles; each has a service name of its own.
QString keychainService(const QString &dataDir)
{
    if (dataDir == QDir(defaultDataDir()).absolutePath())
        return QStringLiteral("inlet");
    const QByteArray hash = QCryptographicHash::hash(dataDir.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("inlet-") + QString::fromLatin1(hash.toHex().left(12));
}

} // namespace

struct AppContext::Network {
    Network(const AppOptions &options, const accounts::ProviderTable &providers, const accounts::ErrorDictionary &dictionary)
        : caFile(options.caFile), imap(imap::makeImapSessionFactory({options.caFile})), smtp(smtp::makeVmimeSmtpSessions(streams())),
          probe(streams()), checker(imap, smtp, providers, dictionary)
    {
    }

    [[nodiscard]] net::StreamFactory streams() const
    {
        return [settings = net::TlsSettings{caFile}] { return net::TlsStream::create(settings); };
    }

    QString caFile;
    imap::ImapSessionFactory imap;
    smtp::SmtpSessionFactory smtp;
    QNetworkAccessManager http;
    accounts::QtDnsResolver dns;
    engine::ServerProbe probe;
    engine::AccountChecker checker;
};

AppContext::~AppContext() = default;

QString AppContext::dataDirOf(const AppOptions &options)
{
    return absoluteDataDir(options.dataDir);
}

Result<std::unique_ptr<AppContext>> AppContext::open(const AppOptions &options)
{
    std::unique_ptr<AppContext> context(new AppContext);
    if (const auto prepared = context->prepare(options); !prepared)
        return prepared.error();
    return context;
}

namespace
{

/// A dead holder is noticed by its process id. One that was killed before it wrote that, or whose id
/// another Inlet has got since, is noticed by the lock on the file itself: the kernel drops that with
/// the process, and removeStaleLockFile() fails while it is held.
bool acquire(QLockFile &lock)
{
    constexpr int kWritingMs = 200; // a holder that starts at this moment
    lock.setStaleLockTime(0); // held for days
    return lock.tryLock(kWritingMs) || (lock.error() == QLockFile::LockFailedError && lock.removeStaleLockFile() && lock.tryLock());
}

/// Why acquire() failed.
Error lockError(const QLockFile &lock)
{
    if (lock.error() == QLockFile::LockFailedError)
        return Error{ErrorKind::Conflict, QStringLiteral("Another Inlet is running with this profile."), {}, "profile-in-use"};
    if (lock.error() == QLockFile::PermissionError)
        return Error{ErrorKind::Storage, QStringLiteral("The file %1 is not yours to write.").arg(lock.fileName()), {}, "disk-error"};
    // It could be made, but not written.
    return Error{ErrorKind::Storage, QStringLiteral("The disk is full: %1 cannot be written. Make room on it, then start again.").arg(lock.fileName()), {},
        "disk-full"};
}

} // namespace

Result<void> AppContext::prepare(const AppOptions &options)
{
    m_options = options;
    if (!options.caFile.isEmpty() && !QFileInfo(options.caFile).isReadable())
        return Error{ErrorKind::Config, QStringLiteral("The CA file %1 cannot be read.").arg(options.caFile), {}, {}};
    const auto dir = privateDirectory(options.dataDir);
    if (!dir)
        return dir.error();
    m_dataDir = *dir;
    if (options.access == AppOptions::Access::ReadWrite) {
        m_lock = std::make_unique<QLockFile>(m_dataDir + QStringLiteral("/inlet.lock"));
        if (!acquire(*m_lock))
            return lockError(*m_lock);
    }
    auto providers = accounts::ProviderTable::load(QStringLiteral(":/inlet/providers.json"));
    if (!providers)
        return providers.error();
    m_providers.emplace(std::move(*providers));
    auto dictionary = accounts::ErrorDictionary::load(QStringLiteral(":/inlet/errors.json"));
    if (!dictionary)
        return dictionary.error();
    m_dictionary.emplace(std::move(*dictionary));
    return openDatabase();
}

/// Beside whoever writes. Where nobody does, what has to be done to the database before it can be read is done first.
Result<std::unique_ptr<store::Store>> AppContext::openBeside() const
{
    auto store = store::openStoreToRead(m_dataDir);
    const bool damaged = !store && store.error().cause == "database-corrupt";
    if (store || (!damaged && store.error().cause != "database-older"))
        return store;
    {
        QLockFile lock(m_dataDir + QStringLiteral("/inlet.lock"));
        if (!acquire(lock) && lock.error() != QLockFile::LockFailedError)
            return lockError(lock);
        if (!lock.isLocked()) {
            Error error = store.error();
            error.detail = damaged
                ? error.detail + QStringLiteral(" Inlet is running with this profile and replaces it by itself; try again in a minute.")
                : QStringLiteral("Inlet is running with this profile in another version, or is just making it. Try again in a moment; if that does not help, close Inlet first.");
            return error;
        }
        if (const auto made = store::openStore(m_dataDir, store::OnDamage::Rebuild); !made)
            return made.error();
    }
    return store::openStoreToRead(m_dataDir);
}

Result<void> AppContext::openDatabase()
{
    const bool alone = m_options.access == AppOptions::Access::ReadWrite;
    const QDateTime begin = QDateTime::currentDateTimeUtc();
    auto store = alone ? store::openStore(m_dataDir, store::OnDamage::Rebuild) : openBeside();
    if (!store)
        return store.error();
    m_store = std::move(*store);
    m_store->readHere([&](store::ReadSession &session) { m_salvage = session.salvageReport().value_or(std::nullopt); });
    if (m_salvage && m_salvage->at < begin)
        m_salvage.reset(); // told before
    return {};
}

std::unique_ptr<secrets::SecretStore> AppContext::firstSecretStore() const
{
    const QSettings settings(settingsPath(), QSettings::IniFormat);
    const QString kind = m_options.vault.isEmpty() ? settings.value(kSecretsKey, QStringLiteral("keychain")).toString() : m_options.vault;
    if (kind == QLatin1String("session"))
        return std::make_unique<secrets::SessionSecretStore>();
    if (kind != QLatin1String("file"))
        return std::make_unique<secrets::KeychainSecretStore>(keychainService(m_dataDir));
    auto vault = std::make_unique<secrets::FileVaultSecretStore>(vaultPath());
    // Without a passphrase in the environment the vault stays locked until the window asks for it.
    const QByteArray passphrase = qgetenv("INLET_VAULT_PASSPHRASE");
    if (!passphrase.isEmpty())
        vault->open(Secret(std::string_view(passphrase.constData(), std::size_t(passphrase.size()))), [](const Result<void> &opened) {
            if (!opened)
                qCWarning(lcSecrets, "the vault was not opened: %s", qUtf8Printable(opened.error().detail));
        });
    return vault;
}

void AppContext::openSecretStore(const QString &kind, const Secret &passphrase, const SecretStoreOpened &done)
{
    const auto remember = [this, kind] {
        QSettings(settingsPath(), QSettings::IniFormat).setValue(kSecretsKey, kind);
    };
    if (kind == QLatin1String("file")) {
        auto vault = std::make_shared<std::unique_ptr<secrets::FileVaultSecretStore>>(
            std::make_unique<secrets::FileVaultSecretStore>(vaultPath()));
        (*vault)->open(passphrase, [vault, remember, done](const Result<void> &opened) {
            if (!opened) {
                done(opened.error());
                // Not inside its own call.
                vault->release()->deleteLater();
                return;
            }
            remember();
            done(std::unique_ptr<secrets::SecretStore>(std::move(*vault)));
        });
        return;
    }
    std::unique_ptr<secrets::SecretStore> store;
    if (kind == QLatin1String("session"))
        store = std::make_unique<secrets::SessionSecretStore>();
    else
        store = std::make_unique<secrets::KeychainSecretStore>(keychainService(m_dataDir));
    remember();
    done(std::move(store));
}

void AppContext::probeSecrets(SecretsProbed done)
{
    m_probed = firstSecretStore();
    const auto told = [kind = m_probed->kind(), done = std::move(done)](const Result<void> &able) { done(kind, able); };
    if (!readsOnly()) {
        m_probed->probe(told);
        return;
    }
    m_probed->read(QStringLiteral("probe"), [told](const Result<Secret> &found) {
        told(found || found.error().kind == ErrorKind::NotFound ? Result<void>() : Result<void>(found.error()));
    });
}

QSet<AccountId> AppContext::pausedHistory() const
{
    QSet<AccountId> paused;
    const QSettings settings(settingsPath(), QSettings::IniFormat);
    const QStringList words = settings.value(kPausedKey).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (const qint64 number = word.toLongLong(); number > 0)
            paused.insert(AccountId(number));
    }
    return paused;
}

Result<void> AppContext::keepPausedHistory(const QSet<AccountId> &paused) const
{
    QStringList words;
    for (const AccountId id : paused)
        words.append(QString::number(id.number()));
    words.sort();
    QSettings settings(settingsPath(), QSettings::IniFormat);
    settings.setValue(kPausedKey, words.join(QLatin1Char(' ')));
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return storageError(QStringLiteral("The file %1 cannot be written. Is the disk full?").arg(settingsPath()));
    return {};
}

engine::EngineParts AppContext::parts()
{
    sync::SyncOptions syncOptions;
    syncOptions.listen = m_options.listen;
    return {
        .store = *m_store,
        .clock = m_clock,
        .providers = *m_providers,
        .dictionary = *m_dictionary,
        .makeDetector =
            [this] {
                accounts::DetectorSettings settings;
                settings.caFile = m_options.caFile;
                return std::make_unique<accounts::Detector>(*m_providers, m_network->http, m_network->dns, &m_network->probe, settings);
            },
        .checker = m_network->checker,
        .makeSync =
            [this, syncOptions](sync::SecretSource secrets, sync::SyncObserver &observer) {
                return sync::makeSyncEngine(*m_store, m_network->imap, std::move(secrets), observer, m_clock, syncOptions);
            },
        .makeOutbox =
            [this](outbox::SecretSource secrets, outbox::SessionRunner runner, outbox::Outbox::RowChanged changed) {
                outbox::OutboxOptions outboxOptions;
                outboxOptions.dictionary = std::make_shared<const accounts::ErrorDictionary>(*m_dictionary);
                return outbox::makeOutbox(*m_store, m_network->smtp, std::move(secrets), std::move(runner), std::move(changed), m_clock, outboxOptions);
            },
        .secrets = firstSecretStore(),
        .openSecrets = [this](const QString &kind, const Secret &passphrase, SecretStoreOpened done) { openSecretStore(kind, passphrase, done); },
        .pausedHistory = pausedHistory(),
        .keepPausedHistory =
            [this](const QSet<AccountId> &paused) {
                if (const auto kept = keepPausedHistory(paused); !kept)
                    qCWarning(lcEngine) << "which mailboxes are paused is forgotten at the end:" << kept.error().detail;
            },
    };
}

engine::InletEngine &AppContext::engine()
{
    Q_ASSERT(m_options.access == AppOptions::Access::ReadWrite);
    if (!m_engine) {
        m_network = std::make_unique<Network>(m_options, *m_providers, *m_dictionary);
        m_engine = std::make_unique<engine::InletEngine>(parts());
        m_engine->start();
        if (m_options.listen)
            watchNetwork();
    }
    return *m_engine;
}

void AppContext::watchNetwork()
{
    m_networkWatch = std::make_unique<engine::NetworkWatch>();
    QObject::connect(m_networkWatch.get(), &engine::NetworkWatch::networkChanged, m_engine.get(), &engine::InletEngine::networkChanged);
    // Asks the system and waits for the answer: not before the first rows are on the screen.
    constexpr std::chrono::seconds kAfterTheStart{1};
    QTimer::singleShot(kAfterTheStart, m_networkWatch.get(), &engine::NetworkWatch::followSystem);
}

} // namespace inlet::app
