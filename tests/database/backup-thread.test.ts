import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSound, listBackups, readManifest } from '#main/database/backup.ts';
import { openDatabase } from '#main/database/connection.ts';
import { isLarge } from '#main/features/backup/copying.ts';
import type { CopyDesk } from '#main/jobs/copy-desk.ts';
import { type DeskThread, deskCalls, startDeskThread } from '#main/jobs/desk-thread.ts';
import { createThreadsBeside } from '#main/jobs/threads-beside.ts';
import { randomIds, systemClock } from '#main/ports.ts';
import { generateCollege } from '#main/sample/generator.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { testPorts, world } from '#tests/support/world.ts';

let folder: string;
let thread: DeskThread<CopyDesk>;
const beside = createThreadsBeside();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-copy-'));
  thread = startDeskThread<CopyDesk>({ worker: 'copy-worker', place: workspaceIn(folder), beside });
});
afterEach(async () => {
  await beside.end();
  thread.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the copy of a large college is written by another thread while firms are added, and each copy is whole', async () => {
  const college = world({ folder });
  await college.call('app.begin', { with: 'sample', language: 'ru' });
  const { backupFolder, databaseFile } = workspaceIn(folder);
  const ports = { clock: systemClock, ids: randomIds, actor: () => '', log: () => undefined };
  const call = deskCalls(ports, databaseFile);
  const started = (await college.call('app.status', {})).counts.firms;
  let added = 0;
  const ended = new AbortController();
  const copying = thread.ask('backUp', { reason: 'manual', spared: '' }, call()).finally(() => ended.abort());
  while (!ended.signal.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- one edit after the other, as an officer makes them
    await college.call('firms.create', aFirm({ nameRu: `ТОО «Между делом ${added}»`, bin: null }));
    added += 1;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  const { file } = await copying;
  expect(added).toBeGreaterThan(0);
  expect(listBackups(backupFolder).map(backup => backup.file)).toContain(file);
  expect(isSound(join(backupFolder, file))).toBe(true);
  expect(readManifest(backupFolder, file)).toMatchObject({ reason: 'manual', files: [] });
  expect((await college.call('app.status', {})).counts.firms).toBe(started + added);
  college.app.close();
});

test('the first start of a day of a large college is not kept waiting by its backup, which comes a little later', async () => {
  const { backupFolder, databaseFile } = workspaceIn(folder);
  const db = openDatabase({ file: databaseFile, backUp: () => undefined });
  const size = { firms: 150, students: 900, placements: 3_000, requests: 60, auditRows: 30_000 };
  generateCollege(db, testPorts('2025-11-20', 'Officer'), size);
  db.close();
  expect(isLarge(databaseFile)).toBe(true);
  const college = world({ folder });
  expect(listBackups(backupFolder)).toEqual([]);
  await expect
    .poll(() => listBackups(backupFolder).map(({ reason }) => reason), { timeout: 30_000 })
    .toEqual(['daily']);
  college.app.close();
});
