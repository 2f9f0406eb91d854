-- SPDX-License-Identifier: GPL-3.0-or-later
-- Categories that the rep made. The numbers go on where the built-in ones end, and none is given twice. colour: of the
-- built-in category with that number. number: of its key (0: none). place: from the top.
CREATE TABLE own_categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    colour INTEGER NOT NULL,
    keyword TEXT NOT NULL COLLATE NOCASE UNIQUE,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('own_categories', 99);

CREATE TABLE undo_categories (
    step INTEGER PRIMARY KEY REFERENCES undo_steps ON DELETE CASCADE,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    colour INTEGER NOT NULL,
    keyword TEXT NOT NULL,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL
) STRICT;
