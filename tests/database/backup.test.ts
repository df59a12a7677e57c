import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Backup, listBackups, newestSoundBackup, superfluous } from '#main/database/backup.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let folder: string;
let college: World;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-backup-'));
  college = world({ folder });
});
afterEach(() => {
  chmodSync(folder, 0o700);
  college.close();
});

const firmNames = async (): Promise<string[]> => (await college.call('firms.list', {})).rows.map(row => row.nameRu);
const databaseFile = (): string => workspaceIn(folder).databaseFile;
const backupFolder = (): string => workspaceIn(folder).backupFolder;

/** Every row of every table of a database file. */
function contentOf(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name")
      .pluck()
      .all() as string[];
    return Object.fromEntries(tables.map(table => [table, db.prepare(`SELECT * FROM "${table}"`).all()]));
  } finally {
    db.close();
  }
}

test('a backup holds every row of every table, also those that are still in the write-ahead log', async () => {
  await college.call('app.begin', { with: 'sample', language: 'kk' });
  const { file } = await college.call('backup.create', {});
  const copy = contentOf(join(backupFolder(), file));
  college.app.close();
  const original = contentOf(databaseFile());
  college = world({ folder });
  expect(copy).toEqual(original);
});

test('a backup is listed with its size, its time and why it was made', async () => {
  const made = await college.call('backup.create', {});
  const { missing: _missing, copy: _copy, ...info } = made;
  expect(await college.call('backup.list', {})).toEqual({
    folder: backupFolder(),
    backups: [{ ...info, files: 0, missing: 0 }],
    second: { folder: '', present: false, lastCopyAt: null, backups: [] },
  });
  expect(made).toMatchObject({ reason: 'manual', bytes: statSync(join(backupFolder(), made.file)).size });
});

test('the first start of a day leaves a backup of a file that has records, the second does not', async () => {
  await college.call('firms.create', aFirm());
  college.app.close();
  const reasonsAfter = (today: string): string[] => {
    world({ folder, today }).app.close();
    return listBackups(backupFolder()).map(backup => `${backup.createdAt.slice(0, 10)} ${backup.reason}`);
  };
  const days = [reasonsAfter('2025-11-20'), reasonsAfter('2025-11-20'), reasonsAfter('2025-11-21')];
  college = world({ folder, today: '2025-11-21' });
  expect(days).toEqual([['2025-11-20 daily'], ['2025-11-20 daily'], ['2025-11-21 daily', '2025-11-20 daily']]);
});

test('a restore brings back what was there and can itself be taken back', async () => {
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Бұрынғы»' }));
  const { file } = await college.call('backup.create', {});
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Кейінгі»' }));
  const { kept } = await college.call('backup.restore', { file });
  const restored = await firmNames();
  await college.call('backup.restore', { file: kept });
  expect([restored, await firmNames()]).toEqual([['ТОО «Бұрынғы»'], ['ТОО «Бұрынғы»', 'ТОО «Кейінгі»']]);
});

test('the file that a restore replaces is set aside, not deleted', async () => {
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Кейінгі»' }));
  const { file } = await college.call('backup.create', {});
  await college.call('backup.restore', { file });
  const aside = readdirSync(folder).filter(name => name.includes('set-aside') && name.endsWith('Z'));
  expect(aside.map(name => contentOf(join(folder, name))['firm']?.length)).toEqual([1]);
});

test('records can be written right after a restore', async () => {
  const { file } = await college.call('backup.create', {});
  await college.call('backup.restore', { file });
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Жаңа»' }));
  expect(await firmNames()).toEqual(['ТОО «Жаңа»']);
});

test('a damaged backup is refused and the present file stays in use', async () => {
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Бар»' }));
  const { file } = await college.call('backup.create', {});
  const path = join(backupFolder(), file);
  truncateSync(path, Math.floor(statSync(path).size / 2));
  const refused = await college.attempt('backup.restore', { file });
  expect([refused, await firmNames()]).toEqual([
    { ok: false, error: { code: 'fileUnreadable', params: { file } } },
    ['ТОО «Бар»'],
  ]);
});

