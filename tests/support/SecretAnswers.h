// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/SecretStore.h"

#include <QTest>

#include <functional>
#include <optional>

namespace inlet::test
{

// Waits for the answers of a SecretStore and checks that none comes from inside the call.

template <typename T>
Result<T> awaitAnswer(const std::function<void(std::function<void(Result<T>)>)> &call)
{
    std::optional<Result<T>> answer;
    call([&](Result<T> result) { answer = std::move(result); });
    if (answer)
        return Error{ErrorKind::Bug, QStringLiteral("answered from inside the call"), {}, {}};
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 30000);
    return answer ? *answer : Result<T>(Error{ErrorKind::Bug, QStringLiteral("no answer"), {}, {}});
}

inline Result<Secret> readSecret(secrets::SecretStore &store, const QString &key)
{
    return awaitAnswer<Secret>([&](auto done) { store.read(key, std::move(done)); });
}

inline Result<void> writeSecret(
    secrets::SecretStore &store, const QString &key, const Secret &secret)
{
    return awaitAnswer<void>([&](auto done) { store.write(key, secret, std::move(done)); });
}

inline Result<void> removeSecret(secrets::SecretStore &store, const QString &key)
{
    return awaitAnswer<void>([&](auto done) { store.remove(key, std::move(done)); });
}

inline Result<void> probeStore(secrets::SecretStore &store)
{
    return awaitAnswer<void>([&](auto done) { store.probe(std::move(done)); });
}

} // namespace inlet::test
