// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QList>

class QWidget;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class Prompts;

/// Asks, says what goes and what is kept, and removes. False: the user did not want it.
bool removeMailboxes(engine::Engine &engine, Prompts &prompts, const QList<AccountId> &ids, QWidget *parent);

} // namespace inlet::ui
