import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { examine } from '#main/database/connection.ts';
import { examineInThread } from '#main/jobs/examine-thread.ts';
import { workspaceIn } from '#main/workspace.ts';
import { AppError } from '#shared/result.ts';
import { aFirm } from '#tests/support/builders.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { type World, world } from '#tests/support/world.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-damage-'));
  file = workspaceIn(folder).databaseFile;
  const college = world({ folder });
  await college.call('app.begin', { with: 'sample', language: 'ru' });
  college.app.close();
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

function open(): World | AppError {
  try {
    return world({ folder });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function write(bytes: Uint8Array, at: number): void {
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, bytes, 0, bytes.length, at);
  } finally {
    closeSync(descriptor);
  }
}

const pageSize = 4096;

/** What the program does with the file as it is now, and whether the file is the same afterwards. */
function outcome(): { readonly said: string; readonly untouched: boolean } {
  const before = readFileSync(file);
  const opened = open();
  if (!(opened instanceof AppError)) opened.app.close();
  return {
    said: opened instanceof AppError ? opened.code : 'opened',
    untouched: readFileSync(file).equals(before),
  };
}

const refused = { said: 'databaseDamaged', untouched: true };

test.each([
  ['whose first bytes were overwritten', () => write(Buffer.from('Not SQLite at all'), 0)],
  ['cut in half', () => truncateSync(file, Math.floor(statSync(file).size / 2 / pageSize) * pageSize)],
  ['cut in the middle of a page', () => truncateSync(file, Math.floor(statSync(file).size / 2) + 100)],
  ['cut to its first page', () => truncateSync(file, pageSize)],
  ['that has become empty', () => truncateSync(file, 0)],
  ['replaced by a text', () => writeFileSync(file, 'Договоры\t2025\r\n'.repeat(5000))],
  ['with a page of zeros among its tables', () => write(Buffer.alloc(pageSize), pageSize)],
])('a file %s is named damaged and stays as it is', (_what, damage) => {
  damage();
  expect(outcome()).toEqual(refused);
});

test('what is damaged or missing cannot be examined in another thread, which leaves it as it is', async () => {
  expect(await examineInThread(file)).toBe(examine(file));
  writeFileSync(file, 'Договоры\t2025\r\n'.repeat(5000));
  expect(await examineInThread(file)).toBeUndefined();
  rmSync(file);
  expect(await examineInThread(file)).toBeUndefined();
  expect(existsSync(file)).toBe(false);
});

test('bytes changed anywhere in the structure of the file are noticed at the start', () => {
  const random = seededRandom('damage');
  const whole = `${file}.whole`;
  copyFileSync(file, whole);
  const pages = statSync(file).size / pageSize;
  const overlooked: number[] = [];
  for (let round = 0; round < 25; round++) {
    copyFileSync(whole, file);
    const page = random.between(1, pages - 1);
    // The head of a page says what it is and where its cells lie.
    write(Buffer.from(Array.from({ length: 12 }, () => random.between(0, 255))), page * pageSize);
    const { said, untouched } = outcome();
    if (said !== 'databaseDamaged' || !untouched) overlooked.push(page);
  }
  // A page that only holds the rest of a long value has no head of its own, so its bytes are content.
  const contentOnly = overflowPages(whole);
  expect(overlooked.filter(page => !contentOnly.has(page + 1))).toEqual([]);
});

function overflowPages(path: string): ReadonlySet<number> {
  const db = new Database(path, { readonly: true });
  try {
    const leaves = db.prepare("SELECT pageno FROM dbstat WHERE pagetype = 'overflow'").pluck().all() as number[];
    return new Set(leaves);
  } catch {
    return new Set(); // this SQLite was built without dbstat; the sample has no values that long
  } finally {
    db.close();
  }
}

test('an index that no longer agrees with its table is noticed at the start', () => {
  const db = new Database(file);
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.exec(
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'firm_city') WHERE name = 'firm_sector'",
  );
  db.close();
  expect(outcome()).toEqual(refused);
});

test.each([
  ['wrong', "UPDATE search_index_config SET v = 0 WHERE k = 'version'"],
  ['gone', "DELETE FROM search_index_config WHERE k = 'version'"],
])('a search index whose version is %s is noticed at the start', (_what, change) => {
  const db = new Database(file);
  db.unsafeMode(true);
  db.exec(change);
  db.close();
  expect(outcome()).toEqual(refused);
});

