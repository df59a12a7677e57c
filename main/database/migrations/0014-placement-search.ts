import type { Migration } from './migrate.ts';

/** The index of a student's placements also names the firm: placements are counted by student or firm from it alone. */
export const placementSearch: Migration = {
  version: 14,
  up: db => {
    db.exec(`DROP INDEX placement_student;
CREATE INDEX placement_student ON placement (student_id, starts_on, ends_on, state, id, firm_id);`);
  },
};
