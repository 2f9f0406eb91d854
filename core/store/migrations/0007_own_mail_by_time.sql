-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many mails of ours left a mailbox since when: the rate of bounces is asked at each mail to a stranger. 3: triage::Kind::Own.
CREATE INDEX messages_own ON messages (account, at) WHERE kind = 3;
