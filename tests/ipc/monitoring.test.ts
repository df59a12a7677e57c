import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm, aPlacement, aSite, aStudent, aVisit } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let firmId: string;
let placementId: string;
/** Today is 20 November 2025; the placement runs five days a week, eight hours a day, from 1 September to 14 November. */
beforeEach(async () => {
  college = world();
  firmId = (await college.call('firms.create', aFirm())).id;
  placementId = await aPlacementOf('Әлібеков');
});
afterEach(() => college.close());

const period = { startsOn: '2025-09-01', endsOn: '2025-11-14', weekPattern: [8, 8, 8, 8, 8, 0, 0] };

async function aPlacementOf(surname: string, firm = firmId): Promise<string> {
  const student = await college.call('students.create', aStudent({ surname, iin: null }));
  return (await college.call('placements.create', aPlacement(student.id, firm, { ...period }))).id;
}

async function moved(id: string, to: 'started' | 'completed'): Promise<void> {
  const path = ['offered', 'confirmed', 'ordered', 'started', ...(to === 'completed' ? ['completed'] : [])] as const;
  for (const state of path) {
    const { revision } = await college.call('placements.get', { id });
    await college.call('placements.move', {
      items: [{ id, revision }],
      to: state as 'started',
      reason: 'по решению колледжа',
      orderNumber: '1-П',
      orderDate: '2025-08-25',
      accepted: ['briefingMissing', 'medicalMissing', 'insuranceMissing', 'consentMissing'],
    });
  }
}

const problemsOf = async (attempt: Promise<unknown>): Promise<unknown> => {
  const result = (await attempt) as { ok: boolean; error?: { code: string; fields?: unknown; params: unknown } };
  return result.ok ? 'written' : (result.error?.fields ?? result.error?.code);
};

const month = (fields: object = {}) => ({
  placementId,
  month: '2025-09',
  attended: 160,
  excused: 8,
  unexcused: null,
  note: null,
  ...fields,
});

test('visits are planned, late or done by their days, and each state is found by its filter', async () => {
  await college.call('visits.create', aVisit(firmId, { plannedOn: '2025-11-19' }));
  await college.call('visits.create', aVisit(firmId, { plannedOn: '2025-11-20' }));
  await college.call('visits.create', aVisit(firmId, { plannedOn: '2025-11-10', doneOn: '2025-11-12', placementId }));
  const { rows } = await college.call('visits.list', {});
  const totals = await Promise.all(
    (['planned', 'late', 'done'] as const).map(
      async state => (await college.call('visits.list', { filter: { state: [state] } })).total,
    ),
  );
  expect([rows.map(row => [row.onDay, row.state, row.studentName?.split(' ')[0]]), totals]).toEqual([
    [
      ['2025-11-20', 'planned', undefined],
      ['2025-11-19', 'late', undefined],
      ['2025-11-12', 'done', 'Әлібеков'],
    ],
    [1, 1, 1],
  ]);
});

test('a visit that contradicts itself is refused beside the field', async () => {
  const other = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Темір»' }));
  const site = await college.call('sites.create', aSite(other.id));
  const attempts = [
    { plannedOn: null },
    { doneOn: '2025-11-21' },
    { siteId: site.id },
    { nextOn: '2025-12-01' },
    { purpose: 'tea' as 'other' },
  ].map(fields => problemsOf(college.attempt('visits.create', aVisit(firmId, fields))));
  expect(await Promise.all(attempts)).toEqual([
    { plannedOn: 'required' },
    { doneOn: 'inFuture' },
    { siteId: 'otherFirm' },
    { nextStep: 'required' },
    { purpose: expect.any(String) },
  ]);
});

test('a visit is found by its firm, its student, its visitor and its findings', async () => {
  await college.call('visits.create', aVisit(firmId, { placementId, findings: 'Станок без ограждения' }));
  const found = await Promise.all(
    ['болат', 'алибеков', 'муканова', 'ограждения', 'нет такого'].map(
      async search => (await college.call('visits.list', { search })).total,
    ),
  );
  const everywhere = await college.call('search.all', { text: 'ограждения', limit: 10 });
  expect([found, everywhere.map(hit => hit.entity)]).toEqual([[1, 1, 1, 1, 0], ['visit']]);
});

