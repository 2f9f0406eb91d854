// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/KeyPlan.h"

#include <QObject>

class QSettings;
class QWidget;

namespace inlet::ui
{

/// The keys that hold now, for the whole program, as the theme does. Whoever shows or matches keys
/// listens to changed(). Thread: GUI.
class KeyBindings : public QObject
{
    Q_OBJECT

public:
    KeyBindings();

    [[nodiscard]] const KeyPlan &plan() const { return m_plan; }
    [[nodiscard]] const QList<ActionSpec> &table() const { return m_table; }
    void setPlan(const KeyPlan &plan);
    /// A damaged or conflicting entry gives the first set.
    void load(const QSettings &settings);
    void save(QSettings &settings) const;

Q_SIGNALS:
    void changed();

private:
    KeyPlan m_plan;
    QList<ActionSpec> m_table;
};

[[nodiscard]] KeyBindings &keyBindings();
/// Tool tip "Done (E)", which follows when the key changes. A name for screen readers is the caller's.
void tipWithKey(QWidget *widget, ActionId action);

} // namespace inlet::ui
