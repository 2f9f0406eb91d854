-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gmail's labels are kept with the keywords of a place from now on. What is stored of All Mail has none yet, which
-- would read as archived: without a mod-sequence the next round compares it all.
UPDATE folders SET highest_modseq = 0 WHERE role = 7 AND followed = 1;
