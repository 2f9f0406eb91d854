// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/VmimeSocket_p.h"

#include <algorithm>

namespace inlet::smtp
{

namespace
{

constexpr qsizetype kMaxReply = 256 * 1024; // all lines of one reply

/// RFC 5321 section 4.2: three digits, then a space, a hyphen or nothing.
bool looksLikeReply(std::string_view line)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return line.size() >= 3 && std::all_of(line.begin(), line.begin() + 3, digit)
        && (line.size() == 3 || line[3] == ' ' || line[3] == '-');
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

void VmimeSocket::begin(std::stop_token stop)
{
    m_stop = std::move(stop);
    m_replyOctets = 0;
}

void VmimeSocket::raise(Error error)
{
    m_error = error;
    throw vmime::exceptions::socket_exception(error.detail.toStdString());
}

void VmimeSocket::connect(const vmime::string &, vmime::port_t)
{
    raise({ErrorKind::Bug, QStringLiteral("the stream is connected by its owner"), {}, {}});
}

bool VmimeSocket::waitForRead(int)
{
    return true; // receive() waits
}

bool VmimeSocket::waitForWrite(int)
{
    return true;
}

void VmimeSocket::receive(vmime::string &buffer)
{
    const auto line = m_stream.readLine(m_stop);
    if (!line)
        raise(line.error());
    m_replyOctets += static_cast<qsizetype>(line->size()) + 1;
    if (m_replyOctets > kMaxReply)
        raise({ErrorKind::Protocol, QStringLiteral("a reply without end"), {}, {}});
    if (!looksLikeReply(*line))
        raise({ErrorKind::Protocol, QStringLiteral("the server does not speak SMTP"),
            cleanServerText(bytesOf(*line)), {}});
    buffer.assign(*line);
    buffer += '\n';
}

vmime::size_t VmimeSocket::receiveRaw(vmime::byte_t *, vmime::size_t)
{
    raise({ErrorKind::Bug, QStringLiteral("replies are read by line"), {}, {}});
}

void VmimeSocket::put(std::string_view octets)
{
    if (const auto written = m_stream.write(octets, m_stop); !written)
        raise(written.error());
}

void VmimeSocket::send(const vmime::string &octets)
{
    put(octets);
}

void VmimeSocket::send(const char *text)
{
    put(text);
}

void VmimeSocket::sendRaw(const vmime::byte_t *octets, vmime::size_t count)
{
    put({reinterpret_cast<const char *>(octets), count});
}

vmime::size_t VmimeSocket::sendRawNonBlocking(const vmime::byte_t *octets, vmime::size_t count)
{
    sendRaw(octets, count);
    return count;
}

} // namespace inlet::smtp
