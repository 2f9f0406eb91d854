// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "ui/dialogs/ComposeRequest.h"

#include <QLocale>

namespace inlet::ui
{

// How an answer begins. Pure functions; hostile header text comes out as plain text.

/// Addressees, subject, references and mailbox of the first draft; no text yet. `accounts`: all of
/// the user's mailboxes: no answer goes to one of them unless nobody else is left.
[[nodiscard]] store::Draft beginDraft(const ComposeRequest &request, const QList<accounts::Account> &accounts);
/// "Re: x" of "AW: RE: x". Source: RFC 5322 section 3.6.5.
[[nodiscard]] QString replySubject(const QString &subject);
[[nodiscard]] QString forwardSubject(const QString &subject);
/// "On 25 November 2026 09:14, Mara Petersen <mara@nordlicht.de> wrote:"
[[nodiscard]] QString attribution(const store::MessageItem &message, const QLocale &locale);
/// "---------- Forwarded message ----------"
[[nodiscard]] QString forwardTitle();
/// The lines above a forwarded text; the first one is the title.
[[nodiscard]] QStringList forwardHead(const store::MessageItem &message, const QLocale &locale);
/// References of an answer to `message`, at most 20: the first and the newest stay.
[[nodiscard]] QStringList referencesFor(const store::MessageItem &message);
/// True where `address` is one of the account's own.
[[nodiscard]] bool isOwn(const accounts::Account &account, const QString &address);

} // namespace inlet::ui
