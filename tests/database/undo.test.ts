import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Channel } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates.ts';
import { aContact, aFirm, anAgreement, aPlacement, aRequest, aSite, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

/** One thing an officer does; `which` picks among the records that exist then. */
type Action =
  | { readonly do: 'create'; readonly what: (typeof kinds)[number]; readonly which: number; readonly word: string }
  | { readonly do: 'rename'; readonly what: (typeof kinds)[number]; readonly which: number; readonly word: string }
  | { readonly do: 'remove'; readonly what: (typeof kinds)[number]; readonly which: number }
  | { readonly do: 'move'; readonly which: number; readonly to: 'offered' | 'confirmed' | 'planned' | 'didNotStart' }
  | { readonly do: 'setting'; readonly word: string };

const kinds = ['firms', 'contacts', 'sites', 'students', 'groups', 'agreements', 'placements', 'requests'] as const;

/** The field that «rename» changes. */
const textField = {
  firms: 'nameRu',
  contacts: 'name',
  sites: 'name',
  students: 'surname',
  groups: 'curator',
  agreements: 'notes',
  placements: 'workplace',
  requests: 'proposedText',
} as const;

const word = fc.constantFrom('Өркен', 'Жұлдыз', 'Ёлка', 'Қуат', 'Щит', 'Іскер', 'a"b', "O'Neil");
const which = fc.nat(5);
const what = fc.constantFrom(...kinds);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('create' as const), what, which, word }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rename' as const), what, which, word }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), what, which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      which,
      to: fc.constantFrom('offered', 'confirmed', 'planned', 'didNotStart'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setting' as const), word }) },
);

/** Without these few steps most of the others would find nothing to work on. */
const beginning: readonly Action[] = (
  ['firms', 'students', 'agreements', 'placements', 'firms', 'contacts'] as const
).map((kind, which) => ({ do: 'create', what: kind, which, word: 'Бастау' }));

const accepted = ['firmNameTaken', 'agreementNumberTaken', 'placementOverlap', 'placesTaken', 'checklist'];

/** Tables that remember what happened; everything else must come back. */
const memory = ['batch', 'audit', 'sqlite_sequence', 'search_document'];

/** Every row of every table, but for how often and when it was written. */
function rows({ app }: World): Record<string, unknown[]> {
  const db = app.db();
  const tables = db
    .column<string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'",
    )
    .filter(table => !memory.includes(table));
  return Object.fromEntries(
    tables.map(table => [
      table,
      db
        .all<Record<string, unknown>>(`SELECT * FROM ${table}`)
        .map(({ revision: _revision, updated_at: _updatedAt, ...row }) => JSON.stringify(row))
        .toSorted(),
    ]),
  );
}

/** What the search finds, without the numbers of its rows. */
const findable = ({ app }: World): unknown[] =>
  app.db().all('SELECT entity, entity_id, title, detail FROM search_document ORDER BY entity, entity_id');

const state = (college: World): unknown => [rows(college), findable(college)];

async function perform(college: World, step: Action, place: number): Promise<void> {
  const rowsOf = async (name: (typeof kinds)[number]) =>
    (await college.call(`${name}.list`, {})).rows as readonly { readonly id: string; readonly revision: number }[];
  const nth = async (name: (typeof kinds)[number], index: number) => {
    const all = await rowsOf(name);
    return all[index % Math.max(1, all.length)];
  };
  const send = (channel: Channel, input: object): Promise<unknown> => college.attempt(channel, input);
  switch (step.do) {
    case 'create': {
      const firm = (await nth('firms', step.which))?.id ?? 'none';
      const student = (await nth('students', step.which))?.id ?? 'none';
      const startsOn = addDays('2025-09-01', place * 3);
      const made = {
        firms: () => aFirm({ nameRu: `ТОО «${step.word} ${place}»` }),
        contacts: () => aContact(firm, { name: step.word }),
        sites: () => aSite(firm, { name: step.word }),
        students: () => aStudent({ surname: step.word }),
        groups: () => ({
          code: `${step.word}-${place}`,
          specialtyId: null,
          qualificationId: null,
          course: 2,
          language: 'kk',
          curator: null,
          active: true,
        }),
        agreements: () => anAgreement(firm, { number: `${place}/25` }),
        placements: () => aPlacement(student, firm, { startsOn, endsOn: addDays(startsOn, 20) }),
        requests: () => aRequest(firm, { number: String(place) }),
      }[step.what]();
      await send(`${step.what}.create`, { ...made, accepted });
      return;
    }
    case 'rename': {
      const record = await nth(step.what, step.which);
      if (record === undefined) return;
      const patch = { [textField[step.what]]: step.word };
      await send(`${step.what}.update`, { id: record.id, revision: record.revision, patch, accepted });
      return;
    }
    case 'remove': {
      const record = await nth(step.what, step.which);
      if (record !== undefined) await send(`${step.what}.remove`, { id: record.id, revision: record.revision });
      return;
    }
    case 'move': {
      const record = await nth('placements', step.which);
      if (record === undefined) return;
      const items = [{ id: record.id, revision: record.revision }];
      await send('placements.move', { items, to: step.to, reason: 'сынақ', accepted });
      return;
    }
    case 'setting':
      await send('settings.update', { officer: step.word });
  }
}

async function repeatUntilRefused(college: World, channel: 'history.undo' | 'history.redo'): Promise<string> {
  for (;;) {
    const result = await college.attempt(channel, {});
    if (!result.ok) return result.error.code;
  }
}

test('whatever was done, undoing all of it gives the start again and redoing all of it gives the end again', async () => {
  const seed = Number(process.env['SERIKTES_SEED'] ?? Date.now() % 2 ** 31);
  console.log(`undo: SERIKTES_SEED=${seed}`);
  let performed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 30, size: 'max' }), async steps => {
      const college = world();
      try {
        const start = state(college);
        for (const [place, step] of [...beginning, ...steps].entries()) await perform(college, step, place);
        const end = state(college);
        performed += college.app.db().value<number>('SELECT count(*) FROM batch') ?? 0;
        const undone = await repeatUntilRefused(college, 'history.undo');
        const back = state(college);
        const redone = await repeatUntilRefused(college, 'history.redo');
        expect([undone, back, redone, state(college)]).toEqual(['nothingToUndo', start, 'nothingToRedo', end]);
      } finally {
        college.close();
      }
    }),
    { seed, numRuns: 25 },
  );
  expect(performed).toBeGreaterThan(300);
}, 14_400_000);
