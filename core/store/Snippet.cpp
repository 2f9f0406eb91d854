// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Snippet.h"

namespace inlet::store
{

namespace
{

constexpr qsizetype kMaxSearched = 100'000;
constexpr qsizetype kBefore = 40;
constexpr qsizetype kLength = 120;
constexpr QChar kMatchBegin(0xE000);
constexpr QChar kMatchEnd(0xE001);

struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
};

struct Phrase {
    QStringList words; ///< folded
    bool prefix = false;
};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/// The next word at or after `from`; empty at the end of the text.
Span wordAfter(QStringView text, qsizetype from)
{
    while (from < text.size() && !isWordCharacter(text.at(from)))
        ++from;
    qsizetype end = from;
    while (end < text.size() && isWordCharacter(text.at(end)))
        ++end;
    return {from, end};
}

/// Whether the word is `wanted`, or begins so; folds only what the first letter does not rule out.
bool matchesWord(QStringView word, const QString &wanted, bool prefix)
{
    const QChar first = word.front();
    if (first.unicode() < 0x80 && first.toLower() != wanted.front())
        return false;
    const QString folded = foldedWords(word.toString()).join(QString());
    return prefix ? folded.startsWith(wanted) : folded == wanted;
}

/// Where the phrase ends that begins with the word at `at`; -1: it does not.
qsizetype endOfMatch(QStringView text, Span at, const Phrase &phrase)
{
    for (qsizetype i = 0; i < phrase.words.size(); ++i) {
        const bool last = i == phrase.words.size() - 1;
        if (at.begin == at.end
            || !matchesWord(text.mid(at.begin, at.end - at.begin), phrase.words.at(i), last && phrase.prefix))
            return -1;
        if (last)
            return at.end;
        at = wordAfter(text, at.end);
    }
    return -1;
}

/// The first match that begins in [from, to).
std::optional<Span> nextMatch(QStringView text, qsizetype from, qsizetype to, const QList<Phrase> &phrases)
{
    for (Span word = wordAfter(text, from); word.begin < word.end && word.begin < to; word = wordAfter(text, word.end)) {
        for (const Phrase &phrase : phrases) {
            const qsizetype end = endOfMatch(text, word, phrase);
            if (end >= 0)
                return Span{word.begin, end};
        }
    }
    return std::nullopt;
}

QList<Phrase> phrasesOf(const QList<SearchQuery::Term> &terms)
{
    QList<Phrase> phrases;
    for (const SearchQuery::Term &term : terms) {
        const QStringList words = foldedWords(term.text);
        if (!words.isEmpty())
            phrases.append({words, term.prefix});
    }
    return phrases;
}

/// A little before the match, at the beginning of a word.
qsizetype beginBefore(QStringView text, qsizetype match)
{
    qsizetype from = std::max<qsizetype>(0, match - kBefore);
    while (from > 0 && from < match && !text.at(from - 1).isSpace())
        ++from;
    return from;
}

} // namespace

QString snippetOf(const QString &wholeText, const QList<SearchQuery::Term> &terms)
{
    const QStringView text = QStringView(wholeText).left(kMaxSearched);
    const QList<Phrase> phrases = phrasesOf(terms);
    std::optional<Span> match = nextMatch(text, 0, text.size(), phrases);
    if (!match)
        return {};
    qsizetype done = beginBefore(text, match->begin);
    const qsizetype to = std::min(text.size(), std::max(done + kLength, match->end));
    QString out = done > 0 ? QStringLiteral("\u2026") : QString();
    while (match && match->end <= to) {
        out += text.mid(done, match->begin - done);
        out += kMatchBegin;
        out += text.mid(match->begin, match->end - match->begin);
        out += kMatchEnd;
        done = match->end;
        match = nextMatch(text, done, to, phrases);
    }
    out += text.mid(done, to - done);
    return out.simplified();
}

} // namespace inlet::store
