// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/PhraseTable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

// Q_INIT_RESOURCE must stand outside any namespace. The tables are part of this library, so that
// nobody has to remember to load them before the first message.
static void initPhraseResource()
{
    Q_INIT_RESOURCE(phrases);
}

namespace inlet::mime
{

namespace
{

/// Han, kana, hangul and Thai are written without blanks or glue endings to words.
bool isUnspaced(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x0E00 && code <= 0x0E7F) || (code >= 0x3040 && code <= 0x9FFF)
        || (code >= 0xAC00 && code <= 0xD7AF);
}

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() && !isUnspaced(c);
}

QStringView startKey(QStringView text)
{
    if (text.isEmpty() || !isWordChar(text.front()))
        return text.left(1);
    qsizetype end = 0;
    while (end < text.size() && isWordChar(text.at(end)))
        ++end;
    return text.left(end);
}

/// The table writes "i am away" or "i'm away", people write either.
QString englishTwin(const QString &phrase)
{
    struct Pair {
        QLatin1String full;
        QLatin1String spoken;
    };
    static constexpr std::array kPairs = {Pair{QLatin1String("i am"), QLatin1String("i'm")}, Pair{QLatin1String("we are"), QLatin1String("we're")},
        Pair{QLatin1String("you are"), QLatin1String("you're")}, Pair{QLatin1String("i will"), QLatin1String("i'll")},
        Pair{QLatin1String("we will"), QLatin1String("we'll")}, Pair{QLatin1String("i have"), QLatin1String("i've")},
        Pair{QLatin1String("we have"), QLatin1String("we've")}, Pair{QLatin1String("i would"), QLatin1String("i'd")},
        Pair{QLatin1String("we would"), QLatin1String("we'd")}, Pair{QLatin1String("you would"), QLatin1String("you'd")},
        Pair{QLatin1String("do not"), QLatin1String("don't")}, Pair{QLatin1String("does not"), QLatin1String("doesn't")},
        Pair{QLatin1String("did not"), QLatin1String("didn't")}, Pair{QLatin1String("is not"), QLatin1String("isn't")},
        Pair{QLatin1String("are not"), QLatin1String("aren't")}, Pair{QLatin1String("will not"), QLatin1String("won't")},
        Pair{QLatin1String("cannot"), QLatin1String("can't")}};
    const QString spaced = u' ' + phrase + u' ';
    for (const Pair &pair : kPairs) {
        for (const auto &[from, to] : {std::pair{pair.full, pair.spoken}, std::pair{pair.spoken, pair.full}}) {
            const qsizetype at = spaced.indexOf(u' ' + from + u' ');
            if (at >= 0)
                return QString(phrase).replace(at, from.size(), to);
        }
    }
    return {};
}

QChar folded(QChar c)
{
    switch (c.unicode()) {
    case 0x2018:
    case 0x2019:
    case 0x00B4:
    case 0x0060:
        return u'\'';
    case 0x2010:
    case 0x2011:
    case 0x2013:
        return u'-';
    default:
        return c.toLower();
    }
}

} // namespace

PhraseTable::PhraseTable(const QString &resource)
{
    initPhraseResource();
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject groups = QJsonDocument::fromJson(file.readAll()).object();
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        const QJsonObject languages = group.value().toObject();
        for (auto language = languages.begin(); language != languages.end(); ++language) {
            const QJsonArray phrases = language.value().toArray();
            for (const QJsonValue &phrase : phrases)
                addWithTwin(group.key(), phrase.toString(), language.key());
        }
    }
}

void PhraseTable::addPhrase(const QString &group, const QString &phrase, const QString &language)
{
    const Entry entry{fold(phrase), phrase, language};
    if (entry.folded.isEmpty())
        return;
    const QString start = startKey(entry.folded).toString();
    m_groups[group].byStart[start].append(entry);
    m_every[start].append({group, entry});
}

void PhraseTable::addWithTwin(const QString &group, const QString &phrase, const QString &language)
{
    addPhrase(group, phrase, language);
    if (language != QLatin1String("en"))
        return;
    if (const QString twin = englishTwin(phrase); !twin.isEmpty())
        addPhrase(group, twin, language);
}

QString PhraseTable::fold(const QString &text)
{
    // Every line of every message passes here: one pass, one allocation.
    QString out(text.size(), Qt::Uninitialized);
    QChar *end = out.data();
    bool blank = false;
    for (const QChar c : text) {
        if (c.isSpace()) {
            blank = end != out.constData();
            continue;
        }
        if (blank)
            *end++ = u' ';
        blank = false;
        *end++ = folded(c);
    }
    out.truncate(end - out.constData());
    return out;
}

/// `entry` stands at `at` and ends with a word.
bool PhraseTable::matches(const Entry &entry, const QString &folded, qsizetype at)
{
    if (!QStringView(folded).mid(at).startsWith(entry.folded))
        return false;
    const qsizetype end = at + entry.folded.size();
    return !isWordChar(entry.folded.back()) || end >= folded.size() || !isWordChar(folded.at(end));
}

std::optional<PhraseTable::Hit> PhraseTable::matchAt(const Group &group, const QString &folded,
    qsizetype at)
{
    const auto found = group.byStart.find(startKey(QStringView(folded).mid(at)));
    if (found == group.byStart.end())
        return std::nullopt;
    std::optional<Hit> best;
    for (const Entry &entry : found->second) {
        if (matches(entry, folded, at) && (!best || entry.folded.size() > best->length))
            best = Hit{entry.phrase, entry.language, at, entry.folded.size()};
    }
    return best;
}

std::optional<PhraseTable::Hit> PhraseTable::find(const QString &name, const QString &folded) const
{
    const auto group = m_groups.constFind(name);
    if (group == m_groups.constEnd())
        return std::nullopt;
    bool inWord = false;
    for (qsizetype at = 0; at < folded.size(); ++at) {
        const bool wordChar = isWordChar(folded.at(at));
        if (!inWord || !wordChar) {
            if (const auto hit = matchAt(*group, folded, at))
                return hit;
        }
        inWord = wordChar;
    }
    return std::nullopt;
}

QList<PhraseTable::GroupHit> PhraseTable::all(const QString &folded) const
{
    QList<GroupHit> out;
    bool inWord = false;
    for (qsizetype at = 0; at < folded.size(); ++at) {
        const bool wordChar = isWordChar(folded.at(at));
        const bool starts = !inWord || !wordChar;
        inWord = wordChar;
        const auto candidates = starts ? m_every.find(startKey(QStringView(folded).mid(at))) : m_every.end();
        if (candidates == m_every.end())
            continue;
        const GroupEntry *best = nullptr;
        for (const GroupEntry &candidate : candidates->second) {
            const bool longer = !best || candidate.entry.folded.size() > best->entry.folded.size();
            if (longer && matches(candidate.entry, folded, at))
                best = &candidate;
        }
        if (!best)
            continue;
        const qsizetype length = best->entry.folded.size();
        out.append({best->group, {best->entry.phrase, best->entry.language, at, length}});
        at += length - 1;
        inWord = isWordChar(folded.at(at));
    }
    return out;
}

std::optional<PhraseTable::Hit> PhraseTable::atStart(const QString &name, const QString &folded) const
{
    const auto group = m_groups.constFind(name);
    return group == m_groups.constEnd() ? std::nullopt : matchAt(*group, folded, 0);
}

} // namespace inlet::mime
