import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFirm, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

/** More firms of one beginning than have their placements fetched through an index. */
const commonFirms = 252;

let college: World;
const firms: string[] = [];
const placements: string[] = [];
beforeAll(async () => {
  college = world();
  const student = await college.call('students.create', aStudent({ surname: 'Яковлев', givenName: 'Тимур' }));
  for (let count = 0; count < commonFirms; count += 1)
    firms.push((await college.call('firms.create', aFirm({ nameRu: `ТОО «Ырыс ${count}»` }))).id);
  const last = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Энергия»' }));
  const other = await college.call('students.create', aStudent({ surname: 'Ыбраев', givenName: 'Ерлан' }));
  for (const [who, where, startsOn, endsOn] of [
    [student.id, firms[3] ?? '', '2025-09-01', '2025-09-20'],
    [student.id, last.id, '2025-10-01', '2025-10-20'],
    [other.id, last.id, '2025-11-01', '2025-11-20'],
  ] as const)
    placements.push((await college.call('placements.create', aPlacement(who, where, { startsOn, endsOn }))).id);
});
afterAll(() => college.close());

/** The numbers of the placements that are found, newest first, and how many the list counts. */
const found = async (search: string): Promise<readonly [number[], number]> => {
  const { rows, total } = await college.call('placements.list', { search });
  return [rows.map(({ id }) => placements.indexOf(id)), total];
};

test('a word that most records have finds the same placements as a rare one, counted and in the order of the list', async () => {
  expect(await found('ы')).toEqual([[2, 0], 2]);
  expect(await found('ыр')).toEqual([[0], 1]);
  expect(await found('э')).toEqual([[2, 1], 2]);
});

test('a common word and a rare one must both be found', async () => {
  expect(await found('ы яков')).toEqual([[0], 1]);
  expect(await found('ы энергия')).toEqual([[2], 1]);
  expect(await found('ы нет')).toEqual([[], 0]);
});

test('evaluations are looked for in the same way', async () => {
  expect((await college.call('evaluations.list', { search: 'ы' })).total).toBe(0);
});
