// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeEngine.h"
#include "support/FakeEngine_p.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace inlet::test
{

namespace
{

/// The fake knows no answers: in every other order the oldest waits longest.
store::ListKey keyOf(const store::ConversationRow &row, const store::ListQuery &query)
{
    return {query.order == store::ListOrder::NewestFirst ? row.sortAt : -row.sortAt, row.id};
}

} // namespace

FakeEngine::FakeEngine(QObject *parent)
    : Engine(parent)
{
}

FakeEngine::~FakeEngine() = default;

QList<store::ConversationRow> FakeEngine::filtered(const store::ListQuery &query) const
{
    QList<store::ConversationRow> found;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(found),
        [&](const store::ConversationRow &row) {
            return inScope(row, query) && (row.unread > 0 || !query.search.contains(QLatin1String("is:unread")));
        });
    return found;
}

void FakeEngine::fetchList(const store::ListQuery &query, QObject *context,
    Answer<engine::ListSnapshot> answer)
{
    later(context, [this, query, answer] {
        engine::ListSnapshot snapshot;
        const QList<store::ConversationRow> found = filtered(query);
        for (const store::ConversationRow &row : found)
            snapshot.keys.append(keyOf(row, query));
        if (!withholdRows)
            snapshot.rows = found.mid(0, 50);
        answer(snapshot);
    });
}

void FakeEngine::fetchRows(const store::ListQuery &, const QList<ConversationId> &ids,
    QObject *context, Answer<QList<store::ConversationRow>> answer)
{
    if (withholdRows)
        return;
    const auto tell = [this, ids, answer] {
        QList<store::ConversationRow> found;
        for (const ConversationId id : ids) {
            for (const store::ConversationRow &row : rows) {
                if (row.id == id)
                    found.append(row);
            }
        }
        answer(found);
    };
    if (holdRows)
        heldRows.append([context = QPointer(context), tell] {
            if (context)
                tell();
        });
    else
        later(context, tell);
}

void FakeEngine::fetchMembership(const store::ListQuery &query, const QList<ConversationId> &ids,
    QObject *context, Answer<Result<QList<store::ListKey>>> answer)
{
    later(context, [this, query, ids, answer] {
        if (storeFails) {
            answer(Result<QList<store::ListKey>>(storageError()));
            ++failuresTold;
            return;
        }
        QList<store::ListKey> keys;
        const QList<store::ConversationRow> found = filtered(query);
        for (const store::ConversationRow &row : found) {
            if (ids.contains(row.id))
                keys.append(keyOf(row, query));
        }
        answer(Result<QList<store::ListKey>>(keys));
    });
}

void FakeEngine::fetchCounts(QObject *context, Answer<Result<store::Counts>> answer)
{
    later(context, [this, answer] { answer(storeFails ? Result<store::Counts>(storageError()) : Result<store::Counts>(countsValue)); });
}

void FakeEngine::fetchSplits(const store::ListQuery &query, QObject *context, Answer<Result<store::SplitCounts>> answer)
{
    splitQueries.append(query);
    later(context, [this, query, answer] {
        if (storeFails) {
            answer(Result<store::SplitCounts>(storageError()));
            return;
        }
        store::ListQuery whole = query;
        whole.category.reset();
        store::SplitCounts counts;
        const QList<store::ConversationRow> found = filtered(whole);
        for (const store::ConversationRow &row : found)
            ++counts[int(row.category)];
        answer(Result<store::SplitCounts>(counts));
    });
}

void FakeEngine::fetchListFacts(const store::ListQuery &, QObject *context, Answer<Result<store::ListFacts>> answer)
{
    later(context, [this, answer] { answer(storeFails ? Result<store::ListFacts>(storageError()) : Result<store::ListFacts>(facts)); });
}

