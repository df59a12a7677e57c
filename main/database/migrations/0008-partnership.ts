import { day, meta, reference, requiredDay } from './columns.ts';
import type { Migration } from './migrate.ts';

/**
 * Milestones of projects, pauses in calling a firm, where a promise was made, and who asked for a change of the curriculum and
 * what the look back at it has shown.
 */
export const partnership: Migration = {
  version: 8,
  up: db => {
    db.exec(`
CREATE TABLE milestone (${meta}, ${reference('engagement_id', 'engagement', true)}, title TEXT NOT NULL,
  ${requiredDay('due_on')}, ${day('done_on')}, quantity INTEGER CHECK (quantity >= 0), quantity_unit TEXT, result TEXT, notes TEXT
) STRICT;
CREATE INDEX milestone_engagement ON milestone (engagement_id, due_on);
CREATE INDEX milestone_due ON milestone (due_on, id);

CREATE TABLE call_pause (${meta}, ${reference('firm_id', 'firm', true)}, ${requiredDay('until_on')}, note TEXT) STRICT;
CREATE INDEX call_pause_firm ON call_pause (firm_id, until_on);

ALTER TABLE promise ADD COLUMN ${reference('meeting_id', 'meeting')};
ALTER TABLE promise ADD COLUMN ${reference('letter_id', 'letter')};
ALTER TABLE promise ADD COLUMN ${reference('interaction_id', 'interaction')};
CREATE INDEX promise_meeting ON promise (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX promise_letter ON promise (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX promise_interaction ON promise (interaction_id) WHERE interaction_id IS NOT NULL;

ALTER TABLE request ADD COLUMN ${reference('council_id', 'council')};
ALTER TABLE request ADD COLUMN ${day('effect_checked_on')};
ALTER TABLE request ADD COLUMN effect TEXT;
CREATE INDEX request_council ON request (council_id) WHERE council_id IS NOT NULL;
`);
  },
};
