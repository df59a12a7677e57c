import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openApplication } from '#main/application.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { testPorts, world } from '#tests/support/world.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'seriktes-move-'));
const relocated: string[] = [];

/** A college whose place is not fixed, as the desktop opens it. */
const open = (at: string) =>
  openApplication({
    workspace: workspaceIn(at),
    ports: { ...testPorts('2025-11-20', 'Officer'), relocate: target => relocated.push(target) },
    info: { version: 'test', runtime: 'test', testRuntime: false },
    resources: resolve(import.meta.dirname, '../../resources'),
  });

let present: string;
let college: ReturnType<typeof open>;
beforeEach(async () => {
  relocated.length = 0;
  present = folder();
  college = open(present);
  await college.call('firms.create', aFirm());
  mkdirSync(join(present, 'letters', 'kk'), { recursive: true });
  writeFileSync(join(present, 'letters', 'kk', 'Хат.docx'), 'хат');
});
afterEach(() => college.close());

const sum = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

test('the data go to an empty folder whole, the old folder stays, and the program starts from the new one', async () => {
  const target = folder();
  const answer = await college.call('app.moveData', { folder: target });
  const moved = open(target);
  const firms = await moved.call('app.status', {});
  moved.close();
  expect([
    answer.ok,
    relocated,
    sum(join(target, 'letters/kk/Хат.docx')) === sum(join(present, 'letters/kk/Хат.docx')),
    existsSync(join(present, 'seriktes.db')),
    firms.ok && (firms.value as { counts: { firms: number } }).counts.firms,
  ]).toEqual([true, [target], true, true, 1]);
});

test('in a folder with other things the data get a folder of their own; a taken one is refused and left alone', async () => {
  const chosen = folder();
  mkdirSync(join(chosen, 'Seriktes'));
  writeFileSync(join(chosen, 'Seriktes', 'own.txt'), 'own');
  const taken = await college.call('app.moveData', { folder: chosen });
  const within = await college.call('app.moveData', { folder: join(present, 'inside') });
  expect([
    [taken, within].map(answer => !answer.ok && answer.error.code),
    readFileSync(join(chosen, 'Seriktes', 'own.txt'), 'utf8'),
    relocated,
  ]).toEqual([['folderTaken', 'folderTaken'], 'own', []]);
});

test('where the place is fixed nothing is moved', async () => {
  const fixed = world();
  const refused = await fixed.attempt('app.moveData', { folder: folder() });
  const { dataMovable } = await fixed.call('app.status', {});
  fixed.close();
  expect([refused.ok, dataMovable]).toEqual([false, false]);
});
