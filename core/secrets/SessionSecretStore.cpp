// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/SessionSecretStore.h"

namespace inlet::secrets
{

void SessionSecretStore::read(const QString &key, ReadDone done)
{
    const auto found = m_secrets.constFind(key);
    const Result<Secret> result = found == m_secrets.cend()
        ? Result<Secret>(Error{
            ErrorKind::NotFound, QStringLiteral("no secret of that name"), {}, "secret-missing"})
        : Result<Secret>(*found);
    QMetaObject::invokeMethod(
        this, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
}

void SessionSecretStore::write(const QString &key, const Secret &secret, WriteDone done)
{
    m_secrets.insert(key, secret);
    answer(done);
}

void SessionSecretStore::remove(const QString &key, WriteDone done)
{
    m_secrets.remove(key);
    answer(done);
}

void SessionSecretStore::probe(WriteDone done)
{
    answer(done);
}

void SessionSecretStore::answer(const WriteDone &done)
{
    QMetaObject::invokeMethod(
        this, [done] { done(Result<void>()); }, Qt::QueuedConnection);
}

void SessionSecretStore::isOpen(OpenDone done)
{
    QMetaObject::invokeMethod(this, [done = std::move(done)] { done(true); }, Qt::QueuedConnection);
}

} // namespace inlet::secrets
