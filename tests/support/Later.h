// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace inlet::test
{

/// Answers as an engine does: from the event loop and never from inside the call; not at all once `context` is gone.
template <typename Answer, typename Value>
void later(QObject *context, const Answer &answer, const Value &value)
{
    QTimer::singleShot(0, context, [answer, value] { answer(value); });
}

} // namespace inlet::test
