// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace inlet::ui
{

/// How high the rows of the list are.
enum class Density { Comfortable, Compact, ThreeLines };
[[nodiscard]] QString nameOf(Density density); ///< for the settings file
[[nodiscard]] std::optional<Density> densityFrom(const QString &name);
[[nodiscard]] QList<Density> allDensities(); ///< lowest first
[[nodiscard]] QString wordsOf(Density density); ///< for the rep

/// What a row shows beside the name, the time and the marks at its end, which are always there.
enum class RowField { Company, Category, Count, Mailbox, Labels, Campaign, Preview };
[[nodiscard]] const QList<RowField> &allRowFields(); ///< as they stand in the row
[[nodiscard]] QString nameOf(RowField field); ///< for the settings file
[[nodiscard]] QString wordsOf(RowField field); ///< for the rep

/// The look of a row, as the rep chose it.
struct RowLook {
    Density density = Density::Comfortable;
    QSet<RowField> fields{allRowFields().cbegin(), allRowFields().cend()};

    [[nodiscard]] bool has(RowField field) const { return fields.contains(field); }
    bool operator==(const RowLook &) const = default;
};

} // namespace inlet::ui
