// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"

#include <QList>

#include <functional>

class QWidget;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// Asks which tags these mailboxes shall have, and stores it for all or for none: `done`. A mailbox keeps what was not touched.
void askTags(engine::Engine &engine, const QList<accounts::Account> &mailboxes, QWidget *parent, const std::function<void(const Result<void> &)> &done);

} // namespace inlet::ui
