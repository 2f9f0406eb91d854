// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/RailPane.h"

#include "ui/Theme.h"
#include "ui/actions/ActionTable.h"
#include "ui/actions/KeyBindings.h"
#include "ui/delegates/RailDelegate.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/PaneParts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace inlet::ui
{

RailPane::RailPane(RailModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_view(new FlatListView(this)), m_delegate(new RailDelegate(this)),
      m_compose(panes::iconButton(QStringLiteral("compose"), actionSpec(ActionId::Compose).words, this)),
      m_menu(panes::iconButton(QStringLiteral("settings"), tr("Menu"), this)), m_filter(new QLineEdit(this))
{
    setObjectName(QStringLiteral("railPane"));
    tipWithKey(m_compose, ActionId::Compose);
    m_compose->setObjectName(QStringLiteral("composeButton"));
    m_menu->setObjectName(QStringLiteral("menuButton"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto *title = panes::label(QStringLiteral("Inlet"), "", this);
    title->setFont(theme::nameFont(true));
    m_title = title;
    m_view->setObjectName(QStringLiteral("railView"));
    m_view->setAccessibleName(tr("Scopes and mailboxes"));
    m_view->setItemDelegate(m_delegate);
    m_view->setRowHeight(m_delegate->rowHeight());
    bindRows();
    m_view->setModel(&model);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_filter->setObjectName(QStringLiteral("mailboxFilterEdit"));
    m_filter->setPlaceholderText(tr("Find a mailbox or tag"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(254);
    m_head = new QHBoxLayout;
    m_head->setContentsMargins(theme::kMargin, theme::kSpace, theme::kSpace, theme::kGrid);
    m_head->addWidget(m_title);
    m_head->addStretch();
    m_head->addWidget(m_menu);
    m_head->addWidget(m_compose);
    auto *filter = new QHBoxLayout;
    filter->setContentsMargins(theme::kSpace, 0, theme::kSpace, theme::kSpace);
    filter->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_view, 1);
    column->addLayout(filter);
    setMinimumWidth(kNarrow);
    setFocusProxy(m_view);
    const auto showFilter = [this] { m_filter->setVisible(!m_iconsOnly && m_model.mailboxCount() > RailModel::kFewMailboxes); };
    connect(&model, &RailModel::countsChanged, this, showFilter);
    showFilter();
    connect(m_filter, &QLineEdit::textChanged, &model, &RailModel::setFilter);
    connect(m_compose, &QToolButton::clicked, this, &RailPane::composeClicked);
    connect(m_view, &QAbstractItemView::clicked, this, &RailPane::activate);
    connect(m_view, &QAbstractItemView::activated, this, &RailPane::activate);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        // With the arrows one walks through the lists; headers and the like wait for Enter.
        if (!m_showing && m_view->hasFocus())
            choose(current.row());
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        const int row = m_view->indexAt(point).row();
        const QPoint place = m_view->viewport()->mapToGlobal(point);
        if (const AccountId account = m_model.accountAt(row); account.isValid())
            Q_EMIT mailboxMenuRequested(account, place);
        else if (const SavedViewId view = m_model.viewAt(row); view.isValid())
            Q_EMIT viewMenuRequested(view, place);
    });
}

void RailPane::activate(const QModelIndex &index)
{
    const RailKind kind = m_model.kindAt(index.row());
    if (kind == RailKind::Header || kind == RailKind::ShowAll)
        m_model.toggle(index.row());
    else if (kind == RailKind::Drafts)
        Q_EMIT draftsChosen();
    else if (kind == RailKind::Outbox)
        Q_EMIT outboxChosen();
    else
        choose(index.row());
}

/// A click on the mark at the end of a tag folds it and shows no other list; so do the arrows to the sides.
bool RailPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress)
        return foldByKey(static_cast<QKeyEvent *>(event)->key()) || QWidget::eventFilter(watched, event);
    // Else it would be the end of an earlier click on the row.
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease && std::exchange(m_folding, false))
        return true;
    if (watched == m_view->viewport() && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_view->indexAt(mouse->pos());
        const bool folds = mouse->button() == Qt::LeftButton && m_model.kindAt(index.row()) == RailKind::Tag
            && m_delegate->isOnFold(m_view->visualRect(index), layoutDirection(), mouse->pos());
        if (folds) {
            m_folding = true;
            m_model.toggle(index.row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool RailPane::foldByKey(int key)
{
    const QModelIndex index = m_view->currentIndex();
    const RailKind kind = m_model.kindAt(index.row());
    if (!index.isValid() || (kind != RailKind::Tag && kind != RailKind::Header) || (key != Qt::Key_Left && key != Qt::Key_Right))
        return false;
    const bool fold = (key == Qt::Key_Left) == (layoutDirection() == Qt::LeftToRight);
    if (index.data(int(RailRole::IsFolded)).toBool() != fold)
        m_model.toggle(index.row());
    return true;
}

/// Before the view connects itself: when the current row goes, it makes another one current that nobody has chosen.
void RailPane::bindRows()
{
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        const int current = m_view->currentIndex().row();
        m_currentGoes = current >= first && current <= last;
        m_showing = true;
    });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_showing = false;
        if (m_currentGoes)
            showAgain();
    });
    // It may have gone to come back with another name.
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (std::exchange(m_currentGoes, false))
            showAgain();
    });
}

void RailPane::showAgain()
{
    showRow(m_shownView.isValid() ? m_model.rowOf(m_shownView) : m_model.rowOf(m_shown));
}

void RailPane::choose(int row)
{
    if (const SavedViewId view = m_model.viewAt(row); view.isValid())
        Q_EMIT viewChosen(view);
    else if (const auto query = m_model.queryAt(row))
        Q_EMIT chosen(*query);
}

/// A mailbox stands below each of its tags: the row that one came to stays.
void RailPane::showQuery(const store::ListQuery &query)
{
    m_shown = query;
    m_shownView = {};
    const int row = m_model.rowOf(query);
    const int current = m_view->currentIndex().row();
    const bool stays = row >= 0 && m_model.queryAt(current) == m_model.queryAt(row);
    showRow(stays ? current : row);
}

void RailPane::showView(SavedViewId view)
{
    m_shownView = view;
    showRow(m_model.rowOf(view));
}

void RailPane::showRow(int row)
{
    m_showing = true;
    if (row >= 0)
        m_view->setCurrentIndex(m_model.index(row));
    else
        m_view->selectionModel()->clear();
    m_showing = false;
}

void RailPane::setIconsOnly(bool iconsOnly)
{
    if (iconsOnly == m_iconsOnly)
        return;
    m_iconsOnly = iconsOnly;
    m_delegate->setIconsOnly(iconsOnly);
    m_title->setVisible(!iconsOnly);
    // There is room for one above the other: what the menu holds has no other way by mouse.
    m_head->setDirection(iconsOnly ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
    m_head->setContentsMargins(iconsOnly ? theme::kSpace : theme::kMargin, theme::kSpace, theme::kSpace, theme::kGrid);
    for (QToolButton *button : {m_menu, m_compose})
        m_head->setAlignment(button, iconsOnly ? Qt::AlignHCenter : Qt::Alignment());
    m_filter->setVisible(!iconsOnly && m_model.mailboxCount() > RailModel::kFewMailboxes);
    m_view->setVerticalScrollBarPolicy(iconsOnly ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_view->viewport()->update();
}

void RailPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Token::Window));
}

} // namespace inlet::ui
