-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports about mail that is not known yet: history comes newest first, and from several folders at
-- once, so that a bounce is here before the mail in Sent that it is about. Each row waits for that mail.
CREATE TABLE unclaimed_bounces (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL,
    message INTEGER NOT NULL, -- the report
    message_id TEXT NOT NULL, -- of the report
    original_key INTEGER NOT NULL, -- of the mail that it names, 0: none
    recipient TEXT NOT NULL,
    type INTEGER NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    diagnostic TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX unclaimed_bounces_recipient ON unclaimed_bounces (recipient);
CREATE INDEX unclaimed_bounces_original ON unclaimed_bounces (original_key) WHERE original_key <> 0;
CREATE INDEX unclaimed_bounces_message ON unclaimed_bounces (message);
