import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups } from '#main/database/backup.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { world } from '#tests/support/world.ts';

let folder: string;
let drive: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-notes-'));
  drive = mkdtempSync(join(tmpdir(), 'seriktes-drive-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(drive, { recursive: true, force: true });
});

/** A college with a backup in both folders, closed. */
async function prepared(): Promise<void> {
  const college = world({ folder, today: '2025-11-19' });
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Бар»' }));
  await college.call('backup.useFolder', { folder: drive });
  await college.call('backup.create', {});
  college.app.close();
}

/** What a day's work asks of the data folder. */
async function aDay(): Promise<readonly unknown[]> {
  const college = world({ folder });
  const made = await college.attempt('backup.create', {});
  const answers = [
    made.ok ? made.value.copy : made.error.code,
    (await college.attempt('backup.list', {})).ok,
    (await college.attempt('backup.concerns', {})).ok,
    (await college.attempt('backup.rehearse', { newest: 3 })).ok,
    (await college.attempt('app.status', {})).ok,
    (await college.attempt('personalData.erasures', {})).ok,
    (await college.call('firms.list', {})).rows.map(({ nameRu }) => nameRu),
  ];
  college.app.close();
  return answers;
}

const allIsWell = ['done', true, true, true, true, true, ['ТОО «Бар»']];
const notes = [
  'second-folder.json',
  'chosen-folders.json',
  'letter-numbers.json',
  'unfinished-purge.json',
  'keys.json',
  'seriktes.db.restoring',
  'backups/last-check.json',
  'backups/keys.json',
];
/** Every list of a backup too. */
const notesHere = (): readonly string[] => [
  ...notes,
  ...listBackups(workspaceIn(folder).backupFolder).map(({ file }) => `backups/${file.replace(/\.db$/u, '.json')}`),
];

test.each([
  ['torn', '{"format": "seriktes-back'],
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[[null]]'],
  ['without its lists', '{"format":"seriktes-backup","files":[]}'],
  [
    'with values of other kinds',
    '{"format":"seriktes-backup","files":[{"hash":"../../x","bytes":"9"}],"templates":7,"missing":7,"number":"x","folder":7,"at":7,"aside":7,"years":7,"file":7}',
  ],
])('notes beside the data that are %s cost nothing but what they said', async (_what, text) => {
  await prepared();
  for (const name of notesHere()) writeFileSync(join(folder, name), text);
  const [copy, ...rest] = await aDay();
  // Without its notes the second folder is no longer known to have been chosen here, so that nothing is sent there.
  expect([copy, ...rest]).toEqual(['absent', ...allIsWell.slice(1)]);
});

test('notes that have become folders or pipes are not read', async context => {
  await prepared();
  const [first = '', ...others] = notes.filter(name => name !== 'second-folder.json' && name !== 'chosen-folders.json');
  for (const name of others) {
    rmSync(join(folder, name), { recursive: true, force: true });
    context.skip(spawnSync('mkfifo', [join(folder, name)]).status !== 0, 'no pipes here');
  }
  rmSync(join(folder, first), { force: true });
  mkdirSync(join(folder, first));
  // Seconds at most: a pipe that is read is waited for without end.
  expect(await aDay()).toEqual(allIsWell);
});

test.skipIf(process.platform === 'win32')(
  'links and folders that bear the name of a backup are none, and break nothing',
  async () => {
    await prepared();
    for (const backups of [workspaceIn(folder).backupFolder, join(drive, 'seriktes-backups')]) {
      symlinkSync('/nowhere', join(backups, 'seriktes-2025-11-20T07-00-00-000Z-daily.db'));
      symlinkSync('/etc/passwd', join(backups, 'seriktes-2025-11-20T07-00-00-001Z-manual.db'));
      mkdirSync(join(backups, 'seriktes-2025-11-20T07-00-00-002Z-manual.db'));
    }
    expect(await aDay()).toEqual(allIsWell);
    expect(readdirSync(workspaceIn(folder).backupFolder)).toContain('seriktes-2025-11-20T07-00-00-002Z-manual.db');
  },
);
