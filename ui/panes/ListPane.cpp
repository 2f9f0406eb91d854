// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ListPane.h"

#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/ActionTable.h"
#include "ui/actions/KeyBindings.h"
#include "ui/delegates/ConversationDelegate.h"
#include "ui/panes/DayCaptions.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/OrderButton.h"
#include "ui/panes/PaneParts.h"
#include "ui/panes/SearchBox.h"
#include "ui/panes/ServerSearchBar.h"
#include "ui/panes/SplitBar.h"
#include "ui/panes/Toast.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace inlet::ui
{

namespace
{

constexpr int kSlowMs = 100;
constexpr int kLeastWidth = 280;

/// The shape of the list while its first answer is on its way.
class SkeletonList : public QWidget
{
public:
    SkeletonList(const ConversationDelegate &delegate, QWidget *parent) : QWidget(parent), m_delegate(delegate) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int height = m_delegate.rowHeight();
        for (int row = 0; row * height < this->height(); ++row)
            m_delegate.paintSkeleton(&painter, QRect(0, row * height, width(), height), row);
    }

private:
    const ConversationDelegate &m_delegate;
};

} // namespace

ListPane::ListPane(ConversationListModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_view(new FlatListView(this)), m_delegate(new ConversationDelegate(this)),
      m_search(new SearchBox(this)), m_order(new OrderButton(this)), m_splits(new SplitBar(this)), m_stack(new QStackedLayout), m_empty(new EmptyState(this)),
      m_skeleton(new SkeletonList(*m_delegate, this)), m_newBar(panes::textButton({}, "primary", this)),
      m_causes(panes::textButton(tr("By cause and mailbox"), "link", this)), m_servers(new ServerSearchBar(this)),
      m_footer(new QWidget(this)),
      m_footerLabel(panes::label({}, "", m_footer)), m_markAll(panes::textButton({}, "link", m_footer)), m_toast(new Toast(this))
{
    setObjectName(QStringLiteral("listPane"));
    setMinimumWidth(kLeastWidth);
    m_view->setObjectName(QStringLiteral("conversationView"));
    m_view->setAccessibleName(tr("Conversations"));
    m_view->setItemDelegate(m_delegate);
    m_view->setRowHeight(m_delegate->rowHeight());
    m_view->setModel(&model);
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    m_newBar->setObjectName(QStringLiteral("newBar"));
    m_newBar->setFocusPolicy(Qt::NoFocus);
    m_newBar->hide();
    m_causes->setObjectName(QStringLiteral("causesButton"));
    tipWithKey(m_causes, ActionId::BounceView);
    m_causes->hide();
    connect(m_causes, &QPushButton::clicked, this, &ListPane::causesClicked);
    buildFooter();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::kGap, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme::kGap, 0, theme::kGap, theme::kGrid);
    top->setSpacing(theme::kSpace);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::kGrid);
    line->addWidget(m_search, 1);
    line->addWidget(m_order, 0, Qt::AlignTop); // beside the field, whatever is below it
    top->addLayout(line);
    top->addWidget(m_splits);
    top->addWidget(m_causes, 0, Qt::AlignLeft);
    column->addLayout(top);
    column->addLayout(m_stack, 1);
    column->addWidget(m_servers);
    column->addWidget(m_footer);
    setFocusProxy(m_view);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    connect(&m_slow, &QTimer::timeout, this, &ListPane::updateEmpty);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ListPane::onCurrent);
    connect(m_view, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT opened(m_model.idAt(index.row())); });
    connect(m_view, &FlatListView::scrolled, this, &ListPane::updateHold);
    connect(&model, &ConversationListModel::heldChanged, this, &ListPane::updateNewBar);
    connect(&keyBindings(), &KeyBindings::changed, this, &ListPane::updateNewBar);
    connect(&model, &ConversationListModel::marksChanged, this, &ListPane::updateFooter);
    connect(&model, &ConversationListModel::updated, this, [this] {
        updateEmpty();
        updateCaptions(); // a timer does not run while the machine sleeps
        if (m_awaited.isValid())
            selectWhenThere(m_awaited);
    });
    connect(&model, &ConversationListModel::loadingChanged, this, [this] {
        if (m_model.isLoading())
            m_slow.start();
        updateEmpty();
    });
    connect(&model, &QAbstractItemModel::rowsMoved, this, &ListPane::updateHold);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ListPane::updateHold);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ListPane::updateHold);
    for (const auto moved : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, moved, this, &ListPane::updateCaptions);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &ListPane::updateCaptions);
    connect(&model, &QAbstractItemModel::modelReset, this, &ListPane::updateCaptions);
    m_midnight.setSingleShot(true);
    m_midnight.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_midnight, &QTimer::timeout, this, &ListPane::updateCaptions);
    connect(m_empty, &EmptyState::actionClicked, this, &ListPane::emptyAction);
    connect(m_newBar, &QPushButton::clicked, this, &ListPane::showNewClicked);
    connect(m_search, &SearchBox::left, this, [this] { setFocus(); });
}

