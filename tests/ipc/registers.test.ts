import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LetterKind, LetterLanguage } from '#shared/contract/letter-kinds.ts';
import {
  aContact,
  aFirm,
  anAgreement,
  anAmendment,
  aPlacement,
  aRequest,
  aStudent,
  aVisit,
} from '#tests/support/builders.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let firmId: string;
beforeEach(async () => {
  college = world();
  await college.call('settings.update', { language: 'ru', collegeRu: 'Политехнический колледж' });
  firmId = (await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»', nameKk: '«Болат» ЖШС' }))).id;
});
afterEach(() => college.close());

/** The text of a register, lines and cells apart by spaces. */
async function printed(kind: LetterKind, language: LetterLanguage, ids: readonly string[]): Promise<string> {
  const { ids: papers } = await college.call('letters.issue', { kind, language, ids: [...ids] });
  const { fileHash } = await college.call('letters.get', { id: papers[0] ?? '' });
  const bytes = college.app.db().value<Uint8Array>('SELECT bytes FROM letter_file WHERE hash = ?', fileHash);
  return textOfDocx(bytes ?? new Uint8Array()).replaceAll(/\s+/gu, ' ');
}

const missing = (text: string, parts: readonly string[]): readonly string[] =>
  parts.filter(part => !text.includes(part));

/** A student placed at the firm; the name tells whom it is about. */
async function placed(surname: string, fields: Parameters<typeof aPlacement>[2] = {}): Promise<string> {
  const student = await college.call('students.create', aStudent({ surname, iin: null }));
  return (await college.call('placements.create', aPlacement(student.id, firmId, fields))).id;
}

test('a register keeps the order in which its records are given, each once, and numbers its lines', async () => {
  const [first, second, third] = [await placed('Біріншіев'), await placed('Екіншіев'), await placed('Үшіншіев')];
  const text = await printed('placementRegister', 'kk', [third, first, second, first]);
  expect([...text.matchAll(/(\d) (Біріншіев|Екіншіев|Үшіншіев)/gu)].map(([line]) => line)).toEqual([
    '1 Үшіншіев',
    '2 Біріншіев',
    '3 Екіншіев',
  ]);
});

test('the register of placements says by which agreement and order, for which days and hours, and what has become of it', async () => {
  const agreement = await college.call('agreements.create', anAgreement(firmId, { number: '14/25' }));
  const id = await placed('Әлібеков', { agreementId: agreement.id, orderNumber: '7-П', orderDate: '2025-08-25' });
  expect(
    missing(await printed('placementRegister', 'ru', [id]), [
      'Всего строк: 1, с 01.09.2025 по 26.12.2025. Составлен 20 ноября 2025 года',
      'Әлібеков',
      '01.09.2025– 26.12.2025 432 договор № 14/25; приказ № 7-П от 25.08.2025',
      'запланировано',
    ]),
  ).toEqual([]);
});

test('the register of mentors gives each the students of the school year, an amended contract to its new mentor', async () => {
  const [old, next] = await Promise.all(
    ['Серік Ахметов', 'Асқар Нұрланов'].map(async name => college.call('contacts.create', aContact(firmId, { name }))),
  );
  const [was, is] = [old?.id ?? '', next?.id ?? ''];
  await placed('Бұрынғыев', { mentorId: was });
  await placed('Ескіев', { mentorId: was, startsOn: '2024-02-01', endsOn: '2024-05-31' });
  const student = await college.call('students.create', aStudent({ surname: 'Ауысқанов', iin: null }));
  const agreement = await college.call(
    'agreements.create',
    anAgreement(firmId, { number: '1', studentId: student.id }),
  );
  await college.call('placements.create', aPlacement(student.id, firmId, { agreementId: agreement.id, mentorId: was }));
  await college.call('amendments.create', anAmendment(agreement.id, { mentorId: is }));
  const text = await printed('mentorRegister', 'kk', [next?.id ?? '', old?.id ?? '']);
  expect(text).toMatch(/1 Асқар Нұрланов .* 1 Ауысқанов .* 2 Серік Ахметов .* 1 Бұрынғыев/u);
  expect(text).not.toContain('Ескіев');
});

test('the journal of briefings says what was entered and leaves room for what was not, and for both signatures', async () => {
  const told = await placed('Әлібеков', { briefingOn: '2025-08-30', briefingJournal: '17/25' });
  const untold = await placed('Болатов');
  const text = await printed('briefingRegister', 'ru', [told, untold]);
  expect(
    missing(text, ['1 30.08.2025 17/25 Әлібеков', '2 ______ ______ Болатов', 'с 30.08.2025 по 30.08.2025']),
  ).toEqual([]);
});

test('the journal of visits tells planned from done, the finding and the next step with its day', async () => {
  const visit = await college.call(
    'visits.create',
    aVisit(firmId, {
      doneOn: '2025-11-19',
      findings: 'Дневники ведутся',
      nextStep: 'Проверить спецодежду',
      nextOn: '2025-12-01',
    }),
  );
  const planned = await college.call('visits.create', aVisit(firmId, { plannedOn: '2025-12-10' }));
  const text = await printed('visitRegister', 'kk-ru', [visit.id, planned.id]);
  expect(
    missing(text, [
      '18.11.2025 19.11.2025 «Болат» ЖШС / ТОО «Болат»',
      'Дневники ведутся Проверить спецодежду – 01.12.2025',
      '2 10.12.2025 —',
    ]),
  ).toEqual([]);
});

test('the register of requests names who asked, the decision with its minutes, and the reply that went out', async () => {
  const { id, revision } = await college.call('requests.create', aRequest(firmId, { number: '3/25' }));
  const item = { items: [{ id, revision }] };
  await college.call('requests.move', { ...item, to: 'underReview' });
  const { revision: next } = await college.call('requests.get', { id });
  await college.call('requests.move', { items: [{ id, revision: next }], to: 'approved', on: '2025-11-05' });
  const before = await printed('requestRegister', 'ru', [id]);
  await college.call('letters.issue', { kind: 'reply', language: 'ru', ids: [id] });
  const after = await printed('requestRegister', 'ru', [id]);
  expect([
    missing(before, ['1 3/25 01.10.2025 ТОО «Болат»', 'Добавить работу на станках с ЧПУ одобрено, 05.11.2025 — —']),
    missing(after, ['одобрено, 05.11.2025 № 1/25-07, 20.11.2025 —']),
  ]).toEqual([[], []]);
});

test('a register of more lines than a year of a large college has is refused before it is read', async () => {
  const ids = Array.from({ length: 2001 }, (_, index) => `placement-${index}`);
  const { ok, ...rest } = await college.attempt('letters.issue', { kind: 'placementRegister', language: 'ru', ids });
  expect([ok, rest]).toEqual([
    false,
    { error: expect.objectContaining({ code: 'refused', params: { reason: 'tooManyRows', count: 2001 } }) },
  ]);
});
