// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Recipients.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace inlet::ui
{

/// What is known about a mail that is written.
struct ComposeFacts {
    QString subject;
    QString ownWords;
    int recipients = 0;
    int files = 0;
    qint64 fileOctets = 0; ///< of the contents, not encoded
    qint64 sizeLimit = 0; ///< of the provider, encoded; 0: unknown
    QStringList addresses; ///< of the recipients
    ConversationId conversation; ///< that it is written in
    QString text; ///< all of it, with the quote
    store::RecipientFacts known; ///< of the recipients
    QDateTime now;
};

/// One thing to think about before sending; never a reason not to.
struct ComposeWarning {
    QString id; ///< "no-subject", "no-file", "many-recipients", "too-large", "other-company", "other-conversation", "their-time"
    QString text;
    bool asks = true; ///< "Send" stops at it once; false: it only tells

    bool operator==(const ComposeWarning &) const = default;
};

constexpr int kManyRecipients = 10;

[[nodiscard]] QList<ComposeWarning> composeWarnings(const ComposeFacts &facts);
/// True where the text promises a file, in one of several languages.
[[nodiscard]] bool promisesFile(const QString &text);
/// Night or weekend on a clock that far (minutes) from UTC, in words; empty: a working day.
[[nodiscard]] QString theirTimeWords(int utcOffset, const QDateTime &now);
/// What `octets` become in base64 with line ends. Source: RFC 2045 section 6.8.
[[nodiscard]] qint64 encodedSize(qint64 octets);

} // namespace inlet::ui
