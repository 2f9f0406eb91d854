// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

#include <functional>

class QWidget;

namespace inlet::ui
{

class ConversationListModel;
class InboxController;
class ListPane;

/// Asks for a folder of the mailbox and moves conversations there. Where they are of several mailboxes, only folders
/// of a mailbox that all of them have mail in can be chosen. Thread: GUI.
class FolderMover : public QObject
{
    Q_OBJECT

public:
    using Rows = QList<store::ConversationRow>;

    FolderMover(engine::Engine &engine, InboxController &inbox, ConversationListModel &list, ListPane &pane, QWidget &window);

    /// Mailboxes that all of them have mail in. None: says so.
    [[nodiscard]] QList<AccountId> mailboxesOf(const Rows &rows);
    /// Reads the folders, which are of no use once `context` is gone or `isWanted` says no, then asks.
    void ask(const Rows &rows, const QList<AccountId> &mailboxes, QObject *context, const std::function<bool()> &isWanted);

private:
    void onFolders(const Rows &rows, const QList<AccountId> &mailboxes, const QList<store::StoredFolder> &folders);
    void moveTo(const Rows &rows, const store::StoredFolder &folder);
    [[nodiscard]] QString addressOf(AccountId account) const;

    engine::Engine &m_engine;
    InboxController &m_inbox;
    ConversationListModel &m_list;
    ListPane &m_pane;
    QWidget &m_window;
};

} // namespace inlet::ui
