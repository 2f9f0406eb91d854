// SPDX-License-Identifier: GPL-3.0-or-later
// Which list the main window shows: one of the rail, a search, a saved view. The layout is in MainWindow.cpp.
#include "ui/MainWindow.h"
#include "ui/Phrases.h"
#include "ui/PlaceKeeper.h"
#include "ui/Theme.h"
#include "ui/WindowLayout.h"
#include "ui/dialogs/KeepViewDialog.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/ViewForm.h"
#include "ui/dialogs/ViewsDialog.h"
#include "ui/dialogs/Words.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/RailModel.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/OrderButton.h"
#include "ui/panes/RailPane.h"
#include "ui/panes/SearchBox.h"
#include "ui/panes/SplitBar.h"
#include "ui/panes/StatusLine.h"
#include "ui/panes/Toast.h"

#include <QMenu>
#include <QSettings>

namespace inlet::ui
{

namespace
{

const QString kOrderKey = QStringLiteral("list/order");

/// Lists in which categories make sense as tabs.
bool hasSplits(const store::ListQuery &query)
{
    return query.scope != store::Scope::Bounces && query.scope != store::Scope::Other && query.scope != store::Scope::Outbox;
}

} // namespace

void MainWindow::bindViews()
{
    bindOrder();
    m_does.insert(ActionId::KeepView, [this] { keepView(); });
    m_does.insert(ActionId::EditViews, [this] { editViews({}); });
    for (int number = 1; number <= store::SavedView::kMostNumber; ++number) {
        m_does.insert(viewAction(number), [this, number] {
            if (const store::SavedView *view = m_railModel->viewNumber(number)) {
                showView(view->id);
                m_list->setFocus();
                return;
            }
            m_status->showHint(tr("No saved view has that key. %1").arg(withKey(ActionId::KeepView)));
        });
    }
    m_does.insert(ActionId::SearchServers, [this] {
        m_list->search()->tell();
        const store::ListQuery &query = m_listModel->query();
        if (m_context.engine.serverSearch().canAsk(query.search))
            m_context.engine.serverSearch().start(query);
        else
            m_status->showHint(tr("Type what is looked for first: words, a person, a subject. %1").arg(withKey(ActionId::Search)));
    });
    connect(m_list->search(), &SearchBox::searchChanged, this, &MainWindow::onSearch);
    connect(m_list->search(), &SearchBox::keepClicked, this, [this] { performByMouse(ActionId::KeepView); });
    connect(m_rail, &RailPane::viewChosen, this, &MainWindow::showView);
    connect(m_rail, &RailPane::viewMenuRequested, this, &MainWindow::onViewMenu);
    connect(m_railModel, &RailModel::viewsChanged, this, &MainWindow::onViews);
}

void MainWindow::bindOrder()
{
    using store::ListOrder;
    const auto orders = [this](ActionId action, ListOrder order) { m_does.insert(action, [this, order] { setOrder(order); }); };
    orders(ActionId::OrderNewest, ListOrder::NewestFirst);
    orders(ActionId::OrderWaiting, ListOrder::LongestWaiting);
    orders(ActionId::OrderHottest, ListOrder::HottestFirst);
    connect(m_list->order(), &OrderButton::chosen, this, &MainWindow::setOrder);
    setOrder(store::listOrderFromName(m_context.settings.value(kOrderKey).toString()).value_or(ListOrder::NewestFirst));
}

/// Of all lists, until another is chosen. What stands first then is what was asked for.
void MainWindow::setOrder(store::ListOrder order)
{
    m_list->order()->setOrder(order);
    if (order == m_listModel->order())
        return;
    m_context.settings.setValue(kOrderKey, store::nameOf(order));
    forgetRestored();
    m_listModel->setOrder(order);
}

void MainWindow::showList(const store::ListQuery &query)
{
    store::ListQuery plain = query;
    plain.search.clear();
    plain.everywhere = false;
    m_view = {};
    showFilter(plain);
}

/// A tag of mailboxes is looked for in all of them.
void MainWindow::showRail(const store::ListQuery &query)
{
    if (query.search.isEmpty()) {
        showList(query);
        return;
    }
    m_view = {};
    showFilter(query);
}

void MainWindow::showView(SavedViewId id)
{
    const store::SavedView *view = m_railModel->view(id);
    if (!view)
        return;
    m_view = id;
    showFilter(view->query);
    m_railModel->refreshCounts(); // some depend on the hour
}

/// A list with its search; what it is called in the rail is m_view, or its scope.
void MainWindow::showFilter(const store::ListQuery &query)
{
    forgetRestored();
    m_base = query;
    m_base.search.clear();
    m_base.everywhere = false;
    m_list->search()->setSearch(query.search, query.everywhere);
    m_list->setTitle(query.category && !hasSplits(query) ? phrases::category(*query.category) : phrases::scope(query.scope));
    m_list->setSplitsVisible(hasSplits(query));
    m_list->setCausesVisible(query.scope == store::Scope::Bounces);
    m_list->splits()->setCurrent(query.category);
    showInRail();
    m_layout->showConversation(false);
    store::ListQuery whole = query;
    if (query.everywhere)
        whole.account = {};
    m_listModel->setQuery(whole);
}

/// Within a search the search stays: the tab counts what it finds.
void MainWindow::showSplit(std::optional<store::Category> category)
{
    store::ListQuery query = m_listModel->query();
    query.account = m_base.account;
    query.category = category;
    m_view = {};
    showFilter(query);
}

void MainWindow::showInRail()
{
    m_place->soon();
    if (m_railModel->rowOf(m_view) >= 0) {
        m_rail->showView(m_view);
        return;
    }
    store::ListQuery shown = m_base;
    shown.search = m_list->search()->text();
    if (m_railModel->rowOf(shown) < 0)
        shown.category.reset(); // a split of a scope: the scope stays chosen
    m_rail->showQuery(shown);
}

void MainWindow::onSearch(const QString &text, bool everywhere)
{
    store::ListQuery query = m_base;
    query.search = text;
    query.everywhere = everywhere && !text.isEmpty();
    if (query.everywhere)
        query.account = {};
    const store::SavedView *view = m_railModel->view(m_view);
    if (m_view.isValid() && !(view && view->query == query))
        m_view = {};
    showInRail();
    m_listModel->setQuery(query);
}

/// They are read a moment after the window has come back to one of them, and may have changed since.
void MainWindow::onViews()
{
    const store::SavedView *view = m_railModel->view(m_view);
    if (!view)
        m_view = {};
    if (view && view->query != m_listModel->query())
        showFilter(view->query);
    else
        showInRail();
}

void MainWindow::keepView()
{
    m_list->search()->tell();
    auto *dialog = new KeepViewDialog(m_context.engine, m_listModel->query(), m_railModel->views(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeepViewDialog::kept, this, [this](const store::SavedView &view) {
        m_view = view.id;
        showInRail();
        const QString key = view.number > 0 ? firstKey(viewAction(view.number)) : QString();
        const QString name = phrases::oneLine(view.name);
        m_list->toast()->showText(key.isEmpty() ? tr("Kept as “%1”").arg(name) : tr("Kept as “%1” · %2").arg(name, key));
    });
    dialog->open();
}

void MainWindow::editViews(SavedViewId first)
{
    auto *dialog = new ViewsDialog(m_context.engine, m_context.prompts, first, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ViewsDialog::openRequested, this, [this](SavedViewId view) {
        showView(view);
        m_list->setFocus();
    });
    connect(dialog, &ViewsDialog::keepRequested, this, [this] { perform(ActionId::KeepView); });
    dialog->open();
}

void MainWindow::onViewMenu(SavedViewId id, const QPoint &globalPoint)
{
    const store::SavedView *view = m_railModel->view(id);
    if (!view)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("viewMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto failed = [this](const Error &error) { m_list->toast()->showText(words::ofError(error)); };
    connect(menu->addAction(theme::icon(QStringLiteral("bookmark")), tr("Open")), &QAction::triggered, this, [this, id] { showView(id); });
    connect(menu->addAction(theme::icon(QStringLiteral("edit")), tr("Change…")), &QAction::triggered, this, [this, id] { editViews(id); });
    QAction *notify = menu->addAction(tr("Notify me of new replies"));
    notify->setCheckable(true);
    notify->setChecked(view->notify);
    connect(notify, &QAction::triggered, this, [this, failed, changed = *view](bool on) mutable {
        changed.notify = on;
        m_context.engine.views().saveView(changed, this, [failed](const Result<SavedViewId> &saved) {
            if (!saved)
                failed(saved.error());
        });
    });
    menu->addSeparator();
    connect(menu->addAction(theme::icon(QStringLiteral("trash")), tr("Remove…")), &QAction::triggered, this, [this, failed, gone = *view] {
        if (askRemoveView(m_context.prompts, this, gone))
            m_context.engine.views().removeView(gone.id, this, [failed](const Result<void> &removed) {
                if (!removed)
                    failed(removed.error());
            });
    });
    menu->popup(globalPoint);
}

} // namespace inlet::ui
