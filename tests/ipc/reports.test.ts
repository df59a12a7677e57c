import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runBatch } from '#main/database/records.ts';
import type { AnnualReport, ReportCell } from '#shared/contract/reports.ts';
import { languages } from '#shared/locale/index.ts';
import { texts } from '#shared/text/index.ts';
import { anyCollege, anySpan, buildCollege, recordsOf } from '#tests/support/any-college.ts';
import {
  aChallenge,
  aContact,
  aFirm,
  anAgreement,
  anEngagement,
  aPlacement,
  aPromise,
  aRequest,
  aStudent,
} from '#tests/support/builders.ts';
import { countSlowly, numbersOf } from '#tests/support/report-oracle.ts';
import { periodsOf } from '#tests/support/slow-days.ts';
import { testPorts, type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const yearOf = (schoolYear: number): Promise<AnnualReport> =>
  college.call('reports.annual', { schoolYear, language: 'ru' });

const value = (report: AnnualReport, indicator: string, row: string, column = 'now'): number | null | undefined => {
  const found = report.indicators.find(({ id }) => id === indicator);
  const rows = found === undefined ? [] : found.total === null ? found.rows : [...found.rows, found.total];
  return rows.find(({ key }) => key === row)?.cells[column]?.value;
};

/** Every cell of a report with the place it stands in. */
const cellsOf = (report: AnnualReport): { readonly place: string; readonly cell: ReportCell }[] =>
  report.indicators.flatMap(({ id, rows, total }) =>
    (total === null ? rows : [...rows, total]).flatMap(row =>
      Object.entries(row.cells).map(([column, cell]) => ({ place: `${id} / ${row.label} / ${column}`, cell })),
    ),
  );

/** What the list behind a number gives, asked through the router as the screen asks it. */
async function valueOfList({ measure, drill, value: shown }: ReportCell): Promise<number | null> {
  switch (measure) {
    case 'rows':
      return (await college.call(`${drill.area}.list`, { filter: drill.filter as never, limit: 1 })).total;
    case 'hours': {
      if (drill.area === 'engagements') {
        const { rows } = await college.call('engagements.list', { filter: drill.filter, limit: 500 });
        return rows.reduce((sum, row) => sum + (row.hours ?? 0), 0);
      }
      if (drill.area !== 'placements') throw new Error('hours stand behind placements and engagements only');
      const { rows } = await college.call('placements.list', { filter: drill.filter, limit: 500 });
      return rows.reduce((sum, row) => sum + (row.hoursEnterprise ?? row.hoursPlanned ?? 0), 0);
    }
    case 'hoursChanged':
    case 'days': {
      if (drill.area !== 'requests') throw new Error('decisions stand behind requests only');
      const { rows } = await college.call('requests.list', { filter: drill.filter, limit: 500 });
      if (measure === 'hoursChanged')
        return rows.reduce((sum, row) => sum + Math.abs((row.hoursAfter ?? 0) - (row.hoursBefore ?? 0)), 0);
      const days = rows.map(row => row.ageDays ?? Number.NaN);
      return days.length === 0 ? null : Number((days.reduce((sum, day) => sum + day, 0) / days.length).toFixed(1));
    }
    case 'tenge': {
      if (drill.area !== 'engagements') throw new Error('sums of money stand behind engagement only');
      const { rows } = await college.call('engagements.list', { filter: drill.filter, limit: 500 });
      return rows.reduce((sum, row) => sum + (row.amountMinor ?? 0), 0) / 100;
    }
    case 'present':
    case 'listed':
      throw new Error('attendance is shown as a share only');
    case 'percent': {
      const { total } = await college.call(`${drill.area}.list`, { filter: drill.filter as never, limit: 1 });
      return total === 0 ? null : shown;
    }
  }
}

/** Many more in `npm run test:soak`. */
const runs = Number(process.env['SERIKTES_REPORTS'] ?? 25);

test(
  'every number of any college and any period equals a slow count of the records and the list it opens',
  async () => {
    const today = '2025-11-20';
    await fc.assert(
      fc.asyncProperty(anyCollege, anySpan, async (plan, span) => {
        college.close();
        college = world();
        const { startMonth, threshold } = plan;
        await college.call('settings.update', { schoolYearStartMonth: startMonth, enterpriseSharePercent: threshold });
        runBatch(college.app.db(), testPorts(today, 'Officer'), tx => buildCollege(tx, plan));
        const report = await college.call('reports.annual', { span, language: 'ru' });
        const records = recordsOf(college, today);
        expect(numbersOf(report)).toEqual(countSlowly(records, periodsOf(span, startMonth), threshold));
        for (const { place, cell } of cellsOf(report))
          expect({ place, value: await valueOfList(cell) }).toEqual({ place, value: cell.value });
      }),
      { numRuns: runs, endOnFailure: false },
    );
  },
  Math.max(120_000, runs * 10_000),
);

describe('at the border of the school year', () => {
  const cases: readonly [startsOn: string, endsOn: string, in2024: number, in2025: number][] = [
    ['2025-06-01', '2025-08-31', 1, 0],
    ['2025-06-01', '2025-09-01', 1, 1],
    ['2025-09-01', '2025-12-26', 0, 1],
    ['2026-08-31', '2026-08-31', 0, 1],
    ['2026-09-01', '2026-12-25', 0, 0],
    ['2024-08-31', '2025-09-01', 1, 1],
  ];
  test.each(cases)(
    'a placement from %s to %s counts %i times in 2024 and %i times in 2025',
    async (startsOn, endsOn, in2024, in2025) => {
      const firm = await college.call('firms.create', aFirm());
      const student = await college.call('students.create', aStudent());
      await college.call('placements.create', aPlacement(student.id, firm.id, { startsOn, endsOn }));
      const [old, present] = [await yearOf(2024), await yearOf(2025)];
      expect([
        value(old, 'placementsByFirm', firm.id, 'placements') ?? 0,
        value(present, 'placementsByFirm', firm.id, 'placements') ?? 0,
      ]).toEqual([in2024, in2025]);
    },
  );

  const agreements: readonly [startsOn: string, endsOn: string | null, counts: readonly number[]][] = [
    ['2024-09-01', '2025-08-31', [0, 0, 0, 0]],
    ['2024-09-01', '2025-09-01', [1, 0, 0, 1]],
    ['2025-09-01', '2026-08-31', [1, 1, 1, 1]],
    ['2025-09-02', null, [1, 1, 1, 0]],
    ['2026-08-31', '2026-09-01', [1, 1, 1, 0]],
    ['2026-09-01', '2027-08-31', [0, 0, 0, 0]],
  ];
  test.each(agreements)(
    'an agreement from %s to %s is in force, in force on the last day, signed and expired in 2025 as %j',
    async (startsOn, endsOn, counts) => {
      const firm = await college.call('firms.create', aFirm());
      await college.call('agreements.create', anAgreement(firm.id, { signedOn: startsOn, startsOn, endsOn }));
      const report = await yearOf(2025);
      const keys = ['inForce', 'onLastDay', 'signed', 'expired'];
      expect(keys.map(key => value(report, 'agreements', key))).toEqual(counts);
    },
  );

  test('a signed amendment that prolongs an agreement keeps it in force in the year after', async () => {
    const firm = await college.call('firms.create', aFirm());
    const agreement = await college.call('agreements.create', anAgreement(firm.id, { endsOn: '2026-08-31' }));
    await college.call('amendments.create', {
      agreementId: agreement.id,
      number: '1',
      signedOn: '2026-05-20',
      effectiveOn: '2026-06-01',
      changes: { endsOn: '2027-08-31' },
      reason: null,
      notes: null,
    });
    const counts = async (year: number): Promise<unknown> => {
      const report = await yearOf(year);
      return ['inForce', 'onLastDay', 'expired'].map(key => value(report, 'agreements', key));
    };
    expect([await counts(2025), await counts(2026)]).toEqual([
      [1, 1, 0],
      [1, 1, 1],
    ]);
  });

  test('a firm is new in the year it comes and lost in the year after it goes, also across 29 February', async () => {
    await college.call('settings.update', { schoolYearStartMonth: 3 });
    const firm = await college.call('firms.create', aFirm());
    const student = await college.call('students.create', aStudent());
    await college.call(
      'placements.create',
      aPlacement(student.id, firm.id, { startsOn: '2024-02-29', endsOn: '2024-02-29' }),
    );
    const movement = async (year: number): Promise<unknown> => {
      const report = await yearOf(year);
      return ['partners', 'partnersNew', 'partnersLost'].map(row => value(report, 'partners', row));
    };
    expect([await movement(2022), await movement(2023), await movement(2024), await movement(2025)]).toEqual([
      [0, 0, 0],
      [1, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ]);
  });

  test('whether a partner is new or lost in a half-year follows from the twelve months before it', async () => {
    const firm = await college.call('firms.create', aFirm());
    const student = await college.call('students.create', aStudent());
    for (const [startsOn, endsOn] of [
      ['2024-10-01', '2024-10-31'],
      ['2025-03-01', '2025-03-31'],
    ] as const)
      await college.call('placements.create', aPlacement(student.id, firm.id, { startsOn, endsOn }));
    const movement = async (year: number, half: 1 | 2): Promise<unknown> => {
      const report = await college.call('reports.annual', { span: { kind: 'halfYear', year, half }, language: 'ru' });
      return ['partners', 'partnersNew', 'partnersLost'].map(row => value(report, 'partners', row));
    };
    expect([
      await movement(2024, 2),
      await movement(2025, 1),
      await movement(2025, 2),
      await movement(2026, 1),
    ]).toEqual([
      [1, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });

  test('without a year the report is about the present one, and the years to choose from begin with the first record', async () => {
    const firm = await college.call('firms.create', aFirm());
    await college.call(
      'agreements.create',
      anAgreement(firm.id, { signedOn: '2023-08-31', startsOn: null, endsOn: null }),
    );
    const report = await college.call('reports.annual', { language: 'ru' });
    expect([report.schoolYear, report.years, report.draft]).toEqual([2025, [2025, 2024, 2023, 2022], true]);
  });
});

test('an empty college has a report full of zeros that can be saved', async () => {
  const report = await yearOf(2025);
  const wrong = cellsOf(report).filter(
    ({ cell }) => cell.value !== 0 && cell.measure !== 'percent' && cell.measure !== 'days',
  );
  const saved = await college.call('reports.export', { language: 'kk', formats: ['xlsx', 'docx'] });
  expect({ wrong, files: saved.files.map(file => file.name) }).toEqual({
    wrong: [],
    files: ['Жылдық есеп 2025-2026.xlsx', 'Жылдық есеп 2025-2026.docx'],
  });
});

test.each(languages)('every title, definition, row and column of the report has a text in %s', async language => {
  const firm = await college.call(
    'firms.create',
    aFirm({ sector: 'IT', city: 'Абай', region: 'Абай', sizeClass: 'small' }),
  );
  const student = await college.call('students.create', aStudent({ course: 2, language: 'kk', funding: 'state' }));
  await college.call('agreements.create', anAgreement(firm.id, { origin: 'firm' }));
  const mentor = await college.call('contacts.create', aContact(firm.id));
  await college.call(
    'placements.create',
    aPlacement(student.id, firm.id, { mentorId: mentor.id, hired: true, followUp6On: '2026-06-01', followUp6: 'army' }),
  );
  const request = await college.call('requests.create', aRequest(firm.id));
  await college.call('requests.move', { items: [request], to: 'underReview' });
  await college.call('engagements.create', anEngagement(firm.id));
  await college.call('promises.create', aPromise(firm.id));
  await college.call('challenges.create', aChallenge());
  const report = await college.call('reports.annual', { language });
  const ids = report.indicators.map(({ id }) => id);
  const shown = JSON.stringify(report, (key, part) => (key === 'drill' || key === 'drills' ? undefined : part));
  expect({ ids, untranslated: shown.match(/(?:reports|states)\.[\w.]+|\{\w+\}/gu) }).toEqual({
    ids: expect.arrayContaining(Object.keys(texts.ru.reports.indicators)),
    untranslated: null,
  });
});

test('what firms have given is summed in tenge by kind, and the list behind the sum gives the same', async () => {
  const firm = await college.call('firms.create', aFirm());
  for (const [kind, amountMinor] of [
    ['equipment', 240_000_000],
    ['equipment', 35_000_050],
    ['project', 90_000_000],
    ['guestClass', null],
  ] as const)
    await college.call('engagements.create', anEngagement(firm.id, { kindId: `engagement-kind-${kind}`, amountMinor }));
  const report = await college.call('reports.annual', { language: 'ru' });
  const found = report.indicators.find(({ id }) => id === 'engagements');
  const cells = [...(found?.rows ?? []), ...(found?.total ? [found.total] : [])].flatMap(
    row => row.cells['tenge'] ?? [],
  );
  const behind: (number | null)[] = [];
  for (const cell of cells) behind.push(await valueOfList(cell));
  const values = cells.map(({ value }) => value);
  expect([new Set(values), behind]).toEqual([new Set([0, 900_000, 2_750_000.5, 3_650_000.5]), values]);
});

describe('saving', () => {
  const folder = (): string => join(college.folder, 'отчёты');
  const save = () =>
    college.attempt('reports.export', {
      schoolYear: 2025,
      language: 'ru',
      formats: ['xlsx', 'docx'],
      folder: folder(),
    });

  test('files are written whole under names in the language of the report, and again over those of before', async () => {
    const first = await save();
    const again = await save();
    expect([first.ok && again.ok, readdirSync(folder()).toSorted()]).toEqual([
      true,
      ['Годовой отчёт 2025-2026.docx', 'Годовой отчёт 2025-2026.xlsx'],
    ]);
  });

  test('while one of the files is open in another program, none of them is touched', async () => {
    mkdirSync(folder());
    const [workbook, letter] = ['xlsx', 'docx'].map(ending => join(folder(), `Годовой отчёт 2025-2026.${ending}`)) as [
      string,
      string,
    ];
    writeFileSync(workbook, 'old workbook');
    writeFileSync(letter, 'old letter');
    writeFileSync(join(folder(), '.~lock.Годовой отчёт 2025-2026.docx#'), ',officer;');
    const result = await save();
    expect([
      result,
      readFileSync(workbook, 'utf8'),
      readFileSync(letter, 'utf8'),
      readdirSync(folder()).length,
    ]).toEqual([
      { ok: false, error: { code: 'fileBusy', params: { name: 'Годовой отчёт 2025-2026.docx' } } },
      'old workbook',
      'old letter',
      3,
    ]);
  });

  test('a folder that cannot be made, and PDF without a printer, are refused in words', async () => {
    writeFileSync(join(college.folder, 'file'), '');
    const blocked = await college.attempt('reports.export', {
      language: 'ru',
      formats: ['xlsx'],
      folder: join(college.folder, 'file'),
    });
    const printerless = await college.attempt('reports.export', {
      language: 'ru',
      formats: ['docx', 'pdf'],
      folder: folder(),
    });
    expect([blocked, printerless, existsSync(folder())]).toEqual([
      { ok: false, error: { code: 'noAccess', params: { name: 'file' } } },
      { ok: false, error: { code: 'refused', params: { reason: 'noPrinter' } } },
      false,
    ]);
  });
});
