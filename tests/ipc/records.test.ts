import { afterEach, beforeEach, expect, test } from 'vitest';
import { aContact, aFirm, anAgreement, aPlacement, aRequest, aSite, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

test('a firm is found by a word of its name typed without Kazakh letters, by a part of its BIN and by its phone', async () => {
  const { id } = await college.call(
    'firms.create',
    aFirm({ nameRu: 'ТОО «Дулаты Өндіріс»', bin: '121240083006', phone: '+77051234567' }),
  );
  await college.call('firms.create', aFirm({ nameRu: 'АО «Энергоремонт»' }));
  const found = async (search: string): Promise<string[]> =>
    (await college.call('firms.list', { search })).rows.map(row => row.id);
  expect(await Promise.all(['дула', 'ондирис', 'Өнд', '1212400', '77051'].map(found))).toEqual(
    Array.from({ length: 5 }, () => [id]),
  );
});

test('a stale form cannot overwrite a newer record', async () => {
  const { id, revision } = await college.call('firms.create', aFirm());
  await college.call('firms.update', { id, revision, patch: { city: 'Павлодар' } });
  const second = await college.attempt('firms.update', { id, revision, patch: { city: 'Шымкент' } });
  expect(second).toEqual({ ok: false, error: { code: 'stale', params: { entity: 'firm' } } });
});

test('a wrong check digit is kept only when the officer says so', async () => {
  const refused = await college.attempt('firms.create', aFirm({ bin: '123456789012' }));
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'needsConfirmation', params: { warnings: 'identifierCheckDigit' } },
  });
  const kept = await college.attempt('firms.create', {
    ...aFirm({ bin: '123456789012' }),
    accepted: ['identifierCheckDigit'],
  });
  expect(kept.ok).toBe(true);
});

test('zeros that Excel dropped are put back', async () => {
  const { id } = await college.call('firms.create', aFirm({ bin: '30840335739' }));
  expect((await college.call('firms.get', { id })).bin).toBe('030840335739');
});

test('a second firm with the same BIN is refused beside the field', async () => {
  await college.call('firms.create', aFirm({ bin: '121240083006' }));
  const again = await college.attempt('firms.create', aFirm({ nameRu: 'АО «Другое»', bin: '121240083006' }));
  expect(again).toMatchObject({ ok: false, error: { code: 'validation', fields: { bin: 'identifierTaken' } } });
});

test('unknown fields and unknown channels are refused without a change', async () => {
  const extra = await college.attempt('firms.create', { ...aFirm(), revision: 7 } as never);
  const channel = await college.app.call('__proto__', {});
  expect([extra.ok, channel.ok, (await college.call('app.status', {})).counts.firms]).toEqual([false, false, 0]);
});

test('date of birth and sex follow from the IIN, specialty and course from the group', async () => {
  const specialty = await college.call('specialties.create', {
    code: '07150100',
    nameRu: 'Технология машиностроения',
    nameKk: null,
    practiceHours: null,
    validFrom: null,
    validTo: null,
  });
  const group = await college.call('groups.create', {
    code: '24ТМ-21р',
    specialtyId: specialty.id,
    qualificationId: null,
    course: 2,
    language: 'ru',
    curator: null,
    active: true,
  });
  const { id } = await college.call('students.create', aStudent({ iin: '071014524150', groupId: group.id }));
  expect(await college.call('students.get', { id })).toMatchObject({
    bornOn: '2007-10-14',
    sex: 'male',
    specialtyCode: '07150100',
    course: 2,
    language: 'ru',
    groupCode: '24ТМ-21р',
  });
});

test('an agreement passes from in force over expiring to expired with the day, and nothing of it is stored', async () => {
  const firm = await college.call('firms.create', aFirm());
  await college.call('agreements.create', anAgreement(firm.id, { endsOn: '2026-02-01' }));
  const stateOn = async (asOf: string, state: string): Promise<number> =>
    (await college.call('agreements.list', { filter: { asOf, state: [state as 'inForce'] } })).total;
  expect([
    await stateOn('2025-08-31', 'notStarted'),
    await stateOn('2025-09-01', 'inForce'),
    await stateOn('2026-01-31', 'expiring'),
    await stateOn('2026-02-02', 'expired'),
  ]).toEqual([1, 1, 1, 1]);
});

