import { choice, meta } from './columns.ts';
import type { Migration } from './migrate.ts';

/** Indicators of the officer's own, which indicators the report has in which order, and what their figures are meant to be. */
export const ownIndicators: Migration = {
  version: 4,
  up: db => {
    db.exec(`
CREATE TABLE own_indicator (${meta}, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT, note TEXT,
  area TEXT NOT NULL, filter TEXT NOT NULL CHECK (json_valid(filter)), view_name TEXT,
  timing TEXT NOT NULL, measure TEXT NOT NULL, dimension TEXT,
  whole_filter TEXT CHECK (whole_filter IS NULL OR json_valid(whole_filter)), whole_view_name TEXT
) STRICT;
CREATE TABLE indicator_choice (${meta}, shown INTEGER NOT NULL CHECK (shown IN (0, 1)), position INTEGER NOT NULL CHECK (position >= 0)) STRICT;
CREATE TABLE indicator_target (${meta}, indicator TEXT NOT NULL, row_key TEXT NOT NULL, column_key TEXT NOT NULL,
  ${choice('span', ['schoolYear', 'calendarYear'])} NOT NULL, year INTEGER NOT NULL, value REAL NOT NULL,
  ${choice('direction', ['atLeast', 'atMost'])} NOT NULL
) STRICT;
CREATE UNIQUE INDEX indicator_target_place ON indicator_target (span, year, indicator, row_key, column_key);
`);
  },
};
