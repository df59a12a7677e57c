import { choice, day, meta, reference, requiredDay } from './columns.ts';

/** Councils that decide on curriculum change requests: mandates, meetings, agendas with decisions, attendance. */
export const curriculumTables = `
CREATE TABLE council (${meta}, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1)), notes TEXT, sort_key TEXT NOT NULL) STRICT;
CREATE INDEX council_sort ON council (sort_key, id);

CREATE TABLE council_member (${meta}, ${reference('council_id', 'council', true)}, name TEXT NOT NULL, position TEXT, ${reference('firm_id', 'firm')},
  ${choice('role', ['chair', 'deputy', 'secretary', 'member'])} NOT NULL, ${day('from_on')}, ${day('to_on')}, notes TEXT, sort_key TEXT NOT NULL,
  CHECK (from_on IS NULL OR to_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE INDEX council_member_council ON council_member (council_id, sort_key);
CREATE INDEX council_member_firm ON council_member (firm_id) WHERE firm_id IS NOT NULL;

CREATE TABLE meeting (${meta}, ${reference('council_id', 'council', true)}, ${requiredDay('held_on')}, minute_number TEXT NOT NULL, place TEXT, notes TEXT) STRICT;
CREATE INDEX meeting_held ON meeting (held_on, id);
CREATE INDEX meeting_council ON meeting (council_id, held_on);

CREATE TABLE agenda_item (${meta}, ${reference('meeting_id', 'meeting', true)}, ${reference('request_id', 'request', true)}, position INTEGER NOT NULL,
  ${choice('decision', ['approved', 'approvedWithChanges', 'rejected', 'deferred'])},
  votes_for INTEGER CHECK (votes_for >= 0), votes_against INTEGER CHECK (votes_against >= 0), votes_abstained INTEGER CHECK (votes_abstained >= 0), decision_text TEXT
) STRICT;
CREATE UNIQUE INDEX agenda_item_once ON agenda_item (meeting_id, request_id);
CREATE INDEX agenda_item_request ON agenda_item (request_id);

CREATE TABLE attendance (${meta}, ${reference('meeting_id', 'meeting', true)}, ${reference('member_id', 'council_member', true)},
  present INTEGER NOT NULL CHECK (present IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX attendance_once ON attendance (meeting_id, member_id);
CREATE INDEX attendance_member ON attendance (member_id);
`;
