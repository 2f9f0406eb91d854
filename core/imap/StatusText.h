// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <limits>
#include <optional>

namespace inlet::imap
{

/// The text of a status response, in its parts: "[CODE arguments] words for people".
/// Source: RFC 3501 section 7.1.
struct StatusText {
    QByteArray code; ///< upper case; empty when there is none
    QByteArray arguments; ///< as sent, without the bracket
    QByteArray words; ///< as sent
};

[[nodiscard]] StatusText statusText(const QByteArray &words);

/// A number such as "4294967295"; nullopt for anything else or above `most`.
[[nodiscard]] std::optional<quint64> numberOf(QByteArrayView digits,
    quint64 most = std::numeric_limits<quint64>::max());
/// As numberOf(), for UIDs and counts; 0 for anything else.
[[nodiscard]] quint32 number32Of(QByteArrayView digits);

} // namespace inlet::imap
