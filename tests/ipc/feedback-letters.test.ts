import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aContact, aFirm, anEngagement, aPlacement, aPromise, aRequest, aStudent } from '#tests/support/builders.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(async () => {
  college = world({ today: '2026-06-15' });
  await college.call('settings.update', {
    language: 'ru',
    collegeRu: 'Политехнический колледж',
    collegeKk: 'Политехникалық колледж',
    directorRu: 'Жүнісова Гауһар Әнуарқызы',
  });
});
afterEach(() => college.close());

/** A firm that has taken two students, hired one, had a request adopted, given equipment and been promised something. */
async function partner(): Promise<string> {
  const { id: firmId } = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»', nameKk: '«Болат» ЖШС' }));
  await college.call(
    'contacts.create',
    aContact(firmId, { name: 'Ахметов Серік Болатұлы', position: 'Директор', roles: ['head'] }),
  );
  for (const [surname, hired] of [
    ['Қасымов', true],
    ['Ән', false],
  ] as const) {
    const student = await college.call('students.create', aStudent({ surname }));
    const placement = await college.call(
      'placements.create',
      aPlacement(student.id, firmId, {
        hoursPlanned: 300,
        orderNumber: '4',
        orderDate: '2025-08-25',
        briefingOn: '2025-09-01',
        briefingJournal: '1',
        medicalOn: '2025-08-20',
        insurance: 'Полис',
        consentOn: '2025-08-20',
        ...(hired ? { hired: true, hiredOn: '2026-02-01' } : {}),
      }),
    );
    let { revision } = placement;
    for (const to of ['confirmed', 'ordered', 'started'] as const) {
      await college.call('placements.move', { items: [{ id: placement.id, revision }], to });
      revision += 1;
    }
  }
  const request = await college.call('requests.create', aRequest(firmId, { number: '12', module: 'Станки с ЧПУ' }));
  let { revision } = request;
  for (const [to, on] of [
    ['underReview', undefined],
    ['approved', '2025-11-10'],
    ['implemented', '2026-03-01'],
  ] as const) {
    await college.call('requests.move', {
      items: [{ id: request.id, revision }],
      to,
      ...(on === undefined ? {} : { on }),
    });
    revision += 1;
  }
  await college.call(
    'engagements.create',
    anEngagement(firmId, { kindId: 'engagement-kind-equipment', quantity: 2, amountMinor: 240_000_000 }),
  );
  await college.call(
    'promises.create',
    aPromise(firmId, { side: 'college', promise: 'Подготовить группу операторов', dueOn: '2026-09-01' }),
  );
  return firmId;
}

/** The text of the letters to firms in one language. */
async function printed(ids: string[], language: 'kk' | 'ru' | 'kk-ru'): Promise<string[]> {
  const issued = await college.call('letters.issue', { kind: 'feedback', language, ids });
  const { folder, files } = await college.call('letters.export', { ids: issued.ids, format: 'docx' });
  const known = new Set(readdirSync(folder));
  return files.map(file => {
    const path = known.has(file) ? join(folder, file) : file;
    return textOfDocx(readFileSync(path)).replaceAll(/\s+/gu, ' ');
  });
}

test('the yearly letter tells a firm in Russian what has come of the year', async () => {
  const [text = ''] = await printed([await partner()], 'ru');
  expect(
    [
      'Об итогах сотрудничества за 2025–2026 учебный год',
      'Студентов, прошедших на предприятии практику и дуальное обучение: 2, часов на предприятии: 600.',
      'Принято на работу студентов и выпускников: 1.',
      'Передача оборудования и материалов — 1 (2 ед.), на сумму 2 400 000',
      'Предложений по учебным программам получено: 1, одобрено: 1, внедрено: 1.',
      '№ 12 «Станки с ЧПУ» — внедрено',
      'Подготовить группу операторов (до 1 сентября 2026',
      'Директору Ахметову',
    ].filter(words => !text.replaceAll('\u00A0', ' ').includes(words)),
  ).toEqual([]);
});

test('the yearly letter says the same in Kazakh, with every Kazakh letter', async () => {
  const [text = ''] = await printed([await partner()], 'kk');
  expect(
    [
      '2025–2026 оқу жылындағы ынтымақтастық қорытындысы туралы',
      '«Болат» ЖШС ұжымына алғыс білдіреді',
      'дуальды оқытудан өткен студенттер: 2, кәсіпорындағы сағат саны: 600.',
      'Жұмысқа алынған студенттер мен түлектер: 1.',
      'түскен ұсыныстар: 1, мақұлданғаны: 1, енгізілгені: 1.',
      '№ 12 «Станки с ЧПУ»',
      'Жүнісова',
    ].filter(words => !text.replaceAll('\u00A0', ' ').includes(words)),
  ).toEqual([]);
});

test('a letter on one page in two languages holds both, and a firm without anything is thanked without blanks', async () => {
  const busy = await partner();
  const { id: quiet } = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Тыныш»', nameKk: '«Тыныш» ЖШС' }));
  const [both = '', alone = ''] = await printed([busy, quiet], 'kk-ru');
  expect([
    both.includes('қорытындысы туралы') && both.includes('Об итогах сотрудничества'),
    alone.includes('Принято на работу'),
    alone.includes('Предложений по учебным программам'),
    alone.includes('получено'),
    alone.includes('Благодарим за вклад'),
  ]).toEqual([true, false, false, false, true]);
});

test('one order makes a letter for every firm, numbered one after another, and one undo takes them back', async () => {
  const ids = [await partner()];
  for (const name of ['Алтын', 'Күміс'])
    ids.push((await college.call('firms.create', aFirm({ nameRu: `ТОО «${name}»` }))).id);
  const issued = await college.call('letters.issue', { kind: 'feedback', language: 'ru', ids });
  const inForce = async () => (await college.call('letters.list', { filter: { void: false } })).total;
  const before = await inForce();
  await college.call('history.undo', {});
  expect([issued.letters, issued.first, issued.last, before, await inForce()]).toEqual([3, '1/26-07', '3/26-07', 3, 0]);
});
