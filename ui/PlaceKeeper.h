// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QObject>
#include <QTimer>

class QSettings;

namespace inlet::ui
{

class ConversationListModel;
class ListPane;

/// Where somebody is in their mail.
struct Place {
    store::ListQuery query; ///< with what is searched for
    SavedViewId view; ///< whose list it is; none: of the rail, or a search
    ConversationId open;
    ConversationId top; ///< the first row on screen
    int hidden = 0; ///< so many pixels of it are above the edge; less than 0: of its caption are below

    bool operator==(const Place &) const = default;
};
[[nodiscard]] Place readPlace(const QSettings &settings);
void writePlace(QSettings &settings, const Place &place);

/// Keeps the place for the next start: soon after each move, so that a program that was killed finds it
/// too. And brings the list back to where it was scrolled, as soon as its rows are here. Thread: GUI.
class PlaceKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSoonMs = 1500;

    PlaceKeeper(ListPane &list, const ConversationListModel &model);

    /// The place has changed; due() comes in a moment.
    void soon();
    /// The first row on screen, for the place.
    void fill(Place &place) const;
    /// Scrolls there now, or when the list is whole; not any more once somebody has moved.
    void scrollTo(const Place &place);
    void stopScrolling() { m_wanted = {}; }

Q_SIGNALS:
    void due();

private:
    void scroll();

    ListPane &m_list;
    const ConversationListModel &m_model;
    QTimer m_timer;
    Place m_wanted;
};

} // namespace inlet::ui
