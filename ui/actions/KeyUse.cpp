// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/KeyUse.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QSettings>

#include <optional>

namespace inlet::ui
{

namespace
{

const QString kUsedKey = QStringLiteral("keyuse/used");

QString nameOf(ActionId action)
{
    return QString::fromLatin1(QMetaEnum::fromType<ActionId>().valueToKey(int(action)));
}

QString toldKey(ActionId action)
{
    return QStringLiteral("keyuse/told/") + nameOf(action);
}

} // namespace

KeyUse::KeyUse(QSettings &settings) : m_settings(settings)
{
    const QStringList names = settings.value(kUsedKey).toStringList();
    for (const QString &name : names) {
        bool known = false;
        const int action = QMetaEnum::fromType<ActionId>().keyToValue(name.toLatin1().constData(), &known);
        if (known)
            m_used.insert(ActionId(action));
    }
}

void KeyUse::byKey(ActionId action)
{
    if (m_used.contains(action))
        return;
    m_used.insert(action);
    QStringList names;
    for (const ActionId one : std::as_const(m_used))
        names.append(nameOf(one));
    names.sort();
    m_settings.setValue(kUsedKey, names);
}

QString KeyUse::byMouse(ActionId action)
{
    const QString key = firstKey(action);
    const int told = m_settings.value(toldKey(action), 0).toInt();
    if (key.isEmpty() || told >= kTold)
        return {};
    m_settings.setValue(toldKey(action), told + 1);
    return QCoreApplication::translate("KeyUse", "%1: the key is %2").arg(actionSpec(action).words, key);
}

} // namespace inlet::ui
