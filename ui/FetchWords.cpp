// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Phrases.h"

#include <QCoreApplication>

namespace inlet::ui::phrases
{

namespace
{

QString sentence(const char *text)
{
    return QCoreApplication::translate("Phrases", text);
}

} // namespace

QString fetchProblem(const Error &error)
{
    const bool isInWords = error.kind == ErrorKind::Storage || error.cause == "fetch-too-large";
    if (isInWords && !error.detail.isEmpty())
        return error.detail;
    switch (error.kind) {
    case ErrorKind::Cancelled: return sentence("This message was not fetched.");
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Timeout: return sentence("The connection was lost before the whole message was here.");
    case ErrorKind::Auth: return sentence("The server refuses the sign-in, so this message cannot be fetched. Look at the mailbox's settings.");
    case ErrorKind::NotFound: return sentence("The server no longer has this message.");
    case ErrorKind::ServerRefused:
    case ErrorKind::Protocol: return sentence("The server did not hand out this message.");
    case ErrorKind::Storage: return sentence("This message could not be stored. Look whether the disk is full.");
    case ErrorKind::Conflict:
    case ErrorKind::Config:
    case ErrorKind::Bug: break;
    }
    return sentence("This message could not be read.");
}

} // namespace inlet::ui::phrases
