// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Codec_p.h"

#include "imap/values/Limits.h"

#include <QCryptographicHash>
#include <QTimeZone>
#include <QtEndian>

#include <array>

namespace inlet::store
{

namespace
{

constexpr qsizetype kMaxAddresses = 100;
constexpr qsizetype kMaxKeywordOctets = 4000;

struct NamedFlag {
    int bit;
    const char *name;
};
constexpr std::array kNamedFlags = {NamedFlag{kSeen, "\\Seen"}, NamedFlag{kAnswered, "\\Answered"},
    NamedFlag{kFlagged, "\\Flagged"}, NamedFlag{kDeleted, "\\Deleted"}, NamedFlag{kDraft, "\\Draft"}};

} // namespace

int flagBits(const imap::MessageFlags &flags)
{
    return (flags.seen ? kSeen : 0) | (flags.answered ? kAnswered : 0) | (flags.flagged ? kFlagged : 0)
        | (flags.deleted ? kDeleted : 0) | (flags.draft ? kDraft : 0);
}

QString keywordText(const imap::MessageFlags &flags)
{
    QByteArrayList kept = flags.keywords.first(std::min(flags.keywords.size(), imap::kMaxKeywords));
    while (kept.join(' ').size() > kMaxKeywordOctets)
        kept.removeLast(); // half of one would be another one
    return QString::fromUtf8(kept.join(' '));
}

QByteArrayList keywordList(const QString &text)
{
    return text.isEmpty() ? QByteArrayList() : text.toUtf8().split(' ');
}

imap::MessageFlags flagsOf(int bits, const QString &keywords)
{
    return {(bits & kSeen) != 0, (bits & kAnswered) != 0, (bits & kFlagged) != 0, (bits & kDeleted) != 0,
        (bits & kDraft) != 0, keywordList(keywords)};
}

int bitOfFlag(const QByteArray &flag)
{
    for (const NamedFlag &entry : kNamedFlags) {
        if (flag.compare(entry.name, Qt::CaseInsensitive) == 0)
            return entry.bit;
    }
    return 0;
}

QByteArrayList flagNames(int bits)
{
    QByteArrayList out;
    for (const NamedFlag &entry : kNamedFlags) {
        if (bits & entry.bit)
            out.append(entry.name);
    }
    return out;
}

QString addressLines(const QList<mime::Address> &addresses)
{
    QStringList lines;
    for (const mime::Address &address : addresses) {
        if (lines.size() >= kMaxAddresses)
            break;
        lines.append(cleaned(address.name, 200) + QLatin1Char('\t') + cleaned(address.address, 320));
    }
    return lines.join(QLatin1Char('\n'));
}

QList<mime::Address> addressesOf(const QString &lines)
{
    QList<mime::Address> out;
    const QStringList parts = lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : parts) {
        const qsizetype tab = line.indexOf(QLatin1Char('\t'));
        out.append({line.left(tab), line.mid(tab + 1)});
    }
    return out;
}

QString cleaned(const QString &text, qsizetype limit)
{
    QString out = text.left(limit);
    for (QChar &c : out) {
        if (c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    }
    return out;
}

QString addressKey(const QString &address)
{
    return cleaned(address.trimmed(), 320).toLower();
}

qint64 toMs(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QDateTime fromMs(qint64 ms)
{
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 hash64(const QByteArray &octets)
{
    const QByteArray hash = QCryptographicHash::hash(octets, QCryptographicHash::Blake2b_160);
    return qFromLittleEndian<qint64>(hash.constData());
}

} // namespace inlet::store
