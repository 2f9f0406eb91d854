// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/GuiRelay.h"
#include "engine/values/Engine.h"
#include "store/Store.h"

#include <functional>
#include <memory>

namespace inlet::engine
{

/// Decisions on their way into the store. Very many conversations go part by part, so that new mail, sends and other
/// keys come in between: one step of the undo stack all the same. Stopped or killed, it leaves a whole number
/// of conversations done, and the step takes back just these. Thread: GUI.
class TriageRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kPart = 500; ///< conversations in one transaction

    TriageRunner(store::Store &store, GuiRelay &relay);

    void apply(const store::TriageAction &action, quint64 tag);
    /// None: the newest, if it is not from before `since`.
    void undo(UndoId step, const QDateTime &since = {});
    void stop(); ///< after the part that is being written

Q_SIGNALS:
    void done(const inlet::engine::ActionResult &result);
    void progressed(const inlet::engine::BulkProgress &progress);

private:
    struct Job {
        store::TriageAction action; ///< of what is still to be done
        QDateTime since; ///< an older step stays
        bool first = true;
        bool stopped = false;
        ActionResult result; ///< so far
    };
    using JobPtr = std::shared_ptr<Job>;

    /// Writes it, and posts `then` with how that went.
    void write(const char *name, store::Store::Write work, store::Urgency urgency, std::function<void(const Result<void> &)> then);
    void applyPart(const JobPtr &job);
    void undoPart(const JobPtr &job);
    void goOn(const JobPtr &job, const Result<void> &written, qint64 left, void (TriageRunner::*next)(const JobPtr &));

    store::Store &m_store;
    GuiRelay &m_relay;
    QList<std::weak_ptr<Job>> m_large; ///< that can be stopped
};

} // namespace inlet::engine
