import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApplicationOptions, openApplication, type RunningApplication } from '#main/application.ts';
import { examine } from '#main/database/connection.ts';
import { isLarge } from '#main/features/backup/copying.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { testPorts, world } from '#tests/support/world.ts';

/** A file so large that its pages are examined beside the window: most of them are free. */
let large: string;
let folder: string;
let file: string;
let college: RunningApplication | undefined;
/** Ends the examination with what it has found. */
let end: (found: string | undefined) => void;
let begun: number;
/** What was explained to the officer, and what she did about it. */
let explained: unknown[];
let recover: (error: unknown) => boolean;

beforeAll(async () => {
  const made = world();
  await made.call('app.begin', { with: 'sample', language: 'ru' });
  made.app.close();
  large = workspaceIn(made.folder).databaseFile;
  const db = new Database(large);
  db.exec(`INSERT INTO setting VALUES ('padding', 1, '', '', '"' || hex(zeroblob(10000000)) || '"')`);
  db.exec("DELETE FROM setting WHERE id = 'padding'");
  db.close();
  expect(isLarge(large)).toBe(true);
});
afterAll(() => rmSync(resolve(large, '..'), { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-beside-'));
  file = workspaceIn(folder).databaseFile;
  copyFileSync(large, file);
  begun = 0;
  explained = [];
  recover = () => false;
});
afterEach(() => {
  college?.close();
  college = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function open(more: Partial<ApplicationOptions> = {}): RunningApplication {
  const found = new Promise<string | undefined>(done => {
    end = done;
  });
  college = openApplication({
    workspace: workspaceIn(folder),
    ports: {
      ...testPorts('2025-11-20', 'Officer'),
      log: () => undefined,
      recover: async error => {
        explained.push((error as { code?: unknown }).code);
        return recover(error);
      },
    },
    info: { version: 'test', runtime: 'test', testRuntime: false },
    resources: resolve(import.meta.dirname, '../../resources'),
    examineBeside: () => {
      begun += 1;
      return found;
    },
    ...more,
  });
  return college;
}

/** Overwrites the root page of a table that no list of firms reads. */
function damage(): void {
  const db = new Database(file, { readonly: true });
  const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'visit'").pluck().get() as number;
  db.close();
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, Buffer.alloc(64, 0xff), 0, 64, (page - 1) * 4096);
  } finally {
    closeSync(descriptor);
  }
}

const firms = async (): Promise<number> => {
  const result = await college?.call('firms.list', { limit: 1, offset: 0 });
  return result?.ok === true ? (result.value as { total: number }).total : -1;
};

/** Asks for a firm to be written; answers how it stands with that. */
function writing() {
  const state = { settled: false };
  const done = (college as RunningApplication).call('firms.create', aFirm()).finally(() => {
    state.settled = true;
  });
  return { state, done };
}

test('while a large file is examined its lists are read, and a command waits for the end and then goes through', async () => {
  open();
  const before = { firms: await firms(), bytes: readFileSync(file) };
  const { state, done } = writing();
  expect(await firms()).toBe(before.firms);
  expect({ begun, settled: state.settled, untouched: readFileSync(file).equals(before.bytes) }).toEqual({
    begun: 1,
    settled: false,
    untouched: true,
  });
  end(examine(file));
  expect((await done).ok).toBe(true);
  expect(await firms()).toBe(before.firms + 1);
  expect(await college?.examined).toBe('whole');
});

test('nothing can be written through the connection of a file that is still examined', () => {
  const opened = open();
  expect(() => opened.db().exec('UPDATE firm SET revision = revision')).toThrow(/readonly/u);
});

test('damage found late is explained, and what was asked meanwhile is refused and not written', async () => {
  damage();
  const before = readFileSync(file);
  open();
  const { done } = writing();
  end(examine(file));
  expect(await done).toMatchObject({ ok: false, error: { code: 'databaseDamaged' } });
  expect([await college?.examined, explained, college?.isOpen()]).toEqual(['lost', ['databaseDamaged'], false]);
  expect(await college?.call('firms.list', { limit: 1, offset: 0 })).toMatchObject({
    ok: false,
    error: { code: 'databaseDamaged' },
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a college that was put in the place of a damaged one is open, without what was asked of the other', async () => {
  damage();
  recover = () => {
    copyFileSync(large, file);
    return true;
  };
  open();
  const { done } = writing();
  end(examine(file));
  expect(await done).toMatchObject({ ok: false, error: { code: 'databaseDamaged' } });
  expect(await college?.examined).toBe('replaced');
  const whole = await firms();
  expect((await college?.call('firms.create', aFirm()))?.ok).toBe(true);
  expect(await firms()).toBe(whole + 1);
});

test('an examination that fails or that the file has changed since is made up for before anything is written', async () => {
  open({ examineBeside: () => Promise.reject(new Error('no thread')) });
  expect(await college?.examined).toBe('replaced');
  expect(explained).toEqual([]);
  expect((await college?.call('firms.create', aFirm()))?.ok).toBe(true);
  college?.close();
  open();
  end('another file');
  expect(await college?.examined).toBe('replaced');
  expect((await college?.call('settings.update', { theme: 'dark' }))?.ok).toBe(true);
});

test('a small file, and one with a log beside it, is examined before anything is read of it', async () => {
  open().close();
  const asked = begun;
  const second = new Database(file);
  second.exec('UPDATE firm SET revision = revision + 1');
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
  open();
  second.close();
  college?.close();
  const small = world();
  small.app.close();
  copyFileSync(workspaceIn(small.folder).databaseFile, file);
  open();
  expect(begun).toBe(asked);
  small.close();
});
