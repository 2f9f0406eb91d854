// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "engine/TriageDesk.h"
#include "engine/values/Engine.h"

#include <QString>
#include <QStringList>

namespace inlet::ui::words
{

// What the engine's values are called on the screen. Translated; never holds a secret.

/// What went wrong, for people. `detail` is used only where the kind promises words for the user.
[[nodiscard]] QString ofError(const Error &error);
/// The twelve checks in the order they are shown.
[[nodiscard]] const QStringList &checkSteps();
[[nodiscard]] QString ofStep(const QString &step); ///< "Sign in"
[[nodiscard]] QString ofStepShort(const QString &step); ///< column of the fleet table
[[nodiscard]] bool isSending(const QString &step); ///< one of the SMTP half
[[nodiscard]] QString ofStatus(engine::CheckStatus status); ///< "failed"
/// "Live", "Checked 2 min ago", "Catching up", "Waiting until 12:20", "Needs you", "Off".
[[nodiscard]] QString ofMailbox(const engine::MailboxStatus &status, const QDateTime &now);
[[nodiscard]] QString ofLedger(store::LedgerState state);
/// "2 min ago", "yesterday", "12 Sep".
[[nodiscard]] QString ago(const QDateTime &at, const QDateTime &now);
/// "340 KB", "1.2 MB"; powers of 1,000.
[[nodiscard]] QString fileSize(qint64 octets);
/// "0A:1B:…" of raw octets.
[[nodiscard]] QString fingerprint(const QByteArray &octets);
/// "Line 3 is left out: ..." of the first few, and how many more there are; empty: none.
[[nodiscard]] QString ofProblems(const QList<engine::SuppressionImport::Problem> &problems);
/// "Google"; empty: none of those that Inlet knows.
[[nodiscard]] QString ofProvider(const accounts::Account &account);
[[nodiscard]] QString ofAccount(const accounts::Account &account); ///< "anna@try-acme.com (Google)"
[[nodiscard]] QString ofHistory(accounts::HistoryWindow window);

} // namespace inlet::ui::words
