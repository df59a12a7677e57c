-- The schema of a new file. Made by SERIKTES_WRITE_SNAPSHOT=1 npm run test:unit -- schema; not edited by hand.
PRAGMA user_version = 15;
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_keeps_values BEFORE UPDATE ON audit
WHEN NOT (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.title = '' AND NEW.before IS NULL AND NEW.after IS NULL
  AND NEW.seq = OLD.seq AND NEW.batch_id = OLD.batch_id AND NEW.entity = OLD.entity AND NEW.entity_id = OLD.entity_id
  AND NEW.action = OLD.action AND NEW.digest IS OLD.digest)
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER batch_keeps_rows BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER batch_keeps_values BEFORE UPDATE ON batch
WHEN OLD.seal IS NOT NULL AND NOT (NEW.seq = OLD.seq AND NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.actor = OLD.actor
  AND NEW.kind = OLD.kind AND NEW.target_id IS OLD.target_id AND NEW.seal IS OLD.seal AND NEW.digest IS OLD.digest
  AND (OLD.erased_at IS NULL OR NEW.erased_at IS OLD.erased_at)
  AND (NEW.label = OLD.label OR (NEW.erased_at IS NOT NULL AND NEW.label = '{"key":"erased","params":{}}')))
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER frozen_report_keeps_content BEFORE UPDATE OF id, created_at, school_year, language, period_name, as_of, note, frozen_by, frozen_at, hash
  ON frozen_report BEGIN SELECT RAISE(ABORT, 'a frozen report does not change'); END;
CREATE TRIGGER frozen_report_keeps_rows BEFORE DELETE ON frozen_report BEGIN SELECT RAISE(ABORT, 'a frozen report is not removed'); END;
CREATE TRIGGER letter_file_keeps_bytes BEFORE UPDATE ON letter_file BEGIN SELECT RAISE(ABORT, 'kept files do not change'); END;
CREATE TRIGGER letter_file_keeps_rows BEFORE DELETE ON letter_file
WHEN EXISTS (SELECT 1 FROM letter WHERE file_hash = OLD.hash) OR EXISTS (SELECT 1 FROM frozen_report WHERE hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'kept files are not removed'); END;
CREATE TABLE agenda_item (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, meeting_id TEXT NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED, request_id TEXT NOT NULL REFERENCES request(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
  decision TEXT CHECK (decision IS NULL OR decision IN ('approved', 'approvedWithChanges', 'rejected', 'deferred')),
  votes_for INTEGER CHECK (votes_for >= 0), votes_against INTEGER CHECK (votes_against >= 0), votes_abstained INTEGER CHECK (votes_abstained >= 0), decision_text TEXT
) STRICT;
CREATE TABLE agreement (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  number TEXT NOT NULL, type_id TEXT NOT NULL REFERENCES agreement_type(id) DEFERRABLE INITIALLY DEFERRED, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, student_id TEXT REFERENCES student(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id TEXT REFERENCES agreement(id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT CHECK (stage IS NULL OR stage IN ('draft', 'sent', 'partlySigned', 'signed', 'terminated', 'cancelled')) NOT NULL,
  signed_on TEXT CHECK (signed_on IS NULL OR signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), starts_on TEXT CHECK (starts_on IS NULL OR starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), ends_on TEXT CHECK (ends_on IS NULL OR ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), terminated_on TEXT CHECK (terminated_on IS NULL OR terminated_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), termination_reason TEXT,
  renewal TEXT CHECK (renewal IS NULL OR renewal IN ('manual', 'automatic')) NOT NULL, signatory_id TEXT REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED, place TEXT, places INTEGER CHECK (places IS NULL OR places >= 0),
  origin TEXT CHECK (origin IS NULL OR origin IN ('college', 'firm', 'department', 'programme', 'other')), legal_basis TEXT, notes TEXT,
  sort_key TEXT NOT NULL, number_key TEXT NOT NULL,
  CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE TABLE agreement_specialty (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, agreement_id TEXT NOT NULL REFERENCES agreement(id) DEFERRABLE INITIALLY DEFERRED, specialty_id TEXT NOT NULL REFERENCES specialty(id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER, places INTEGER CHECK (places IS NULL OR places >= 0)
) STRICT;
CREATE TABLE agreement_type (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, code TEXT NOT NULL UNIQUE, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT, position INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))) STRICT;
CREATE TABLE agreement_version (
  agreement_id TEXT NOT NULL REFERENCES agreement(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  from_on TEXT NOT NULL, until_on TEXT NOT NULL, amendment_id TEXT,
  starts_on TEXT, ends_on TEXT, terminated_on TEXT, places INTEGER, place TEXT, signatory_id TEXT, mentor_id TEXT, pay_minor INTEGER,
  specialties TEXT NOT NULL CHECK (json_valid(specialties)),
  held_from TEXT, held_until TEXT, last_on TEXT,
  PRIMARY KEY (agreement_id, from_on),
  CHECK (from_on <= until_on)
) STRICT, WITHOUT ROWID;
CREATE TABLE amendment (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, agreement_id TEXT NOT NULL REFERENCES agreement(id) DEFERRABLE INITIALLY DEFERRED, number TEXT NOT NULL, signed_on TEXT CHECK (signed_on IS NULL OR signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), effective_on TEXT NOT NULL CHECK (effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  changes TEXT NOT NULL CHECK (json_valid(changes)), reason TEXT, notes TEXT
) STRICT;
CREATE TABLE attachment (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, entity TEXT NOT NULL, entity_id TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0), mime TEXT NOT NULL, notes TEXT
) STRICT;
CREATE TABLE attendance (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, meeting_id TEXT NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED, member_id TEXT NOT NULL REFERENCES council_member(id) DEFERRABLE INITIALLY DEFERRED,
  present INTEGER NOT NULL CHECK (present IN (0, 1))
) STRICT;
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id TEXT NOT NULL REFERENCES batch(id),
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  title TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after))
, digest BLOB, erased_at TEXT) STRICT;
CREATE TABLE batch (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  label TEXT NOT NULL CHECK (json_valid(label)),
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'auto')),
  target_id TEXT REFERENCES batch(id),
  reversed_by TEXT REFERENCES batch(id)
