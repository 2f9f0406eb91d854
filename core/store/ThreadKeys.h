// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "mime/values/Message.h"

#include <QList>
#include <QString>

namespace inlet::store
{

/// References of a message that are followed: the first and the last ones.
inline constexpr qsizetype kMaxReferences = 20;

/// 64 bits that stand for a Message-ID (angle brackets and blanks do not count); 0 for an empty one.
[[nodiscard]] qint64 threadKey(const QString &messageId);
/// As threadKey() for a thread id of one account's provider (X-GM-THRID).
[[nodiscard]] qint64 providerKey(AccountId account, quint64 thread);

/// References with In-Reply-To last, without repetitions, at most kMaxReferences (root and newest).
[[nodiscard]] QStringList referencesOf(const mime::MessageHeader &header);

/// Further ids of a mail of ours whose Message-ID a server replaced on the way.
[[nodiscard]] QStringList replacedIds(const mime::MessageHeader &header);

/// Value of the first field of that name (case-insensitive).
[[nodiscard]] QByteArray fieldOf(const mime::MessageHeader &header, const char *name);

} // namespace inlet::store
