import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aContact, aFirm, anAgreement, anInteraction, aPromise, aRequest } from '#tests/support/builders.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let bolat: string;
beforeEach(async () => {
  college = world({ today: '2025-11-20' });
  await college.call('settings.update', { language: 'ru', officer: 'Соколова Н. В.' });
  bolat = (await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»', nameKk: '«Болат» ЖШС' }))).id;
  await college.call(
    'contacts.create',
    aContact(bolat, { name: 'Ахметов Серік', position: 'Директор', phone: '87012345678', roles: ['head'] }),
  );
  await college.call('agreements.create', anAgreement(bolat, { number: '7/25', endsOn: '2025-12-31' }));
  await college.call('promises.create', aPromise(bolat, { promise: 'Передать станок', dueOn: '2025-12-01' }));
  await college.call('promises.create', aPromise(bolat, { promise: 'Исполнено давно', deliveredOn: '2025-10-01' }));
  await college.call('requests.create', aRequest(bolat, { number: '12', module: 'Сварка' }));
  await college.call(
    'interactions.create',
    anInteraction(bolat, { summary: 'Обсудили места', nextStep: 'Выслать список', nextOn: '2025-11-25' }),
  );
});
afterEach(() => college.close());

const pack = async (ids: string[], language: 'kk' | 'ru' | 'en'): Promise<[text: string, firms: number]> => {
  const { path, firms } = await college.call('partnership.handover', { ids, language, format: 'docx' });
  return [textOfDocx(readFileSync(path)).replaceAll('\u00A0', ' '), firms];
};
const missing = (text: string, words: readonly string[]): string[] => words.filter(word => !text.includes(word));

test('the pack of one firm tells its people, what is open, what ends and what has happened', async () => {
  const [text, firms] = await pack([bolat], 'ru');
  expect([
    firms,
    missing(text, [
      'Передача дел',
      'ТОО «Болат». Состояние на 20 ноября 2025 года. Передаёт: Соколова Н. В.',
      'Ахметов Серік',
      '+7 701 234 56 78',
      'руководитель',
      'Передать станок',
      'Выслать список',
      '№ 7/25',
      '31.12.2025',
      '№ 12',
      'Обсудили места',
      'Подписан договор № 7/25',
    ]),
    text.includes('Исполнено давно'),
  ]).toEqual([1, [], false]);
});

test('the pack is written in Kazakh with the Kazakh names', async () => {
  const [text] = await pack([bolat], 'kk');
  expect(
    missing(text, ['Істі тапсыру', '«Болат» ЖШС', 'Орындалмаған уәделер', 'Келесі қадамдар', 'Қолданыстағы шарттар']),
  ).toEqual([]);
});

test('the pack of the whole desk sums up what is open over all partners and leaves former ones without matters out', async () => {
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Шаңырақ»' }));
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Бывший»', status: 'former' }));
  const [text, firms] = await pack([], 'ru');
  const summary = text.slice(0, text.lastIndexOf('ТОО «Болат»'));
  expect([
    firms,
    missing(summary, ['2 организации', 'Договоры, срок которых заканчивается', 'Передать станок', 'Выслать список']),
    text.includes('ТОО «Шаңырақ»'),
    text.includes('Бывший'),
  ]).toEqual([2, [], true, false]);
});

test('without a window there is no PDF, and an empty desk has nothing to hand over', async () => {
  const pdf = await college.attempt('partnership.handover', { ids: [bolat], language: 'ru', format: 'pdf' });
  const empty = world({ today: '2025-11-20' });
  const none = await empty.attempt('partnership.handover', { ids: [], language: 'ru', format: 'docx' });
  empty.close();
  expect([pdf, none].map(result => (result.ok ? 'done' : result.error.code))).toEqual(['refused', 'notFound']);
});

test('a pack stopped in the middle leaves no file, and the window is answered between firms', async () => {
  for (let index = 0; index < 40; index += 1)
    await college.call('firms.create', aFirm({ nameRu: `ТОО «Завод ${index}»`, bin: null, status: 'active' }));
  const letters = join(college.folder, 'letters');
  const writing = college.attempt('partnership.handover', { ids: [], language: 'ru', format: 'docx' });
  let seen: { id: string; done: number; total: number } | undefined;
  while (seen === undefined || seen.done === 0) {
    await new Promise(resolve => setImmediate(resolve));
    seen = (await college.call('jobs.state', {})).find(job => job.kind === 'handover');
  }
  await college.call('jobs.cancel', { id: seen.id });
  const result = await writing;
  expect([
    result.ok ? null : result.error.code,
    seen.done < seen.total,
    existsSync(letters) ? readdirSync(letters) : [],
    await college.call('jobs.state', {}),
  ]).toEqual(['cancelled', true, [], []]);
});
