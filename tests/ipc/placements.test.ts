import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Request } from '#shared/contract/index.ts';
import { aContact, aFirm, anAgreement, aPlacement, aSite, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let firmId: string;
beforeEach(async () => {
  college = world();
  firmId = (await college.call('firms.create', aFirm())).id;
});
afterEach(() => college.close());

const aLearner = async (fields: Parameters<typeof aStudent>[0] = {}): Promise<string> =>
  (await college.call('students.create', aStudent(fields))).id;

const countPlacements = async (): Promise<number> => (await college.call('placements.list', {})).total;

test('a group of 24 is placed as one step, and one undo takes all of it back', async () => {
  const rows: Request<'placements.createMany'>['rows'] = [];
  for (let index = 0; index < 24; index += 1)
    rows.push(aPlacement(await aLearner({ surname: `Студент${index}`, course: 2 }), firmId));
  const { ids } = await college.call('placements.createMany', { rows });
  const { undo } = await college.call('history.state', {});
  const placed = await college.call('placements.get', { id: ids[0] ?? '' });
  await college.call('history.undo', {});
  expect({ label: undo?.label, state: placed.state, course: placed.course, left: await countPlacements() }).toEqual({
    label: { key: 'createdMany', params: { entity: 'placement', count: 24 } },
    state: 'planned',
    course: 2,
    left: 0,
  });
});

test('one wrong row keeps the whole group from being written and is named by its place', async () => {
  const students = [await aLearner(), await aLearner({ surname: 'Ли' })];
  const rows = students.map(student => aPlacement(student, firmId));
  const refused = await college.attempt('placements.createMany', {
    rows: [rows[0] ?? aPlacement('', ''), { ...aPlacement(students[1] ?? '', 'no-such-firm'), endsOn: '2025-08-01' }],
  });
  expect([refused, await countPlacements()]).toEqual([
    {
      ok: false,
      error: {
        code: 'validation',
        params: {},
        fields: { 'rows.1.firmId': 'notFound', 'rows.1.endsOn': 'endBeforeStart' },
      },
    },
    0,
  ]);
});

test('rows of one step are checked against each other: the same student twice, more students than places', async () => {
  const agreement = await college.call('agreements.create', anAgreement(firmId, { places: 1 }));
  const [first, second] = [await aLearner(), await aLearner({ surname: 'Ли' })];
  const rows = [
    aPlacement(first, firmId, { agreementId: agreement.id }),
    aPlacement(first, firmId),
    aPlacement(second, firmId, { agreementId: agreement.id }),
  ];
  const checked = await college.call('placements.check', { rows });
  const refused = await college.attempt('placements.createMany', { rows });
  const kept = await college.attempt('placements.createMany', { rows, accepted: ['placementOverlap', 'placesTaken'] });
  expect([checked.map(row => row.warnings), refused, kept.ok]).toEqual([
    [[], ['placementOverlap'], ['placesTaken']],
    {
      ok: false,
      error: {
        code: 'needsConfirmation',
        params: { warnings: 'placementOverlap,placesTaken' },
        fields: { 'rows.1.startsOn': 'placementOverlap', 'rows.2.startsOn': 'placesTaken' },
      },
    },
    true,
  ]);
});

test('checking writes nothing and agrees with what saving says', async () => {
  const student = await aLearner();
  await college.call('placements.create', aPlacement(student, firmId));
  const rows = [aPlacement(student, firmId, { startsOn: '2025-12-01', endsOn: '2026-02-01' })];
  const [checked] = await college.call('placements.check', { rows });
  const refused = await college.attempt('placements.create', rows[0] ?? aPlacement('', ''));
  expect([checked, refused, await countPlacements()]).toMatchObject([
    { problems: {}, warnings: ['placementOverlap'] },
    { ok: false, error: { code: 'needsConfirmation', params: { warnings: 'placementOverlap' } } },
    1,
  ]);
});

const ordered = async (student: string, fields: Parameters<typeof aPlacement>[2] = {}) => {
  const { id, revision } = await college.call('placements.create', aPlacement(student, firmId, fields));
  await college.call('placements.move', { items: [{ id, revision }], to: 'confirmed' });
  const items = [{ id, revision: revision + 1 }];
  await college.call('placements.move', { items, to: 'ordered', orderNumber: '15-п', orderDate: '2025-08-28' });
  return { id, revision: revision + 2 };
};

test('«started» is refused while the briefing, the certificate, the policy or a minor’s consent is missing', async () => {
  const minor = await aLearner({ bornOn: '2008-03-01' });
  const item = await ordered(minor, { briefingOn: '2025-09-01', medicalOn: '2025-08-20' });
  const refused = await college.attempt('placements.move', { items: [item], to: 'started' });
  expect(refused).toEqual({
    ok: false,
    error: {
      code: 'needsConfirmation',
      params: { warnings: 'briefingMissing,insuranceMissing,consentMissing' },
      fields: { reason: 'reasonRequired' },
    },
  });
});

test('a missing item is overruled with a reason, not without one', async () => {
  const item = await ordered(await aLearner());
  const accepted = ['briefingMissing', 'medicalMissing', 'insuranceMissing'];
  const silent = await college.attempt('placements.move', { items: [item], to: 'started', accepted });
  await college.call('placements.move', { items: [item], to: 'started', accepted, reason: 'Документы довезут' });
  const { state, stateReason, checklist } = await college.call('placements.get', { id: item.id });
  expect([silent, { state, stateReason, missing: checklist.filter(known => !known.done).length }]).toMatchObject([
    { ok: false, error: { code: 'validation', fields: { reason: 'reasonRequired' } } },
    { state: 'started', stateReason: 'Документы довезут', missing: 3 },
  ]);
});

test('with everything in place an adult starts without a question', async () => {
  const item = await ordered(await aLearner({ bornOn: '2005-03-01' }), {
    briefingOn: '2025-09-01',
    briefingJournal: '12',
    medicalOn: '2025-08-20',
    insurance: '№ 1234',
  });
  expect(await college.call('placements.move', { items: [item], to: 'started' })).toEqual({ moved: 1 });
});

test('a break opens with the state and closes with the return, and its days have no hours', async () => {
  const item = await ordered(await aLearner());
  const { id } = item;
  await college.call('placements.move', {
    items: [item],
    to: 'started',
    accepted: ['briefingMissing', 'medicalMissing', 'insuranceMissing'],
    reason: 'Проверка',
  });
  await college.call('placements.move', {
    items: [{ id, revision: 3 }],
    to: 'interrupted',
    reason: 'Болезнь',
    on: '2025-10-06',
  });
  const open = await college.call('placements.hours', { id });
  await college.call('placements.move', { items: [{ id, revision: 4 }], to: 'started', on: '2025-10-13' });
  const closed = await college.call('placements.hours', { id });
  const off = (hours: typeof open): string[] =>
    hours.days.filter(day => day.why.kind === 'interruption').map(day => day.date);
  expect([off(open).at(-1), off(closed).at(0), off(closed).at(-1)]).toEqual(['2025-12-26', '2025-10-06', '2025-10-12']);
});

test('a period split 70/30 adds up in hours by programme, at the enterprise and by the day, and warns of no overlap', async () => {
  const other = (await college.call('firms.create', aFirm({ nameRu: 'АО «Ертіс»' }))).id;
  const whole = await college.call('placements.create', aPlacement(await aLearner(), firmId, { hoursPlanned: 433 }));
  const before = await college.call('placements.hours', { id: whole.id });
  const part = { siteId: null, agreementId: null, mentorId: null };
  const { ids } = await college.call('placements.split', {
    ...whole,
    parts: [
      { ...part, firmId, sharePercent: 70 },
      { ...part, firmId: other, sharePercent: 30 },
    ],
  });
  const details = await Promise.all(ids.map(id => college.call('placements.get', { id })));
  const hours = await Promise.all(ids.map(id => college.call('placements.hours', { id })));
  expect({
    planned: details.map(detail => detail.hoursPlanned),
    totals: hours.map(known => known.total),
    sum: hours.reduce((sum, known) => sum + Math.round(known.total * 100), 0) / 100,
    parts: details[1]?.parts.map(known => [known.firmName, known.sharePercent]),
    warnings: details.map(detail => detail.warnings),
  }).toEqual({
    planned: [303, 130],
    totals: [344.4, 147.6],
    sum: before.total,
    parts: [
      ['ТОО «Болат»', 70],
      ['АО «Ертіс»', 30],
    ],
    warnings: [[], []],
  });
});

test('shares that do not make a whole and the same firm twice are refused; a changed share warns', async () => {
  const other = (await college.call('firms.create', aFirm({ nameRu: 'АО «Ертіс»' }))).id;
  const whole = await college.call('placements.create', aPlacement(await aLearner(), firmId));
  const part = { siteId: null, agreementId: null, mentorId: null };
  const split = (shares: readonly [number, number], second = other) =>
    college.attempt('placements.split', {
      ...whole,
      parts: [
        { ...part, firmId, sharePercent: shares[0] },
        { ...part, firmId: second, sharePercent: shares[1] },
      ],
    });
  const refusals = [await split([70, 20]), await split([70, 30], firmId)];
  await split([70, 30]);
  const changed = await college.attempt('placements.update', {
    id: whole.id,
    revision: 1,
    patch: { sharePercent: 60 },
  });
  expect([...refusals, changed].map(result => (result.ok ? null : result.error.fields))).toEqual([
    { 'parts.1.sharePercent': 'sharesNot100' },
    { 'parts.1.firmId': 'sameFirm' },
    { sharePercent: 'shareSum' },
  ]);
});

test('one undo joins a split placement again', async () => {
  const other = (await college.call('firms.create', aFirm({ nameRu: 'АО «Ертіс»' }))).id;
  const whole = await college.call('placements.create', aPlacement(await aLearner(), firmId));
  const { hoursPlanned, weekPattern, sharePercent } = await college.call('placements.get', { id: whole.id });
  const part = { siteId: null, agreementId: null, mentorId: null, sharePercent: 50 };
  await college.call('placements.split', {
    ...whole,
    parts: [
      { ...part, firmId },
      { ...part, firmId: other },
    ],
  });
  await college.call('history.undo', {});
  expect([await college.call('placements.get', { id: whole.id }), await countPlacements()]).toMatchObject([
    { hoursPlanned, weekPattern, sharePercent },
    1,
  ]);
});

test('lists mark a student who is placed twice and an agreement with more students than places', async () => {
  const agreement = await college.call('agreements.create', anAgreement(firmId, { places: 1 }));
  const [first, second] = [await aLearner(), await aLearner({ surname: 'Ли' })];
  const accepted = ['placementOverlap', 'placesTaken'];
  await college.call('placements.createMany', {
    rows: [
      aPlacement(first, firmId, { agreementId: agreement.id }),
      aPlacement(second, firmId, { agreementId: agreement.id }),
      aPlacement(second, firmId, { startsOn: '2025-12-01', endsOn: '2026-03-01' }),
    ],
    accepted,
  });
  const { rows } = await college.call('placements.list', { sort: { field: 'startsOn', direction: 'asc' } });
  expect(rows.map(row => [row.studentId === first, row.startsOn, row.overlaps, row.overCapacity])).toEqual(
    expect.arrayContaining([
      [true, '2025-09-01', false, true],
      [false, '2025-09-01', true, true],
      [false, '2025-12-01', true, false],
    ]),
  );
});

test('the load of a mentor and of a supervisor counts placements on the same days only', async () => {
  const mentor = await college.call('contacts.create', aContact(firmId));
  const people = { mentorId: mentor.id, supervisor: 'Серікова А.' };
  const here = await college.call('placements.create', aPlacement(await aLearner(), firmId, people));
  await college.call('placements.create', aPlacement(await aLearner({ surname: 'Ли' }), firmId, people));
  const later = { ...people, startsOn: '2026-01-12', endsOn: '2026-02-01' };
  await college.call('placements.create', aPlacement(await aLearner({ surname: 'Ким' }), firmId, later));
  const { mentorLoad, supervisorLoad } = await college.call('placements.get', { id: here.id });
  expect({ mentorLoad, supervisorLoad }).toEqual({ mentorLoad: 2, supervisorLoad: 2 });
});

test('what became of the student after six months is kept in fixed words', async () => {
  const { id } = await college.call('placements.create', aPlacement(await aLearner(), firmId));
  const patch = { followUp6On: '2026-06-26', followUp6: 'inSpecialty' } as const;
  await college.call('placements.update', { id, revision: 0, patch });
  const wrong = await college.attempt('placements.update', {
    id,
    revision: 1,
    patch: { followUp12: 'rich' as 'army' },
  });
  expect([await college.call('placements.get', { id }), wrong.ok]).toMatchObject([patch, false]);
});

test('pasted names find the firm by name without form and quotes, by BIN, and people and sites within it', async () => {
  const bolat = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Дәнекер-Сервис»', bin: '121240083006' }));
  const mentor = await college.call('contacts.create', aContact(bolat.id, { name: 'Ахметов Серік' }));
  const site = await college.call('sites.create', aSite(bolat.id, { name: 'Цех № 1' }));
  await college.call('firms.create', { ...aFirm({ nameRu: 'ИП «Болат»' }), accepted: ['firmNameTaken'] });
  const found = await college.call('placements.resolve', {
    rows: [
      { firm: 'данекер сервис тоо', site: 'цех №1', mentor: 'ахметов' },
      { firm: '121240083006', site: '', mentor: 'Иванов' },
      { firm: 'Болат', site: '', mentor: '' },
      { firm: 'Неизвестная', site: 'цех', mentor: '' },
      { firm: ' ', site: '', mentor: '' },
    ],
  });
  expect(
    found.map(row => [row.firm.kind, row.firm.id, row.site.id ?? row.site.kind, row.mentor.id ?? row.mentor.kind]),
  ).toEqual([
    ['found', bolat.id, site.id, mentor.id],
    ['found', bolat.id, 'none', 'unknown'],
    ['several', null, 'none', 'none'],
    ['unknown', null, 'unknown', 'none'],
    ['none', null, 'none', 'none'],
  ]);
});

/** A placement that is under way, with the revision it has then. */
async function running(fields: Parameters<typeof aPlacement>[2] = {}): Promise<{ id: string; revision: number }> {
  const ready = { briefingOn: '2025-09-01', briefingJournal: '1', medicalOn: '2025-08-20', insurance: '1' };
  const item = await ordered(await aLearner(), { ...ready, ...fields });
  await college.call('placements.move', { items: [item], to: 'started' });
  return { id: item.id, revision: item.revision + 1 };
}

test('an early end on a day makes it the last one, so that hours stop there, and a day outside is refused beside the field', async () => {
  const item = await running();
  const move = { items: [item], to: 'endedEarly' as const, reason: 'Болезнь' };
  const outside = await college.attempt('placements.move', { ...move, on: '2026-01-15' });
  const before = (await college.call('placements.hours', { id: item.id })).total;
  await college.call('placements.move', { ...move, on: '2025-10-03' });
  const ended = await college.call('placements.get', { id: item.id });
  const { total, days } = await college.call('placements.hours', { id: item.id });
  await college.call('history.undo', {});
  const back = await college.call('placements.get', { id: item.id });
  expect([
    outside.ok ? null : outside.error.fields,
    [ended.state, ended.endsOn, days.at(-1)?.date, total < before],
    [back.state, back.endsOn],
  ]).toEqual([{ on: 'outsidePlacement' }, ['endedEarly', '2025-10-03', '2025-10-03', true], ['started', '2025-12-26']]);
});

test('moves that happen on a day of their own say so', async () => {
  const item = await running();
  const daysAsked = async (): Promise<unknown> =>
    (await college.call('placements.get', { id: item.id })).moves.map(({ to, asksDay }) => [to, asksDay]);
  const started = await daysAsked();
  await college.call('placements.move', { items: [item], to: 'interrupted', on: '2025-10-01', reason: 'Болезнь' });
  expect([started, await daysAsked()]).toEqual([
    [
      ['completed', false],
      ['interrupted', true],
      ['endedEarly', true],
      ['ordered', false],
    ],
    [
      ['started', true],
      ['endedEarly', true],
    ],
  ]);
});

test('lists find what overlaps and what goes beyond the places, running or to come only', async () => {
  const agreement = await college.call('agreements.create', anAgreement(firmId, { places: 1 }));
  const [first, second] = [await aLearner(), await aLearner({ surname: 'Ли' })];
  const accepted = ['placementOverlap', 'placesTaken'];
  const { ids } = await college.call('placements.createMany', {
    rows: [
      aPlacement(first, firmId, { agreementId: agreement.id }),
      aPlacement(first, firmId, { startsOn: '2025-12-01', endsOn: '2026-01-15' }),
      aPlacement(second, firmId, { agreementId: agreement.id }),
      aPlacement(second, firmId, { startsOn: '2025-01-10', endsOn: '2025-03-01' }),
      aPlacement(second, firmId, { startsOn: '2025-02-10', endsOn: '2025-04-01' }),
    ],
    accepted,
  });
  const found = async (filter: NonNullable<Request<'placements.list'>['filter']>): Promise<unknown> =>
    new Set(await college.call('placements.ids', { filter }));
  expect([await found({ overlaps: true }), await found({ overCapacity: true })]).toEqual([
    new Set([ids[0], ids[1]]),
    new Set([ids[0], ids[2]]),
  ]);
});

test('each part of a split keeps the site, the agreement and the mentor chosen for its firm', async () => {
  const other = (await college.call('firms.create', aFirm({ nameRu: 'АО «Ертіс»' }))).id;
  const places = async (firm: string) => ({
    siteId: (await college.call('sites.create', aSite(firm))).id,
    agreementId: (await college.call('agreements.create', anAgreement(firm, { number: firm }))).id,
    mentorId: (await college.call('contacts.create', aContact(firm))).id,
  });
  const [own, theirs] = [await places(firmId), await places(other)];
  const whole = await college.call('placements.create', aPlacement(await aLearner(), firmId, own));
  const { ids } = await college.call('placements.split', {
    id: whole.id,
    revision: 0,
    parts: [
      { firmId, ...own, sharePercent: 70 },
      { firmId: other, ...theirs, sharePercent: 30 },
    ],
  });
  const kept = await Promise.all(ids.map(id => college.call('placements.get', { id })));
  expect(kept.map(({ siteId, agreementId, mentorId }) => ({ siteId, agreementId, mentorId }))).toEqual([own, theirs]);
});
