// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace inlet::ui
{

namespace parts
{
class Field;
class NoticeBar;
}

class Prompts;

/// The rep's own categories: new ones, names, colours, keys, their order, and away with one. Each change holds at once.
class CategoriesPage : public QWidget
{
    Q_OBJECT

public:
    CategoriesPage(engine::Engine &engine, Prompts &prompts, QWidget *parent);
    ~CategoriesPage() override;

private:
    void build();
    void buildForm();
    void refill();
    void onCurrent();
    void fillKeys(const store::OwnCategory &category);
    void add();
    void save();
    void move(int by);
    void remove();
    void removeNow(const store::OwnCategory &category, qint64 conversations);
    void tell(const Error &error);
    [[nodiscard]] const store::OwnCategory *current() const;
    [[nodiscard]] static int freeNumber();

    engine::Engine &m_engine;
    Prompts &m_prompts;
    QListWidget *m_list;
    QLabel *m_none;
    parts::NoticeBar *m_notice;
    QPushButton *m_add;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    QWidget *m_form;
    QLineEdit *m_name;
    parts::Field *m_nameField;
    QComboBox *m_colour;
    QComboBox *m_number;
    store::Category m_shown = store::Category::Unsorted; ///< in the form
    store::Category m_wanted = store::Category::Unsorted; ///< to be chosen once it is in the list
    UndoId m_removed; ///< what the notice takes back
};

} // namespace inlet::ui
