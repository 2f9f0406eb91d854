// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QSettings;
class QSplitter;

namespace inlet::ui
{

class ConversationPane;
class LeadPane;
class ListPane;
class RailPane;

/// Which panes a window of this width has room for, and how wide they were here last time.
/// Below 1,200 px the person goes, below 960 the rail shrinks to icons, below 720 list and
/// conversation take turns. Thread: GUI.
class WindowLayout : public QObject
{
    Q_OBJECT

public:
    enum class Class { Wide, Medium, Small, Tiny };

    WindowLayout(QSplitter &splitter, RailPane &rail, ListPane &list, ConversationPane &conversation, LeadPane &lead,
        QSettings &settings);

    void setWidth(int width);
    void toggleLead();
    /// Nothing but the list and the conversation, until it is taken back.
    void setFocused(bool focused);
    /// In the tiny class: the conversation instead of the list, or back.
    void showConversation(bool conversation);
    [[nodiscard]] bool showsConversation() const { return m_conversation; }
    void save();

private:
    void arrange();
    void keepSizes();
    [[nodiscard]] static QString sizesKey(Class width);

    QSplitter &m_splitter;
    RailPane &m_rail;
    ListPane &m_list;
    ConversationPane &m_pane;
    LeadPane &m_lead;
    QSettings &m_settings;
    QHash<Class, QByteArray> m_sizes; ///< of the splitter, since the start
    Class m_class = Class::Wide;
    bool m_arranged = false;
    bool m_focused = false;
    bool m_leadWanted = true; ///< in wide windows
    bool m_leadForced = false; ///< asked for in a narrower one
    bool m_conversation = false;
};

} // namespace inlet::ui
