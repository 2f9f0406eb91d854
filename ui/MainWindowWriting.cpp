// SPDX-License-Identifier: GPL-3.0-or-later
// What leads to the composer. The layout is in MainWindow.cpp.
#include "ui/AnswerTarget.h"
#include "ui/InboxController.h"
#include "ui/MainWindow.h"
#include "ui/Phrases.h"
#include "ui/actions/KeyDispatcher.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"
#include "ui/models/ConversationModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/StatusLine.h"
#include "ui/panes/Toast.h"

#include <utility>

namespace inlet::ui
{

void MainWindow::compose(const ComposeRequest &request)
{
    // Until the composer has taken the focus, letters are meant for it.
    m_keys->pause();
    if (m_context.openers.compose)
        m_context.openers.compose(request);
}

void MainWindow::composeDraft(DraftId draft)
{
    ComposeRequest request;
    request.draft = draft;
    compose(request);
}

void MainWindow::callBack(LedgerId mail)
{
    m_context.engine.cancelSend(mail, this, [this](const Result<DraftId> &draft) {
        if (!draft)
            m_list->toast()->showText(draft.error().kind == ErrorKind::Conflict ? tr("Too late: it has left.") : words::ofError(draft.error()));
        else
            composeDraft(*draft);
    });
}

/// An answer leaves from the mailbox that received the mail.
void MainWindow::answer(store::Draft::Mode mode)
{
    const QString text = std::exchange(m_templateText, {});
    // The selection may be ahead of what is shown: an answer must never go to the row before.
    if (m_model->conversation() != m_inbox->open())
        openNow();
    if (m_model->isLoading()) {
        m_answerWhenLoaded = mode;
        m_templateText = text;
        return;
    }
    const store::MessageItem *target = m_conversation->target();
    if (!target)
        return;
    const QString why = mode == store::Draft::Mode::Forward ? QString() : whyNobodyReads(*target, m_model->head());
    if (why.isEmpty())
        answerMessage(*target, mode, text);
    else
        answerPerson(why, text);
}

/// In place of an answer that nobody would read; goes on from our last message to them where there is one.
void MainWindow::answerPerson(const QString &why, const QString &templateText)
{
    const store::ConversationRow &head = m_model->head();
    if (!takesAnswers(head.prospectAddress)) {
        m_status->showHint(why);
        return;
    }
    const QString person = phrases::person(head.prospectName, head.prospectAddress);
    const QString address = phrases::oneLine(head.prospectAddress, 120);
    const QString text = person == address ? tr("%1 Write to %2 instead?").arg(why, person) : tr("%1 Write to %2 (%3) instead?").arg(why, person, address);
    if (!m_context.prompts.ask(this, {tr("Reply"), text, tr("Write to %1").arg(person), {}, false}))
        return;
    if (const store::MessageItem *own = ownToPerson(m_model->messages(), head)) {
        answerMessage(*own, store::Draft::Mode::Reply, templateText);
        return;
    }
    ComposeRequest request;
    request.templateText = templateText;
    request.to = head.prospectAddress;
    request.subject = phrases::oneLine(head.subject);
    request.account = head.accounts.value(0);
    compose(request);
}

void MainWindow::answerMessage(const store::MessageItem &message, store::Draft::Mode mode, const QString &templateText)
{
    ComposeRequest request;
    request.templateText = templateText;
    request.mode = mode;
    request.message = message;
    request.account = message.account;
    request.body.id = message.id;
    request.body.newText = message.preview;
    m_keys->pause();
    if (!message.hasBody) {
        compose(request); // its text would have to be fetched first; the preview must do
        return;
    }
    m_context.engine.fetchBody(message.id, &m_composeContext, [this, request](const Result<store::MessageBody> &body) {
        ComposeRequest whole = request;
        if (body)
            whole.body = *body;
        compose(whole);
    });
}

} // namespace inlet::ui