void FakeEngine::fetchConversation(ConversationId id, QObject *context,
    Answer<engine::ConversationDetail> answer)
{
    later(context, [this, id, answer] {
        engine::ConversationDetail detail;
        for (const store::ConversationRow &row : rows) {
            if (row.id == id)
                detail.row = row;
        }
        detail.messages = messages.value(id);
        answer(detail);
    });
}

void FakeEngine::fetchBody(StoredMessageId id, QObject *context,
    Answer<Result<store::MessageBody>> answer)
{
    later(context, [this, id, answer] {
        const auto found = bodies.constFind(id);
        answer(found == bodies.constEnd() ? Result<store::MessageBody>(notFound())
                                          : Result<store::MessageBody>(*found));
    });
}

void FakeEngine::fetchLead(ConversationId id, QObject *context, Answer<Result<store::LeadInfo>> answer)
{
    ++leadsFetched;
    later(context, [this, id, answer] {
        const auto found = leadInfos.constFind(id);
        if (leadProblem)
            answer(*leadProblem);
        else
            answer(found == leadInfos.constEnd() ? Result<store::LeadInfo>(notFound())
                                             : Result<store::LeadInfo>(*found));
    });
}

void FakeEngine::fetchPart(StoredMessageId id, const QByteArray &part, QObject *context,
    Answer<Result<QByteArray>> answer)
{
    later(context, [this, key = qMakePair(id, part), answer] {
        const auto found = parts.constFind(key);
        answer(found == parts.constEnd() ? Result<QByteArray>(notFound()) : Result<QByteArray>(*found));
    });
}

void FakeEngine::fetchRaw(StoredMessageId, QObject *context, Answer<Result<QByteArray>> answer)
{
    later(context, [answer] { answer(Result<QByteArray>(QByteArray("Subject: raw\r\n\r\nbody\r\n"))); });
}

void FakeEngine::apply(const store::TriageAction &action, quint64 tag)
{
    actions.append(action);
    later(this, [this, action, tag] {
        store::ChangeSet changes;
        for (store::ConversationRow &row : rows) {
            if (!action.conversations.contains(row.id))
                continue;
            changes.conversations.insert(row.id);
            using enum store::TriageVerb;
            if (action.verb == MarkRead || action.verb == MarkUnread)
                row.unread = action.verb == MarkRead ? 0 : 1;
            else if (action.verb == Star || action.verb == Unstar)
                row.starred = action.verb == Star;
            else if (action.verb == Mute || action.verb == Unmute)
                row.muted = action.verb == Mute;
            else if (action.verb == MoveToFolder)
                row.archived = true;
            else if (action.verb == Label) {
                row.labels.removeIf([&action](const QString &name) { return action.removeLabels.contains(name); });
                row.labels += action.addLabels;
            }
            else if (action.verb == Archive || action.verb == Unarchive)
                row.archived = action.verb == Archive;
            else if (action.verb == SetCategory || action.verb == SortAway) {
                row.category = action.category;
                row.categorySource = store::CategorySource::Manual;
                row.archived = row.archived || action.verb == SortAway;
            }
        }
        Q_EMIT changed(changes);
        engine::ActionResult result;
        result.tag = tag;
        result.step.verb = action.verb;
        if (action.byHand)
            result.step.id = UndoId(++m_nextId);
        result.step.conversations = int(action.conversations.size());
        result.step.at = QDateTime::currentDateTimeUtc();
        for (const store::ConversationRow &row : std::as_const(rows)) {
            if (!action.conversations.isEmpty() && row.id == action.conversations.first())
                result.step.firstName = row.prospectName;
        }
        if (action.byHand)
            undoSteps.append(result.step);
        Q_EMIT actionDone(result);
    });
}

