import { afterEach, beforeEach, expect, test } from 'vitest';
import { depths } from '#shared/domain/depth-ladder.ts';
import { milestoneState } from '#shared/domain/milestones.ts';
import {
  aContact,
  aFirm,
  anAgreement,
  anEngagement,
  anInteraction,
  aPlacement,
  aPromise,
  aRequest,
  aStudent,
} from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world({ today: '2025-11-20' });
});
afterEach(() => college.close());

const newFirm = async (name: string): Promise<string> =>
  (await college.call('firms.create', aFirm({ nameRu: name }))).id;
const calls = async (): Promise<string[]> =>
  (await college.call('partnership.callList', {})).firms.map(firm => firm.name);

/** A firm with one thing of every kind that a rule of health looks at. */
async function neglected(name: string): Promise<string> {
  const firmId = await newFirm(name);
  await college.call(
    'interactions.create',
    anInteraction(firmId, { happenedOn: '2025-03-01', nextStep: 'Перезвонить', nextOn: '2025-04-01' }),
  );
  await college.call('agreements.create', anAgreement(firmId, { endsOn: '2025-12-15' }));
  await college.call('promises.create', aPromise(firmId, { dueOn: '2025-11-01' }));
  await college.call('requests.create', aRequest(firmId, { receivedOn: '2025-09-01' }));
  const student = await college.call('students.create', aStudent());
  const placement = await college.call(
    'placements.create',
    aPlacement(student.id, firmId, {
      startsOn: '2025-02-01',
      endsOn: '2025-05-30',
      orderNumber: '12-П',
      orderDate: '2025-01-20',
      briefingOn: '2025-01-31',
      briefingJournal: '4',
      medicalOn: '2025-01-25',
      insurance: 'Полис 17',
      consentOn: '2025-01-20',
    }),
  );
  for (const to of ['confirmed', 'ordered', 'started', 'completed'] as const) {
    const { revision } = await college.call('placements.get', { id: placement.id });
    await college.call('placements.move', { items: [{ id: placement.id, revision }], to });
  }
  return firmId;
}

test('the score of a firm comes with the reason of every rule', async () => {
  const id = await neglected('ТОО «Болат»');
  const { score, findings } = await college.call('partnership.firm', { id });
  expect([score, findings.map(({ rule, reason, points, count }) => [rule, reason, points, count])]).toEqual([
    6,
    [
      ['contact', 'contactOld', 0, 264],
      ['promises', 'promisesLate', 0, 1],
      ['agreement', 'agreementExpiring', 5.6, 25],
      ['requests', 'requestsWaiting', 0, 1],
      ['nextStep', 'nextStepOverdue', 0, 233],
      ['hires', 'hiredNone', 0, 0],
    ],
  ]);
});

test('weights are settings: a rule without weight is not asked', async () => {
  const id = await neglected('ТОО «Болат»');
  await college.call('settings.update', {
    healthPromisesWeight: 0,
    healthRequestsWeight: 0,
    healthHiresWeight: 0,
    healthNextStepWeight: 0,
    healthContactWeight: 0,
  });
  const { score, findings } = await college.call('partnership.firm', { id });
  expect([score, findings.map(({ rule }) => rule)]).toEqual([28, ['agreement']]);
});

test('whom to call: the neediest first; a logged call, a pause and the end of a partnership take a firm off', async () => {
  const worst = await neglected('ТОО «Болат»');
  const quiet = await newFirm('ТОО «Тыныш»');
  const former = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Бывший»', status: 'former' }));
  await college.call('promises.create', aPromise(former.id));
  const well = await newFirm('ТОО «Шаңырақ»');
  await college.call('interactions.create', anInteraction(well, { happenedOn: '2025-11-19' }));
  const seen = [await calls()];
  await college.call('partnership.pause', { id: quiet, until: '2025-12-01', note: 'Отпуск' });
  seen.push(await calls());
  await college.call('interactions.create', anInteraction(worst, { happenedOn: '2025-11-20' }));
  seen.push(await calls());
  await college.call('partnership.pause', { id: quiet, until: '2025-11-20' });
  seen.push(await calls());
  expect(seen).toEqual([['ТОО «Болат»', 'ТОО «Тыныш»'], ['ТОО «Болат»'], [], ['ТОО «Тыныш»']]);
});

test('a pause is undone in one step and asks for a day that has not gone by', async () => {
  const id = await newFirm('ТОО «Тыныш»');
  const refused = await college.attempt('partnership.pause', { id, until: '2025-11-19' });
  await college.call('partnership.pause', { id, until: '2025-12-01' });
  const paused = (await college.call('partnership.firm', { id })).pausedUntil;
  await college.call('history.undo', {});
  expect([refused.ok, paused, (await college.call('partnership.firm', { id })).pausedUntil]).toEqual([
    false,
    '2025-12-01',
    null,
  ]);
});

