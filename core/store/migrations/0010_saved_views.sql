-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists that the rep kept: what the list is asked for, under a name. account 0: all mailboxes; category -1: all.
-- number: of its key (1 to 9), 0: none; no two views have the same. place: from the top of the rail.
CREATE TABLE saved_views (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    category INTEGER NOT NULL,
    search TEXT NOT NULL,
    everywhere INTEGER NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    notify INTEGER NOT NULL,
    place INTEGER NOT NULL
) STRICT;
