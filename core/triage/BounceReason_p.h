// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "triage/values/Verdict.h"

#include <QHash>
#include <QPair>

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

/// Judges what one report says: equal words once, and no more than kMaxJudgedLetters in all; what
/// comes then is judged by its codes alone. A report on a thousand recipients stays cheap so.
class BounceReasons
{
public:
    static constexpr qsizetype kMaxJudgedLetters = 200'000;

    BounceJudgement judge(const QByteArray &status, const QString &diagnostic);

    [[nodiscard]] qsizetype judgedLetters() const { return m_letters; } ///< read so far, for tests

private:
    QHash<QPair<QByteArray, QString>, BounceJudgement> m_known;
    qsizetype m_letters = 0;
};

} // namespace inlet::triage
