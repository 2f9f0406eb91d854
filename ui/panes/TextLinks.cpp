// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/TextLinks.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostHtml = 600'000;
constexpr qsizetype kMostLinkWords = 200;
constexpr qsizetype kMostTarget = 2000;
constexpr int kMostLinks = 200;

QString withoutEntities(QString text)
{
    using Pair = std::pair<const char *, QChar>;
    // The ampersand last: what it makes is no entity.
    constexpr std::array kEntities = {Pair{"&lt;", u'<'}, Pair{"&gt;", u'>'}, Pair{"&quot;", u'"'}, Pair{"&#39;", u'\''}, Pair{"&nbsp;", u' '}, Pair{"&amp;", u'&'}};
    for (const auto &[name, letter] : kEntities)
        text.replace(QLatin1String(name), QString(letter));
    return text;
}

QString bare(const QString &host)
{
    const QString lower = host.toLower();
    return lower.startsWith(QLatin1String("www.")) ? lower.mid(4) : lower;
}

/// As one reads them: without what cannot be seen, and with the usual letters for those that look like them.
QString asRead(const QString &words)
{
    QString seen;
    const QList<uint> letters = words.toUcs4();
    for (const char32_t letter : letters) {
        const QChar::Category kind = QChar::category(letter);
        if (kind != QChar::Other_Format && kind != QChar::Mark_NonSpacing && kind != QChar::Mark_Enclosing)
            seen += QString::fromUcs4(&letter, 1);
    }
    return seen.normalized(QString::NormalizationForm_KC);
}

/// "acme.io/demo", "(acme.io)", "https://acme.io", "mara@acme.io"; not "e.g. more", "see p.12".
bool namesAPlace(const QString &words)
{
    static const QRegularExpression place(
        QStringLiteral(R"(://|@|[\p{L}\p{N}-][.\x{3002}](?:\p{L}{2,}|xn--[a-z0-9-]+)(?![\p{L}\p{N}]))"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return place.match(asRead(words)).hasMatch();
}

bool namesThisPlace(const QString &words, const QUrl &target)
{
    const QUrl said(words.contains(QLatin1String("://")) ? words : QStringLiteral("https://") + words, QUrl::StrictMode);
    return said.isValid() && said.userInfo().isEmpty() && !said.host().isEmpty()
        && bare(said.host(QUrl::FullyEncoded)) == bare(target.host(QUrl::FullyEncoded));
}

} // namespace

QList<TextLink> textLinks(const QString &sanitisedHtml)
{
    static const QRegularExpression anchor(QStringLiteral("<a\\b[^>]*?\\bhref=\"([^\"]*)\"[^>]*>(.*?)</a>"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    QList<TextLink> links;
    const QString html = sanitisedHtml.left(kMostHtml);
    QRegularExpressionMatchIterator matches = anchor.globalMatch(html);
    while (matches.hasNext() && links.size() < kMostLinks) {
        const QRegularExpressionMatch match = matches.next();
        const QString address = withoutEntities(match.captured(1));
        const QString words = withoutEntities(match.captured(2).remove(tag)).simplified();
        const QUrl target(address, QUrl::StrictMode);
        const bool isWeb = target.scheme() == QLatin1String("https") || target.scheme() == QLatin1String("http");
        if (!isWeb || address.size() > kMostTarget || words.isEmpty() || words.size() > kMostLinkWords)
            continue;
        if (!namesAPlace(words) || namesThisPlace(words, target))
            links.append({words, address});
    }
    return links;
}

QString shownTarget(const QUrl &target)
{
    return QString::fromLatin1(target.toEncoded(QUrl::RemoveUserInfo));
}

} // namespace inlet::ui
