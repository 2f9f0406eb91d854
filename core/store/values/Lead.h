// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace inlet::store
{

/// A column of a list of leads that means nothing to Inlet, kept for the rep.
struct LeadField {
    QString name;
    QString value;

    bool operator==(const LeadField &) const = default;
};

/// What imported lists say about one person. Empty: not said.
struct Lead {
    QString address; ///< lower-case
    QString firstName;
    QString lastName;
    QString company;
    QString title;
    QString phone;
    QString web;
    QString city;
    QString timeZone; ///< as in the list: "Europe/Riga", "UTC+2"
    QString campaign;
    QList<LeadField> fields;

    bool operator==(const Lead &) const = default;
    [[nodiscard]] bool isEmpty() const { return address.isEmpty(); }
};

/// What an import did.
struct LeadCounts {
    qint64 added = 0;
    qint64 updated = 0; ///< known before, and something of them is new
    qint64 unchanged = 0;
    qint64 moved = 0; ///< conversations that were other mail before

    bool operator==(const LeadCounts &) const = default;
};

/// Why somebody may be a person whom we know under another address.
enum class SamePersonReason {
    AddressChanged, ///< an automatic answer names the new address
    QuotedMail, ///< the mail quotes what we wrote to the other address
    SameName, ///< and the same domain, which is no provider of free mailboxes
};

/// Never acted upon by itself.
struct SamePersonHint {
    SamePersonReason reason = SamePersonReason::SameName;
    QString address; ///< of the conversation that was asked for
    QString otherAddress;
    QString otherName;
    ConversationId other; ///< where the other address writes; none: it has not written yet

    bool operator==(const SamePersonHint &) const = default;
};

} // namespace inlet::store
