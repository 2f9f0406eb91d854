// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/TriageDesk.h"
#include "store/values/OwnCategory.h"

namespace inlet::store
{
class WriteTransaction;
}

namespace inlet::engine
{

/// Reads rules from outside: CSV with any separator, the columns field, pattern and category in this order or
/// in that of a header. What cannot be used is named with its line. At most 1,000 rules; of two that compare
/// the same the first one counts. `own`: categories that it may name beside the built-in ones. Pure.
[[nodiscard]] RuleImport readRuleFile(const QByteArray &text, const QList<store::OwnCategory> &own = {});

/// RFC 4180, UTF-8, with a header line; read back without loss, in the order in which the rules are asked.
[[nodiscard]] QByteArray writeRuleFile(const QList<store::Rule> &rules);

/// What of `read` is not `there` yet, in the order in which it has to be added to be asked in that of the file.
[[nodiscard]] QList<store::Rule> newRules(const QList<store::Rule> &read, const QList<store::Rule> &there);

/// Adds what is not there yet, so that they are asked in this order; answers how many that were.
[[nodiscard]] Result<qint64> addRules(store::WriteTransaction &transaction, const QList<store::Rule> &rules);

} // namespace inlet::engine
