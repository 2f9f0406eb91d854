// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"

namespace inlet::ui
{

class Prompts;

/// Does what an action means outside the window: opens an address, copies a note. False: the action
/// is one that the window itself has to do ("edit", "retry" ...).
bool performOutside(Prompts &prompts, const engine::NextAction &action, const QString &message, const QString &advice,
    const QString &serverReply);

} // namespace inlet::ui
