// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QByteArray>
#include <QString>

namespace inlet::store
{

/// A category that the rep made, beside the built-in ten. `category` is what is stored with conversations, rules and
/// views; it is never given to another one.
struct OwnCategory {
    static constexpr int kFirst = 100; ///< smallest int(category)
    static constexpr int kMost = 30;
    static constexpr qsizetype kMostName = 30;
    static constexpr int kColours = 15; ///< 1 to 9: as the built-in category of that number; above: nobody else's
    static constexpr int kFirstColour = 10; ///< that no built-in category has

    Category category = Category::Unsorted; ///< Unsorted: a new one
    QString name;
    int colour = 1;
    QByteArray keyword; ///< on the servers; stays when the name changes, so that other machines follow
    int number = 0; ///< of its key, 0: none; no two have the same

    bool operator==(const OwnCategory &) const = default;
};

[[nodiscard]] inline bool isOwn(Category category)
{
    return int(category) >= OwnCategory::kFirst;
}

/// The colour of a new one beside `own`: one that no category has, else one that no own one has, else the rarest.
[[nodiscard]] int nextColour(const QList<OwnCategory> &own);
/// "$Inlet_Big_deal": an IMAP atom of at most 50 octets, the most that servers take.
[[nodiscard]] QByteArray ownKeywordFor(const QString &name);
/// The name that such a keyword was made of; one that says nothing is a name, too. Empty: none of ours.
[[nodiscard]] QString nameFromOwnKeyword(const QByteArray &keyword);

} // namespace inlet::store
