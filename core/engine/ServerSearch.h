// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/ServerSearch.h"

#include <QObject>

namespace inlet::engine
{

/// The part of the façade that looks on the mail servers for what is not on this computer: older than the history
/// window, or not read yet. What is found is stored like any mail, so it shows up in the list by itself. One search
/// at a time. Belongs to Engine (Engine::serverSearch()). Thread: the GUI thread; everything returns at once.
class ServerSearch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// There is something in these words that a server understands: not only categories, states or lists of leads.
    [[nodiscard]] virtual bool canAsk(const QString &search) const = 0;
    /// In the mailbox of the list, or in all of the unified inbox. Takes the place of a search that runs. At most 100
    /// messages a mailbox are fetched; asked again, the next ones.
    virtual void start(const store::ListQuery &query) = 0;
    /// What was fetched stays; a command that is under way at a server ends by itself.
    virtual void stop() = 0;
    [[nodiscard]] virtual ServerSearchStatus status() const = 0;

Q_SIGNALS:
    void changed(); ///< status() did; some ten times a second at most
};

} // namespace inlet::engine
