// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "base/Result.h"
#include "store/values/Ledger.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}
class OutboxModel;
class Prompts;

/// What is on its way, stuck or failed, and what can be done about it.
class OutboxDialog : public QDialog
{
    Q_OBJECT

public:
    OutboxDialog(engine::Engine &engine, Prompts &prompts, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The text is back as a draft: open a composer for it.
    void editRequested(inlet::DraftId draft);
    void conversationRequested(inlet::ConversationId conversation);

private:
    void build();
    void refresh();
    void fetchRefusals(const store::LedgerRow &row);
    void restoreSelection();
    void callBack(bool edit);
    void edit();
    void retry();
    void sendNow();
    void onCalledBack(const Result<DraftId> &answer, bool edit);

    engine::Engine &m_engine;
    Prompts &m_prompts;
    OutboxModel *m_model;
    QTableView *m_table;
    QLabel *m_empty;
    QLabel *m_why; ///< the whole note of the selected message
    QLabel *m_reply;
    parts::NoticeBar *m_notice;
    QPushButton *m_callBack;
    QPushButton *m_edit;
    QPushButton *m_sendNow;
    QPushButton *m_retry;
    QPushButton *m_show;
    LedgerId m_selected;
};

} // namespace inlet::ui
