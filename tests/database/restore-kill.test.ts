import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { finishRestore, putBackupInPlace } from '#main/database/restore.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { aVictim, lives } from '#tests/support/kills.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { type World, world } from '#tests/support/world.ts';

const victim = aVictim('restore-until-killed');
afterAll(victim.remove);

const rounds = Number(process.env['SERIKTES_RESTORE_KILLS'] ?? 30);

let folder: string;
let drive: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-restore-'));
  drive = mkdtempSync(join(tmpdir(), 'seriktes-drive-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(drive, { recursive: true, force: true });
});

const template = (): string => join(workspaceIn(folder).templateFolder, 'reply-letter.ru.docx');

/** Two states of one college in the second folder: one firm and the first template, two firms and the second. */
async function twoStates(): Promise<readonly string[]> {
  mkdirSync(workspaceIn(folder).templateFolder, { recursive: true });
  const files: string[] = [];
  // A month apart, so that none of the two is rotated away.
  for (const [state, today] of [
    ['1', '2025-09-10'],
    ['2', '2025-10-10'],
  ] as const) {
    const college = world({ folder, today });
    // oxlint-disable-next-line no-await-in-loop -- see below
    await college.call('backup.useFolder', { folder: drive });
    // oxlint-disable-next-line no-await-in-loop -- the second state follows the first
    const firm = await college.call('firms.create', aFirm({ nameRu: `ТОО «${state}»` }));
    const bytes = new TextEncoder().encode(`скан ${state}`);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await college.call('attachments.paste', { entity: 'firm', entityId: firm.id, name: 'скан.txt', bytes });
    writeFileSync(template(), state);
    // oxlint-disable-next-line no-await-in-loop -- see above
    files.push((await college.call('backup.create', {})).file);
    college.app.close();
  }
  return files;
}

/** What the college is after a start: always exactly one of the two states. */
async function stateOf(college: World) {
  const db = college.app.db();
  return {
    firms: String((await college.call('firms.list', {})).total),
    template: readFileSync(template(), 'utf8'),
    integrity: db.pragma('integrity_check'),
    references: db.all('PRAGMA foreign_key_check'),
    files: (await college.call('attachments.check', {})).problems,
    left: readdirSync(folder).filter(name => name.endsWith('.incoming') || name.endsWith('.restoring')),
  };
}

test('a program killed in the middle of restores opens as one of the two states, whole', async () => {
  const files = await twoStates();
  const random = seededRandom('restore kill');
  const pace = await victim.pace([folder, ...files]);
  let restores = 0;
  const seen = new Set<string>();
  for (const life of lives('kills of restores', rounds)) {
    // Killed around its first restore, its second, its third: each of the states comes up, however slow the machine.
    const moment = random.between(0, Math.ceil(pace));
    // oxlint-disable-next-line no-await-in-loop -- one life after the other
    const said = await victim.killAfter([folder, ...files], moment, 1 + (life % 3));
    restores += Math.max(0, said.length - 1);
    const college = world({ folder });
    // oxlint-disable-next-line no-await-in-loop -- see above
    const state = await stateOf(college);
    college.app.close();
    expect(state).toEqual({
      firms: state.template,
      template: expect.stringMatching(/^[12]$/u),
      integrity: 'ok',
      references: [],
      files: [],
      left: [],
    });
    seen.add(state.firms);
  }
  expect([restores > 0, [...seen].toSorted()]).toEqual([true, ['1', '2']]);
}, 14_400_000);

/** The steps of the exchange, each as it lies on the disk when the power goes right after it. */
const steps = [
  'the journal is written',
  'the old file has moved',
  'its log has moved too',
  'the new file has its name',
];

test.each(steps.map((name, done) => [name, done] as const))(
  'a start after a power cut right when %s finishes the exchange',
  async (_name, done) => {
    const [first = ''] = await twoStates();
    const place = workspaceIn(folder);
    const { databaseFile } = place;
    const copy = join(drive, 'seriktes-backups', first);
    // As prepared by a restore that goes no further.
    const { templates } = JSON.parse(readFileSync(copy.replace(/\.db$/u, '.json'), 'utf8')) as { templates: unknown };
    writeFileSync(`${databaseFile}.incoming`, readFileSync(copy));
    writeFileSync(`${databaseFile}.restoring`, JSON.stringify({ aside: 'seriktes.db.set-aside-cut', templates }));
    writeFileSync(`${databaseFile}-wal`, 'what an old log would look like');
    const aside = join(folder, 'seriktes.db.set-aside-cut');
    if (done >= 1) renameSync(databaseFile, aside);
    if (done >= 2) renameSync(`${databaseFile}-wal`, `${aside}-wal`);
    if (done >= 3) renameSync(`${databaseFile}.incoming`, databaseFile);
    const college = world({ folder });
    const state = await stateOf(college);
    college.app.close();
    expect([state.firms, state.template, state.integrity, existsSync(aside), state.left]).toEqual([
      '1',
      '1',
      'ok',
      true,
      [],
    ]);
  },
);

test('an incoming file without a journal was never finished and is cleared away', async () => {
  await twoStates();
  const place = workspaceIn(folder);
  writeFileSync(`${place.databaseFile}.incoming`, 'half of a file');
  finishRestore(place);
  const college = world({ folder });
  const { firms, left } = await stateOf(college);
  college.app.close();
  expect([firms, left]).toEqual(['2', []]);
});

test('a copy that cannot be read leaves the present file and its folder as they were', async () => {
  const [first = ''] = await twoStates();
  const copies = join(drive, 'seriktes-backups');
  writeFileSync(join(copies, first), 'torn');
  const before = readdirSync(folder).toSorted();
  expect(() => putBackupInPlace(workspaceIn(folder), copies, first, '2025-11-21T00:00:00.000Z')).toThrow(
    'fileUnreadable',
  );
  expect(readdirSync(folder).toSorted()).toEqual(before);
});
