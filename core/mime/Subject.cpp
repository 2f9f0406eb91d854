// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cstring>

namespace inlet::mime
{

namespace
{

// Prefixes that mail programs put before a colon, lower-case. Reply and forward are not told apart:
// "bare" means neither.
constexpr std::array kPrefixes = {QStringView(u"re"), QStringView(u"aw"), QStringView(u"sv"),
    QStringView(u"antw"), QStringView(u"antwort"), QStringView(u"vs"), QStringView(u"rif"),
    QStringView(u"r"), QStringView(u"odp"), QStringView(u"ynt"), QStringView(u"res"),
    QStringView(u"vá"), QStringView(u"atb"), QStringView(u"atb."), QStringView(u"tr"),
    QStringView(u"fw"), QStringView(u"fwd"), QStringView(u"wg"), QStringView(u"vl"),
    QStringView(u"doorst"), QStringView(u"rv"), QStringView(u"enc"), QStringView(u"pd"),
    QStringView(u"i"), QStringView(u"rép"), QStringView(u"rep"), QStringView(u"réf"),
    QStringView(u"отв"), QStringView(u"ответ"), QStringView(u"пересл"), QStringView(u"回复"),
    QStringView(u"回覆"), QStringView(u"答复"), QStringView(u"转发"), QStringView(u"轉寄"),
    QStringView(u"返信"), QStringView(u"転送"), QStringView(u"bls"), QStringView(u"továbbítás")};

constexpr qsizetype kMaxPrefix = 16;

/// Length of one prefix with its colon and blanks ("Re[2]: ", "AW : "), 0 where there is none.
qsizetype prefixLength(QStringView subject)
{
    qsizetype at = 0;
    while (at < subject.size() && at < kMaxPrefix
        && (subject.at(at).isLetter() || subject.at(at) == u'.'))
        ++at;
    if (at == 0)
        return 0;
    const QString word = subject.left(at).toString().toLower();
    if (std::find(kPrefixes.begin(), kPrefixes.end(), QStringView(word)) == kPrefixes.end())
        return 0;
    const QChar bracket = at < subject.size() ? subject.at(at) : QChar();
    if (bracket == u'[' || bracket == u'(' || bracket == u'^' || bracket == u'*') {
        do
            ++at;
        while (at < subject.size() && (subject.at(at).isDigit()));
        if (at < subject.size() && (subject.at(at) == u']' || subject.at(at) == u')'))
            ++at;
    }
    while (at < subject.size() && subject.at(at) == u' ')
        ++at;
    if (at >= subject.size() || (subject.at(at) != u':' && subject.at(at) != QChar(0xFF1A)))
        return 0;
    ++at;
    while (at < subject.size() && subject.at(at).isSpace())
        ++at;
    return at;
}

} // namespace

QString bareSubject(const QString &subject)
{
    const QString clean = subject.simplified();
    QStringView rest(clean);
    for (qsizetype length = prefixLength(rest); length > 0; length = prefixLength(rest))
        rest = rest.mid(length);
    return rest.toString();
}

QString replySubject(const QString &subject)
{
    return QStringLiteral("Re: ") + bareSubject(subject);
}

QString forwardSubject(const QString &subject)
{
    return QStringLiteral("Fwd: ") + bareSubject(subject);
}

QString newMessageId(const QString &domain)
{
    // 160 bits from the system's generator: no clock, no counter, no host name to leak.
    std::array<quint32, 5> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    QByteArray octets(qsizetype(sizeof random), '\0');
    std::memcpy(octets.data(), random.data(), sizeof random);
    const QByteArray left = octets.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return QString::fromLatin1(left) + u'@' + (domain.isEmpty() ? QStringLiteral("localhost") : domain);
}

} // namespace inlet::mime
