// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace inlet::secrets
{

/// Asks the Secret Service, without any prompt, whether its default collection is locked. False
/// where there is no such service. Answers later on the calling thread; not once `context` is gone.
/// Source: Secret Service API draft, Collection property "Locked"
void askWhetherLocked(QObject *context, std::function<void(bool locked)> done);

} // namespace inlet::secrets
