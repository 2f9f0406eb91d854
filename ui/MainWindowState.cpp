// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window was left: its place, list and conversation; and how it is left. The layout is in MainWindow.cpp.
#include "ui/InboxController.h"
#include "ui/LeaveGuard.h"
#include "ui/MainWindow.h"
#include "ui/Preferences.h"
#include "ui/WindowLayout.h"
#include "ui/panes/LeadPane.h"
#include "ui/panes/ListPane.h"

#include <QCloseEvent>
#include <QSettings>

namespace inlet::ui
{

namespace
{

constexpr QSize kFirstSize(1360, 860);

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kScopeKey = QStringLiteral("place/scope");
const QString kAccountKey = QStringLiteral("place/account");
const QString kCategoryKey = QStringLiteral("place/category");
const QString kConversationKey = QStringLiteral("place/conversation");

} // namespace

void MainWindow::restore()
{
    const QSettings &settings = m_context.settings;
    if (!restoreGeometry(settings.value(kGeometryKey).toByteArray()))
        resize(kFirstSize);
    store::ListQuery query;
    const int scope = settings.value(kScopeKey, int(store::Scope::NeedsAnswer)).toInt();
    if (scope >= 0 && scope <= int(store::Scope::Archived))
        query.scope = store::Scope(scope);
    query.account = AccountId(settings.value(kAccountKey, 0).toLongLong());
    const int category = settings.value(kCategoryKey, -1).toInt();
    if (category >= 0 && category <= int(store::Category::Bounce))
        query.category = store::Category(category);
    m_restored = ConversationId(settings.value(kConversationKey, 0).toLongLong());
    m_layout->setWidth(width());
    showList(query);
    m_list->setFocus();
}

void MainWindow::save()
{
    QSettings &settings = m_context.settings;
    settings.setValue(kGeometryKey, saveGeometry());
    settings.setValue(kScopeKey, int(m_base.scope));
    settings.setValue(kAccountKey, m_base.account.number());
    settings.setValue(kCategoryKey, m_base.category ? int(*m_base.category) : -1);
    settings.setValue(kConversationKey, m_inbox->open().number());
    m_layout->save();
    m_lead->flushNote();
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
