// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/TlsStream.h"
#include "support/ScriptedServer.h"

namespace inlet::test
{

inline net::ConnectTarget targetOf(const ScriptedServer &server,
    const QString &host = ScriptedServer::host())
{
    net::ConnectTarget target;
    target.host = host;
    target.port = server.port();
    return target;
}

/// A stream connected to `server`, TLS included; nullptr when that failed.
inline std::unique_ptr<net::TlsStream> securedStream(const ScriptedServer &server)
{
    auto stream = net::TlsStream::create({testCaFile()});
    if (!stream->connectTcp(targetOf(server), {}) || !stream->startTls({}))
        return nullptr;
    return stream;
}

} // namespace inlet::test
