// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "ui/Accessible.h"
#include "ui/AttachmentActions.h"
#include "ui/GuidedRun.h"
#include "ui/InboxController.h"
#include "ui/LeaveGuard.h"
#include "ui/ListReport.h"
#include "ui/PersonGuide.h"
#include "ui/Phrases.h"
#include "ui/PlaceKeeper.h"
#include "ui/PlainToolTips.h"
#include "ui/Preferences.h"
#include "ui/SendUndo.h"
#include "ui/ThemeController.h"
#include "ui/TriageDialogs.h"
#include "ui/WindowLayout.h"
#include "ui/actions/KeyBindings.h"
#include "ui/actions/KeyDispatcher.h"
#include "ui/dialogs/Prompts.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/ConversationModel.h"
#include "ui/models/MessageBodies.h"
#include "ui/models/RailModel.h"
#include "ui/models/RecipientWatch.h"
#include "ui/panes/ConversationHeader.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/GuideBar.h"
#include "ui/panes/LeadPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/NewMailSpeaker.h"
#include "ui/panes/NoticeBars.h"
#include "ui/panes/ProgressLine.h"
#include "ui/panes/RailPane.h"
#include "ui/panes/RunBar.h"
#include "ui/panes/SearchBox.h"
#include "ui/panes/SplitBar.h"
#include "ui/panes/StatusLine.h"
#include "ui/panes/Toast.h"

#include <utility>
#include <QCloseEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace inlet::ui
{

namespace
{

constexpr QSize kLeastSize(520, 420);
constexpr int kOpenDelayMs = 45; // while a key repeats, only rows move

} // namespace

MainWindow::MainWindow(Context context, QWidget *parent)
    : QWidget(parent), m_context(std::move(context)), m_railModel(new RailModel(m_context.engine, this)),
      m_listModel(new ConversationListModel(m_context.engine, this)), m_model(new ConversationModel(m_context.engine, this)),
      m_bodies(new MessageBodies(m_context.engine, this)), m_splitter(new QSplitter(Qt::Horizontal, this)), m_welcome(new EmptyState(this)),
      m_notices(new NoticeBars(m_context.engine, this)), m_rail(new RailPane(*m_railModel, this)), m_list(new ListPane(*m_listModel, this)),
      m_conversation(new ConversationPane(*m_model, *m_bodies, this)), m_lead(new LeadPane(m_context.engine, this)),
      m_run(new RunBar(m_context.engine, *m_listModel, this)), m_guided(new GuidedRun(m_context.engine, m_context.settings, this)),
      m_guideBar(new GuideBar(*m_guided, m_context.isSandbox, this)), m_status(new StatusLine(m_context.engine, this)),
      m_keyUse(m_context.settings), m_paper(m_context.settings), m_booking(TemplateFile::pathBeside(m_context.settings))
{
    setObjectName(QStringLiteral("mainWindow"));
    accessible::setRole(this, QAccessible::Window);
    setWindowTitle(QStringLiteral("Inlet"));
    setMinimumSize(kLeastSize);
    build();
    m_inbox = new InboxController(m_context.engine, *m_listModel, *m_list, m_context.prompts, *this);
    m_conversation->setPaperMemory(&m_paper);
    m_dialogs = new TriageDialogs(m_context.engine, *m_inbox, *m_listModel, *m_model, *m_list, *this);
    new ListReport(m_context.engine, *m_listModel, *m_list, this);
    m_guide = new PersonGuide(m_context.engine, *m_model, *m_inbox, *m_conversation->person(), this);
    m_attachments = new AttachmentActions(*m_bodies, m_context.prompts, *this);
    m_leave = new LeaveGuard(m_context.engine, m_context.prompts, *this);
    m_place = new PlaceKeeper(*m_list, *m_listModel);
    keyBindings().load(m_context.settings);
    m_keys = new KeyDispatcher(*this);
    new PlainToolTips(this);
    m_keys->setList(m_list);
    m_openDelay.setSingleShot(true);
    m_openDelay.setInterval(kOpenDelayMs);
    bindWindow();
    bindWriting();
    bindGoing();
    bindDeciding();
    bindTools();
    bindCategories();
    bindViews();
    bindRelated();
    bindPeople();
    bindGuidedRun();
    connectPanes();
    connectEngine();
    new NewMailSpeaker(m_context.engine, this);
    buildMenu();
    connect(&keyBindings(), &KeyBindings::changed, this, &MainWindow::buildMenu);
    applyPreferences(readPreferences(m_context.settings));
    restore();
}

MainWindow::~MainWindow()
{
    m_lead->flushNote();
}

void MainWindow::build()
{
    for (QWidget *pane : QList<QWidget *>{m_rail, m_list, m_conversation, m_lead})
        m_splitter->addWidget(pane);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_run);
    column->addWidget(m_guideBar);
    column->addWidget(new ProgressLine(m_context.engine, this));
    column->addWidget(m_splitter, 1);
    column->addWidget(m_welcome, 1);
    column->addWidget(m_status);
    m_layout = new WindowLayout(*m_splitter, *m_rail, *m_list, *m_conversation, *m_lead, m_context.settings);
}

