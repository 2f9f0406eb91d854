// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/values/Conversation.h"

#include <QString>

namespace inlet::store
{

/// A list that the rep kept under a name.
struct SavedView {
    static constexpr qsizetype kMostName = 60;
    static constexpr qsizetype kMostSearch = 500;
    static constexpr int kMostNumber = 9;
    static constexpr qsizetype kMostViews = 50; ///< each of them is counted

    SavedViewId id;
    QString name;
    ListQuery query;
    int number = 0; ///< of its key, 1 to 9; 0: none
    bool notify = false; ///< a new reply in it is worth a notification

    bool operator==(const SavedView &) const = default;
};

} // namespace inlet::store
