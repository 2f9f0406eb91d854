// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inlet::app
{

/// What both programs ask of their process. Call it first in main(), before any thread runs.
void prepareProcess();

} // namespace inlet::app
