import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Request } from '#shared/contract/index.ts';
import { promiseState } from '#shared/domain/promises.ts';
import { aFirm, anAgreement } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const aPromise = (firmId: string, fields: Partial<Request<'promises.create'>> = {}): Request<'promises.create'> => ({
  firmId,
  side: 'firm',
  promise: 'Передать токарный станок',
  promisedOn: '2025-09-01',
  agreementId: null,
  dueOn: '2025-11-19',
  deliveredOn: null,
  proof: null,
  notes: null,
  ...fields,
});

const anEngagement = (
  firmId: string,
  fields: Partial<Request<'engagements.create'>> = {},
): Request<'engagements.create'> => ({
  kindId: 'engagement-kind-internship',
  firmId,
  startsOn: '2025-10-01',
  endsOn: '2025-10-05',
  topic: 'Программирование станков',
  quantity: 72,
  hours: 72,
  people: 1,
  participants: 'Иванова О. П.',
  amountMinor: null,
  result: null,
  document: null,
  notes: null,
  ...fields,
});

const aChallenge = (fields: Partial<Request<'challenges.create'>> = {}): Request<'challenges.create'> => ({
  level: 'betweenOrganisations',
  firmId: null,
  raisedOn: '2025-10-01',
  description: 'Договор согласуется два месяца',
  action: null,
  owner: null,
  status: 'open',
  resolvedOn: null,
  notes: null,
  ...fields,
});

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
