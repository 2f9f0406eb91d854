// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/IntentSigns_p.h"

#include "mime/PhraseTable.h"
#include "triage/AddressFinder_p.h"
#include "triage/ReturnDate_p.h"

#include <QRegularExpression>
#include <QSet>

namespace inlet::triage
{

namespace
{

using mime::PhraseTable;

constexpr qsizetype kShortAnswer = 60; ///< folded characters
constexpr qsizetype kShortRequest = 200;
constexpr qsizetype kFewWords = 16;
constexpr qsizetype kShortReferral = 300;
constexpr qsizetype kShownQuestion = 60;

const PhraseTable &signPhrases()
{
    static const PhraseTable table(QStringLiteral(":/inlet/phrases/signs.json"));
    return table;
}

/// Without greeting marks and dots: "No, thanks!" is "no thanks".
QString bareWords(const QString &folded)
{
    QString out;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c == u'\'' || c.isMark())
            out += c;
        else if (!out.isEmpty() && out.back() != u' ')
            out += u' ';
    }
    return out.trimmed();
}

bool isWhole(const char *group, const QString &bare)
{
    const auto hit = signPhrases().atStart(QLatin1String(group), bare);
    return hit && hit->length == bare.size();
}

/// "unsubscribe jo@x.com" asks the same as "unsubscribe".
QString withoutAddresses(const QString &folded)
{
    QString out = folded;
    const QList<FoundAddress> found = addressesIn(folded);
    for (auto it = found.crbegin(); it != found.crend(); ++it)
        out.remove(it->at, it->end - it->at);
    return out;
}

/// "[list] Subject" as lists rewrite it.
QString withoutListTag(const QString &subject)
{
    const auto close = subject.indexOf(u']');
    return subject.startsWith(u'[') && close > 0 && close < 40 ? subject.mid(close + 1) : subject;
}

/// "unsubscribe" alone, in the text or as the subject of a mail that says little else.
void addBareRequest(const QString &bare, const QString &foldedSubject, const AddPoints &add)
{
    if (isWhole("optOutWhole", bare)) {
        add(Intent::DoNotContact, 6.0, QStringLiteral("the whole text: ") + bare);
        return;
    }
    if (bare.size() > kShortRequest)
        return;
    // Not "Re: Unsubscribe": then the word is somebody else's.
    const QString subject = bareWords(withoutAddresses(withoutListTag(foldedSubject)));
    // "unsubscribe e-mail list": a word or two may follow.
    const auto start = signPhrases().atStart(QStringLiteral("optOutWhole"), subject);
    if (start && subject.size() <= start->length + kFewWords)
        add(Intent::DoNotContact, 6.0, QStringLiteral("the subject: ") + subject);
}

void addShortAnswer(const QString &bare, const AddPoints &add)
{
    if (bare.size() > kShortAnswer)
        return;
    if (isWhole("noWhole", bare))
        add(Intent::NotInterested, 4.0, QStringLiteral("the whole answer: ") + bare);
    else if (isWhole("yesWhole", bare))
        add(Intent::Interested, 4.0, QStringLiteral("the whole answer: ") + bare);
}

/// "every Monday", "tous les lundis", "毎週月曜": a habit is no date.
bool isHabit(const QString &folded, qsizetype at)
{
    static const QRegularExpression each(QStringLiteral("(?:(?:^|[^\\p{L}])(?:every|each|jede[nrsm]?|chaque|tous les|cada|todos? (?:los|os)|todas as|ogni|tutti i|elke|iedere|varje|hver"
                                                        "|każd\\p{L}+|co|кажд\\p{L}+|по|katr[uā]|každ\\p{L}+) $|毎週$|每周$|每週$|매주 ?$)"),
        QRegularExpression::UseUnicodePropertiesOption);
    return each.match(folded.left(at).right(20)).hasMatch();
}

QString weekdayIn(const QString &folded)
{
    for (qsizetype from = 0;;) {
        const auto day = signPhrases().find(QStringLiteral("weekday"), folded.mid(from));
        if (!day)
            return {};
        if (!isHabit(folded, from + day->at))
            return day->phrase;
        from += day->at + day->length;
    }
}

/// With its "?", or cut behind a whole word: what ends in "…" is not taken for all that was asked.
QString shownQuestion(const QString &sentence)
{
    if (sentence.size() <= kShownQuestion)
        return sentence + u'?';
    const qsizetype blank = sentence.lastIndexOf(u' ', kShownQuestion);
    return sentence.left(blank > 0 ? blank : kShownQuestion).trimmed() + u'…';
}

/// The first sentence that begins with a word of asking and ends with "?", shortened; small talk is none.
QString plainQuestion(const QString &folded)
{
    qsizetype start = 0;
    for (qsizetype at = 0; at < folded.size(); ++at) {
        const QChar c = folded.at(at);
        if (c != u'?' && c != u'.' && c != u'!' && c != u',' && c != u':' && c != u';')
            continue;
        if (c == u'?') {
            QString sentence = folded.mid(start, at - start).trimmed();
            while (!sentence.isEmpty() && !sentence.front().isLetter())
                sentence.remove(0, 1);
            if (signPhrases().atStart(QStringLiteral("questionStart"), sentence) && !signPhrases().atStart(QStringLiteral("smallTalk"), sentence))
                return shownQuestion(sentence);
        }
        start = at + 1;
    }
    return {};
}

