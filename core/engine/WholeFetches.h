// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/GuiRelay.h"
#include "engine/values/Engine.h"
#include "sync/SyncEngine.h"

#include <functional>
#include <map>
#include <stop_token>
#include <utility>

namespace inlet::engine
{

/// Large messages, and attachments of them, on their way from the server: each once, however many ask for it.
/// Thread: GUI.
class WholeFetches : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>; ///< called on the GUI thread
    /// Answers from any thread.
    using Start = std::function<void(StoredMessageId, const sync::WholeFetch &, const Done &)>;

    WholeFetches(GuiRelay &relay, Start start);
    ~WholeFetches() override;

    /// `part` as in sync::WholeFetch.
    void want(StoredMessageId id, const QByteArray &part, Done done);
    /// Whatever of the message is on its way. All who wait are answered now; the transfer ends after the slice that is
    /// under way.
    void cancel(StoredMessageId id);

Q_SIGNALS:
    void progressed(const inlet::engine::WholeProgress &progress);

private:
    using What = std::pair<StoredMessageId, QByteArray>;
    struct Running {
        quint64 number = 0; ///< tells a transfer from a later one of the same message
        std::stop_source stop;
        QList<Done> waiting;
    };

    void tell(const What &what, quint64 number, qint64 done, qint64 total);
    void finish(const What &what, quint64 number, const Result<void> &result);

    GuiRelay &m_relay;
    const Start m_start;
    std::map<What, Running> m_running;
    quint64 m_numbers = 0;
};

} // namespace inlet::engine
