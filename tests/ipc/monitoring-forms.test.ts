import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm, aPlacement, aSite, aStudent, aVisit } from '#tests/support/builders.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let firmId: string;
let siteId: string;
let placementId: string;
beforeEach(async () => {
  college = world();
  await college.call('settings.update', {
    language: 'ru',
    collegeRu: 'Политехнический колледж',
    collegeKk: 'Политехникалық колледж',
  });
  firmId = (await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»', nameKk: '«Болат» ЖШС' }))).id;
  siteId = (await college.call('sites.create', aSite(firmId, { name: 'Өңдеу цехы' }))).id;
  const student = await college.call('students.create', aStudent({ surname: 'Әлібеков', iin: null }));
  const period = { startsOn: '2025-09-01', endsOn: '2025-12-20', siteId };
  placementId = (await college.call('placements.create', aPlacement(student.id, firmId, period))).id;
});
afterEach(() => college.close());

type Kind = 'firmEvaluation' | 'studentEvaluation' | 'visitSheet';

/** The text of a form in one language. */
async function printed(kind: Kind, language: 'kk' | 'ru' | 'kk-ru', id: string): Promise<string> {
  const issued = await college.call('letters.issue', { kind, language, ids: [id] });
  const { folder, files } = await college.call('letters.export', { ids: issued.ids, format: 'docx' });
  const [file = ''] = files;
  const path = new Set(readdirSync(folder)).has(file) ? join(folder, file) : file;
  return textOfDocx(readFileSync(path)).replaceAll(/\s+/gu, ' ');
}

test('the form of the firm is printed to be filled in by hand, with the criteria in both languages', async () => {
  const text = await printed('firmEvaluation', 'kk-ru', placementId);
  const expected = [
    'БАҒАЛАУ ПАРАҒЫ / ОЦЕНОЧНЫЙ ЛИСТ',
    'Әлібеков',
    '«Болат» ЖШС, Өңдеу цехы',
    'ТОО «Болат», Өңдеу цехы',
    'Еңбек тәртібі / Трудовая дисциплина',
    'Орташа баға / Средняя оценка: ______',
  ];
  expect(expected.filter(part => !text.includes(part))).toEqual([]);
});

test('a form is printed with the scores that were entered, those of its side only', async () => {
  const criteria = (await college.call('evaluationCriteria.list', { filter: { side: ['student'] } })).rows;
  await college.call('evaluations.save', {
    side: 'student',
    evaluatedOn: '2025-11-10',
    rows: [
      {
        placementId,
        scores: Object.fromEntries(criteria.map((criterion, index) => [criterion.id, index === 0 ? 4 : 5])),
        comment: 'Тәлімгер көп көмектесті',
      },
    ],
  });
  const [kk, firm] = [
    await printed('studentEvaluation', 'kk', placementId),
    await printed('firmEvaluation', 'ru', placementId),
  ];
  expect([
    ['Орташа баға: 4,83', 'Тәлімгер көп көмектесті', '2025 жылғы 10 қараша'].filter(part => !kk.includes(part)),
    firm.includes('Средняя оценка: ______'),
  ]).toEqual([[], true]);
});

test('the sheet of a visit names whom to find at the site on its day, and says what was found afterwards', async () => {
  const { revision } = await college.call('placements.get', { id: placementId });
  await college.call('placements.move', {
    items: [{ id: placementId, revision }],
    to: 'confirmed',
  });
  const confirmed = await college.call('placements.get', { id: placementId });
  await college.call('placements.move', {
    items: [{ id: placementId, revision: confirmed.revision }],
    to: 'ordered',
    orderNumber: '7-П',
    orderDate: '2025-08-25',
  });
  const visit = await college.call('visits.create', aVisit(firmId, { siteId, plannedOn: '2025-11-25' }));
  const before = await printed('visitSheet', 'ru', visit.id);
  await college.call('visits.update', {
    id: visit.id,
    revision: visit.revision,
    patch: { doneOn: '2025-11-19', findings: 'Станок без ограждения', nextStep: 'Проверить', nextOn: '2025-12-01' },
  });
  const after = await printed('visitSheet', 'kk', visit.id);
  expect([
    ['ЛИСТ ПОСЕЩЕНИЯ', 'ТОО «Болат»', 'Өңдеу цехы', 'Әлібеков', 'ход практики', '25 ноября 2025 года'].filter(
      part => !before.includes(part),
    ),
    ['БАРУ ПАРАҒЫ', '«Болат» ЖШС', 'Станок без ограждения', '2025 жылғы 19 қараша'].filter(
      part => !after.includes(part),
    ),
  ]).toEqual([[], []]);
});
