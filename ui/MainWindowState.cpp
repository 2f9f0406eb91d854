// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window was left: its place, list and conversation; how one comes to it from outside, and how it
// is left. The layout is in MainWindow.cpp.
#include "ui/InboxController.h"
#include "ui/LeaveGuard.h"
#include "ui/MainWindow.h"
#include "ui/PlaceKeeper.h"
#include "ui/Preferences.h"
#include "ui/WindowLayout.h"
#include "ui/Parts.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/LeadPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/SearchBox.h"

#include <QCloseEvent>
#include <QSettings>

namespace inlet::ui
{

namespace
{

constexpr QSize kFirstSize(1360, 860);

const QString kGeometryKey = QStringLiteral("window/geometry");

} // namespace

void MainWindow::restore()
{
    const QSettings &settings = m_context.settings;
    if (!restoreGeometry(settings.value(kGeometryKey).toByteArray()))
        parts::resizeToFit(this, kFirstSize);
    const Place place = readPlace(settings);
    m_layout->setWidth(width());
    m_view = place.view;
    showFilter(place.query);
    m_restored = place.open;
    m_place->scrollTo(place);
    m_list->setFocus();
}

void MainWindow::save()
{
    QSettings &settings = m_context.settings;
    settings.setValue(kGeometryKey, saveGeometry());
    savePlace();
    m_layout->save();
}

/// Until the list is here, what was kept is still on its way back.
void MainWindow::savePlace()
{
    if (!m_shownOnce || m_restored.isValid() || m_listModel->isLoading())
        return;
    Place place;
    place.query = m_base;
    place.query.search = m_listModel->query().search;
    place.query.everywhere = m_listModel->query().everywhere;
    place.view = m_view;
    place.open = m_inbox->open();
    m_place->fill(place);
    writePlace(m_context.settings, place);
}

void MainWindow::showFromOutside(ConversationId id)
{
    const bool all = !m_base.account.isValid() && m_listModel->query().search.isEmpty();
    const bool here = id.isValid() ? m_listModel->rowOf(id) >= 0 || m_listModel->isHeld(id) : m_base.scope == store::Scope::NeedsAnswer && !m_base.category;
    if (!all || !here)
        showList({.scope = store::Scope::NeedsAnswer, .account = {}, .category = {}, .search = {}});
    if (!id.isValid())
        return;
    if (all && here) {
        m_list->selectWhenThere(id);
    } else {
        m_restored = id;
        m_askedFor = true;
    }
    // At once, so that a key or an answer that follows is about this one.
    m_inbox->setOpen(id, true);
    openNow();
    m_layout->showConversation(true);
}

bool MainWindow::hasTray() const
{
    return m_context.hasTray && m_context.hasTray();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_ended) { // told again, while the program ends
        QWidget::closeEvent(event);
        return;
    }
    save();
    m_lead->flushNote();
    Preferences preferences = readPreferences(m_context.settings);
    const Preferences::OnClose before = preferences.onClose;
    const LeaveGuard::Way way = m_ending || !hasTray() ? LeaveGuard::Way::End : m_leave->way(preferences.onClose);
    if (preferences.onClose != before) {
        writePreferences(m_context.settings, preferences);
        applyPreferences(preferences);
    }
    if (way == LeaveGuard::Way::End && m_leave->mayClose()) {
        m_ended = true;
        QWidget::closeEvent(event);
        Q_EMIT closed();
        return;
    }
    event->ignore();
    if (way == LeaveGuard::Way::Stay) {
        hide();
        Q_EMIT hiddenInTray();
    }
}

void MainWindow::quit()
{
    m_ending = true;
    m_ending = close();
}

void MainWindow::askNoMore()
{
    m_ending = true;
    m_leave->askNoMore();
    if (isHidden()) // the end of the program asks only windows that can be seen
        close();
}

} // namespace inlet::ui
