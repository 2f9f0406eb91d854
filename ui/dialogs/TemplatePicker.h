// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace inlet::ui
{

class Prompts;

/// Asks which template of that file (TemplateFile) is meant; `chosen` gets its text, unfilled. From there leads a
/// way to edit them.
void pickTemplate(QWidget *parent, Prompts &prompts, const QString &path, const std::function<void(const QString &text)> &chosen);

} // namespace inlet::ui
