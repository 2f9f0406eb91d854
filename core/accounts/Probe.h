// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"

#include <QObject>

#include <functional>

namespace inlet::accounts
{

enum class ProbeResult {
    Nothing, ///< no such name, nobody answers, or somebody who speaks something else
    Unproven, ///< a mail server answers, but its certificate does not prove the name
    Good,
};

/// Looks whether a mail server answers at an endpoint, without any credentials. An interface,
/// because sockets for mail live in core/net, beside this folder.
/// Thread: as DnsResolver; no answer once `context` is gone.
class Probe
{
public:
    virtual ~Probe() = default;
    virtual void probe(const ServerEndpoint &endpoint, QObject *context,
        std::function<void(ProbeResult)> done) = 0;
};

} // namespace inlet::accounts
