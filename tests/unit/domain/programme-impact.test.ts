import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedHours, type ImplementedChange, programmeImpact } from '#shared/domain/programme-impact.ts';

const change = (id: string, fields: Partial<ImplementedChange> = {}): ImplementedChange => ({
  id,
  effectiveYear: 2025,
  implementedOn: '2025-09-01',
  hoursBefore: 40,
  hoursAfter: 60,
  ...fields,
});

test('changes are counted in the year they take effect, else in the year they were implemented, newest first', () => {
  const years = programmeImpact(
    [
      change('a'),
      change('b', { effectiveYear: null, implementedOn: '2026-08-31', hoursAfter: 30 }),
      change('c', { effectiveYear: null, implementedOn: '2026-09-01' }),
      change('d', { effectiveYear: null, implementedOn: null }),
      change('e', { effectiveYear: 2026, hoursBefore: null }),
    ],
    200,
    30,
  );
  expect(years).toEqual([
    { year: 2026, ids: ['c', 'e'], hours: 80, percent: 40, overLimit: true },
    { year: 2025, ids: ['a', 'b'], hours: 30, percent: 15, overLimit: false },
  ]);
});

test('the limit is met exactly at its share and passed one hour later', () => {
  const at = (hours: number): boolean | undefined =>
    programmeImpact([change('a', { hoursBefore: 0, hoursAfter: hours })], 300, 30)[0]?.overLimit;
  expect([at(90), at(91)]).toEqual([false, true]);
});

test('without hours of the programme nothing is over the limit and no share is told', () => {
  expect([null, 0].map(base => programmeImpact([change('a', { hoursAfter: 4000 })], base, 0)[0])).toMatchObject(
    Array.from({ length: 2 }, () => ({ percent: null, overLimit: false })),
  );
});

test('every dated change is in exactly one year, and the hours of the years add up', () => {
  const changes = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      effectiveYear: fc.option(fc.integer({ min: 2020, max: 2030 })),
      implementedOn: fc.constantFrom('2024-01-01', '2025-09-01', '2026-12-31'),
      hoursBefore: fc.option(fc.nat(500)),
      hoursAfter: fc.option(fc.nat(500)),
    }),
    { selector: one => one.id },
  );
  fc.assert(
    fc.property(changes, fc.nat(2000), (all, base) => {
      const years = programmeImpact(all, base, 30);
      expect(years.flatMap(year => year.ids).toSorted()).toEqual(all.map(one => one.id).toSorted());
      expect(years.reduce((sum, year) => sum + year.hours, 0)).toBe(
        all.reduce((sum, one) => sum + changedHours(one), 0),
      );
    }),
  );
});
