import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { versionsOf } from '#main/database/agreement-versions.ts';
import { requireRecord } from '#main/database/records.ts';
import { stateSql } from '#main/features/agreements/queries.ts';
import type { Output, Request } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates.ts';
import { amendedState } from '#shared/domain/effective.ts';
import { aContact, aFirm, anAgreement, anAmendment, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let firmId: string;
beforeEach(async () => {
  college = world();
  firmId = (await college.call('firms.create', aFirm())).id;
});
afterEach(() => college.close());

type Saved = Output<'agreements.create'>;
const agree = (fields: Partial<Request<'agreements.create'>> = {}): Promise<Saved> =>
  college.call('agreements.create', anAgreement(firmId, { startsOn: '2025-09-01', endsOn: '2026-06-30', ...fields }));
const draft = (fields: Partial<Request<'agreements.create'>> = {}): Promise<Saved> =>
  agree({ stage: 'draft', signedOn: null, ...fields });
const row = async (id: string) => {
  const { rows } = await college.call('agreements.list', { filter: { ids: [id] } });
  const found = rows[0];
  if (found === undefined) throw new Error('no such row');
  return found;
};
const found = async (filter: Request<'agreements.list'>['filter']): Promise<number> =>
  (await college.call('agreements.list', { filter })).total;

describe('amendments', () => {
  test('list, filter, firm and record follow an extension, and the paper as signed stays readable', async () => {
    const { id } = await agree({ endsOn: '2025-10-31', places: 10 });
    const before = {
      state: (await row(id)).state,
      inForce: (await college.call('firms.get', { id: firmId })).agreementsInForce,
    };
    await college.call(
      'amendments.create',
      anAmendment(id, { endsOn: '2026-08-31', places: 25 }, { effectiveOn: '2025-10-15' }),
    );
    const after = await row(id);
    const record = await college.call('agreements.get', { id });
    expect({
      before,
      after: {
        state: after.state,
        endsOn: after.endsOn,
        places: after.places,
        amendments: after.amendments,
        original: after.original,
      },
      inForce: (await college.call('firms.get', { id: firmId })).agreementsInForce,
      expired: await found({ state: ['expired'] }),
      record: [record.endsOn, record.effective.endsOn, record.effective.places],
    }).toEqual({
      before: { state: 'expired', inForce: 0 },
      after: {
        state: 'inForce',
        endsOn: '2026-08-31',
        places: 25,
        amendments: 1,
        original: { startsOn: '2025-09-01', endsOn: '2025-10-31', terminatedOn: null, places: 10 },
      },
      inForce: 1,
      expired: 0,
      record: ['2025-10-31', '2026-08-31', 25],
    });
  });

  test('what held on an earlier day is still answered for that day', async () => {
    const { id } = await agree({ places: 10 });
    await college.call('amendments.create', anAmendment(id, { places: 25 }, { effectiveOn: '2025-11-15' }));
    const on = async (day: string) => (await college.call('agreements.effective', { id, on: day })).places;
    expect([await on('2025-11-14'), await on('2025-11-15')]).toEqual([10, 25]);
  });

  test('an unsigned amendment changes nothing, and taking a signed one back restores what was', async () => {
    const { id } = await agree({ places: 10 });
    await college.call('amendments.create', anAmendment(id, { places: 99 }, { signedOn: null }));
    const unsigned = (await row(id)).places;
    await college.call('amendments.create', anAmendment(id, { places: 25 }, { number: '2' }));
    const signed = (await row(id)).places;
    await college.call('history.undo', {});
    expect([unsigned, signed, (await row(id)).places]).toEqual([10, 25, 10]);
  });

  test('the report counts an agreement that an amendment keeps in force', async () => {
    const { id } = await agree({ endsOn: '2025-10-31' });
    const period = { inForceFrom: '2025-11-01', inForceTo: '2025-11-30' };
    const ended = { endedFrom: '2025-10-01', endedTo: '2025-10-31' };
    const before = [await found(period), await found(ended)];
    await college.call('amendments.create', anAmendment(id, { endsOn: null }, { effectiveOn: '2025-10-20' }));
    expect([before, [await found(period), await found(ended)]]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('an early end by amendment counts as terminated, not as expired', async () => {
    const { id } = await agree();
    await college.call('amendments.create', anAmendment(id, { terminatedOn: '2025-11-10' }));
    const ended = { endedFrom: '2025-11-01', endedTo: '2025-11-30' };
    expect([
      (await row(id)).state,
      await found({ ...ended, ending: 'terminated' }),
      await found({ ...ended, ending: 'expired' }),
    ]).toEqual(['terminated', 1, 0]);
  });

  test('a letter names the mentor in effect on its date', async () => {
    const person = (name: string) => college.call('contacts.create', aContact(firmId, { name }));
    const [first, second] = [await person('Петров Игорь'), await person('Сейтқали Нұрлан')];
    const student = await college.call('students.create', aStudent());
    const { id } = await agree({ studentId: student.id });
    const placement = await college.call(
      'placements.create',
      aPlacement(student.id, firmId, { agreementId: id, mentorId: first.id }),
    );
    await college.call('amendments.create', anAmendment(id, { mentorId: second.id }, { effectiveOn: '2025-11-10' }));
    const mentorOn = async (issuedOn: string): Promise<readonly boolean[]> => {
      const { html } = await college.call('letters.preview', {
        kind: 'direction',
        language: 'ru',
        ids: [placement.id],
        issuedOn,
      });
      return ['Петров', 'Сейтқали'].map(name => html?.includes(name) ?? false);
    };
    expect([await mentorOn('2025-11-09'), await mentorOn('2025-11-10')]).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('capacity warns by the places in effect', async () => {
    const { id } = await agree({ places: 1 });
    const place = async () => {
      const student = await college.call('students.create', aStudent());
      return college.attempt(
        'placements.create',
        aPlacement(student.id, firmId, { agreementId: id, startsOn: '2025-11-05' }),
      );
    };
    const first = await place();
    const second = await place();
    await college.call('amendments.create', anAmendment(id, { places: 2 }));
    const third = await place();
    expect([first.ok, second.ok, third.ok]).toEqual([true, false, true]);
  });

  test('the chain shows each amendment with before and after, by name', async () => {
    const contact = await college.call(
      'contacts.create',
      aContact(firmId, { name: 'Айгүл Нұрлан', roles: ['signatory'] }),
    );
    const { id } = await agree({ places: 10 });
    await college.call('amendments.create', anAmendment(id, { places: 15 }, { effectiveOn: '2025-10-01' }));
    await college.call(
      'amendments.create',
      anAmendment(id, { places: 20, signatoryId: contact.id }, { number: '2', effectiveOn: '2026-01-01' }),
    );
    const { amendments } = await college.call('agreements.chain', { id });
    expect(amendments.map(({ number, standing, changes }) => ({ number, standing, changes }))).toEqual([
      { number: '1', standing: 'inEffect', changes: [{ part: 'places', before: 10, after: 15 }] },
      {
        number: '2',
        standing: 'ahead',
        changes: [
          { part: 'places', before: 15, after: 20 },
          { part: 'signatoryId', before: null, after: 'Айгүл Нұрлан' },
        ],
      },
    ]);
  });

  test.each([
    [{}, { changes: 'nothingChanged' }],
    [{ endsOn: '2025-08-01' }, { 'changes.endsOn': 'endBeforeStart' }],
    [{ terminatedOn: '2025-10-01' }, { 'changes.terminatedOn': 'terminatedBeforeEffect' }],
  ])('what cannot be is refused beside the field: %j', async (changes, fields) => {
    const { id } = await agree();
    const refused = await college.attempt('amendments.create', anAmendment(id, changes));
    expect(refused).toMatchObject({ ok: false, error: { code: 'validation', fields } });
  });

  test('a contact of another firm and a date in the year 1025 are refused', async () => {
    const other = await college.call('firms.create', aFirm({ nameRu: 'ИП «Жылу»' }));
    const stranger = await college.call('contacts.create', aContact(other.id));
    const { id } = await agree();
    const person = await college.attempt('amendments.create', anAmendment(id, { mentorId: stranger.id }));
    const date = await college.attempt(
      'amendments.create',
      anAmendment(id, { places: 3 }, { effectiveOn: '1025-11-01' }),
    );
    expect([person, date]).toMatchObject([
      { error: { fields: { 'changes.mentorId': 'otherFirm' } } },
      { error: { fields: { effectiveOn: 'beforeAgreement' } } },
    ]);
  });

  test('SQL and the pure rule name the same state on any day', async () => {
    const { id } = await agree();
    const db = college.app.db();
    const day = fc.integer({ min: 0, max: 700 }).map(days => addDays('2025-09-01', days));
    const optional = fc.option(day, { nil: null });
    const changes = fc.record({ endsOn: optional, places: fc.nat(9) }, { requiredKeys: ['places'] });
    const chain = fc.array(fc.record({ signedOn: optional, effectiveOn: day, changes }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(chain, day, async (amendments, on) => {
        for (const [index, one] of amendments.entries()) {
          const made = await college.attempt(
            'amendments.create',
            anAmendment(id, one.changes, { ...one, number: `${index}` }),
          );
          if (!made.ok) expect(made.error.code).toBe('validation');
        }
        const agreement = requireRecord(db, 'agreement', id);
        const facts = { stage: agreement.stage, signedOn: agreement.signedOn, renewed: false };
        const expected = amendedState(facts, versionsOf(db, agreement), on, 60);
        const actual = db.value(`SELECT ${stateSql('a', on, 60)} FROM agreement a WHERE id = ?`, id);
        for (const { id: one, revision } of (await college.call('amendments.list', { filter: { agreementId: id } }))
          .rows)
          await college.call('amendments.remove', { id: one, revision });
        expect(actual).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('signing on paper', () => {
  const parties = async (id: string) =>
    (await college.call('agreements.get', { id })).parties.map(({ party, signedOn }) => [party, signedOn]);

  test('one step signs for everybody, and one undo takes it back', async () => {
    const made = await draft();
    await college.call('agreements.signOnPaper', { ...made, on: '2025-11-18' });
    const signed = await college.call('agreements.get', { id: made.id });
    await college.call('history.undo', {});
    const undone = await college.call('agreements.get', { id: made.id });
    expect({
      signed: [signed.stage, signed.signedOn, signed.state, signed.parties.map(party => party.returnedOn)],
      undone: [undone.stage, undone.signedOn, undone.parties.map(party => party.signedOn)],
    }).toEqual({
      signed: ['signed', '2025-11-18', 'inForce', ['2025-11-18', '2025-11-18']],
      undone: ['draft', null, [null, null]],
    });
  });

  test('the stage follows the parties, and a minor’s representative signs too', async () => {
    const student = await college.call('students.create', aStudent({ bornOn: '2009-05-01' }));
    let now = await draft({ typeId: 'agreement-type-dual', studentId: student.id });
    const stages: string[] = [];
    const note = async (party: 'college' | 'firm' | 'student' | 'representative', patch: object) => {
      now = await college.call('agreements.recordSigning', { ...now, party, patch });
      stages.push((await college.call('agreements.get', { id: now.id })).stage);
    };
    await note('firm', { sentOn: '2025-11-01' });
    await note('college', { signedOn: '2025-11-02' });
    await note('firm', { signedOn: '2025-11-05' });
    await note('student', { signedOn: '2025-11-06' });
    await note('representative', { signedOn: '2025-11-07' });
    expect({ stages, signedOn: (await row(now.id)).signedOn, parties: await parties(now.id) }).toEqual({
      stages: ['sent', 'partlySigned', 'partlySigned', 'partlySigned', 'signed'],
      signedOn: '2025-11-07',
      parties: [
        ['college', '2025-11-02'],
        ['firm', '2025-11-05'],
        ['student', '2025-11-06'],
        ['representative', '2025-11-07'],
      ],
    });
  });

  test('noting the return of an agreement signed before does not unsign it; taking a signature back asks first', async () => {
    const made = await agree();
    const noted = await college.call('agreements.recordSigning', {
      ...made,
      party: 'firm',
      patch: { returnedOn: '2025-11-19' },
    });
    const stage = (await college.call('agreements.get', { id: made.id })).stage;
    const back = { ...noted, party: 'firm', patch: { signedOn: null } } as const;
    const asked = await college.attempt('agreements.recordSigning', back);
    await college.call('agreements.recordSigning', { ...back, accepted: ['signatureTakenBack'] });
    expect([stage, asked, (await college.call('agreements.get', { id: made.id })).stage]).toMatchObject([
      'signed',
      { ok: false, error: { code: 'needsConfirmation', params: { warnings: 'signatureTakenBack' } } },
      'partlySigned',
    ]);
  });

  test('a day that has not come, and a stage that the lines contradict, are refused beside the field', async () => {
    const made = await draft();
    const future = await college.attempt('agreements.signOnPaper', { ...made, on: '2026-01-01' });
    const signed = await college.call('agreements.signOnPaper', { ...made, on: '2025-11-18' });
    const stage = await college.attempt('agreements.update', { ...signed, patch: { stage: 'sent' } });
    expect([future, stage]).toMatchObject([
      { error: { fields: { on: 'inFuture' } } },
      { error: { fields: { stage: 'stageFollowsSigning' } } },
    ]);
  });

  test('a stale record is not signed', async () => {
    const made = await draft();
    await college.call('agreements.update', { ...made, patch: { notes: 'позже' } });
    expect(await college.attempt('agreements.signOnPaper', { ...made, on: '2025-11-18' })).toMatchObject({
      error: { code: 'stale' },
    });
  });
});

describe('copies', () => {
  const specialty = async (): Promise<string> =>
    (
      await college.call('specialties.create', {
        code: '07150100',
        nameRu: 'Технология машиностроения',
        nameKk: null,
        practiceHours: null,
        validFrom: null,
        validTo: null,
      })
    ).id;

  test('a renewal takes over the terms in effect and the specialties, asks only for dates, and turns the old one «renewed»', async () => {
    const specialtyId = await specialty();
    const old = await agree({
      number: '12/2025',
      places: 10,
      endsOn: '2025-11-10',
      legalBasis: 'Закон «Об образовании»',
    });
    await college.call('agreementSpecialties.create', { agreementId: old.id, specialtyId, year: null, places: 4 });
    await college.call('amendments.create', anAmendment(old.id, { places: 15 }));
    const made = await college.call('agreements.renew', { ...old, startsOn: '2026-01-01', endsOn: '2026-12-31' });
    const next = await college.call('agreements.get', { id: made.id });
    const before = (await row(old.id)).state;
    await college.call('agreements.signOnPaper', { ...made, on: '2025-11-19' });
    expect({
      next: [next.number, next.stage, next.parentId, next.startsOn, next.endsOn, next.places, next.legalBasis],
      specialties: next.effective.specialties.map(({ code, places }) => [code, places]),
      states: [before, (await row(old.id)).state],
      renewals: (await college.call('agreements.get', { id: old.id })).renewals,
    }).toEqual({
      next: ['12/2026', 'draft', old.id, '2026-01-01', '2026-12-31', 15, 'Закон «Об образовании»'],
      specialties: [['07150100', 4]],
      states: ['expired', 'renewed'],
      renewals: [{ id: made.id, number: '12/2026' }],
    });
  });

  test('a replacement voids the old one with its reason and takes its placements and lower agreements along, one undo', async () => {
    const old = await agree({ number: '7' });
    const child = await agree({ number: '7-1', parentId: old.id });
    const student = await college.call('students.create', aStudent());
    const placement = await college.call('placements.create', aPlacement(student.id, firmId, { agreementId: old.id }));
    const made = await college.call('agreements.replace', { ...old, reason: 'Ошибка в реквизитах' });
    const where = async () => [
      (await college.call('placements.get', { id: placement.id })).agreementId,
      (await college.call('agreements.get', { id: child.id })).parentId,
      (await row(old.id)).state,
    ];
    const replaced = await where();
    await college.call('history.undo', {});
    expect([replaced, await where(), await found({ ids: [made.id] })]).toEqual([
      [made.id, made.id, 'cancelled'],
      [old.id, old.id, 'inForce'],
      0,
    ]);
  });

  test('a duplicate is a draft without dates and with a number of its own', async () => {
    const old = await agree({ number: '12/2025' });
    const made = await college.call('agreements.duplicate', old);
    expect(await college.call('agreements.get', { id: made.id })).toMatchObject({
      number: '12/2025-2',
      stage: 'draft',
      startsOn: null,
      endsOn: null,
      parentId: null,
    });
  });
});

test('a draft with a signing date is kept only on purpose', async () => {
  const input = anAgreement(firmId, { stage: 'draft', signedOn: '2025-09-01' });
  const asked = await college.attempt('agreements.create', input);
  const { id } = await college.call('agreements.create', { ...input, accepted: ['signedButDraft'] });
  expect(asked).toMatchObject({
    error: { code: 'needsConfirmation', params: { warnings: 'signedButDraft' }, fields: { stage: 'signedButDraft' } },
  });
  expect(await college.call('agreements.get', { id })).toMatchObject({ stage: 'draft', signedOn: '2025-09-01' });
});

test('the register finds what expires in 90, 60, 30 and 7 days, what is unsigned and what covers a specialty', async () => {
  const specialtyId = (
    await college.call('specialties.create', {
      code: '06130100',
      nameRu: 'Программное обеспечение',
      nameKk: null,
      practiceHours: null,
      validFrom: null,
      validTo: null,
    })
  ).id;
  await draft({ number: '1' });
  await agree({ number: '2', endsOn: addDays('2025-11-20', 20) });
  const { id } = await agree({ number: '3', endsOn: addDays('2025-11-20', 70) });
  await college.call('amendments.create', anAmendment(id, { specialties: [{ specialtyId, year: null, places: 3 }] }));
  expect({
    ends: await Promise.all([7, 30, 60, 90].map(endsWithinDays => found({ endsWithinDays }))),
    unsigned: await found({ unsigned: true }),
    withoutScan: await found({ withoutScan: true }),
    specialty: await found({ specialtyId: [specialtyId] }),
  }).toEqual({ ends: [0, 1, 1, 2], unsigned: 1, withoutScan: 2, specialty: 1 });
});
