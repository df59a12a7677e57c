import { meta, reference, requiredDay } from './columns.ts';
import type { Migration } from './migrate.ts';

const kept =
  'id, revision, created_at, updated_at, kind, language, number, sequence, year, issued_on, firm_id, student_id, placement_ids, request_id, subject, template, template_hash, fields, file_hash, void, notes';

/**
 * The register of letters takes every printed paper: kinds are a list of the program, not of the table; contracts, forms and
 * registers have no number of the series and may be about no firm or several. Names have their cases remembered.
 */
export const papers: Migration = {
  version: 5,
  up: db => {
    db.exec(`CREATE TABLE letter_of_any_kind (${meta},
  kind TEXT NOT NULL CHECK (kind <> ''), language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'kk-ru', 'en')),
  number TEXT NOT NULL, sequence INTEGER CHECK (sequence > 0), year INTEGER NOT NULL, ${requiredDay('issued_on')},
  ${reference('firm_id', 'firm')}, ${reference('student_id', 'student')}, ${reference('agreement_id', 'agreement')},
  placement_ids TEXT NOT NULL CHECK (json_valid(placement_ids)), ${reference('request_id', 'request')},
  subject TEXT NOT NULL, template TEXT NOT NULL, template_hash TEXT NOT NULL, fields TEXT NOT NULL CHECK (json_valid(fields)), file_hash TEXT NOT NULL,
  void INTEGER NOT NULL CHECK (void IN (0, 1)), notes TEXT
) STRICT;
INSERT INTO letter_of_any_kind (${kept}) SELECT ${kept} FROM letter;
DROP TABLE letter;
ALTER TABLE letter_of_any_kind RENAME TO letter;
CREATE UNIQUE INDEX letter_sequence ON letter (year, sequence);
CREATE INDEX letter_issued ON letter (issued_on, id);
CREATE INDEX letter_firm ON letter (firm_id) WHERE firm_id IS NOT NULL;
CREATE INDEX letter_student ON letter (student_id) WHERE student_id IS NOT NULL;
CREATE INDEX letter_agreement ON letter (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX letter_request ON letter (request_id) WHERE request_id IS NOT NULL;
CREATE TABLE name_form (${meta}, name TEXT NOT NULL CHECK (name <> ''), name_key TEXT NOT NULL, sex TEXT CHECK (sex IS NULL OR sex IN ('male', 'female')),
  forms TEXT NOT NULL CHECK (json_valid(forms))
) STRICT;
CREATE UNIQUE INDEX name_form_key ON name_form (name_key);`);
  },
};