/// "Our IT decides on that", "wenden Sie sich an die Marketingabteilung": another department and words that send there.
void addDepartment(const QString &folded, const AddPoints &add)
{
    if (folded.size() > kShortReferral)
        return;
    const auto department = signPhrases().find(QStringLiteral("department"), folded);
    if (department && signPhrases().find(QStringLiteral("refer"), folded))
        add(Intent::WrongPerson, 2.6, QStringLiteral("sends us to ") + department->phrase);
}

} // namespace

bool namesAnHour(const QString &folded)
{
    static const QRegularExpression hour(QStringLiteral(
        "(?<![\\d.,:/-])(?:[01]?\\d|2[0-4])(?::[0-5]\\d|[.h][0-5]\\d(?= ?(?:uhr|uur|h\\b|kl|am\\b|pm\\b|a\\.m|p\\.m|[,.;?!)]|$| ))(?![.\\d])"
        "| ?(?:uhr|uur|am|pm|a\\.m|p\\.m|o'clock|h|hrs|heures|часов|часа|ч)(?!\\p{L})| ?[時点點시])"));
    static const QRegularExpression before(QStringLiteral("(?:\\bkl\\.?|\\bplkst\\.?|\\bklo|\\bo godz\\.?|\\b(?:at|um|om|gegen|around|o|alle|dalle|a las|à|às|vers|в|о)) ?(?:[01]?\\d|2[0-4])(?![\\d.,/%])"
                                                          "|\\b(?:noon|midday|mittags|midi|mediodía|mezzogiorno|meio-dia|południe)\\b"),
        QRegularExpression::UseUnicodePropertiesOption);
    return hour.match(folded).hasMatch() || before.match(folded).hasMatch();
}

bool isNegated(const QString &folded, qsizetype at)
{
    static const QSet<QString> negations = {QStringLiteral("not"), QStringLiteral("no"), QStringLiteral("don't"),
        QStringLiteral("isn't"), QStringLiteral("aren't"), QStringLiteral("won't"), QStringLiteral("can't"),
        QStringLiteral("cannot"), QStringLiteral("never"), QStringLiteral("neither"), QStringLiteral("nicht"),
        QStringLiteral("kein"), QStringLiteral("keine"), QStringLiteral("keinen"), QStringLiteral("nie"),
        QStringLiteral("pas"), QStringLiteral("aucun"), QStringLiteral("aucune"), QStringLiteral("sin"),
        QStringLiteral("non"), QStringLiteral("niet"), QStringLiteral("geen"), QStringLiteral("não"),
        QStringLiteral("sem"), QStringLiteral("inte"), QStringLiteral("ikke"), QStringLiteral("ej"),
        QStringLiteral("не"), QStringLiteral("нет"), QStringLiteral("без"), QStringLiteral("nav"),
        QStringLiteral("neesam"), QStringLiteral("nesmu"), QStringLiteral("ne"), QStringLiteral("bez"),
        QStringLiteral("brak"), QStringLiteral("didn't"), QStringLiteral("doesn't"), QStringLiteral("wasn't")};
    const qsizetype from = qMax<qsizetype>(0, at - 40);
    QString before = folded.mid(from, at - from).trimmed();
    for (int words = 0; words < 3 && !before.isEmpty(); ++words) {
        const qsizetype blank = before.lastIndexOf(u' ');
        const QString word = before.mid(blank + 1);
        // A comma or full stop ends the clause: "No, let's talk" is willing.
        if (!word.isEmpty() && !word.back().isLetterOrNumber())
            return false;
        if (negations.contains(word))
            return true;
        before = blank < 0 ? QString() : before.left(blank).trimmed();
    }
    return false;
}

void addSigns(const QString &text, const QString &folded, const QString &foldedSubject, const AddPoints &add)
{
    const QString bare = bareWords(withoutAddresses(folded));
    addBareRequest(bare, foldedSubject, add);
    addShortAnswer(bare, add);
    addDepartment(folded, add);
    if (const auto link = signPhrases().find(QStringLiteral("calendarLink"), folded))
        add(Intent::MeetingRequest, 3.5, QStringLiteral("a link to a calendar, ") + link->phrase);
    const bool asks = text.contains(u'?') || text.contains(QChar(0xFF1F));
    const QString weekday = weekdayIn(folded);
    const QString named = !weekday.isEmpty() ? weekday : dayNamedIn(folded);
    if (!named.isEmpty() && namesAnHour(folded))
        add(Intent::MeetingRequest, kPlainPoints, QStringLiteral("a day and an hour: ") + named);
    else if (!weekday.isEmpty() && asks)
        add(Intent::MeetingRequest, 1.5, QStringLiteral("asks about ") + named);
    if (const QString question = plainQuestion(folded); !question.isEmpty())
        add(Intent::InformationRequest, 2.6, QStringLiteral("asks: ") + question);
    else if (asks)
        add(Intent::InformationRequest, 1.2, QStringLiteral("?"));
}

} // namespace inlet::triage
