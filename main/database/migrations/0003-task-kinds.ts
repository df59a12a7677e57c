import { choice, day, meta, requiredDay } from './columns.ts';
import type { Migration } from './migrate.ts';

/**
 * Tasks of kinds that come later: which kinds there are is the contract's word (`TaskKind`), checked on every write, so that a new
 * kind needs no new table. The index finds what waits and what is done by day, for the calendar.
 */
export const taskKinds: Migration = {
  version: 3,
  up: db => {
    db.exec(`
CREATE TABLE task_next (${meta},
  kind TEXT NOT NULL CHECK (kind <> ''),
  cause TEXT NOT NULL, entity TEXT, entity_id TEXT, title TEXT, ${requiredDay('due_on')},
  ${choice('state', ['open', 'snoozed', 'done'])} NOT NULL, ${day('snoozed_until')}, note TEXT, ${day('done_on')}
) STRICT;
INSERT INTO task_next (id, revision, created_at, updated_at, kind, cause, entity, entity_id, title, due_on, state, snoozed_until, note, done_on)
  SELECT id, revision, created_at, updated_at, kind, cause, entity, entity_id, title, due_on, state, snoozed_until, note, done_on FROM task;
DROP TABLE task;
ALTER TABLE task_next RENAME TO task;
CREATE UNIQUE INDEX task_cause ON task (cause);
CREATE INDEX task_record ON task (entity, entity_id);
CREATE INDEX task_due ON task (state, due_on);
CREATE INDEX task_kind_due ON task (kind, due_on);
CREATE INDEX interaction_happened ON interaction (happened_on, kind);
`);
  },
};
