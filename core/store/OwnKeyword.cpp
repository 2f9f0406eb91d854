// SPDX-License-Identifier: GPL-3.0-or-later
// What a new category gets: its IMAP keyword, which leads back to its name, and its colour.
#include "store/values/OwnCategory.h"

#include <QCryptographicHash>

#include <array>

namespace inlet::store
{

namespace
{

constexpr QByteArrayView kNamespace("$Inlet_");
constexpr qsizetype kMostOctets = 50; ///< Dovecot's mail_max_keyword_length
constexpr qsizetype kHashed = 8;

bool isPlain(char octet)
{
    return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9') || octet == '-';
}

int hexValue(char octet)
{
    const char lower = octet >= 'A' && octet <= 'F' ? char(octet + 32) : octet;
    return lower >= '0' && lower <= '9' ? lower - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

QByteArray ownKeywordFor(const QString &name)
{
    const QByteArray text = name.simplified().toUtf8();
    QByteArray out = kNamespace.toByteArray();
    for (const char octet : text) {
        if (isPlain(octet))
            out += octet;
        else if (octet == ' ')
            out += '_';
        else
            out += '=' + QByteArray(1, octet).toHex();
    }
    if (out.size() <= kMostOctets && !text.isEmpty())
        return out;
    return kNamespace.toByteArray() + '~' + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(kHashed);
}

QString nameFromOwnKeyword(const QByteArray &keyword)
{
    if (keyword.left(kNamespace.size()).compare(kNamespace, Qt::CaseInsensitive) != 0)
        return {};
    QByteArray text;
    for (qsizetype at = kNamespace.size(); at < keyword.size(); ++at) {
        const char octet = keyword.at(at);
        const int high = octet == '=' && at + 2 < keyword.size() ? hexValue(keyword.at(at + 1)) : -1;
        const int low = high >= 0 ? hexValue(keyword.at(at + 2)) : -1;
        if (low >= 0) {
            text += char(high * 16 + low);
            at += 2;
        } else {
            text += octet == '_' ? ' ' : octet;
        }
    }
    QString name;
    for (const QChar c : QString::fromUtf8(text)) {
        if (c.isPrint() && c.category() != QChar::Other_Format)
            name += c;
    }
    name = name.simplified().left(OwnCategory::kMostName);
    return name.isEmpty() ? QStringLiteral("Category") : name;
}

int nextColour(const QList<OwnCategory> &own)
{
    std::array<int, OwnCategory::kColours + 1> uses{};
    for (const OwnCategory &one : own) {
        if (one.colour >= 1 && one.colour <= OwnCategory::kColours)
            ++uses.at(size_t(one.colour));
    }
    int best = OwnCategory::kFirstColour;
    const auto consider = [&](int colour) {
        if (uses.at(size_t(colour)) < uses.at(size_t(best)))
            best = colour;
    };
    for (int colour = OwnCategory::kFirstColour; colour <= OwnCategory::kColours; ++colour)
        consider(colour);
    for (int colour = 1; colour < OwnCategory::kFirstColour; ++colour)
        consider(colour);
    return best;
}

} // namespace inlet::store
