import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aContact, aFirm, anAgreement, anAmendment, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let firmId: string;
beforeEach(async () => {
  college = world();
  firmId = (await college.call('firms.create', aFirm())).id;
});
afterEach(() => college.close());

describe('a draft amendment is edited', () => {
  test('the form starts with what the amendment finds, without what it changes itself or what comes after it', async () => {
    const { id } = await college.call('agreements.create', anAgreement(firmId, { places: 10 }));
    const amend = (number: string, places: number, effectiveOn: string, signedOn: string | null) =>
      college.call('amendments.create', anAmendment(id, { places }, { number, effectiveOn, signedOn }));
    await amend('1', 20, '2025-10-01', '2025-10-01');
    const own = await amend('2', 30, '2025-11-01', null);
    await amend('3', 40, '2025-12-01', '2025-11-15');
    const found = await college.call('agreements.effective', { id, before: own.id });
    const foreign = await college.attempt('agreements.effective', { id, before: 'nobody' });
    expect([found.places, found.on, foreign.ok]).toEqual([20, '2025-11-01', false]);
  });

  test('its new changes stand in the chain; a part that is left out again is what it was', async () => {
    const { id } = await college.call('agreements.create', anAgreement(firmId, { places: 10 }));
    const own = await college.call(
      'amendments.create',
      anAmendment(id, { places: 20, endsOn: '2026-06-30' }, { signedOn: null }),
    );
    const saved = await college.call('amendments.update', {
      id: own.id,
      revision: own.revision,
      patch: { changes: { endsOn: '2027-08-31', place: 'Астана' }, reason: 'Письмо' },
    });
    await college.call('amendments.update', {
      id: own.id,
      revision: saved.revision,
      patch: { signedOn: '2025-11-01' },
    });
    const { amendments } = await college.call('agreements.chain', { id });
    const { effective } = await college.call('agreements.get', { id });
    expect({
      changes: amendments.map(({ changes, reason }) => ({ changes, reason })),
      effective: [effective.endsOn, effective.places, effective.place],
    }).toEqual({
      changes: [
        {
          reason: 'Письмо',
          changes: [
            { part: 'endsOn', before: '2026-08-31', after: '2027-08-31' },
            { part: 'place', before: null, after: 'Астана' },
          ],
        },
      ],
      effective: ['2027-08-31', 10, 'Астана'],
    });
  });

  test('correcting a signed one is judged by the terms without it', async () => {
    const { id } = await college.call('agreements.create', anAgreement(firmId));
    const own = await college.call(
      'amendments.create',
      anAmendment(id, { startsOn: '2026-07-01' }, { effectiveOn: '2025-10-01' }),
    );
    const changes = { endsOn: '2026-06-30' };
    // With the new beginning it still carries this end would come first; without it the end is sound.
    const sound = await college.attempt('amendments.update', {
      id: own.id,
      revision: own.revision,
      patch: { changes },
    });
    expect(sound.ok).toBe(true);
  });
});

test('every paper, list, export and report says what an amendment left from its day on, and what was before it until then', async () => {
  const person = (name: string, roles: ('mentor' | 'signatory')[]) =>
    college.call('contacts.create', aContact(firmId, { name, roles, position: 'инженер' }));
  const mentor = await person('Сейтқали Нұрлан', ['mentor']);
  await person('Абдиев Марат', ['signatory']);
  const signatory = await person('Петров Игорь', ['signatory']);
  const student = await college.call('students.create', aStudent());
  const { id } = await college.call(
    'agreements.create',
    anAgreement(firmId, { studentId: student.id, endsOn: '2026-08-31', places: 10, place: 'г. Караганда' }),
  );
  await college.call('placements.create', aPlacement(student.id, firmId, { agreementId: id }));
  await college.call(
    'amendments.create',
    anAmendment(
      id,
      {
        startsOn: '2025-09-08',
        endsOn: '2027-06-30',
        terminatedOn: '2026-05-31',
        place: 'г. Астана',
        mentorId: mentor.id,
        signatoryId: signatory.id,
        payMinor: 8_500_000,
      },
      { effectiveOn: '2025-11-10' },
    ),
  );
  const contract = async (issuedOn: string) => {
    const { html } = await college.call('letters.preview', {
      kind: 'dualContract',
      language: 'ru',
      ids: [id],
      issuedOn,
    });
    return ['Сейтқали', 'Петров', 'г. Астана', '8 сентября 2025', '31 мая 2026', '31 августа 2026', '85 000'].filter(
      word => html?.replaceAll('\u00a0', ' ').includes(word),
    );
  };
  const register = async (asOf: string) =>
    (await college.call('agreements.list', { filter: { asOf, inForceFrom: '2026-06-01', inForceTo: '2026-06-30' } }))
      .total;
  const { path } = await college.call('lists.export', {
    list: 'agreements',
    columns: ['startsOn', 'endsOn', 'terminatedOn'].map(key => ({ key, title: key })),
    format: 'csv',
  });
  expect({
    before: await contract('2025-11-09'),
    after: await contract('2025-11-10'),
    inJune: await register('2025-11-20'),
    exported: readFileSync(path, 'utf8').trim().split(/\r?\n/u).at(-1),
  }).toEqual({
    before: ['31 августа 2026'],
    after: ['Сейтқали', 'Петров', 'г. Астана', '8 сентября 2025', '31 мая 2026', '85 000'],
    inJune: 0,
    exported: '08.09.2025;30.06.2027;31.05.2026',
  });
});
