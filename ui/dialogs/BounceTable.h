// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTreeWidget;
class QWidget;

namespace inlet::ui
{

/// A table of the bounce view: rows without branches, the last column takes what is left.
[[nodiscard]] QTreeWidget *bounceTable(const QStringList &headers, const char *name, QWidget *parent);

} // namespace inlet::ui
