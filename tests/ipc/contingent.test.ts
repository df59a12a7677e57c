import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Request } from '#shared/contract/index.ts';
import { aFirm, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world({ today: '2026-06-30' });
});
afterEach(() => college.close());

const aGroup = async (fields: Partial<Request<'groups.create'>> = {}): Promise<string> =>
  (
    await college.call('groups.create', {
      code: '24ТМ-21',
      specialtyId: null,
      qualificationId: null,
      course: 2,
      language: 'kk',
      curator: null,
      active: true,
      ...fields,
    })
  ).id;

const aLearner = async (fields: Parameters<typeof aStudent>[0]): Promise<string> =>
  (await college.call('students.create', aStudent(fields))).id;

const standing = async (id: string): Promise<unknown> => {
  const { course, status, leftOn } = await college.call('students.get', { id });
  return [course, status, leftOn];
};

/** Groups of the first and the last course with their students. */
async function twoGroups() {
  const second = await aGroup();
  const last = await aGroup({ code: '22ТМ-21', course: 4 });
  return {
    second,
    last,
    own: await aLearner({ groupId: second }),
    ahead: await aLearner({ groupId: second, surname: 'Ли', course: 3 }),
    onLeave: await aLearner({ groupId: second, surname: 'Исаев', status: 'leave' }),
    graduate: await aLearner({ groupId: last, surname: 'Өтегенов' }),
  };
}

type Step = Request<'groups.advance'>['groups'][number]['step'] | 'stay';

/** Does what the plan offers. */
async function advance(): Promise<unknown> {
  const plan = await college.call('groups.plan', { on: '2026-06-30' });
  return college.call('groups.advance', {
    on: '2026-06-30',
    groups: plan.flatMap(({ id, revision, step }: { id: string; revision: number; step: Step }) =>
      step === 'stay' ? [] : [{ id, revision, step }],
    ),
  });
}

test('groups move up with the students of their course, the last course graduates, and one undo takes it all back', async () => {
  const known = await twoGroups();
  const states = async (): Promise<unknown> => ({
    own: await standing(known.own),
    ahead: await standing(known.ahead),
    onLeave: await standing(known.onLeave),
    graduate: await standing(known.graduate),
    groups: (await college.call('groups.list', {})).rows.map(({ code, course, active }) => [code, course, active]),
  });
  const before = await states();
  const done = await advance();
  const after = await states();
  const { undo } = await college.call('history.state', {});
  await college.call('history.undo', {});
  expect({ done, after, label: undo?.label, undone: await states() }).toEqual({
    done: { groups: 2, moved: 1, graduated: 1 },
    after: {
      own: [3, 'active', null],
      ahead: [3, 'active', null],
      onLeave: [2, 'leave', null],
      graduate: [4, 'graduated', '2026-06-30'],
      groups: [
        ['22ТМ-21', 4, false],
        ['24ТМ-21', 3, true],
      ],
    },
    label: { key: 'groupsAdvanced', params: { count: 2, students: 2 } },
    undone: before,
  });
});

test('the plan counts who stays behind, and a group that was moved is not offered again until the move is undone', async () => {
  const { own } = await twoGroups();
  const firm = await college.call('firms.create', aFirm());
  await college.call('placements.create', aPlacement(own, firm.id, { startsOn: '2026-06-01', endsOn: '2026-07-31' }));
  const facts = async (): Promise<unknown> =>
    (await college.call('groups.plan', { on: '2026-06-30' })).map(group => [
      group.code,
      group.step,
      group.students,
      group.otherCourse,
      group.onLeave,
      group.openPlacements,
      group.movedOn,
    ]);
  const first = await facts();
  await advance();
  const second = await facts();
  await college.call('history.undo', {});
  expect([first, second, await facts()]).toEqual([
    [
      ['22ТМ-21', 'graduate', 1, 0, 0, 0, null],
      ['24ТМ-21', 'up', 2, 1, 1, 1, null],
    ],
    [['24ТМ-21', 'stay', 2, 0, 1, 1, '2026-06-30']],
    first,
  ]);
});

test('a specialty whose students graduate from the third course is offered graduation there', async () => {
  const specialty = await college.call('specialties.create', {
    code: '06130100',
    nameRu: 'Программное обеспечение',
    nameKk: null,
    practiceHours: null,
    validFrom: null,
    validTo: null,
  });
  await aGroup({ course: 3, specialtyId: specialty.id });
  await aLearner({ specialtyId: specialty.id, course: 3, status: 'graduated', leftOn: '2025-06-30' });
  const [plan] = await college.call('groups.plan', { on: '2026-06-30' });
  expect([plan?.lastCourse, plan?.step]).toEqual([3, 'graduate']);
});

test('a group without a course is refused beside it, and a group changed meanwhile is not moved', async () => {
  const unknown = await aGroup({ code: '25БХ-11', course: null });
  const group = await aGroup();
  const refused = await college.attempt('groups.advance', {
    on: '2026-06-30',
    groups: [{ id: unknown, revision: 0, step: 'up' }],
  });
  const stale = await college.attempt('groups.advance', {
    on: '2026-06-30',
    groups: [{ id: group, revision: 7, step: 'up' }],
  });
  expect([refused, stale.ok ? '' : stale.error.code]).toEqual([
    { ok: false, error: { code: 'validation', params: {}, fields: { 'groups.0.course': 'required' } } },
    'stale',
  ]);
});

