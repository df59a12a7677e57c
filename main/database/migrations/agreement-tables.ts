import { choice, day, meta, reference, requiredDay } from './columns.ts';

/**
 * What grows around firms and agreements: amendments, specialties, signing, attachments, interactions, tasks.
 * `agreement_version` holds the terms of each agreement for every span of days; it is computed, see ADR-0007.
 */
export const agreementTables = `
CREATE TABLE amendment (${meta}, ${reference('agreement_id', 'agreement', true)}, number TEXT NOT NULL, ${day('signed_on')}, ${requiredDay('effective_on')},
  changes TEXT NOT NULL CHECK (json_valid(changes)), reason TEXT, notes TEXT
) STRICT;
CREATE INDEX amendment_agreement ON amendment (agreement_id, effective_on);
CREATE INDEX amendment_effective ON amendment (effective_on, id);

CREATE TABLE agreement_specialty (${meta}, ${reference('agreement_id', 'agreement', true)}, ${reference('specialty_id', 'specialty', true)},
  year INTEGER, places INTEGER CHECK (places IS NULL OR places >= 0)
) STRICT;
CREATE UNIQUE INDEX agreement_specialty_once ON agreement_specialty (agreement_id, specialty_id, ifnull(year, 0));
CREATE INDEX agreement_specialty_used ON agreement_specialty (specialty_id);

CREATE TABLE agreement_version (
  agreement_id TEXT NOT NULL REFERENCES agreement(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  from_on TEXT NOT NULL, until_on TEXT NOT NULL, amendment_id TEXT,
  starts_on TEXT, ends_on TEXT, terminated_on TEXT, places INTEGER, place TEXT, signatory_id TEXT, mentor_id TEXT, pay_minor INTEGER,
  specialties TEXT NOT NULL CHECK (json_valid(specialties)),
  held_from TEXT, held_until TEXT, last_on TEXT,
  PRIMARY KEY (agreement_id, from_on),
  CHECK (from_on <= until_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_version_ends ON agreement_version (ends_on, agreement_id);
CREATE INDEX agreement_version_starts ON agreement_version (starts_on, agreement_id);
CREATE INDEX agreement_version_last ON agreement_version (last_on);
CREATE INDEX agreement_version_terminated ON agreement_version (terminated_on) WHERE terminated_on IS NOT NULL;

CREATE TABLE signing (${meta}, ${reference('agreement_id', 'agreement', true)},
  ${choice('party', ['college', 'firm', 'student', 'representative', 'department'])} NOT NULL, signatory TEXT,
  ${day('sent_on')}, ${day('signed_on')}, ${day('returned_on')}, notes TEXT
) STRICT;
CREATE UNIQUE INDEX signing_party ON signing (agreement_id, party);

CREATE TABLE attachment (${meta}, entity TEXT NOT NULL, entity_id TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0), mime TEXT NOT NULL, notes TEXT
) STRICT;
CREATE INDEX attachment_record ON attachment (entity, entity_id);
CREATE INDEX attachment_hash ON attachment (hash);

CREATE TABLE interaction (${meta}, ${reference('firm_id', 'firm', true)}, ${reference('contact_id', 'contact')},
  ${choice('kind', ['call', 'visit', 'meeting', 'letter', 'email'])} NOT NULL, ${requiredDay('happened_on')}, summary TEXT NOT NULL,
  next_step TEXT, ${day('next_on')}, ${day('done_on')}
) STRICT;
CREATE INDEX interaction_firm ON interaction (firm_id, happened_on);
CREATE INDEX interaction_contact ON interaction (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX interaction_next ON interaction (next_on) WHERE next_on IS NOT NULL AND done_on IS NULL;

CREATE TABLE task (${meta},
  kind TEXT NOT NULL CHECK (kind IN ('agreementExpires', 'scanMissing', 'nextStep', 'requestUnanswered', 'promiseLate', 'replyUnsent', 'startGap', 'followUpDue', 'own')),
  cause TEXT NOT NULL, entity TEXT, entity_id TEXT, title TEXT, ${requiredDay('due_on')},
  ${choice('state', ['open', 'snoozed', 'done'])} NOT NULL, ${day('snoozed_until')}, note TEXT, ${day('done_on')}
) STRICT;
CREATE UNIQUE INDEX task_cause ON task (cause);
CREATE INDEX task_record ON task (entity, entity_id);
CREATE INDEX task_due ON task (state, due_on);
`;
