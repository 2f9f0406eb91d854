// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/ErrorDictionary.h"
#include "base/Secret.h"
#include "engine/values/Engine.h"
#include "net/TlsStream.h"

#include <QStringList>

#include <functional>

namespace inlet::engine
{

/// What a connection attempt has to get through before the sign-in.
enum class ConnectStage { Dns, Connect, Tls, SignIn };

/// Where connect() failed. A server that refuses us after the handshake fails the sign-in, because
/// everything before it has worked.
[[nodiscard]] ConnectStage stageOf(const Error &error, accounts::TlsMode mode, bool encrypted);

/// The rows of one direction: says them in order, turns errors into the words of the dictionary and
/// takes the secret out of what the server said. Thread: one at a time.
class CheckRows
{
public:
    using Report = std::function<void(const CheckStep &)>;

    /// `steps` in their order; `dictionary` must outlive the rows.
    CheckRows(QStringList steps, accounts::ErrorContext context, Secret secret,
        const accounts::ErrorDictionary &dictionary, Report report);

    void begin(const QString &step);
    void ok(const QString &step, const QString &message, const QList<imap::RemoteFolder> &folders = {});
    /// It works, but the user should know.
    void warn(const QString &step, const QByteArray &cause);
    /// Fails this step and skips all that have not been said.
    void fail(const QString &step, accounts::Phase phase, const Error &error,
        const std::optional<net::CertificateFacts> &certificate = std::nullopt);
    void skip(const QString &step);

private:
    void finish(const CheckStep &row);

    QStringList m_open;
    accounts::ErrorContext m_context;
    Secret m_secret;
    const accounts::ErrorDictionary &m_dictionary;
    Report m_report;
};

} // namespace inlet::engine
