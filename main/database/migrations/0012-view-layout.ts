import type { Migration } from './migrate.ts';

/** Saved views keep how rows stand together and how wide columns are; those saved before leave both as they are. */
export const viewLayout: Migration = {
  version: 12,
  up: db => {
    db.exec(`ALTER TABLE saved_view ADD COLUMN group_by TEXT;
ALTER TABLE saved_view ADD COLUMN widths TEXT CHECK (widths IS NULL OR json_valid(widths));`);
  },
};
