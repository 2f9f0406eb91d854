// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace inlet::store
{

/// A label: on Gmail one of its labels, elsewhere an IMAP keyword (a tag of Thunderbird). It is named by what the rep
/// reads; how a server spells it is found out for each mailbox.
struct Label {
    static constexpr qsizetype kMostName = 100;

    QString name;
    qint64 conversations = 0; ///< 0 also where nobody counted

    bool operator==(const Label &) const = default;
};

struct LabelFacts {
    QList<Label> labels; ///< by name
    QList<AccountId> without; ///< mailboxes whose server keeps none

    bool operator==(const LabelFacts &) const = default;
};

/// "Key  Account" and "key account" are the same label.
[[nodiscard]] QString labelKey(const QString &name);
/// Without blanks at the ends and what cannot be seen; empty: no name.
[[nodiscard]] QString cleanLabel(const QString &name);
/// What the keyword of a place says as a label. Empty: it is none, but of a mail program or of ours.
[[nodiscard]] QString labelOfKeyword(const QByteArray &keyword);
[[nodiscard]] bool isLabelKeyword(const QByteArray &keyword);
/// An IMAP atom that labelOfKeyword() reads back; tags that Thunderbird has from the start are spelled as there.
[[nodiscard]] QByteArray keywordForLabel(const QString &name);
/// As keywordForLabel(), for a place on Gmail (imap/values/LabelFlag.h).
[[nodiscard]] QByteArray gmailLabelFor(const QString &name);

} // namespace inlet::store
