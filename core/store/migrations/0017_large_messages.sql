-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of a large message the attachments stay on the server until somebody wants them; messages.has_body is 2 then.
-- on_server: so many octets would have to come; 0: the content is in `contents`.
ALTER TABLE attachments ADD COLUMN on_server INTEGER NOT NULL DEFAULT 0;

-- Those that were fetched, decoded. What was not used for longest makes room for others.
CREATE TABLE fetched_parts (
    message INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
    part BLOB NOT NULL,
    octets INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (message, part)
) STRICT;
CREATE INDEX fetched_parts_used ON fetched_parts (used_at, octets);
