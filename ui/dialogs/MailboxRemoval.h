// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QList>
#include <QStringList>

#include <functional>

class QWidget;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class Prompts;

/// Asks, says what goes and what is kept, and removes. When all of them have ended, `done` is told what the user must know of
/// those that did not end well, each in words of its own; not when the user did not want it, and not after `parent`.
/// False: the user did not want it.
bool removeMailboxes(engine::Engine &engine, Prompts &prompts, const QList<AccountId> &ids, QWidget *parent,
    std::function<void(const QStringList &problems)> done);

} // namespace inlet::ui
