// SPDX-License-Identifier: GPL-3.0-or-later
// Labels as IMAP keywords, and back.
#include "imap/values/LabelFlag.h"
#include "imap/values/MailboxName.h"
#include "store/values/Label.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace inlet::store
{

namespace
{

struct KnownTag {
    const char *keyword;
    const char *name;
};
// What Thunderbird has from the start, with its names.
constexpr std::array kKnownTags = {KnownTag{"$label1", "Important"}, KnownTag{"$label2", "Work"}, KnownTag{"$label3", "Personal"},
    KnownTag{"$label4", "To Do"}, KnownTag{"$label5", "Later"}};

/// What no atom may have (RFC 3501 section 9), what our spelling needs for itself, and "$", which begins the keywords
/// of programs.
constexpr QByteArrayView kShifted("(){%*\"\\]_$");

bool isOfPrograms(const QByteArray &keyword)
{
    static const QSet<QByteArray> known{"junk", "nonjunk", "notjunk", "nojunk", "junkrecorded", "forwarded", "redirected", "mdnsent", "old",
        "recent", "receipt-handled"};
    return keyword.startsWith('$') || keyword.startsWith('\\') || known.contains(keyword.toLower());
}

} // namespace

QString labelKey(const QString &name)
{
    // A search has no way to say a quotation mark.
    return name.simplified().remove(QLatin1Char('"')).toCaseFolded();
}

QString cleanLabel(const QString &name)
{
    QString clean;
    for (const QChar c : name.simplified()) {
        if (c.isPrint() || c.isSurrogate())
            clean += c;
    }
    return clean.left(Label::kMostName).trimmed();
}

QString labelOfKeyword(const QByteArray &keyword)
{
    if (imap::isLabelFlag(keyword))
        return cleanLabel(imap::decodeMailboxName(imap::labelOfFlag(keyword)));
    for (const KnownTag &tag : kKnownTags) {
        if (keyword.compare(tag.keyword, Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(tag.name);
    }
    if (isOfPrograms(keyword))
        return {};
    QByteArray spelled = keyword;
    return cleanLabel(imap::decodeMailboxName(spelled.replace('_', ' ')));
}

bool isLabelKeyword(const QByteArray &keyword)
{
    return !labelOfKeyword(keyword).isEmpty();
}

QByteArray keywordForLabel(const QString &name)
{
    const QString clean = cleanLabel(name);
    for (const KnownTag &tag : kKnownTags) {
        if (labelKey(clean) == labelKey(QString::fromLatin1(tag.name)))
            return tag.keyword;
    }
    QByteArray keyword = imap::encodeMailboxName(clean, kShifted).replace(' ', '_');
    if (isOfPrograms(keyword)) // the same word, but nobody takes it for that
        keyword = imap::encodeMailboxName(clean.left(1), QByteArrayView(keyword).first(1)) + keyword.mid(1);
    return keyword;
}

QByteArray gmailLabelFor(const QString &name)
{
    return imap::labelFlag(imap::encodeMailboxName(cleanLabel(name)));
}

} // namespace inlet::store
