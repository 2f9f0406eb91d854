// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/values/Verdict.h"

namespace inlet::triage
{

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Human:
        return QStringLiteral("human");
    case Kind::AutoReply:
        return QStringLiteral("auto-reply");
    case Kind::Bounce:
        return QStringLiteral("bounce");
    case Kind::Own:
        return QStringLiteral("own");
    case Kind::Other:
        break;
    }
    return QStringLiteral("other");
}

QString nameOf(BounceType type)
{
    switch (type) {
    case BounceType::Hard:
        return QStringLiteral("hard");
    case BounceType::Soft:
        return QStringLiteral("soft");
    case BounceType::Block:
        return QStringLiteral("block");
    case BounceType::Delayed:
        return QStringLiteral("delayed");
    case BounceType::None:
        break;
    }
    return {};
}

QString nameOf(Intent intent)
{
    switch (intent) {
    case Intent::None:
        return {};
    case Intent::Interested:
        return QStringLiteral("Interested");
    case Intent::MeetingRequest:
        return QStringLiteral("Meeting request");
    case Intent::InformationRequest:
        return QStringLiteral("Information request");
    case Intent::NotNow:
        return QStringLiteral("Not now");
    case Intent::NotInterested:
        return QStringLiteral("Not interested");
    case Intent::WrongPerson:
        return QStringLiteral("Wrong person");
    case Intent::DoNotContact:
        return QStringLiteral("Do not contact");
    }
    return {};
}

} // namespace inlet::triage
