// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/KeyBindings.h"

#include <QSettings>
#include <QWidget>

namespace inlet::ui
{

namespace
{

const QString kPlanKey = QStringLiteral("keys/plan");

/// A newer version has keys of its own: where somebody gave one of them to something else, theirs holds. Own keys that
/// contradict each other are none.
KeyPlan settled(KeyPlan plan)
{
    for (const KeyConflict &conflict : conflictsOf(plan)) {
        const bool firstIsOwn = plan.own.contains(conflict.first);
        if (firstIsOwn == plan.own.contains(conflict.second))
            continue;
        const ActionId loser = firstIsOwn ? conflict.second : conflict.first;
        QStringList left = keysOf(plan, loser);
        left.removeIf([&](const QString &key) { return key == conflict.key || key.startsWith(conflict.key + QLatin1Char(' ')); });
        setKeys(plan, loser, left);
    }
    if (!conflictsOf(plan).isEmpty())
        plan.own.clear();
    return plan;
}

} // namespace

KeyBindings::KeyBindings() : m_table(tableOf(m_plan))
{
}

void KeyBindings::setPlan(const KeyPlan &plan)
{
    if (plan == m_plan)
        return;
    m_plan = plan;
    m_table = tableOf(m_plan);
    Q_EMIT changed();
}

void KeyBindings::load(const QSettings &settings)
{
    const std::optional<ReadPlan> read = readPlan(settings.value(kPlanKey).toString().toUtf8());
    setPlan(read ? settled(read->plan) : KeyPlan());
}

void KeyBindings::save(QSettings &settings) const
{
    settings.setValue(kPlanKey, QString::fromUtf8(writePlan(m_plan)));
}

KeyBindings &keyBindings()
{
    static KeyBindings bindings;
    return bindings;
}

void tipWithKey(QWidget *widget, ActionId action)
{
    const auto refresh = [widget, action] { widget->setToolTip(withKey(action)); };
    refresh();
    QObject::connect(&keyBindings(), &KeyBindings::changed, widget, refresh);
}

} // namespace inlet::ui
