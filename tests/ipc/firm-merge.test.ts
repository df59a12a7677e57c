import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  aContact,
  aFirm,
  anAgreement,
  anInteraction,
  aPlacement,
  aRequest,
  aSite,
  aStudent,
} from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

/** Two records of one firm, the second with something of every kind. */
async function pair() {
  const keep = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»', city: 'Астана' }));
  const other = await college.call('firms.create', {
    ...aFirm({ nameRu: 'ТОО "БОЛАТ"', bin: '121240083006', phone: '+77051234567' }),
    accepted: ['firmNameTaken'],
  });
  const contact = await college.call('contacts.create', aContact(other.id));
  await college.call('sites.create', aSite(other.id));
  const agreement = await college.call('agreements.create', anAgreement(other.id, { signatoryId: contact.id }));
  const student = await college.call('students.create', aStudent());
  await college.call('placements.create', aPlacement(student.id, other.id, { agreementId: agreement.id }));
  await college.call('requests.create', aRequest(other.id));
  await college.call('interactions.create', anInteraction(other.id));
  await college.call('attachments.paste', {
    entity: 'firm',
    entityId: other.id,
    name: 'устав.txt',
    bytes: new TextEncoder().encode('устав'),
  });
  return { keep: keep.id, other: other.id };
}

const counts = async (id: string) => {
  const { agreements, placements, contacts, sites, requests, bin, phone, city } = await college.call('firms.get', {
    id,
  });
  const interactions = (await college.call('interactions.list', { filter: { firmId: id } })).total;
  const files = (await college.call('attachments.list', { entity: 'firm', entityId: id })).length;
  return { agreements, placements, contacts, sites, requests, interactions, files, bin, phone, city };
};

test('merging moves every record, keeps the chosen values, removes the other, and one undo restores both', async () => {
  const { keep, other } = await pair();
  const before = [await counts(keep), await counts(other)];
  const merged = await college.call('firms.merge', {
    keepId: keep,
    otherId: other,
    fields: { bin: '121240083006', phone: '+77051234567' },
  });
  const after = await counts(keep);
  const gone = await college.attempt('firms.get', { id: other });
  await college.call('history.undo', {});
  expect({ moved: merged.moved, after, gone, undone: [await counts(keep), await counts(other)] }).toEqual({
    moved: 7,
    after: {
      agreements: 1,
      placements: 1,
      contacts: 1,
      sites: 1,
      requests: 1,
      interactions: 1,
      files: 1,
      bin: '121240083006',
      phone: '+77051234567',
      city: 'Астана',
    },
    gone: { ok: false, error: { code: 'notFound', params: { entity: 'firm' } } },
    undone: before,
  });
});

test('possible doubles are listed, the one with more records first, and compared side by side', async () => {
  const { keep, other } = await pair();
  await college.call('firms.create', aFirm({ nameRu: 'АО «Энергоремонт»' }));
  const groups = await college.call('firms.duplicates', {});
  const compared = await college.call('firms.compare', { keepId: keep, otherId: other });
  expect({
    groups: groups.map(({ why, firms }) => [why, firms.map(firm => [firm.id, firm.references])]),
    names: [compared.keep.nameRu, compared.other.nameRu],
    placements: compared.references.find(row => row.entity === 'placement'),
  }).toEqual({
    groups: [
      [
        'name',
        [
          [other, 7],
          [keep, 0],
        ],
      ],
    ],
    names: ['ТОО «Болат»', 'ТОО "БОЛАТ"'],
    placements: { entity: 'placement', keep: 0, other: 1 },
  });
});

test('a firm is not merged with itself', async () => {
  const { keep } = await pair();
  expect(await college.attempt('firms.merge', { keepId: keep, otherId: keep })).toMatchObject({
    error: { code: 'refused' },
  });
});

test('what is found by the name of the removed firm is found by the name of the other afterwards', async () => {
  const keep = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Дәнекер»' }));
  const other = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Сварка»' }));
  await college.call('contacts.create', aContact(other.id, { name: 'Серік Ахметов' }));
  await college.call('firms.merge', { keepId: keep.id, otherId: other.id });
  const hits = async (text: string) => (await college.call('search.all', { text })).map(hit => hit.entity).toSorted();
  expect([await hits('сварка'), await hits('данекер')]).toEqual([[], ['contact', 'firm']]);
});

test('the timeline tells the relationship from the newest event back', async () => {
  const { other } = await pair();
  const events = await college.call('firms.timeline', { id: other });
  expect(events.map(event => [event.on, event.kind])).toEqual([
    ['2025-11-10', 'interaction'],
    ['2025-10-01', 'request'],
    ['2025-09-01', 'agreementSigned'],
    ['2025-09-01', 'placements'],
  ]);
});

test('an interaction in the future, a step without words and a stranger are refused beside the field', async () => {
  const firm = await college.call('firms.create', aFirm());
  const refused = await college.attempt(
    'interactions.create',
    anInteraction(firm.id, { happenedOn: '2026-01-01', nextOn: '2026-02-01', contactId: 'nobody' }),
  );
  expect(refused).toMatchObject({
    error: { fields: { happenedOn: 'inFuture', nextStep: 'required', contactId: 'otherFirm' } },
  });
});
