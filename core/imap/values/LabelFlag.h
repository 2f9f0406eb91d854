// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace inlet::imap
{

/// A label of the user's own making on Gmail, as it stands among flags: "\\Label:" and the folder's name on the
/// wire, where what is no letter or digit is written "=XX". No server can send such a flag.
inline constexpr const char *kLabelFlag = "\\Label:";

[[nodiscard]] inline QByteArray labelFlag(const QByteArray &wireName)
{
    return kLabelFlag + wireName.toPercentEncoding({}, {}, '=');
}

[[nodiscard]] inline bool isLabelFlag(QByteArrayView flag)
{
    return flag.startsWith(kLabelFlag);
}

/// The folder's name on the wire.
[[nodiscard]] inline QByteArray labelOfFlag(const QByteArray &flag)
{
    return QByteArray::fromPercentEncoding(flag.mid(qsizetype(qstrlen(kLabelFlag))), '=');
}

} // namespace inlet::imap
