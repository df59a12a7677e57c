import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Request } from '#shared/contract/index.ts';
import { promiseState } from '#shared/domain/promises.ts';
import { aChallenge, aFirm, anAgreement, anEngagement, anInteraction, aPromise } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

test('the state of a promise in the list and in the filter is what the rule says, for every pair of days', async () => {
  const firm = await college.call('firms.create', aFirm());
  for (const dueOn of [null, '2025-11-18', '2025-11-19', '2025-11-20'])
    for (const deliveredOn of [null, '2025-11-18', '2025-11-19', '2025-11-20'])
      await college.call('promises.create', aPromise(firm.id, { dueOn, deliveredOn }));
  const { rows } = await college.call('promises.list', {});
  const states = ['open', 'late', 'kept', 'keptLate'] as const;
  const counted = await Promise.all(
    states.map(async state => (await college.call('promises.list', { filter: { state: [state] } })).total),
  );
  expect(rows.map(row => row.state)).toEqual(rows.map(row => promiseState(row, '2025-11-20')));
  expect(counted).toEqual(states.map(state => rows.filter(row => row.state === state).length));
});

test('a promise that went late is among the tasks of the day, settled once it is delivered, and never made twice', async () => {
  const firm = await college.call('firms.create', aFirm());
  const { id, revision } = await college.call('promises.create', aPromise(firm.id));
  await college.call('promises.create', aPromise(firm.id, { dueOn: '2025-11-20' }));
  await college.call('tasks.refresh', {});
  await college.call('tasks.refresh', {});
  const before = await college.call('tasks.list', {});
  await college.call('promises.update', { id, revision, patch: { deliveredOn: '2025-11-20', proof: 'Акт № 5' } });
  const after = await college.call('tasks.list', {});
  const line = {
    kind: 'promiseLate',
    entity: 'promise',
    entityId: id,
    subject: 'Передать токарный станок',
    firmName: 'ТОО «Болат»',
    matterOn: '2025-11-19',
  };
  expect([before.rows, after.rows]).toMatchObject([[{ ...line, settled: false }], [{ ...line, settled: true }]]);
});

test('what a promise says of itself must agree: its days, its proof, its agreement', async () => {
  const firm = await college.call('firms.create', aFirm());
  const other = await college.call('firms.create', aFirm({ nameRu: 'АО «Другое»' }));
  const foreign = await college.call('agreements.create', anAgreement(other.id));
  const refused = await Promise.all(
    [
      { dueOn: '2025-08-31' },
      { deliveredOn: '2025-08-31' },
      { deliveredOn: '2025-11-21' },
      { proof: 'Акт' },
      { agreementId: foreign.id },
    ].map(fields => college.attempt('promises.create', aPromise(firm.id, fields))),
  );
  expect(refused.map(result => (result.ok ? null : result.error.fields))).toEqual([
    { dueOn: 'endBeforeStart' },
    { deliveredOn: 'endBeforeStart' },
    { deliveredOn: 'inFuture' },
    { deliveredOn: 'required' },
    { agreementId: 'otherFirm' },
  ]);
});

test('engagements are found by kind, firm, period and words, with the unit of their kind', async () => {
  const firm = await college.call('firms.create', aFirm());
  const { id } = await college.call('engagements.create', anEngagement(firm.id));
  await college.call(
    'engagements.create',
    anEngagement(firm.id, {
      kindId: 'engagement-kind-equipment',
      topic: 'Станок',
      endsOn: null,
      startsOn: '2025-03-01',
      amountMinor: 500_000_000,
    }),
  );
  const found = async (request: Request<'engagements.list'>): Promise<string[]> =>
    (await college.call('engagements.list', request)).rows.map(row => row.id);
  expect([
    await found({ filter: { kindId: ['engagement-kind-internship'] } }),
    await found({ filter: { activeFrom: '2025-10-05', activeTo: '2025-12-31' } }),
    await found({ search: 'программир' }),
    (await college.call('engagements.get', { id })).unit,
  ]).toEqual([[id], [id], [id], 'hour']);
});

test('a challenge that is resolved has its day, and one that is opened again has none', async () => {
  const { id, revision } = await college.call('challenges.create', aChallenge());
  const resolved = await college.call('challenges.update', { id, revision, patch: { status: 'resolved' } });
  const day = (await college.call('challenges.get', { id })).resolvedOn;
  const reopened = await college.call('challenges.update', { ...resolved, patch: { status: 'inProgress' } });
  const none = (await college.call('challenges.get', { id })).resolvedOn;
  await college.call('challenges.update', { ...reopened, patch: { resolvedOn: '2025-11-01' } });
  expect({ day, none, status: (await college.call('challenges.get', { id })).status }).toEqual({
    day: '2025-11-20',
    none: null,
    status: 'resolved',
  });
});

