// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"

namespace inlet::store
{

/// Somebody outside our mailboxes.
struct Person {
    qint64 id = 0;
    QString address; ///< lower-case
    qint64 firstOut = 0; ///< when one of our mailboxes first wrote to them, 0: never seen
    qint64 firstIn = 0; ///< when they first wrote by themselves (not as an answer), 0: never seen
    int decision = 0; ///< of the rep: 1 prospect, -1 not
    ConversationId conversation; ///< a known address of this prospect conversation

    /// We wrote first, by the dates of the mails and not by the order in which we read them.
    [[nodiscard]] bool isProspect() const
    {
        return decision > 0 || (decision == 0 && firstOut != 0 && (firstIn == 0 || firstOut <= firstIn));
    }
};

/// The table `people`. Thread: the writer.
class People
{
public:
    explicit People(WriteContext &context) : m_context(context) {}

    [[nodiscard]] std::optional<Person> find(const QString &address);
    /// Finds or adds; keeps the first name that is told.
    Person ensure(const QString &address, const QString &name);
    void noteWritten(Person &person, qint64 at); ///< we wrote to them
    void noteApproached(Person &person, qint64 at); ///< they wrote by themselves
    void know(Person &person, ConversationId conversation); ///< none: forget
    [[nodiscard]] QList<Person> knownIn(ConversationId conversation);

    void takePart(const Person &person, ConversationId conversation);
    [[nodiscard]] bool takesPart(const Person &person, ConversationId conversation);

private:
    std::optional<Person> read(Query &query);

    WriteContext &m_context;
};

} // namespace inlet::store
