// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AppContext.h"
#include "ui/Languages.h"
#include "ui/Theme.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace inlet::desktop
{

/// The command line of the desktop program.
struct Options {
    app::AppOptions profile;
    QString screenshot; ///< render the window to this PNG when the first rows are there, then end
    std::optional<ui::theme::Mode> theme; ///< instead of the user's choice
    std::optional<ui::Language> language; ///< instead of the user's choice
    QSize size{1280, 800}; ///< of the window in a screenshot
    bool sandbox = false; ///< its mailboxes are invented, and whoever looks at them is new
    bool watchdog = false; ///< say at the end how long the window was blocked
    bool help = false;
    bool version = false;

    /// Errors: Config, in words for the user.
    static Result<Options> parse(const QStringList &words);
    static QString helpText();
};

} // namespace inlet::desktop
