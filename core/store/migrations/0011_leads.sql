-- SPDX-License-Identifier: GPL-3.0-or-later
-- What imported lists say about people; fields are columns that mean nothing to us. No server has any of it.
CREATE TABLE leads (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    company TEXT NOT NULL,
    title TEXT NOT NULL,
    phone TEXT NOT NULL,
    web TEXT NOT NULL,
    city TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    campaign TEXT NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;
CREATE TABLE lead_fields (
    lead INTEGER NOT NULL REFERENCES leads ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (lead, position)
) STRICT, WITHOUT ROWID;

-- For completion of company: and campaign:.
CREATE INDEX leads_company ON leads (company COLLATE NOCASE) WHERE company <> '';
CREATE INDEX leads_campaign ON leads (campaign COLLATE NOCASE) WHERE campaign <> '';

-- Words by which the search box finds a lead's conversation. The same tokenizer as message_index. Kept by
-- Leads.cpp: triggers must not use virtual tables here.
CREATE VIRTUAL TABLE lead_index USING fts5(company, campaign,
    content='leads', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE different_people (
    address TEXT NOT NULL,
    other TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (address, other)
) STRICT, WITHOUT ROWID;

-- Conversations that the rep joined, so that undo can take them apart: `gone` went into `kept`. last_message: the newest
-- one then. what: JoinedRow of Joining.cpp, row: its number.
CREATE TABLE undo_joins (
    step INTEGER PRIMARY KEY REFERENCES undo_steps ON DELETE CASCADE,
    kept INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    kept_note TEXT NOT NULL,
    gone_note TEXT NOT NULL,
    last_message INTEGER NOT NULL
) STRICT;
CREATE TABLE undo_joined_rows (
    step INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    what INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (step, what, row)
) STRICT, WITHOUT ROWID;

-- Automatic answers that name a new address.
CREATE INDEX messages_moved ON messages (conversation, stand_in) WHERE auto_type = 'address-changed' AND stand_in <> '';
