import type { Migration } from './migrate.ts';

/** Saved views keep which of their groups are folded; those saved before open with all of them. */
export const viewFolds: Migration = {
  version: 15,
  up: db => {
    db.exec('ALTER TABLE saved_view ADD COLUMN folds TEXT CHECK (folds IS NULL OR json_valid(folds));');
  },
};
