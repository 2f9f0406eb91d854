// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "engine/Presenter.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>

namespace inlet::ui
{

/// The texts of the messages somebody looks at, made presentable away from the GUI thread, the
/// lately used ones kept. Thread: GUI.
class MessageBodies : public QObject
{
    Q_OBJECT

public:
    explicit MessageBodies(engine::Engine &engine, QObject *parent = nullptr);

    /// Null: not here; request() it.
    [[nodiscard]] const engine::PresentedBody *find(StoredMessageId id) const;
    /// ready() or failed() follows. Remote images stay allowed for that message once they are.
    void request(StoredMessageId id, bool allowRemoteImages);
    /// Null: it is not on its way from the server.
    [[nodiscard]] const engine::WholeProgress *fetching(StoredMessageId id) const;
    void cancelFetch(StoredMessageId id) { m_engine.cancelFetch(id); }
    [[nodiscard]] bool allowsRemoteImages(StoredMessageId id) const { return m_remote.contains(id); }
    /// Decoded content of a part. Answers on this thread, not once `context` is gone.
    void fetchPart(StoredMessageId id, const QByteArray &part, QObject *context,
        engine::Engine::Answer<Result<QByteArray>> answer);

Q_SIGNALS:
    void ready(inlet::StoredMessageId id);
    void fetchingChanged(inlet::StoredMessageId id); ///< ask fetching()
    void failed(inlet::StoredMessageId id, const inlet::Error &error);

private:
    static constexpr int kKept = 60;

    engine::Engine &m_engine;
    engine::Presenter m_presenter;
    mutable QCache<StoredMessageId, engine::PresentedBody> m_bodies{kKept};
    QSet<StoredMessageId> m_remote;
    QHash<StoredMessageId, engine::WholeProgress> m_fetching;
};

} // namespace inlet::ui
