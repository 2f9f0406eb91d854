// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"

#include <QList>
#include <QString>

namespace inlet::ui
{

/// Why `text` is no address of a mailbox, in the user's words; empty when it is one. Takes anything:
/// empty, huge, several lines, invisible characters.
[[nodiscard]] QString explainAddress(const QString &text);

/// "Anna Keller" of "anna.keller@acme.io"; empty where the address does not look like a name.
[[nodiscard]] QString guessName(const QString &email);

/// One recipient as typed.
struct TypedAddress {
    mime::Address address;
    QString problem; ///< empty: fine

    bool operator==(const TypedAddress &) const = default;
};

/// Splits "Anna <a@x>, b@y; c@z" at commas, semicolons and line ends outside quotes and brackets.
/// At most 1,000 come back; the rest is one entry with a problem.
[[nodiscard]] QList<TypedAddress> parseRecipients(const QString &text);
/// What parseRecipients() reads; names with specials are quoted.
[[nodiscard]] QString formatRecipient(const mime::Address &address);
[[nodiscard]] QString formatRecipients(const QList<mime::Address> &addresses);

} // namespace inlet::ui
