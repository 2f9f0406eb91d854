// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QByteArray>

#include <memory>

namespace inlet::sasl
{

/// One sign-in with one SASL mechanism of vmime (GNU SASL). Thread: one at a time.
class SaslClient
{
public:
    /// `service`: "imap" or "smtp". Null when vmime has no such mechanism, or when the name or the
    /// password holds a NUL, which no mechanism can carry.
    static std::unique_ptr<SaslClient> create(const char *service, const QByteArray &mechanism,
        const QByteArray &user, const Secret &password);
    ~SaslClient();

    /// Answer to a challenge, both without base64. The first call of a mechanism in which the client
    /// speaks first has an empty challenge. The answer may hold the password: wipe it. Error: Protocol, the server does not prove what it must.
    Result<QByteArray> step(const QByteArray &challenge);
    /// False while the server has still to prove that it knows the password (SCRAM).
    [[nodiscard]] bool isComplete() const;
    /// True where the mechanism may send its first answer with the command (RFC 4959).
    [[nodiscard]] bool speaksFirst() const;

private:
    struct Vmime;
    SaslClient(QByteArray mechanism, std::unique_ptr<Vmime> vmime);

    QByteArray m_mechanism;
    std::unique_ptr<Vmime> m_vmime;
};

} // namespace inlet::sasl
