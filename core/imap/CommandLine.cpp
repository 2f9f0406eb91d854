// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/CommandLine_p.h"

#include <vmime/net/imap/IMAPUtils.hpp>
#include <vmime/vmime.hpp>

#include <algorithm>
#include <array>

namespace inlet::imap
{

namespace
{

/// Longer quoted strings meet line limits of old servers.
constexpr qsizetype kLongestQuoted = 500;

bool mayBeQuoted(const QByteArray &octets)
{
    return octets.size() <= kLongestQuoted
        && std::all_of(octets.begin(), octets.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

} // namespace

CommandLine &CommandLine::add(const QByteArray &text)
{
    if (m_pieces.empty() || m_pieces.back().isLiteral)
        m_pieces.push_back({text, false});
    else
        m_pieces.back().octets += text;
    return *this;
}

CommandLine &CommandLine::addString(const QByteArray &octets)
{
    if (!mayBeQuoted(octets))
        return addLiteral(octets);
    // vmime leaves these two bare: one vanishes, the other means "nothing".
    if (octets.isEmpty() || octets.toUpper() == "NIL")
        return add('"' + octets + '"');
    return add(QByteArray::fromStdString(
        vmime::net::imap::IMAPUtils::quoteString(octets.toStdString())));
}

CommandLine &CommandLine::addLiteral(const QByteArray &octets)
{
    m_pieces.push_back({octets, true});
    return *this;
}

void CommandLine::wipe()
{
    for (Piece &piece : m_pieces)
        piece.octets.fill('\0');
    m_pieces.clear();
}

QByteArray imapDate(const QDate &date)
{
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
        "Oct", "Nov", "Dec"};
    return QByteArray::number(date.day()) + '-' + kMonths[std::size_t(date.month() - 1)] + '-'
        + QByteArray::number(date.year());
}

} // namespace inlet::imap
