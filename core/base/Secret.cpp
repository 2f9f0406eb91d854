// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Secret.h"

#include <cstring>

namespace inlet
{

Secret Secret::fromString(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    Secret secret(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
    explicit_bzero(utf8.data(), static_cast<std::size_t>(utf8.size()));
    return secret;
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_octets = other.m_octets;
    }
    return *this;
}

// A moved-from std::string may keep a short text in place, hence the wipe of the source.
Secret::Secret(Secret &&other) noexcept : m_octets(other.m_octets)
{
    other.wipe();
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_octets = other.m_octets;
        other.wipe();
    }
    return *this;
}

bool Secret::equals(const Secret &other) const
{
    unsigned difference = m_octets.size() == other.m_octets.size() ? 0U : 1U;
    const std::size_t length = std::min(m_octets.size(), other.m_octets.size());
    for (std::size_t i = 0; i < length; ++i)
        difference |= static_cast<unsigned>(m_octets[i] ^ other.m_octets[i]);
    return difference == 0;
}

void Secret::wipe()
{
    if (!m_octets.empty())
        explicit_bzero(m_octets.data(), m_octets.size());
    m_octets.clear();
}

} // namespace inlet
