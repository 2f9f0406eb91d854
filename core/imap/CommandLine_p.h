// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDate>

#include <vector>

namespace inlet::imap
{

/// A command without its tag: text, and strings that may need to travel as literals.
class CommandLine
{
public:
    struct Piece {
        QByteArray octets;
        bool isLiteral = false;
    };

    explicit CommandLine(const QByteArray &text) { add(text); }

    CommandLine &add(const QByteArray &text);
    /// As atom or quoted string where the octets allow it, else as literal.
    CommandLine &addString(const QByteArray &octets);
    CommandLine &addLiteral(const QByteArray &octets);

    [[nodiscard]] const std::vector<Piece> &pieces() const { return m_pieces; }
    /// Overwrites the octets: after a command that held a secret.
    void wipe();

private:
    std::vector<Piece> m_pieces;
};

/// As SEARCH wants it: "1-Feb-2026".
[[nodiscard]] QByteArray imapDate(const QDate &date);

} // namespace inlet::imap
