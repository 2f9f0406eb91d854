// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RailModel.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QToolButton;

namespace inlet::ui
{

class FlatListView;
class RailDelegate;

/// Scopes, categories, saved views and mailboxes; as icons where the window is narrow. Thread: GUI.
class RailPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kWide = 244;
    static constexpr int kNarrow = 56;

    RailPane(RailModel &model, QWidget *parent);

    void setIconsOnly(bool iconsOnly);
    void showQuery(const store::ListQuery &query);
    void showView(SavedViewId view);
    [[nodiscard]] FlatListView *view() const { return m_view; }
    [[nodiscard]] QToolButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void chosen(const inlet::store::ListQuery &query);
    void viewChosen(inlet::SavedViewId view);
    void draftsChosen();
    void outboxChosen();
    void composeClicked();
    void mailboxMenuRequested(inlet::AccountId account, const QPoint &globalPoint);
    void viewMenuRequested(inlet::SavedViewId view, const QPoint &globalPoint);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void activate(const QModelIndex &index);
    [[nodiscard]] bool foldByKey(int key); ///< false: not a key for that row
    void choose(int row); ///< nothing where the row shows no list
    void showRow(int row);
    void bindRows();
    void showAgain(); ///< the row of the list that is shown, after another one had to take its place

    RailModel &m_model;
    FlatListView *m_view;
    RailDelegate *m_delegate;
    QBoxLayout *m_head;
    QWidget *m_title;
    QToolButton *m_compose;
    QToolButton *m_menu;
    QLineEdit *m_filter;
    bool m_iconsOnly = false;
    bool m_showing = false; ///< what becomes current was not chosen by anybody
    bool m_currentGoes = false;
    bool m_folding = false; ///< between the press on a mark and its release
    store::ListQuery m_shown;
    SavedViewId m_shownView; ///< none: m_shown
};

} // namespace inlet::ui
