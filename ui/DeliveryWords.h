// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QString>

namespace inlet::ui::phrases
{

// What became of mail that we sent, and of addresses, in words. Translated. Thread: GUI.

/// "Bounced: there is no such mailbox", "Refused: ..."; one line, bounded.
[[nodiscard]] QString bounce(const store::BounceFact &fact);
/// A line a recipient; names them where the message has gone to several. Empty where all is well.
[[nodiscard]] QString bounces(const store::MessageItem &message);
/// "mara@acme.test, 5.1.1, Tuesday ...: the server's words"; a line a recipient.
[[nodiscard]] QString bounceDetails(const QList<store::BounceFact> &facts);
/// Why a message waits or was not sent. The outbox stores it in English, with what servers said in it.
[[nodiscard]] QString ledgerNote(const QString &stored);
/// "Do not contact: they asked to stop (reason)".
[[nodiscard]] QString suppressed(const store::Suppression &entry);

} // namespace inlet::ui::phrases
