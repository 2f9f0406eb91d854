// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QByteArrayList>

#include <memory>

namespace inlet::smtp
{

/// One sign-in with one mechanism, by vmime's SASL classes (GNU SASL inside).
/// Thread: one at a time.
class SaslExchange
{
public:
    /// The one mechanism to try, or empty. Inside TLS the password is safe, so the order is by how
    /// well servers support them: CRAM-MD5 is often offered where it cannot work.
    [[nodiscard]] static QByteArray choose(const QByteArrayList &offered);

    /// Errors: Config when the name or password cannot be sent (NUL inside), Bug.
    static Result<std::unique_ptr<SaslExchange>> create(const QByteArray &mechanism,
        const QString &user, const Secret &password);
    virtual ~SaslExchange() = default;

    [[nodiscard]] virtual bool hasInitialResponse() const = 0;
    /// Answer to a challenge, both without Base64. The answer may hold the password: wipe it.
    /// Errors: Protocol (the challenge makes no sense).
    virtual Result<QByteArray> respond(const QByteArray &challenge) = 0;
};

} // namespace inlet::smtp
