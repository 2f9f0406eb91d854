// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeImapStream.h"

#include <sys/eventfd.h>
#include <unistd.h>

namespace inlet::test
{

namespace
{

Error carriesNothing()
{
    return Error{ErrorKind::Bug, QStringLiteral("the fake stream carries no octets"), {}, {}};
}

} // namespace

FakeImapStream::FakeImapStream()
    : m_descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
}

FakeImapStream::~FakeImapStream()
{
    ::close(m_descriptor);
}

void FakeImapStream::wake()
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(m_descriptor, &one, sizeof one);
}

void FakeImapStream::drain()
{
    quint64 count = 0;
    [[maybe_unused]] const auto read = ::read(m_descriptor, &count, sizeof count);
}

Result<void> FakeImapStream::connectTcp(const net::ConnectTarget &, std::stop_token,
    std::function<void()> onResolved)
{
    if (onResolved)
        onResolved();
    return {};
}

Result<void> FakeImapStream::startTls(std::stop_token)
{
    return {};
}

std::optional<net::CertificateFacts> FakeImapStream::certificate() const
{
    return std::nullopt;
}

Result<void> FakeImapStream::write(std::string_view, std::stop_token)
{
    return carriesNothing();
}

Result<void> FakeImapStream::flush(std::stop_token)
{
    return {};
}

Result<std::string_view> FakeImapStream::readLine(std::stop_token)
{
    return carriesNothing();
}

Result<bool> FakeImapStream::hasWholeLine(std::stop_token)
{
    return carriesNothing();
}

Result<void> FakeImapStream::readExactly(qint64, const std::function<void(std::string_view)> &,
    std::stop_token)
{
    return carriesNothing();
}

} // namespace inlet::test
