// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <utility>

namespace inlet::test
{

/// Answers as an engine does: from the event loop and never from inside the call; not at all once `context` is gone.
template <typename Function>
void later(QObject *context, Function function)
{
    QTimer::singleShot(0, context, std::move(function));
}

template <typename Answer, typename Value>
void later(QObject *context, const Answer &answer, const Value &value)
{
    later(context, [answer, value] { answer(value); });
}

} // namespace inlet::test
