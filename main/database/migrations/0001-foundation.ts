import { agreementTables } from './agreement-tables.ts';
import { choice, day, meta, reference, requiredDay } from './columns.ts';
import { curriculumTables } from './curriculum-tables.ts';
import { engagementTables, firstEngagementKinds } from './engagement-tables.ts';
import { firstAgreementTypes, firstPracticeTypes } from './first-dictionaries.ts';
import type { Migration } from './migrate.ts';
import { reportTables } from './report-tables.ts';

const followUps = ['inSpecialty', 'otherWork', 'studying', 'army', 'notWorking', 'unknown'];

/** First schema: records, their history, the search index. */
export const foundation: Migration = {
  version: 1,
  up: db => {
    db.exec(`
CREATE TABLE batch (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  label TEXT NOT NULL CHECK (json_valid(label)),
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'auto')),
  target_id TEXT REFERENCES batch(id),
  reversed_by TEXT REFERENCES batch(id)
) STRICT;
CREATE INDEX batch_standing ON batch (kind, seq) WHERE reversed_by IS NULL;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id TEXT NOT NULL REFERENCES batch(id),
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  title TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;
CREATE INDEX audit_record ON audit (entity, entity_id, seq);
CREATE INDEX audit_batch ON audit (batch_id);
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_keeps_values BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE search_document (
  row INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  UNIQUE (entity, entity_id)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5(
  kind, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='1 2 3'
);

CREATE TABLE setting (${meta}, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
CREATE TABLE saved_view (${meta}, list TEXT NOT NULL, name TEXT NOT NULL, search TEXT NOT NULL, filter TEXT NOT NULL CHECK (json_valid(filter)),
  sort TEXT CHECK (sort IS NULL OR json_valid(sort)), hidden TEXT CHECK (hidden IS NULL OR json_valid(hidden)),
  position INTEGER NOT NULL, is_default INTEGER NOT NULL CHECK (is_default IN (0, 1))) STRICT;
CREATE UNIQUE INDEX saved_view_name ON saved_view (list, name);
CREATE TABLE import_profile (${meta}, layout TEXT NOT NULL UNIQUE, mapping TEXT NOT NULL CHECK (json_valid(mapping))) STRICT;
CREATE TABLE holiday (${meta}, ${requiredDay('day')}, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, ${choice('kind', ['holiday', 'dayOff', 'workday', 'kurbanAit'])} NOT NULL) STRICT;
CREATE UNIQUE INDEX holiday_day ON holiday (day);

CREATE TABLE firm (${meta},
  name_ru TEXT NOT NULL, name_kk TEXT, short_name TEXT, legal_form TEXT, bin TEXT, sector TEXT, oked TEXT,
  region TEXT, city TEXT, address TEXT, phone TEXT, email TEXT, website TEXT,
  ${choice('size_class', ['micro', 'small', 'medium', 'large'])},
  ${choice('status', ['prospect', 'active', 'dormant', 'former'])} NOT NULL,
  ${choice('origin', ['college', 'firm', 'department', 'programme', 'other'])},
  ${day('verified_on')}, verified_by TEXT, verified_source TEXT, notes TEXT,
  sort_key TEXT NOT NULL, sort_key_kk TEXT NOT NULL, name_key TEXT NOT NULL
) STRICT;
CREATE INDEX firm_sort ON firm (sort_key, id);
CREATE INDEX firm_sort_kk ON firm (sort_key_kk, id);
CREATE INDEX firm_name_key ON firm (name_key);
CREATE UNIQUE INDEX firm_bin ON firm (bin) WHERE bin IS NOT NULL;
CREATE INDEX firm_bin_order ON firm (bin, id);
CREATE INDEX firm_city ON firm (city, id);
CREATE INDEX firm_sector ON firm (sector, id);
CREATE INDEX firm_status ON firm (status, sort_key, id);
CREATE INDEX firm_updated ON firm (updated_at, id);

CREATE TABLE site (${meta}, ${reference('firm_id', 'firm', true)}, name TEXT NOT NULL, city TEXT, address TEXT, phone TEXT, notes TEXT, sort_key TEXT NOT NULL) STRICT;
CREATE INDEX site_firm ON site (firm_id);
CREATE INDEX site_sort ON site (sort_key, id);

CREATE TABLE contact (${meta}, ${reference('firm_id', 'firm', true)},
  name TEXT NOT NULL, position TEXT, phone TEXT, email TEXT, ${choice('language', ['kk', 'ru', 'en'])},
  roles TEXT NOT NULL CHECK (json_valid(roles)), basis TEXT, basis_number TEXT, ${day('basis_date')}, ${day('basis_until')}, notes TEXT,
  sort_key TEXT NOT NULL, name_key TEXT NOT NULL
) STRICT;
CREATE INDEX contact_firm ON contact (firm_id, name_key);
CREATE INDEX contact_sort ON contact (sort_key, id);

CREATE TABLE specialty (${meta}, code TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT, practice_hours INTEGER, ${day('valid_from')}, ${day('valid_to')}) STRICT;
CREATE UNIQUE INDEX specialty_code ON specialty (code);
CREATE TABLE qualification (${meta}, code TEXT NOT NULL, ${reference('specialty_id', 'specialty')}, name_ru TEXT, name_kk TEXT, ${day('valid_from')}, ${day('valid_to')}) STRICT;
CREATE UNIQUE INDEX qualification_code ON qualification (code);
CREATE INDEX qualification_specialty ON qualification (specialty_id);
CREATE TABLE student_group (${meta}, code TEXT NOT NULL, ${reference('specialty_id', 'specialty')}, ${reference('qualification_id', 'qualification')},
  course INTEGER, ${choice('language', ['kk', 'ru', 'en'])}, curator TEXT, active INTEGER NOT NULL CHECK (active IN (0, 1)), sort_key TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX student_group_code ON student_group (code);
CREATE INDEX student_group_sort ON student_group (sort_key, id);
CREATE INDEX student_group_specialty ON student_group (specialty_id);
CREATE INDEX student_group_qualification ON student_group (qualification_id);

CREATE TABLE student (${meta},
  surname TEXT NOT NULL, given_name TEXT, patronymic TEXT, iin TEXT, ${day('born_on')}, ${choice('sex', ['male', 'female'])},
  ${reference('group_id', 'student_group')}, ${reference('specialty_id', 'specialty')}, ${reference('qualification_id', 'qualification')},
  course INTEGER, ${choice('language', ['kk', 'ru', 'en'])}, ${choice('funding', ['state', 'paid', 'target'])}, study_form TEXT,
  phone TEXT, email TEXT, representative_name TEXT, representative_phone TEXT,
  ${choice('status', ['active', 'leave', 'left', 'graduated'])} NOT NULL, ${day('left_on')}, left_reason TEXT, external_id TEXT, notes TEXT,
  sort_key TEXT NOT NULL, name_key TEXT NOT NULL
) STRICT;
CREATE INDEX student_sort ON student (sort_key, id);
CREATE INDEX student_name_key ON student (name_key);
CREATE UNIQUE INDEX student_iin ON student (iin) WHERE iin IS NOT NULL;
CREATE INDEX student_iin_order ON student (iin, id);
CREATE INDEX student_born ON student (born_on, id);
CREATE INDEX student_course ON student (course, sort_key, id);
CREATE INDEX student_external ON student (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX student_group_member ON student (group_id, sort_key);
CREATE INDEX student_specialty ON student (specialty_id);
CREATE INDEX student_qualification ON student (qualification_id);
CREATE INDEX student_status ON student (status, sort_key, id);
CREATE INDEX student_updated ON student (updated_at, id);

CREATE TABLE agreement_type (${meta}, code TEXT NOT NULL UNIQUE, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT, position INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))) STRICT;
CREATE TABLE practice_type (${meta}, code TEXT NOT NULL UNIQUE, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT,
  dual INTEGER NOT NULL CHECK (dual IN (0, 1)), position INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))) STRICT;

CREATE TABLE agreement (${meta},
  number TEXT NOT NULL, ${reference('type_id', 'agreement_type', true)}, ${reference('firm_id', 'firm', true)}, ${reference('student_id', 'student')},
  ${reference('parent_id', 'agreement')},
  ${choice('stage', ['draft', 'sent', 'partlySigned', 'signed', 'terminated', 'cancelled'])} NOT NULL,
  ${day('signed_on')}, ${day('starts_on')}, ${day('ends_on')}, ${day('terminated_on')}, termination_reason TEXT,
  ${choice('renewal', ['manual', 'automatic'])} NOT NULL, ${reference('signatory_id', 'contact')}, place TEXT, places INTEGER CHECK (places IS NULL OR places >= 0),
  ${choice('origin', ['college', 'firm', 'department', 'programme', 'other'])}, legal_basis TEXT, notes TEXT,
  sort_key TEXT NOT NULL, number_key TEXT NOT NULL,
  CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE INDEX agreement_firm ON agreement (firm_id);
CREATE INDEX agreement_student ON agreement (student_id) WHERE student_id IS NOT NULL;
CREATE INDEX agreement_parent ON agreement (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX agreement_type_used ON agreement (type_id, sort_key, id);
CREATE INDEX agreement_signatory ON agreement (signatory_id) WHERE signatory_id IS NOT NULL;
CREATE INDEX agreement_sort ON agreement (sort_key, id);
CREATE INDEX agreement_number_key ON agreement (number_key);
CREATE INDEX agreement_signed ON agreement (signed_on, id);
CREATE INDEX agreement_starts ON agreement (starts_on);
CREATE INDEX agreement_ends ON agreement (ends_on);
CREATE INDEX agreement_updated ON agreement (updated_at, id);

CREATE TABLE placement (${meta},
  ${reference('student_id', 'student', true)}, ${reference('firm_id', 'firm', true)}, ${reference('site_id', 'site')}, ${reference('agreement_id', 'agreement')},
  ${reference('practice_type_id', 'practice_type', true)}, ${reference('specialty_id', 'specialty')}, ${reference('qualification_id', 'qualification')},
  course INTEGER, ${requiredDay('starts_on')}, ${requiredDay('ends_on')}, hours_planned INTEGER, hours_enterprise INTEGER,
  week_pattern TEXT CHECK (week_pattern IS NULL OR json_valid(week_pattern)), workplace TEXT, ${reference('mentor_id', 'contact')}, supervisor TEXT, pay_minor INTEGER,
  share_percent REAL CHECK (share_percent IS NULL OR (share_percent > 0 AND share_percent <= 100)),
  ${choice('state', ['planned', 'offered', 'confirmed', 'ordered', 'started', 'interrupted', 'completed', 'endedEarly', 'didNotStart'])} NOT NULL,
  state_reason TEXT, order_number TEXT, ${day('order_date')},
  hired INTEGER CHECK (hired IS NULL OR hired IN (0, 1)), ${day('hired_on')}, hired_in_specialty INTEGER CHECK (hired_in_specialty IS NULL OR hired_in_specialty IN (0, 1)),
  contract_type TEXT, notes TEXT,
  ${day('briefing_on')}, briefing_journal TEXT, ${day('medical_on')}, insurance TEXT, ${day('consent_on')},
  ${day('follow_up6_on')}, ${choice('follow_up6', followUps)}, ${day('follow_up12_on')}, ${choice('follow_up12', followUps)},
  CHECK (ends_on >= starts_on)
) STRICT;
CREATE INDEX placement_student ON placement (student_id, starts_on, ends_on, state, id);
CREATE INDEX placement_firm ON placement (firm_id, starts_on, ends_on);
CREATE INDEX placement_agreement ON placement (agreement_id, starts_on, ends_on, state, student_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX placement_site ON placement (site_id) WHERE site_id IS NOT NULL;
CREATE INDEX placement_mentor ON placement (mentor_id) WHERE mentor_id IS NOT NULL;
CREATE INDEX placement_practice ON placement (practice_type_id, starts_on, id, ends_on, state);
CREATE INDEX placement_specialty ON placement (specialty_id, starts_on, ends_on, state);
CREATE INDEX placement_qualification ON placement (qualification_id) WHERE qualification_id IS NOT NULL;
CREATE INDEX placement_starts ON placement (starts_on, id);
CREATE INDEX placement_ends ON placement (ends_on, id);
CREATE INDEX placement_period ON placement (ends_on, starts_on, state);
CREATE INDEX placement_state ON placement (state, starts_on, id, ends_on);
CREATE INDEX placement_hours ON placement (hours_planned, id);
CREATE INDEX placement_updated ON placement (updated_at, id);
CREATE INDEX placement_hired ON placement (hired, hired_on) WHERE hired = 1;
CREATE INDEX placement_supervisor ON placement (supervisor, starts_on) WHERE supervisor IS NOT NULL;

CREATE TABLE interruption (${meta}, ${reference('placement_id', 'placement', true)}, ${requiredDay('starts_on')}, ${day('ends_on')}, reason TEXT NOT NULL,
  CHECK (ends_on IS NULL OR ends_on >= starts_on)) STRICT;
CREATE INDEX interruption_placement ON interruption (placement_id, starts_on);
CREATE TABLE day_override (${meta}, ${reference('placement_id', 'placement', true)}, ${requiredDay('day')}, hours REAL NOT NULL CHECK (hours BETWEEN 0 AND 24), reason TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX day_override_day ON day_override (placement_id, day);
CREATE TABLE irregular_week (${meta}, ${reference('placement_id', 'placement', true)}, ${requiredDay('week')}, hours TEXT NOT NULL CHECK (json_valid(hours)), reason TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX irregular_week_week ON irregular_week (placement_id, week);

CREATE TABLE request (${meta},
  number TEXT NOT NULL, ${requiredDay('received_on')}, ${reference('firm_id', 'firm')}, ${reference('contact_id', 'contact')},
  ${reference('specialty_id', 'specialty')}, ${reference('qualification_id', 'qualification')}, module TEXT,
  ${choice('kind', ['add', 'drop', 'replace', 'retime', 'equipment', 'assessment', 'newProgramme'])}, current_text TEXT, proposed_text TEXT NOT NULL,
  hours_before INTEGER, hours_after INTEGER, ${choice('reason', ['technology', 'standard', 'safety', 'vacancy', 'other'])}, responsible TEXT,
  ${choice('priority', ['low', 'normal', 'high'])} NOT NULL,
  ${choice('state', ['submitted', 'underReview', 'approved', 'approvedWithChanges', 'rejected', 'deferred', 'implemented', 'effectChecked'])} NOT NULL,
  state_reason TEXT, ${day('decided_on')}, minute_number TEXT, decision_text TEXT, effective_year INTEGER, ${day('implemented_on')}, implementation_proof TEXT,
  curriculum_version TEXT, notes TEXT, sort_key TEXT NOT NULL, number_key TEXT NOT NULL
) STRICT;
CREATE INDEX request_received ON request (received_on, id);
CREATE INDEX request_firm ON request (firm_id);
CREATE INDEX request_contact ON request (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX request_specialty ON request (specialty_id);
CREATE INDEX request_qualification ON request (qualification_id) WHERE qualification_id IS NOT NULL;
CREATE INDEX request_state ON request (state, received_on, id);
CREATE INDEX request_updated ON request (updated_at, id);
CREATE INDEX request_sort ON request (sort_key, id);
CREATE INDEX request_number_key ON request (number_key);

CREATE TABLE letter (${meta},
  kind TEXT NOT NULL CHECK (kind IN ('direction', 'placement', 'reply')), language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'kk-ru')),
  number TEXT NOT NULL, sequence INTEGER NOT NULL CHECK (sequence > 0), year INTEGER NOT NULL, ${requiredDay('issued_on')},
  ${reference('firm_id', 'firm', true)}, ${reference('student_id', 'student')}, placement_ids TEXT NOT NULL CHECK (json_valid(placement_ids)), ${reference('request_id', 'request')},
  subject TEXT NOT NULL, template TEXT NOT NULL, template_hash TEXT NOT NULL, fields TEXT NOT NULL CHECK (json_valid(fields)), file_hash TEXT NOT NULL,
  void INTEGER NOT NULL CHECK (void IN (0, 1)), notes TEXT
) STRICT;
CREATE UNIQUE INDEX letter_sequence ON letter (year, sequence);
CREATE INDEX letter_issued ON letter (issued_on, id);
CREATE INDEX letter_firm ON letter (firm_id);
CREATE INDEX letter_student ON letter (student_id) WHERE student_id IS NOT NULL;
CREATE INDEX letter_request ON letter (request_id) WHERE request_id IS NOT NULL;
CREATE TABLE letter_file (hash TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
${agreementTables}${curriculumTables}${engagementTables}${reportTables}`);
    const began = '2026-01-01T00:00:00.000Z';
    firstAgreementTypes.forEach(([code, ru, kk, en], position) => {
      db.run(
        'INSERT INTO agreement_type VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, 1)',
        `agreement-type-${code}`,
        began,
        began,
        code,
        ru,
        kk,
        en,
        position,
      );
    });
    firstEngagementKinds.forEach(([code, ru, kk, en, unit], position) => {
      db.run(
        'INSERT INTO engagement_kind VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 1)',
        `engagement-kind-${code}`,
        began,
        began,
        code,
        ru,
        kk,
        en,
        unit,
        position,
      );
    });
    firstPracticeTypes.forEach(([code, ru, kk, en, dual], position) => {
      db.run(
        'INSERT INTO practice_type VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 1)',
        `practice-type-${code}`,
        began,
        began,
        code,
        ru,
        kk,
        en,
        dual,
        position,
      );
    });
  },
};
