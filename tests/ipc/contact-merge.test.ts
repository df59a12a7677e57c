import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  aContact,
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

/** One person noted twice, the second time with something of every kind. */
async function twice() {
  const keep = await college.call('contacts.create', aContact(firmId, { name: 'Серік Ахметов', roles: ['mentor'] }));
  const other = await college.call(
    'contacts.create',
    aContact(firmId, { name: 'Серик Ахметов', roles: ['mentor', 'signatory'], phone: '+77051234567' }),
  );
  const student = await college.call('students.create', aStudent());
  const agreement = await college.call('agreements.create', anAgreement(firmId, { signatoryId: other.id }));
  const placement = await college.call('placements.create', aPlacement(student.id, firmId, { mentorId: other.id }));
  const request = await college.call('requests.create', { ...aRequest(firmId), contactId: other.id });
  await college.call('interactions.create', { ...anInteraction(firmId), contactId: other.id });
  await college.call('amendments.create', anAmendment(agreement.id, { mentorId: other.id, places: 12 }));
  return { keep: keep.id, other: other.id, agreement: agreement.id, placement: placement.id, request: request.id };
}

type Twice = Awaited<ReturnType<typeof twice>>;

/** Who stands in each place: `keep`, `other` or nobody. */
async function named({ keep, other, agreement, placement, request }: Twice) {
  const who = (id: string | null | undefined) => (id === keep ? 'keep' : id === other ? 'other' : id);
  const { signatoryId, effective } = await college.call('agreements.get', { id: agreement });
  const talks = async (contactId: string) => (await college.call('interactions.list', { filter: { contactId } })).total;
  return {
    signatory: who(signatoryId),
    effective: [who(effective.signatoryId), who(effective.mentorId), effective.places],
    mentor: who((await college.call('placements.get', { id: placement })).mentorId),
    request: who((await college.call('requests.get', { id: request })).contactId),
    talks: [await talks(keep), await talks(other)],
  };
}

test('merging moves every place in which a person is named, amendments too, and one undo takes all of it back', async () => {
  const made = await twice();
  const before = await named(made);
  const { moved } = await college.call('contacts.merge', {
    keepId: made.keep,
    otherId: made.other,
    fields: { phone: '+77051234567' },
  });
  const after = await named(made);
  const kept = await college.call('contacts.get', { id: made.keep });
  await college.call('history.undo', {});
  expect({ before, after, moved, kept: [kept.phone, kept.roles], undone: await named(made) }).toEqual({
    before: {
      signatory: 'other',
      effective: ['other', 'other', 12],
      mentor: 'other',
      request: 'other',
      talks: [0, 1],
    },
    after: { signatory: 'keep', effective: ['keep', 'keep', 12], mentor: 'keep', request: 'keep', talks: [1, 0] },
    moved: 5,
    kept: ['+77051234567', ['mentor', 'signatory']],
    undone: before,
  });
});

test('people of a firm with the same name or the same phone are found, and compared with what refers to each', async () => {
  const { keep, other } = await twice();
  const shared = await college.call('contacts.create', aContact(firmId, { name: 'Айгүл Сейт', phone: '+77051234567' }));
  const elsewhere = await college.call('firms.create', aFirm({ nameRu: 'АО «Ертіс»' }));
  await college.call('contacts.create', aContact(elsewhere.id, { name: 'Серік Ахметов', phone: '+77051234567' }));
  const groups = (await college.call('contacts.duplicates', {})).map(({ why, contacts }) => ({
    why,
    ids: contacts.map(({ id }) => id),
  }));
  const compared = await college.call('contacts.compare', { keepId: keep, otherId: other });
  const doubles = (await college.call('contacts.get', { id: other })).possibleDuplicates.map(({ id }) => id);
  expect({
    groups,
    references: new Set(compared.references.map(row => `${row.entity} ${row.keep} ${row.other}`)),
    doubles: doubles.toSorted(),
  }).toEqual({
    groups: [
      { why: 'name', ids: [other, keep] },
      { why: 'phone', ids: [other, shared.id] },
    ],
    references: new Set(['agreement 0 1', 'amendment 0 1', 'interaction 0 1', 'placement 0 1', 'request 0 1']),
    doubles: [keep, shared.id].toSorted(),
  });
});

test('a person is not merged with itself, nor with one of another firm', async () => {
  const { keep } = await twice();
  const elsewhere = await college.call('firms.create', aFirm({ nameRu: 'АО «Ертіс»' }));
  const stranger = await college.call('contacts.create', aContact(elsewhere.id));
  const refusals = [keep, stranger.id].map(otherId => college.attempt('contacts.merge', { keepId: keep, otherId }));
  expect((await Promise.all(refusals)).map(result => (result.ok ? 'done' : result.error.code))).toEqual([
    'refused',
    'refused',
  ]);
});
