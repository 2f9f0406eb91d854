// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DraftKeeper.h"

#include "engine/Engine.h"

#include <QPointer>

#include <optional>

namespace inlet::ui
{

namespace
{
/// From the first change on, not from the last one: a kill costs at most this much typing.
constexpr int kDelayMs = 700;
constexpr int kAgainMs = 5000; ///< after a failure: the disk may have room again
}

/// Outlives the keeper while a save is on its way.
struct DraftKeeper::State {
    engine::Engine *engine = nullptr;
    QPointer<DraftKeeper> keeper;
    DraftId id;
    bool saving = false;
    bool discarded = false;
    std::optional<store::Draft> next;
    QList<std::function<void()>> waiting;
};

DraftKeeper::DraftKeeper(engine::Engine &engine, std::function<store::Draft()> collect, QObject *parent)
    : QObject(parent), m_collect(std::move(collect)), m_state(std::make_shared<State>())
{
    m_state->engine = &engine;
    m_state->keeper = this;
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::saveNow);
}

DraftKeeper::~DraftKeeper() = default;

void DraftKeeper::setId(DraftId id)
{
    m_state->id = id;
}

DraftId DraftKeeper::id() const
{
    return m_state->id;
}

void DraftKeeper::changed()
{
    if (m_closed)
        return;
    m_dirty = true;
    if (!m_timer.isActive() || m_timer.interval() != kDelayMs)
        m_timer.start(kDelayMs);
}

/// Nobody may type any more, and the text must get into the database all the same.
void DraftKeeper::saveAgainLater()
{
    if (m_closed)
        return;
    m_dirty = true;
    if (!m_timer.isActive())
        m_timer.start(kAgainMs);
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    if (m_closed || !m_dirty)
        return;
    m_dirty = false;
    save(m_state, m_collect());
}

void DraftKeeper::discard()
{
    release();
    m_state->discarded = true;
    if (m_state->id.isValid() && !m_state->saving)
        m_state->engine->removeDraft(m_state->id);
}

void DraftKeeper::release()
{
    m_timer.stop();
    m_closed = true;
    m_state->next.reset();
}

void DraftKeeper::whenIdle(QObject *context, std::function<void()> then)
{
    if (!m_state->saving) {
        then();
        return;
    }
    m_state->waiting.append([guard = QPointer<QObject>(context), then = std::move(then)] {
        if (guard)
            then();
    });
}

void DraftKeeper::save(const std::shared_ptr<State> &state, const store::Draft &draft)
{
    if (state->saving) {
        state->next = draft;
        return;
    }
    state->saving = true;
    store::Draft saved = draft;
    saved.id = state->id;
    state->engine->saveDraft(saved, state->engine,
        [state, saved](const Result<DraftId> &answer) { onSaved(state, saved, answer); });
}

void DraftKeeper::onSaved(const std::shared_ptr<State> &state, const store::Draft &saved, const Result<DraftId> &answer)
{
    state->saving = false;
    if (answer) {
        state->id = *answer;
    } else if (answer.error().kind == ErrorKind::NotFound && saved.id.isValid() && !state->discarded) {
        // Lost with a damaged database: it becomes a new one, also where the window is closed by now.
        state->id = DraftId();
        const store::Draft again = std::exchange(state->next, std::nullopt).value_or(saved);
        save(state, again);
        return;
    }
    if (state->discarded) {
        if (state->id.isValid())
            state->engine->removeDraft(state->id);
    } else if (state->next) {
        const store::Draft next = *state->next;
        state->next.reset();
        save(state, next);
        return;
    }
    if (state->keeper) {
        if (answer) {
            Q_EMIT state->keeper->saved();
        } else {
            state->keeper->saveAgainLater();
            Q_EMIT state->keeper->failed(answer.error());
        }
    }
    const auto waiting = std::exchange(state->waiting, {});
    for (const auto &then : waiting)
        then();
}

} // namespace inlet::ui
