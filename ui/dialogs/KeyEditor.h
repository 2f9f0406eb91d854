// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/KeyPlan.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace inlet::ui
{

class KeyCapture;
class Prompts;

namespace parts
{
class NoticeBar;
}

/// Which key does what: a set to begin with, and every action's keys to change. Nothing holds before
/// it is saved, and it cannot be saved while one key would do two things. Thread: GUI.
class KeyEditor : public QDialog
{
    Q_OBJECT

public:
    KeyEditor(const KeyPlan &plan, Prompts &prompts, QWidget *parent);
    [[nodiscard]] const KeyPlan &plan() const { return m_plan; }

Q_SIGNALS:
    void saved(const inlet::ui::KeyPlan &plan);

private:
    void build();
    void buildTable();
    void connectParts();
    void chooseSet(int set);
    void refill();
    void refreshRows();
    void refreshState();
    void addKey(const QString &key);
    void removeKeys();
    void resetKeys();
    void solve();
    void importFile();
    void exportFile();
    [[nodiscard]] std::optional<ActionId> current() const;
    void change(ActionId action, const QStringList &keys);

    KeyPlan m_plan;
    KeyPlan m_before;
    Prompts &m_prompts;
    QComboBox *m_set;
    QLineEdit *m_search;
    QStandardItemModel *m_model;
    QTableView *m_table;
    parts::NoticeBar *m_notice;
    KeyCapture *m_add;
    QPushButton *m_remove;
    QPushButton *m_reset;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace inlet::ui
