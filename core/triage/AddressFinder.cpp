// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/AddressFinder_p.h"

namespace inlet::triage
{

namespace
{

constexpr qsizetype kMaxLocal = 128; // RFC 5321 says 64; verp addresses are longer
constexpr qsizetype kMaxDomain = 255;

bool isLocalChar(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"!#$%&'*+-/=?^_`{|}~.").contains(c);
}

bool isDomainChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_';
}

/// Around the sign at `sign`; empty where it is no address.
FoundAddress around(QStringView text, qsizetype sign)
{
    qsizetype start = sign;
    if (start > 0 && text.at(start - 1) == u'"') {
        const qsizetype from = qMax<qsizetype>(0, start - kMaxLocal);
        const auto open = text.mid(from, start - 1 - from).lastIndexOf(u'"');
        if (open >= 0)
            start = from + open;
    } else {
        while (start > 0 && sign - start < kMaxLocal && isLocalChar(text.at(start - 1)))
            --start;
    }
    while (start < sign && QStringView(u"'=.").contains(text.at(start)))
        ++start;
    qsizetype end = sign + 1;
    if (end < text.size() && text.at(end) == u'[') {
        while (end < text.size() && end - sign < 50 && text.at(end) != u']')
            ++end;
        end += end < text.size() ? 1 : 0;
    } else {
        while (end < text.size() && end - sign < kMaxDomain && isDomainChar(text.at(end)))
            ++end;
    }
    while (end > sign + 1 && QStringView(u".-_").contains(text.at(end - 1)))
        --end;
    if (start == sign || end == sign + 1)
        return {};
    FoundAddress found{text.mid(start, end - start).toString(), start, end};
    if (found.address.startsWith(QStringLiteral("mailto:"), Qt::CaseInsensitive))
        found.address.remove(0, 7);
    if (start > 0 && text.at(start - 1) == u'<' && end < text.size() && text.at(end) == u'>') {
        --found.at;
        ++found.end;
    }
    return found;
}

} // namespace

QList<FoundAddress> addressesIn(QStringView text)
{
    QList<FoundAddress> all;
    for (auto sign = text.indexOf(u'@'); sign >= 0; sign = text.indexOf(u'@', sign + 1)) {
        FoundAddress found = around(text, sign);
        if (!found.address.isEmpty())
            all.append(std::move(found));
    }
    return all;
}

QString firstAddressIn(QStringView text)
{
    for (auto sign = text.indexOf(u'@'); sign >= 0; sign = text.indexOf(u'@', sign + 1)) {
        const FoundAddress found = around(text, sign);
        if (!found.address.isEmpty())
            return found.address;
    }
    return {};
}

} // namespace inlet::triage
