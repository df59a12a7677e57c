import { afterEach, beforeEach, expect, test } from 'vitest';
import { aContact, aFirm, anAgreement, aPlacement, aRequest, aSite, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(async () => {
  college = world();
  await college.call('settings.update', { language: 'ru' });
});
afterEach(() => college.close());

const russian = 'АО «Энергоремонт»';
const kazakh = '«Қуатжөндеу» АҚ';

/** One firm with both names and a record of every kind that shows the name of a firm. */
async function furnish() {
  const firm = await college.call('firms.create', aFirm({ nameRu: russian, nameKk: kazakh }));
  const contact = await college.call('contacts.create', aContact(firm.id));
  const site = await college.call('sites.create', aSite(firm.id));
  const agreement = await college.call('agreements.create', anAgreement(firm.id));
  const student = await college.call('students.create', aStudent());
  const placement = await college.call('placements.create', aPlacement(student.id, firm.id));
  const request = await college.call('requests.create', aRequest(firm.id));
  return { firm, contact, site, agreement, placement, request };
}

test('rows, details and pickers show a firm under its name in the language of the screen', async () => {
  const made = await furnish();
  const shown = async () => [
    (await college.call('contacts.list', {})).rows[0]?.firmName,
    (await college.call('sites.list', {})).rows[0]?.firmName,
    (await college.call('agreements.list', {})).rows[0]?.firmName,
    (await college.call('placements.list', {})).rows[0]?.firmName,
    (await college.call('requests.list', {})).rows[0]?.firmName,
    (await college.call('contacts.get', { id: made.contact.id })).firmName,
    (await college.call('sites.get', { id: made.site.id })).firmName,
    (await college.call('agreements.get', { id: made.agreement.id })).firmName,
    (await college.call('placements.get', { id: made.placement.id })).firmName,
    (await college.call('requests.get', { id: made.request.id })).firmName,
    (await college.call('firms.pick', { search: 'энерго' }))[0]?.title,
    (await college.call('search.all', { text: 'энерго', limit: 5 })).find(hit => hit.entity === 'firm')?.title,
  ];
  expect(new Set(await shown())).toEqual(new Set([russian]));
  await college.call('settings.update', { language: 'kk' });
  expect(new Set(await shown())).toEqual(new Set([kazakh]));
  await college.call('settings.update', { language: 'en' });
  expect(new Set(await shown())).toEqual(new Set([russian]));
});

test('a firm without a Kazakh name keeps its Russian one, also after the name is emptied', async () => {
  const { firm } = await furnish();
  await college.call('settings.update', { language: 'kk' });
  await college.call('firms.update', { id: firm.id, revision: firm.revision, patch: { nameKk: '' } });
  expect((await college.call('agreements.list', {})).rows[0]?.firmName).toBe(russian);
});

test('firms, and what refers to them, are sorted by the name that is shown', async () => {
  for (const [nameRu, nameKk] of [
    ['ТОО «Ангар»', '«Ұшу» ЖШС'],
    ['ТОО «Берег»', '«Әріп» ЖШС'],
    ['ТОО «Якорь»', null],
  ] as const) {
    const firm = await college.call('firms.create', aFirm({ nameRu, nameKk }));
    const student = await college.call('students.create', aStudent());
    await college.call('placements.create', aPlacement(student.id, firm.id));
    await college.call('agreements.create', anAgreement(firm.id, { number: nameRu }));
    await college.call('requests.create', aRequest(firm.id, { number: nameRu }));
  }
  const sort = { field: 'firmName', direction: 'asc' } as const;
  const orders = async () => [
    (await college.call('firms.list', {})).rows.map(row => row.nameRu),
    (await college.call('agreements.list', { sort })).rows.map(row => row.number),
    (await college.call('requests.list', { sort })).rows.map(row => row.number),
    (await college.call('placements.list', { sort })).rows.map(row => row.firmName),
  ];
  const inRussian = ['ТОО «Ангар»', 'ТОО «Берег»', 'ТОО «Якорь»'];
  expect(await orders()).toEqual([inRussian, inRussian, inRussian, inRussian]);
  await college.call('settings.update', { language: 'kk' });
  const inKazakh = ['ТОО «Берег»', 'ТОО «Ангар»', 'ТОО «Якорь»'];
  expect(await orders()).toEqual([inKazakh, inKazakh, inKazakh, ['«Әріп» ЖШС', '«Ұшу» ЖШС', 'ТОО «Якорь»']]);
});

test('Kazakh letters have places of their own in the order of firms, and the legal form has none', async () => {
  await college.call('settings.update', { language: 'kk' });
  for (const nameKk of ['«Қалқан» ЖШС', '«Жігер» АҚ', 'ЖК Кенді Дала', '«Жиһаз Әлемі» ЖШС', '«Аян» ЖК', '«Әсем» ЖШС'])
    await college.call('firms.create', aFirm({ nameRu: `ТОО «${nameKk}»`, nameKk }));
  expect((await college.call('firms.list', {})).rows.map(row => row.nameKk)).toEqual([
    '«Аян» ЖК',
    '«Әсем» ЖШС',
    '«Жиһаз Әлемі» ЖШС',
    '«Жігер» АҚ',
    'ЖК Кенді Дала',
    '«Қалқан» ЖШС',
  ]);
});

test('agreements and contacts are found by the Kazakh name of their firm', async () => {
  await furnish();
  expect((await college.call('agreements.list', { search: 'қуатжөн' })).total).toBe(1);
  expect((await college.call('contacts.list', { search: 'қуатжөн' })).total).toBe(1);
});

test('the name of a specialty follows the language in pickers and in the search', async () => {
  await college.call('specialties.create', {
    code: '07161300',
    nameRu: 'Техническое обслуживание',
    nameKk: 'Техникалық қызмет көрсету',
    practiceHours: null,
    validFrom: null,
    validTo: null,
  });
  const shown = async () => [
    (await college.call('specialties.pick', { search: '' }))[0]?.title,
    (await college.call('search.all', { text: '07161300', limit: 5 }))[0]?.title,
  ];
  expect(await shown()).toEqual(Array.from({ length: 2 }, () => '07161300 Техническое обслуживание'));
  await college.call('settings.update', { language: 'kk' });
  expect(await shown()).toEqual(Array.from({ length: 2 }, () => '07161300 Техникалық қызмет көрсету'));
});
