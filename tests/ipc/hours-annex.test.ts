import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { docxToPrintable } from '#main/documents/docx-to-html.ts';
import { aFirm, anAgreement, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let ids: string[];
beforeEach(async () => {
  college = world();
  const firm = await college.call('firms.create', aFirm({ nameKk: '«Болат» ЖШС' }));
  const agreement = await college.call('agreements.create', anAgreement(firm.id));
  const student = await college.call('students.create', aStudent());
  const dates = [
    ['2025-09-01', '2025-12-31'],
    ['2026-01-12', '2026-06-30'],
  ] as const;
  const rows = dates.map(([startsOn, endsOn]) =>
    aPlacement(student.id, firm.id, { startsOn, endsOn, agreementId: agreement.id }),
  );
  ids = (await college.call('placements.createMany', { rows })).ids;
  await college.call('interruptions.create', {
    placementId: ids[0] ?? '',
    startsOn: '2025-10-06',
    endsOn: '2025-10-10',
    reason: 'Ауырып қалды',
  });
  await college.call('dayOverrides.create', {
    placementId: ids[0] ?? '',
    day: '2025-11-03',
    hours: 4.5,
    reason: 'Емтихан',
  });
});
afterEach(() => college.close());

/** The paragraphs of a Word file that have words. */
async function linesOf(path: string): Promise<string[]> {
  const archive = await JSZip.loadAsync(readFileSync(path));
  const xml = (await archive.file('word/document.xml')?.async('string')) ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(match => match[1]).join(''))
    .filter(line => line !== '');
}

const annex = (language: 'kk' | 'ru'): Promise<{ path: string }> =>
  college.call('placements.hoursAnnex', { ids, language, format: 'docx' });

test('the annex of two semesters names every holiday, break and changed day with its reason', async () => {
  const lines = await linesOf((await annex('ru')).path);
  const dates = lines
    .map((line, index) => (/^\d\d\.\d\d\.\d{4}/u.test(line) ? lines.slice(index, index + 3) : []))
    .filter(part => part.length > 0);
  expect(dates.map(([date, hours, reason]) => `${date} | ${hours} | ${reason}`)).toEqual([
    '01.09.2025 – 31.12.2025 | Часы по дням недели | пн 6, вт 6, ср 6, чт 6, пт 6, сб –, вс –',
    '01.09.2025 | 0 | праздник: День Конституции, выходной перенесён с 30.08.2025',
    '06.10.2025 – 10.10.2025 | 0 | перерыв: Ауырып қалды',
    '25.10.2025 | 0 | праздник: День Республики',
    '27.10.2025 | 0 | праздник: День Республики, выходной перенесён с 25.10.2025',
    '03.11.2025 | 4,5 | изменено вручную: Емтихан; по графику 6',
    '16.12.2025 | 0 | праздник: День Независимости',
    '12.01.2026 – 30.06.2026 | Часы по дням недели | пн 6, вт 6, ср 6, чт 6, пт 6, сб –, вс –',
    '08.03.2026 | 0 | праздник: Международный женский день',
    '09.03.2026 | 0 | праздник: Международный женский день, выходной перенесён с 08.03.2026',
    '21.03.2026 | 0 | праздник: Наурыз мейрамы',
    '22.03.2026 | 0 | праздник: Наурыз мейрамы',
    '23.03.2026 | 0 | праздник: Наурыз мейрамы',
    '24.03.2026 | 0 | праздник: Наурыз мейрамы, выходной перенесён с 21.03.2026',
    '25.03.2026 | 0 | праздник: Наурыз мейрамы, выходной перенесён с 22.03.2026',
    '01.05.2026 | 0 | праздник: Праздник единства народа Казахстана',
    '07.05.2026 | 0 | праздник: День защитника Отечества',
    '09.05.2026 | 0 | праздник: День Победы',
    '11.05.2026 | 0 | праздник: День Победы, выходной перенесён с 09.05.2026',
    '27.05.2026 | 0 | праздник: Курбан-айт',
  ]);
});

test('the squares of each month add up to its total and the months to the sum', async () => {
  const lines = await linesOf((await annex('ru')).path);
  const number = (text: string): number => Math.round(Number(text.replace(',', '.').replace('*', '')) * 100);
  const firstMonth = lines.indexOf('Сентябрь 2025');
  const octoberAt = lines.indexOf('Октябрь 2025');
  const september = lines.slice(firstMonth + 1, octoberAt);
  const hours = september.slice(0, 30).filter(mark => /^[\d,]+\*?$/u.test(mark));
  expect({
    squares: september.length,
    sum: hours.reduce((sum, mark) => sum + number(mark), 0),
    total: number(september.at(-1) ?? ''),
    whole: lines.find(line => line.startsWith('Всего за период')),
  }).toEqual({ squares: 31, sum: 12_600, total: 12_600, whole: 'Всего за период: 478,5 ч, рабочих дней: 80.' });
});

test('the Kazakh annex is Kazakh throughout and keeps the letters', async () => {
  const lines = await linesOf((await annex('kk')).path);
  expect(lines).toEqual(
    expect.arrayContaining([
      'Тәжірибе сағаттарының есебі',
      '2025 жылғы 1 қыркүйек № 1/25-Д шартқа қосымша',
      '«Болат» ЖШС',
      'Дуальды оқыту',
      'үзіліс: Ауырып қалды',
    ]),
  );
});

test('the annex is set on lying sheets that the printer understands', async () => {
  const { page } = docxToPrintable(new Uint8Array(readFileSync((await annex('ru')).path)));
  expect([page.width, page.height]).toEqual([297, 210]);
});

test('a PDF needs a printer, and a placement that is gone has no annex', async () => {
  const pdf = await college.attempt('placements.hoursAnnex', { ids, language: 'ru', format: 'pdf' });
  const gone = await college.attempt('placements.hoursAnnex', { ids: ['none'], language: 'ru', format: 'docx' });
  expect([pdf, gone]).toMatchObject([
    { ok: false, error: { code: 'refused' } },
    { ok: false, error: { code: 'notFound' } },
  ]);
});
