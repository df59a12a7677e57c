import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let opened: string[];
beforeEach(() => {
  opened = [];
  college = world({ opener: async path => void opened.push(path) });
});
afterEach(() => college.close());

const file = (name: string): string => {
  const path = join(college.folder, name);
  writeFileSync(path, name);
  return path;
};

test.each(['report.xlsx', 'letter.docx', 'letter.PDF', 'calendar.ics'])('%s is opened in its program', async name => {
  const path = file(name);
  await college.call('files.open', { path });
  expect(opened).toEqual([realpathSync(path)]);
});

test.each(['evidence.zip', 'college.seriktes', 'figures.seriktes-report', 'run', 'run.exe', 'page.html', 'x.desktop'])(
  '%s is not opened, and its folder is shown',
  async name => {
    const path = file(name);
    expect(await college.attempt('files.open', { path })).toMatchObject({ ok: false, error: { code: 'refused' } });
    await college.call('files.reveal', { path });
    expect(opened).toEqual([realpathSync(college.folder)]);
  },
);

test('a folder is opened, unless it is a program of macOS', async () => {
  for (const name of ['letters 1', 'Calculator.app']) mkdirSync(join(college.folder, name));
  await college.call('files.open', { path: join(college.folder, 'letters 1') });
  await college.call('files.reveal', { path: join(college.folder, 'letters 1') });
  expect(opened).toEqual(Array(2).fill(realpathSync(join(college.folder, 'letters 1'))));
  const program = { path: join(college.folder, 'Calculator.app') };
  expect((await college.attempt('files.open', program)).ok).toBe(false);
});

test('nothing outside the folders the program writes to is opened or shown, also by a link', async () => {
  const link = join(college.folder, 'report.txt');
  symlinkSync('/etc/hostname', link);
  for (const path of ['/etc/hostname', link, join(college.folder, '..')])
    for (const channel of ['files.open', 'files.reveal'] as const)
      expect(await college.attempt(channel, { path })).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(opened).toEqual([]);
});
