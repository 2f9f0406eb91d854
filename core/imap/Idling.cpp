// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/VmimeImapSession_p.h"

namespace inlet::imap
{

namespace
{

constexpr int kMostAtOnce = 1000; // responses of one connection before the others get their turn

} // namespace

/// SELECTED-DELAYED: numbers of messages stay what they are while a command runs, as without NOTIFY.
Result<void> VmimeImapSession::notifyOfOthers(std::stop_token stop)
{
    if (!m_capabilities.notify)
        return Error{ErrorKind::ServerRefused, QStringLiteral("NOTIFY is not offered"), {}, {}};
    const auto outcome = runOk(CommandLine("NOTIFY SET (SELECTED-DELAYED (MessageNew MessageExpunge FlagChange)) "
                                           "(PERSONAL (MessageNew MessageExpunge))"),
        {}, stop);
    return outcome ? Result<void>() : Result<void>(outcome.error());
}

Result<void> VmimeImapSession::startIdle(std::stop_token stop)
{
    if (!m_capabilities.idle)
        return Error{ErrorKind::ServerRefused, QStringLiteral("IDLE is not offered"), {}, "push-missing"};
    const auto take = bookkeeping({});
    const auto sent = m_wire.send(CommandLine("IDLE"), take, stop);
    if (!sent)
        return sent.error();
    for (int count = 0; count < kMostAtOnce; ++count) {
        auto response = m_wire.readAnswer(stop);
        if (!response)
            return response.error();
        if (response->kind() == Response::Kind::Continuation) {
            m_idleTag = sent->tag;
            return {};
        }
        if (response->kind() == Response::Kind::Tagged)
            return serverError(Phase::Use, response->status(), response->words());
        take(*response);
    }
    return m_wire.die({ErrorKind::Protocol, QStringLiteral("no answer to IDLE"), {}, {}});
}

Result<IdleEvents> VmimeImapSession::readIdle(std::stop_token stop)
{
    const auto take = bookkeeping({});
    for (int count = 0; count < kMostAtOnce; ++count) {
        const auto whole = m_wire.hasWholeLine(stop);
        if (!whole)
            return whole.error();
        if (!*whole)
            break;
        auto response = m_wire.read(stop);
        if (!response)
            return response.error();
        m_unsolicited.stillHere = true;
        if (response->kind() == Response::Kind::Tagged) {
            // Ended by the server, for reasons of its own: the owner starts anew.
            m_unsolicited.bye = true;
            m_wire.die({ErrorKind::Network, QStringLiteral("the server ended IDLE"),
                cleanServerText(response->words()), "connection-lost"});
        } else {
            take(*response);
        }
        if (m_wire.death())
            break; // what was said before the BYE still counts
    }
    return takeUnsolicited();
}

Result<void> VmimeImapSession::endIdle(std::stop_token stop)
{
    if (m_idleTag.isEmpty())
        return {};
    const QByteArray tag = std::exchange(m_idleTag, QByteArray());
    if (const auto sent = m_wire.sendLine("DONE", stop); !sent)
        return sent;
    const auto outcome = m_wire.finish(tag, bookkeeping({}), stop);
    if (!outcome)
        return outcome.error();
    return {};
}

} // namespace inlet::imap
