// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecipientReader.h"

#include "store/Codec_p.h"
#include "store/ConversationReader.h"
#include "store/Packing.h"

#include "mime/Mime.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace inlet::store
{

namespace
{

constexpr int kMaxRelated = 20;
constexpr qsizetype kMaxAddresses = 20;
constexpr qsizetype kMaxNames = 300; ///< words of a text that are looked up
constexpr qsizetype kMaxCompanies = 3;
constexpr qsizetype kShortestName = 4; ///< shorter ones are words of too many languages
constexpr qint64 kMaxSize = 300'000; ///< a larger mail is not unpacked for its Date

QString domainOf(const QString &address)
{
    return address.section(QLatin1Char('@'), 1).toLower();
}


bool isNo(const ConversationRow &row)
{
    return row.category == Category::DoNotContact || row.category == Category::NotInterested;
}

/// Days and months are companies as well, and stand in every second mail.
const QSet<QString> &calendarWords()
{
    static const QSet<QString> words = [] {
        QSet<QString> made;
        for (const auto language : {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish, QLocale::Italian,
                 QLocale::Dutch, QLocale::Portuguese, QLocale::Polish, QLocale::Swedish}) {
            const QLocale locale(language);
            for (int day = 1; day <= 7; ++day)
                made.insert(locale.standaloneDayName(day).toLower());
            for (int month = 1; month <= 12; ++month)
                made.insert(locale.standaloneMonthName(month).toLower());
        }
        return made;
    }();
    return words;
}

/// Words that begin like names, alone and two together: "North Star" may be northstar.test or north-star.test.
QStringList nameLabels(const QString &words)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]+"));
    QStringList found;
    QString last;
    qsizetype lastEnd = -1;
    auto each = word.globalMatch(words.left(20'000));
    while (each.hasNext() && found.size() < kMaxNames) {
        const QRegularExpressionMatch match = each.next();
        const QString text = match.captured();
        if (!text.at(0).isUpper()) {
            last.clear();
            continue;
        }
        const QString label = text.toLower();
        if (label.size() >= kShortestName && !calendarWords().contains(label))
            found.append(label);
        if (!last.isEmpty() && match.capturedStart() == lastEnd + 1)
            found.append({last + label, last + QLatin1Char('-') + label});
        last = label;
        lastEnd = match.capturedEnd();
    }
    found.removeDuplicates();
    return found;
}

} // namespace

RecipientFacts RecipientReader::facts(const RecipientQuery &query)
{
    const QStringList addresses = everyone(query);
    RecipientFacts out;
    out.others = related(addresses, query.conversation);
    out.others.removeIf([](const ConversationRow &row) { return !row.isProspect || (row.archived && !isNo(row)); });
    std::stable_sort(out.others.begin(), out.others.end(), [](const ConversationRow &one, const ConversationRow &other) {
        return std::pair(!isNo(one), -one.sortAt) < std::pair(!isNo(other), -other.sortAt);
    });
    out.utcOffset = utcOffset(addresses);
    if (!query.words.isEmpty())
        out.otherCompanies = companiesIn(query.words, addresses);
    return out;
}

QStringList RecipientReader::everyone(const RecipientQuery &query)
{
    QStringList out;
    for (const QString &address : query.addresses)
        out.append(addressKey(address));
    if (query.conversation.isValid()) {
        Query who = m_db.query("SELECT who_address FROM conversations WHERE id = ?1 AND who_address <> '' UNION ALL "
                               "SELECT address FROM people WHERE conversation = ?1 LIMIT ?2");
        who.bind(query.conversation, kMaxAddresses);
        while (who.next())
            out.append(addressKey(who.text(0)));
    }
    out.removeAll(QString());
    out.removeDuplicates();
    return out.mid(0, kMaxAddresses);
}

QList<ConversationRow> RecipientReader::related(const QStringList &addresses, ConversationId except)
{
    QList<ConversationId> ids;
    const auto collect = [&](Query q) {
        while (q.next() && ids.size() < kMaxRelated) {
            const auto id = q.id<ConversationId>(0);
            if (id != except && !ids.contains(id))
                ids.append(id);
        }
    };
    QStringList domains;
    for (const QString &address : addresses) {
        Query q = m_db.query("SELECT t.conversation FROM people p JOIN participants t ON t.person = p.id "
                             "WHERE p.address = ? ORDER BY t.conversation DESC LIMIT ?");
        q.bind(addressKey(address), kMaxRelated + 1);
        collect(std::move(q));
        domains.append(domainOf(address));
    }
    domains.removeDuplicates();
    for (const QString &domain : std::as_const(domains)) {
        if (domain.isEmpty() || isFreeMailDomain(domain))
            continue;
        Query q = m_db.query("SELECT id FROM conversations WHERE listed = 1 "
                             "AND who_address <> '' AND who_domain = ? ORDER BY sort_at DESC LIMIT ?");
        q.bind(domain, kMaxRelated + 1);
        collect(std::move(q));
    }
    QList<ConversationRow> rows = ListReader(m_db).rows(ids, {});
    rows.removeIf([](const ConversationRow &row) { return row.messages == 0; });
    return rows;
}

std::optional<int> RecipientReader::utcOffset(const QStringList &addresses)
{
    for (const QString &address : addresses) {
        Query q = m_db.query("SELECT x.packed FROM people p JOIN participants t ON t.person = p.id "
                             "JOIN messages m ON m.conversation = t.conversation AND m.list_class = 1 "
                             "JOIN contents x ON x.message = m.id WHERE p.address = ? AND lower(m.from_address) = p.address "
                             "AND m.size < ? ORDER BY m.at DESC LIMIT 3");
        q.bind(address, kMaxSize);
        while (q.next()) {
            const QByteArray packed = q.bytes(0);
            if (!isSound(packed))
                continue;
            if (const auto offset = mime::senderOffset(unpackRaw(packed)))
                return offset;
        }
    }
    return std::nullopt;
}

/// What the recipients and we are called: names that may stand in the text.
QSet<QString> RecipientReader::namesOf(const QStringList &addresses)
{
    static const QRegularExpression apart(QStringLiteral("[^\\p{L}\\p{N}-]+"));
    QSet<QString> names;
    const auto add = [&](const QString &text) {
        const QStringList words = text.toLower().split(apart, Qt::SkipEmptyParts);
        for (const QString &word : words)
            names.insert(word);
    };
    for (const QString &address : addresses) {
        add(address);
        Query q = m_db.query("SELECT name FROM people WHERE address = ?");
        q.bind(address);
        if (q.next())
            add(q.text(0));
    }
    Query ours = m_db.query("SELECT email_key, display_name FROM accounts");
    while (ours.next()) {
        add(ours.text(0));
        add(ours.text(1));
    }
    return names;
}

QStringList RecipientReader::companiesIn(const QString &words, const QStringList &addresses)
{
    QStringList found;
    const QSet<QString> known = namesOf(addresses);
    const QStringList labels = nameLabels(words);
    for (const QString &label : labels) {
        if (known.contains(label) || found.size() >= kMaxCompanies)
            continue;
        Query q = m_db.query("SELECT who_domain FROM conversations WHERE listed = 1 AND who_address <> '' AND is_prospect = 1 "
                             "AND who_domain > ? AND who_domain < ? LIMIT 1");
        q.bind(label + QLatin1Char('.'), label + QLatin1Char('/'));
        if (q.next() && !isFreeMailDomain(q.text(0)))
            found.append(q.text(0));
    }
    return found;
}

} // namespace inlet::store
