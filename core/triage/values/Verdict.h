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

/// What a person who answers wants. Stored nowhere; store::Category is.
enum class Intent {
    None,
    Interested,
    MeetingRequest,
    InformationRequest,
    NotNow,
    NotInterested,
    WrongPerson,
    DoNotContact,
};

/// Points for one intent with the phrases that gave them.
struct IntentScore {
    Intent intent = Intent::None;
    double points = 0;
    QStringList phrases; ///< heaviest first

    bool operator==(const IntentScore &) const = default;
};

/// The verdict on one message with what decided it. A delayed report is a Bounce of type Delayed:
/// nothing has failed yet.
struct Verdict {
    Kind kind = Kind::Human;
    QStringList evidence; ///< in words the rep understands, each names a header or phrase
    BounceType bounce = BounceType::None;
    QList<BouncedRecipient> bouncedRecipients;
    QString originalMessageId; ///< of the message that bounced or was auto-answered
    QString autoReplyType; ///< "out-of-office", "left-company", "address-changed", "ticket", "challenge", ""
    QDate returnDate;
    QString standIn; ///< whom an auto-reply names instead: "Name <address>" or an address
    QList<IntentScore> intents; ///< of a human mail, most points first

    bool operator==(const Verdict &) const = default;
};

[[nodiscard]] QString nameOf(Kind kind); ///< "human", "auto-reply", "bounce", "own", "other"
[[nodiscard]] QString nameOf(BounceType type); ///< "hard", "soft", "block", "delayed", ""
[[nodiscard]] QString nameOf(Intent intent); ///< "Interested", "Meeting request" ... as the categories; "" for None

} // namespace inlet::triage
