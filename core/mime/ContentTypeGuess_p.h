// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace inlet::mime
{

/// `given` where it is a well-formed type, else by the suffix of the name, else
/// application/octet-stream.
QByteArray contentTypeFor(const QString &fileName, const QByteArray &given);

} // namespace inlet::mime
