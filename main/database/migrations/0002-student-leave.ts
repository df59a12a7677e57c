import { day } from './columns.ts';
import type { Migration } from './migrate.ts';

/** Students: the town they live in, and the academic leave with its days and its reason. */
export const studentLeave: Migration = {
  version: 2,
  up: db => {
    for (const column of ['town TEXT', day('leave_from'), day('leave_until'), 'leave_reason TEXT'])
      db.exec(`ALTER TABLE student ADD COLUMN ${column}`);
  },
};