void MainWindow::connectPanes()
{
    connect(m_place, &PlaceKeeper::due, this, &MainWindow::save);
    connect(m_splitter, &QSplitter::splitterMoved, m_place, &PlaceKeeper::soon);
    connect(m_list, &ListPane::currentChanged, m_place, &PlaceKeeper::soon);
    connect(m_listModel, &ConversationListModel::modelReset, m_place, &PlaceKeeper::soon); // another list
    connect(m_list, &ListPane::causesClicked, this, [this] { performByMouse(ActionId::BounceView); });
    connect(m_keys, &KeyDispatcher::triggered, this, [this](ActionId action) {
        m_keyUse.byKey(action);
        perform(action);
        m_guided->byKey(action);
    });
    connect(m_keys, &KeyDispatcher::waitingChanged, m_status, &StatusLine::showKey);
    connect(m_rail, &RailPane::chosen, this, &MainWindow::showRail);
    connect(m_rail, &RailPane::draftsChosen, this, &MainWindow::showDrafts);
    connect(m_rail, &RailPane::outboxChosen, this, [this] { perform(ActionId::GoOutbox); });
    connect(m_rail, &RailPane::composeClicked, this, [this] { performByMouse(ActionId::Compose); });
    connect(m_rail, &RailPane::mailboxMenuRequested, this, &MainWindow::onMailboxMenu);
    connect(m_list, &ListPane::currentChanged, this, &MainWindow::onCurrent);
    connect(m_list, &ListPane::opened, this, [this] { performByMouse(ActionId::Open); });
    connect(m_welcome, &EmptyState::actionClicked, this, [this](EmptyWords::Action action) { onEmptyAction(int(action)); });
    connect(m_list, &ListPane::emptyAction, this, [this](EmptyWords::Action action) { onEmptyAction(int(action)); });
    connect(m_list, &ListPane::showNewClicked, this, [this] { performByMouse(ActionId::ShowNew); });
    connect(m_list->splits(), &SplitBar::chosen, this, &MainWindow::showSplit);
    connect(m_listModel, &ConversationListModel::loadingChanged, this, &MainWindow::onListLoaded);
    // What comes into a list where nothing was left has the focus like the first row of a new list.
    connect(m_listModel, &ConversationListModel::updated, this, [this] {
        if (m_restored.isValid())
            onListLoaded();
        else if (!m_listModel->isLoading())
            showFirst();
    });
    connect(&m_openDelay, &QTimer::timeout, this, &MainWindow::openNow);
    connect(m_model, &ConversationModel::loaded, this, [this] {
        if (const auto mode = std::exchange(m_answerWhenLoaded, {}))
            answer(*mode);
    });
    connect(m_conversation, &ConversationPane::actionRequested, this, &MainWindow::performByMouse);
    connect(m_conversation, &ConversationPane::linkHovered, m_status, &StatusLine::showLink);
    connect(m_conversation, &ConversationPane::linkActivated, this, &MainWindow::onLink);
    connect(m_conversation, &ConversationPane::saveRequested, m_attachments, &AttachmentActions::save);
    connect(m_conversation, &ConversationPane::openRequested, m_attachments, &AttachmentActions::open);
    connect(m_conversation->header(), &ConversationHeader::personClicked, this, [this] { perform(ActionId::ToggleLead); });
    connect(m_attachments, &AttachmentActions::said, m_list->toast(), [this](const QString &text) { m_list->toast()->showText(text); });
    connect(m_lead, &LeadPane::conversationClicked, this, &MainWindow::showConversation);
    connect(m_lead, &LeadPane::titleTold, m_conversation->header(), &ConversationHeader::setTitle);
    connect(m_lead, &LeadPane::linkActivated, this, &MainWindow::onLink);
    connect(m_lead, &LeadPane::saveRequested, m_attachments, &AttachmentActions::save);
    connect(m_lead, &LeadPane::openRequested, m_attachments, &AttachmentActions::open);
    connect(m_lead, &LeadPane::zoneTold, m_conversation, &ConversationPane::setTheirZone);
    connect(m_lead, &LeadPane::copyRequested, this, [this](const QString &text) {
        m_context.prompts.copyText(text);
        m_status->showHint(tr("Copied"));
    });
    connect(m_status, &StatusLine::clicked, this, [this] { perform(ActionId::MailboxTable); });
    connect(m_status, &StatusLine::outboxClicked, this, [this] { perform(ActionId::GoOutbox); });
    connect(m_leave, &LeaveGuard::closeNow, this, &MainWindow::quit);
    connect(m_leave, &LeaveGuard::sending, this, [this](int messages) {
        m_list->toast()->showText(phrases::plural(messages, tr("Sending 1 message, then Inlet closes"), tr("Sending %1 messages, then Inlet closes")));
    });
    connect(m_run, &RunBar::runningChanged, m_layout, &WindowLayout::setFocused);
    connect(m_notices, &NoticeBars::actionClicked, this, &MainWindow::onNotice);
    connect(&m_context.theme, &ThemeController::lookChanged, this, &MainWindow::onLook);
}

