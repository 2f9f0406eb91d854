// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/StandIn_p.h"

#include "triage/AddressFinder_p.h"
#include "triage/Phrases_p.h"

#include <QSet>
#include <QStringList>

namespace inlet::triage
{

namespace
{

constexpr qsizetype kMaxStandInText = 3000;
constexpr qsizetype kCueBefore = 180; ///< characters between the words that ask to write to somebody and whom
constexpr qsizetype kCueAfter = 80;
constexpr qsizetype kMaxNameWords = 4;
constexpr qsizetype kMaxNameLength = 80;

bool hasCue(const QString &text)
{
    return autoReplyPhrases().find(QStringLiteral("standIn"), mime::PhraseTable::fold(text)).has_value();
}

bool isCueWord(const QString &word)
{
    const QString folded = mime::PhraseTable::fold(word);
    const auto hit = autoReplyPhrases().atStart(QStringLiteral("standIn"), folded);
    return hit && hit->length == folded.size();
}

/// Words that may stand between a name and its address.
bool isLink(const QString &word)
{
    static const QSet<QString> links = {QStringLiteral("at"), QStringLiteral("on"), QStringLiteral("via"), QStringLiteral("by"),
        QStringLiteral("email"), QStringLiteral("e-mail"), QStringLiteral("mail"), QStringLiteral("unter"), QStringLiteral("per"),
        QStringLiteral("à"), QStringLiteral("a"), QStringLiteral("au"), QStringLiteral("en"), QStringLiteral("par"),
        QStringLiteral("al"), QStringLiteral("all'indirizzo"), QStringLiteral("adresse"), QStringLiteral("l'adresse"),
        QStringLiteral("op"), QStringLiteral("em"), QStringLiteral("pod"), QStringLiteral("på"), QStringLiteral("adres"),
        QStringLiteral("adresem"), QStringLiteral("по"), QStringLiteral("адресу"), QStringLiteral("почте"),
        QStringLiteral("e-pastā"), QStringLiteral("e-pasts"), QStringLiteral("through"), QStringLiteral("correo"),
        QStringLiteral("el"), QStringLiteral("o"), QStringLiteral("endereço"), QStringLiteral("indirizzo"), QStringLiteral("ou"),
        QStringLiteral("und"), QStringLiteral("email:"), QStringLiteral("mail:"), QStringLiteral("e-mail:")};
    return links.contains(word.toLower());
}

/// A title is no part of the name.
bool isTitle(const QString &word)
{
    static const QSet<QString> titles = {QStringLiteral("mr"), QStringLiteral("mr."), QStringLiteral("mrs"), QStringLiteral("mrs."),
        QStringLiteral("ms"), QStringLiteral("ms."), QStringLiteral("dr"), QStringLiteral("dr."), QStringLiteral("herr"),
        QStringLiteral("herrn"), QStringLiteral("frau"), QStringLiteral("m."), QStringLiteral("mme"), QStringLiteral("sr."),
        QStringLiteral("sra."), QStringLiteral("sig."), QStringLiteral("dott."), QStringLiteral("dhr."), QStringLiteral("mevr."),
        QStringLiteral("pan"), QStringLiteral("pani"), QStringLiteral("panem"), QStringLiteral("panią")};
    return titles.contains(word.toLower());
}

/// Small words inside names: "Piet de Vries", "Ana von der Leyen".
bool isParticle(const QString &word)
{
    static const QSet<QString> particles = {QStringLiteral("de"), QStringLiteral("van"), QStringLiteral("der"), QStringLiteral("den"),
        QStringLiteral("von"), QStringLiteral("zu"), QStringLiteral("da"), QStringLiteral("do"), QStringLiteral("dos"), QStringLiteral("di"),
        QStringLiteral("del"), QStringLiteral("della"), QStringLiteral("la"), QStringLiteral("le"), QStringLiteral("ten"), QStringLiteral("ter"),
        QStringLiteral("el"), QStringLiteral("bin"), QStringLiteral("af")};
    return particles.contains(word);
}

bool isNameWord(const QString &word)
{
    if (word.size() < 2 || word.contains(u'@') || !word.front().isUpper())
        return false;
    bool anyLower = false;
    for (const QChar c : word) {
        if (!c.isLetter() && c != u'-' && c != u'\'' && c != u'.' && c != QChar(0x2019) && !c.isMark())
            return false;
        anyLower = anyLower || c.isLower();
    }
    return anyLower;
}

bool isEastern(QChar c)
{
    return c.unicode() >= 0x3040 && c.unicode() <= 0x9FFF;
}

QString easternNameBefore(const QString &before)
{
    // Names are written in Han; kana before them are particles of the sentence.
    qsizetype start = before.size();
    while (start > 0 && before.at(start - 1).unicode() >= 0x4E00 && isEastern(before.at(start - 1)) && before.size() - start < 6)
        --start;
    QString name = before.mid(start);
    // "请联系李娜": the cue is written without a blank before the name.
    if (const auto cue = autoReplyPhrases().find(QStringLiteral("standIn"), name))
        name.remove(0, cue->at + cue->length);
    return name.size() >= 2 && name.size() <= 5 ? name : QString();
}

/// The name that stands right before the address that starts at `at`.
QString nameBefore(const QString &text, qsizetype at)
{
    const qsizetype from = qMax<qsizetype>(0, at - kMaxNameLength);
    QString before = text.mid(from, at - from);
    const auto chopMarks = [&before] {
        while (!before.isEmpty() && (before.back().isSpace() || QStringView(u"<([{:,;-–—（【\"'").contains(before.back())))
            before.chop(1);
    };
    chopMarks();
    if (!before.isEmpty() && isEastern(before.back()))
        return easternNameBefore(before);
    for (int links = 0; links < 4; ++links) {
        const QString word = before.mid(before.lastIndexOf(u' ') + 1);
        if (!isLink(word))
            break;
        before.chop(word.size());
        chopMarks();
    }
    QStringList name;
    while (name.size() < kMaxNameWords) {
        const QString word = before.mid(qMax(before.lastIndexOf(u' '), before.lastIndexOf(u'\n')) + 1);
        const bool particle = !name.isEmpty() && isParticle(word);
        if (!particle && (!isNameWord(word) || isTitle(word) || word.endsWith(u'.')))
            break;
        name.prepend(word);
        before.chop(word.size());
        if (before.endsWith(u'\n'))
            break;
        before = before.trimmed();
    }
    // "Mein Kollege Timo Wolf", "Kontakta Per Ek": capitals of the language or of the sentence.
    while (!name.isEmpty() && (isParticle(name.first()) || isCueWord(name.first())))
        name.removeFirst();
    return name.size() >= 2 ? name.join(u' ') : QString();
}

/// "please contact Jane Doe": the name that follows a cue, where no address is told.
QString nameAfterCue(const QString &text)
{
    const QString folded = mime::PhraseTable::fold(text);
    const auto hit = autoReplyPhrases().find(QStringLiteral("standInName"), folded);
    if (!hit)
        return {};
    // Folding keeps words and their order, so the cue's last word is found again in the text.
    const QString simple = text.simplified();
    const QStringList words = simple.mid(qMin(simple.size(), hit->at + hit->length)).split(u' ', Qt::SkipEmptyParts);
    QStringList name;
    int skipped = 0; // "my colleague", "our head of sales"
    for (const QString &written : words) {
        QString word = written;
        const bool last = !word.isEmpty() && QStringView(u".,;:)!?(").contains(word.back());
        while (!word.isEmpty() && QStringView(u".,;:)!?(").contains(word.back()))
            word.chop(1);
        if (name.isEmpty() && isTitle(word))
            continue;
        const bool isName = isNameWord(word) || (!name.isEmpty() && isParticle(word));
        if (!isName && name.isEmpty() && !last && skipped++ < 3)
            continue;
        if (!isName || name.size() >= kMaxNameWords)
            break;
        name.append(word);
        if (last)
            break;
    }
    return name.size() >= 2 ? name.join(u' ') : QString();
}

bool isNobody(const QString &address)
{
    QString local = address.left(address.indexOf(u'@')).toLower();
    local.remove(u'-').remove(u'_').remove(u'.');
    return local.startsWith(QLatin1String("noreply")) || local.startsWith(QLatin1String("donotreply"));
}

} // namespace

QString findStandIn(const QString &text, const QString &sender)
{
    const QString bounded = text.left(kMaxStandInText);
    QList<FoundAddress> others = addressesIn(bounded);
    others.removeIf([&sender](const FoundAddress &found) {
        return found.address.compare(sender, Qt::CaseInsensitive) == 0 || isNobody(found.address);
    });
    const auto named = [&bounded](const FoundAddress &found) {
        const QString name = nameBefore(bounded, found.at);
        return name.isEmpty() ? found.address : QStringLiteral("%1 <%2>").arg(name, found.address);
    };
    for (const FoundAddress &found : std::as_const(others)) {
        const qsizetype from = qMax<qsizetype>(0, found.at - kCueBefore);
        if (hasCue(bounded.mid(from, found.at - from)) || hasCue(bounded.mid(found.end, kCueAfter)))
            return named(found);
    }
    if (const QString name = nameAfterCue(bounded); !name.isEmpty())
        return name;
    // Whatever the words: people who are away name a single colleague for one reason, within a sentence. Signatures name
    // an address in a line by itself.
    const QString domain = sender.mid(sender.indexOf(u'@') + 1);
    if (others.size() != 1 || !others.first().address.endsWith(u'@' + domain, Qt::CaseInsensitive))
        return {};
    const qsizetype at = others.first().at;
    const QString line = bounded.mid(bounded.lastIndexOf(u'\n', at) + 1, at - bounded.lastIndexOf(u'\n', at) - 1).simplified();
    return line.count(u' ') >= 3 ? named(others.first()) : QString();
}

} // namespace inlet::triage
