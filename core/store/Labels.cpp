// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Labels.h"

#include "imap/values/LabelFlag.h"
#include "store/Codec_p.h"
#include "store/ListFilter.h"
#include "store/PlaceRole_p.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <utility>

namespace inlet::store
{

namespace
{

// Each step is one look into the index.
constexpr const char *kAllSets = "WITH RECURSIVE k(v) AS (SELECT min(keywords) FROM locations WHERE keywords <> '' UNION ALL "
                                 "SELECT (SELECT min(keywords) FROM locations WHERE keywords <> '' AND keywords > k.v) FROM k WHERE k.v IS NOT NULL) "
                                 "SELECT v FROM k WHERE v IS NOT NULL";

QStringList labelsIn(const QString &keywords)
{
    QStringList names;
    const QByteArrayList list = keywordList(keywords);
    for (const QByteArray &keyword : list) {
        const QString name = labelOfKeyword(keyword);
        if (!name.isEmpty())
            names.append(name);
    }
    return names;
}

/// One name a label, in the order of the alphabet.
QStringList sorted(const QStringList &names)
{
    QMap<QString, QString> byKey;
    for (const QString &name : names)
        byKey.insert(labelKey(name), byKey.value(labelKey(name), name));
    return byKey.values();
}

QString jsonOf(const QStringList &sets)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(sets)).toJson(QJsonDocument::Compact));
}

bool hasLabel(const QStringList &names, const QString &key)
{
    return std::any_of(names.begin(), names.end(), [&key](const QString &name) { return labelKey(name) == key; });
}

} // namespace

const LabelReader::Sets &LabelReader::sets()
{
    if (m_sets)
        return *m_sets;
    Sets found;
    Query q = m_db.query(kAllSets);
    while (q.next()) {
        const QStringList names = labelsIn(q.text(0));
        if (!names.isEmpty())
            found.insert(q.text(0), names);
    }
    m_sets = found;
    return *m_sets;
}

/// On Gmail a folder of the user's own is a label, whether a mail has it or not.
QStringList LabelReader::gmailFolders()
{
    QStringList names;
    Query q = m_db.query("SELECT f.name FROM folders f WHERE f.role = 0 AND f.selectable = 1 AND f.name NOT LIKE '[G%mail]%' "
                         "AND " INLET_IS_GMAIL("f.account") " LIMIT 5000");
    while (q.next())
        names.append(cleanLabel(q.text(0)));
    return names;
}

qint64 LabelReader::conversationsWith(const QString &name)
{
    QStringList with;
    for (auto set = sets().cbegin(); set != sets().cend(); ++set) {
        if (hasLabel(set.value(), labelKey(name)))
            with.append(set.key());
    }
    return m_db.number((std::string("SELECT count(DISTINCT conversation) FROM (") + kWithLabel + ")").c_str(), 0, jsonOf(with));
}

LabelFacts LabelReader::facts()
{
    LabelFacts facts;
    const QStringList names = beginning({});
    for (const QString &name : names)
        facts.labels.append({name, 0});
    Query q = m_db.query("SELECT a.id FROM accounts a WHERE EXISTS (SELECT 1 FROM folders f WHERE f.account = a.id AND f.followed = 1 AND f.uid_validity > 0) "
                         "AND NOT EXISTS (SELECT 1 FROM folders f WHERE f.account = a.id AND f.followed = 1 AND f.keeps_keywords = 1) "
                         "AND NOT " INLET_IS_GMAIL("a.id") " ORDER BY a.id");
    while (q.next())
        facts.without.append(q.id<AccountId>(0));
    return facts;
}

LabelFacts LabelReader::countedFacts()
{
    LabelFacts all = facts();
    QHash<QString, qint64> counts; // by labelKey()
    QHash<QString, QStringList> keysOfSet;
    for (auto set = sets().cbegin(); set != sets().cend(); ++set) {
        for (const QString &name : set.value())
            keysOfSet[set.key()].append(labelKey(name));
    }
    const ListFilter listed = filterEverywhere(m_db);
    Query q = m_db.query("SELECT DISTINCT l.keywords, c.id FROM locations l CROSS JOIN messages m ON m.id = l.message CROSS JOIN (SELECT c.id "
        + listed.from + listed.where + ") c ON c.id = m.conversation "
          "WHERE l.keywords <> '' AND l.keywords IN (SELECT value FROM json_each(?)) AND m.list_class > 0 ORDER BY c.id");
    listed.bindTo(q);
    q.add(jsonOf(keysOfSet.keys()));
    qint64 conversation = 0;
    QSet<QString> counted; // of this conversation
    while (q.next()) {
        if (std::exchange(conversation, q.number(1)) != q.number(1))
            counted.clear();
        const QStringList keys = keysOfSet.value(q.text(0));
        for (const QString &key : keys) {
            if (!counted.contains(key)) {
                counted.insert(key);
                ++counts[key];
            }
        }
    }
    for (Label &label : all.labels)
        label.conversations = counts.value(labelKey(label.name));
    return all;
}

QStringList LabelReader::beginning(const QString &prefix)
{
    QStringList names = gmailFolders();
    for (const QStringList &some : sets())
        names += some;
    names = sorted(names);
    names.removeIf([key = labelKey(prefix)](const QString &name) { return name.isEmpty() || !labelKey(name).startsWith(key); });
    return names;
}

QStringList LabelReader::of(ConversationId conversation)
{
    QStringList names;
    Query q = m_db.query("SELECT DISTINCT l.keywords FROM messages m JOIN locations l ON l.message = m.id "
                         "WHERE m.conversation = ? AND m.list_class > 0 AND l.keywords <> ''");
    q.bind(conversation);
    while (q.next()) {
        const QString keywords = q.text(0);
        auto met = m_met.constFind(keywords);
        if (met == m_met.constEnd())
            met = m_met.insert(keywords, labelsIn(keywords));
        names += *met;
    }
    return sorted(names);
}

QString LabelReader::setsWith(const QString &name)
{
    const QString wanted = labelKey(name);
    QStringList exact;
    QStringList beginning;
    for (auto set = sets().cbegin(); set != sets().cend(); ++set) {
        if (hasLabel(set.value(), wanted))
            exact.append(set.key());
        else if (std::any_of(set->cbegin(), set->cend(), [&](const QString &one) { return labelKey(one).startsWith(wanted); }))
            beginning.append(set.key());
    }
    if (exact.isEmpty() && hasLabel(gmailFolders(), wanted))
        return {}; // there is one of that name, and no mail has it
    const QStringList &found = exact.isEmpty() ? beginning : exact;
    return found.isEmpty() ? QString() : jsonOf(found);
}

QByteArray LabelReader::keywordFor(const QString &name, bool gmail)
{
    const QString wanted = labelKey(name);
    for (auto set = sets().cbegin(); set != sets().cend(); ++set) {
        if (!hasLabel(set.value(), wanted))
            continue;
        const QByteArrayList keywords = keywordList(set.key());
        for (const QByteArray &keyword : keywords) {
            if (imap::isLabelFlag(keyword) == gmail && labelKey(labelOfKeyword(keyword)) == wanted)
                return keyword;
        }
    }
    return gmail ? gmailLabelFor(name) : keywordForLabel(name);
}

} // namespace inlet::store
