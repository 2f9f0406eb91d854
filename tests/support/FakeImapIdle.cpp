// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says by itself: in IDLE, and of other folders.
#include "support/FakeImapSession.h"

namespace inlet::test
{

Result<void> FakeImapSession::notifyOfOthers(std::stop_token stop)
{
    auto turn = begin(FakeCall::Notify, {}, {}, stop);
    if (!turn)
        return turn.error();
    if (!m_capabilities.notify)
        return Error{ErrorKind::ServerRefused, QStringLiteral("no NOTIFY"), "BAD Unknown command", {}};
    m_notified = true;
    return finish(**turn);
}

imap::IdleEvents FakeImapSession::takeUnsolicited()
{
    const Lock lock(m_server->m_mutex);
    return std::exchange(m_pending, {});
}

Result<void> FakeImapSession::startIdle(std::stop_token stop)
{
    auto turn = begin(FakeCall::StartIdle, {}, {}, stop);
    if (!turn)
        return turn.error();
    if (!m_capabilities.idle)
        return Error{ErrorKind::ServerRefused, QStringLiteral("no IDLE"), "BAD Unknown command", {}};
    m_idling = true;
    const imap::IdleEvents &known = m_pending;
    if (known.exists || known.expunge || known.flags || known.overflow || !known.others.isEmpty())
        m_stream.wake();
    return finish(**turn);
}

Result<imap::IdleEvents> FakeImapSession::readIdle(std::stop_token stop)
{
    m_stream.drain();
    auto turn = begin(FakeCall::ReadIdle, {}, {}, stop);
    if (!turn)
        return turn.error();
    const imap::IdleEvents events = std::exchange(m_pending, {});
    if (const auto done = finish(**turn); !done)
        return done.error();
    return events;
}

Result<void> FakeImapSession::endIdle(std::stop_token stop)
{
    auto turn = begin(FakeCall::EndIdle, {}, {}, stop);
    if (!turn)
        return turn.error();
    m_idling = false;
    m_stream.drain();
    return finish(**turn);
}

} // namespace inlet::test
