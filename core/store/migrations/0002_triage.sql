-- SPDX-License-Identifier: GPL-3.0-or-later
-- Proposed categories with their reasons, reminders, bounces as facts, rules, and where an entry of
-- the do-not-contact list comes from.

-- What a message proposes for its conversation: a category, how surely (percent), why, and the rule
-- that said so (0: scored). An absence: the day of return as text (ISO 8601) and the stand-in.
ALTER TABLE messages ADD COLUMN proposal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN proposal_confidence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN proposal_why TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN proposal_rule INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN return_on TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN stand_in TEXT NOT NULL DEFAULT '';
CREATE INDEX messages_proposal_rule ON messages (proposal_rule) WHERE proposal_rule > 0;

-- remind_at: due then if nobody answers; reminded_at: it became due and nobody has done anything since.
ALTER TABLE conversations ADD COLUMN category_confidence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN category_why TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN return_on TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN stand_in TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN remind_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN remind_set_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN reminded_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX next_reminder ON conversations (remind_at) WHERE remind_at > 0;

ALTER TABLE undo_conversations ADD COLUMN remind_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE undo_conversations ADD COLUMN remind_set_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE undo_conversations ADD COLUMN reminded_at INTEGER NOT NULL DEFAULT 0;

-- source: store::SuppressionSource. message_id: of the message that is the reason.
ALTER TABLE suppressions ADD COLUMN source INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppressions ADD COLUMN message_id TEXT NOT NULL DEFAULT '';

-- A recipient that could not be reached. message: the stored report, 0 where a server refused while
-- we were sending; then ledger is the row. They outlive both, because rates are counted from them.
CREATE TABLE bounces (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL,
    message INTEGER NOT NULL,
    ledger INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    domain TEXT NOT NULL,
    type INTEGER NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    diagnostic TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX bounces_recipient ON bounces (recipient, at);
CREATE INDEX bounces_message ON bounces (message) WHERE message > 0;
CREATE INDEX bounces_ledger ON bounces (ledger) WHERE ledger > 0;
CREATE INDEX bounces_at ON bounces (at, account);

-- How often a word stood in mail that the rep sorted into a category. taught: which mail counted
-- and as what, so that another choice or an undo takes it out again.
CREATE TABLE taught (
    message_key INTEGER PRIMARY KEY,
    category INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE TABLE category_words (
    word TEXT NOT NULL,
    category INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (word, category)
) STRICT, WITHOUT ROWID;
CREATE TABLE category_counts (
    category INTEGER PRIMARY KEY,
    n INTEGER NOT NULL
) STRICT;

-- "Mail like this is of that category." field: store::Rule::Field.
CREATE TABLE rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    field INTEGER NOT NULL,
    pattern TEXT NOT NULL,
    category INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (field, pattern)
) STRICT;
CREATE TABLE undo_rules (
    step INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    rule INTEGER NOT NULL,
    PRIMARY KEY (step, rule)
) STRICT, WITHOUT ROWID;

CREATE INDEX decisions_message ON decisions (message_id);
CREATE INDEX decisions_at ON decisions (at);
CREATE INDEX decisions_taken_back ON decisions (takes_back) WHERE takes_back IS NOT NULL;

-- For completion of names.
CREATE INDEX people_name ON people (name COLLATE NOCASE) WHERE name <> '';
