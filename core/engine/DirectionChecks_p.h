// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/CheckRows_p.h"
#include "imap/ImapSession.h"
#include "smtp/SmtpSession.h"

namespace inlet::engine
{

// The two directions of a check. Each makes one connection and at most one attempt to sign in.
// Thread: a worker; blocks until done or stopped.

/// Rows dns, connect, tls, login, folders, special-use, push. True when all of them worked.
bool checkReading(imap::ImapSession &session, const accounts::ServerEndpoint &server,
    const Secret &password, CheckRows &rows, std::stop_token stop);

/// Rows smtp-connect, smtp-tls, smtp-login, sender.
bool checkSending(smtp::SmtpSession &session, const accounts::ServerEndpoint &server,
    const QString &sender, const Secret &password, CheckRows &rows, std::stop_token stop);

} // namespace inlet::engine
