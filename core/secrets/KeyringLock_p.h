// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace inlet::secrets
{

/// Of the default collection of the Secret Service; Unknown where there is none.
enum class Lock { Open, Locked, Unknown };

/// Asks without any prompt. Answers later on the calling thread; not once `context` is gone.
/// Source: Secret Service API draft, Collection property "Locked"
void askLock(QObject *context, std::function<void(Lock)> done);

} // namespace inlet::secrets
