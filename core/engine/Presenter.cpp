// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Presenter.h"

#include "mime/Mime.h"

#include <QThread>

#include <utility>

namespace inlet::engine
{

namespace
{

constexpr uint kPresenterStack = 16U * 1024U * 1024U;

} // namespace

PresentedBody presentBody(const store::MessageBody &body, bool allowRemoteImages)
{
    PresentedBody presented;
    presented.id = body.id;
    presented.damage = body.damage;
    const mime::TrimmedText trimmed = mime::trimBody(body.text, body.html, body.newText);
    presented.text = trimmed.text.isEmpty() ? body.newText : trimmed.text;
    presented.signature = trimmed.signature;
    presented.quoted = trimmed.quoted;
    // Nothing of their own: what they pass on is what there is to read.
    if (presented.text.isEmpty())
        presented.text = std::exchange(presented.quoted, {});
    if (presented.text.isEmpty())
        presented.text = body.text;
    if (!body.html.isEmpty()) {
        mime::SanitizedHtml safe = mime::sanitizeHtml(body.html, allowRemoteImages);
        presented.html = std::move(safe.html);
        presented.blockedImages = safe.blockedImages;
        presented.remoteHosts = std::move(safe.remoteHosts);
        presented.setsOwnBackground = safe.setsOwnBackground;
    }
    return presented;
}

Presenter::Presenter(QObject *parent) : QObject(parent)
{
    m_thread.reset(QThread::create([this] { work(); }));
    m_thread->setObjectName(QStringLiteral("presenter"));
    // std::jthread cannot be given a stack.
    m_thread->setStackSize(kPresenterStack);
    m_thread->start();
}

Presenter::~Presenter()
{
    m_stop.request_stop();
    m_thread->wait();
}

void Presenter::present(const store::MessageBody &body, bool allowRemoteImages, QObject *context, Answer answer)
{
    const qint64 ticket = ++m_nextTicket;
    m_waiting.insert(ticket, {context, std::move(answer)});
    m_jobs.push({body, allowRemoteImages, ticket});
}

void Presenter::work()
{
    while (auto job = m_jobs.pop(m_stop.get_token())) {
        PresentedBody presented = presentBody(job->body, job->allowRemoteImages);
        QMetaObject::invokeMethod(
            this, [this, ticket = job->ticket, presented = std::move(presented)] { finish(ticket, presented); },
            Qt::QueuedConnection);
    }
}

void Presenter::finish(qint64 ticket, const PresentedBody &presented)
{
    const Waiting waiting = m_waiting.take(ticket);
    if (waiting.context)
        waiting.answer(presented);
}

} // namespace inlet::engine
