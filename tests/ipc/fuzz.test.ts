import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Channel, contract } from '#shared/contract/index.ts';
import { inputFor, junk, type Pools } from '#tests/support/arbitrary-input.ts';
import { aContact, aFirm, anAgreement, aPlacement, aStudent } from '#tests/support/builders.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { type World, world } from '#tests/support/world.ts';

const callsPerChannel = Number(process.env['SERIKTES_FUZZ_CALLS'] ?? 320);
const channels = Object.keys(contract) as Channel[];
/** Work on whole files or on everything there is (a sample college, a backup, a report): fewer calls of it, or it takes all the time. */
const heavy =
  /^(app\.begin|backup\.|archives\.|everything\.|transfer\.|protection\.|partnership\.handover|reports\.|indicators\.|importing\.|letters\.|templates\.|history\.verify)/u;
const callsOf = (channel: Channel): number => (heavy.test(channel) ? Math.ceil(callsPerChannel / 25) : callsPerChannel);

let college: World;
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => {
  unhandled.push(reason);
};
beforeEach(() => {
  college = world();
  unhandled.length = 0;
  process.on('unhandledRejection', onUnhandled);
});
afterEach(() => {
  process.off('unhandledRejection', onUnhandled);
  college.close();
});

/** A few records of the main kinds, and the ids of everything the college has. */
async function pools(): Promise<Pools> {
  const firm = await college.call('firms.create', aFirm());
  await college.call('contacts.create', aContact(firm.id));
  await college.call('agreements.create', anAgreement(firm.id));
  for (const surname of ['Қасымов', 'Әлиев']) {
    const student = await college.call('students.create', aStudent({ surname }));
    await college.call('placements.create', aPlacement(student.id, firm.id));
  }
  const folder = join(college.folder, 'outside');
  mkdirSync(folder);
  const db = college.app.db();
  const ids = db
    .column<string>("SELECT DISTINCT entity_id FROM audit WHERE action = 'insert'")
    .concat(db.column<string>('SELECT id FROM agreement_type'), db.column<string>('SELECT id FROM practice_type'));
  return { ids, folder };
}

type Tables = Readonly<Record<string, number>>;

function rowCounts(): Tables {
  const db = college.app.db();
  const tables = db.column<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'");
  return Object.fromEntries(
    tables.map(table => [table, db.value<number>(`SELECT count(*) FROM "${table}"`) ?? 0] as const),
  );
}

const lastChange = (): unknown => college.app.db().get('SELECT max(seq) AS seq, count(*) AS lines FROM audit');

test('whatever a page sends, only a Result comes back, nothing unexpected happens, and a refused call changes nothing', async () => {
  const random = seededRandom('fuzz');
  const known = await pools();
  const complaints: string[] = [];
  let [calls, accepted] = [0, 0];
  for (const channel of channels) {
    const before = rowCounts();
    let quietOnly = true;
    for (let call = 0; call < callsOf(channel); call += 1) {
      const input = random.chance(0.15) ? junk(random) : inputFor(contract[channel].input, random, known);
      const change = lastChange();
      const result = await college.app.call(channel, input);
      calls += 1;
      if (result.ok) {
        accepted += 1;
        quietOnly = false;
      } else {
        const unchanged = JSON.stringify(lastChange()) === JSON.stringify(change);
        if (!unchanged) complaints.push(`${channel}: refused with ${result.error.code}, but wrote`);
        if (result.error.code === 'unexpected') complaints.push(`${channel}: unexpected for ${show(input)}`);
      }
    }
    if (quietOnly && JSON.stringify(rowCounts()) !== JSON.stringify(before))
      complaints.push(`${channel}: every call was refused, but rows have changed`);
  }
  console.log(`fuzz: ${calls} calls of ${channels.length} procedures, ${accepted} accepted`);
  expect([...new Set(complaints)].slice(0, 40)).toEqual([]);
  expect(unhandled).toEqual([]);
  expect(college.app.db().pragma('integrity_check')).toBe('ok');
  expect(college.app.db().all('PRAGMA foreign_key_check')).toEqual([]);
  expect((await college.call('history.verify', {})).flaw).toBeNull();
  expect(readdirSync(join(college.folder, '..')).filter(name => /^(c|etc|passwd)$/u.test(name))).toEqual([]);
}, 14_400_000);

function show(input: unknown): string {
  try {
    return (
      JSON.stringify(input, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ?? 'undefined'
    ).slice(0, 400);
  } catch {
    return 'a cycle';
  }
}

test.each([
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'firms',
  'firms.list ',
  'FIRMS.LIST',
  'x'.repeat(70),
])('a channel that is not in the contract is refused: %s', async channel => {
  const result = await college.app.call(channel, {});
  expect(result.ok ? 'answered' : result.error.code).toBe('validation');
});
