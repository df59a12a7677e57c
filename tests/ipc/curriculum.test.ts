import { afterEach, beforeEach, expect, test } from 'vitest';
import { requestMoves, requestStates } from '#shared/domain/states.ts';
import { aFirm, aRequest } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const aSpecialty = async (code: string, nameRu: string): Promise<string> =>
  (
    await college.call('specialties.create', {
      code,
      nameRu,
      nameKk: null,
      practiceHours: null,
      validFrom: null,
      validTo: null,
    })
  ).id;

test('the board holds the rows of the list in columns, the most urgent and the oldest first', async () => {
  const firm = await college.call('firms.create', aFirm());
  const add = async (number: string, fields: Partial<Parameters<typeof aRequest>[1]> = {}) =>
    college.call('requests.create', aRequest(firm.id, { number, ...fields }));
  await add('1', { receivedOn: '2025-10-02' });
  await add('2', { receivedOn: '2025-10-01' });
  await add('3', { receivedOn: '2025-11-01', priority: 'high' });
  const moved = await add('4');
  await college.call('requests.move', { items: [moved], to: 'underReview' });
  const { total, lanes } = await college.call('requests.board', { most: 2 });
  const list = await college.call('requests.list', { filter: { state: ['submitted'] } });
  const [lane] = lanes;
  expect({
    total,
    states: lane?.columns.map(column => column.state),
    submitted: lane?.columns[0]?.rows.map(row => row.number),
    totals: lane?.columns.slice(0, 2).map(column => column.total),
    sameRow: list.rows.find(row => row.number === '3'),
  }).toEqual({
    total: 4,
    states: [...requestStates],
    submitted: ['3', '2'],
    totals: [3, 1],
    sameRow: lane?.columns[0]?.rows[0],
  });
});

test('filters and the search of the list narrow the board', async () => {
  const firm = await college.call('firms.create', aFirm());
  await college.call('requests.create', aRequest(firm.id, { number: '1', priority: 'high' }));
  await college.call('requests.create', aRequest(firm.id, { number: '2', proposedText: 'Сварка аргоном' }));
  const found = async (request: Parameters<typeof college.call<'requests.board'>>[1]): Promise<number> =>
    (await college.call('requests.board', request)).total;
  expect([
    await found({ filter: { priority: ['high'] } }),
    await found({ search: 'сварка' }),
    await found({ search: 'фрезер' }),
  ]).toEqual([1, 1, 0]);
});

test('lanes stand in the order of the specialty codes, requests without one come last', async () => {
  const later = await aSpecialty('07150100', 'Технология машиностроения');
  const earlier = await aSpecialty('06130100', 'Программное обеспечение');
  for (const [number, specialtyId] of [
    ['1', null],
    ['2', later],
    ['3', earlier],
    ['4', earlier],
  ] as const)
    await college.call('requests.create', aRequest(null, { number, specialtyId }));
  const { lanes } = await college.call('requests.board', { lanes: true });
  expect(lanes.map(lane => [lane.specialtyCode, lane.total])).toEqual([
    ['06130100', 2],
    ['07150100', 1],
    [null, 1],
  ]);
});

test('an empty board still has its columns', async () => {
  const { total, lanes } = await college.call('requests.board', { lanes: true });
  expect([total, lanes.length, lanes[0]?.columns.length]).toEqual([0, 1, requestStates.length]);
});

test('a request moves along every allowed way and along no other', async () => {
  for (const from of requestStates) {
    for (const to of requestStates) {
      const created = await college.call('requests.create', aRequest(null, { number: `${from} ${to}` }));
      let revision = created.revision;
      for (const step of wayTo(from)) {
        await college.call('requests.move', { items: [{ id: created.id, revision }], to: step, reason: 'Причина' });
        revision += 1;
      }
      const allowed = requestMoves[from].find(move => move.to === to);
      const items = [{ id: created.id, revision }];
      const bare = await college.attempt('requests.move', { items, to });
      const reasoned = bare.ok ? bare : await college.attempt('requests.move', { items, to, reason: 'Причина' });
      expect([from, to, bare.ok, reasoned.ok]).toEqual([
        from,
        to,
        allowed !== undefined && !allowed.needsReason,
        allowed !== undefined,
      ]);
    }
  }
});

