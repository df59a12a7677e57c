import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toHandle } from '#main/database/handles.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrations/migrate.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

/** A backup as the program of that schema left it: a database without a list beside it. */
function backupOfVersion(version: number): string {
  const { backupFolder } = workspaceIn(college.folder);
  mkdirSync(backupFolder, { recursive: true });
  const file = `seriktes-2025-01-${String(version).padStart(2, '0')}T08-00-00-000Z-manual.db`;
  const connection = new Database(join(backupFolder, file));
  migrate(toHandle(connection), migrations.slice(0, version), () => undefined);
  connection.close();
  return file;
}

test.each(migrations.slice(0, -1).map(({ version }) => version))(
  'a backup of schema %s is looked at in a copy, rehearsed, restored and brought up to date, its file unchanged',
  async version => {
    await college.call('firms.create', aFirm());
    const file = backupOfVersion(version);
    const before = readdirSync(college.folder).toSorted();
    const { older, kinds } = await college.call('backup.compare', { file });
    const { ok } = await college.call('backup.rehearse', {});
    const left = readdirSync(college.folder).filter(name => name !== 'reports');
    await college.call('backup.restore', { file });
    expect({
      older,
      firms: kinds.find(({ entity }) => entity === 'firm'),
      ok,
      left: left.toSorted(),
      total: (await college.call('firms.list', {})).total,
      schema: college.app.db().pragma('user_version'),
    }).toEqual({
      older: true,
      firms: { entity: 'firm', returning: 0, leaving: 1, changed: 0 },
      ok: true,
      left: before,
      total: 0,
      schema: migrations.at(-1)?.version,
    });
  },
);
