-- SPDX-License-Identifier: GPL-3.0-or-later
-- Times are milliseconds since the epoch, UTC; 0 is "none". Enumerations are stored as the numbers
-- of the C++ enumerations, whose order therefore never changes.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('profile', lower(hex(randomblob(16))));

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    signature TEXT NOT NULL,
    colour TEXT NOT NULL,
    provider TEXT NOT NULL,
    imap_host TEXT NOT NULL,
    imap_port INTEGER NOT NULL,
    imap_tls INTEGER NOT NULL,
    imap_user TEXT NOT NULL,
    imap_fingerprint BLOB NOT NULL,
    smtp_host TEXT NOT NULL,
    smtp_port INTEGER NOT NULL,
    smtp_tls INTEGER NOT NULL,
    smtp_user TEXT NOT NULL,
    smtp_fingerprint BLOB NOT NULL,
    history INTEGER NOT NULL,
    sent_policy INTEGER NOT NULL,
    enabled INTEGER NOT NULL,
    unified INTEGER NOT NULL,
    secret_stored INTEGER NOT NULL,
    sign_in_refused INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE account_aliases (
    account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (account, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    wire_name BLOB NOT NULL,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    followed INTEGER NOT NULL DEFAULT 0,
    uid_validity INTEGER NOT NULL DEFAULT 0,
    uid_next INTEGER NOT NULL DEFAULT 0,
    highest_modseq INTEGER NOT NULL DEFAULT 0,
    server_exists INTEGER NOT NULL DEFAULT 0,
    history_done INTEGER NOT NULL DEFAULT 0,
    keeps_keywords INTEGER NOT NULL DEFAULT 0,
    UNIQUE (account, wire_name)
) STRICT;

-- The counters and in_* columns are kept by Aggregates.cpp and ConversationSummary.cpp. Each list is
-- one partial index, which repeats the column of its condition: only then SQLite reads nothing else.
CREATE TABLE conversations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL DEFAULT 0,
    is_prospect INTEGER NOT NULL DEFAULT 0,
    prospect_decision INTEGER NOT NULL DEFAULT 0,
    category INTEGER NOT NULL DEFAULT 0,
    category_source INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    snoozed_until INTEGER NOT NULL DEFAULT 0,
    snoozed_at INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER NOT NULL DEFAULT 0,
    junked INTEGER NOT NULL DEFAULT 0,
    n_human INTEGER NOT NULL DEFAULT 0,
    n_own INTEGER NOT NULL DEFAULT 0,
    n_machine INTEGER NOT NULL DEFAULT 0,
    n_unread INTEGER NOT NULL DEFAULT 0,
    n_flagged INTEGER NOT NULL DEFAULT 0,
    n_inbox INTEGER NOT NULL DEFAULT 0,
    n_attachment INTEGER NOT NULL DEFAULT 0,
    subject TEXT NOT NULL DEFAULT '',
    who_name TEXT NOT NULL DEFAULT '',
    who_address TEXT NOT NULL DEFAULT '',
    who_domain TEXT AS (lower(substr(who_address, instr(who_address, '@') + 1))) VIRTUAL,
    preview TEXT NOT NULL DEFAULT '',
    sort_at INTEGER NOT NULL DEFAULT 0,
    last_at INTEGER NOT NULL DEFAULT 0,
    last_kind INTEGER NOT NULL DEFAULT 0,
    we_wrote_last INTEGER NOT NULL DEFAULT 0,
    outgoing INTEGER,
    scheduled_at INTEGER NOT NULL DEFAULT 0,
    listed INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0,
    in_needs INTEGER NOT NULL DEFAULT 0,
    in_all INTEGER NOT NULL DEFAULT 0,
    in_unread INTEGER NOT NULL DEFAULT 0,
    in_awaiting INTEGER NOT NULL DEFAULT 0,
    in_outbox INTEGER NOT NULL DEFAULT 0,
    in_bounces INTEGER NOT NULL DEFAULT 0,
    in_other INTEGER NOT NULL DEFAULT 0,
    in_starred INTEGER NOT NULL DEFAULT 0,
    in_sent INTEGER NOT NULL DEFAULT 0,
    in_archived INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX list_needs ON conversations (sort_at, id, in_needs, snoozed_until) WHERE in_needs = 1;
CREATE INDEX list_all ON conversations (sort_at, id, in_all) WHERE in_all = 1;
CREATE INDEX list_category ON conversations (category, sort_at, id, in_all) WHERE in_all = 1;
CREATE INDEX list_unread ON conversations (sort_at, id, in_unread) WHERE in_unread = 1;
CREATE INDEX list_awaiting ON conversations (sort_at, id, in_awaiting, snoozed_until) WHERE in_awaiting = 1;
CREATE INDEX list_snoozed ON conversations (sort_at, id, snoozed_until, listed) WHERE snoozed_until > 0;
CREATE INDEX next_snooze ON conversations (snoozed_until) WHERE snoozed_until > 0;
CREATE INDEX list_scheduled ON conversations (sort_at, id, scheduled_at) WHERE scheduled_at > 0;
CREATE INDEX list_outbox ON conversations (sort_at, id, in_outbox) WHERE in_outbox = 1;
CREATE INDEX list_bounces ON conversations (sort_at, id, in_bounces) WHERE in_bounces = 1;
CREATE INDEX list_other ON conversations (sort_at, id, in_other) WHERE in_other = 1;
CREATE INDEX list_starred ON conversations (sort_at, id, in_starred) WHERE in_starred = 1;
CREATE INDEX list_sent ON conversations (sort_at, id, in_sent) WHERE in_sent = 1;
CREATE INDEX list_archived ON conversations (sort_at, id, in_archived) WHERE in_archived = 1;
CREATE INDEX list_everywhere ON conversations (sort_at, id, listed) WHERE listed = 1;

CREATE INDEX conversations_domain ON conversations (who_domain, sort_at) WHERE listed = 1 AND who_address <> '';

CREATE TABLE conversation_accounts (
    conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
    account INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (conversation, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_accounts_account ON conversation_accounts (account, conversation);

-- Persons outside our mailboxes. `conversation` is set for known addresses of a prospect.
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    first_out INTEGER NOT NULL DEFAULT 0,
    first_in INTEGER NOT NULL DEFAULT 0,
    decision INTEGER NOT NULL DEFAULT 0,
    conversation INTEGER
) STRICT;
CREATE INDEX people_conversation ON people (conversation) WHERE conversation IS NOT NULL;

CREATE TABLE participants (
    person INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
    PRIMARY KEY (person, conversation)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_conversation ON participants (conversation);

-- Which conversation a Message-ID (its 64-bit hash), seen or only referenced, belongs to.
CREATE TABLE thread_keys (
    key INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL
) STRICT;
CREATE INDEX thread_keys_conversation ON thread_keys (conversation);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversations,
    message_id TEXT NOT NULL,
    message_key INTEGER NOT NULL,
    header_print INTEGER NOT NULL,
    body_print INTEGER NOT NULL,
    provider_thread INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    bounce INTEGER NOT NULL,
    auto_type TEXT NOT NULL,
    evidence TEXT NOT NULL,
    at INTEGER NOT NULL,
    size INTEGER NOT NULL,
    subject TEXT NOT NULL,
    from_name TEXT NOT NULL,
    from_address TEXT NOT NULL,
    to_line TEXT NOT NULL,
    cc_line TEXT NOT NULL,
    reply_to_line TEXT NOT NULL,
    refs TEXT NOT NULL,
    preview TEXT NOT NULL,
    has_body INTEGER NOT NULL,
    has_attachment INTEGER NOT NULL,
    local INTEGER NOT NULL DEFAULT 0,
    seen INTEGER NOT NULL DEFAULT 0,
    flagged INTEGER NOT NULL DEFAULT 0,
    list_class INTEGER NOT NULL DEFAULT 0,
    inbox INTEGER NOT NULL DEFAULT 0,
    orphaned_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX messages_key ON messages (message_key, account);
CREATE INDEX messages_conversation ON messages (conversation, list_class, at);
CREATE INDEX messages_account ON messages (account);
CREATE INDEX messages_without_body ON messages (account, at) WHERE has_body = 0;
CREATE INDEX messages_local ON messages (account, header_print) WHERE local = 1;
CREATE INDEX messages_orphaned ON messages (orphaned_at) WHERE orphaned_at > 0;

-- One zstd frame: text, new text, HTML, damage, raw octets. See Packing.h.
CREATE TABLE contents (
    message INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE attachments (
    message INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part BLOB NOT NULL,
    file_name TEXT NOT NULL,
    content_type BLOB NOT NULL,
    size INTEGER NOT NULL,
    content_id BLOB NOT NULL,
    inline INTEGER NOT NULL,
    PRIMARY KEY (message, position)
) STRICT, WITHOUT ROWID;

-- Contentless: the text is in `contents`. Rows are taken out by their values (SearchIndex.cpp).
-- The body comes first because the first column costs two octets less a word and message.
CREATE VIRTUAL TABLE message_index USING fts5(body, subject, sender, recipients,
    content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');

-- Twice the segments of the default: half of the rewriting while a mailbox is read for the first time.
INSERT INTO message_index (message_index, rank) VALUES ('automerge', 8);

-- uid NULL: the place is known but not the number (after MOVE, or after a UIDVALIDITY change).
-- pending_role: where a queued Move will bring it; that is where the lists show it already.
CREATE TABLE locations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
    folder INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    uid INTEGER,
    flags INTEGER NOT NULL,
    keywords TEXT NOT NULL,
    modseq INTEGER NOT NULL,
    pending_role INTEGER,
    UNIQUE (folder, uid)
) STRICT;
CREATE INDEX locations_message ON locations (message);
CREATE INDEX locations_unseen ON locations (folder) WHERE (flags & 1) = 0;
CREATE INDEX locations_without_uid ON locations (folder, message) WHERE uid IS NULL;

CREATE TABLE undo_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    verb INTEGER NOT NULL,
    conversations INTEGER NOT NULL,
    first_name TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE undo_conversations (
    step INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    conversation INTEGER NOT NULL,
    decision BLOB NOT NULL,
    person INTEGER NOT NULL,
    is_prospect INTEGER NOT NULL,
    prospect_decision INTEGER NOT NULL,
    category INTEGER NOT NULL,
    category_source INTEGER NOT NULL,
    snoozed_until INTEGER NOT NULL,
    snoozed_at INTEGER NOT NULL,
    archived_at INTEGER NOT NULL,
    deleted_at INTEGER NOT NULL,
    junked INTEGER NOT NULL,
    PRIMARY KEY (step, conversation)
) STRICT, WITHOUT ROWID;
-- How a place was before: the bits of `mask` had the values in `flags`; `role` is where it showed.
CREATE TABLE undo_locations (
    step INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    location INTEGER NOT NULL REFERENCES locations ON DELETE CASCADE,
    mask INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    keywords TEXT NOT NULL,
    role INTEGER NOT NULL,
    PRIMARY KEY (step, location)
) STRICT, WITHOUT ROWID;
CREATE INDEX undo_locations_location ON undo_locations (location);
CREATE TABLE undo_people (
    step INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    person INTEGER NOT NULL,
    decision INTEGER NOT NULL,
    conversation INTEGER,
    PRIMARY KEY (step, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE undo_suppressions (
    step INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    pattern TEXT NOT NULL,
    PRIMARY KEY (step, pattern)
) STRICT, WITHOUT ROWID;

-- What a server still has to learn. done = 1: it has; kept while its undo step lives. done = 2: taken
-- back before it ran; if it ran all the same, its opposite is queued. source: role it moves from.
CREATE TABLE operations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL,
    type INTEGER NOT NULL,
    location INTEGER NOT NULL REFERENCES locations ON DELETE CASCADE,
    message INTEGER NOT NULL,
    flags TEXT NOT NULL,
    target INTEGER NOT NULL,
    source INTEGER NOT NULL,
    undo_step INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX operations_waiting ON operations (account, id) WHERE done = 0;
CREATE INDEX operations_location ON operations (location, done);
CREATE INDEX operations_step ON operations (undo_step);

-- Decisions, never changed afterwards. They name people and mails by what is the same on every
-- machine, so that they can be applied elsewhere.
CREATE TABLE decisions (
    id BLOB PRIMARY KEY,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    verb TEXT NOT NULL,
    address TEXT NOT NULL,
    message_id TEXT NOT NULL,
    argument TEXT NOT NULL,
    takes_back BLOB
) STRICT, WITHOUT ROWID;
CREATE TRIGGER decisions_stay_as_they_are BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TABLE suppressions (
    pattern TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL,
    conversation INTEGER NOT NULL,
    draft INTEGER NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    message_key INTEGER NOT NULL,
    sender TEXT NOT NULL,
    recipients TEXT NOT NULL,
    subject TEXT NOT NULL,
    state INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    state_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    server_reply BLOB NOT NULL,
    note TEXT NOT NULL,
    appended INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_unfinished ON ledger (id) WHERE state IN (0, 1, 2, 3, 5);
CREATE INDEX ledger_conversation ON ledger (conversation);
CREATE INDEX ledger_key ON ledger (message_key);
CREATE TABLE ledger_bytes (
    ledger INTEGER PRIMARY KEY REFERENCES ledger ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL,
    from_address TEXT NOT NULL,
    conversation INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    mode INTEGER NOT NULL,
    to_text TEXT NOT NULL,
    cc_text TEXT NOT NULL,
    bcc_text TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    html TEXT NOT NULL,
    in_reply_to TEXT NOT NULL,
    refs TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE draft_files (
    draft INTEGER NOT NULL REFERENCES drafts ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    content_type BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (draft, position)
) STRICT;
