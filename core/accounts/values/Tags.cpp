// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/values/Tags.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace inlet::accounts
{

QStringList cleanTags(const QStringList &tags)
{
    QStringList out;
    QSet<QString> seen;
    for (const QString &typed : tags) {
        QString tag;
        for (const QChar c : typed) {
            const bool hidden = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
            // Quotes and commas would end it where it is typed: in the search box and in a list of tags.
            const bool ends = c == QLatin1Char('"') || c == QLatin1Char(',') || c == QLatin1Char(';');
            tag += hidden || ends ? QLatin1Char(' ') : c;
        }
        tag = tag.simplified();
        if (tag.isEmpty() || tag.size() > kMaxTag || out.size() >= kMaxTags || seen.contains(tagKey(tag)))
            continue;
        seen.insert(tagKey(tag));
        out.append(tag);
    }
    return out;
}

QStringList tagsFromText(const QString &text)
{
    static const QRegularExpression divider(QStringLiteral("[,;]"));
    return cleanTags(text.split(divider, Qt::SkipEmptyParts));
}

QString tagKey(const QString &tag)
{
    return tag.normalized(QString::NormalizationForm_C).toCaseFolded();
}

bool hasTag(const Account &account, const QString &tag)
{
    return std::any_of(account.tags.cbegin(), account.tags.cend(), [&tag](const QString &one) { return tagKey(one) == tagKey(tag); });
}

QStringList allTags(const QList<Account> &accounts)
{
    QMap<QString, QString> byKey;
    for (const Account &account : accounts) {
        for (const QString &tag : account.tags) {
            if (!byKey.contains(tagKey(tag)))
                byKey.insert(tagKey(tag), tag);
        }
    }
    return byKey.values();
}

QStringList changedTags(const QStringList &tags, const QStringList &added, const QStringList &removed)
{
    QStringList out = tags;
    out.removeIf([&removed](const QString &tag) {
        return std::any_of(removed.cbegin(), removed.cend(), [&tag](const QString &gone) { return tagKey(gone) == tagKey(tag); });
    });
    return cleanTags(out + added);
}

} // namespace inlet::accounts
