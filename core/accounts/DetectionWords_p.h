// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Autoconfig.h"
#include "accounts/DnsResolver.h"
#include "accounts/Probe.h"
#include "accounts/ProviderTable.h"
#include "accounts/values/Detection.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace inlet::accounts
{

// What each way of finding out comes to, with the sentence how we know. Pure functions.

[[nodiscard]] Detection fromProvider(
    const QString &email, const Provider &provider, const QString &howWeKnow);
[[nodiscard]] Detection fromAutoconfig(
    const QString &email, const Autoconfig &config, const ProviderTable &table);

/// Records of _imaps, _imap, _submissions, _submission.
struct SrvAnswers {
    QList<SrvRecord> imaps;
    QList<SrvRecord> imap;
    QList<SrvRecord> submissions;
    QList<SrvRecord> submission;
};
/// None where there is no IMAP or no submission. A target outside the domain makes it uncertain:
/// DNS is not signed, so the user has to know the name (RFC 6186 section 6).
[[nodiscard]] std::optional<Detection> fromSrv(
    const QString &email, const SrvAnswers &answers, const ProviderTable &table);

/// Names to try, best first; then the same with the MX hosts themselves.
[[nodiscard]] QList<ServerEndpoint> imapGuesses(const QString &email, const QStringList &mxHosts);
[[nodiscard]] QList<ServerEndpoint> smtpGuesses(const QString &email, const QStringList &mxHosts);
using ProbedEndpoints = QList<std::pair<ServerEndpoint, ProbeResult>>;
/// None where no IMAP or no SMTP server answered.
[[nodiscard]] std::optional<Detection> fromGuesses(
    const QString &email, const ProbedEndpoints &imap, const ProbedEndpoints &smtp);

/// Nothing was found: a guess in every field.
[[nodiscard]] Detection fullForm(const QString &email);
[[nodiscard]] Detection notAnAddress();

} // namespace inlet::accounts
