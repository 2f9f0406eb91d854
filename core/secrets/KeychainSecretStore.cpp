// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/KeychainSecretStore.h"

#include "base/Log.h"
#include "secrets/KeyringLock_p.h"

#include <qt6keychain/keychain.h>

#include <QTimer>

#include <cstring>
#include <utility>

namespace inlet::secrets
{

namespace
{

const QString kProbeKey = QStringLiteral("probe");

Error errorOf(const QKeychain::Job &job)
{
    const QString words = job.errorString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {
            ErrorKind::NotFound, QStringLiteral("no secret of that name"), {}, "secret-missing"};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::Auth, QStringLiteral("the keyring is locked: %1").arg(words), {},
            "keyring-locked"};
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorKind::Storage, QStringLiteral("no keyring: %1").arg(words), {}, "no-keyring"};
}

Error lockedError()
{
    return Error{ErrorKind::Auth, QStringLiteral("the keyring is locked"), {}, "keyring-locked"};
}

} // namespace

struct KeychainSecretStore::Request {
    enum class Kind { Read, Write, Remove };
    Kind kind = Kind::Read;
    QString key;
    Secret secret;
    ReadDone readDone;
    WriteDone writeDone;
};

KeychainSecretStore::KeychainSecretStore(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

KeychainSecretStore::~KeychainSecretStore()
{
    // The library still works on it and deletes it afterwards.
    if (m_job)
        m_job->disconnect(this);
}

void KeychainSecretStore::read(const QString &key, ReadDone done)
{
    auto request = std::make_unique<Request>();
    request->key = key;
    request->readDone = std::move(done);
    enqueue(std::move(request));
}

void KeychainSecretStore::write(const QString &key, const Secret &secret, WriteDone done)
{
    auto request = std::make_unique<Request>();
    request->kind = Request::Kind::Write;
    request->key = key;
    request->secret = secret;
    request->writeDone = std::move(done);
    enqueue(std::move(request));
}

void KeychainSecretStore::remove(const QString &key, WriteDone done)
{
    auto request = std::make_unique<Request>();
    request->kind = Request::Kind::Remove;
    request->key = key;
    request->writeDone = std::move(done);
    enqueue(std::move(request));
}

void KeychainSecretStore::probe(WriteDone done)
{
    write(kProbeKey, Secret("1"), [this, done = std::move(done)](const Result<void> &written) {
        if (!written) {
            done(written);
            return;
        }
        remove(kProbeKey, [done](const Result<void> &) { done(Result<void>()); });
    });
}

void KeychainSecretStore::isOpen(OpenDone done)
{
    askLock(this, [done = std::move(done)](Lock lock) { done(lock == Lock::Open); });
}

void KeychainSecretStore::enqueue(std::unique_ptr<Request> request)
{
    m_queue.push_back(std::move(request));
    // Later, so that no answer can come from inside the call.
    if (m_queue.size() == 1)
        QTimer::singleShot(0, this, &KeychainSecretStore::startNext);
}

void KeychainSecretStore::startNext()
{
    if (m_queue.empty() || m_job)
        return;
    const Request &request = *m_queue.front();
    if (request.kind == Request::Kind::Write) {
        auto *job = new QKeychain::WritePasswordJob(m_service);
        const std::string &octets = request.secret.reveal();
        job->setBinaryData(QByteArray(octets.data(), static_cast<qsizetype>(octets.size())));
        m_job = job;
    } else if (request.kind == Request::Kind::Remove) {
        m_job = new QKeychain::DeletePasswordJob(m_service);
    } else {
        m_job = new QKeychain::ReadPasswordJob(m_service);
    }
    m_job->setKey(request.key);
    m_job->setInsecureFallback(false);
    connect(m_job, &QKeychain::Job::finished, this, &KeychainSecretStore::onFinished);
    m_job->start();
}

void KeychainSecretStore::onFinished(QKeychain::Job *job)
{
    if (job != m_job || m_queue.empty())
        return;
    m_job = nullptr;
    const std::unique_ptr<Request> request = std::move(m_queue.front());
    m_queue.pop_front();
    if (!m_queue.empty())
        QTimer::singleShot(0, this, &KeychainSecretStore::startNext);
    answer(*request, *job); // last: the caller may destroy us
}

void KeychainSecretStore::answer(Request &request, QKeychain::Job &job)
{
    const bool failed = job.error() != QKeychain::NoError;
    if (failed && job.error() != QKeychain::EntryNotFound)
        qCWarning(lcSecrets) << "keyring:" << job.error() << job.errorString();
    if (request.kind == Request::Kind::Remove && (!failed || job.error() == QKeychain::EntryNotFound)) {
        answerRemoved(std::move(request.writeDone));
        return;
    }
    if (request.kind != Request::Kind::Read) {
        request.writeDone(failed ? Result<void>(errorOf(job)) : Result<void>());
        return;
    }
    if (job.error() == QKeychain::EntryNotFound) {
        answerMissing(std::move(request.readDone), errorOf(job));
        return;
    }
    if (failed) {
        request.readDone(errorOf(job));
        return;
    }
    const QByteArray octets = static_cast<QKeychain::ReadPasswordJob &>(job).binaryData();
    request.readDone(
        Secret(std::string_view(octets.constData(), static_cast<std::size_t>(octets.size()))));
}

// A locked keyring removes nothing, and says that it has.
void KeychainSecretStore::answerRemoved(WriteDone done)
{
    askLock(this, [done = std::move(done)](Lock lock) {
        done(lock == Lock::Locked ? Result<void>(lockedError()) : Result<void>());
    });
}

// A locked keyring says "not found" as well. Taking that for the truth would ask the user for a
// password that is still there.
void KeychainSecretStore::answerMissing(ReadDone done, const Error &missing)
{
    askLock(this, [done = std::move(done), missing](Lock lock) {
        if (lock == Lock::Locked)
            done(lockedError());
        else
            done(missing);
    });
}

} // namespace inlet::secrets
