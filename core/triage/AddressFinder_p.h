// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace inlet::triage
{

struct FoundAddress {
    QString address; ///< as written, without brackets
    qsizetype at = 0; ///< first character (the bracket where there is one)
    qsizetype end = 0;
};

/// Addresses in running text: "jo@x.com", "<jo@x.com>", "mailto:jo@x.com". Linear.
QList<FoundAddress> addressesIn(QStringView text);

/// The first of them; empty when there is none.
QString firstAddressIn(QStringView text);

} // namespace inlet::triage