test('a line of the call list carries the person last spoken to and only what takes points away', async () => {
  const firmId = await newFirm('ТОО «Тыныш»');
  await college.call('contacts.create', aContact(firmId, { name: 'Аскаров Данияр' }));
  const second = await college.call(
    'contacts.create',
    aContact(firmId, { name: 'Яковлева Мария', phone: '87012345678' }),
  );
  await college.call('interactions.create', anInteraction(firmId, { happenedOn: '2025-06-01', contactId: second.id }));
  await college.call('agreements.create', anAgreement(firmId, { endsOn: '2027-08-31' }));
  const { firms, total } = await college.call('partnership.callList', {});
  expect([
    total,
    firms.map(({ contactName, findings }) => [contactName, findings.map(({ reason }) => reason)]),
  ]).toEqual([1, [['Яковлева Мария', ['contactOld']]]]);
});

test('each record takes a firm one step up the ladder, in its own view as in the list', async () => {
  const firmId = await newFirm('ТОО «Болат»');
  const { id: studentId } = await college.call('students.create', aStudent());
  const steps: (() => Promise<unknown>)[] = [
    () => college.call('interactions.create', anInteraction(firmId)),
    () => college.call('agreements.create', anAgreement(firmId, { typeId: 'agreement-type-memorandum' })),
    async () => {
      const placement = await college.call(
        'placements.create',
        aPlacement(studentId, firmId, { practiceTypeId: 'practice-type-industrial' }),
      );
      await college.call('placements.move', {
        items: [{ id: placement.id, revision: placement.revision }],
        to: 'confirmed',
      });
    },
    () => college.call('agreements.create', anAgreement(firmId, { number: '2', typeId: 'agreement-type-dual' })),
    async () => {
      const request = await college.call('requests.create', aRequest(firmId));
      const items = [{ id: request.id, revision: request.revision }];
      await college.call('requests.move', { items, to: 'underReview' });
      await college.call('requests.move', {
        items: [{ id: request.id, revision: request.revision + 1 }],
        to: 'approved',
      });
    },
    () => college.call('engagements.create', anEngagement(firmId, { kindId: 'engagement-kind-hub' })),
  ];
  const look = async () => {
    const { depth } = await college.call('partnership.firm', { id: firmId });
    const [row] = (await college.call('firms.list', { filter: { depth: [depth] } })).rows;
    return [depth, row?.depth];
  };
  const seen = [await look()];
  for (const step of steps) {
    await step();
    seen.push(await look());
  }
  expect(seen).toEqual(depths.map(depth => [depth, depth]));
});

test('the list runs up the ladder when it is sorted by depth', async () => {
  await newFirm('ТОО «А»');
  const second = await newFirm('ТОО «Б»');
  await college.call('contacts.create', aContact(second));
  const sorted = async (direction: 'asc' | 'desc') =>
    (await college.call('firms.list', { sort: { field: 'depth', direction } })).rows.map(row => row.nameRu);
  expect([await sorted('asc'), await sorted('desc')]).toEqual([
    ['ТОО «А»', 'ТОО «Б»'],
    ['ТОО «Б»', 'ТОО «А»'],
  ]);
});

test('milestones of a project stand as the rule says, and go with it when it is removed', async () => {
  const firmId = await newFirm('ТОО «Болат»');
  const project = await college.call('engagements.create', anEngagement(firmId, { kindId: 'engagement-kind-project' }));
  const days = [
    ['2025-11-20', null],
    ['2025-11-19', null],
    ['2025-11-19', '2025-11-19'],
    ['2025-11-18', '2025-11-20'],
  ] as const;
  for (const [dueOn, doneOn] of days)
    await college.call('milestones.create', {
      engagementId: project.id,
      title: `Этап ${dueOn}`,
      dueOn,
      doneOn,
      quantity: 2,
      quantityUnit: 'установки',
      result: null,
      notes: null,
    });
  const { rows } = await college.call('milestones.list', { filter: { firmId } });
  const late = await college.call('milestones.list', { filter: { state: ['late'] } });
  await college.call('engagements.remove', { id: project.id, revision: project.revision });
  expect([
    rows.map(row => row.state).toSorted(),
    late.total,
    (await college.call('milestones.list', {})).total,
  ]).toEqual([days.map(([dueOn, doneOn]) => milestoneState({ dueOn, doneOn }, '2025-11-20')).toSorted(), 1, 0]);
});
