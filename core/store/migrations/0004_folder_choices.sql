-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which folders the rep chose where the server does not say what they are for, or says it wrongly:
-- their names on the wire, empty where they are found by themselves.
ALTER TABLE accounts ADD COLUMN sent_folder BLOB NOT NULL DEFAULT x'';
ALTER TABLE accounts ADD COLUMN junk_folder BLOB NOT NULL DEFAULT x'';
ALTER TABLE accounts ADD COLUMN archive_folder BLOB NOT NULL DEFAULT x'';
ALTER TABLE accounts ADD COLUMN trash_folder BLOB NOT NULL DEFAULT x'';

-- What the outbox shows: failed ones too, which ledger_unfinished leaves out. SQLite uses a partial
-- index only for the same list of states.
CREATE INDEX ledger_shown ON ledger (id) WHERE state IN (0, 1, 2, 3, 5, 6);
