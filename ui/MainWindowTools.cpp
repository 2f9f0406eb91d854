// SPDX-License-Identifier: GPL-3.0-or-later
// Tools of the main window: lists beside the mail. The layout is in MainWindow.cpp.
#include "ui/Accessible.h"
#include "ui/CategoryBook.h"
#include "ui/GuidedRun.h"
#include "ui/InboxController.h"
#include "ui/MainWindow.h"
#include "ui/PersonGuide.h"
#include "ui/Phrases.h"
#include "ui/Preferences.h"
#include "ui/SendUndo.h"
#include "ui/ThemeController.h"
#include "ui/Templates.h"
#include "ui/actions/KeyBindings.h"
#include "ui/actions/KeyDispatcher.h"
#include "ui/dialogs/BounceDialog.h"
#include "ui/dialogs/CommandPalette.h"
#include "ui/dialogs/DecisionLogDialog.h"
#include "ui/dialogs/KeyEditor.h"
#include "ui/dialogs/LeadImportDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/SuppressionDialog.h"
#include "ui/dialogs/TemplateDialog.h"
#include "ui/dialogs/TemplatePicker.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/ConversationModel.h"
#include "ui/models/RecipientWatch.h"
#include "ui/panes/ConversationHeader.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/GuideBar.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/RailPane.h"
#include "ui/panes/RunBar.h"
#include "ui/panes/SearchBox.h"
#include "ui/panes/StatusLine.h"
#include "ui/panes/Toast.h"

#include <QMenu>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kMostDrafts = 30;

} // namespace

