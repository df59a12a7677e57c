import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  aFirm,
  anAgreement,
  anAmendment,
  anInteraction,
  aPlacement,
  aRequest,
  aStudent,
} from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let firmId: string;
beforeEach(async () => {
  college = world();
  firmId = (await college.call('firms.create', aFirm())).id;
});
afterEach(() => college.close());

const byText = (a: string, b: string): number => (a < b ? -1 : 1);
const waiting = async () => (await college.call('tasks.list', {})).rows;
const kinds = async () => (await waiting()).map(task => task.kind).toSorted(byText);
const refresh = async () => (await college.call('tasks.refresh', {})).added;

/** Something for every rule: today is 20 November 2025. */
async function matters() {
  const expiring = await college.call('agreements.create', anAgreement(firmId, { number: '1', endsOn: '2025-12-10' }));
  await college.call('interactions.create', anInteraction(firmId, { nextStep: 'Позвонить', nextOn: '2025-11-20' }));
  await college.call('interactions.create', anInteraction(firmId, { nextStep: 'Позже', nextOn: '2025-12-20' }));
  await college.call('requests.create', aRequest(firmId));
  return expiring;
}

test('today brings its tasks once, however often it is asked', async () => {
  await matters();
  const added = [await refresh(), await refresh()];
  expect({ added, kinds: await kinds() }).toEqual({
    added: [4, 0],
    kinds: ['agreementExpires', 'nextStep', 'requestUnanswered', 'scanMissing'],
  });
});

test('tasks that the program adds are no step of undo', async () => {
  await matters();
  const { undo } = await college.call('history.state', {});
  await refresh();
  expect([(await college.call('history.state', {})).undo, undo?.label.key]).toEqual([undo, 'created']);
});

test('a closed task stays closed, a snoozed one comes back on its day, and nothing is lost', async () => {
  await matters();
  await refresh();
  const [first, second, ...others] = await waiting();
  if (first === undefined || second === undefined) throw new Error('no tasks');
  await college.call('tasks.close', { items: [{ id: first.id, revision: 0 }], note: 'Сделано' });
  await college.call('tasks.snooze', { items: [{ id: second.id, revision: 0 }], until: '2025-11-25', note: 'Ждём' });
  const added = await refresh();
  const today = (await waiting()).length;
  const later = world({ folder: college.folder, today: '2025-11-25' });
  const back = (await later.call('tasks.list', {})).rows.map(task => task.id);
  const all = (await later.call('tasks.list', { filter: { view: 'all' } })).total;
  later.app.close();
  expect({ added, today, back: back.includes(second.id), closed: back.includes(first.id), all }).toEqual({
    added: 0,
    today: others.length,
    back: true,
    closed: false,
    all: 4,
  });
});

test('a next step is done with its task, open again with it, and one undo takes both back', async () => {
  const talk = await college.call(
    'interactions.create',
    anInteraction(firmId, { nextStep: 'Позвонить', nextOn: '2025-11-20' }),
  );
  await refresh();
  const doneOn = async () => (await college.call('interactions.get', { id: talk.id })).doneOn;
  const task = async () => {
    const { rows } = await college.call('tasks.list', { filter: { view: 'all', kind: ['nextStep'] } });
    return (rows[0] ?? { id: '', revision: 0 }) satisfies { readonly id: string; readonly revision: number };
  };
  const items = async () => [(({ id, revision }) => ({ id, revision }))(await task())];
  const days = [await doneOn()];
  await college.call('tasks.close', { items: await items() });
  days.push(await doneOn());
  await college.call('history.undo', {});
  days.push(await doneOn());
  await college.call('tasks.close', { items: await items() });
  await college.call('tasks.reopen', { items: await items() });
  days.push(await doneOn());
  expect(days).toEqual([null, '2025-11-20', null, null]);
});

test('a cause that is gone is shown as settled, and the task still waits for a person', async () => {
  const { id, revision } = await matters();
  await refresh();
  const settled = async () => (await waiting()).map(task => `${task.kind} ${task.settled}`).toSorted(byText);
  const before = await settled();
  await college.call('amendments.create', anAmendment(id, { endsOn: '2027-08-31' }));
  await college.call('attachments.paste', {
    entity: 'agreement',
    entityId: id,
    name: 'скан.txt',
    bytes: new TextEncoder().encode('скан'),
  });
  expect([before, await settled(), revision]).toEqual([
    ['agreementExpires false', 'nextStep false', 'requestUnanswered false', 'scanMissing false'],
    ['agreementExpires true', 'nextStep false', 'requestUnanswered false', 'scanMissing true'],
    0,
  ]);
});

test('as the end comes nearer the next step makes a task of its own', async () => {
  await matters();
  await refresh();
  const later = world({ folder: college.folder, today: '2025-12-05' });
  await later.call('tasks.refresh', {});
  const expiring = await later.call('tasks.list', { filter: { kind: ['agreementExpires'] } });
  later.app.close();
  expect(expiring.rows.map(task => [task.dueOn, task.matterOn])).toEqual([
    ['2025-11-10', '2025-12-10'],
    ['2025-12-03', '2025-12-10'],
  ]);
});

