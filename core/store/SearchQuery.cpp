// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchQuery.h"

#include "store/Categories_p.h"
#include "store/values/SearchWords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace inlet::store
{

namespace
{

constexpr qsizetype kMaxTyped = 1000;
constexpr int kMaxParts = 32;

/// A piece of the typed text: -operator:"value".
struct Piece {
    bool excluded = false;
    bool quoted = false;
    QString name; ///< lower-case operator, empty: none
    QString value;
    QString whole; ///< as typed, without the minus
};

/// "has:" before its value is typed says nothing yet.
bool isBareOperator(const Piece &piece)
{
    constexpr std::array kOperators = {"from", "to", "domain", "subject", "company", "campaign", "via", "cat", "category", "label", "tag", "is", "has", "before", "after",
        "older", "larger"};
    if (piece.quoted || !piece.name.isEmpty() || !piece.value.endsWith(QLatin1Char(':')))
        return false;
    const QString name = piece.value.chopped(1).toLower();
    return std::any_of(kOperators.begin(), kOperators.end(), [&name](const char *known) { return name == QLatin1String(known); });
}

QList<Piece> piecesOf(const QString &typed)
{
    static const QRegularExpression shape(
        QStringLiteral("(-?)(?:(\\w+):)?(?:\"([^\"]*)\"?|([^\\s\"]+))"), QRegularExpression::UseUnicodePropertiesOption);
    QList<Piece> out;
    auto it = shape.globalMatch(typed.left(kMaxTyped));
    while (it.hasNext() && out.size() < kMaxParts) {
        const QRegularExpressionMatch match = it.next();
        Piece piece;
        piece.excluded = !match.captured(1).isEmpty();
        piece.name = match.captured(2).toLower();
        piece.quoted = match.hasCaptured(3);
        piece.value = piece.quoted ? match.captured(3) : match.captured(4);
        piece.whole = match.captured(0).mid(piece.excluded ? 1 : 0);
        if (!piece.value.isEmpty() && !isBareOperator(piece))
            out.append(piece);
    }
    return out;
}

std::optional<SearchQuery::Field> fieldOf(const QString &name)
{
    if (name == QLatin1String("from"))
        return SearchQuery::Field::From;
    if (name == QLatin1String("to"))
        return SearchQuery::Field::To;
    if (name == QLatin1String("domain"))
        return SearchQuery::Field::Domain;
    if (name == QLatin1String("subject"))
        return SearchQuery::Field::Subject;
    if (name == QLatin1String("company"))
        return SearchQuery::Field::Company;
    if (name == QLatin1String("campaign"))
        return SearchQuery::Field::Campaign;
    return std::nullopt;
}

std::optional<SearchQuery::Flag> flagOf(const QString &name, const QString &value)
{
    using Flag = SearchQuery::Flag;
    struct Entry {
        const char *name;
        const char *value;
        Flag flag;
    };
    constexpr std::array kEntries = {Entry{"is", "unread", Flag::Unread}, Entry{"is", "read", Flag::Read},
        Entry{"is", "unanswered", Flag::Unanswered}, Entry{"is", "snoozed", Flag::Snoozed},
        Entry{"is", "auto", Flag::Auto}, Entry{"is", "starred", Flag::Starred},
        Entry{"is", "archived", Flag::Archived}, Entry{"is", "muted", Flag::Muted},
        Entry{"is", "bounced", Flag::Bounced}, Entry{"has", "attachment", Flag::Attachment},
        Entry{"has", "note", Flag::Note}, Entry{"has", "reminder", Flag::Reminder}};
    for (const Entry &entry : kEntries) {
        if (name == QLatin1String(entry.name) && value.compare(QLatin1String(entry.value), Qt::CaseInsensitive) == 0)
            return entry.flag;
    }
    return std::nullopt;
}

/// "2026-11-25", "2026/11/25", "25.11.2026", "today", "yesterday".
QDate dayOf(const QString &value, const QDateTime &now)
{
    if (value.compare(QLatin1String("today"), Qt::CaseInsensitive) == 0)
        return now.toLocalTime().date();
    if (value.compare(QLatin1String("yesterday"), Qt::CaseInsensitive) == 0)
        return now.toLocalTime().date().addDays(-1);
    for (const char *format : {"yyyy-M-d", "yyyy/M/d", "d.M.yyyy"}) {
        const QDate day = QDate::fromString(value, QLatin1String(format));
        if (day.isValid())
            return day;
    }
    return {};
}

/// "30d", "2w", "3m", "1y" before now.
QDateTime agoOf(const QString &value, const QDateTime &now)
{
    bool ok = false;
    const int count = value.chopped(1).toInt(&ok);
    if (!ok || count <= 0 || count > 10'000)
        return {};
    switch (value.back().toLower().unicode()) {
    case 'h':
        return now.addSecs(-3600LL * count);
    case 'd':
        return now.addDays(-count);
    case 'w':
        return now.addDays(-7LL * count);
    case 'm':
        return now.addMonths(-count);
    case 'y':
        return now.addYears(-count);
    default:
        return {};
    }
}

/// "500", "20k", "5M", "5mb".
std::optional<qint64> octetsOf(const QString &value)
{
    QString number = value.toLower();
    if (number.endsWith(QLatin1Char('b')))
        number.chop(1);
    qint64 unit = 1;
    if (number.endsWith(QLatin1Char('k')))
        unit = 1024;
    else if (number.endsWith(QLatin1Char('m')))
        unit = 1024 * 1024;
    else if (number.endsWith(QLatin1Char('g')))
        unit = 1024 * 1024 * 1024;
    if (unit > 1)
        number.chop(1);
    bool ok = false;
    const qint64 count = number.toLongLong(&ok);
    if (!ok || count < 0 || count > 1'000'000'000)
        return std::nullopt;
    return count * unit;
}

/// before:, after:, older:, larger:. False: not one of them, or senseless.
bool readLimit(const Piece &piece, const QDateTime &now, SearchQuery &query)
{
    const bool isOlder = piece.name == QLatin1String("older");
    const bool isBefore = isOlder || piece.name == QLatin1String("before");
    if (isBefore || piece.name == QLatin1String("after")) {
        const QDate day = isOlder ? QDate() : dayOf(piece.value, now);
        const QDateTime limit = isOlder ? agoOf(piece.value, now) : day.isValid() ? day.startOfDay() : QDateTime();
        if (!limit.isValid())
            return false;
        // Not before a day is from that day on.
        (isBefore != piece.excluded ? query.before : query.since) = limit.toMSecsSinceEpoch();
        return true;
    }
    if (piece.excluded)
        return false;
    if (piece.name == QLatin1String("larger"))
        query.larger = octetsOf(piece.value);
    return piece.name == QLatin1String("larger") && query.larger.has_value();
}

bool readCategory(const Piece &piece, const QList<OwnCategory> &own, SearchQuery &query)
{
    if (piece.name != QLatin1String("cat") && piece.name != QLatin1String("category"))
        return false;
    const QList<Category> categories = categoriesFromPrefix(piece.value, own);
    if (categories.isEmpty())
        return false;
    if (piece.excluded)
        query.notCategories.append(categories);
    else
        query.categories = query.categories.value_or(QList<Category>()) + categories;
    return true;
}

bool readOperator(const Piece &piece, const QDateTime &now, const QList<OwnCategory> &own, SearchQuery &query)
{
    if (piece.name.isEmpty())
        return false;
    if (piece.name == QLatin1String("via")) {
        (piece.excluded ? query.notVia : query.via).append(piece.value);
        return true;
    }
    if (piece.name == QLatin1String("label")) {
        (piece.excluded ? query.notLabels : query.labels).append(piece.value);
        return true;
    }
    if (piece.name == QLatin1String("tag")) {
        (piece.excluded ? query.notTags : query.tags).append(piece.value);
        return true;
    }
    if (const auto flag = flagOf(piece.name, piece.value)) {
        query.states.append({*flag, piece.excluded});
        return true;
    }
    return readCategory(piece, own, query) || readLimit(piece, now, query);
}

QString quotedPhrase(const SearchQuery::Term &term)
{
    const QString phrase = foldedWords(term.text).join(QLatin1Char(' '));
    return QLatin1Char('"') + phrase + QLatin1Char('"') + (term.prefix ? QStringLiteral("*") : QString());
}

const char *columnsOf(SearchQuery::Field field)
{
    switch (field) {
    case SearchQuery::Field::From:
        return "{sender} : ";
    case SearchQuery::Field::To:
        return "{recipients} : ";
    case SearchQuery::Field::Domain:
        return "{sender recipients} : ";
    case SearchQuery::Field::Subject:
        return "{subject} : ";
    case SearchQuery::Field::Company:
        return "{company} : ";
    case SearchQuery::Field::Campaign:
        return "{campaign} : ";
    case SearchQuery::Field::Any:
        return "";
    }
    return "";
}

} // namespace

QStringList foldedWords(const QString &text, qsizetype most)
{
    QStringList words;
    QString word;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
    const auto finish = [&] {
        if (!word.isEmpty() && words.size() < most)
            words.append(word);
        word.clear();
    };
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            word += c;
        else if (!c.isMark())
            finish();
    }
    finish();
    return words;
}

SearchQuery parseSearch(const QString &typed, const QDateTime &now, const QList<OwnCategory> &own)
{
    SearchQuery query;
    const QList<Piece> pieces = piecesOf(typed);
    // A blank or a closing quote after the last word says that it is whole.
    const bool unfinished = !typed.isEmpty() && !typed.back().isSpace();
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces.at(i);
        if (readOperator(piece, now, own, query))
            continue;
        const auto field = fieldOf(piece.name);
        SearchQuery::Term term;
        term.text = field || piece.name.isEmpty() ? piece.value : piece.whole;
        term.field = field.value_or(SearchQuery::Field::Any);
        term.excluded = piece.excluded;
        const bool nameLike = field && *field != SearchQuery::Field::Subject && !piece.quoted;
        const QStringList words = foldedWords(term.text);
        if (words.isEmpty())
            continue;
        // One letter would match half of the index.
        const bool typing = i == pieces.size() - 1 && unfinished && !piece.quoted && !piece.excluded;
        term.prefix = (typing || nameLike) && words.last().size() > 1;
        const bool listed = term.field == SearchQuery::Field::Company || term.field == SearchQuery::Field::Campaign;
        (listed ? query.listed : query.terms).append(term);
    }
    return query;
}

bool isHalfTyped(const QString &typed, const QDateTime &now, const QList<OwnCategory> &own)
{
    constexpr std::array kOfFixedValues = {"is", "has", "cat", "category", "before", "after", "older", "larger"};
    Piece last;
    last.value = typed.mid(typed.lastIndexOf(QLatin1Char(' ')) + 1);
    if (last.value.startsWith(QLatin1Char('-')))
        last.value.remove(0, 1);
    if (isBareOperator(last))
        return true;
    const QList<Piece> pieces = piecesOf(typed);
    if (pieces.isEmpty() || typed.back().isSpace() || pieces.last().quoted)
        return false;
    const QString &name = pieces.last().name;
    SearchQuery ignored;
    return std::any_of(kOfFixedValues.begin(), kOfFixedValues.end(), [&name](const char *known) { return name == QLatin1String(known); })
        && !readOperator(pieces.last(), now, own, ignored);
}

QString matchExpression(const QList<SearchQuery::Term> &terms)
{
    QStringList parts;
    for (const SearchQuery::Term &term : terms)
        parts.append(QLatin1String(columnsOf(term.field)) + quotedPhrase(term));
    return parts.join(QStringLiteral(" AND "));
}

} // namespace inlet::store
