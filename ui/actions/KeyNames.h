// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QKeyEvent;

namespace inlet::ui
{

/// The name of a key as in the table: "j", "Shift+I", "#", "Ctrl+Z"; empty for modifiers alone.
[[nodiscard]] QString keyName(const QKeyEvent &event);
/// Could have come from keyName(), or two of them with a space between: what a file says is checked with it.
[[nodiscard]] bool isKeyName(const QString &key);
/// Two keys one after the other.
[[nodiscard]] bool isSequence(const QString &key);
/// A character alone, which may begin a sequence: "g", "*", "Shift+I".
[[nodiscard]] bool isCharacterKey(const QString &key);
/// Means its action only while the list has the focus; elsewhere it moves through text, fields and panes.
[[nodiscard]] bool isListKey(const QString &key);
/// A text field has a use for it: characters, moving, copying and pasting.
[[nodiscard]] bool belongsToText(const QString &key);

} // namespace inlet::ui