void FakeEngine::undo(UndoId wanted, const QDateTime &since)
{
    ++undos;
    undoneSteps.append(wanted);
    later(this, [this, wanted, since] {
        engine::ActionResult result;
        result.undone = true;
        if (!wanted.isValid() && !undoSteps.isEmpty() && undoSteps.last().at < since) {
            result.step = undoSteps.last();
            result.older = true;
            Q_EMIT actionDone(result);
            return;
        }
        const auto newest = std::find_if(undoSteps.rbegin(), undoSteps.rend(),
            [wanted](const store::UndoStep &step) { return !wanted.isValid() || step.id == wanted; });
        if (newest != undoSteps.rend()) {
            result.step = *newest;
            undoSteps.removeAll(result.step);
        }
        Q_EMIT actionDone(result);
    });
}

void FakeEngine::setNote(ConversationId id, const QString &note, QObject *context, Answer<Result<void>> answer)
{
    const Result<void> result = onSetNote ? onSetNote() : Result<void>();
    if (result) {
        notes.insert(id, note);
        leadInfos[id].note = note;
    }
    later(context, [result, answer] { answer(result); });
}

void FakeEngine::addToNote(ConversationId id, const QString &text, QObject *context, Answer<Result<void>> answer)
{
    if (leadProblem)
        later(context, [problem = *leadProblem, answer] { answer(problem); });
    else
        setNote(id, engine::joinedNote(leadInfos.value(id).note, text), context, answer);
}

void FakeEngine::saveDraft(const store::Draft &draft, QObject *context, Answer<Result<DraftId>> answer)
{
    if (const Result<DraftId> result = onSaveDraft ? onSaveDraft(draft) : Result<DraftId>(DraftId()); !result) {
        later(context, [result, answer] { answer(result); });
        return;
    }
    store::Draft saved = draft;
    if (!saved.id.isValid())
        saved.id = DraftId(++m_nextId);
    savedDrafts.append(saved);
    later(context, [id = saved.id, answer] { answer(Result<DraftId>(id)); });
}

void FakeEngine::removeDraft(DraftId id)
{
    savedDrafts.removeIf([id](const store::Draft &draft) { return draft.id == id; });
}

void FakeEngine::fetchDrafts(QObject *context, Answer<QList<store::Draft>> answer)
{
    later(context, [this, answer] { answer(savedDrafts); });
}

void FakeEngine::fetchDraft(DraftId id, QObject *context, Answer<Result<store::Draft>> answer)
{
    later(context, [this, id, answer] {
        for (auto draft = savedDrafts.crbegin(); draft != savedDrafts.crend(); ++draft) {
            if (draft->id == id) {
                answer(Result<store::Draft>(*draft));
                return;
            }
        }
        answer(Result<store::Draft>(notFound()));
    });
}

void FakeEngine::send(const store::Draft &draft, std::chrono::seconds undoWindow, QObject *context,
    Answer<Result<LedgerId>> answer)
{
    sent.append({draft, undoWindow});
    const Result<LedgerId> result = onSend ? onSend(draft) : Result<LedgerId>(LedgerId(++m_nextId));
    later(context, [result, answer] { answer(result); });
}

void FakeEngine::cancelSend(LedgerId id, QObject *context, Answer<Result<DraftId>> answer)
{
    cancelled.append(id);
    const DraftId draft = sent.isEmpty() ? DraftId() : sent.last().first.id;
    const Result<DraftId> result = onCancelSend ? onCancelSend(id) : Result<DraftId>(draft);
    later(context, [result, answer] { answer(result); });
}

void FakeEngine::fetchOutbox(QObject *context, Answer<QList<store::LedgerRow>> answer)
{
    later(context, [this, answer] { answer(outbox); });
}

void FakeEngine::tellCategories()
{
    store::ChangeSet changes;
    changes.categories = true;
    QTimer::singleShot(0, this, [this, changes] { Q_EMIT changed(changes); });
}

void FakeEngine::tellViews()
{
    store::ChangeSet changes;
    changes.views = true;
    QTimer::singleShot(0, this, [this, changes] { Q_EMIT changed(changes); });
}

} // namespace inlet::test
