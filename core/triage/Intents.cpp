// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/Intents.h"

#include "triage/IntentSigns_p.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace inlet::triage
{

namespace
{

using mime::PhraseTable;

constexpr qsizetype kMaxIntentText = 4000;
constexpr qsizetype kMaxLearnText = 3000;
constexpr int kMaxLearnWords = 300;
constexpr int kPhrasesTold = 3;
constexpr double kNothingPoints = 2.0; ///< what has to be outweighed before anything is proposed
/// A phrase says less the more has been said for the same thing already.
constexpr double kRepeated = 0.5;

struct GroupMeaning {
    const char *group;
    Intent intent;
    double points;
    bool turnable; ///< "not" before it makes it the contrary
    Intent also = Intent::None; ///< says as much for this one
};

// How much a phrase of a group is worth; the groups are the keys of intents.json.
constexpr GroupMeaning kMeanings[] = {
    {"optOut", Intent::DoNotContact, 6.0, false},
    {"optOutWeak", Intent::DoNotContact, 1.9, false},
    {"wrongPerson", Intent::WrongPerson, 4.5, false},
    {"wrongPersonWeak", Intent::WrongPerson, 2.0, false},
    {"notInterested", Intent::NotInterested, 4.5, false},
    {"notInterestedWeak", Intent::NotInterested, 2.0, false},
    {"notNow", Intent::NotNow, 4.0, false},
    {"notNowWeak", Intent::NotNow, 2.0, false},
    {"meeting", Intent::MeetingRequest, 4.0, true},
    {"meetingWeak", Intent::MeetingRequest, 1.8, true},
    {"information", Intent::InformationRequest, 3.5, true},
    {"informationWeak", Intent::InformationRequest, 1.8, true},
    // "I'd like to know more": a question if it stands alone, interest where more shows interest.
    {"knowMore", Intent::InformationRequest, 2.6, true, Intent::Interested},
    {"interested", Intent::Interested, 3.5, true},
    {"interestedWeak", Intent::Interested, 1.8, true},
};

const GroupMeaning *meaningOf(const QString &group)
{
    for (const GroupMeaning &meaning : kMeanings) {
        if (group == QLatin1String(meaning.group))
            return &meaning;
    }
    return nullptr;
}

/// Gathers points by intent.
class Tally
{
public:
    void add(Intent intent, double points, const QString &phrase)
    {
        for (const Found &known : std::as_const(m_found[int(intent)])) {
            if (known.phrase == phrase)
                return;
        }
        m_found[int(intent)].append({points, phrase});
    }

    [[nodiscard]] QList<IntentScore> scores() const
    {
        QList<IntentScore> out;
        for (auto it = m_found.cbegin(); it != m_found.cend(); ++it)
            out.append(summed(Intent(it.key()), it.value()));
        std::stable_sort(out.begin(), out.end(),
            [](const IntentScore &a, const IntentScore &b) { return a.points > b.points; });
        return out;
    }

private:
    struct Found {
        double points = 0;
        QString phrase;
    };

    /// The heaviest counts in full.
    static IntentScore summed(Intent intent, QList<Found> found)
    {
        std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.points > b.points; });
        IntentScore score{intent, 0, {}};
        for (const Found &one : std::as_const(found)) {
            score.points += score.phrases.isEmpty() ? one.points : one.points * kRepeated;
            score.phrases.append(one.phrase);
        }
        return score;
    }

    QMap<int, QList<Found>> m_found;
};

void addPhrases(const QString &folded, Tally *tally)
{
    const auto hits = intentPhrases().all(folded);
    for (const PhraseTable::GroupHit &entry : hits) {
        const GroupMeaning *meaning = meaningOf(entry.group);
        if (!meaning)
            continue;
        if (meaning->turnable && isNegated(folded, entry.hit.at))
            tally->add(Intent::NotInterested, meaning->points / 2, QStringLiteral("not … ") + entry.hit.phrase);
        else
            tally->add(meaning->intent, meaning->points, entry.hit.phrase);
        if (meaning->also != Intent::None && !(meaning->turnable && isNegated(folded, entry.hit.at)))
            tally->add(meaning->also, meaning->points, entry.hit.phrase);
    }
}

constexpr std::array kWilling = {Intent::MeetingRequest, Intent::InformationRequest, Intent::Interested};

/// Interest, a question and a proposed time do not speak against each other: whoever has all three
/// is no less sure than whoever has one. The most concrete wish that is said plainly gets what the
/// others have. Where something speaks against it, everybody stands alone and doubt stays doubt.
void addUp(QHash<Intent, double> *points)
{
    for (auto it = points->cbegin(); it != points->cend(); ++it) {
        const bool willing = std::find(kWilling.begin(), kWilling.end(), it.key()) != kWilling.end();
        if (!willing && it.key() != Intent::None && it.value() > kNothingPoints)
            return;
    }
    double sum = 0;
    Intent wish = Intent::None;
    for (const Intent intent : kWilling) {
        const double value = points->value(intent);
        sum += value;
        const bool plain = value >= kPlainPoints;
        if (wish == Intent::None ? value > 0 : !(points->value(wish) >= kPlainPoints) && (plain || value > points->value(wish)))
            wish = intent;
    }
    if (wish == Intent::None)
        return;
    const double own = points->value(wish);
    for (const Intent intent : kWilling)
        points->remove(intent);
    points->insert(wish, own + (sum - own) * kRepeated);
}

