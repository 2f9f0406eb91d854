// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "triage/values/Verdict.h"

namespace inlet::triage
{

struct BounceJudgement {
    BounceType type = BounceType::None;
    QString reason; ///< plain words for the rep

    bool operator==(const BounceJudgement &) const = default;
};

/// What a refusal means: the server's words first, then the enhanced code, then the reply code.
/// Hard: the address is dead. Soft: later or another time. Block: they refuse us or this content.
/// Source: RFC 3463, RFC 5248 registry, table in facts about mail standards.
BounceJudgement judgeBounce(const QByteArray &status, const QString &diagnostic);

/// First enhanced code "5.1.1" in `text` that is not part of an IP address or version; empty if none.
QByteArray enhancedCodeIn(const QString &text);
/// First three-digit SMTP reply code of class 4 or 5 that starts a word; 0 if none.
int replyCodeIn(const QString &text);
/// "5.0.0", "4.0.0" and the like say no more than the class.
bool isVague(const QByteArray &status);

} // namespace inlet::triage
