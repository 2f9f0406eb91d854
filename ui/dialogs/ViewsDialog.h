// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/values/SavedView.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class ChoiceList;
class Prompts;
class ViewForm;

namespace parts
{
class NoticeBar;
}

/// The saved views: their order, names, keys; each change holds at once. In the list Enter opens, F2
/// renames, Alt and the arrows move, Delete removes. Thread: GUI.
class ViewsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `first`: the one to begin with; none: the first.
    ViewsDialog(engine::Engine &engine, Prompts &prompts, SavedViewId first, QWidget *parent);
    ~ViewsDialog() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void openRequested(inlet::SavedViewId view);
    void keepRequested(); ///< there is none yet

private:
    void build();
    void reload();
    void refill();
    void onCurrent();
    void save();
    void move(int by);
    void remove();
    void openCurrent();
    void tell(const Error &error);
    [[nodiscard]] const store::SavedView *current() const;
    [[nodiscard]] bool onListKey(int key, Qt::KeyboardModifiers modifiers);

    engine::Engine &m_engine;
    Prompts &m_prompts;
    SavedViewId m_wanted; ///< whose row is the current one after the next answer
    QList<store::SavedView> m_views;
    ChoiceList *m_list;
    ViewForm *m_form;
    QLabel *m_none;
    parts::NoticeBar *m_notice;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_open;
    QPushButton *m_remove;
};

} // namespace inlet::ui