test('two programs on one file both see what the other has committed', async () => {
  const first = world({ folder });
  const second = world({ folder });
  await first.call('firms.create', aFirm({ nameRu: 'ТОО «Бірінші»' }));
  await second.call('firms.create', aFirm({ nameRu: 'ТОО «Екінші»' }));
  const totals = [(await first.call('firms.list', {})).total, (await second.call('firms.list', {})).total];
  first.app.close();
  second.app.close();
  expect(totals).toEqual([42, 42]);
});

test.skipIf(process.platform === 'win32').each(['removed', 'replaced'] as const)(
  'a data file that is %s while the program is open takes no change, and a backup made then holds all that was written',
  async what => {
    const college = world({ folder });
    await college.call('firms.create', aFirm({ nameRu: 'ТОО «Соңғы»' }));
    rmSync(folder, { recursive: true });
    if (what === 'replaced') world({ folder }).app.close();
    const attempt = await college.attempt('firms.create', aFirm({ nameRu: 'ТОО «Жоғалған»' }));
    const made = await college.call('backup.create', {});
    college.app.close();
    rmSync(file, { force: true });
    expect(() => world({ folder })).toThrow('databaseMissing');
    copyFileSync(join(workspaceIn(folder).backupFolder, made.file), file);
    const again = world({ folder });
    const { total } = await again.call('firms.list', {});
    again.app.close();
    expect([attempt, total]).toEqual([{ ok: false, error: { code: 'databaseGone', params: { file } } }, 41]);
  },
);

test('while another program is writing, a change is refused with a reason and nothing is half done', async () => {
  const college = world({ folder });
  college.app.db().pragma('busy_timeout = 50');
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const attempt = await college.attempt('firms.create', aFirm({ nameRu: 'ТОО «Күтеді»' }));
  other.exec('ROLLBACK');
  other.close();
  const { total } = await college.call('firms.list', {});
  college.app.close();
  expect([attempt, total]).toEqual([{ ok: false, error: { code: 'alreadyRunning', params: { file } } }, 40]);
});

test('a full disk is named as such and the change is not half there', async () => {
  const college = world({ folder });
  const db = college.app.db();
  db.pragma(`max_page_count = ${Number(db.pragma('page_count'))}`);
  const notes = 'ұзақ жазба '.repeat(300);
  const attempts = [];
  for (let firm = 0; firm < 60; firm++)
    attempts.push(await college.attempt('firms.create', aFirm({ nameRu: `ТОО «${firm}»`, notes })));
  const failed = attempts.filter(attempt => !attempt.ok);
  const { total } = await college.call('firms.list', {});
  const state = [failed[0], total, db.pragma('integrity_check')];
  college.app.close();
  expect(state).toEqual([
    { ok: false, error: { code: 'diskFull', params: { file } } },
    40 + attempts.length - failed.length,
    'ok',
  ]);
});

/** The answer of the command line to one procedure, run by somebody who may read the folder but not write into it. */
function statusWithoutRights(): { readonly answer: string } {
  const nobody = 65_534;
  const root = process.getuid?.() === 0;
  const script = resolve(import.meta.dirname, '../../main/cli/call.ts');
  const { stdout } = spawnSync(process.execPath, [script, 'app.status', '{}', '--data', folder], {
    encoding: 'utf8',
    ...(root ? { uid: nobody, gid: nobody } : {}),
  });
  return { answer: stdout };
}

test('a folder without the right to write is named as such and nothing in it changes', context => {
  chmodSync(folder, 0o555);
  chmodSync(file, 0o444);
  const before = readFileSync(file);
  const { answer } = statusWithoutRights();
  const after = readFileSync(file);
  chmodSync(file, 0o600);
  context.skip(answer === '', 'the project cannot be read by an unprivileged account');
  expect([JSON.parse(answer), after.equals(before)]).toEqual([
    { ok: false, error: { code: 'noAccess', params: { file } } },
    true,
  ]);
});

test('a folder that cannot be made is named as such', () => {
  const blocked = join(folder, 'file');
  writeFileSync(blocked, '');
  expect(() => world({ folder: join(blocked, 'college') })).toThrow(expect.objectContaining({ code: 'noAccess' }));
});

test('a folder in the place of the file is named as such', () => {
  rmSync(file);
  mkdirSync(file);
  expect(() => world({ folder })).toThrow(expect.objectContaining({ code: 'noAccess' }));
});
