import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openZip } from '#main/documents/zip-archive.ts';
import type { AnnualReport, Indicator } from '#shared/contract/reports.ts';
import { aFirm, anAgreement, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';
import { sheetsByLibreOffice } from '../unit/documents/office-tools.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

/** Two agreements of this year and one of the last, three placements, and a target that is missed. */
async function collegeWithTarget(): Promise<AnnualReport> {
  const firm = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Әлем»' }));
  const student = await college.call('students.create', aStudent());
  for (const [number, signedOn] of [
    ['1', '2025-09-10'],
    ['2', '2025-10-01'],
    ['3', '2024-10-01'],
  ] as const)
    await college.call('agreements.create', anAgreement(firm.id, { number, signedOn, startsOn: signedOn }));
  for (const [startsOn, endsOn] of [
    ['2025-09-01', '2025-09-30'],
    ['2025-10-01', '2025-10-31'],
    ['2024-10-01', '2024-10-31'],
  ] as const)
    await college.call(
      'placements.create',
      aPlacement(student.id, firm.id, { startsOn, endsOn, accepted: ['overlap'] }),
    );
  await college.call('indicators.setTargets', {
    targets: [
      {
        indicator: 'agreements',
        rowKey: 'signed',
        columnKey: 'now',
        span: 'schoolYear',
        year: 2025,
        value: 5,
        direction: 'atLeast',
      },
    ],
  });
  return college.call('reports.annual', { schoolYear: 2025, language: 'ru' });
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/gu, ' ');
/** Lines of CSV as cells; the texts of these sheets hold no semicolon. */
const cellsOf = (lines: readonly string[] | undefined): string[][] =>
  (lines ?? []).map(line =>
    plain(line)
      .split(';')
      .map(cell => cell.replaceAll('"', '')),
  );

function find(report: AnnualReport, id: string): Indicator {
  const indicator = report.indicators.find(one => one.id === id);
  if (indicator === undefined) throw new Error(`no ${id}`);
  return indicator;
}

test('LibreOffice shows figure, change, target and deviation as the screen does, and the flat sheet repeats every figure', async () => {
  const report = await collegeWithTarget();
  const saved = await college.call('reports.export', { schoolYear: 2025, language: 'ru', formats: ['xlsx'] });
  const sheets = sheetsByLibreOffice(readFileSync(saved.files[0]?.path ?? ''));
  const agreements = find(report, 'agreements');
  const signed = agreements.rows.find(row => row.key === 'signed');
  expect(signed?.cells['now']?.value).toBe(2);
  const place = report.indicators.indexOf(agreements) + 1;
  const [name] = [...sheets.keys()].filter(key => key.startsWith(`${place}. `));
  const line = cellsOf(sheets.get(name ?? '')).find(([label]) => label === signed?.label);
  // This year, last year, the year before it, change, target, deviation.
  expect(line?.slice(1).map(Number)).toEqual([2, 1, 0, 1, 5, -3]);

  const values = report.indicators.flatMap(({ rows, total, columns }) =>
    (total === null ? rows : [...rows, total]).flatMap(row =>
      columns.filter(({ previous }) => !previous).flatMap(({ key }) => row.cells[key] ?? []),
    ),
  );
  const flat = cellsOf([...sheets].find(([key]) => /для формы/iu.test(key))?.[1]).filter(([number]) =>
    /^\d+\.\d+$/u.test(number ?? ''),
  );
  expect(flat.length).toBe(values.length);
  const figures = flat.map(cells => cells[5]);
  expect(figures.map(figure => (figure === '' ? null : Number(figure)))).toEqual(values.map(({ value }) => value));
});

test('LibreOffice opens the index of the documents behind a report with a line for each of them', async () => {
  await collegeWithTarget();
  const { path } = await college.call('reports.evidence', { schoolYear: 2025, language: 'ru' });
  const index = openZip(readFileSync(path), { entries: 1000, unpackedBytes: 1e8, ratio: 1000 }).read('Опись.xlsx');
  const sheets = sheetsByLibreOffice(index ?? new Uint8Array());
  const lines = cellsOf([...sheets.values()][0]).filter(cells => cells[7] === 'скан не прикреплён');
  expect(new Set(lines.map(cells => cells[2]))).toEqual(new Set(['1', '2', '3']));
});
