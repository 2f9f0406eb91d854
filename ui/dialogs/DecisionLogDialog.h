// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "base/Result.h"
#include "store/values/Triage.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
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
class DecisionLogModel;
class Prompts;

/// Who decided what about whom, newest first, and the way back: one decision, or all since then.
class DecisionLogDialog : public QDialog
{
    Q_OBJECT

public:
    DecisionLogDialog(engine::Engine &engine, Prompts &prompts, QWidget *parent);

Q_SIGNALS:
    void conversationRequested(inlet::ConversationId conversation);
    void takenBack(const QList<inlet::store::UndoStep> &steps); ///< many at once; single ones are told as after the key

private:
    void build();
    void reload();
    void refresh();
    void undoOne();
    void undoSinceChosen();
    void undoLastMinutes();
    void undoSince(const QDateTime &since, const QString &what);
    [[nodiscard]] QDateTime chosenTime() const; ///< when the chosen decision began; invalid: none is chosen
    void onUndone(const Result<QList<store::UndoStep>> &steps);
    void openConversation();

    engine::Engine &m_engine;
    Prompts &m_prompts;
    QLineEdit *m_search;
    QTableView *m_table;
    DecisionLogModel *m_model;
    QLabel *m_count;
    parts::NoticeBar *m_notice;
    QPushButton *m_undo;
    QPushButton *m_since;
    QPushButton *m_minutes;
    QPushButton *m_open;
    QList<store::UndoStep> m_steps; ///< newest first
    qsizetype m_read = 0; ///< decisions that were read
    QTimer m_reload;
};

} // namespace inlet::ui
