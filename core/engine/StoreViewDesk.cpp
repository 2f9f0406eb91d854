// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StoreViewDesk.h"

#include "base/Log.h"
#include "base/ThreadTuning.h"
#include "engine/StoreAnswers.h"

#include <QElapsedTimer>

#include <memory>
#include <utility>

namespace inlet::engine
{

namespace
{

constexpr int kRestFactor = 4; ///< a fifth of a processor at most
constexpr int kLongestRestMs = 5000;

} // namespace

StoreViewDesk::StoreViewDesk(store::Store &store, GuiRelay &relay) : m_store(store), m_relay(relay)
{
    m_rest.setSingleShot(true);
    QObject::connect(&m_rest, &QTimer::timeout, &m_rest, [this] {
        if (!m_asked.isEmpty())
            startCounting();
    });
}

void StoreViewDesk::fetchViews(QObject *context, Answer<Result<QList<store::SavedView>>> answer)
{
    const auto reply = m_relay.answer<Result<QList<store::SavedView>>>(context, std::move(answer));
    const QByteArray slot = "views@" + QByteArray::number(quintptr(context), 16);
    m_store.read(slot, [reply](store::ReadSession &session) {
        const auto views = session.savedViews();
        if (views || views.error().kind != ErrorKind::Cancelled)
            reply(views);
    });
}

void StoreViewDesk::saveView(const store::SavedView &view, QObject *context, Answer<Result<SavedViewId>> answer)
{
    writeAndAnswer<SavedViewId>(m_store, m_relay, "save view", context, std::move(answer),
        [view](store::WriteTransaction &transaction) { return transaction.saveView(view); });
}

void StoreViewDesk::removeView(SavedViewId id, QObject *context, Answer<Result<void>> answer)
{
    writeAndAnswer<void>(m_store, m_relay, "remove view", context, std::move(answer),
        [id](store::WriteTransaction &transaction) { return transaction.removeView(id); });
}

void StoreViewDesk::orderViews(const QList<SavedViewId> &order, QObject *context, Answer<Result<void>> answer)
{
    writeAndAnswer<void>(m_store, m_relay, "order views", context, std::move(answer),
        [order](store::WriteTransaction &transaction) { return transaction.orderViews(order); });
}

void StoreViewDesk::notifyingViews(ConversationId conversation, QObject *context,
    Answer<QList<store::SavedView>> answer)
{
    const auto reply = m_relay.answer<QList<store::SavedView>>(context, std::move(answer));
    m_store.read({}, [conversation, reply](store::ReadSession &session) {
        QList<store::SavedView> found;
        const auto views = session.savedViews();
        for (const store::SavedView &view : views.value_or(QList<store::SavedView>())) {
            if (!view.notify)
                continue;
            const auto members = session.membership({conversation}, view.query);
            if (members && !members->isEmpty())
                found.append(view);
        }
        reply(found);
    });
}

void StoreViewDesk::countViews(QObject *context, Answer<ViewCounts> answer)
{
    m_asked.insert(context, m_relay.answer<ViewCounts>(context, std::move(answer)));
    if (!m_counting && !m_rest.isActive())
        startCounting();
}

void StoreViewDesk::noteChanges(const store::ChangeSet &changes)
{
    m_tally.note(changes);
    if (changes.indexed)
        m_relay.post([this] { indexed(); });
}

/// Whoever asks meanwhile is answered by the next count, which then sees what has changed since.
void StoreViewDesk::startCounting()
{
    m_counting = true;
    m_indexed = false;
    m_worker.run([this, asked = std::exchange(m_asked, {})](const std::stop_token &stop) {
        tuneThisThread("inlet-tally", Niceness::Background);
        QElapsedTimer watch;
        watch.start();
        bool more = true;
        Outcome outcome = Outcome::Failed;
        while (more && !stop.stop_requested()) {
            more = false;
            m_store.readHere([&](store::ReadSession &session) {
                const auto state = m_tally.advance(session);
                if (!state) {
                    qCWarning(lcStore) << "saved views could not be counted:" << state.error().detail;
                    return;
                }
                more = state->more;
                outcome = state->provisional ? Outcome::Provisional : Outcome::Whole;
                for (const auto &reply : asked)
                    reply(state->counts);
            });
        }
        m_relay.post([this, took = watch.elapsed(), asked, outcome] { counted(took, asked, outcome); });
    });
}

/// Of numbers that are provisional or missing nothing else would tell that they can be told better.
void StoreViewDesk::counted(qint64 tookMs, const Replies &asked, Outcome outcome)
{
    m_counting = false;
    const auto rest = int(std::min<qint64>(tookMs * kRestFactor, kLongestRestMs));
    if (outcome == Outcome::Provisional)
        m_provisional.insert(asked);
    else if (outcome == Outcome::Failed)
        m_asked.insert(asked);
    m_rest.start(outcome == Outcome::Failed ? kLongestRestMs : rest);
    if (m_indexed)
        indexed();
}

void StoreViewDesk::indexed()
{
    m_indexed = m_counting;
    if (m_counting)
        return;
    m_asked.insert(std::exchange(m_provisional, {}));
    if (!m_rest.isActive() && !m_asked.isEmpty())
        startCounting();
}

} // namespace inlet::engine
