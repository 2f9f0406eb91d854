// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/KeyPlan.h"

#include "ui/actions/KeyNames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostPlanBytes = 256'000;
constexpr int kPlanVersion = 1;
const QString kVersionField = QStringLiteral("inletKeys");
const QString kSetField = QStringLiteral("set");
const QString kKeysField = QStringLiteral("keys");

QString nameOfSet(KeySet set)
{
    switch (set) {
    case KeySet::Gmail: return QStringLiteral("gmail");
    case KeySet::Outlook: return QStringLiteral("outlook");
    case KeySet::AppleMail: return QStringLiteral("apple-mail");
    case KeySet::ModifiersOnly: return QStringLiteral("modifiers-only");
    }
    return {};
}

std::optional<KeySet> setOfName(const QString &name)
{
    for (int at = 0; at < kKeySets; ++at) {
        if (nameOfSet(KeySet(at)) == name)
            return KeySet(at);
    }
    return std::nullopt;
}

/// The keys of one entry; nothing where one of them is none.
std::optional<QStringList> readKeys(const QJsonValue &value)
{
    if (!value.isArray() || value.toArray().size() > KeyPlan::kMostKeys)
        return std::nullopt;
    QStringList keys;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const QString key = entry.toString();
        if (!isKeyName(key) || keys.contains(key))
            return std::nullopt;
        keys.append(key);
    }
    return keys;
}

} // namespace

QStringList keysOf(const KeyPlan &plan, ActionId action)
{
    const auto own = plan.own.constFind(action);
    return own != plan.own.constEnd() ? *own : keysInSet(plan.set, action);
}

void setKeys(KeyPlan &plan, ActionId action, const QStringList &keys)
{
    if (keys == keysInSet(plan.set, action))
        plan.own.remove(action);
    else
        plan.own.insert(action, keys);
}

QList<ActionSpec> tableOf(const KeyPlan &plan)
{
    QList<ActionSpec> table = builtInTable();
    for (ActionSpec &spec : table)
        spec.keys = keysOf(plan, spec.id);
    return table;
}

QList<KeyConflict> conflictsOf(const KeyPlan &plan)
{
    QList<KeyConflict> found;
    QList<QPair<QString, ActionId>> all;
    const QList<ActionSpec> table = tableOf(plan);
    for (const ActionSpec &spec : table) {
        for (const QString &key : spec.keys)
            all.append({key, spec.id});
    }
    for (qsizetype one = 0; one < all.size(); ++one) {
        for (qsizetype other = one + 1; other < all.size(); ++other) {
            const auto &[key, action] = all.at(one);
            const auto &[otherKey, otherAction] = all.at(other);
            if (key == otherKey)
                found.append({key, action, otherAction, false});
            else if (otherKey.startsWith(key + QLatin1Char(' ')))
                found.append({key, action, otherAction, true});
            else if (key.startsWith(otherKey + QLatin1Char(' ')))
                found.append({otherKey, otherAction, action, true});
        }
    }
    return found;
}

QByteArray writePlan(const KeyPlan &plan)
{
    QJsonObject keys;
    const QMetaEnum names = QMetaEnum::fromType<ActionId>();
    for (auto own = plan.own.constBegin(); own != plan.own.constEnd(); ++own)
        keys.insert(QString::fromLatin1(names.valueToKey(int(own.key()))), QJsonArray::fromStringList(own.value()));
    return QJsonDocument(QJsonObject{{kVersionField, kPlanVersion}, {kSetField, nameOfSet(plan.set)}, {kKeysField, keys}}).toJson();
}

std::optional<ReadPlan> readPlan(const QByteArray &bytes)
{
    if (bytes.size() > kMostPlanBytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const std::optional<KeySet> set = setOfName(object.value(kSetField).toString());
    if (object.value(kVersionField).toInt() != kPlanVersion || !set)
        return std::nullopt;
    ReadPlan read;
    read.plan.set = *set;
    const QMetaEnum names = QMetaEnum::fromType<ActionId>();
    const QJsonObject keys = object.value(kKeysField).toObject();
    for (auto entry = keys.constBegin(); entry != keys.constEnd(); ++entry) {
        bool known = false;
        const int action = names.keyToValue(entry.key().toLatin1().constData(), &known);
        const std::optional<QStringList> own = readKeys(entry.value());
        if (known && own)
            setKeys(read.plan, ActionId(action), *own);
        else
            ++read.ignored;
    }
    return read;
}

} // namespace inlet::ui
