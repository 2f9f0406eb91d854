// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Probe.h"
#include "net/TlsStream.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <stop_token>

namespace inlet::engine
{

class CheckPool;

/// Says whether a mail server answers at an endpoint: connects, encrypts, reads the greeting, and
/// leaves. No name and no password is ever sent. Ports 465 and 587 must answer as SMTP, others as
/// IMAP. Thread: as accounts::Probe; blocking work on a few threads of its own.
class ServerProbe final : public QObject, public accounts::Probe
{
    Q_OBJECT

public:
    explicit ServerProbe(net::StreamFactory streams, QObject *parent = nullptr);
    ~ServerProbe() override;

    void probe(const accounts::ServerEndpoint &endpoint, QObject *context,
        std::function<void(accounts::ProbeResult)> done) override;

private:
    struct Question;

    net::StreamFactory m_streams;
    QHash<quint64, std::shared_ptr<Question>> m_questions;
    quint64 m_lastId = 0;
    std::unique_ptr<CheckPool> m_pool; ///< last: its threads use all of the above
};

} // namespace inlet::engine
