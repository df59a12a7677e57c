import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runBatch } from '#main/database/records.ts';
import type { Input } from '#shared/contract/index.ts';
import type { Indicator } from '#shared/contract/reports.ts';
import { addDays } from '#shared/domain/dates.ts';
import { aFirm, anEngagement, aPlacement, aStudent } from '#tests/support/builders.ts';
import { testPorts, type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const period = { from: '2025-09-01', to: '2026-08-31' };
const practices = ['practice-type-dual', 'practice-type-industrial', 'practice-type-training'] as const;
const states = ['planned', 'started', 'completed', 'endedEarly', 'didNotStart'] as const;
const kinds = ['engagement-kind-internship', 'engagement-kind-equipment'] as const;

const day = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map(offset => addDays('2024-08-01', offset)),
  fc.constantFrom('2025-08-31', '2025-09-01', '2026-08-31', '2026-09-01'),
);
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
const collegeArbitrary = fc.record({
  placements: fc.array(
    fc.record({
      practiceTypeId: fc.constantFrom(...practices),
      state: fc.constantFrom(...states),
      startsOn: day,
      days: fc.integer({ min: 0, max: 300 }),
      hoursPlanned: some(fc.nat(500)),
      hoursEnterprise: some(fc.nat(400)),
    }),
    { maxLength: 16 },
  ),
  engagements: fc.array(
    fc.record({
      kindId: fc.constantFrom(...kinds),
      startsOn: day,
      days: some(fc.nat(300)),
      hours: some(fc.nat(200)),
      amountMinor: some(fc.nat(100_000_000)),
    }),
    { maxLength: 16 },
  ),
  wanted: fc.subarray([...practices], { minLength: 1 }),
  wantedStates: fc.subarray([...states], { minLength: 1 }),
  wantedKinds: fc.subarray([...kinds], { minLength: 1 }),
});
type Plan = typeof collegeArbitrary extends fc.Arbitrary<infer T> ? T : never;

type Own = Input<'ownIndicators.create'>;
const own = (fields: Pick<Own, 'area' | 'filter' | 'timing' | 'measure'> & Partial<Own>): Own => ({
  nameRu: 'Свой',
  nameKk: 'Өз көрсеткіші',
  nameEn: null,
  note: null,
  viewName: null,
  dimension: null,
  wholeFilter: null,
  wholeViewName: null,
  ...fields,
});

function build(world: World, plan: Plan, firmId: string, studentId: string): void {
  const bare = ({ accepted: _accepted, ...fields }: Record<string, unknown>): Record<string, unknown> => fields;
  runBatch(world.app.db(), testPorts('2025-11-20', 'Officer'), tx => {
    for (const { days, ...fields } of plan.placements)
      tx.insert('placement', {
        ...bare(aPlacement(studentId, firmId)),
        ...fields,
        endsOn: addDays(fields.startsOn, days),
        stateReason: null,
      } as never);
    for (const { days, ...fields } of plan.engagements)
      tx.insert('engagement', {
        ...bare(anEngagement(firmId)),
        ...fields,
        endsOn: days === null ? null : addDays(fields.startsOn, days),
      } as never);
  });
}

const sumOf = <T>(list: readonly T[], amount: (item: T) => number): number =>
  list.reduce((sum, item) => sum + amount(item), 0);
/** Half a unit of the last digit goes up, as on paper. */
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1000) / whole + 1e-9) / 10;

/** What the three indicators must show, counted record by record. */
function slowly({ placements, engagements, wanted, wantedStates, wantedKinds }: Plan) {
  const touching = placements.filter(
    ({ startsOn, days }) => startsOn <= period.to && addDays(startsOn, days) >= period.from,
  );
  const chosen = touching.filter(({ practiceTypeId }) => wanted.includes(practiceTypeId));
  const part = chosen.filter(({ state }) => wantedStates.includes(state));
  // A kind that only the year before has stands in the table with nothing.
  const byPractice = Object.fromEntries(
    wanted.flatMap(practice => {
      const own = chosen.filter(({ practiceTypeId }) => practiceTypeId === practice);
      const total = sumOf(own, p => p.hoursEnterprise ?? p.hoursPlanned ?? 0);
      return total === 0 ? [] : [[practice, total]];
    }),
  );
  const given = engagements.filter(
    ({ kindId, startsOn, days }) =>
      wantedKinds.includes(kindId) &&
      startsOn <= period.to &&
      (days === null ? startsOn : addDays(startsOn, days)) >= period.from,
  );
  return {
    hours: byPractice,
    share: percent(part.length, chosen.length),
    // Whole tiyn are added up: no fraction is ever rounded.
    tenge: sumOf(given, ({ amountMinor }) => amountMinor ?? 0) / 100,
  };
}

const rowValue = (indicator: Indicator | undefined, row: string, column = 'now'): number | null | undefined =>
  indicator?.rows.find(({ key }) => key === row)?.cells[column]?.value;

test('for any college, indicators of one’s own equal a slow count of the records, money to the tiyn', async () => {
  const firm = await college.call('firms.create', aFirm());
  const student = await college.call('students.create', aStudent());
  const { db } = college.app;
  await fc.assert(
    fc.asyncProperty(collegeArbitrary, async plan => {
      runBatch(db(), testPorts('2025-11-20', 'Officer'), tx => {
        for (const id of db().column<string>('SELECT id FROM placement')) tx.remove('placement', id);
        for (const id of db().column<string>('SELECT id FROM engagement')) tx.remove('engagement', id);
        for (const id of db().column<string>('SELECT id FROM own_indicator')) tx.remove('ownIndicator', id);
      });
      build(college, plan, firm.id, student.id);
      const add = async (definition: Own): Promise<string> =>
        `own:${(await college.call('ownIndicators.create', definition)).id}`;
      const filter = { practiceTypeId: plan.wanted };
      const hours = await add(
        own({ area: 'placements', filter, timing: 'active', measure: 'hours', dimension: 'practice' }),
      );
      const share = await add(
        own({
          area: 'placements',
          filter: { state: plan.wantedStates },
          timing: 'active',
          measure: 'share',
          wholeFilter: filter,
        }),
      );
      const tenge = await add(
        own({ area: 'engagements', filter: { kindId: plan.wantedKinds }, timing: 'active', measure: 'tenge' }),
      );
      const { indicators } = await college.call('reports.annual', {
        span: { kind: 'days', ...period },
        language: 'ru',
      });
      const found = (id: string) => indicators.find(indicator => indicator.id === id);
      expect({
        hours: Object.fromEntries(
          (found(hours)?.rows ?? []).flatMap(({ key, cells }) =>
            !cells['now']?.value ? [] : [[key, cells['now'].value]],
          ),
        ),
        share: rowValue(found(share), 'share'),
        tenge: rowValue(found(tenge), 'value'),
      }).toEqual(slowly(plan));
    }),
    { numRuns: 25 },
  );
}, 14_400_000);