, seal BLOB, digest BLOB, erased_at TEXT) STRICT;
CREATE TABLE call_pause (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, until_on TEXT NOT NULL CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), note TEXT) STRICT;
CREATE TABLE challenge (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, level TEXT CHECK (level IS NULL OR level IN ('individual', 'insideCollege', 'betweenOrganisations', 'state')) NOT NULL, firm_id TEXT REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED,
  raised_on TEXT NOT NULL CHECK (raised_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), description TEXT NOT NULL, action TEXT, owner TEXT,
  status TEXT CHECK (status IS NULL OR status IN ('open', 'inProgress', 'resolved', 'accepted')) NOT NULL, resolved_on TEXT CHECK (resolved_on IS NULL OR resolved_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), notes TEXT
) STRICT;
CREATE TABLE contact (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, position TEXT, phone TEXT, email TEXT, language TEXT CHECK (language IS NULL OR language IN ('kk', 'ru', 'en')),
  roles TEXT NOT NULL CHECK (json_valid(roles)), basis TEXT, basis_number TEXT, basis_date TEXT CHECK (basis_date IS NULL OR basis_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), basis_until TEXT CHECK (basis_until IS NULL OR basis_until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), notes TEXT,
  sort_key TEXT NOT NULL, name_key TEXT NOT NULL
) STRICT;
CREATE TABLE council (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1)), notes TEXT, sort_key TEXT NOT NULL) STRICT;
CREATE TABLE council_member (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, council_id TEXT NOT NULL REFERENCES council(id) DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL, position TEXT, firm_id TEXT REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT CHECK (role IS NULL OR role IN ('chair', 'deputy', 'secretary', 'member')) NOT NULL, from_on TEXT CHECK (from_on IS NULL OR from_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), to_on TEXT CHECK (to_on IS NULL OR to_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), notes TEXT, sort_key TEXT NOT NULL,
  CHECK (from_on IS NULL OR to_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE TABLE day_override (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, placement_id TEXT NOT NULL REFERENCES placement(id) DEFERRABLE INITIALLY DEFERRED, day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), hours REAL NOT NULL CHECK (hours BETWEEN 0 AND 24), reason TEXT NOT NULL) STRICT;
CREATE TABLE engagement (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, kind_id TEXT NOT NULL REFERENCES engagement_kind(id) DEFERRABLE INITIALLY DEFERRED, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED,
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), ends_on TEXT CHECK (ends_on IS NULL OR ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), topic TEXT NOT NULL, quantity INTEGER CHECK (quantity >= 0), hours INTEGER CHECK (hours >= 0),
  people INTEGER CHECK (people >= 0), participants TEXT, amount_minor INTEGER CHECK (amount_minor >= 0), result TEXT, document TEXT, notes TEXT,
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE TABLE engagement_kind (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, code TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT,
  unit TEXT CHECK (unit IS NULL OR unit IN ('hour', 'person', 'piece', 'event', 'project')) NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE TABLE erasure (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, entity TEXT CHECK (entity IS NULL OR entity IN ('student', 'contact')) NOT NULL, entity_id TEXT NOT NULL UNIQUE,
  ground TEXT CHECK (ground IS NULL OR ground IN ('request', 'retention')) NOT NULL, erased_on TEXT NOT NULL CHECK (erased_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), purged_on TEXT CHECK (purged_on IS NULL OR purged_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  batch_id TEXT NOT NULL, records INTEGER NOT NULL CHECK (records >= 0), files INTEGER NOT NULL CHECK (files >= 0)
) STRICT;
CREATE TABLE evaluation (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, placement_id TEXT NOT NULL REFERENCES placement(id) DEFERRABLE INITIALLY DEFERRED, side TEXT CHECK (side IS NULL OR side IN ('firm', 'student')) NOT NULL,
  evaluated_on TEXT NOT NULL CHECK (evaluated_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), scores TEXT NOT NULL CHECK (json_valid(scores)), comment TEXT
) STRICT;
CREATE TABLE evaluation_criterion (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, side TEXT CHECK (side IS NULL OR side IN ('firm', 'student')) NOT NULL, code TEXT NOT NULL,
  name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT, position INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE TABLE firm (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  name_ru TEXT NOT NULL, name_kk TEXT, short_name TEXT, legal_form TEXT, bin TEXT, sector TEXT, oked TEXT,
  region TEXT, city TEXT, address TEXT, phone TEXT, email TEXT, website TEXT,
  size_class TEXT CHECK (size_class IS NULL OR size_class IN ('micro', 'small', 'medium', 'large')),
  status TEXT CHECK (status IS NULL OR status IN ('prospect', 'active', 'dormant', 'former')) NOT NULL,
  origin TEXT CHECK (origin IS NULL OR origin IN ('college', 'firm', 'department', 'programme', 'other')),
  verified_on TEXT CHECK (verified_on IS NULL OR verified_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), verified_by TEXT, verified_source TEXT, notes TEXT,
  sort_key TEXT NOT NULL, sort_key_kk TEXT NOT NULL, name_key TEXT NOT NULL
) STRICT;
CREATE TABLE frozen_report (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, school_year INTEGER NOT NULL, language TEXT CHECK (language IS NULL OR language IN ('kk', 'ru', 'en')) NOT NULL,
  period_name TEXT NOT NULL, as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), note TEXT, frozen_by TEXT NOT NULL, frozen_at TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES letter_file(hash) CHECK (length(hash) = 64),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE TABLE holiday (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, kind TEXT CHECK (kind IS NULL OR kind IN ('holiday', 'dayOff', 'workday', 'kurbanAit')) NOT NULL) STRICT;
CREATE TABLE import_answer (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('firm', 'student')), words TEXT NOT NULL,
  words_key TEXT NOT NULL, record_id TEXT NOT NULL, UNIQUE (kind, words_key)) STRICT;
CREATE TABLE import_profile (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, layout TEXT NOT NULL UNIQUE, mapping TEXT NOT NULL CHECK (json_valid(mapping))) STRICT;
CREATE TABLE indicator_choice (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, shown INTEGER NOT NULL CHECK (shown IN (0, 1)), position INTEGER NOT NULL CHECK (position >= 0)) STRICT;
CREATE TABLE indicator_target (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, indicator TEXT NOT NULL, row_key TEXT NOT NULL, column_key TEXT NOT NULL,
  span TEXT CHECK (span IS NULL OR span IN ('schoolYear', 'calendarYear')) NOT NULL, year INTEGER NOT NULL, value REAL NOT NULL,
  direction TEXT CHECK (direction IS NULL OR direction IN ('atLeast', 'atMost')) NOT NULL
) STRICT;
CREATE TABLE interaction (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, contact_id TEXT REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT CHECK (kind IS NULL OR kind IN ('call', 'visit', 'meeting', 'letter', 'email')) NOT NULL, happened_on TEXT NOT NULL CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), summary TEXT NOT NULL,
  next_step TEXT, next_on TEXT CHECK (next_on IS NULL OR next_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), done_on TEXT CHECK (done_on IS NULL OR done_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
CREATE TABLE interruption (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, placement_id TEXT NOT NULL REFERENCES placement(id) DEFERRABLE INITIALLY DEFERRED, starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), ends_on TEXT CHECK (ends_on IS NULL OR ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), reason TEXT NOT NULL,
  CHECK (ends_on IS NULL OR ends_on >= starts_on)) STRICT;
CREATE TABLE irregular_week (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, placement_id TEXT NOT NULL REFERENCES placement(id) DEFERRABLE INITIALLY DEFERRED, week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), hours TEXT NOT NULL CHECK (json_valid(hours)), reason TEXT NOT NULL) STRICT;
CREATE TABLE "letter" (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''), language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'kk-ru', 'en')),
  number TEXT NOT NULL, sequence INTEGER CHECK (sequence > 0), year INTEGER NOT NULL, issued_on TEXT NOT NULL CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  firm_id TEXT REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, student_id TEXT REFERENCES student(id) DEFERRABLE INITIALLY DEFERRED, agreement_id TEXT REFERENCES agreement(id) DEFERRABLE INITIALLY DEFERRED,
  placement_ids TEXT NOT NULL CHECK (json_valid(placement_ids)), request_id TEXT REFERENCES request(id) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT NOT NULL, template TEXT NOT NULL, template_hash TEXT NOT NULL, fields TEXT NOT NULL CHECK (json_valid(fields)), file_hash TEXT NOT NULL,
  void INTEGER NOT NULL CHECK (void IN (0, 1)), notes TEXT
) STRICT;
CREATE TABLE letter_file (hash TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL, name_digest BLOB) STRICT;
CREATE TABLE meeting (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, council_id TEXT NOT NULL REFERENCES council(id) DEFERRABLE INITIALLY DEFERRED, held_on TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), minute_number TEXT NOT NULL, place TEXT, notes TEXT) STRICT;
CREATE TABLE milestone (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, engagement_id TEXT NOT NULL REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED, title TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), done_on TEXT CHECK (done_on IS NULL OR done_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), quantity INTEGER CHECK (quantity >= 0), quantity_unit TEXT, result TEXT, notes TEXT
) STRICT;
CREATE TABLE month_attendance (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, placement_id TEXT NOT NULL REFERENCES placement(id) DEFERRABLE INITIALLY DEFERRED,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  attended REAL CHECK (attended BETWEEN 0 AND 744), excused REAL CHECK (excused BETWEEN 0 AND 744),
  unexcused REAL CHECK (unexcused BETWEEN 0 AND 744), note TEXT
) STRICT;
CREATE TABLE name_form (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, name TEXT NOT NULL CHECK (name <> ''), name_key TEXT NOT NULL, sex TEXT CHECK (sex IS NULL OR sex IN ('male', 'female')),
  forms TEXT NOT NULL CHECK (json_valid(forms))
) STRICT;
CREATE TABLE own_indicator (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT, note TEXT,
  area TEXT NOT NULL, filter TEXT NOT NULL CHECK (json_valid(filter)), view_name TEXT,
  timing TEXT NOT NULL, measure TEXT NOT NULL, dimension TEXT,
  whole_filter TEXT CHECK (whole_filter IS NULL OR json_valid(whole_filter)), whole_view_name TEXT
) STRICT;
CREATE TABLE placement (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student(id) DEFERRABLE INITIALLY DEFERRED, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, site_id TEXT REFERENCES site(id) DEFERRABLE INITIALLY DEFERRED, agreement_id TEXT REFERENCES agreement(id) DEFERRABLE INITIALLY DEFERRED,
  practice_type_id TEXT NOT NULL REFERENCES practice_type(id) DEFERRABLE INITIALLY DEFERRED, specialty_id TEXT REFERENCES specialty(id) DEFERRABLE INITIALLY DEFERRED, qualification_id TEXT REFERENCES qualification(id) DEFERRABLE INITIALLY DEFERRED,
  course INTEGER, starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), ends_on TEXT NOT NULL CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), hours_planned INTEGER, hours_enterprise INTEGER,
  week_pattern TEXT CHECK (week_pattern IS NULL OR json_valid(week_pattern)), workplace TEXT, mentor_id TEXT REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED, supervisor TEXT, pay_minor INTEGER,
  share_percent REAL CHECK (share_percent IS NULL OR (share_percent > 0 AND share_percent <= 100)),
  state TEXT CHECK (state IS NULL OR state IN ('planned', 'offered', 'confirmed', 'ordered', 'started', 'interrupted', 'completed', 'endedEarly', 'didNotStart')) NOT NULL,
  state_reason TEXT, order_number TEXT, order_date TEXT CHECK (order_date IS NULL OR order_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  hired INTEGER CHECK (hired IS NULL OR hired IN (0, 1)), hired_on TEXT CHECK (hired_on IS NULL OR hired_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), hired_in_specialty INTEGER CHECK (hired_in_specialty IS NULL OR hired_in_specialty IN (0, 1)),
  contract_type TEXT, notes TEXT,
  briefing_on TEXT CHECK (briefing_on IS NULL OR briefing_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), briefing_journal TEXT, medical_on TEXT CHECK (medical_on IS NULL OR medical_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), insurance TEXT, consent_on TEXT CHECK (consent_on IS NULL OR consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  follow_up6_on TEXT CHECK (follow_up6_on IS NULL OR follow_up6_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), follow_up6 TEXT CHECK (follow_up6 IS NULL OR follow_up6 IN ('inSpecialty', 'otherWork', 'studying', 'army', 'notWorking', 'unknown')), follow_up12_on TEXT CHECK (follow_up12_on IS NULL OR follow_up12_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), follow_up12 TEXT CHECK (follow_up12 IS NULL OR follow_up12 IN ('inSpecialty', 'otherWork', 'studying', 'army', 'notWorking', 'unknown')),
  CHECK (ends_on >= starts_on)
) STRICT;
CREATE TABLE practice_type (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, code TEXT NOT NULL UNIQUE, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT,
  dual INTEGER NOT NULL CHECK (dual IN (0, 1)), position INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))) STRICT;
