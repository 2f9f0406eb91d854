// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"
#include "engine/values/Presentation.h"
#include "store/values/Conversation.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <stop_token>

class QThread;

namespace inlet::engine
{

/// Makes stored bodies presentable (sanitised HTML, folded quotes) away from the GUI thread: a mail
/// of some megabytes takes longer than a frame.
/// Thread: GUI. Owns one thread with a stack for hostile nesting; it only sees values.
class Presenter : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const PresentedBody &)>;

    explicit Presenter(QObject *parent = nullptr);
    ~Presenter() override;

    /// Answers later on the GUI thread, in order; not at all once `context` is gone.
    void present(const store::MessageBody &body, bool allowRemoteImages, QObject *context, Answer answer);

private:
    struct Job {
        store::MessageBody body;
        bool allowRemoteImages = false;
        qint64 ticket = 0;
    };
    struct Waiting {
        QPointer<QObject> context;
        Answer answer;
    };
    void work();
    void finish(qint64 ticket, const PresentedBody &presented);

    Channel<Job> m_jobs;
    std::stop_source m_stop;
    std::unique_ptr<QThread> m_thread;
    QHash<qint64, Waiting> m_waiting;
    qint64 m_nextTicket = 0;
};

/// What the thread does with one body. Pure. Thread: any with a stack of at least 16 MB.
[[nodiscard]] PresentedBody presentBody(const store::MessageBody &body, bool allowRemoteImages);

} // namespace inlet::engine
