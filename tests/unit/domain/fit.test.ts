import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignFits, distanceBetween, type FitFacts, type FitWeights, fitScore, townKey } from '#shared/domain/fit.ts';

const weights: FitWeights = { agreement: 40, capacity: 20, history: 20, distance: 20 };
const facts: FitFacts = { agreement: 'specialty', free: 5, history: 9, hired: 0, km: 0 };

test.each([
  ['all reasons', facts, 95],
  ['an agreement without specialties', { ...facts, agreement: 'general' }, 75],
  ['no agreement', { ...facts, agreement: 'none' }, 55],
  ['no places', { ...facts, free: 0 }, 75],
  ['more students than places', { ...facts, free: -3 }, 75],
  ['no number of places', { ...facts, free: null }, 81],
  ['no history', { ...facts, history: 0 }, 80],
  ['one hired counts as two placements', { ...facts, history: 7, hired: 1 }, 95],
  ['30 km away', { ...facts, km: 30 }, 85],
  ['distance not known', { ...facts, km: null }, 81],
] as const)('%s: %o scores %i', (_what, known, score) => {
  expect(fitScore(known, weights)).toBe(score);
});

test('a reason without weight changes nothing, and no weight at all makes every firm alike', () => {
  const blind = { ...weights, distance: 0 };
  expect([
    fitScore({ ...facts, km: 900 }, blind) === fitScore(facts, blind),
    fitScore(facts, { agreement: 0, capacity: 0, history: 0, distance: 0 }),
  ]).toEqual([true, 0]);
});

const someFacts = fc.record<FitFacts>({
  agreement: fc.constantFrom('specialty', 'general', 'none'),
  free: fc.option(fc.integer({ min: -20, max: 100 })),
  history: fc.nat(500),
  hired: fc.nat(100),
  km: fc.option(fc.nat(3000)),
});

test('a score lies between 0 and 100, and nearer, freer and better known is never worse', () => {
  fc.assert(
    fc.property(someFacts, fc.nat(50), (known, more) => {
      const score = fitScore(known, weights);
      const better = { ...known, history: known.history + more, hired: known.hired + more };
      const nearer = known.km === null ? known : { ...known, km: Math.max(0, known.km - more) };
      const freer = known.free === null ? known : { ...known, free: known.free + more };
      return score >= 0 && score <= 100 && [better, nearer, freer].every(other => fitScore(other, weights) >= score);
    }),
  );
});

const someWishes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 3 })).chain(limits =>
  fc
    .array(fc.array(fc.record({ score: fc.nat(100), keys: fc.subarray(Object.keys(limits)) }), { maxLength: 4 }), {
      maxLength: 8,
    })
    .map(wishes => ({
      limits,
      wishes: wishes.map(options =>
        options.map(({ score, keys }) => ({ score, limits: keys.map(key => ({ key, free: limits[key] ?? 0 })) })),
      ),
    })),
);

test('no limit is ever exceeded, and a student stays without a firm only when none of the options has room left', () => {
  fc.assert(
    fc.property(someWishes, ({ limits, wishes }) => {
      const given = assignFits(wishes);
      const used = new Map<string, number>();
      given.forEach((choice, student) => {
        for (const { key } of choice === null ? [] : (wishes[student]?.[choice]?.limits ?? []))
          used.set(key, (used.get(key) ?? 0) + 1);
      });
      const within = [...used].every(([key, count]) => count <= (limits[key] ?? 0));
      const room = (key: string): boolean => (used.get(key) ?? 0) < (limits[key] ?? 0);
      const nobodyForgotten = given.every(
        (choice, student) =>
          choice !== null || (wishes[student] ?? []).every(option => option.limits.some(({ key }) => !room(key))),
      );
      return within && nobodyForgotten;
    }),
  );
});

test('the student with one option gets the only place, the one with a choice goes elsewhere', () => {
  const last = { key: 'last', free: 1 };
  const choosy = [
    { score: 90, limits: [last] },
    { score: 40, limits: [] },
  ];
  expect(assignFits([choosy, [{ score: 50, limits: [last] }], [{ score: 50, limits: [last] }]])).toEqual([1, 0, null]);
});

test.each([
  ['Павлодар', 'павлодар'],
  ['г. Павлодар', 'павлодар'],
  ['Павлодар қаласы', 'павлодар'],
  ['город Павлодар, ул. Ломова 1', 'павлодар'],
  ['Өскемен қ.', 'оскемен'],
  ['г. Усть-Каменогорск', 'оскемен'],
  ['Караганда', 'караганды'],
  ['с. Ленинский', 'ленинскии'],
  ['Ауыл', 'ауыл'],
  ['', ''],
  [null, ''],
])('the town of «%s» is «%s»', (name, key) => {
  expect(townKey(name)).toBe(key);
});

test.each([
  ['г. Павлодар', 'Павлодар', 0],
  ['Павлодар', 'Ақсу', 45],
  ['Аксу қ.', 'г. Павлодар', 45],
  ['Павлодар', 'Екібастұз', null],
  [null, 'Павлодар', null],
  ['Павлодар', '', null],
])('from «%s» to «%s»: %s km', (from, to, km) => {
  expect(distanceBetween(from, to, [{ from: 'Ақсу', to: 'Павлодар', km: 45 }])).toBe(km);
});
