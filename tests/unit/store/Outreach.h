// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreFixture.h"

namespace inlet::test
{

/// Cold mail of ours to Mara.
inline MailBuilder outreach(const StoreFixture &f, const char *id = "out1@us.test", int minute = 0)
{
    MailBuilder mail(id);
    mail.from("Anna <anna@us.test>").to("Mara <mara@acme.test>").own().seen().minute(minute).in(f.anna.sent, 1);
    return mail;
}

inline MailBuilder reply(const StoreFixture &f, const char *id = "in1@acme.test", int minute = 10)
{
    MailBuilder mail(id);
    mail.from("Mara <mara@acme.test>").to("anna@us.test").minute(minute).in(f.anna.inbox, 1);
    return mail;
}

} // namespace inlet::test
