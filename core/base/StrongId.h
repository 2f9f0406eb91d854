// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMetaType>

#include <compare>

namespace inlet
{

/// A number that cannot be mixed up with another kind of number. 0 is "none".
template <typename Tag, typename Number = qint64>
class StrongId
{
public:
    using number_type = Number;

    constexpr StrongId() = default;
    constexpr explicit StrongId(Number number) : m_number(number) {}

    [[nodiscard]] constexpr Number number() const { return m_number; }
    [[nodiscard]] constexpr bool isValid() const { return m_number != 0; }
    constexpr auto operator<=>(const StrongId &) const = default;

private:
    Number m_number = 0;
};

template <typename Tag, typename Number>
size_t qHash(StrongId<Tag, Number> id, size_t seed = 0)
{
    return ::qHash(id.number(), seed);
}

} // namespace inlet
