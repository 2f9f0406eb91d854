// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/FlatListView.h"

#include <QDate>

namespace inlet::ui
{

class ConversationListModel;

/// "Today", "Yesterday", "This week", "Earlier" above the rows where they begin, by the newest mail of the other side. None where
/// the list is not sorted by that, or all of it is of one kind.
[[nodiscard]] QList<FlatListView::Caption> dayCaptions(const ConversationListModel &model, QDate today);

} // namespace inlet::ui