void MainWindow::bindTools()
{
    const auto opens = [this](ActionId action, const std::function<QDialog *()> &make) {
        m_does.insert(action, [make] {
            QDialog *dialog = make();
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
    };
    opens(ActionId::Palette, [this] { return new CommandPalette(commands(), this); });
    opens(ActionId::DoNotContactList, [this] { return new SuppressionDialog(m_context.engine, m_context.prompts, this); });
    opens(ActionId::BounceView, [this] {
        auto *dialog = new BounceDialog(m_context.engine, this);
        connect(dialog, &BounceDialog::conversationRequested, this, &MainWindow::showConversation);
        return dialog;
    });
    opens(ActionId::DecisionLog, [this] {
        auto *dialog = new DecisionLogDialog(m_context.engine, m_context.prompts, this);
        connect(dialog, &DecisionLogDialog::conversationRequested, this, &MainWindow::showConversation);
        connect(dialog, &DecisionLogDialog::takenBack, m_sendUndo, &SendUndo::forget);
        return dialog;
    });
    opens(ActionId::Preferences, [this] {
        auto *dialog = new PreferencesDialog(
            {.engine = m_context.engine, .prompts = m_context.prompts, .now = readPreferences(m_context.settings), .mode = m_context.theme.mode(), .contrast = m_context.theme.contrast(), .hasTray = hasTray()}, this);
        connect(dialog, &PreferencesDialog::modeChanged, &m_context.theme, &ThemeController::setMode);
        connect(dialog, &PreferencesDialog::contrastChanged, &m_context.theme, &ThemeController::setContrast);
        connect(dialog, &PreferencesDialog::changed, this, [this](const Preferences &chosen) {
            writePreferences(m_context.settings, chosen);
            applyPreferences(chosen);
        });
        connect(dialog, &PreferencesDialog::keysRequested, this, [this, dialog] { editKeys(dialog); });
        return dialog;
    });
    opens(ActionId::EditTemplates, [this] { return new TemplateDialog(TemplateFile::pathBeside(m_context.settings), m_context.prompts, this); });
    m_does.insert(ActionId::ImportLeads, [this] { importLeads(); });
    m_does.insert(ActionId::EditKeys, [this] { editKeys(this); });
    connect(m_list->search(), &SearchBox::completionWanted, this, [this](const QString &typed) {
        m_context.engine.desk().completeSearch(typed, m_list->search(), [this, typed](const QList<store::SearchCompletion> &found) {
            m_list->search()->showCompletions(typed, found);
        });
    });
}

void MainWindow::bindCategories()
{
    for (int number = 1; number <= CategoryBook::kNumbers; ++number) {
        m_does.insert(ownCategoryAction(number), [this, number] {
            if (const auto category = categoryBook().withNumber(number))
                sortAs(*category);
            else
                m_status->showHint(tr("No category of yours has this key; “%1” makes one").arg(actionSpec(ActionId::Preferences).words));
        });
    }
    connect(m_conversation->header(), &ConversationHeader::sortRequested, this, &MainWindow::sortAs);
    connect(&categoryBook(), &CategoryBook::changed, this, [this] {
        m_list->refreshLook();
        m_conversation->refreshLook();
        showInRail(); // its row may be another one now, or be there at last
    });
    categoryBook().follow(m_context.engine, this);
}

void MainWindow::sortAs(store::Category category)
{
    m_byHand = true;
    m_list->setChosen(true);
    forgetRestored();
    m_inbox->sortAs(category);
}

/// The answer goes to what was open when it was asked for.
void MainWindow::replyWithTemplate()
{
    const ConversationId open = m_inbox->open();
    if (!open.isValid())
        return;
    m_keys->pause();
    pickTemplate(this, m_context.prompts, TemplateFile::pathBeside(m_context.settings), [this, open](const QString &text) {
        if (m_inbox->open() != open)
            return m_status->showHint(tr("Another conversation is open now, so nothing was written"));
        m_templateText = text;
        answer(store::Draft::Mode::Reply);
    });
}

/// Who asks for a meeting gets a link: names the template that has one, and the key to answer with it.
void MainWindow::offerBooking()
{
    if (const QString name = m_booking.name(); !name.isEmpty())
        m_status->showHint(tr("“%1” has a link for the meeting. %2").arg(phrases::oneLine(name, 60), withKey(ActionId::ReplyWithTemplate)));
}

/// What others at the same company have said, before one answers.
void MainWindow::bindRelated()
{
    m_related = new RecipientWatch(m_context.engine, this);
    const auto tell = [this] {
        const QList<store::ConversationRow> others
            = m_model->head().id.isValid() ? m_related->facts().others : QList<store::ConversationRow>();
        m_conversation->setRelated(otherConversationWords(others, {m_model->head().prospectAddress}, QDateTime::currentDateTimeUtc()),
            saysNo(others), others.isEmpty() ? ConversationId() : others.first().id);
    };
    connect(m_related, &RecipientWatch::changed, this, tell);
    connect(m_model, &ConversationModel::headChanged, this, tell); // tells whose company it is
    connect(m_conversation, &ConversationPane::otherRequested, this, &MainWindow::showConversation);
}

void MainWindow::bindPeople()
{
    m_does.insert(ActionId::SamePerson, [this] { m_guide->accept(); });
    m_does.insert(ActionId::NotSamePerson, [this] { m_guide->reject(); });
    connect(m_guide, &PersonGuide::joined, this, &MainWindow::showConversation);
    connect(m_guide, &PersonGuide::nothingToSay, this, [this] { m_status->showHint(tr("There is no proposal about who this is")); });
    connect(m_guide, &PersonGuide::writeRequested, this, [this](const QString &to) {
        const store::ConversationRow &head = m_model->head();
        ComposeRequest request;
        request.account = head.accounts.value(0);
        request.to = to;
        request.subject = head.subject;
        compose(request);
    });
}

/// One at a time: it may be hidden while it imports.
void MainWindow::importLeads()
{
    if (m_leadImport) {
        m_leadImport->open();
        return;
    }
    m_leadImport = new LeadImportDialog(m_context.engine, m_context.prompts, this);
    m_leadImport->open();
    m_leadImport->chooseFile();
}

/// The whole pile, from its first row; of one mailbox where its list is shown.
void MainWindow::toggleRun()
{
    if (m_run->isRunning()) {
        m_run->stop();
        return;
    }
    showList({.scope = store::Scope::NeedsAnswer, .account = m_base.account, .category = {}, .search = {}});
    m_run->start();
    m_list->setFocus();
}

/// Offered where one looks at Inlet for the first time; asked for, it begins anew.
void MainWindow::bindGuidedRun()
{
    m_does.insert(ActionId::GuidedRun, [this] {
        m_guided->start();
        m_list->setFocus();
    });
    connect(m_guideBar, &GuideBar::connectClicked, this, [this] { perform(ActionId::ConnectMailbox); });
    connect(m_guideBar, &GuideBar::ended, m_list, [this] { m_list->setFocus(); });
    if (m_context.isSandbox)
        m_guided->offer();
}

void MainWindow::showDrafts()
{
    m_context.engine.fetchDrafts(this, [this](const QList<store::Draft> &drafts) {
        if (drafts.isEmpty()) {
            m_status->showHint(tr("There are no drafts"));
            return;
        }
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("draftsMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const store::Draft &draft : drafts.mid(0, kMostDrafts)) {
            const QString to = phrases::oneLine(draft.to, 50);
            const QString subject = phrases::oneLine(draft.subject, 70);
            QString words = QStringLiteral("%1 — %2").arg(to.isEmpty() ? tr("nobody yet") : to, subject.isEmpty() ? tr("no subject") : subject);
            connect(menu->addAction(words.replace(QLatin1Char('&'), QStringLiteral("&&"))), &QAction::triggered, this,
                [this, id = draft.id] { composeDraft(id); });
        }
        menu->popup(m_rail->mapToGlobal(QPoint(m_rail->width() / 2, theme::kControl * 2)));
    });
}

void MainWindow::editKeys(QWidget *over)
{
    auto *editor = new KeyEditor(keyBindings().plan(), m_context.prompts, over);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &KeyEditor::saved, this, [this](const KeyPlan &plan) {
        keyBindings().setPlan(plan);
        keyBindings().save(m_context.settings);
    });
    editor->open();
}

void MainWindow::applyPreferences(const Preferences &preferences)
{
    m_list->setLook(preferences.rows);
    const bool decides = preferences.paper != Preferences::Paper::Automatic;
    const auto paper = decides ? std::optional(preferences.paper == Preferences::Paper::Light) : std::nullopt;
    if (paper != m_paper.usual()) {
        m_paper.setUsual(paper);
        m_conversation->refreshPaper();
    }
    m_inbox->setReadAfter(preferences.readAfterMs);
    accessible::setSpoken(preferences.spoken);
    m_listModel->setRowParts(preferences.rowParts);
    m_list->toast()->setShownFor(preferences.noticeSeconds);
    Q_EMIT preferencesChanged(preferences);
}

/// Of the mailbox whose list is shown, else of the one that received what is open; else one chooses.
void MainWindow::mailboxSettings()
{
    AccountId account = m_base.account;
    if (const store::MessageItem *target = m_conversation->target(); !account.isValid() && target)
        account = target->account;
    const QList<accounts::Account> all = m_context.engine.accounts();
    const bool known = std::any_of(all.cbegin(), all.cend(), [account](const accounts::Account &one) { return one.id == account; });
    if (known && m_context.openers.mailboxSettings)
        m_context.openers.mailboxSettings(account);
    else if (m_context.openers.mailboxTable)
        m_context.openers.mailboxTable();
}

} // namespace inlet::ui
