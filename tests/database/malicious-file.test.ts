import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#main/database/connection.ts';
import { filePath } from '#main/database/kept-files.ts';
import { openBackup } from '#main/database/open-backup.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { world } from '#tests/support/world.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-malicious-'));
  file = workspaceIn(folder).databaseFile;
  const college = world({ folder });
  await college.call('firms.create', aFirm());
  college.app.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes the file as somebody with a database tool of his own would. */
function prepare(sql: string): void {
  const db = new Database(file);
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.exec(sql);
  db.close();
}

const firms = (): number => {
  const db = new Database(file, { readonly: true });
  const count = db.prepare('SELECT count(*) FROM firm').pluck().get() as number;
  db.close();
  return count;
};

const guests: readonly (readonly [string, string])[] = [
  ['a trigger that deletes', 'CREATE TRIGGER guest AFTER INSERT ON batch BEGIN DELETE FROM firm; END'],
  [
    'a trigger under one of our names',
    'DROP TRIGGER batch_keeps_rows; CREATE TRIGGER batch_keeps_rows BEFORE INSERT ON audit BEGIN DELETE FROM firm; END',
  ],
  ['a trigger that was taken away', 'DROP TRIGGER audit_keeps_values'],
  ['a view', 'CREATE VIEW guest AS SELECT * FROM firm'],
  ['a view in the place of a table', 'ALTER TABLE visit RENAME TO hidden; CREATE VIEW visit AS SELECT * FROM hidden'],
  ['a computed column', 'ALTER TABLE firm ADD COLUMN guest TEXT AS (upper(name_ru))'],
  ['a preset that calls a function', "ALTER TABLE firm ADD COLUMN guest TEXT DEFAULT 'x'"],
  ['a table of its own', 'CREATE TABLE guest (a)'],
  ['a virtual table', 'CREATE VIRTUAL TABLE guest USING fts5(a)'],
  ['an index over an expression', 'CREATE INDEX guest ON firm (hex(name_ru))'],
  ['a check that is no longer there', "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'firm'"],
];

describe.each(guests)('a file with %s', (_what, sql) => {
  test('is refused at the start, and nothing of it has run', () => {
    prepare(sql);
    const before = readFileSync(file);
    expect(() => openDatabase({ file, backUp: () => undefined })).toThrow(
      expect.objectContaining({ code: 'databaseDamaged' }),
    );
    expect([readFileSync(file).equals(before), firms()]).toEqual([true, 1]);
  });

  test('is refused as a backup or an archive', () => {
    prepare(sql);
    expect(() => openBackup({ file, folder })).toThrow(expect.objectContaining({ code: 'archiveForeign' }));
    expect(firms()).toBe(1);
  });
});

test('an older file with a foreign trigger is refused before it is migrated', () => {
  prepare('CREATE TRIGGER guest AFTER UPDATE ON audit BEGIN DELETE FROM firm; END; PRAGMA user_version = 3');
  expect(() => openDatabase({ file, backUp: () => undefined })).toThrow(
    expect.objectContaining({ code: 'databaseDamaged' }),
  );
  expect(firms()).toBe(1);
});

test('a connection is defensive: the schema cannot be written, and functions of the schema are not trusted', () => {
  const db = openDatabase({ file, backUp: () => undefined });
  db.pragma('writable_schema = ON');
  expect(() => db.exec("UPDATE sqlite_schema SET sql = '' WHERE name = 'firm'")).toThrow(/may not be modified/u);
  expect(db.pragma('trusted_schema')).toBe(0);
  expect(() => db.exec("SELECT load_extension('./x')")).toThrow();
  db.close();
});

test('values of enormous length are found by the check, and the program goes on', async () => {
  prepare(`UPDATE firm SET notes = printf('%.*c', 20000000, 'я'), city = printf('%.*c', 300000, '<')`);
  const college = world({ folder });
  const list = await college.attempt('firms.list', {});
  const verdict = await college.call('history.verify', {});
  college.app.close();
  expect([list.ok || list.error.code === 'unexpected', verdict.problemCount > 0]).toEqual([true, true]);
});

describe('a symbolic link in the data folder', () => {
  test('in the place of an attached file is not shown as that file', async () => {
    const college = world({ folder });
    const [firm] = (await college.call('firms.list', {})).rows;
    const bytes = new TextEncoder().encode('скан');
    const { ids } = await college.call('attachments.paste', {
      entity: 'firm',
      entityId: firm?.id ?? '',
      name: 'a.txt',
      bytes,
    });
    const hash = college.app.db().value<string>('SELECT hash FROM attachment') ?? '';
    const kept = filePath(workspaceIn(folder).fileFolder, hash);
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'ұрла');
    rmSync(kept);
    symlinkSync(secret, kept);
    const { problems } = await college.call('attachments.check', {});
    const opened = await college.attempt('attachments.open', { id: ids[0] ?? '' });
    college.app.close();
    expect([problems.length, opened.ok]).toEqual([1, false]);
  });

  test('in the place of the copy that is opened does not overwrite what it leads to', async () => {
    const college = world({ folder });
    const [firm] = (await college.call('firms.list', {})).rows;
    const bytes = new TextEncoder().encode('скан');
    const { ids } = await college.call('attachments.paste', {
      entity: 'firm',
      entityId: firm?.id ?? '',
      name: 'a.txt',
      bytes,
    });
    const hash = college.app.db().value<string>('SELECT hash FROM attachment') ?? '';
    const precious = join(folder, 'precious.txt');
    writeFileSync(precious, 'алтын');
    const place = join(workspaceIn(folder).fileFolder, 'opened', hash.slice(0, 16));
    mkdirSync(place, { recursive: true });
    symlinkSync(precious, join(place, 'a.txt'));
    await college.attempt('attachments.open', { id: ids[0] ?? '' });
    college.app.close();
    expect(readFileSync(precious, 'utf8')).toBe('алтын');
  });

  test('in the place of a backup being written is replaced, not followed', async () => {
    const precious = join(folder, 'precious.txt');
    writeFileSync(precious, 'алтын');
    const { backupFolder } = workspaceIn(folder);
    mkdirSync(backupFolder, { recursive: true });
    const college = world({ folder });
    const first = await college.call('backup.create', {});
    rmSync(join(backupFolder, first.file));
    symlinkSync(precious, join(backupFolder, `${first.file}.part`));
    symlinkSync(precious, join(backupFolder, 'last-check.json'));
    const second = await college.call('backup.create', {});
    college.app.close();
    expect([readFileSync(precious, 'utf8'), existsSync(join(backupFolder, second.file))]).toEqual(['алтын', true]);
  });

  test('among the files to open leads to no file outside', async () => {
    const college = world({ folder });
    const link = join(folder, 'letter.pdf');
    const outside = mkdtempSync(join(tmpdir(), 'seriktes-outside-'));
    writeFileSync(join(outside, 'a.pdf'), '');
    symlinkSync(join(outside, 'a.pdf'), link);
    const opened = await college.attempt('files.open', { path: link });
    college.app.close();
    expect(opened).toMatchObject({ ok: false, error: { code: 'refused' } });
  });
});
