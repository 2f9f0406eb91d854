-- SPDX-License-Identifier: GPL-3.0-or-later
-- Free words that group mailboxes. No server has them. key: the same for all ways to write the tag.
CREATE TABLE account_tags (
    account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    key TEXT NOT NULL,
    tag TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_tags_key ON account_tags (key);
