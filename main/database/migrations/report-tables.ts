import { choice, meta, requiredDay } from './columns.ts';

/**
 * Submitted reports. The content lies in `letter_file` under its hash, where nothing that is kept changes or goes; of the row itself
 * only `withdrawn` can change. See ADR-0010.
 */
export const reportTables = `
CREATE TRIGGER letter_file_keeps_bytes BEFORE UPDATE ON letter_file BEGIN SELECT RAISE(ABORT, 'kept files do not change'); END;
CREATE TRIGGER letter_file_keeps_rows BEFORE DELETE ON letter_file BEGIN SELECT RAISE(ABORT, 'kept files are not removed'); END;

CREATE TABLE frozen_report (${meta}, school_year INTEGER NOT NULL, ${choice('language', ['kk', 'ru', 'en'])} NOT NULL,
  period_name TEXT NOT NULL, ${requiredDay('as_of')}, note TEXT, frozen_by TEXT NOT NULL, frozen_at TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES letter_file(hash) CHECK (length(hash) = 64),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX frozen_report_hash ON frozen_report (hash);
CREATE INDEX frozen_report_at ON frozen_report (frozen_at, id);
CREATE TRIGGER frozen_report_keeps_content BEFORE UPDATE OF id, created_at, school_year, language, period_name, as_of, note, frozen_by, frozen_at, hash
  ON frozen_report BEGIN SELECT RAISE(ABORT, 'a frozen report does not change'); END;
CREATE TRIGGER frozen_report_keeps_rows BEFORE DELETE ON frozen_report BEGIN SELECT RAISE(ABORT, 'a frozen report is not removed'); END;
`;
