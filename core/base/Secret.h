// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace inlet
{

/// A password or token. Wiped when it dies, and it can neither be printed, logged nor compared by
/// accident: the octets come out of reveal() only. Thread: like a value.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string_view octets) : m_octets(octets) {}
    static Secret fromString(const QString &text);
    ~Secret() { wipe(); }

    Secret(const Secret &) = default;
    Secret &operator=(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;

    [[nodiscard]] bool isEmpty() const { return m_octets.empty(); }
    /// UTF-8. Copy it no further than the wire.
    [[nodiscard]] const std::string &reveal() const { return m_octets; }
    /// Compares without leaking the position of the first difference.
    [[nodiscard]] bool equals(const Secret &other) const;

private:
    void wipe();

    std::string m_octets;
};

} // namespace inlet