/** A student with a placement that goes on and one that has not begun. */
async function placed() {
  const id = await aLearner({ bornOn: '2005-01-01' });
  const firm = await college.call('firms.create', aFirm());
  const running = await college.call(
    'placements.create',
    aPlacement(id, firm.id, {
      startsOn: '2026-06-01',
      endsOn: '2026-07-31',
      briefingOn: '2026-06-01',
      briefingJournal: '1',
      medicalOn: '2026-05-20',
      insurance: '1',
      orderNumber: '1',
      orderDate: '2026-05-20',
    }),
  );
  // Each move needs the one before.
  // oxlint-disable-next-line no-await-in-loop
  for (const [revision, to] of (['confirmed', 'ordered', 'started'] as const).entries())
    await college.call('placements.move', { items: [{ id: running.id, revision }], to });
  const planned = await college.call(
    'placements.create',
    aPlacement(id, firm.id, { startsOn: '2026-09-01', endsOn: '2026-12-26' }),
  );
  return { id, running: running.id, planned: planned.id };
}

test('leaving asks what becomes of open placements, ends them on the day, and one undo brings everything back', async () => {
  const { id, running, planned } = await placed();
  const leave: Request<'students.changeStanding'> = {
    items: [{ id, revision: 0 }],
    to: 'left',
    on: '2026-06-20',
    reason: 'Перевод',
  };
  const open = await college.call('students.openPlacements', { ids: [id], on: '2026-06-20' });
  const unasked = await college.attempt('students.changeStanding', leave);
  const done = await college.call('students.changeStanding', { ...leave, placements: 'end' });
  const student = await college.call('students.get', { id });
  const facts = async (placement: string): Promise<unknown> => {
    const { state, stateReason, endsOn } = await college.call('placements.get', { id: placement });
    return [state, stateReason, endsOn];
  };
  const after = [await facts(running), await facts(planned)];
  await college.call('history.undo', {});
  expect({
    open: open.map(placement => placement.state),
    unasked: unasked.ok ? null : unasked.error.fields,
    done,
    student: [student.status, student.leftOn, student.leftReason],
    after,
    undone: [await facts(running), await facts(planned), (await college.call('students.get', { id })).status],
  }).toEqual({
    open: ['started', 'planned'],
    unasked: { placements: 'choosePlacements' },
    done: { students: 1, placements: 2 },
    student: ['left', '2026-06-20', 'Перевод'],
    after: [
      ['endedEarly', 'Перевод', '2026-06-20'],
      ['didNotStart', 'Перевод', '2026-12-26'],
    ],
    undone: [['started', null, '2026-07-31'], ['planned', null, '2026-12-26'], 'active'],
  });
});

test('an academic leave interrupts what runs, and the return closes the leave and may change the group', async () => {
  const { id, running } = await placed();
  const group = await aGroup({ code: '25ТМ-11', course: 3 });
  await college.call('students.changeStanding', {
    items: [{ id, revision: 0 }],
    to: 'leave',
    on: '2026-06-10',
    until: '2027-06-10',
    reason: 'Приказ № 5',
    placements: 'interrupt',
  });
  const onLeave = await college.call('students.get', { id });
  const interrupted = await college.call('placements.get', { id: running });
  await college.call('students.changeStanding', {
    items: [{ id, revision: 1 }],
    to: 'active',
    on: '2026-09-01',
    reason: 'Приказ № 9',
    groupId: group,
  });
  const back = await college.call('students.get', { id });
  expect([
    [onLeave.status, onLeave.leaveFrom, onLeave.leaveUntil, onLeave.leaveReason, interrupted.state],
    [back.status, back.leaveFrom, back.leaveUntil, back.groupCode, back.course],
  ]).toEqual([
    ['leave', '2026-06-10', '2027-06-10', 'Приказ № 5', 'interrupted'],
    ['active', '2026-06-10', '2026-08-31', '25ТМ-11', 3],
  ]);
});

test('days and standings that cannot be are refused, and nothing is written', async () => {
  const { id } = await placed();
  const try_ = async (input: Partial<Request<'students.changeStanding'>>): Promise<unknown> => {
    const result = await college.attempt('students.changeStanding', {
      items: [{ id, revision: 0 }],
      to: 'leave',
      on: '2026-06-10',
      reason: 'Приказ',
      placements: 'keep',
      ...input,
    });
    return result.ok ? 'written' : [result.error.code, result.error.fields ?? null];
  };
  expect([
    await try_({ until: '2026-06-01' }),
    await try_({ on: '1025-01-01' }),
    await try_({ on: '2026-02-30' }),
    await try_({ reason: ' ' }),
    await try_({ to: 'active' }),
    (await college.call('students.get', { id })).status,
  ]).toEqual([
    ['validation', { until: 'endBeforeStart' }],
    ['validation', { on: 'beforeBirth' }],
    ['validation', { on: 'date' }],
    ['validation', { reason: 'required' }],
    ['refused', null],
    'active',
  ]);
});
