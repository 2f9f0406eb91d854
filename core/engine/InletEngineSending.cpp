// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of InletEngine: drafts and the outbox.
#include "base/Clock.h"
#include "engine/InletEngine.h"
#include "engine/OutgoingMail.h"

#include <QCoreApplication>

namespace inlet::engine
{

namespace
{

/// Ids that a write produced, handed from the writer to its `done`.
template <typename Id>
using Written = std::shared_ptr<Id>;

Result<void> refuseSuppressed(store::ReadSession &session, const QStringList &recipients)
{
    for (const QString &recipient : recipients) {
        const auto entry = session.suppressionOf(recipient);
        if (!entry)
            return entry.error();
        if (*entry) {
            return Error{ErrorKind::Config,
                QCoreApplication::translate("Engine", "%1 must not be written to: %2 is on your do-not-contact list since %3 (%4).")
                    .arg(recipient, (*entry)->pattern, (*entry)->at.toLocalTime().date().toString(Qt::ISODate),
                        (*entry)->reason.isEmpty() ? nameOf((*entry)->source) : (*entry)->reason),
                {}, "recipient-suppressed"};
        }
    }
    return {};
}

} // namespace

void InletEngine::saveDraft(const store::Draft &draft, QObject *context, Answer<Result<DraftId>> answer)
{
    const auto reply = m_relay.answer<Result<DraftId>>(context, std::move(answer));
    const Written<DraftId> id = std::make_shared<DraftId>();
    m_store.write(
        "draft",
        [draft, id](store::WriteTransaction &transaction) -> Result<void> {
            const auto saved = transaction.saveDraft(draft);
            if (!saved)
                return saved.error();
            *id = *saved;
            return {};
        },
        [id, reply](const Result<void> &done) {
            reply(done ? Result<DraftId>(*id) : Result<DraftId>(done.error()));
        });
}

void InletEngine::removeDraft(DraftId id)
{
    m_store.write("draft removed",
        [id](store::WriteTransaction &transaction) { return transaction.removeDraft(id); });
}

void InletEngine::fetchDrafts(QObject *context, Answer<QList<store::Draft>> answer)
{
    const auto reply = m_relay.answer<QList<store::Draft>>(context, std::move(answer));
    m_store.read({}, [reply](store::ReadSession &session) {
        // A draft that is on its way is shown as a message, not as a draft.
        QSet<DraftId> leaving;
        for (const store::LedgerRow &row : session.unfinishedLedger().value_or(QList<store::LedgerRow>()))
            leaving.insert(row.draft);
        QList<store::Draft> drafts = session.drafts().value_or(QList<store::Draft>());
        drafts.removeIf([&](const store::Draft &draft) { return leaving.contains(draft.id); });
        reply(drafts);
    });
}

void InletEngine::fetchDraft(DraftId id, QObject *context, Answer<Result<store::Draft>> answer)
{
    const auto reply = m_relay.answer<Result<store::Draft>>(context, std::move(answer));
    m_store.read({}, [id, reply](store::ReadSession &session) { reply(session.draft(id)); });
}

void InletEngine::send(const store::Draft &draft, std::chrono::seconds undoWindow, QObject *context,
    Answer<Result<LedgerId>> answer)
{
    const auto reply = m_relay.answer<Result<LedgerId>>(context, std::move(answer));
    const accounts::Account *account = find(draft.account);
    if (!account) {
        reply(Error{ErrorKind::Config, QCoreApplication::translate("Engine", "Choose the mailbox this mail leaves from."), {}, {}});
        return;
    }
    m_worker.run([this, draft, account = *account, undoWindow, reply](std::stop_token) {
        const auto mail = makeOutgoing(draft, account, m_parts.clock.nowUtc(), undoWindow);
        if (!mail) {
            reply(mail.error());
            return;
        }
        const auto sent = std::make_shared<store::LedgerRow>();
        m_store.write(
            "send",
            [draft, sent, mail = *mail](store::WriteTransaction &transaction) -> Result<void> {
                if (const auto free = refuseSuppressed(transaction, mail.row.recipients); !free)
                    return free.error();
                // The draft stays until the server has taken the message: nothing typed gets lost.
                const auto kept = transaction.saveDraft(draft);
                if (!kept)
                    return kept.error();
                store::LedgerRow row = mail.row;
                row.draft = *kept;
                const auto added = transaction.addLedger(row, mail.bytes);
                if (!added)
                    return added.error();
                if (const auto filed = transaction.fileOwnMessage(*added, mail.parsed); !filed)
                    return filed.error();
                const auto stored = transaction.ledgerRow(*added);
                if (!stored)
                    return stored.error();
                *sent = *stored;
                return {};
            },
            [this, sent, reply](const Result<void> &done) {
                if (!done) {
                    reply(done.error());
                    return;
                }
                m_relay.post([this, sent] {
                    m_outbox->wake();
                    Q_EMIT ledgerChanged(*sent);
                });
                reply(sent->id);
            });
    });
}

void InletEngine::cancelSend(LedgerId id, QObject *context, Answer<Result<DraftId>> answer)
{
    const auto reply = m_relay.answer<Result<DraftId>>(context, std::move(answer));
    m_outbox->cancel(id, [this, id, reply](const Result<void> &cancelled) {
        if (!cancelled) {
            reply(cancelled.error());
            return;
        }
        m_store.read({}, [id, reply](store::ReadSession &session) {
            const auto row = session.ledgerRow(id);
            reply(row ? Result<DraftId>(row->draft) : Result<DraftId>(row.error()));
        });
    });
}

void InletEngine::sendNow(LedgerId id)
{
    m_outbox->sendNow(id);
}

void InletEngine::retrySend(LedgerId id)
{
    m_outbox->retry(id);
}

void InletEngine::fetchOutbox(QObject *context, Answer<QList<store::LedgerRow>> answer)
{
    const auto reply = m_relay.answer<QList<store::LedgerRow>>(context, std::move(answer));
    m_store.read({}, [reply](store::ReadSession &session) {
        constexpr int kShown = 500;
        reply(session.outgoing(kShown).value_or(QList<store::LedgerRow>()));
    });
}

} // namespace inlet::engine
