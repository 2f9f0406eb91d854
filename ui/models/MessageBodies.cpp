// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/MessageBodies.h"

namespace inlet::ui
{

MessageBodies::MessageBodies(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    connect(&engine, &engine::Engine::wholeProgress, this, [this](const engine::WholeProgress &progress) {
        if (progress.running)
            m_fetching.insert(progress.message, progress);
        else
            m_fetching.remove(progress.message);
        Q_EMIT fetchingChanged(progress.message);
    });
}

const engine::WholeProgress *MessageBodies::fetching(StoredMessageId id) const
{
    const auto found = m_fetching.constFind(id);
    return found == m_fetching.constEnd() ? nullptr : &*found;
}

const engine::PresentedBody *MessageBodies::find(StoredMessageId id) const
{
    return m_bodies.object(id);
}

void MessageBodies::request(StoredMessageId id, bool allowRemoteImages)
{
    if (allowRemoteImages)
        m_remote.insert(id);
    // One context a request: with a shared one the newest request would win over the others.
    auto *context = new QObject(this);
    m_engine.fetchBody(id, context, [this, id, context](const Result<store::MessageBody> &body) {
        if (!body) {
            context->deleteLater();
            Q_EMIT failed(id, body.error());
            return;
        }
        m_presenter.present(*body, m_remote.contains(id), context, [this, id, context](const engine::PresentedBody &presented) {
            context->deleteLater();
            m_bodies.insert(id, new engine::PresentedBody(presented));
            Q_EMIT ready(id);
        });
    });
}

void MessageBodies::fetchPart(StoredMessageId id, const QByteArray &part, QObject *context,
    engine::Engine::Answer<Result<QByteArray>> answer)
{
    auto *once = new QObject(context);
    m_engine.fetchPart(id, part, once, [once, answer = std::move(answer)](const Result<QByteArray> &content) {
        once->deleteLater();
        answer(content);
    });
}

} // namespace inlet::ui
