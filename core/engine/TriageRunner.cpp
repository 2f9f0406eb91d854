// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/TriageRunner.h"

#include <QCoreApplication>

#include <utility>

namespace inlet::engine
{

namespace
{

using store::Urgency;

} // namespace

TriageRunner::TriageRunner(store::Store &store, GuiRelay &relay) : m_store(store), m_relay(relay)
{
}

void TriageRunner::write(const char *name, store::Store::Write work, store::Urgency urgency, std::function<void(const Result<void> &)> then)
{
    m_store.write(
        name, std::move(work),
        [&relay = m_relay, then = std::move(then)](const Result<void> &written) { relay.post([then, written] { then(written); }); }, urgency);
}

void TriageRunner::apply(const store::TriageAction &action, quint64 tag)
{
    const auto job = std::make_shared<Job>();
    job->action = action;
    job->result.tag = tag;
    job->result.asked = action.conversations.size();
    job->result.step.verb = action.verb;
    applyPart(job);
}

void TriageRunner::undo(UndoId step, const QDateTime &since)
{
    const auto job = std::make_shared<Job>();
    job->since = since;
    job->result.undone = true;
    job->result.step.id = step;
    undoPart(job);
}

void TriageRunner::stop()
{
    for (const std::weak_ptr<Job> &one : std::exchange(m_large, {})) {
        if (const JobPtr job = one.lock())
            job->stopped = true;
    }
}

void TriageRunner::applyPart(const JobPtr &job)
{
    store::TriageAction part = job->action;
    part.conversations = job->action.conversations.mid(0, kPart);
    const auto step = std::make_shared<store::UndoStep>();
    write(
        "triage",
        [part, step](store::WriteTransaction &transaction) -> Result<void> {
            const auto undo = transaction.apply(part);
            if (!undo)
                return undo.error();
            step->id = *undo;
            step->conversations = int(part.conversations.size());
            for (const store::UndoStep &known : transaction.undoStack().value_or(QList<store::UndoStep>())) {
                if (known.id == *undo)
                    *step = known;
            }
            return {};
        },
        job->first ? Urgency::Normal : Urgency::Bulk,
        [this, job, step, size = part.conversations.size()](const Result<void> &written) {
            if (written) {
                job->result.step = *step;
                job->result.step.verb = job->action.verb;
                job->action.continues = step->id;
                job->action.suppress.clear();
            }
            job->action.conversations.remove(0, size);
            goOn(job, written, job->action.conversations.size(), &TriageRunner::applyPart);
        });
    job->first = false;
}

void TriageRunner::undoPart(const JobPtr &job)
{
    const auto part = std::make_shared<store::UndoPart>();
    const auto older = std::make_shared<bool>(false);
    const UndoId wanted = job->result.step.id;
    write(
        "undo",
        [part, older, wanted, since = job->since](store::WriteTransaction &transaction) -> Result<void> {
            // Asked here, where nothing can come between: a decision made meanwhile would be the newest one.
            if (!wanted.isValid() && since.isValid()) {
                const auto stack = transaction.undoStack().value_or(QList<store::UndoStep>());
                *older = !stack.isEmpty() && stack.first().at < since;
                if (*older) {
                    part->step = stack.first();
                    return {};
                }
            }
            auto taken = transaction.undoPart(wanted.isValid() ? std::optional(wanted) : std::nullopt, int(kPart));
            if (!taken)
                return taken.error();
            *part = *std::move(taken);
            return {};
        },
        job->first ? Urgency::Normal : Urgency::Bulk,
        [this, job, part, older](const Result<void> &written) {
            job->result.older = *older;
            if (written && *older) {
                job->result.step = part->step;
            } else if (written) {
                const int before = job->result.step.conversations;
                job->result.step = part->step;
                job->result.step.conversations += before;
                job->result.asked = job->result.step.conversations + part->left;
            }
            goOn(job, written, part->left, &TriageRunner::undoPart);
        });
    job->first = false;
}

void TriageRunner::goOn(const JobPtr &job, const Result<void> &written, qint64 left, void (TriageRunner::*next)(const JobPtr &))
{
    ActionResult &result = job->result;
    const bool large = result.asked > kPart;
    const bool over = !written || job->stopped || left == 0;
    if (large) {
        if (!over && std::none_of(m_large.begin(), m_large.end(), [&](const auto &known) { return known.lock() == job; }))
            m_large.append(job);
        Q_EMIT progressed({result.step.verb, result.undone, result.step.conversations, result.asked, !over});
    }
    if (!over) {
        (this->*next)(job);
        return;
    }
    m_large.removeIf([&](const std::weak_ptr<Job> &known) { return known.expired() || known.lock() == job; });
    // Somebody took the step back meanwhile: what was done is undone, and that is all there is to tell.
    const bool begun = result.step.conversations > 0;
    if (!written && !(begun && written.error().kind == ErrorKind::NotFound)) {
        const bool nothing = result.undone && written.error().kind == ErrorKind::NotFound;
        result.problem = nothing ? QCoreApplication::translate("Engine", "There is nothing left to undo.") : written.error().detail;
    }
    Q_EMIT done(result);
}

} // namespace inlet::engine
