// SPDX-License-Identifier: GPL-3.0-or-later
// The sending half of Composer: what must be right first, what is asked once, and what follows.
#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/AttachmentStrip.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/ComposeNotes.h"
#include "ui/dialogs/Composer.h"
#include "ui/dialogs/ComposerHead.h"
#include "ui/dialogs/DraftKeeper.h"
#include "ui/dialogs/OutgoingDocument.h"
#include "ui/dialogs/RecipientGuard.h"
#include "ui/dialogs/Words.h"

#include <QLineEdit>

namespace inlet::ui
{

void Composer::send()
{
    trySend(false);
}

void Composer::sendAndArchive()
{
    trySend(true);
}

bool Composer::isReady()
{
    QLineEdit *wrong = m_head->toEdit();
    QString problem = m_head->problem(&wrong);
    if (problem.isEmpty() && m_head->recipientCount() == 0)
        problem = tr("Type who gets this mail.");
    if (!problem.isEmpty()) {
        showError(problem, wrong);
        return false;
    }
    if (!m_guard->problem().isEmpty()) {
        m_head->toEdit()->setFocus(); // the red bar says who and why
        return false;
    }
    if (const QString open = openVariableWords(); !open.isEmpty()) {
        showError(open);
        goToVariable();
        return false;
    }
    if (!m_head->sender().account.isValid()) {
        showError(tr("Connect a mailbox first; there is none to send from."));
        return false;
    }
    if (m_files->hasPending()) {
        showError(tr("A file is still being fetched. Send again in a moment, or remove it."));
        return false;
    }
    if (const QStringList missing = m_files->failedNames(); !missing.isEmpty()) {
        showError(tr("%1 could not be fetched. Remove it, or attach it again.").arg(missing.join(QStringLiteral(", "))));
        return false;
    }
    return true;
}

ComposeFacts Composer::facts() const
{
    ComposeFacts facts;
    facts.subject = m_head->subject();
    facts.ownWords = outgoing::ownWords(*m_body->document(), m_signature);
    facts.recipients = m_head->recipientCount();
    facts.files = int(m_files->files().size());
    facts.fileOctets = m_files->octets();
    facts.sizeLimit = m_engine.messageSizeLimit(m_head->sender().account);
    facts.addresses = m_head->recipients();
    facts.conversation = m_base.conversation;
    facts.text = m_body->toPlainText();
    return facts;
}

void Composer::trySend(bool archive)
{
    if (m_sending || m_loading || !isReady())
        return;
    if (m_notes->ask()) {
        m_pendingArchive = archive;
        return;
    }
    // The ledger names the draft it came from, so the draft has its id first.
    setSending(true);
    m_keeper->changed();
    m_keeper->saveNow();
    m_keeper->whenIdle(this, [this, archive] { hand(archive); });
}

void Composer::hand(bool archive)
{
    m_engine.send(draft(), m_undoWindow, this,
        [this, archive](const Result<LedgerId> &answer) { onSent(answer, archive); });
}

void Composer::onSent(const Result<LedgerId> &answer, bool archive)
{
    setSending(false);
    if (!answer) {
        showError(words::ofError(answer.error()));
        return;
    }
    m_keeper->release();
    if (archive && m_base.conversation.isValid()) {
        store::TriageAction action;
        action.verb = store::TriageVerb::Archive;
        action.conversations = {m_base.conversation};
        m_engine.apply(action, tagOfSend(*answer));
    }
    Q_EMIT sent(*answer, m_undoWindow);
    Q_EMIT closed();
}

} // namespace inlet::ui
