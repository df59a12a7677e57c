import { afterEach, beforeEach, expect, test } from 'vitest';
import { aChallenge, aFirm, anInteraction, aPlacement, aPromise, aRequest, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world({ today: '2025-11-20' });
});
afterEach(() => college.close());

test('the ledger counts what each side has promised, firm by firm, and its numbers are those of the list', async () => {
  const steel = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»', bin: null }));
  const bread = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Нан»', bin: null }));
  const made = { promisedOn: '2025-01-10', dueOn: '2025-06-01' };
  for (const promise of [
    aPromise(steel.id, { ...made, side: 'firm' }),
    aPromise(steel.id, { ...made, side: 'firm', deliveredOn: '2025-05-01' }),
    aPromise(steel.id, { ...made, side: 'college', deliveredOn: '2025-07-01' }),
    aPromise(bread.id, { ...made, side: 'college', dueOn: '2025-12-31' }),
  ])
    await college.call('promises.create', promise);
  const ledger = await college.call('promises.ledger', {});
  expect(ledger).toEqual({
    sides: [
      { side: 'college', counts: { promised: 2, open: 1, late: 0, kept: 0, keptLate: 1 } },
      { side: 'firm', counts: { promised: 2, open: 0, late: 1, kept: 1, keptLate: 0 } },
    ],
    firms: [
      { id: steel.id, name: 'ТОО «Болат»', counts: { promised: 3, open: 0, late: 1, kept: 1, keptLate: 1 } },
      { id: bread.id, name: 'ТОО «Нан»', counts: { promised: 1, open: 1, late: 0, kept: 0, keptLate: 0 } },
    ],
    firmsTotal: 2,
  });
  const late = await college.call('promises.list', { filter: { firmId: steel.id, state: ['late'] } });
  expect(late.total).toBe(1);
});

test('a promise is recorded from a talk and says which one', async () => {
  const { id: firmId } = await college.call('firms.create', aFirm());
  const talk = await college.call('interactions.create', anInteraction(firmId, { summary: 'Дадут два станка' }));
  const { id } = await college.call('promises.create', aPromise(firmId, { interactionId: talk.id }));
  expect((await college.call('promises.get', { id })).interactionTitle).toBe('Дадут два станка');
});

test('challenges are summed by level and school year, and each sum opens as many rows', async () => {
  for (const challenge of [
    aChallenge({ level: 'state', raisedOn: '2025-08-31', status: 'open' }),
    aChallenge({ level: 'state', raisedOn: '2025-09-01', status: 'inProgress' }),
    aChallenge({ level: 'state', raisedOn: '2025-10-01', status: 'accepted' }),
    aChallenge({ level: 'individual', raisedOn: '2025-11-01', status: 'open' }),
  ])
    await college.call('challenges.create', challenge);
  const { years, cells } = await college.call('challenges.summary', {});
  expect(years).toEqual([
    { year: 2025, from: '2025-09-01', to: '2026-08-31' },
    { year: 2024, from: '2024-09-01', to: '2025-08-31' },
  ]);
  const byKey = (one: { year: number; level: string }) => `${one.year} ${one.level}`;
  expect(cells.toSorted((left, right) => (byKey(left) < byKey(right) ? -1 : 1))).toEqual([
    { year: 2024, level: 'state', total: 1, open: 1 },
    { year: 2025, level: 'individual', total: 1, open: 1 },
    { year: 2025, level: 'state', total: 2, open: 1 },
  ]);
  const list = await college.call('challenges.list', {
    filter: { level: ['state'], raisedFrom: '2025-09-01', raisedTo: '2026-08-31' },
  });
  expect(list.total).toBe(2);
});

test('implementing a request keeps its proof and version, checking its effect its day; a step back forgets the check', async () => {
  const { id } = await college.call('requests.create', aRequest(null, { receivedOn: '2025-01-15' }));
  const move = async (to: 'underReview' | 'approved' | 'implemented' | 'effectChecked', more: object = {}) => {
    const { revision } = await college.call('requests.get', { id });
    await college.call('requests.move', { items: [{ id, revision }], to, ...more });
  };
  await move('underReview');
  await move('approved', { on: '2025-02-10' });
  await move('implemented', { on: '2025-09-01', proof: 'Приказ № 40', curriculumVersion: '2025/2' });
  await move('effectChecked', { on: '2025-11-10', effect: 'Брак ниже на треть' });
  const checked = await college.call('requests.get', { id });
  await move('implemented', { on: '2025-11-12', reason: 'Проверить ещё раз' });
  const again = await college.call('requests.get', { id });
  expect([
    [checked.decidedOn, checked.implementedOn, checked.effectCheckedOn, checked.effect],
    [checked.implementationProof, checked.curriculumVersion],
    [again.state, again.implementedOn, again.effectCheckedOn],
  ]).toEqual([
    ['2025-02-10', '2025-09-01', '2025-11-10', 'Брак ниже на треть'],
    ['Приказ № 40', '2025/2'],
    ['implemented', '2025-09-01', null],
  ]);
});

test('evaluations are found by the specialty of their placement', async () => {
  const specialty = await college.call('specialties.create', {
    code: '07150100',
    nameRu: 'Токарное дело',
    nameKk: 'Токарлық іс',
    practiceHours: null,
    validFrom: null,
    validTo: null,
  });
  const firm = await college.call('firms.create', aFirm());
  const student = await college.call('students.create', aStudent({ iin: null }));
  const other = await college.call('students.create', aStudent({ iin: null, surname: 'Серікова' }));
  const ids = [];
  for (const [studentId, specialtyId] of [
    [student.id, specialty.id],
    [other.id, null],
  ] as const)
    ids.push(
      (
        await college.call(
          'placements.create',
          aPlacement(studentId, firm.id, { specialtyId, startsOn: '2025-09-01', endsOn: '2025-12-20' }),
        )
      ).id,
    );
  const criteria = (await college.call('evaluationCriteria.list', { filter: { side: ['firm'] } })).rows;
  await college.call('evaluations.save', {
    side: 'firm',
    evaluatedOn: '2025-11-10',
    rows: ids.map(placementId => ({
      placementId,
      scores: Object.fromEntries(criteria.map(criterion => [criterion.id, 5])),
      comment: null,
    })),
  });
  const found = await college.call('evaluations.list', { filter: { specialtyId: [specialty.id] } });
  expect(found.rows.map(row => row.placementId)).toEqual([ids[0]]);
});