test('a late visit waits in Today until a person closes it, and says when it was made', async () => {
  const { id, revision } = await college.call('visits.create', aVisit(firmId, { plannedOn: '2025-11-18' }));
  await college.call('visits.create', aVisit(firmId, { plannedOn: '2025-11-25' }));
  const added = [await college.call('tasks.refresh', {}), await college.call('tasks.refresh', {})];
  const [before] = (await college.call('tasks.list', {})).rows;
  await college.call('visits.update', {
    id,
    revision,
    patch: { doneOn: '2025-11-20', nextStep: 'Проверить ограждение', nextOn: '2025-11-20' },
  });
  const [after] = (await college.call('tasks.list', {})).rows;
  await college.call('tasks.refresh', {});
  const rows = (await college.call('tasks.list', { sort: { field: 'kind', direction: 'asc' } })).rows;
  expect({ added, before, after: after?.settled, rows: rows.map(row => [row.kind, row.entity, row.subject]) }).toEqual({
    added: [{ added: 1 }, { added: 0 }],
    before: expect.objectContaining({
      kind: 'visitDue',
      entity: 'visit',
      firmName: 'ТОО «Болат»',
      matterOn: '2025-11-18',
      settled: false,
    }),
    after: true,
    rows: [
      ['nextStep', 'visit', 'Проверить ограждение'],
      ['visitDue', 'visit', 'ТОО «Болат»'],
    ],
  });
});

test('evaluations of a group are written at once, computed and not stored, and taken back as one step', async () => {
  const second = await aPlacementOf('Бекова');
  const criteria = (await college.call('evaluationCriteria.list', { filter: { side: ['firm'] } })).rows;
  const [one = '', two = ''] = criteria.map(criterion => criterion.id);
  const save = {
    side: 'firm' as const,
    evaluatedOn: '2025-11-14',
    rows: [
      { placementId, scores: { [one]: 5, [two]: 4 }, comment: 'Старательный' },
      { placementId: second, scores: { [one]: 3 }, comment: null },
    ],
  };
  const written = await college.call('evaluations.save', save);
  const list = await college.call('evaluations.list', { sort: { field: 'studentName', direction: 'asc' } });
  const sheet = await college.call('evaluations.sheet', {
    placementIds: [second, placementId],
    side: 'firm',
    evaluatedOn: '2025-11-15',
  });
  const { undo } = await college.call('history.state', {});
  await college.call('history.undo', {});
  expect({
    written,
    list: list.rows.map(row => [row.studentName.split(' ')[0], row.overall, row.comment]),
    sheet: sheet.map(row => [row.placementId === second, row.scores, row.before]),
    undo: undo?.label,
    left: (await college.call('evaluations.list', {})).total,
    stored: college.app.db().column("SELECT name FROM pragma_table_info('evaluation') WHERE name = 'overall'"),
  }).toEqual({
    written: { written: 2, removed: 0 },
    list: [
      ['Әлібеков', 4.5, 'Старательный'],
      ['Бекова', 3, null],
    ],
    sheet: [
      [true, {}, { evaluatedOn: '2025-11-14', overall: 3 }],
      [false, {}, { evaluatedOn: '2025-11-14', overall: 4.5 }],
    ],
    undo: { key: 'evaluated', params: { count: 2 } },
    left: 0,
    stored: [],
  });
});

test('a line that was emptied removes its evaluation, and one wrong line stops all', async () => {
  const [criterion] = (await college.call('evaluationCriteria.list', { filter: { side: ['student'] } })).rows;
  const [foreign] = (await college.call('evaluationCriteria.list', { filter: { side: ['firm'] } })).rows;
  const save = (scores: Record<string, number>, evaluatedOn = '2025-10-01') =>
    college.attempt('evaluations.save', {
      side: 'student',
      evaluatedOn,
      rows: [{ placementId, scores, comment: null }],
    });
  const id = criterion?.id ?? '';
  const outcome = [
    await problemsOf(save({ [id]: 6 })),
    await problemsOf(save({ [foreign?.id ?? '']: 4 })),
    await problemsOf(save({ [id]: 4 }, '2025-08-31')),
    await problemsOf(save({ [id]: 4 }, '2025-11-21')),
    await problemsOf(save({ [id]: 4 })),
    (await college.call('evaluations.list', {})).total,
    await problemsOf(save({})),
    (await college.call('evaluations.list', {})).total,
  ];
  expect(outcome).toEqual([
    { [`rows.0.scores.${id}`]: 'score' },
    { [`rows.0.scores.${foreign?.id}`]: 'notFound' },
    { 'rows.0.evaluatedOn': 'beforePlacement' },
    { 'rows.0.evaluatedOn': 'inFuture' },
    'written',
    1,
    'written',
    0,
  ]);
});

