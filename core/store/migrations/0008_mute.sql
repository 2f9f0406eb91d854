-- SPDX-License-Identifier: GPL-3.0-or-later
-- muted: 1 out of the inbox lists whatever comes, -1 the rep took that back (a keyword that is read only now
-- does not mute it again), 0 never decided.
ALTER TABLE conversations ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE undo_conversations ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
