// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PlaceKeeper.h"

#include "store/values/OwnCategory.h"

#include "ui/models/ConversationListModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"

#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace inlet::ui
{

namespace
{

const QString kScopeKey = QStringLiteral("place/scope");
const QString kAccountKey = QStringLiteral("place/account");
const QString kCategoryKey = QStringLiteral("place/category");
const QString kSearchKey = QStringLiteral("place/search");
const QString kEverywhereKey = QStringLiteral("place/everywhere");
const QString kViewKey = QStringLiteral("place/view");
const QString kConversationKey = QStringLiteral("place/conversation");
const QString kTopKey = QStringLiteral("place/top");
const QString kHiddenKey = QStringLiteral("place/topHidden");
constexpr qsizetype kMostSearch = 500;
constexpr int kMostHidden = 500;

template <typename Id>
Id idOf(const QSettings &settings, const QString &key)
{
    return Id(std::max<qint64>(settings.value(key).toLongLong(), 0));
}

} // namespace

Place readPlace(const QSettings &settings)
{
    Place place;
    const int scope = settings.value(kScopeKey, int(store::Scope::NeedsAnswer)).toInt();
    if (scope >= 0 && scope <= int(store::Scope::Archived))
        place.query.scope = store::Scope(scope);
    place.query.account = idOf<AccountId>(settings, kAccountKey);
    const int category = settings.value(kCategoryKey, -1).toInt();
    if ((category >= 0 && category <= int(store::Category::Bounce)) || store::isOwn(store::Category(category)))
        place.query.category = store::Category(category);
    place.query.search = settings.value(kSearchKey).toString().simplified().left(kMostSearch);
    place.query.everywhere = !place.query.search.isEmpty() && settings.value(kEverywhereKey).toString() == QLatin1String("true");
    place.view = idOf<SavedViewId>(settings, kViewKey);
    place.open = idOf<ConversationId>(settings, kConversationKey);
    place.top = idOf<ConversationId>(settings, kTopKey);
    place.hidden = std::clamp(settings.value(kHiddenKey).toInt(), -kMostHidden, kMostHidden);
    return place;
}

void writePlace(QSettings &settings, const Place &place)
{
    settings.setValue(kScopeKey, int(place.query.scope));
    settings.setValue(kAccountKey, place.query.account.number());
    settings.setValue(kCategoryKey, place.query.category ? int(*place.query.category) : -1);
    settings.setValue(kSearchKey, place.query.search);
    settings.setValue(kEverywhereKey, place.query.everywhere);
    settings.setValue(kViewKey, place.view.number());
    settings.setValue(kConversationKey, place.open.number());
    settings.setValue(kTopKey, place.top.number());
    settings.setValue(kHiddenKey, place.hidden);
}

PlaceKeeper::PlaceKeeper(ListPane &list, const ConversationListModel &model) : QObject(&list), m_list(list), m_model(model)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSoonMs);
    connect(&m_timer, &QTimer::timeout, this, &PlaceKeeper::due);
    connect(&m_model, &ConversationListModel::updated, this, &PlaceKeeper::scroll);
    connect(m_list.view(), &FlatListView::scrolled, this, &PlaceKeeper::soon);
}

/// The first change starts the clock; those that follow do not put it off.
void PlaceKeeper::soon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void PlaceKeeper::fill(Place &place) const
{
    const FlatListView *view = m_list.view();
    const int top = view->verticalScrollBar()->value();
    // At the top one wants to see what is new, not the row that was there.
    place.top = top > 0 ? m_model.idAt(view->firstVisibleRow()) : ConversationId();
    place.hidden = place.top.isValid() ? top - view->topOf(view->firstVisibleRow()) : 0;
}

void PlaceKeeper::scrollTo(const Place &place)
{
    m_wanted = place;
    scroll();
}

void PlaceKeeper::scroll()
{
    if (!m_wanted.top.isValid() || m_model.isLoading())
        return;
    const int row = m_model.rowOf(m_wanted.top);
    if (row >= 0) {
        const FlatListView *view = m_list.view();
        const Place wanted = m_wanted;
        stopScrolling();
        view->verticalScrollBar()->setValue(view->topOf(row) + std::min(wanted.hidden, view->rowHeight() - 1));
    } else if (m_model.isComplete()) {
        stopScrolling();
    }
}

} // namespace inlet::ui