test('a second evaluation of the same side on the same day is refused beside its day', async () => {
  const [criterion] = (await college.call('evaluationCriteria.list', { filter: { side: ['firm'] } })).rows;
  const evaluation = {
    placementId,
    side: 'firm',
    evaluatedOn: '2025-10-01',
    scores: { [criterion?.id ?? '']: 4 },
    comment: null,
  } as const;
  expect([
    await problemsOf(college.attempt('evaluations.create', evaluation)),
    await problemsOf(college.attempt('evaluations.create', evaluation)),
    await problemsOf(college.attempt('evaluations.create', { ...evaluation, side: 'student' })),
    await problemsOf(college.attempt('evaluations.create', { ...evaluation, evaluatedOn: '2025-10-02', scores: {} })),
  ]).toEqual([
    'written',
    { evaluatedOn: 'duplicate' },
    { [`scores.${criterion?.id}`]: 'notFound' },
    { scores: 'required' },
  ]);
});

test('a criterion by which something was scored can be put out of use, but not removed', async () => {
  const [used, free] = (await college.call('evaluationCriteria.list', { filter: { side: ['firm'] } })).rows;
  if (used === undefined || free === undefined) throw new Error('no criteria');
  await college.call('evaluations.save', {
    side: 'firm',
    evaluatedOn: '2025-11-14',
    rows: [{ placementId, scores: { [used.id]: 5 }, comment: null }],
  });
  const remove = ({ id, revision }: { id: string; revision: number }) =>
    problemsOf(college.attempt('evaluationCriteria.remove', { id, revision }));
  expect([await remove(used), await remove(free)]).toEqual(['inUse', 'written']);
});

test('planned hours of a month come from the calculation, also after an interruption', async () => {
  const planned = async () =>
    (await college.call('attendance.months', { placementIds: [placementId] })).map(row => [row.month, row.planned]);
  const before = await planned();
  await college.call('interruptions.create', {
    placementId,
    startsOn: '2025-09-08',
    endsOn: '2025-09-12',
    reason: 'болезнь',
  });
  expect([before, await planned()]).toEqual([
    // Constitution Day (Saturday, 30 August) moves to 1 September, Republic Day (Saturday, 25 October) to the 27th.
    [
      ['2025-09', 168],
      ['2025-10', 176],
      ['2025-11', 80],
    ],
    [
      ['2025-09', 128],
      ['2025-10', 176],
      ['2025-11', 80],
    ],
  ]);
});

test('hours of a month are written once per month, changed in place, and removed when emptied', async () => {
  const save = (fields: object) => college.call('attendance.save', { rows: [month(fields)] });
  await save({});
  await save({ attended: 150, note: 'болезнь' });
  const [kept] = await college.call('attendance.months', { placementIds: [placementId], month: '2025-09' });
  const removed = await save({ attended: null, excused: null, note: null });
  const left = college.app.db().value('SELECT count(*) FROM month_attendance');
  expect([kept?.attended, kept?.excused, kept?.note, removed, left]).toEqual([
    150,
    8,
    'болезнь',
    { written: 0, removed: 1 },
    0,
  ]);
});

test('hours that cannot be are refused beside the cell, hours above the plan need a word', async () => {
  const save = (fields: object, accepted?: string[]) =>
    problemsOf(
      college.attempt('attendance.save', { rows: [month(fields)], ...(accepted === undefined ? {} : { accepted }) }),
    );
  expect([
    await save({ month: '2025-11', attended: 337 }),
    await save({ attended: -1 }),
    await save({ month: '2025-12', attended: 8 }),
    await save({ month: '2025-13' }),
    await save({ attended: 180 }),
    await save({ attended: 180 }, ['attendedMoreThanPlanned']),
  ]).toEqual([
    { 'rows.0.attended': 'moreThanDay' },
    { 'rows.0.attended': 'tooSmall' },
    { 'rows.0.month': 'outsidePlacement' },
    { 'rows.0.month': 'date' },
    { 'rows.0.attended': 'attendedMoreThanPlanned' },
    'written',
  ]);
});