test('an own task hangs on a record; snoozing into the past is refused and closing can be undone', async () => {
  const { id } = await college.call('tasks.add', {
    title: 'Поздравить директора',
    dueOn: '2025-11-20',
    entity: 'firm',
    entityId: firmId,
  });
  const past = await college.attempt('tasks.snooze', { items: [{ id, revision: 0 }], until: '2025-11-20' });
  await college.call('tasks.close', { items: [{ id, revision: 0 }] });
  const closed = await waiting();
  await college.call('history.undo', {});
  expect([past, closed, (await waiting()).map(task => [task.subject, task.firmName, task.state])]).toMatchObject([
    { error: { fields: { until: 'notInFuture' } } },
    [],
    [['Поздравить директора', 'ТОО «Болат»', 'open']],
  ]);
});

test('tasks stand in the order of the days they show, however early their reminders came', async () => {
  // Each kind of task reminds at its own distance from the day it is about.
  await college.call('agreements.create', anAgreement(firmId, { number: 'near', endsOn: '2025-12-01' }));
  await college.call('agreements.create', anAgreement(firmId, { number: 'far', endsOn: '2025-12-18' }));
  await college.call('tasks.add', { title: 'Между ними', dueOn: '2025-11-20' });
  await refresh();
  const { rows } = await college.call('tasks.list', { filter: { view: 'all' } });
  const shown = rows.map(task => task.matterOn ?? task.dueOn);
  const reminders = rows.map(task => task.dueOn);
  expect(shown).toEqual(shown.toSorted(byText));
  expect(reminders).not.toEqual(reminders.toSorted(byText));
});

test('an agreement on its way without every signature calls after two weeks, and is settled once it is signed', async () => {
  const { id, revision } = await college.call(
    'agreements.create',
    anAgreement(firmId, { number: '8', stage: 'sent', signedOn: null, endsOn: '2027-12-10' }),
  );
  await college.call('agreements.recordSigning', { id, revision, party: 'firm', patch: { sentOn: '2025-11-01' } });
  await refresh();
  const [task] = await waiting();
  const sent = await college.call('agreements.get', { id });
  await college.call('agreements.signOnPaper', { id, revision: sent.revision, on: '2025-11-19' });
  const [after] = await waiting();
  expect([task, after]).toMatchObject([
    { kind: 'paperUnsigned', subject: '8', matterOn: '2025-11-01', dueOn: '2025-11-15', settled: false },
    { kind: 'paperUnsigned', settled: true },
  ]);
});

test('the year is shown against its targets, and nothing is counted when there are none', async () => {
  const none = await college.call('tasks.targets', { language: 'ru' });
  const report = await college.call('reports.annual', { language: 'ru' });
  const [indicator] = report.indicators;
  const [row] = indicator?.rows ?? [];
  await college.call('indicators.setTargets', {
    targets: [
      {
        ...{ indicator: indicator?.id ?? '', rowKey: row?.key ?? '', columnKey: 'now' },
        ...{ span: 'schoolYear', year: 2025, value: 12, direction: 'atLeast' },
      },
    ],
  });
  const targets = await college.call('tasks.targets', { language: 'ru' });
  expect([none, targets]).toMatchObject([
    [],
    [{ row: row?.label, target: 12, direction: 'atLeast', value: row?.cells['now']?.value }],
  ]);
});

test('counts agree with the list', async () => {
  await matters();
  await refresh();
  const { due, byKind } = await college.call('tasks.counts', {});
  expect([due, byKind.length, (await waiting()).length]).toEqual([4, 4, 4]);
});

const place = async (fields: Parameters<typeof aPlacement>[2]) => {
  const student = await college.call('students.create', aStudent());
  return college.call('placements.create', aPlacement(student.id, firmId, fields));
};

test('a week before a practice starts one task names all placements that are not ready, until they are', async () => {
  const made = [await place({ startsOn: '2025-11-27' }), await place({ startsOn: '2025-11-27' })];
  await place({ startsOn: '2025-11-28' });
  await refresh();
  const before = (await waiting()).map(task => [task.kind, task.matterOn, task.settled]);
  const patch = { briefingOn: '2025-11-20', briefingJournal: '7', medicalOn: '2025-11-18', insurance: '№ 5' };
  for (const { id, revision } of made) await college.call('placements.update', { id, revision, patch });
  expect([before, (await waiting()).map(task => task.settled)]).toEqual([[['startGap', '2025-11-27', false]], [true]]);
});

test('a student who was hired is asked after six and twelve months later', async () => {
  const { id, revision } = await place({
    startsOn: '2025-01-13',
    endsOn: '2025-05-16',
    hired: true,
    hiredOn: '2025-05-20',
  });
  const first = [await refresh(), (await waiting()).map(task => [task.kind, task.subject, task.settled])];
  await college.call('placements.update', {
    id,
    revision,
    patch: { followUp6On: '2025-11-20', followUp6: 'inSpecialty' },
  });
  const asked = (await waiting()).map(task => task.settled);
  const later = world({ folder: college.folder, today: '2026-05-20' });
  await later.call('tasks.refresh', {});
  const all = (await later.call('tasks.list', { filter: { view: 'all', kind: ['followUpDue'] } })).rows;
  later.app.close();
  expect({ first, asked, due: all.map(task => task.dueOn) }).toEqual({
    first: [1, [['followUpDue', 'Қасымов Әділ', false]]],
    asked: [true],
    due: ['2025-11-20', '2026-05-20'],
  });
});
