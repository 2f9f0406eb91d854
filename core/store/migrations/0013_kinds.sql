-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the rep said that a mail is, by its Message-ID, so that it holds for a mail that is read again, too. kind: triage::Kind.
CREATE TABLE kind_choices (
    message_key INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- kind_found: what the mail is by evidence where `kind` is the rep's word, else -1.
ALTER TABLE messages ADD COLUMN kind_found INTEGER NOT NULL DEFAULT -1;
-- kind_said: the rep's word about the newest mail of theirs, -1: none.
ALTER TABLE conversations ADD COLUMN kind_said INTEGER NOT NULL DEFAULT -1;

-- What reports said that are none in the rep's word, so that they can be believed again. claimed 0: waited for its mail, as
-- in unclaimed_bounces.
CREATE TABLE excused_bounces (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL,
    message INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
    ledger INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    original_key INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    type INTEGER NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    diagnostic TEXT NOT NULL,
    at INTEGER NOT NULL,
    claimed INTEGER NOT NULL
) STRICT;
CREATE INDEX excused_bounces_message ON excused_bounces (message);

-- A mail before the rep said what it is; choice: what they had said before, NULL: nothing.
CREATE TABLE undo_kinds (
    step INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    message INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
    choice INTEGER,
    PRIMARY KEY (step, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX undo_kinds_message ON undo_kinds (message);
-- Entries of the do-not-contact list that were taken off with a step.
CREATE TABLE undo_lifted (
    step INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    pattern TEXT NOT NULL,
    reason TEXT NOT NULL,
    source INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (step, pattern)
) STRICT, WITHOUT ROWID;