test.each([
  ['a name that was never given', 'seriktes-2020-01-01T00-00-00-000Z-manual.db'],
  ['a path out of the folder', '../seriktes.db'],
  ['an absolute path', '/etc/passwd'],
])('%s is not restored', async (_what, file) => {
  expect(await college.attempt('backup.restore', { file })).toEqual({
    ok: false,
    error: { code: 'notFound', params: { entity: 'backup' } },
  });
});

test('the newest backup that passes its check is offered, not merely the newest', async () => {
  const sound = await college.call('backup.create', {});
  const broken = await college.call('backup.create', {});
  writeFileSync(join(backupFolder(), broken.file), 'torn');
  expect(newestSoundBackup(backupFolder(), '2025-11-20T08:00:00.000Z')?.file).toBe(sound.file);
});

test('a half-written backup is not taken for one', async () => {
  const { file } = await college.call('backup.create', {});
  renameSync(join(backupFolder(), file), join(backupFolder(), `${file}.part`));
  expect(listBackups(backupFolder())).toEqual([]);
});

test('a backup that cannot be written says so and leaves nothing half-made', async () => {
  writeFileSync(backupFolder(), 'a file where the folder should be');
  const refused = await college.attempt('backup.create', {});
  expect([refused, readFileSync(backupFolder(), 'utf8').length]).toMatchObject([
    { ok: false, error: { code: 'noAccess' } },
    33,
  ]);
});

const moment = (day: number, hour: number): string => new Date(Date.UTC(2026, 0, 1 + day, hour)).toISOString();
const copy = (createdAt: string, reason: Backup['reason'] = 'daily'): Backup => ({
  file: `seriktes-${createdAt.replace(/[:.]/gu, '-')}-${reason}.db`,
  createdAt,
  reason,
  bytes: 1,
});
const newestFirst = (backups: readonly Backup[]): readonly Backup[] =>
  backups.toSorted((left, right) => (left.createdAt < right.createdAt ? 1 : -1));

test('of two years of four copies a day stay three of the last day, one of ten days and one of twelve months', () => {
  const all = newestFirst(
    Array.from({ length: 730 }, (_, day) => [8, 11, 14, 17].map(hour => copy(moment(day, hour)))).flat(),
  );
  const dropped = new Set(superfluous(all));
  const kept = all.filter(backup => !dropped.has(backup)).map(backup => backup.createdAt.slice(0, 13));
  expect(kept).toEqual([
    '2027-12-31T17',
    '2027-12-31T14',
    '2027-12-31T11',
    ...['30', '29', '28', '27', '26', '25', '24', '23', '22'].map(day => `2027-12-${day}T17`),
    ...['11-30', '10-31', '09-30', '08-31', '07-31', '06-30', '05-31', '04-30', '03-31', '02-28', '01-31'].map(
      day => `2027-${day}T17`,
    ),
  ]);
});

test('whatever the copies are, the newest and those before a migration are never deleted, and a second clearing finds nothing', () => {
  const reason = fc.constantFrom('daily', 'manual', 'migration', 'restore', 'import' as const);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ day: fc.nat(900), hour: fc.nat(23), reason }), {
        minLength: 1,
        maxLength: 60,
        selector: ({ day, hour }) => `${day} ${hour}`,
      }),
      entries => {
        const all = newestFirst(entries.map(entry => copy(moment(entry.day, entry.hour), entry.reason)));
        const dropped = new Set(superfluous(all));
        const kept = all.filter(backup => !dropped.has(backup));
        expect(dropped.has(all[0] as Backup)).toBe(false);
        expect(kept.filter(backup => backup.reason === 'migration')).toEqual(
          all.filter(backup => backup.reason === 'migration'),
        );
        expect(superfluous(kept)).toEqual([]);
      },
    ),
  );
});