void ListPane::buildFooter()
{
    m_footer->setObjectName(QStringLiteral("bulkBar"));
    m_footerLabel->setObjectName(QStringLiteral("bulkLabel"));
    auto *done = panes::textButton(tr("Done"), "link", m_footer);
    auto *read = panes::textButton(tr("Read"), "link", m_footer);
    auto *none = panes::iconButton(QStringLiteral("close"), tr("Select none"), m_footer);
    auto *row = new QHBoxLayout(m_footer);
    row->setContentsMargins(theme::kMargin, theme::kGrid, theme::kSpace, theme::kGrid);
    row->setSpacing(theme::kGrid);
    row->addWidget(m_footerLabel);
    row->addWidget(m_markAll);
    row->addStretch();
    row->addWidget(done);
    row->addWidget(read);
    row->addWidget(none);
    m_footer->hide();
    connect(done, &QPushButton::clicked, this, &ListPane::bulkArchive);
    connect(read, &QPushButton::clicked, this, &ListPane::bulkRead);
    connect(none, &QToolButton::clicked, &m_model, &ConversationListModel::clearMarks);
    connect(m_markAll, &QPushButton::clicked, this, [this] { m_model.setAllMarked(m_model.ids()); });
}

ConversationId ListPane::current() const
{
    return m_model.idAt(m_view->currentIndex().row());
}

bool ListPane::select(ConversationId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    m_view->setCurrentIndex(m_model.index(row));
    m_view->scrollTo(m_model.index(row));
    return true;
}

void ListPane::selectWhenThere(ConversationId id)
{
    // What the user brings back by hand does not wait behind the bar.
    if (m_model.isHeld(id))
        m_model.releaseHeld();
    m_awaited = select(id) ? ConversationId() : id;
}

void ListPane::step(int by)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int now = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : (by > 0 ? -1 : count);
    const int row = std::clamp(now + by, 0, count - 1);
    m_view->setCurrentIndex(m_model.index(row));
    m_view->scrollTo(m_model.index(row));
}

/// Asks the view, not the index of the signal: scrolling to it may have let in rows above it.
void ListPane::onCurrent()
{
    const ConversationId id = current();
    updateHold();
    if (id == m_current)
        return;
    m_current = id;
    m_awaited = {};
    Q_EMIT currentChanged(id);
}

void ListPane::setChosen(bool byHand)
{
    m_chosen = byHand;
    updateHold();
}

/// While the hand is in the list nothing may push the rows about; a row that nobody has asked for is
/// pushed down, or the first mail of a new mailbox would wait.
void ListPane::updateHold()
{
    const QModelIndex index = m_view->currentIndex();
    const bool atTop = m_view->verticalScrollBar()->value() == 0;
    const bool handIsHere = m_view->hasFocus() && index.isValid();
    m_model.holdAbove(handIsHere && (m_chosen || !atTop) ? m_model.idAt(index.row()) : ConversationId());
}

/// Conversations that are in the list already, further down, are not new: they only wait to move up.
void ListPane::updateNewBar()
{
    const int moving = m_model.heldInList();
    const int fresh = m_model.heldCount() - moving;
    m_newBar->setVisible(fresh + moving > 0);
    if (fresh + moving == 0)
        return;
    QStringList parts;
    if (fresh > 0)
        parts += tr("%1 new").arg(phrases::number(fresh));
    if (moving > 0)
        parts += (m_model.order() == store::ListOrder::NewestFirst ? tr("%1 with new mail") : tr("%1 to another place")).arg(phrases::number(moving));
    const QString words = parts.join(QStringLiteral(" · "));
    m_newBar->setText(tr("%1   %2").arg(words, firstKey(ActionId::ShowNew)).trimmed());
    m_newBar->setAccessibleName(tr("Show conversations: %1").arg(words));
    m_newBar->setToolTip(withKey(ActionId::ShowNew));
    m_newBar->adjustSize();
    m_newBar->move((width() - m_newBar->width()) / 2, m_view->y() + theme::kSpace);
    m_newBar->raise();
}