test('the annual report counts engagements, meetings, promises and challenges, each with its list', async () => {
  const empty = await college.call('reports.annual', { language: 'ru' });
  const firm = await college.call('firms.create', aFirm());
  await college.call('engagements.create', anEngagement(firm.id));
  await college.call('engagements.create', anEngagement(firm.id, { hours: 10 }));
  await college.call('engagements.create', anEngagement(firm.id, { startsOn: '2025-05-01', endsOn: null }));
  await college.call('promises.create', aPromise(firm.id));
  await college.call('promises.create', aPromise(firm.id, { deliveredOn: '2025-11-01' }));
  await college.call('challenges.create', aChallenge());
  const council = await college.call('councils.create', {
    nameRu: 'Совет',
    nameKk: 'Кеңес',
    active: true,
    notes: null,
  });
  await college.call('meetings.create', {
    councilId: council.id,
    heldOn: '2025-10-10',
    minuteNumber: '1',
    place: null,
    notes: null,
  });
  const report = await college.call('reports.annual', { language: 'ru' });
  const own = report.indicators.filter(indicator => indicator.group === 'engagement');
  const numbers = own.map(({ id, rows }) => [
    id,
    rows.map(row => [row.key, ...Object.values(row.cells).map(cell => cell.value)]),
  ]);
  const cells = own.flatMap(({ rows }) => rows.flatMap(row => Object.values(row.cells)));
  const lists = await Promise.all(
    cells
      .filter(cell => cell.measure === 'rows')
      .map(
        async ({ drill, value }) =>
          value === (await college.call(`${drill.area}.list`, { filter: drill.filter as never })).total,
      ),
  );
  expect(empty.indicators.some(indicator => indicator.group === 'engagement')).toBe(false);
  expect(numbers).toEqual([
    ['engagements', [['engagement-kind-internship', 2, 1, 82, 0]]],
    [
      'relations',
      [
        ['councilMeetings', 1, 0, 0],
        // Nobody was named for the meeting, so there is no share.
        ['attendance', null, null, null],
        ['promisesMade', 2, 0, 0],
        ['promisesKept', 1, 0, 0],
        ['promisesLate', 1, 0, 0],
      ],
    ],
    ['challenges', [['betweenOrganisations', 1, 0]]],
  ]);
  expect(lists.every(Boolean)).toBe(true);
});

test('a promise names the meeting, the letter or the talk it was made in, and each of them lists it', async () => {
  const firm = await college.call('firms.create', aFirm());
  const other = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Басқа»' }));
  const council = await college.call('councils.create', {
    nameRu: 'Индустриальный совет',
    nameKk: 'Индустриялық кеңес',
    active: true,
    notes: null,
  });
  const meeting = await college.call('meetings.create', {
    councilId: council.id,
    heldOn: '2025-11-10',
    minuteNumber: '4',
    place: null,
    notes: null,
  });
  const talk = await college.call('interactions.create', anInteraction(firm.id));
  const { ids } = await college.call('letters.issue', { kind: 'feedback', language: 'ru', ids: [firm.id] });
  const [letterId = ''] = ids;
  await college.call('promises.create', aPromise(firm.id, { meetingId: meeting.id }));
  await college.call('promises.create', aPromise(firm.id, { letterId }));
  await college.call('promises.create', aPromise(firm.id, { interactionId: talk.id }));
  const foreign = await college.attempt('promises.create', aPromise(other.id, { letterId, interactionId: talk.id }));
  const byMeeting = await college.call('promises.list', { filter: { meetingId: meeting.id } });
  const byLetter = await college.call('promises.list', { filter: { letterId } });
  const all = await college.call('promises.list', { filter: { firmId: firm.id } });
  expect([
    byMeeting.rows.map(row => row.meetingTitle),
    byLetter.rows.map(row => row.letterNumber),
    all.rows.flatMap(row => row.interactionTitle ?? []),
    foreign.ok ? 'kept' : foreign.error.fields,
  ]).toEqual([
    ['№ 4 · 2025-11-10'],
    ['1/25-07'],
    ['Договорились о двух местах на весну'],
    { letterId: 'otherFirm', interactionId: 'otherFirm' },
  ]);
});
