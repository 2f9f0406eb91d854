// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Bounces.h"

#include <QHash>
#include <QStringList>

class QTreeWidget;
class QWidget;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// A table of the bounce view: rows without branches, the last column takes what is left.
[[nodiscard]] QTreeWidget *bounceTable(const QStringList &headers, const char *name, QWidget *parent);
/// The mailbox of a bounce, which may be gone since.
[[nodiscard]] QString bounceMailbox(const engine::Engine &engine, AccountId account);
[[nodiscard]] QHash<AccountId, QString> bounceMailboxes(const engine::Engine &engine, const QList<store::BounceFact> &facts);

} // namespace inlet::ui
