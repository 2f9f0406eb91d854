// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/KeyBindings.h"

#include <QSettings>
#include <QWidget>

namespace inlet::ui
{

namespace
{

const QString kPlanKey = QStringLiteral("keys/plan");

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
    setPlan(read && conflictsOf(read->plan).isEmpty() ? read->plan : KeyPlan());
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
