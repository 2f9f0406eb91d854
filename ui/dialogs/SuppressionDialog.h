// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

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
class Field;
class NoticeBar;
}
class Prompts;
class SuppressionModel;

/// The do-not-contact list: search, add, remove, import with a look before, export.
class SuppressionDialog : public QDialog
{
    Q_OBJECT

public:
    SuppressionDialog(engine::Engine &engine, Prompts &prompts, QWidget *parent);

private:
    void build();
    void reload();
    void refill();
    void refreshButtons();
    void add();
    void remove();
    void importFile();
    void storeImport(const QByteArray &text);
    void exportFile();

    engine::Engine &m_engine;
    Prompts &m_prompts;
    QLineEdit *m_search;
    QLineEdit *m_new;
    parts::Field *m_newField;
    QTableView *m_table;
    SuppressionModel *m_model;
    QLabel *m_count;
    parts::NoticeBar *m_notice;
    QPushButton *m_remove;
};

} // namespace inlet::ui
