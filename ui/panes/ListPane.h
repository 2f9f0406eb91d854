// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/RowLook.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/EmptyState.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace inlet::ui
{

class ConversationDelegate;
class FlatListView;
class OrderButton;
class SearchBox;
class ServerSearchBar;
class SplitBar;
class Toast;

/// The list with its search field, splits, the bar for new conversations, and what stands there when
/// it is empty. Selection is by id. Thread: GUI.
class ListPane : public QWidget
{
    Q_OBJECT

public:
    ListPane(ConversationListModel &model, QWidget *parent);

    [[nodiscard]] FlatListView *view() const { return m_view; }
    [[nodiscard]] SearchBox *search() const { return m_search; }
    [[nodiscard]] SplitBar *splits() const { return m_splits; }
    [[nodiscard]] OrderButton *order() const { return m_order; }
    [[nodiscard]] ServerSearchBar *servers() const { return m_servers; }
    [[nodiscard]] Toast *toast() const { return m_toast; }

    [[nodiscard]] ConversationId current() const;
    /// False when it is not in the list.
    bool select(ConversationId id);
    /// The hand is on the selected row, or nobody has asked for it yet.
    void setChosen(bool byHand);
    /// Now, or as soon as a change brings it in.
    void selectWhenThere(ConversationId id);
    void step(int by);
    void setTitle(const QString &scope);
    void setFacts(const EmptyFacts &facts);
    void setSplitsVisible(bool visible);
    void setCausesVisible(bool visible); ///< the way from the list of bounces to their causes
    void setLook(const RowLook &look);
    void refreshLook();

Q_SIGNALS:
    void currentChanged(inlet::ConversationId id);
    void opened(inlet::ConversationId id); ///< double click
    void emptyAction(inlet::ui::EmptyWords::Action action);
    void bulkArchive();
    void bulkRead();
    void showNewClicked();
    void causesClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFooter();
    void onCurrent();
    void updateHold();
    void updateEmpty();
    void updateCaptions();
    void showPage(QWidget *page);
    void updateNewBar();
    void updateFooter(int marked);

    ConversationListModel &m_model;
    FlatListView *m_view;
    ConversationDelegate *m_delegate;
    SearchBox *m_search;
    OrderButton *m_order;
    SplitBar *m_splits;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    QWidget *m_skeleton;
    QPushButton *m_newBar;
    bool m_chosen = false; ///< the selected row was asked for by hand
    QPushButton *m_causes;
    ServerSearchBar *m_servers;
    QWidget *m_footer;
    QLabel *m_footerLabel;
    QPushButton *m_markAll;
    Toast *m_toast;
    EmptyFacts m_facts;
    ConversationId m_current;
    ConversationId m_awaited;
    QTimer m_midnight; ///< today becomes yesterday
    QTimer m_slow; ///< a skeleton only where an answer takes its time
};

} // namespace inlet::ui
