// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "triage/values/Verdict.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace inlet::store
{

/// A recipient that could not be reached, by a report or by a refusal while we were sending.
struct BounceFact {
    AccountId account;
    StoredMessageId message; ///< the report; none: refused while sending
    LedgerId ledger; ///< the message of ours, where it is known
    QString recipient;
    triage::BounceType type = triage::BounceType::None;
    QByteArray status;
    QString reason;
    QString diagnostic;
    QDateTime at;
    ConversationId conversation{}; ///< in which it can be read; only of bouncesOf(), and none where it is gone

    bool operator==(const BounceFact &) const = default;
};

/// Bounces of one cause, for the view that tells a bad list from a blocked sender.
struct BounceCause {
    triage::BounceType type = triage::BounceType::None;
    QString reason; ///< plain words
    qint64 count = 0;
    QStringList domains; ///< of recipients, most frequent first, at most 10
    QList<AccountId> accounts; ///< most frequent first, at most 10
    QString example; ///< a server's words
    QDateTime lastAt;

    bool operator==(const BounceCause &) const = default;
};

/// From which rate of bounces on the rep is warned, and mail to strangers is held. Percent.
struct SendingLimits {
    double warn = 2.0;
    double stop = 5.0;

    bool operator==(const SendingLimits &) const = default;
};

/// How the mail of one mailbox, or of one sending domain, fares. Rate: hard and block of what was
/// handed over in the same time, judged by SendingLimits.
struct SendingHealth {
    enum class Level { Good, Warn, Stop };
    AccountId account; ///< none: the sum of a domain
    QString domain; ///< of the mailbox
    qint64 sent = 0;
    qint64 hard = 0;
    qint64 soft = 0;
    qint64 block = 0;
    double rate = 0; ///< percent
    Level level = Level::Good;
    QString words; ///< what to tell; empty when good

    bool operator==(const SendingHealth &) const = default;
};

} // namespace inlet::store
