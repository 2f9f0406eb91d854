// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/HtmlTree_p.h"

#include <functional>

namespace inlet::mime
{

enum class Links {
    WithTarget, ///< "label <https://target>"
    Plain, ///< the label alone
};

/// Readable text of the tree under `root`, LF line ends. Elements for which `skip` is true are left
/// out with all they hold (null: none).
QString renderText(const GumboNode *root, const std::function<bool(const GumboNode *)> &skip,
    Links links = Links::WithTarget);

} // namespace inlet::mime