/** The shortest way from «submitted» to a state. */
function wayTo(state: (typeof requestStates)[number]): readonly (typeof requestStates)[number][] {
  const ways = new Map<string, readonly (typeof requestStates)[number][]>([['submitted', []]]);
  for (const [from, way] of ways)
    for (const { to } of requestMoves[from as (typeof requestStates)[number]])
      if (!ways.has(to)) ways.set(to, [...way, to]);
  return ways.get(state) ?? [];
}

test('the timeline tells each state with its reason, without what was undone', async () => {
  const created = await college.call('requests.create', aRequest(null, { receivedOn: '2025-11-10' }));
  await college.call('requests.move', { items: [created], to: 'underReview' });
  await college.call('requests.move', { items: [{ id: created.id, revision: 1 }], to: 'approved' });
  await college.call('history.undo', {});
  const { revision } = await college.call('requests.get', { id: created.id });
  await college.call('requests.move', { items: [{ id: created.id, revision }], to: 'rejected', reason: 'Дорого' });
  const steps = await college.call('requests.timeline', { id: created.id });
  expect(steps.map(({ from, to, reason, days }) => ({ from, to, reason, days }))).toEqual([
    { from: null, to: 'submitted', reason: null, days: 10 },
    { from: 'submitted', to: 'underReview', reason: null, days: 0 },
    { from: 'underReview', to: 'rejected', reason: 'Дорого', days: 0 },
  ]);
});

test('a request that is over without a day of decision has no age; one that waits is as old as today', async () => {
  const add = async (number: string, decidedOn?: string | null): Promise<string> => {
    const { id } = await college.call('requests.create', aRequest(null, { number, receivedOn: '2025-11-10' }));
    if (decidedOn === undefined) return id;
    await college.call('requests.move', { items: [{ id, revision: 0 }], to: 'rejected', reason: 'Дорого' });
    await college.call('requests.update', { id, revision: 1, patch: { decidedOn } });
    return id;
  };
  const ids = [await add('1'), await add('2', null), await add('3', '2025-11-13')];
  const ages = await Promise.all(
    ids.map(async id => {
      const { rows } = await college.call('requests.list', { filter: { ids: [id] } });
      return [rows[0]?.ageDays, (await college.call('requests.get', { id })).ageDays];
    }),
  );
  expect(ages).toEqual([
    [10, 10],
    [null, null],
    [3, 3],
  ]);
});

test('a specialty shows what its implemented requests changed, against the limit of the settings', async () => {
  const { id: specialtyId } = await college.call('specialties.create', {
    code: '07150100',
    nameRu: 'Технология машиностроения',
    nameKk: null,
    practiceHours: 200,
    validFrom: null,
    validTo: null,
  });
  const add = async (number: string, to: 'approved' | 'implemented'): Promise<string> => {
    const { id } = await college.call(
      'requests.create',
      aRequest(null, { number, specialtyId, effectiveYear: 2026, hoursBefore: 40, hoursAfter: 90 }),
    );
    await college.call('requests.move', { items: [{ id, revision: 0 }], to: 'underReview' });
    await college.call('requests.move', { items: [{ id, revision: 1 }], to: 'approved' });
    if (to === 'implemented') await college.call('requests.move', { items: [{ id, revision: 2 }], to });
    return id;
  };
  const implemented = await add('1', 'implemented');
  await add('2', 'approved');
  const within = await college.call('requests.impact', { specialtyId });
  await college.call('settings.update', { curriculumChangeLimitPercent: 20 });
  const over = await college.call('requests.impact', { specialtyId });
  const year = { year: 2026, ids: [implemented], hours: 50, percent: 25 };
  expect([within, over]).toEqual([
    { programmeHours: 200, limitPercent: 30, years: [{ ...year, overLimit: false }] },
    { programmeHours: 200, limitPercent: 20, years: [{ ...year, overLimit: true }] },
  ]);
});