test('a practice that ended without evaluations by firms calls once for all its placements', async () => {
  const second = await aPlacementOf('Бекова');
  await moved(placementId, 'completed');
  await moved(second, 'completed');
  const later = world({ folder: college.folder, today: '2025-11-21' });
  await later.call('tasks.refresh', {});
  const { rows } = await later.call('tasks.list', { filter: { kind: ['evaluationMissing'] } });
  const unevaluated = async () =>
    (await later.call('placements.list', { filter: { attention: ['unevaluated'] } })).total;
  const before = await unevaluated();
  const [criterion] = (await later.call('evaluationCriteria.list', { filter: { side: ['firm'] } })).rows;
  await later.call('evaluations.save', {
    side: 'firm',
    evaluatedOn: '2025-11-14',
    rows: [placementId, second].map(id => ({ placementId: id, scores: { [criterion?.id ?? '']: 5 }, comment: null })),
  });
  const [task] = (await later.call('tasks.list', { filter: { kind: ['evaluationMissing'] } })).rows;
  const after = await unevaluated();
  later.app.close();
  expect({ rows: rows.map(row => [row.matterOn, row.settled]), before, task: task?.settled, after }).toEqual({
    rows: [['2025-11-14', false]],
    before: 2,
    task: true,
    after: 0,
  });
});

test('graduates to ask after and outcomes that are not given are found among placements', async () => {
  await moved(placementId, 'completed');
  const totals = async (today: string) => {
    const then = world({ folder: college.folder, today });
    const count = async (filter: object) => (await then.call('placements.list', { filter })).total;
    const both = await count({ attention: ['followUpDue', 'outcomeUnknown'] });
    const found = [await count({ attention: ['followUpDue'] }), await count({ attention: ['outcomeUnknown'] })];
    then.app.close();
    return [...found, both];
  };
  const unknown = await totals('2025-11-20');
  const { revision } = await college.call('placements.get', { id: placementId });
  await college.call('placements.update', {
    id: placementId,
    revision,
    patch: { hired: true, hiredOn: '2025-11-17', followUp6On: null },
  });
  const asked = [await totals('2026-05-16'), await totals('2026-05-17'), await totals('2026-11-17')];
  expect([unknown, ...asked]).toEqual([
    [0, 1, 1],
    [0, 0, 0],
    [1, 0, 1],
    [1, 0, 1],
  ]);
});

test('visits and evaluations stand in the timeline of the firm, and a merged firm keeps them', async () => {
  const other = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат-2»' }));
  await college.call('visits.create', aVisit(firmId, { doneOn: '2025-11-18', findings: 'Всё в порядке' }));
  await college.call('visits.create', aVisit(firmId, { plannedOn: '2025-11-30' }));
  const [criterion] = (await college.call('evaluationCriteria.list', { filter: { side: ['firm'] } })).rows;
  await college.call('evaluations.save', {
    side: 'firm',
    evaluatedOn: '2025-11-14',
    rows: [{ placementId, scores: { [criterion?.id ?? '']: 5 }, comment: null }],
  });
  await college.call('firms.merge', { keepId: other.id, otherId: firmId });
  const events = await college.call('firms.timeline', { id: other.id });
  expect(
    events
      .filter(event => event.kind === 'visit' || event.kind === 'evaluations')
      .map(event => [event.on, event.kind, event.detail, event.count]),
  ).toEqual([
    ['2025-11-18', 'visit', 'Всё в порядке', 1],
    ['2025-11-14', 'evaluations', 'firm', 1],
  ]);
});

test('a placement takes its evaluations and hours along when it is removed and when that is undone; its visits hold it', async () => {
  const [criterion] = (await college.call('evaluationCriteria.list', { filter: { side: ['firm'] } })).rows;
  await college.call('evaluations.save', {
    side: 'firm',
    evaluatedOn: '2025-11-14',
    rows: [{ placementId, scores: { [criterion?.id ?? '']: 5 }, comment: null }],
  });
  await college.call('attendance.save', { rows: [month()] });
  const counts = () =>
    ['evaluation', 'month_attendance'].map(table => college.app.db().value(`SELECT count(*) FROM ${table}`));
  const { revision } = await college.call('placements.get', { id: placementId });
  await college.call('placements.remove', { id: placementId, revision });
  const gone = counts();
  await college.call('history.undo', {});
  const back = counts();
  await college.call('visits.create', aVisit(firmId, { placementId }));
  const again = await college.call('placements.get', { id: placementId });
  const held = await problemsOf(college.attempt('placements.remove', { id: placementId, revision: again.revision }));
  expect([gone, back, held]).toEqual([[0, 0], [1, 1], 'inUse']);
});