CREATE TABLE promise (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, side TEXT CHECK (side IS NULL OR side IN ('college', 'firm')) NOT NULL, promise TEXT NOT NULL,
  promised_on TEXT NOT NULL CHECK (promised_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), agreement_id TEXT REFERENCES agreement(id) DEFERRABLE INITIALLY DEFERRED, due_on TEXT CHECK (due_on IS NULL OR due_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), delivered_on TEXT CHECK (delivered_on IS NULL OR delivered_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), proof TEXT, notes TEXT
, meeting_id TEXT REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED, letter_id TEXT REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED, interaction_id TEXT REFERENCES interaction(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE qualification (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, code TEXT NOT NULL, specialty_id TEXT REFERENCES specialty(id) DEFERRABLE INITIALLY DEFERRED, name_ru TEXT, name_kk TEXT, valid_from TEXT CHECK (valid_from IS NULL OR valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), valid_to TEXT CHECK (valid_to IS NULL OR valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')) STRICT;
CREATE TABLE request (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  number TEXT NOT NULL, received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), firm_id TEXT REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, contact_id TEXT REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  specialty_id TEXT REFERENCES specialty(id) DEFERRABLE INITIALLY DEFERRED, qualification_id TEXT REFERENCES qualification(id) DEFERRABLE INITIALLY DEFERRED, module TEXT,
  kind TEXT CHECK (kind IS NULL OR kind IN ('add', 'drop', 'replace', 'retime', 'equipment', 'assessment', 'newProgramme')), current_text TEXT, proposed_text TEXT NOT NULL,
  hours_before INTEGER, hours_after INTEGER, reason TEXT CHECK (reason IS NULL OR reason IN ('technology', 'standard', 'safety', 'vacancy', 'other')), responsible TEXT,
  priority TEXT CHECK (priority IS NULL OR priority IN ('low', 'normal', 'high')) NOT NULL,
  state TEXT CHECK (state IS NULL OR state IN ('submitted', 'underReview', 'approved', 'approvedWithChanges', 'rejected', 'deferred', 'implemented', 'effectChecked')) NOT NULL,
  state_reason TEXT, decided_on TEXT CHECK (decided_on IS NULL OR decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), minute_number TEXT, decision_text TEXT, effective_year INTEGER, implemented_on TEXT CHECK (implemented_on IS NULL OR implemented_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), implementation_proof TEXT,
  curriculum_version TEXT, notes TEXT, sort_key TEXT NOT NULL, number_key TEXT NOT NULL
, council_id TEXT REFERENCES council(id) DEFERRABLE INITIALLY DEFERRED, effect_checked_on TEXT CHECK (effect_checked_on IS NULL OR effect_checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), effect TEXT) STRICT;
CREATE TABLE saved_view (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL, search TEXT NOT NULL, filter TEXT NOT NULL CHECK (json_valid(filter)),
  sort TEXT CHECK (sort IS NULL OR json_valid(sort)), hidden TEXT CHECK (hidden IS NULL OR json_valid(hidden)),
  position INTEGER NOT NULL, is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)), group_by TEXT, widths TEXT CHECK (widths IS NULL OR json_valid(widths)), folds TEXT CHECK (folds IS NULL OR json_valid(folds))) STRICT;
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
CREATE TABLE setting (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
CREATE TABLE signing (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, agreement_id TEXT NOT NULL REFERENCES agreement(id) DEFERRABLE INITIALLY DEFERRED,
  party TEXT CHECK (party IS NULL OR party IN ('college', 'firm', 'student', 'representative', 'department')) NOT NULL, signatory TEXT,
  sent_on TEXT CHECK (sent_on IS NULL OR sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), signed_on TEXT CHECK (signed_on IS NULL OR signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), returned_on TEXT CHECK (returned_on IS NULL OR returned_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), notes TEXT
) STRICT;
CREATE TABLE site (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL, city TEXT, address TEXT, phone TEXT, notes TEXT, sort_key TEXT NOT NULL) STRICT;
CREATE TABLE specialty (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, code TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT, practice_hours INTEGER, valid_from TEXT CHECK (valid_from IS NULL OR valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), valid_to TEXT CHECK (valid_to IS NULL OR valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')) STRICT;
CREATE TABLE student (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  surname TEXT NOT NULL, given_name TEXT, patronymic TEXT, iin TEXT, born_on TEXT CHECK (born_on IS NULL OR born_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), sex TEXT CHECK (sex IS NULL OR sex IN ('male', 'female')),
  group_id TEXT REFERENCES student_group(id) DEFERRABLE INITIALLY DEFERRED, specialty_id TEXT REFERENCES specialty(id) DEFERRABLE INITIALLY DEFERRED, qualification_id TEXT REFERENCES qualification(id) DEFERRABLE INITIALLY DEFERRED,
  course INTEGER, language TEXT CHECK (language IS NULL OR language IN ('kk', 'ru', 'en')), funding TEXT CHECK (funding IS NULL OR funding IN ('state', 'paid', 'target')), study_form TEXT,
  phone TEXT, email TEXT, representative_name TEXT, representative_phone TEXT,
  status TEXT CHECK (status IS NULL OR status IN ('active', 'leave', 'left', 'graduated')) NOT NULL, left_on TEXT CHECK (left_on IS NULL OR left_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), left_reason TEXT, external_id TEXT, notes TEXT,
  sort_key TEXT NOT NULL, name_key TEXT NOT NULL
, town TEXT, leave_from TEXT CHECK (leave_from IS NULL OR leave_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), leave_until TEXT CHECK (leave_until IS NULL OR leave_until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), leave_reason TEXT) STRICT;
CREATE TABLE student_group (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, code TEXT NOT NULL, specialty_id TEXT REFERENCES specialty(id) DEFERRABLE INITIALLY DEFERRED, qualification_id TEXT REFERENCES qualification(id) DEFERRABLE INITIALLY DEFERRED,
  course INTEGER, language TEXT CHECK (language IS NULL OR language IN ('kk', 'ru', 'en')), curator TEXT, active INTEGER NOT NULL CHECK (active IN (0, 1)), sort_key TEXT NOT NULL) STRICT;
CREATE TABLE "task" (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  cause TEXT NOT NULL, entity TEXT, entity_id TEXT, title TEXT, due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  state TEXT CHECK (state IS NULL OR state IN ('open', 'snoozed', 'done')) NOT NULL, snoozed_until TEXT CHECK (snoozed_until IS NULL OR snoozed_until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), note TEXT, done_on TEXT CHECK (done_on IS NULL OR done_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
CREATE TABLE visit (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, firm_id TEXT NOT NULL REFERENCES firm(id) DEFERRABLE INITIALLY DEFERRED, site_id TEXT REFERENCES site(id) DEFERRABLE INITIALLY DEFERRED, placement_id TEXT REFERENCES placement(id) DEFERRABLE INITIALLY DEFERRED,
  planned_on TEXT CHECK (planned_on IS NULL OR planned_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), done_on TEXT CHECK (done_on IS NULL OR done_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), visitor TEXT,
  purpose TEXT CHECK (purpose IS NULL OR purpose IN ('progress', 'attendance', 'safety', 'mentor', 'problem', 'assessment', 'other')) NOT NULL,
  findings TEXT, next_step TEXT, next_on TEXT CHECK (next_on IS NULL OR next_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), step_done_on TEXT CHECK (step_done_on IS NULL OR step_done_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  CHECK (planned_on IS NOT NULL OR done_on IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX agenda_item_once ON agenda_item (meeting_id, request_id);
CREATE INDEX agenda_item_request ON agenda_item (request_id);
CREATE INDEX agreement_ends ON agreement (ends_on);
CREATE INDEX agreement_firm ON agreement (firm_id);
CREATE INDEX agreement_number_key ON agreement (number_key);
CREATE INDEX agreement_parent ON agreement (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX agreement_signatory ON agreement (signatory_id) WHERE signatory_id IS NOT NULL;
CREATE INDEX agreement_signed ON agreement (signed_on, id);
CREATE INDEX agreement_sort ON agreement (sort_key, id);
CREATE UNIQUE INDEX agreement_specialty_once ON agreement_specialty (agreement_id, specialty_id, ifnull(year, 0));
CREATE INDEX agreement_specialty_used ON agreement_specialty (specialty_id);
CREATE INDEX agreement_starts ON agreement (starts_on);
CREATE INDEX agreement_student ON agreement (student_id) WHERE student_id IS NOT NULL;
CREATE INDEX agreement_type_used ON agreement (type_id, sort_key, id);
CREATE INDEX agreement_updated ON agreement (updated_at, id);
CREATE INDEX agreement_version_ends ON agreement_version (ends_on, agreement_id);
CREATE INDEX agreement_version_last ON agreement_version (last_on);
CREATE INDEX agreement_version_starts ON agreement_version (starts_on, agreement_id);
CREATE INDEX agreement_version_terminated ON agreement_version (terminated_on) WHERE terminated_on IS NOT NULL;
CREATE INDEX amendment_agreement ON amendment (agreement_id, effective_on);
CREATE INDEX amendment_effective ON amendment (effective_on, id);
CREATE INDEX attachment_hash ON attachment (hash);
CREATE INDEX attachment_record ON attachment (entity, entity_id);
CREATE INDEX attendance_member ON attendance (member_id);
CREATE UNIQUE INDEX attendance_once ON attendance (meeting_id, member_id);
CREATE INDEX audit_batch ON audit (batch_id);
CREATE INDEX audit_record ON audit (entity, entity_id, seq);
CREATE INDEX batch_standing ON batch (kind, seq) WHERE reversed_by IS NULL;
CREATE INDEX call_pause_firm ON call_pause (firm_id, until_on);
CREATE INDEX challenge_firm ON challenge (firm_id) WHERE firm_id IS NOT NULL;
CREATE INDEX challenge_level ON challenge (level, raised_on);
CREATE INDEX challenge_raised ON challenge (raised_on, id);
CREATE INDEX challenge_status ON challenge (status, raised_on);
CREATE INDEX contact_firm ON contact (firm_id, name_key);
CREATE INDEX contact_numbers ON contact (phone, id);
CREATE INDEX contact_sort ON contact (sort_key, id);
CREATE INDEX council_member_council ON council_member (council_id, sort_key);
CREATE INDEX council_member_firm ON council_member (firm_id) WHERE firm_id IS NOT NULL;
CREATE INDEX council_sort ON council (sort_key, id);
CREATE UNIQUE INDEX day_override_day ON day_override (placement_id, day);
CREATE INDEX engagement_firm ON engagement (firm_id, starts_on);
CREATE UNIQUE INDEX engagement_kind_code ON engagement_kind (code);
CREATE INDEX engagement_kind_used ON engagement (kind_id, starts_on);
CREATE INDEX engagement_starts ON engagement (starts_on, id);
CREATE UNIQUE INDEX evaluation_criterion_code ON evaluation_criterion (side, code);
CREATE INDEX evaluation_day ON evaluation (evaluated_on, id);
CREATE UNIQUE INDEX evaluation_once ON evaluation (placement_id, side, evaluated_on);
CREATE INDEX evaluation_side ON evaluation (side, evaluated_on, id);
CREATE INDEX evaluation_updated ON evaluation (updated_at, id);
CREATE UNIQUE INDEX firm_bin ON firm (bin) WHERE bin IS NOT NULL;
CREATE INDEX firm_bin_order ON firm (bin, id);
CREATE INDEX firm_city ON firm (city, id);
CREATE INDEX firm_name_key ON firm (name_key);
CREATE INDEX firm_numbers ON firm (bin, phone, id);
CREATE INDEX firm_sector ON firm (sector, id);
CREATE INDEX firm_sort ON firm (sort_key, id);
CREATE INDEX firm_sort_kk ON firm (sort_key_kk, id);
CREATE INDEX firm_status ON firm (status, sort_key, id);
CREATE INDEX firm_updated ON firm (updated_at, id);
CREATE INDEX frozen_report_at ON frozen_report (frozen_at, id);
CREATE UNIQUE INDEX frozen_report_hash ON frozen_report (hash);
CREATE UNIQUE INDEX holiday_day ON holiday (day);
CREATE UNIQUE INDEX indicator_target_place ON indicator_target (span, year, indicator, row_key, column_key);
CREATE INDEX interaction_contact ON interaction (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX interaction_firm ON interaction (firm_id, happened_on);
CREATE INDEX interaction_happened ON interaction (happened_on, kind);
CREATE INDEX interaction_next ON interaction (next_on) WHERE next_on IS NOT NULL AND done_on IS NULL;
CREATE INDEX interruption_placement ON interruption (placement_id, starts_on);
CREATE UNIQUE INDEX irregular_week_week ON irregular_week (placement_id, week);
CREATE INDEX letter_agreement ON letter (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX letter_file_used ON letter (file_hash);
CREATE INDEX letter_firm ON letter (firm_id) WHERE firm_id IS NOT NULL;
CREATE INDEX letter_issued ON letter (issued_on, id);
CREATE INDEX letter_request ON letter (request_id) WHERE request_id IS NOT NULL;
CREATE UNIQUE INDEX letter_sequence ON letter (year, sequence);
CREATE INDEX letter_student ON letter (student_id) WHERE student_id IS NOT NULL;
CREATE INDEX meeting_council ON meeting (council_id, held_on);
CREATE INDEX meeting_held ON meeting (held_on, id);
CREATE INDEX milestone_due ON milestone (due_on, id);
CREATE INDEX milestone_engagement ON milestone (engagement_id, due_on);
CREATE UNIQUE INDEX month_attendance_once ON month_attendance (placement_id, month);
CREATE UNIQUE INDEX name_form_key ON name_form (name_key);
CREATE INDEX placement_agreement ON placement (agreement_id, starts_on, ends_on, state, student_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX placement_ends ON placement (ends_on, id);
CREATE INDEX placement_firm ON placement (firm_id, starts_on, ends_on);
CREATE INDEX placement_hired ON placement (hired, hired_on) WHERE hired = 1;
CREATE INDEX placement_hours ON placement (hours_planned, id);
CREATE INDEX placement_mentor ON placement (mentor_id) WHERE mentor_id IS NOT NULL;
CREATE INDEX placement_period ON placement (ends_on, starts_on, state, student_id, id, hired);
CREATE INDEX placement_practice ON placement (practice_type_id, starts_on, id, ends_on, state);
CREATE INDEX placement_qualification ON placement (qualification_id) WHERE qualification_id IS NOT NULL;
CREATE INDEX placement_site ON placement (site_id) WHERE site_id IS NOT NULL;
CREATE INDEX placement_specialty ON placement (specialty_id, starts_on, ends_on, state, firm_id, hired);
CREATE INDEX placement_starts ON placement (starts_on, id);
CREATE INDEX placement_state ON placement (state, starts_on, id, ends_on);
CREATE INDEX placement_student ON placement (student_id, starts_on, ends_on, state, id, firm_id);
CREATE INDEX placement_supervisor ON placement (supervisor, starts_on) WHERE supervisor IS NOT NULL;
CREATE INDEX placement_updated ON placement (updated_at, id);
CREATE INDEX promise_agreement ON promise (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX promise_due ON promise (due_on, id);
CREATE INDEX promise_firm ON promise (firm_id, due_on);
CREATE INDEX promise_interaction ON promise (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX promise_letter ON promise (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX promise_meeting ON promise (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX promise_promised ON promise (promised_on, id);
CREATE INDEX promise_waiting ON promise (due_on) WHERE delivered_on IS NULL;
CREATE UNIQUE INDEX qualification_code ON qualification (code);
CREATE INDEX qualification_specialty ON qualification (specialty_id);
CREATE INDEX request_contact ON request (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX request_council ON request (council_id) WHERE council_id IS NOT NULL;
CREATE INDEX request_firm ON request (firm_id);
CREATE INDEX request_number_key ON request (number_key);
CREATE INDEX request_qualification ON request (qualification_id) WHERE qualification_id IS NOT NULL;
CREATE INDEX request_received ON request (received_on, id);
CREATE INDEX request_sort ON request (sort_key, id);
CREATE INDEX request_specialty ON request (specialty_id);
CREATE INDEX request_state ON request (state, received_on, id);
CREATE INDEX request_updated ON request (updated_at, id);
CREATE UNIQUE INDEX saved_view_name ON saved_view (list, name);
CREATE UNIQUE INDEX signing_party ON signing (agreement_id, party);
CREATE INDEX site_firm ON site (firm_id);
CREATE INDEX site_sort ON site (sort_key, id);
CREATE UNIQUE INDEX specialty_code ON specialty (code);
CREATE INDEX student_born ON student (born_on, id);
CREATE INDEX student_course ON student (course, sort_key, id);
CREATE INDEX student_external ON student (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX student_group_code ON student_group (code);
CREATE INDEX student_group_member ON student (group_id, sort_key);
CREATE INDEX student_group_qualification ON student_group (qualification_id);
CREATE INDEX student_group_sort ON student_group (sort_key, id);
CREATE INDEX student_group_specialty ON student_group (specialty_id);
CREATE UNIQUE INDEX student_iin ON student (iin) WHERE iin IS NOT NULL;
CREATE INDEX student_iin_order ON student (iin, id);
CREATE INDEX student_name_key ON student (name_key);
CREATE INDEX student_numbers ON student (iin, phone, representative_phone, id);
CREATE INDEX student_qualification ON student (qualification_id);
CREATE INDEX student_sort ON student (sort_key, id);
CREATE INDEX student_specialty ON student (specialty_id);
CREATE INDEX student_status ON student (status, sort_key, id);
CREATE INDEX student_updated ON student (updated_at, id);
CREATE UNIQUE INDEX task_cause ON task (cause);
CREATE INDEX task_due ON task (state, due_on);
CREATE INDEX task_kind_due ON task (kind, due_on);
CREATE INDEX task_record ON task (entity, entity_id);
CREATE INDEX visit_day ON visit (on_day, id);
CREATE INDEX visit_done ON visit (done_on, id);
CREATE INDEX visit_firm ON visit (firm_id, on_day);
CREATE INDEX visit_next ON visit (next_on) WHERE next_on IS NOT NULL AND step_done_on IS NULL;
CREATE INDEX visit_open ON visit (on_day, id) WHERE next_step IS NOT NULL AND step_done_on IS NULL;
CREATE INDEX visit_placement ON visit (placement_id, on_day) WHERE placement_id IS NOT NULL;
CREATE INDEX visit_planned ON visit (planned_on, id);
CREATE INDEX visit_purpose ON visit (purpose, on_day, id);
CREATE INDEX visit_site ON visit (site_id) WHERE site_id IS NOT NULL;
CREATE INDEX visit_updated ON visit (updated_at, id);
CREATE INDEX visit_visitor ON visit (visitor, on_day, id);
CREATE INDEX visit_waiting ON visit (planned_on, id) WHERE done_on IS NULL;
