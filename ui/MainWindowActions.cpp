// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and buttons do in the main window. The layout is in MainWindow.cpp.
#include "ui/InboxController.h"
#include "ui/KindCorrection.h"
#include "ui/MainWindow.h"
#include "ui/PlaceKeeper.h"
#include "ui/Phrases.h"
#include "ui/SortingQuestions.h"
#include "ui/ThemeController.h"
#include "ui/TriageDialogs.h"
#include "ui/WindowLayout.h"
#include "ui/actions/KeyDispatcher.h"
#include "ui/dialogs/KeysDialog.h"
#include "ui/dialogs/Prompts.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/ConversationModel.h"
#include "ui/panes/ConversationHeader.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/EmptyState.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/LeadPane.h"
#include "ui/panes/LabelChips.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/RailPane.h"
#include "ui/panes/SearchBox.h"
#include "ui/panes/SplitBar.h"
#include "ui/panes/StatusLine.h"
#include "ui/panes/Toast.h"

#include <QMenu>
#include <QScrollBar>
#include <QSet>
#include <QSettings>
#include <QToolButton>
#include <QUrl>
#include <QUrlQuery>

namespace inlet::ui
{

namespace
{

/// After these the selected row is one that somebody wants under the hand.
bool movesTheHand(ActionId action)
{
    using enum ActionId;
    static const QSet<ActionId> moving{NextRow, PreviousRow, FirstRow, LastRow, Open, Mark, ExtendDown, ExtendUp, Archive,
        DoneAndNext, DoneAndPrevious, Delete, Junk, Mute, Star, MarkRead, MarkUnread};
    return moving.contains(action) || (action >= CategoryUnsorted && action <= Category9);
}

} // namespace

void MainWindow::perform(ActionId action)
{
    m_byHand = true;
    if (movesTheHand(action)) {
        m_list->setChosen(true);
        forgetRestored();
    }
    if (const auto does = m_does.constFind(action); does != m_does.constEnd())
        (*does)();
    else
        m_inbox->perform(action);
}

/// Names the key, unless the action itself has something to say.
void MainWindow::performByMouse(ActionId action)
{
    const QString before = m_status->sideText();
    perform(action);
    if (m_status->sideText() != before)
        return;
    if (const QString hint = m_keyUse.byMouse(action); !hint.isEmpty())
        m_status->showHint(hint);
}

void MainWindow::bindWindow()
{
    using enum ActionId;
    m_does.insert(NextRow, [this] { m_list->step(1); });
    m_does.insert(PreviousRow, [this] { m_list->step(-1); });
    m_does.insert(FirstRow, [this] { m_list->step(-m_listModel->rowCount()); });
    m_does.insert(LastRow, [this] { m_list->step(m_listModel->rowCount()); });
    m_does.insert(Open, [this] { focusConversation(); });
    m_does.insert(BackToList, [this] { focusList(); });
    m_does.insert(NextMessage, [this] { m_conversation->stepMessage(1); });
    m_does.insert(PreviousMessage, [this] { m_conversation->stepMessage(-1); });
    m_does.insert(OpenAllMessages, [this] { m_conversation->openAll(true); });
    m_does.insert(CloseAllMessages, [this] { m_conversation->openAll(false); });
    m_does.insert(Search, [this] {
        m_layout->showConversation(false);
        m_list->search()->start();
    });
    m_does.insert(ShowNew, [this] {
        m_listModel->releaseHeld();
        m_list->view()->verticalScrollBar()->setValue(0);
    });
    m_does.insert(CheckNow, [this] { checkNow(); });
    m_does.insert(ZeroRun, [this] { toggleRun(); });
    m_does.insert(NextSplit, [this] { m_list->splits()->step(1); });
    m_does.insert(PreviousSplit, [this] { m_list->splits()->step(-1); });
    m_does.insert(NextPane, [this] { cyclePane(1); });
    m_does.insert(PreviousPane, [this] { cyclePane(-1); });
    m_does.insert(ToggleLead, [this] { m_layout->toggleLead(); });
    m_does.insert(ToggleHtml, [this] { m_conversation->toggleHtml(); });
    m_does.insert(TogglePaper, [this] {
        if (!m_conversation->togglePaper())
            m_status->showHint(tr("Light paper is for a message that is shown as sent"));
    });
    m_does.insert(Quit, [this] { quit(); });
    m_does.insert(Keys, [this] {
        m_keys->pause();
        auto *sheet = new KeysDialog(m_keyUse.used(), this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(sheet, &KeysDialog::changeRequested, this, [this, sheet] { editKeys(sheet); });
        sheet->open();
    });
}

void MainWindow::bindWriting()
{
    using enum ActionId;
    m_does.insert(Reply, [this] { answer(store::Draft::Mode::Reply); });
    m_does.insert(ReplyAll, [this] { answer(store::Draft::Mode::ReplyAll); });
    m_does.insert(Forward, [this] { answer(store::Draft::Mode::Forward); });
    m_does.insert(ReplyWithTemplate, [this] { replyWithTemplate(); });
    m_does.insert(Compose, [this] {
        if (m_context.engine.accounts().isEmpty()) { // it could not leave
            perform(ConnectMailbox);
            return;
        }
        ComposeRequest request;
        request.account = m_base.account;
        compose(request);
    });
    const auto opens = [this](ActionId action, const std::function<void()> &opener) {
        m_does.insert(action, [this, opener] {
            m_keys->pause();
            if (opener)
                opener();
        });
    };
    opens(ActionId::MailboxTable, m_context.openers.mailboxTable);
    opens(ConnectMailbox, m_context.openers.connectMailbox);
    opens(ConnectMany, m_context.openers.connectMany);
    opens(GoOutbox, m_context.openers.outbox);
    opens(ActionId::MailboxSettings, [this] { mailboxSettings(); });
}

void MainWindow::bindGoing()
{
    const auto goes = [this](ActionId action, store::Scope scope) {
        m_does.insert(action, [this, scope] {
            showList({.scope = scope, .account = {}, .category = {}, .search = {}});
            m_list->setFocus();
        });
    };
    goes(ActionId::GoInbox, store::Scope::NeedsAnswer);
    goes(ActionId::GoAll, store::Scope::All);
    goes(ActionId::GoUnread, store::Scope::Unread);
    goes(ActionId::GoStarred, store::Scope::Starred);
    goes(ActionId::GoSent, store::Scope::Sent);
    goes(ActionId::GoSnoozed, store::Scope::Snoozed);
    m_does.insert(ActionId::GoDrafts, [this] { showDrafts(); });
}

/// What asks before it decides. The dialogs are modal, so no letter is lost to a command meanwhile.
void MainWindow::bindDeciding()
{
    using enum ActionId;
    m_does.insert(Snooze, [this] { m_dialogs->snooze(); });
    m_does.insert(Remind, [this] { m_dialogs->remind(); });
    m_does.insert(Category4, [this] { m_dialogs->notNow(); });
    m_does.insert(Category8, [this] { m_dialogs->doNotContact(); });
    m_does.insert(ActionId::DoNotContact, [this] { m_dialogs->doNotContact(); });
    connect(m_dialogs, &TriageDialogs::waitingChanged, m_keys, &KeyDispatcher::hold);
    connect(m_inbox, &InboxController::waitingChanged, m_keys, &KeyDispatcher::hold);
    m_does.insert(FixForAll, [this] { m_dialogs->fixForAll(); });
    m_does.insert(ActionId::MoveToFolder, [this] { m_dialogs->moveToFolder(); });
    m_does.insert(ActionId::Label, [this] { m_dialogs->label(); });
    const LabelChips *labels = m_conversation->header()->labels();
    connect(labels, &LabelChips::removeRequested, m_dialogs, &TriageDialogs::removeLabel);
    connect(labels, &LabelChips::searchRequested, this, [this](const QString &label) {
        m_view = {};
        showFilter({.scope = store::Scope::All, .account = {}, .category = {},
            .search = QStringLiteral("label:\"%1\" ").arg(QString(label).remove(QLatin1Char('"'))), .everywhere = true});
    });
    auto *kinds = new KindCorrection(m_context.engine, *m_inbox, *m_list, m_context.prompts, [this] { return m_conversation->theirMessage(); }, *this);
    m_does.insert(FromPerson, [kinds] { kinds->say(triage::Kind::Human); });
    m_does.insert(FromAutomat, [kinds] { kinds->say(triage::Kind::AutoReply); });
    m_does.insert(IsBounce, [kinds] { kinds->say(triage::Kind::Bounce); });
    auto *sorting = new SortingQuestions(m_context.engine, *m_inbox, *m_listModel, *m_model, m_context.prompts, *this);
    m_does.insert(Category2, [this] {
        // The key that is offered answers what is open, and nothing else.
        const bool isOpen = m_inbox->open().isValid() && m_inbox->targets() == QList{m_inbox->open()};
        m_inbox->perform(Category2);
        if (isOpen)
            offerBooking();
    });
    m_does.insert(Category6, [sorting] { sorting->wrongPerson(); });
    m_does.insert(Category7, [sorting] { sorting->outOfOffice(); });
    m_does.insert(Category9, [sorting] { sorting->bounce(); });
    connect(sorting, &SortingQuestions::said, m_list->toast(), [this](const QString &text) { m_list->toast()->showText(text); });
    connect(sorting, &SortingQuestions::snoozeRequested, m_dialogs, &TriageDialogs::askSnooze);
    connect(sorting, &SortingQuestions::writeRequested, this, [this](const QString &to, const QString &subject, AccountId account) {
        ComposeRequest request;
        request.to = to;
        request.subject = subject;
        request.account = account;
        compose(request);
    });
}

void MainWindow::checkNow()
{
    m_context.engine.checkNow(m_base.account);
    m_status->showHint(m_base.account.isValid() ? tr("Checking this mailbox") : tr("Checking all mailboxes"));
}

void MainWindow::focusList()
{
    if (m_dialogs->isWaiting()) { // Esc: there will be no question
        m_dialogs->stopWaiting();
        m_list->toast()->dismiss();
        return;
    }
    // Once in the list, the same key takes back what is over it and what narrows it.
    if (m_list->isAncestorOf(focusWidget()) && !m_layout->showsConversation()) {
        if (m_list->toast()->isVisible() && m_list->toast()->stays())
            m_list->toast()->dismiss();
        else if (!m_listModel->marked().isEmpty())
            m_listModel->clearMarks();
        else if (!m_listModel->query().search.isEmpty())
            showList(m_base);
    }
    m_layout->showConversation(false);
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::focusConversation()
{
    if (!m_inbox->open().isValid())
        return;
    m_inbox->setOpen(m_inbox->open(), true);
    m_layout->showConversation(true);
    m_conversation->takeFocus();
}

/// Rail, list, conversation, person, status; only what can be seen.
void MainWindow::cyclePane(int by)
{
    QList<QPair<QWidget *, QWidget *>> panes{{m_rail, m_rail->view()}, {m_list, m_list}, {m_conversation, m_conversation},
        {m_lead, m_lead}, {m_status, m_status->findChild<QWidget *>(QStringLiteral("statusButton"))}};
    panes.removeIf([](const auto &pane) { return !pane.first->isVisible(); });
    qsizetype now = 0;
    for (qsizetype at = 0; at < panes.size(); ++at) {
        if (panes.at(at).first == focusWidget() || panes.at(at).first->isAncestorOf(focusWidget()))
            now = at;
    }
    const auto &next = panes.at((now + by + panes.size()) % panes.size());
    if (next.first == m_conversation)
        m_conversation->takeFocus();
    else
        next.second->setFocus(Qt::TabFocusReason);
}

void MainWindow::onEmptyAction(int action)
{
    switch (EmptyWords::Action(action)) {
    case EmptyWords::Action::Connect: perform(ActionId::ConnectMailbox); break;
    case EmptyWords::Action::Sandbox: trySandbox(); break;
    case EmptyWords::Action::SearchEverywhere:
        // Really everywhere: the split it was looked for in had nothing.
        m_base.category.reset();
        m_list->splits()->setCurrent({});
        m_list->search()->setEverywhere(true);
        break;
    case EmptyWords::Action::SearchServers: perform(ActionId::SearchServers); break;
    case EmptyWords::Action::ShowUnsorted:
        showList({.scope = store::Scope::Unread, .account = m_base.account, .category = store::Category::Unsorted, .search = {}});
        break;
    case EmptyWords::Action::NextSplit: showSplit(m_list->splits()->nextFilled()); break;
    case EmptyWords::Action::ClearSearch: showList(m_base); break;
    case EmptyWords::Action::ShowAll: perform(ActionId::GoAll); break;
    case EmptyWords::Action::Repair:
        if (m_context.openers.repairMailbox)
            m_context.openers.repairMailbox(m_base.account);
        break;
    case EmptyWords::Action::None: break;
    }
}

void MainWindow::onNotice(const engine::Notice &notice)
{
    if (notice.action.kind == QLatin1String("open-url"))
        m_context.prompts.openUrl(QUrl(notice.action.url));
    else if (notice.action.kind == QLatin1String("copy-note"))
        m_context.prompts.copyText(notice.details);
    else if (notice.action.kind == QLatin1String("bounces"))
        perform(ActionId::BounceView);
    else if (notice.account.isValid() && m_context.openers.repairMailbox)
        m_context.openers.repairMailbox(notice.account);
    else if (m_context.openers.mailboxTable)
        m_context.openers.mailboxTable();
}

void MainWindow::onLink(const QUrl &target)
{
    const QString scheme = target.scheme().toLower();
    if (scheme == QLatin1String("https") || scheme == QLatin1String("http")) {
        m_context.prompts.openUrl(target);
    } else if (scheme == QLatin1String("mailto")) {
        constexpr int kMostAddress = 1000;
        ComposeRequest request;
        request.account = m_base.account;
        request.to = phrases::oneLine(target.path(QUrl::FullyDecoded), kMostAddress);
        request.subject = phrases::oneLine(QUrlQuery(target).queryItemValue(QStringLiteral("subject"), QUrl::FullyDecoded));
        compose(request);
    } else {
        m_status->showHint(tr("This kind of link is not opened"));
    }
}

void MainWindow::onMailboxMenu(AccountId account, const QPoint &globalPoint)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("mailboxMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(theme::icon(QStringLiteral("refresh")), tr("Check now")), &QAction::triggered, this,
        [this, account] { m_context.engine.checkNow(account); });
    const auto add = [&](const char *icon, const QString &words, const std::function<void(AccountId)> &opener) {
        if (opener)
            connect(menu->addAction(theme::icon(QString::fromLatin1(icon)), words), &QAction::triggered, this, [opener, account] { opener(account); });
    };
    add("settings", tr("Settings…"), m_context.openers.mailboxSettings);
    add("refresh", tr("Check and repair…"), m_context.openers.repairMailbox);
    menu->popup(globalPoint);
}

void MainWindow::buildMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("mainMenu"));
    const auto add = [this, menu](ActionId action, const char *icon) {
        const ActionSpec &spec = actionSpec(action);
        connect(menu->addAction(theme::icon(QString::fromLatin1(icon)), spec.words + QLatin1Char('\t') + keyText(spec.keys.value(0))),
            &QAction::triggered, this, [this, action] { performByMouse(action); });
    };
    add(ActionId::ConnectMailbox, "plus");
    add(ActionId::ConnectMany, "plus");
    menu->addSeparator();
    add(ActionId::MailboxTable, "table");
    add(ActionId::MailboxSettings, "settings");
    add(ActionId::GoOutbox, "outbox");
    add(ActionId::CheckNow, "refresh");
    menu->addSeparator();
    add(ActionId::ZeroRun, "play");
    add(ActionId::Palette, "search");
    add(ActionId::ImportLeads, "users");
    add(ActionId::DoNotContactList, "block");
    add(ActionId::BounceView, "bounce");
    add(ActionId::EditViews, "bookmark");
    add(ActionId::DecisionLog, "clock");
    menu->addSeparator();
    addLooks(*menu);
    menu->addSeparator();
    add(ActionId::Preferences, "settings");
    menu->addSeparator();
    add(ActionId::Keys, "keyboard");
    add(ActionId::GuidedRun, "help");
    add(ActionId::Quit, "power");
    delete m_rail->menuButton()->menu();
    m_rail->menuButton()->setMenu(menu);
}

} // namespace inlet::ui
