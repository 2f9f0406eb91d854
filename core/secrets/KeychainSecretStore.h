// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/SecretStore.h"

#include <QObject>

#include <deque>
#include <memory>

namespace QKeychain
{
class Job;
}

namespace inlet::secrets
{

/// The password store of the system, through Qt Keychain. One job at a time, in order; a job may
/// stay open while the system asks the user to unlock. Never falls back to a plain file.
/// Errors: as SecretStore; a locked store says Auth ("keyring-locked") wherever it can be told from
///         a missing entry, none running says Storage ("no-keyring").
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `service`: the heading under which the system lists our entries, one a profile.
    explicit KeychainSecretStore(QString service, QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    void read(const QString &key, ReadDone done) override;
    void write(const QString &key, const Secret &secret, WriteDone done) override;
    void remove(const QString &key, WriteDone done) override;
    /// Writes and removes an entry: the only question that a locked store does not answer wrongly.
    void probe(WriteDone done) override;
    void isOpen(OpenDone done) override;
    [[nodiscard]] QString kind() const override { return QStringLiteral("keychain"); }

private:
    struct Request;

    void enqueue(std::unique_ptr<Request> request);
    void startNext();
    void onFinished(QKeychain::Job *job);
    void answer(Request &request, QKeychain::Job &job);
    void answerRemoved(WriteDone done);
    void answerMissing(ReadDone done, const Error &missing);

    QString m_service;
    std::deque<std::unique_ptr<Request>> m_queue; ///< the first one is running
    QKeychain::Job *m_job = nullptr;
};

} // namespace inlet::secrets
