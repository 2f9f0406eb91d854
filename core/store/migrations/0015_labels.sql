-- SPDX-License-Identifier: GPL-3.0-or-later
-- Labels are found by the keywords of places, of which there are few different sets.
CREATE INDEX locations_by_keywords ON locations (keywords, message) WHERE keywords <> '';
-- Keywords that a folder keeps which takes no new ones.
ALTER TABLE folders ADD COLUMN kept_keywords TEXT NOT NULL DEFAULT '';
-- Gmail's labels of the user's own making are kept from now on, too: without a mod-sequence the next round compares
-- all of All Mail.
UPDATE folders SET highest_modseq = 0 WHERE role = 7 AND followed = 1;
