// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inlet
{

/// Makes ":/inlet/..." readable: data tables and icons are linked in as a static library, which the
/// linker would drop without this call. Once, at the start of main().
void initResources();

} // namespace inlet
