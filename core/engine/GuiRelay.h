// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace inlet::engine
{

/// The only hop from worker threads into Qt: runs functions on the thread it was made on (the GUI
/// thread), in the order they were posted, never from inside the caller. After its end nothing runs.
class GuiRelay : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Thread: any.
    template <typename Function>
    void post(Function function)
    {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    }

    /// Makes a callback for workers out of one for the GUI: it may be called from any thread, the
    /// answer comes later on the GUI thread, and not at all once `context` is gone.
    /// Thread: GUI (the callback itself: any).
    template <typename T>
    std::function<void(T)> answer(QObject *context, std::function<void(const T &)> function)
    {
        return [this, guard = QPointer<QObject>(context), function = std::move(function)](T value) {
            post([guard, function, value = std::move(value)] {
                if (guard)
                    function(value);
            });
        };
    }
};

} // namespace inlet::engine
