// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

namespace inlet::net
{

/// Both directions of a compressed stream (raw DEFLATE, RFC 1951). Only as much is inflated as there is room for, so
/// few octets that stand for very many cost no memory. Thread: one at a time.
class Deflate
{
public:
    enum class Step { Progress, NeedsInput, Ended, Damaged };

    Deflate();
    ~Deflate();
    Deflate(const Deflate &) = delete;
    Deflate &operator=(const Deflate &) = delete;

    /// False: no memory.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// So that the peer can read all of it.
    std::string pack(std::string_view octets);

    /// Packed octets that came before this began.
    void begin(std::string_view packed);
    /// Space for packed octets from the wire; how many were put there is told by received().
    std::span<char> packedRoom();
    void received(std::size_t octets);
    /// Puts inflated octets to `into`. Progress: got > 0.
    Step unpack(std::span<char> into, std::size_t &got);
    /// Something may come without the wire.
    [[nodiscard]] bool hasMore() const { return m_packed.avail_in > 0 || m_full || m_over; }

private:
    z_stream m_plain{}; ///< what we send
    z_stream m_packed{}; ///< what comes
    std::vector<char> m_input;
    bool m_ready = false;
    bool m_full = false; ///< the last unpack() filled its space
    bool m_over = false; ///< damaged or ended: the next unpack() says so though nothing more comes
};

} // namespace inlet::net
