// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ReplyText_p.h"

#include "accounts/ProviderTable.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace inlet::accounts
{

namespace
{

constexpr qsizetype kMaxReply = 2000;
constexpr qsizetype kMaxValue = 254;

QString latin(const QByteArray &reply)
{
    return QString::fromLatin1(reply.left(kMaxReply));
}

} // namespace

QByteArrayList codesIn(const QByteArray &reply)
{
    // The look-arounds keep addresses such as 5.7.8.1 out.
    static const QRegularExpression pattern(QStringLiteral(
        R"(\[([A-Za-z][A-Za-z0-9/-]*)[\] ]|(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)|\A\s*(\d{3})(?=[ -]|\z))"));
    QByteArrayList codes;
    auto matches = pattern.globalMatch(latin(reply));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        codes.append(match.captured(match.lastCapturedIndex()).toUpper().toLatin1());
    }
    return codes;
}

std::optional<std::chrono::milliseconds> retryAfterIn(const QByteArray &reply)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(backoff time:\s*(\d{1,12})\s*(milliseconds|seconds)?)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(latin(reply));
    if (!match.hasMatch())
        return std::nullopt;
    const bool inSeconds =
        match.captured(2).compare(QLatin1String("seconds"), Qt::CaseInsensitive) == 0;
    const std::chrono::milliseconds asked(match.captured(1).toLongLong() * (inSeconds ? 1000 : 1));
    return std::min<std::chrono::milliseconds>(asked, std::chrono::hours(24));
}

QString trustedUrlIn(const QByteArray &reply, const QStringList &hosts)
{
    static const QRegularExpression pattern(QStringLiteral(R"(https://[^\s\]>"']+)"));
    auto matches = pattern.globalMatch(latin(reply));
    while (matches.hasNext()) {
        const QUrl url(matches.next().captured(), QUrl::StrictMode);
        const bool trusted = std::any_of(hosts.cbegin(), hosts.cend(),
            [&](const QString &host) { return hostEndsWith(url.host(), host); });
        if (url.isValid() && trusted && url.userInfo().isEmpty())
            return url.toString(QUrl::FullyEncoded);
    }
    return {};
}

QString fillPlaceholders(const QString &text, const QHash<QString, QString> &values)
{
    QString filled;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(QLatin1Char('{'), at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            break;
        filled += text.mid(at, open - at);
        const QString name = text.mid(open + 1, close - open - 1);
        const QString value = values.value(name.section(QLatin1Char('|'), 0, 0));
        filled += value.isEmpty() ? name.section(QLatin1Char('|'), 1) : value;
        at = close + 1;
    }
    filled += text.mid(at);
    return filled;
}

QString cleanValue(const QString &value)
{
    QString cleaned;
    for (const QChar c : value.left(kMaxValue)) {
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            cleaned += c;
    }
    return cleaned;
}

} // namespace inlet::accounts
