-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether an address was taken off the do-not-contact list is asked at each bounce, and which step put it there at
-- each entry that comes again; both logs can be long.
CREATE INDEX decisions_taken_off ON decisions (argument, at) WHERE verb = 'unsuppress';
CREATE INDEX undo_suppressions_pattern ON undo_suppressions (pattern);
