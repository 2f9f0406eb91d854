// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"
#include "store/values/Conversation.h"
#include "store/values/Ledger.h"
#include "store/values/Mail.h"
#include "store/values/Salvage.h"
#include "store/values/Suppression.h"
#include "triage/values/Verdict.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace inlet::cli
{

// Rows of the command line. Keys may be added, never renamed.

/// Mailbox names for ids.
using Emails = QHash<AccountId, QString>;

[[nodiscard]] QJsonObject bounceJson(const triage::Verdict &verdict);
[[nodiscard]] QJsonObject conversationJson(const store::ConversationRow &row, const Emails &emails);
[[nodiscard]] QString conversationText(const store::ConversationRow &row);
[[nodiscard]] QJsonObject messageJson(const store::MessageItem &message, const Emails &emails);
[[nodiscard]] QJsonObject suppressionJson(const store::Suppression &entry);
/// An entry of an exported file; keys that are not there keep their defaults.
store::Suppression suppressionFrom(const QJsonObject &row);
QJsonObject storedMessageJson(const store::StoredMessageRow &row, const Emails &emails);
/// What happened to a damaged database.
QJsonObject salvageJson(const store::SalvageReport &report);
[[nodiscard]] QJsonObject ledgerJson(const store::LedgerRow &row, const Emails &emails);
[[nodiscard]] QString ledgerText(const store::LedgerRow &row);
[[nodiscard]] QJsonObject checkJson(const engine::CheckStep &step);
[[nodiscard]] QString checkText(const engine::CheckStep &step);
/// ISO 8601 in UTC, empty for an invalid time.
[[nodiscard]] QString isoTime(const QDateTime &time);
[[nodiscard]] QStringList flagNames(const imap::MessageFlags &flags);

} // namespace inlet::cli
