// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/FakeEngine.h"

namespace inlet::test
{

/// Fills `engine` with believable mail: four mailboxes in different states, conversations of every
/// kind (long, short, right-to-left, emoji, HTML, files, every state of the ledger). Times count back
/// from `now`. `inScope` filters as the store would, roughly.
void fillDemo(FakeEngine &engine, const QDateTime &now);

/// Many plain rows, for lists that scroll. Ids from `firstId`, one minute apart.
[[nodiscard]] QList<store::ConversationRow> manyRows(int count, const QDateTime &now, qint64 firstId = 10'000);

} // namespace inlet::test
