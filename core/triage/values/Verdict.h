// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace inlet::triage
{

/// What a message is, by evidence.
enum class Kind { Human, AutoReply, Bounce, Own, Other };

enum class BounceType { None, Hard, Soft, Block, Delayed };

struct BouncedRecipient {
    QString recipient;
    BounceType type = BounceType::None;
    QByteArray status; ///< enhanced code "5.1.1"
    QString reason; ///< plain words
    QString diagnostic; ///< the server's words

    bool operator==(const BouncedRecipient &) const = default;
};

/// The verdict on one message with what decided it.
struct Verdict {
    Kind kind = Kind::Human;
    QStringList evidence; ///< in words the rep understands, each names a header or phrase
    BounceType bounce = BounceType::None;
    QList<BouncedRecipient> bouncedRecipients;
    QString originalMessageId; ///< of the message that bounced or was auto-answered
    QString autoReplyType; ///< "out-of-office", "ticket", "" ...
    QDate returnDate;

    bool operator==(const Verdict &) const = default;
};

[[nodiscard]] QString nameOf(Kind kind); ///< "human", "auto-reply", "bounce", "own", "other"
[[nodiscard]] QString nameOf(BounceType type); ///< "hard", "soft", "block", "delayed", ""

} // namespace inlet::triage
