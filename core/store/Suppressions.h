// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"
#include "store/values/Suppression.h"

namespace inlet::store
{

/// The do-not-contact list as it is. Throws. Thread: that of the connection.
class SuppressionReader
{
public:
    explicit SuppressionReader(Connection &db) : m_db(db) {}
    QList<Suppression> all(); ///< by pattern
    /// The entry that forbids `address`: its own, else that of its domain or a domain above.
    std::optional<Suppression> covering(const QString &address);

private:
    Connection &m_db;
};

/// Changes of it; each is a decision in the log. Throws. Thread: the writer.
class SuppressionTable
{
public:
    explicit SuppressionTable(WriteContext &context) : m_context(context) {}
    /// False: it was there before (the older reason stays). Throws Config where it is no pattern.
    /// `asDecision` false: it follows from a decision that is in the log already.
    bool add(const Suppression &entry, bool asDecision = true);
    qint64 add(const QList<Suppression> &entries); ///< how many were not there before
    bool remove(const QString &pattern); ///< false: it was not there
    /// What failed since then because of an entry that is gone now waits again for its time. What is late stays as
    /// it is: nothing leaves in the moment in which something is taken back.
    void resume(const QDateTime &since, const QStringList &only = {}); ///< `only`: to these addresses
    /// The rep took exactly this address off the list after `since`.
    [[nodiscard]] bool wasRemoved(const QString &address, const QDateTime &since);

private:
    bool insert(const Suppression &entry, bool asDecision);
    /// What waits to leave for a listed address fails at once, and is told. `pattern`: looks only at mail to it; none: at all.
    void stopWaiting(const QString &pattern = {});
    /// A decision that is taken back later no longer takes an address off that is dead, too.
    void addGrounds(const QString &pattern, const Suppression &entry);

    WriteContext &m_context;
};

} // namespace inlet::store
