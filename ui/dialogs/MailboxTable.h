// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "base/Result.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace inlet::engine
{
class Engine;
struct MailboxStatus;
}

namespace inlet::ui
{

class MailboxModel;

namespace parts
{
class NoticeBar;
}

class Prompts;

/// All mailboxes: how they are, why, and what to do. What needs the user stands first.
class MailboxTable : public QDialog
{
    Q_OBJECT

public:
    MailboxTable(engine::Engine &engine, Prompts &prompts, QWidget *parent = nullptr);
    void select(AccountId account);

Q_SIGNALS:
    void connectRequested(); ///< open the wizard
    void connectManyRequested(); ///< where a list is pasted or opened

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showColumns();
    void bind();
    void refresh();
    void act(const QModelIndex &index);
    void edit();
    void editTags();
    void repair();
    void checkNow();
    void togglePaused();
    void toggleEnabled();
    void remove();
    void sayIfFailed(const Result<void> &done);
    [[nodiscard]] static QString explained(const engine::MailboxStatus &status);
    [[nodiscard]] QList<AccountId> selected() const;
    [[nodiscard]] AccountId single() const; ///< none when not exactly one is selected

    engine::Engine &m_engine;
    Prompts &m_prompts;
    MailboxModel *m_model;
    QLabel *m_summary;
    parts::NoticeBar *m_notice; ///< what could not be stored
    QLabel *m_why; ///< the whole reason of the selected mailbox
    QTableView *m_table;
    QWidget *m_empty;
    QPushButton *m_check;
    QPushButton *m_edit;
    QPushButton *m_tags;
    QPushButton *m_repair;
    QPushButton *m_pause;
    QPushButton *m_toggle;
    QPushButton *m_remove;
};

} // namespace inlet::ui
