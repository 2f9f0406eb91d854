// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "triage/values/Verdict.h"

#include <QHash>

namespace inlet::triage
{

/// What a person's own new words ask for, by phrases (resources/phrases/intents.json): the sum of
/// the weights of what was found, most points first. Phrases that overlap count once, the longest;
/// a negation right before a willing phrase turns it. Linear in the text, which is cut to 4,000
/// characters. Pure. Thread: any.
[[nodiscard]] QList<IntentScore> scoreIntents(const QString &newText, const QString &subject);

/// What the rep's own sorting adds, in the same points (natural logarithm of odds).
struct LearnedPoints {
    double points = 0;
    QStringList words; ///< that weighed most

    bool operator==(const LearnedPoints &) const = default;
};

/// Below this nothing is proposed: the conversation stays Unsorted.
inline constexpr int kIntentThreshold = 60; // percent

struct IntentProposal {
    Intent intent = Intent::None;
    int confidence = 0; ///< percent, of the best intent, also below the threshold
    QStringList reasons; ///< words for the rep

    bool operator==(const IntentProposal &) const = default;
};

/// The most probable intent where points are log-odds and "nothing of all this" has a start of its
/// own; None below the threshold. Pure. Thread: any.
[[nodiscard]] IntentProposal proposeIntent(const QList<IntentScore> &scores,
    const QHash<Intent, LearnedPoints> &learned = {});

/// Lower-case words and pairs of words of a text, without numbers, each once, at most 300: what is
/// learned from. Pure. Thread: any.
[[nodiscard]] QStringList learnableWords(const QString &newText);

} // namespace inlet::triage
