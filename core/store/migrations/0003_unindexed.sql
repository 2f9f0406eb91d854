-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages whose words are not in message_index yet. History is indexed in large batches, for which
-- SQLite collects 8 MB of words before it writes a segment: half the work and a tenth less space.
CREATE TABLE unindexed (
    message INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE
) STRICT;
INSERT INTO message_index (message_index, rank) VALUES ('hashsize', 8388608);
