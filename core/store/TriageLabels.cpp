// SPDX-License-Identifier: GPL-3.0-or-later
// Labels that the rep puts on conversations.
#include "store/Codec_p.h"
#include "store/Labels.h"
#include "store/PlaceRole_p.h"
#include "store/TriageTable.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace inlet::store
{

namespace
{

constexpr qsizetype kMostKeyword = 50; ///< Dovecot's mail_max_keyword_length
constexpr int kMostLabelled = 200; ///< newest mails of a conversation that get one; any of them shows it

struct LabelPlace {
    qint64 location = 0;
    QByteArrayList keywords;
    QByteArrayList kept; ///< with `keeps` false
    bool keeps = false;
    bool gmail = false;
    QString mailbox;
};

QList<LabelPlace> labelPlaces(Connection &db, ConversationId conversation)
{
    QList<LabelPlace> out;
    Query q = db.query("SELECT l.id, l.keywords, f.keeps_keywords, f.kept_keywords, a.email, "
                       INLET_IS_GMAIL("f.account") " "
                       "FROM messages m JOIN locations l ON l.message = m.id JOIN folders f ON f.id = l.folder JOIN accounts a ON a.id = f.account "
                       "WHERE m.conversation = ? AND m.list_class > 0 ORDER BY m.at DESC, m.id DESC");
    q.bind(conversation);
    while (q.next())
        out.append({q.number(0), keywordList(q.text(1)), keywordList(q.text(3)), q.flag(2), q.flag(5), q.text(4)});
    return out;
}

bool mayHave(const LabelPlace &place, const QByteArray &keyword)
{
    const auto same = [&keyword](const QByteArray &kept) { return kept.compare(keyword, Qt::CaseInsensitive) == 0; };
    return place.gmail || (place.keeps && keyword.size() <= kMostKeyword) || std::any_of(place.kept.begin(), place.kept.end(), same);
}

QSet<QString> keysOf(const QStringList &names)
{
    QSet<QString> keys;
    for (const QString &name : names)
        keys.insert(labelKey(name));
    return keys;
}

} // namespace

/// As Gmail does, all mails that are there get it, so that other programs show it wherever they look; what comes later
/// needs none, because a conversation has the labels of its mails.
void TriageTable::changeLabels(ConversationId conversation, const TriageAction &action)
{
    const QSet<QString> off = keysOf(action.removeLabels);
    const QList<LabelPlace> places = labelPlaces(m_context.db, conversation);
    int labelled = 0;
    for (const LabelPlace &place : places) {
        QByteArrayList remove;
        QSet<QString> has;
        for (const QByteArray &keyword : place.keywords) {
            const QString key = labelKey(labelOfKeyword(keyword));
            has.insert(key);
            if (!key.isEmpty() && off.contains(key))
                remove.append(keyword);
        }
        QByteArrayList add;
        bool refused = false;
        for (const QString &name : action.addLabels) {
            if (cleanLabel(name).isEmpty())
                refuse(QCoreApplication::translate("Store", "Give the label a name."));
            const QByteArray keyword = labelKeyword(name, place.gmail);
            if (place.keeps && !mayHave(place, keyword))
                m_tooLong = {cleanLabel(name), place.mailbox};
            if (!mayHave(place, keyword))
                refused = true;
            else if (labelled < kMostLabelled && !has.contains(labelKey(name)))
                add.append(keyword);
        }
        ++labelled;
        if (refused && !m_unlabelled.contains(place.mailbox))
            m_unlabelled.append(place.mailbox);
        m_labelled = m_labelled || !refused;
        if (add.isEmpty() && remove.isEmpty())
            continue;
        rememberPlace(place.location, 0);
        m_operations.changeKeywords(place.location, add, remove, m_step);
    }
}

void TriageTable::requireLabelled(const TriageAction &action)
{
    if (action.addLabels.isEmpty() || m_labelled)
        return;
    if (!m_tooLong.first.isEmpty())
        refuse(QCoreApplication::translate("Store", "“%1” is too long for the mail server of %2. Choose a shorter name.").arg(m_tooLong.first, m_tooLong.second));
    refuse(m_unlabelled.isEmpty()
            ? QCoreApplication::translate("Store", "No mail of this conversation is on a server, so there is nothing that could have a label.")
            : QCoreApplication::translate("Store", "The mail server of %1 keeps no labels. Nothing was changed.").arg(m_unlabelled.join(QStringLiteral(", "))));
}

/// The sets of keywords are looked through once an action, however many mails it is about.
QByteArray TriageTable::labelKeyword(const QString &name, bool gmail)
{
    QByteArray &keyword = m_labelKeywords[{name, gmail}];
    if (keyword.isEmpty())
        keyword = LabelReader(m_context.db).keywordFor(name, gmail);
    return keyword;
}

QString TriageTable::labelArgument(const TriageAction &action)
{
    QStringList parts;
    for (const QString &name : action.addLabels)
        parts.append(QLatin1Char('+') + cleanLabel(name));
    for (const QString &name : action.removeLabels)
        parts.append(QLatin1Char('-') + cleanLabel(name));
    return parts.join(QStringLiteral(", "));
}

} // namespace inlet::store
