// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/IntentSigns_p.h"

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

/// "Nice pitch. No." and "Yes.\nThanks, Tom": one sentence is the whole answer. What a short text says besides may
/// outweigh it.
void addAnswerInSentence(const QString &text, const AddPoints &add)
{
    static const QRegularExpression end(QStringLiteral("[.!\n。！]+(?!\\s*\\d)\\s*"));
    if (text.size() > kShortRequest)
        return;
    const QStringList sentences = text.split(end, Qt::SkipEmptyParts);
    if (sentences.size() < 2)
        return;
    const QString first = bareWords(PhraseTable::fold(sentences.first()));
    if (text.size() <= kShortAnswer && isWhole("yesWhole", first))
        return add(Intent::Interested, 2.6, QStringLiteral("says only: ") + first);
    for (const QString &sentence : sentences) {
        const QString bare = bareWords(PhraseTable::fold(sentence));
        if (isWhole("noWhole", bare))
            return add(Intent::NotInterested, 2.6, QStringLiteral("says only: ") + bare);
    }
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

/// "That's Peter's department": tables cannot know the name.
void addSomebodysJob(const QString &folded, const AddPoints &add)
{
    static const QRegularExpression job(QStringLiteral(
        "(?<!\\p{L})(?!(?:let|it|that|what|today|everyone)'s)\\p{L}{2,30}'s (?:area|baby|department|domain|field|job|remit|responsibility|topic|turf)(?!\\p{L})"),
        QRegularExpression::UseUnicodePropertiesOption);
    if (const auto match = job.match(folded); match.hasMatch())
        add(Intent::WrongPerson, 2.8, match.captured());
}

/// "We already have another provider", "wir haben bereits eine eigene Lösung", "on a déjà notre propre outil".
void addOwnSolution(const QString &folded, const AddPoints &add)
{
    static const QRegularExpression own(QStringLiteral(
        "(?:^|[^\\p{L}])(?:"
        "(?:we|i)(?:'ve| have| use| got)(?: already| just| now| got| since){0,2}(?: an?| our| my| the| own| another| other| different| internal| in-house| good){1,3} "
        "(?:agency|partner|platform|provider|software|solution|supplier|system|tool|vendor)"
        "|(?:wir|ich) (?:haben|habe|nutzen|nutze) (?:da |dafür |hier )?(?:bereits|schon|längst|selbst) (?:eine?n?|unsere?n?)(?: eigene[ns]?| andere[ns]?| gute[ns]?)? "
        "(?:agentur|anbieter|dienstleister|lieferanten|lösung|partner|software|system|tool)"
        "|(?:nous avons|on a|j'ai) déjà (?:une?|notre|nos)(?: propre| autre| bonne?)? (?:agence|fournisseur|logiciel|outil|partenaire|prestataire|solution|système)"
        "|ya (?:tenemos|contamos con|usamos) (?:una?|nuestr[oa])(?: propi[oa])? ?(?:agencia|herramienta|proveedor|sistema|socio|solución)"
        "|(?:abbiamo|usiamo) già (?:una?|un'|il nostro|la nostra) ?(?:agenzia|fornitore|partner|sistema|soluzione|strumento)"
        "|(?:we|wij) hebben al (?:een|onze)(?: eigen| andere| goede)? (?:leverancier|oplossing|partner|systeem|tool)"
        "|já (?:temos|usamos) (?:uma?|o nosso|a nossa) ?(?:agência|ferramenta|fornecedor|parceiro|sistema|solução)"
        ")(?!\\p{L})"), QRegularExpression::UseUnicodePropertiesOption);
    // Who is about to give up what they have is the one to talk to.
    static const QRegularExpression change(QStringLiteral(
        "(?:^|[^\\p{L}])(?:(?:want|like|looking|plan|planning|going|ready|need|thinking)[^.!?\n]{0,20} (?:to |of |about )?"
        "(?:chang|mov|replac|switch)(?:e|ing)?(?: away| over)?"
        "|(?:wollen|möchten|würden)[^.!?\n]{0,40} (?:ablösen|ersetzen|umsteigen|wechseln)"
        "|(?:voulons|souhaitons|aimerions|voudrais)[^.!?\n]{0,20} (?:changer|remplacer)"
        "|(?:queremos|quiero)[^.!?\n]{0,20} (?:cambiar|reemplazar|sustituir)"
        "|vogliamo[^.!?\n]{0,20} (?:cambiare|sostituire)"
        "|(?:willen)[^.!?\n]{0,30} (?:overstappen|vervangen|wisselen))(?!\\p{L})"), QRegularExpression::UseUnicodePropertiesOption);
    if (const auto wish = change.match(folded); wish.hasMatch())
        add(Intent::Interested, 2.6, wish.captured().trimmed());
    else if (const auto match = own.match(folded); match.hasMatch())
        add(Intent::NotInterested, 2.6, match.captured().trimmed());
}

/// "Nothing until March", "erst ab Herbst", "après les fêtes": a season or a month behind a word that puts off.
void addPostponed(const QString &folded, const AddPoints &add)
{
    static const QRegularExpression later(QStringLiteral(
        "(?:^|[^\\p{L}])(?:"
        "(?:until|till|after|not before|nothing before|from|come|in)(?: the| next| early| late| mid| end of| beginning of){0,2} "
        "(?:spring|summer|autumn|fall|winter|easter|christmas|xmas|new year|holidays?|"
        "(?<!in )(?:january|february|march|april|june|july|august|september|october|november|december))"
        "|(?:bis|nach|ab|nicht vor|erst im|im)(?: dem| den| der| zum| nächsten?| kommenden| ende| anfang| mitte){0,2} "
        "(?:frühjahr|frühling|sommer|sommerpause|herbst|winter|ostern|pfingsten|weihnachten|neujahr|jahreswechsel|ferien|(?<!im )(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))"
        "|(?:après|avant|pas avant|d'ici|à partir de|jusqu'à|jusqu'en)(?: l'| la | le | les )? ?(?:été|hiver|automne|printemps|noël|pâques|fêtes|vacances|rentrée|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)"
        "|(?:después de|a partir de|hasta|tras|antes de)(?: el| la| las| los)? ?(?:verano|otoño|invierno|primavera|navidad|navidades|vacaciones|pascua|fiestas|enero|febrero|marzo|abril|mayo|junio|julio|septiembre|octubre|noviembre|diciembre)"
        "|(?:dopo|prima d[i']|a partire da|fino a)(?: l'| la | le | il )? ?(?:estate|autunno|inverno|primavera|natale|pasqua|vacanze|ferie|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)"
        "|(?:na|vanaf|pas in|tot)(?: de| het)? (?:zomer|herfst|winter|voorjaar|kerst|pasen|vakantie|feestdagen|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
        ")(?!\\p{L})"), QRegularExpression::UseUnicodePropertiesOption);
    if (folded.size() > kShortReferral)
        return;
    if (const auto match = later.match(folded); match.hasMatch())
        add(Intent::NotNow, 2.5, match.captured().trimmed());
}

/// "Tuesday or Thursday", "Dienstag oder Mittwoch".
bool offersDays(const QString &folded)
{
    static const QRegularExpression either(QStringLiteral(
        "(?<!\\p{L})(\\p{L}{3,20})(?: morning| afternoon)? (?:or|oder|ou|o|oppure|of|lub|albo|eller|или|або|nebo|tai|vai|arba|või|vagy|sau|veya) (?:on |am |le |el |on |w |på |в )?(\\p{L}{3,20})(?!\\p{L})"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto isDay = [](const QString &word) {
        const auto hit = signPhrases().atStart(QStringLiteral("weekday"), word);
        return hit && hit->length == word.size();
    };
    for (auto it = either.globalMatch(folded); it.hasNext();) {
        const auto match = it.next();
        if (isDay(match.captured(1)) && isDay(match.captured(2)))
            return true;
    }
    return false;
}

} // namespace

bool namesAnHour(const QString &folded)
{
    static const QRegularExpression hour(QStringLiteral(
        "(?<![\\d.,:/-])(?:[01]?\\d|2[0-4])(?::[0-5]\\d|[.h][0-5]\\d(?= ?(?:uhr|uur|h\\b|kl|am\\b|pm\\b|a\\.m|p\\.m|[,.;?!)]|$| ))(?![.\\d])"
        "| ?(?:uhr|uur|am|pm|a\\.m|p\\.m|o'clock|h|hrs|heures|часов|часа|ч)(?!\\p{L})| ?[時点點시])"));
    static const QRegularExpression before(QStringLiteral("(?:\\bkl\\.?|\\bplkst\\.?|\\bklo|\\bo godz\\.?|\\b(?:at|um|om|gegen|around|o|alle|dalle|a las|à|às|vers|в|о)) ?(?:[01]?\\d|2[0-4])(?![\\d.,/%])"
                                                          "|\\bat (?:half past )?(?:eight|nine|ten|eleven|twelve|one|two|three|four|five)(?!\\p{L}| of | places| offices| sites| locations| companies)|\\b(?:um|gegen) (?:halb )?(?:acht|neun|zehn|elf|zwölf|drei|vier)(?!\\p{L})"
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
    addAnswerInSentence(text, add);
    addDepartment(folded, add);
    addSomebodysJob(folded, add);
    addOwnSolution(folded, add);
    addPostponed(folded, add);
    if (offersDays(folded))
        add(Intent::MeetingRequest, 2.6, QStringLiteral("offers days"));
    if (const auto link = signPhrases().find(QStringLiteral("calendarLink"), folded))
        add(Intent::MeetingRequest, 3.5, QStringLiteral("a link to a calendar, ") + link->phrase);
    const bool asks = text.contains(u'?') || text.contains(QChar(0xFF1F));
    const QString weekday = weekdayIn(folded);
    const QString named = !weekday.isEmpty() ? weekday : dayNamedIn(folded);
    if (!named.isEmpty() && namesAnHour(folded))
        add(Intent::MeetingRequest, kPlainPoints, QStringLiteral("a day and an hour: ") + named);
    else if (!weekday.isEmpty() && asks)
        add(Intent::MeetingRequest, 1.5, QStringLiteral("asks about ") + named);
    if (const QString question = plainQuestion(folded); !question.isEmpty()) {
        // Whoever asks about a day or an hour and for no facts ("can you send prices by Friday?") asks for time.
        const bool asksForTime = (!weekdayIn(question).isEmpty() || namesAnHour(question))
            && !intentPhrases().find(QStringLiteral("information"), question);
        add(asksForTime ? Intent::MeetingRequest : Intent::InformationRequest, 2.6, QStringLiteral("asks: ") + question);
    }
    else if (asks)
        add(Intent::InformationRequest, 1.2, QStringLiteral("?"));
}

} // namespace inlet::triage
