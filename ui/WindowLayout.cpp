// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowLayout.h"

#include "ui/panes/ConversationPane.h"
#include "ui/panes/LeadPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/RailPane.h"

#include <QSettings>
#include <QSplitter>

namespace inlet::ui
{

namespace
{

constexpr int kWideFrom = 1200;
constexpr int kMediumFrom = 960;
constexpr int kSmallFrom = 720;
constexpr int kListWidth = 380;
constexpr int kNarrowList = 340;
constexpr int kRailMost = 340;
const QString kLeadKey = QStringLiteral("window/lead");

WindowLayout::Class classOf(int width)
{
    using Class = WindowLayout::Class;
    return width >= kWideFrom ? Class::Wide : width >= kMediumFrom ? Class::Medium : width >= kSmallFrom ? Class::Small : Class::Tiny;
}

} // namespace

WindowLayout::WindowLayout(QSplitter &splitter, RailPane &rail, ListPane &list, ConversationPane &conversation, LeadPane &lead,
    QSettings &settings)
    : QObject(&splitter), m_splitter(splitter), m_rail(rail), m_list(list), m_pane(conversation), m_lead(lead), m_settings(settings),
      m_leadWanted(settings.value(kLeadKey, true).toBool())
{
    splitter.setChildrenCollapsible(false);
    splitter.setHandleWidth(1);
    splitter.setStretchFactor(2, 1);
}

QString WindowLayout::sizesKey(Class width)
{
    return QStringLiteral("window/sizes%1").arg(int(width));
}

void WindowLayout::save()
{
    keepSizes();
    for (auto kept = m_sizes.cbegin(); kept != m_sizes.cend(); ++kept)
        m_settings.setValue(sizesKey(kept.key()), kept.value());
    m_settings.setValue(kLeadKey, m_leadWanted);
}

/// In memory: settings are a file, which must not be written while the window is dragged.
void WindowLayout::keepSizes()
{
    if (m_arranged && !m_focused)
        m_sizes.insert(m_class, m_splitter.saveState());
}

void WindowLayout::setWidth(int width)
{
    const Class now = classOf(width);
    if (m_arranged && now == m_class)
        return;
    keepSizes();
    m_class = now;
    m_leadForced = false;
    arrange();
}

void WindowLayout::arrange()
{
    const bool icons = m_class == Class::Small || m_class == Class::Tiny;
    const bool tiny = m_class == Class::Tiny;
    m_rail.setIconsOnly(icons);
    m_rail.setVisible(!m_focused);
    m_rail.setMinimumWidth(icons ? RailPane::kNarrow : RailPane::kNarrow * 3);
    m_rail.setMaximumWidth(icons ? RailPane::kNarrow : kRailMost);
    m_list.setVisible(!tiny || !m_conversation);
    m_pane.setVisible(!tiny || m_conversation);
    m_pane.setBackVisible(tiny);
    m_lead.setVisible(!m_focused && !tiny && (m_class == Class::Wide ? m_leadWanted : m_leadForced));
    m_arranged = true;
    if (m_focused) {
        m_splitter.setSizes({0, kListWidth, std::max(ConversationPane::kLeastWidth, m_splitter.width() - kListWidth), 0});
        return;
    }
    const auto kept = m_sizes.constFind(m_class);
    if (!m_splitter.restoreState(kept != m_sizes.cend() ? *kept : m_settings.value(sizesKey(m_class)).toByteArray())) {
        const int rail = icons ? RailPane::kNarrow : RailPane::kWide;
        const int list = m_class == Class::Wide ? kListWidth : kNarrowList;
        const int lead = m_lead.isHidden() ? 0 : LeadPane::kWidth;
        m_splitter.setSizes({rail, list, std::max(ConversationPane::kLeastWidth, m_splitter.width() - rail - list - lead), lead});
    }
    m_splitter.setHandleWidth(1);
}

void WindowLayout::setFocused(bool focused)
{
    if (focused == m_focused)
        return;
    keepSizes();
    m_focused = focused;
    arrange();
}

void WindowLayout::toggleLead()
{
    const bool show = m_lead.isHidden();
    if (m_focused) { // only for now: after the run it is where it was before
        m_lead.setVisible(show && m_class != Class::Tiny);
        return;
    }
    if (m_class == Class::Wide)
        m_leadWanted = show;
    else
        m_leadForced = show;
    if (m_class != Class::Tiny)
        m_lead.setVisible(show);
}

void WindowLayout::showConversation(bool conversation)
{
    if (conversation == m_conversation)
        return;
    m_conversation = conversation;
    if (m_class == Class::Tiny)
        arrange();
}

} // namespace inlet::ui
