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

struct Word {
    qsizetype begin = 0;
    qsizetype end = 0;
    QString folded;
};

struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// A word as the index sees it: letters and digits, also with their accents.
QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    qsizetype begin = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const QChar c = i < text.size() ? text.at(i) : QChar(QLatin1Char(' '));
        const bool inside = c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
        if (inside && begin < 0)
            begin = i;
        if (inside || begin < 0)
            continue;
        words.append({begin, i, foldedWords(text.mid(begin, i - begin)).join(QString())});
        begin = -1;
    }
    return words;
}

bool matchesAt(const QList<Word> &words, qsizetype at, const QStringList &wanted, bool prefix)
{
    if (at + wanted.size() > words.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString &word = words.at(at + i).folded;
        const bool last = i == wanted.size() - 1;
        if (last && prefix ? !word.startsWith(wanted.at(i)) : word != wanted.at(i))
            return false;
    }
    return true;
}

QList<Span> matchesOf(const QList<Word> &words, const QList<SearchQuery::Term> &terms)
{
    QList<QPair<QStringList, bool>> wanted;
    for (const SearchQuery::Term &term : terms)
        wanted.append({foldedWords(term.text), term.prefix});
    QList<Span> spans;
    for (qsizetype at = 0; at < words.size(); ++at) {
        for (const auto &[phrase, prefix] : std::as_const(wanted)) {
            if (phrase.isEmpty() || !matchesAt(words, at, phrase, prefix))
                continue;
            spans.append({words.at(at).begin, words.at(at + phrase.size() - 1).end});
            at += phrase.size() - 1;
            break;
        }
    }
    return spans;
}

} // namespace

QString snippetOf(const QString &wholeText, const QList<SearchQuery::Term> &terms)
{
    const QString text = wholeText.left(kMaxSearched);
    const QList<Word> words = wordsOf(text);
    const QList<Span> matches = matchesOf(words, terms);
    if (matches.isEmpty())
        return {};
    qsizetype from = std::max<qsizetype>(0, matches.first().begin - kBefore);
    for (const Word &word : words) {
        if (word.begin >= from) { // begin with a whole word
            from = word.begin;
            break;
        }
    }
    const qsizetype to = std::min(text.size(), std::max(from + kLength, matches.first().end));
    QString out = from > 0 ? QStringLiteral("\u2026") : QString();
    qsizetype done = from;
    for (const Span &match : matches) {
        if (match.begin < done || match.end > to)
            continue;
        out += text.mid(done, match.begin - done) + kMatchBegin + text.mid(match.begin, match.end - match.begin)
            + kMatchEnd;
        done = match.end;
    }
    out += text.mid(done, to - done);
    return out.simplified();
}

} // namespace inlet::store
