-- SPDX-License-Identifier: GPL-3.0-or-later
-- Moves to folders that have no role: which one, and which one to go back to (0: the role says it).
ALTER TABLE operations ADD COLUMN target_folder INTEGER NOT NULL DEFAULT 0;
ALTER TABLE operations ADD COLUMN source_folder INTEGER NOT NULL DEFAULT 0;
ALTER TABLE undo_locations ADD COLUMN folder INTEGER NOT NULL DEFAULT 0;
-- Some names are only there to hold others, or belong to other users.
ALTER TABLE folders ADD COLUMN selectable INTEGER NOT NULL DEFAULT 1;
