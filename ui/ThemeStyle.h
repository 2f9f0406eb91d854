// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::ui::theme
{

/// The small style sheet over Fusion, made from the tokens. Widgets ask for a look by a dynamic
/// property: `look` = "primary" | "flat" | "danger" | "link" (buttons), "secondary" | "title" |
/// "error" | "warning" | "success" (labels), "rail" | "list" | "surface" | "raised" (frames).
[[nodiscard]] QString styleSheet();

} // namespace inlet::ui::theme
