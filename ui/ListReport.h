// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/panes/EmptyWords.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace inlet::ui
{

class ConversationListModel;
class ListPane;

/// What stands around the list that is shown: its splits, the reason why it is empty, where the mail of a search
/// begins, and the search on the servers. All of it is asked for that list, not for the whole store; changes are
/// gathered, and a list that takes long to count is counted less often. Thread: GUI.
class ListReport : public QObject
{
    Q_OBJECT

public:
    ListReport(engine::Engine &engine, ConversationListModel &model, ListPane &pane, QObject *parent);

private:
    void askSoon();
    void ask();
    void askSplits(const store::ListQuery &query);
    void askFacts(const store::ListQuery &query);
    void onLoading();
    void countMailboxes();
    void show();
    [[nodiscard]] bool isOf(AccountId list, const accounts::Account &account) const;
    [[nodiscard]] bool lacksOlderMail() const;
    [[nodiscard]] QDate newestBeginning() const;
    [[nodiscard]] bool isOfThisList(const engine::ServerSearchStatus &status) const;

    engine::Engine &m_engine;
    ConversationListModel &m_model;
    ListPane &m_pane;
    EmptyFacts m_facts;
    QTimer m_soon;
    QTimer m_mailboxes;
    bool m_asking = false; ///< facts are on their way
    QElapsedTimer m_clock; ///< of the running question
    qint64 m_lastMs = 0; ///< how long the last one took
    QObject m_splitsContext;
    QObject m_factsContext;
};

} // namespace inlet::ui