/// "That interests us very much", "stop please with mailing": without words that only colour. Tables
/// cannot know every place where they stand.
QString withoutColour(const QString &folded)
{
    static const QSet<QString> colour = [] {
        QSet<QString> words;
        for (const char *word : {"very", "really", "quite", "actually", "truly", "please", "kindly", "just", "definitely", "certainly", "also",
                 "sehr", "wirklich", "durchaus", "grundsätzlich", "eigentlich", "leider", "bitte", "gern", "gerne", "auch", "wohl",
                 "très", "vraiment", "beaucoup", "malheureusement", "svp", "muy", "mucho", "realmente", "favor", "molto", "davvero", "purtroppo",
                 "zeer", "heel", "erg", "echt", "helaas", "alsjeblieft", "alstublieft", "aub", "graag", "muito", "bastante", "infelizmente",
                 "bardzo", "naprawdę", "niestety", "proszę", "jednak", "väldigt", "mycket", "verkligen", "tyvärr", "meget", "desværre",
                 "veldig", "dessverre", "очень", "действительно", "пожалуйста", "velmi", "prosím", "ļoti", "lūdzu"})
            words.insert(QString::fromUtf8(word));
        return words;
    }();
    QStringList kept = folded.split(u' ');
    kept.removeIf([](const QString &word) { return colour.contains(word); });
    return kept.join(u' ');
}

bool saysSomethingPlain(const QList<IntentScore> &scores)
{
    return !scores.isEmpty() && scores.first().points >= kPlainPoints;
}

QString phrasesInWords(const IntentScore &score)
{
    QStringList quoted;
    for (const QString &phrase : score.phrases.mid(0, kPhrasesTold))
        quoted.append(QStringLiteral("\"%1\"").arg(phrase));
    return QStringLiteral("says ") + quoted.join(QStringLiteral(", "));
}

} // namespace

const PhraseTable &intentPhrases()
{
    static const PhraseTable table(QStringLiteral(":/inlet/phrases/intents.json"));
    return table;
}

QList<IntentScore> scoreIntents(const QString &newText, const QString &subject)
{
    Tally tally;
    const QString folded = PhraseTable::fold(newText.left(kMaxIntentText));
    addPhrases(folded, &tally);
    if (!saysSomethingPlain(tally.scores()))
        addPhrases(withoutColour(folded), &tally);
    addSigns(newText.left(kMaxIntentText), folded, PhraseTable::fold(subject.left(300)),
        [&tally](Intent intent, double points, const QString &what) { tally.add(intent, points, what); });
    return tally.scores();
}

IntentProposal proposeIntent(const QList<IntentScore> &scores, const QHash<Intent, LearnedPoints> &learned)
{
    QHash<Intent, double> points;
    for (const IntentScore &score : scores)
        points[score.intent] += score.points;
    for (auto it = learned.cbegin(); it != learned.cend(); ++it)
        points[it.key()] += it->points;
    addUp(&points);
    double sum = std::exp(kNothingPoints);
    Intent best = Intent::None;
    for (auto it = points.cbegin(); it != points.cend(); ++it) {
        if (it.key() == Intent::None)
            continue;
        sum += std::exp(it.value());
        // Equal points: the graver one, which is the later one of the enumeration.
        const bool more = best == Intent::None || it.value() > points.value(best)
            || (it.value() == points.value(best) && it.key() > best);
        best = more ? it.key() : best;
    }
    IntentProposal proposal;
    if (best == Intent::None)
        return proposal;
    proposal.confidence = int(100.0 * std::exp(points.value(best)) / sum);
    if (proposal.confidence < kIntentThreshold)
        return proposal;
    proposal.intent = best;
    for (const IntentScore &score : scores) {
        if (score.intent == best)
            proposal.reasons.append(phrasesInWords(score));
    }
    if (const auto known = learned.constFind(best); known != learned.cend() && known->points > 0.5)
        proposal.reasons.append(QStringLiteral("you sorted mail with \"%1\" so before")
                                    .arg(known->words.join(QStringLiteral("\", \""))));
    return proposal;
}

QStringList learnableWords(const QString &newText)
{
    QStringList out;
    QSet<QString> seen;
    QString previous;
    QString word;
    const auto take = [&](const QString &entry) {
        if (out.size() < kMaxLearnWords && !seen.contains(entry)) {
            seen.insert(entry);
            out.append(entry);
        }
    };
    const QString folded = PhraseTable::fold(newText.left(kMaxLearnText)) + u' ';
    for (const QChar c : folded) {
        if (c.isLetter() || c == u'\'') {
            word += c;
            continue;
        }
        if (word.size() >= 2 && word.size() <= 30) {
            take(word);
            if (!previous.isEmpty())
                take(previous + u' ' + word);
        }
        // A sentence ends what words can stand together.
        previous = c.isSpace() && !word.isEmpty() ? word : QString();
        word.clear();
    }
    return out;
}

} // namespace inlet::triage