test('a placement moves only along allowed states, and back only with a reason', async () => {
  const firm = await college.call('firms.create', aFirm());
  const student = await college.call('students.create', aStudent());
  const placement = await college.call('placements.create', aPlacement(student.id, firm.id));
  const jump = await college.attempt('placements.move', { items: [placement], to: 'started' });
  await college.call('placements.move', { items: [placement], to: 'confirmed' });
  const back = await college.attempt('placements.move', { items: [{ id: placement.id, revision: 1 }], to: 'planned' });
  expect([jump, back]).toMatchObject([
    { ok: false, error: { code: 'refused' } },
    { ok: false, error: { code: 'validation', fields: { reason: 'required' } } },
  ]);
});

test('a record that others refer to is not removed, and its contacts go with a firm that is free', async () => {
  const used = await college.call('firms.create', aFirm());
  await college.call('agreements.create', anAgreement(used.id));
  const free = await college.call('firms.create', aFirm({ nameRu: 'ИП «Жылу»' }));
  await college.call('contacts.create', aContact(free.id));
  await college.call('sites.create', aSite(free.id));
  const refused = await college.attempt('firms.remove', used);
  await college.call('firms.remove', free);
  expect([
    refused,
    (await college.call('contacts.list', {})).total,
    (await college.call('sites.list', {})).total,
  ]).toEqual([
    { ok: false, error: { code: 'inUse', params: { entity: 'firm', title: 'ТОО «Болат»', by: 'agreement' } } },
    0,
    0,
  ]);
});

test('every command can be taken back and done again, and the audit keeps all of it', async () => {
  const firm = await college.call('firms.create', aFirm({ city: 'Павлодар' }));
  await college.call('firms.update', { id: firm.id, revision: 0, patch: { city: 'Шымкент' } });
  await college.call('requests.create', aRequest(firm.id));
  await college.call('history.undo', {});
  await college.call('history.undo', {});
  const undone = await college.call('firms.get', { id: firm.id });
  await college.call('history.redo', {});
  const redone = await college.call('firms.get', { id: firm.id });
  await college.call('history.redo', {});
  const { changes } = await college.call('audit.list', { entity: 'firm', entityId: firm.id });
  expect({
    undone: undone.city,
    redone: redone.city,
    requests: redone.requests,
    kinds: changes.map(change => change.kind),
  }).toEqual({
    undone: 'Павлодар',
    redone: 'Шымкент',
    requests: 0,
    kinds: ['redo', 'undo', 'do', 'do'],
  });
});

test('removing a firm with contacts and undoing it brings everything back, findable as before', async () => {
  const firm = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Дәнекер»' }));
  await college.call('contacts.create', aContact(firm.id));
  await college.call('firms.remove', firm);
  await college.call('history.undo', {});
  const found = await college.call('search.all', { text: 'данек' });
  expect(found.map(hit => hit.entity).toSorted()).toEqual(['contact', 'firm']);
});

test('an undo that would lose a later change is refused with the record’s name', async () => {
  const firm = await college.call('firms.create', aFirm());
  const { undo } = await college.call('history.state', {});
  await college.call('firms.update', { id: firm.id, revision: 0, patch: { city: 'Шымкент' } });
  const refused = await college.attempt('history.undo', { batchId: undo?.batchId });
  expect(refused).toEqual({
    ok: false,
    error: { code: 'undoConflict', params: { entity: 'firm', title: 'ТОО «Болат»' } },
  });
});

test('a change that alters nothing leaves no trace', async () => {
  const firm = await college.call('firms.create', aFirm({ city: 'Шымкент' }));
  await college.call('firms.update', { id: firm.id, revision: 0, patch: { city: 'Шымкент ' } });
  expect((await college.call('audit.list', { entity: 'firm', entityId: firm.id })).changes).toHaveLength(1);
});

test('a change of language or theme is in the history but is no step of undo', async () => {
  await college.call('firms.create', aFirm());
  await college.call('settings.update', { language: 'kk', theme: 'dark' });
  const { undo } = await college.call('history.state', {});
  expect(undo?.label).toEqual({ key: 'created', params: { entity: 'firm', title: 'ТОО «Болат»' } });
});

test("the college's own number is refused when it has not twelve digits, and may be left out", async () => {
  const short = await college.attempt('settings.update', { bin: '94014000038' });
  expect(short).toMatchObject({ ok: false, error: { fields: { bin: 'identifierLength' } } });
  expect((await college.call('settings.update', { bin: '940140000385' })).bin).toBe('940140000385');
  expect((await college.call('settings.update', { bin: '' })).bin).toBe('');
});
