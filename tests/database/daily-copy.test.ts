import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listBackups } from '#main/database/backup.ts';
import { checkDailyCopy } from '#main/features/history/checking.ts';
import { workspaceIn } from '#main/workspace.ts';
import { isSpotless } from '#tests/support/checked.ts';
import { smallCollege } from '#tests/support/small-college.ts';
import { testPorts, type World, world } from '#tests/support/world.ts';

const today = '2025-11-21';
let college: World;
beforeEach(async () => {
  const yesterday = world({ today: '2025-11-20' });
  await smallCollege(yesterday);
  yesterday.app.close();
  // The first start of a day leaves a copy.
  college = world({ folder: yesterday.folder, today });
});
afterEach(() => college.close());

const check = () =>
  checkDailyCopy({
    workspace: workspaceIn(college.folder),
    ports: testPorts(today, 'Officer'),
    onClose: () => undefined,
  });

const concerns = async (): Promise<readonly string[]> =>
  (await college.call('backup.concerns', {})).map(({ kind }) => kind).filter(kind => kind === 'copyUnsound');

/** Changes the day's copy as a failing disk or somebody with a database tool would. */
function changeCopy(sql: string): void {
  const { backupFolder } = workspaceIn(college.folder);
  const copy = listBackups(backupFolder).find(({ reason }) => reason === 'daily');
  const db = new Database(join(backupFolder, copy?.file ?? ''));
  db.exec(sql);
  db.close();
}

test("the day's copy is checked once, and a sound one raises no concern", async () => {
  const verdict = await check();
  expect([verdict?.flaw, verdict?.problemCount, verdict?.outdated, await check(), await concerns()]).toEqual([
    null,
    0,
    0,
    undefined,
    [],
  ]);
});

test("a value changed in the day's copy is found, and stays a concern until a sound copy follows", async () => {
  changeCopy("UPDATE firm SET city = 'Алматы'");
  const verdict = await check();
  expect(verdict?.problems).toMatchObject([{ kind: 'record', entity: 'firm', field: 'city' }]);
  expect(await concerns()).toEqual(['copyUnsound']);
});

test('a copy that cannot be opened is a failure that is told, not a sound copy', async () => {
  changeCopy('PRAGMA user_version = 3; DROP TABLE visit');
  const verdict = await check().catch((error: unknown) => error);
  expect(verdict).not.toMatchObject({ flaw: null, problemCount: 0 });
});

test('without a daily copy there is nothing to check', async () => {
  const empty = world();
  const { folder } = empty;
  expect(
    await checkDailyCopy({
      workspace: workspaceIn(folder),
      ports: testPorts(today, 'Officer'),
      onClose: () => undefined,
    }),
  ).toBeUndefined();
  empty.close();
});

test('computed values that lag behind in the copy are brought up to date in the data, a minute after the start', async () => {
  const { folder } = college;
  college.app.db().exec("UPDATE search_document SET detail = 'old'");
  college.app.close();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    college = world({ folder, today: '2025-11-22' });
    const db = college.app.db();
    expect(await isSpotless(db)).toBe(false);
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await vi.waitUntil(() => isSpotless(db), { timeout: 20_000, interval: 200 });
    expect(await isSpotless(db)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
