// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/ActionTable.h"

#include <QSet>

class QSettings;

namespace inlet::ui
{

/// Which keys the user knows: those used once are marked in the sheet; whoever reaches for the mouse is told the key,
/// at most three times an action. Kept over restarts. Thread: GUI.
class KeyUse
{
public:
    static constexpr int kTold = 3;

    explicit KeyUse(QSettings &settings);
    void byKey(ActionId action);
    /// What to say after it was done with the mouse; empty: nothing.
    [[nodiscard]] QString byMouse(ActionId action);
    [[nodiscard]] const QSet<ActionId> &used() const { return m_used; }

private:
    QSettings &m_settings;
    QSet<ActionId> m_used;
};

} // namespace inlet::ui