void MainWindow::connectEngine()
{
    engine::Engine &engine = m_context.engine;
    connect(m_conversation, &ConversationPane::cancelSendRequested, this, &MainWindow::callBack);
    m_sendUndo = new SendUndo(engine, *m_inbox, *m_listModel, this);
    connect(m_sendUndo, &SendUndo::callBack, this, &MainWindow::callBack);
    connect(m_conversation, &ConversationPane::sendNowRequested, this, [this](LedgerId id) { m_context.engine.sendNow(id); });
    connect(m_conversation, &ConversationPane::retryRequested, this, [this](LedgerId id) { m_context.engine.retrySend(id); });
    connect(&engine, &engine::Engine::accountsChanged, this, [this] {
        m_conversation->setMailboxes(m_context.engine.accounts());
        refreshWelcome();
    });
    connect(&engine, &engine::Engine::ledgerChanged, this, &MainWindow::refreshOutgoing);
    m_conversation->setMailboxes(engine.accounts());
    refreshWelcome();
    refreshOutgoing();
}

void MainWindow::refreshOutgoing()
{
    m_context.engine.fetchOutbox(&m_outboxContext, [this](const QList<store::LedgerRow> &rows) {
        m_conversation->setOutgoing(rows);
        m_leave->setOutgoing(rows);
    });
}

void MainWindow::onListLoaded()
{
    if (m_listModel->isLoading())
        return;
    // What was open may be beyond the first page, and the whole list is on its way.
    if (m_restored.isValid() && !m_listModel->isComplete() && m_listModel->rowOf(m_restored) < 0) {
        startOnce();
        return;
    }
    // Nobody has asked for it, so looking at it does not count as reading it.
    m_byHand = false;
    const ConversationId wanted = std::exchange(m_restored, ConversationId());
    if (std::exchange(m_askedFor, false))
        showConversation(wanted);
    else if (!wanted.isValid() || !m_list->select(wanted)) {
        if (m_listModel->rowCount() > 0)
            m_list->select(m_listModel->idAt(0));
        else
            onCurrent({});
    }
    m_list->setChosen(false);
    m_byHand = true;
    startOnce();
}

void MainWindow::startOnce()
{
    if (std::exchange(m_shownOnce, true))
        return;
    QWidget *start = m_list;
    if (!m_welcome->isHidden())
        start = m_welcome;
    start->setFocus();
    QTimer::singleShot(0, this, &MainWindow::firstRowsShown);
}

/// Somebody has gone on: what was open before must not come under the hand any more.
void MainWindow::forgetRestored()
{
    m_restored = {};
    m_askedFor = false;
    m_place->stopScrolling();
}

void MainWindow::showFirst()
{
    if (m_inbox->open().isValid())
        return;
    int row = 0;
    while (m_inbox->hasLeft(m_listModel->idAt(row)))
        ++row;
    if (row >= m_listModel->rowCount())
        return;
    m_byHand = false;
    m_list->select(m_listModel->idAt(row));
    m_list->setChosen(false);
    m_byHand = true;
}

bool MainWindow::isOnScreen(ConversationId id) const
{
    if (!isActiveWindow() || isMinimized())
        return false;
    const FlatListView *view = m_list->view();
    const int row = m_listModel->rowOf(id);
    return m_inbox->open() == id || (row >= 0 && view->visualRect(m_listModel->index(row)).intersects(view->viewport()->rect()));
}

void MainWindow::onCurrent(ConversationId id)
{
    if (m_byHand && id.isValid())
        forgetRestored();
    // Rows move at once; what costs follows when the key rests.
    m_inbox->setOpen(id, m_byHand);
    if (m_openDelay.isActive() && id.isValid()) {
        m_openDelay.start();
        return;
    }
    openNow();
    m_openDelay.start();
}

void MainWindow::openNow()
{
    const ConversationId id = m_inbox->open();
    if (id != m_model->conversation()) {
        m_answerWhenLoaded.reset();
        m_templateText.clear();
    }
    m_model->setConversation(id);
    m_lead->setConversation(id);
    m_related->setQuery({{}, id, {}});
    m_status->showLink({});
    if (!id.isValid())
        m_layout->showConversation(false);
}

void MainWindow::showConversation(ConversationId id)
{
    // Where the row is current already while another conversation is open, selecting it changes nothing.
    if (!m_list->select(id) || m_inbox->open() != id) {
        m_inbox->setOpen(id, true);
        openNow();
    }
    m_layout->showConversation(true);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_layout->setWidth(width());
    m_place->soon();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    m_place->soon();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && m_inbox && isActiveWindow())
        m_inbox->look();
}

void MainWindow::onLook()
{
    m_list->refreshLook();
    m_conversation->refreshLook();
    update();
}

} // namespace inlet::ui
