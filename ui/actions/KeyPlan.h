// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/ActionTable.h"

#include <QHash>

#include <optional>

class QByteArray;

namespace inlet::ui
{

enum class KeySet { Gmail, Outlook, AppleMail, ModifiersOnly };
inline constexpr int kKeySets = 4;

/// Which keys somebody wants: a set, and for single actions their own keys instead. A plain value.
struct KeyPlan {
    static constexpr qsizetype kMostKeys = 4; ///< an action can have

    KeySet set = KeySet::Gmail;
    QHash<ActionId, QStringList> own; ///< an empty list: no key

    bool operator==(const KeyPlan &) const = default;
};

/// One key that would do two things, or that begins a sequence and can therefore do nothing by itself.
struct KeyConflict {
    QString key; ///< the shorter one
    ActionId first;
    ActionId second;
    bool prefix = false; ///< "g" against "g i"
};

struct ReadPlan {
    KeyPlan plan;
    int ignored = 0; ///< entries that name no action or no key
};

/// Keys of an action in a set, without anybody's own.
[[nodiscard]] QStringList keysInSet(KeySet set, ActionId action);
[[nodiscard]] QStringList keysOf(const KeyPlan &plan, ActionId action);
/// Keys that are the set's own are no longer kept as somebody's own.
void setKeys(KeyPlan &plan, ActionId action, const QStringList &keys);
[[nodiscard]] QList<ActionSpec> tableOf(const KeyPlan &plan);
[[nodiscard]] QList<KeyConflict> conflictsOf(const KeyPlan &plan);

/// JSON: {"inletKeys": 1, "set": "gmail", "keys": {"Archive": ["e"]}}. Only own keys are named.
[[nodiscard]] QByteArray writePlan(const KeyPlan &plan);
/// Nothing where the bytes are no such file. What it does not know in it is left out and counted.
[[nodiscard]] std::optional<ReadPlan> readPlan(const QByteArray &bytes);

} // namespace inlet::ui