void ListPane::updateFooter(int marked)
{
    m_footer->setVisible(marked > 0);
    m_footerLabel->setText(tr("%1 selected").arg(phrases::number(marked)));
    m_markAll->setText(tr("all %1 in this view").arg(phrases::number(m_model.rowCount())));
    m_markAll->setVisible(marked < m_model.rowCount());
    m_view->viewport()->update();
    if (m_toast->isVisible())
        m_toast->place();
}

void ListPane::setFacts(const EmptyFacts &facts)
{
    m_facts = facts;
    updateEmpty();
}

/// What takes the place of the list takes its focus too, so that the keys work on.
void ListPane::showPage(QWidget *page)
{
    if (m_stack->currentWidget() == page)
        return;
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && m_stack->currentWidget() && (focus == m_stack->currentWidget() || m_stack->currentWidget()->isAncestorOf(focus));
    page->setFocusPolicy(Qt::StrongFocus);
    m_stack->setCurrentWidget(page);
    if (hadFocus)
        page->setFocus();
    setFocusProxy(page);
}

void ListPane::updateEmpty()
{
    if (m_model.rowCount() > 0) {
        showPage(m_view);
        return;
    }
    if (m_model.isLoading()) {
        if (!m_slow.isActive())
            showPage(m_skeleton);
        return;
    }
    // A zero must be true: whether a mailbox is still being read stands in the store.
    if (!m_facts.isSettled && m_model.problem().isEmpty())
        return;
    m_facts.problem = m_model.problem();
    m_facts.query = m_model.query();
    m_empty->setWords(emptyWords(m_facts));
    showPage(m_empty);
}

void ListPane::updateCaptions()
{
    const QDateTime now = QDateTime::currentDateTime();
    m_view->setCaptions(dayCaptions(m_model, now.date()));
    m_midnight.start(int(now.msecsTo(now.date().addDays(1).startOfDay())) + 1);
}

void ListPane::setTitle(const QString &scope)
{
    m_search->setScopeName(scope);
}

void ListPane::setSplitsVisible(bool visible)
{
    m_splits->setVisible(visible);
}

void ListPane::setCausesVisible(bool visible)
{
    m_causes->setVisible(visible);
}

void ListPane::setLook(const RowLook &look)
{
    m_delegate->setLook(look);
    m_view->setRowHeight(m_delegate->rowHeight());
    m_view->viewport()->update();
}

void ListPane::refreshLook()
{
    m_delegate->forget();
    m_view->setRowHeight(m_delegate->rowHeight());
    m_view->viewport()->update();
    update();
}

void ListPane::resizeEvent(QResizeEvent *)
{
    updateNewBar();
    if (m_toast->isVisible())
        m_toast->place();
}

void ListPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Token::List));
}

/// Ctrl+click marks one, Shift+click marks up to there; the current row stays.
bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        QMetaObject::invokeMethod(this, &ListPane::updateHold, Qt::QueuedConnection);
        return false;
    }
    if (watched != m_view->viewport() || event->type() != QEvent::MouseButtonPress)
        return QWidget::eventFilter(watched, event);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
    if (index.isValid())
        setChosen(true);
    if (!index.isValid() || mouse->button() != Qt::LeftButton)
        return false;
    if (mouse->modifiers() & Qt::ControlModifier) {
        const ConversationId id = m_model.idAt(index.row());
        m_model.setMarked(id, !m_model.isMarked(id));
        return true;
    }
    if (mouse->modifiers() & Qt::ShiftModifier) {
        const int now = std::max(0, m_view->currentIndex().row());
        for (int row = std::min(now, index.row()); row <= std::max(now, index.row()); ++row)
            m_model.setMarked(m_model.idAt(row), true);
        return true;
    }
    return false;
}

} // namespace inlet::ui
