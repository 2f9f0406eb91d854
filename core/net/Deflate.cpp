// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Deflate_p.h"

#include <array>

namespace inlet::net
{

namespace
{

constexpr std::size_t kRecord = 16384;
// Commands are short: a small window costs them nothing, and there are hundreds of connections.
constexpr int kWindow = 12;
constexpr int kMemory = 5;
constexpr int kRaw = -1; ///< zlib: a negative window means no header

Bytef *octetsOf(char *text)
{
    return reinterpret_cast<Bytef *>(text);
}

} // namespace

Deflate::Deflate()
{
    // Without zlib's macros: they cast as C does.
    constexpr int kSize = sizeof(z_stream);
    const bool packs = deflateInit2_(&m_plain, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRaw * kWindow, kMemory,
                           Z_DEFAULT_STRATEGY, ZLIB_VERSION, kSize)
        == Z_OK;
    const bool unpacks = inflateInit2_(&m_packed, kRaw * MAX_WBITS, ZLIB_VERSION, kSize) == Z_OK;
    m_ready = packs && unpacks;
}

Deflate::~Deflate()
{
    deflateEnd(&m_plain);
    inflateEnd(&m_packed);
}

std::string Deflate::pack(std::string_view octets)
{
    std::string copy(octets);
    std::string packed;
    std::array<char, kRecord> piece{};
    m_plain.next_in = octetsOf(copy.data());
    m_plain.avail_in = uInt(copy.size());
    do {
        m_plain.next_out = octetsOf(piece.data());
        m_plain.avail_out = uInt(piece.size());
        deflate(&m_plain, Z_SYNC_FLUSH);
        packed.append(piece.data(), piece.size() - m_plain.avail_out);
    } while (m_plain.avail_out == 0);
    return packed;
}

void Deflate::begin(std::string_view packed)
{
    m_input.assign(packed.begin(), packed.end());
    received(packed.size());
}

std::span<char> Deflate::packedRoom()
{
    m_input.resize(kRecord);
    return m_input;
}

void Deflate::received(std::size_t octets)
{
    m_packed.next_in = octetsOf(m_input.data());
    m_packed.avail_in = uInt(octets);
    if (octets == 0)
        m_input = {}; // an idle connection keeps no buffer
}

Deflate::Step Deflate::unpack(std::span<char> into, std::size_t &got)
{
    got = 0;
    m_packed.next_out = octetsOf(into.data());
    m_packed.avail_out = uInt(into.size());
    const int code = inflate(&m_packed, Z_SYNC_FLUSH);
    got = into.size() - m_packed.avail_out;
    m_full = m_packed.avail_out == 0;
    m_over = code != Z_OK && code != Z_BUF_ERROR;
    if (m_packed.avail_in == 0)
        m_input = {};
    if (got > 0)
        return Step::Progress;
    if (code == Z_STREAM_END)
        return Step::Ended;
    return m_over ? Step::Damaged : Step::NeedsInput;
}

} // namespace inlet::net
