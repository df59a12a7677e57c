import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { AnnualReport, Indicator, ReportSpan } from '#shared/contract/reports.ts';
import { aFirm, anAgreement, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const reportOf = (span: ReportSpan, language: 'kk' | 'ru' | 'en' = 'ru'): Promise<AnnualReport> =>
  college.call('reports.annual', { span, language });
const schoolYear: ReportSpan = { kind: 'schoolYear', year: 2025 };
const cellOf = (report: AnnualReport, id: string, row: string, column = 'now') => {
  const indicator = report.indicators.find(one => one.id === id);
  const rows =
    indicator === undefined ? [] : [...indicator.rows, ...(indicator.total === null ? [] : [indicator.total])];
  return rows.find(({ key }) => key === row)?.cells[column];
};

/** Three placements: autumn of 2025, spring of 2026, and across New Year. */
async function placements(): Promise<{ readonly firm: string; readonly student: string }> {
  const firm = await college.call('firms.create', aFirm());
  const student = await college.call('students.create', aStudent());
  const days: readonly [string, string, number][] = [
    ['2025-09-01', '2025-11-30', 100],
    ['2026-02-01', '2026-05-31', 40],
    ['2025-12-15', '2026-01-20', 7],
  ];
  for (const [startsOn, endsOn, hours] of days)
    await college.call(
      'placements.create',
      aPlacement(student.id, firm.id, {
        startsOn,
        endsOn,
        hoursPlanned: hours,
        hoursEnterprise: hours,
        accepted: ['overlap', 'overlaps'],
      }),
    );
  return { firm: firm.id, student: student.id };
}

describe('the period of a report', () => {
  const cases: readonly (readonly [span: ReportSpan, placements: number, before: number, name: string])[] = [
    [{ kind: 'schoolYear', year: 2025 }, 3, 0, '2025–2026 учебный год'],
    [{ kind: 'calendarYear', year: 2026 }, 2, 2, '2026 календарный год'],
    [{ kind: 'halfYear', year: 2025, half: 2 }, 2, 0, 'II полугодие 2025 года'],
    [{ kind: 'halfYear', year: 2026, half: 1 }, 2, 0, 'I полугодие 2026 года'],
    [{ kind: 'days', from: '2025-11-30', to: '2025-12-14' }, 1, 0, '30.11.2025–14.12.2025'],
    [{ kind: 'days', from: '2025-12-01', to: '2025-12-14' }, 0, 0, '01.12.2025–14.12.2025'],
  ];
  test.each(cases)('%j counts %i placements, %i a year before, and is called «%s»', async (span, now, before, name) => {
    await placements();
    const report = await reportOf(span);
    expect([
      cellOf(report, 'summary', 'placementsTotal')?.value,
      cellOf(report, 'summary', 'placementsTotal', 'before')?.value,
      report.periodName,
    ]).toEqual([now, before, name]);
  });

  test('an agreement prolonged by an amendment is in force in a period by the terms of that period', async () => {
    const firm = await college.call('firms.create', aFirm());
    const agreement = await college.call('agreements.create', anAgreement(firm.id, { endsOn: '2025-12-31' }));
    await college.call('amendments.create', {
      agreementId: agreement.id,
      number: '1',
      signedOn: '2025-12-20',
      effectiveOn: '2025-12-25',
      changes: { endsOn: '2026-03-31' },
      reason: null,
      notes: null,
    });
    const inForce = async (from: string, to: string) =>
      cellOf(await reportOf({ kind: 'days', from, to }), 'agreements', 'inForce')?.value;
    expect([await inForce('2026-01-01', '2026-03-31'), await inForce('2026-04-01', '2026-06-30')]).toEqual([1, 0]);
    const endListed = async (from: string, to: string): Promise<string | undefined> => {
      const span: ReportSpan = { kind: 'days', from, to };
      const { id } = await college.call('reports.freeze', { span, language: 'ru', note: null });
      const drill = { area: 'agreements', filter: { inForceFrom: from, inForceTo: to } } as const;
      const { columns, rows } = await college.call('reports.frozenList', { id, drill });
      return rows[0]?.cells[columns.indexOf('Окончание')];
    };
    expect([await endListed('2025-10-01', '2025-11-30'), await endListed('2026-01-01', '2026-02-28')]).toEqual([
      '31.12.2025',
      '31.03.2026',
    ]);
  });

  test('a period whose end lies before its start is refused', async () => {
    expect(
      await college.attempt('reports.annual', {
        span: { kind: 'days', from: '2026-01-02', to: '2026-01-01' },
        language: 'ru',
      }),
    ).toMatchObject({ ok: false, error: { code: 'validation' } });
  });

  test('a frozen report of any days is compared with those days, and is saved under their name', async () => {
    const { firm, student } = await placements();
    const span: ReportSpan = { kind: 'halfYear', year: 2025, half: 2 };
    const frozen = await college.call('reports.freeze', { span, language: 'kk', note: null });
    await college.call(
      'placements.create',
      aPlacement(student, firm, { startsOn: '2027-01-11', endsOn: '2027-01-12' }),
    );
    const changes = await college.call('reports.changes', { id: frozen.id });
    expect([frozen.periodName, frozen.schoolYear, changes.indicators]).toEqual(['2025 жылғы II жартыжылдық', 2024, []]);
    const saved = await college.call('reports.export', { frozenId: frozen.id, language: 'kk', formats: ['xlsx'] });
    expect(saved.files[0]?.name).toContain('2025-2');
  });
});

type Own = Input<'ownIndicators.create'>;
const own = (fields: Partial<Own> = {}): Own => ({
  nameRu: 'Часы по дуальному',
  nameKk: 'Дуальды оқыту сағаты',
  nameEn: null,
  note: null,
  area: 'placements',
  filter: { practiceTypeId: ['practice-type-dual'] },
  viewName: 'Дуальные',
  timing: 'active',
  measure: 'hours',
  dimension: null,
  wholeFilter: null,
  wholeViewName: null,
  ...fields,
});

const added = async (fields: Partial<Own> = {}): Promise<string> =>
  `own:${(await college.call('ownIndicators.create', own(fields))).id}`;

describe('an indicator of one’s own', () => {
  test('adds up, names itself in each language, and opens the list behind each of three years', async () => {
    await placements();
    const id = await added({ filter: {} });
    const [ru, kk, en] = [
      await reportOf(schoolYear),
      await reportOf(schoolYear, 'kk'),
      await reportOf(schoolYear, 'en'),
    ];
    const titles = [ru, kk, en].map(report => report.indicators.find(one => one.id === id)?.title);
    expect([titles, cellOf(ru, id, 'value')]).toEqual([
      ['Часы по дуальному', 'Дуальды оқыту сағаты', 'Часы по дуальному'],
      {
        value: 147,
        measure: 'hours',
        drill: { area: 'placements', filter: { activeFrom: '2025-09-01', activeTo: '2026-08-31' } },
      },
    ]);
    expect(cellOf(ru, id, 'value', 'earlier')?.drill.filter).toEqual({
      activeFrom: '2023-09-01',
      activeTo: '2024-08-31',
    });
  });

  test('takes a share of a whole, and breaks it down', async () => {
    const { firm, student } = await placements();
    await college.call(
      'placements.create',
      aPlacement(student, firm, { startsOn: '2026-06-01', endsOn: '2026-06-20', practiceTypeId: 'practice-type-dual' }),
    );
    const share = { measure: 'share', wholeFilter: {} } as const;
    const single = await added(share);
    const split = await added({ ...share, dimension: 'practice' });
    const report = await reportOf(schoolYear);
    const dual = await college.call('placements.list', { filter: { practiceTypeId: ['practice-type-dual'] } });
    const expected = Math.round((dual.total * 1000) / 4) / 10;
    expect([
      cellOf(report, single, 'share')?.value,
      cellOf(report, split, 'practice-type-dual', 'share')?.value,
      cellOf(report, split, 'total', 'share')?.value,
    ]).toEqual([expected, 100, expected]);
  });

  test('is frozen, compared and saved like any other, also when it has been removed since', async () => {
    const { firm, student } = await placements();
    const id = await added({ filter: {}, measure: 'rows' });
    const frozen = await college.call('reports.freeze', { span: schoolYear, language: 'ru', note: null });
    await college.call(
      'placements.create',
      aPlacement(student, firm, { startsOn: '2026-06-01', endsOn: '2026-06-20' }),
    );
    const { report } = await college.call('reports.frozenReport', { id: frozen.id });
    const cell = cellOf(report, id, 'value');
    const list = await college.call('reports.frozenList', {
      id: frozen.id,
      drill: cell?.drill ?? { area: 'firms', filter: {} },
    });
    const changes = await college.call('reports.changes', { id: frozen.id });
    const figure = changes.indicators.find(one => one.id === id)?.figures[0];
    expect([cell?.value, list.rows.length, figure?.before, figure?.after, figure?.records.length]).toEqual([
      3, 3, 3, 4, 1,
    ]);
    const { revision } = await college.call('ownIndicators.get', { id: id.slice(4) });
    await college.call('ownIndicators.remove', { id: id.slice(4), revision });
    expect((await college.call('reports.frozenReport', { id: frozen.id })).report).toEqual(report);
  });

  const refused: readonly (readonly [string, Partial<Own>, string])[] = [
    ['a condition the list does not know', { filter: { colour: 'red' } }, 'filter'],
    ['a day the list does not have', { timing: 'held' }, 'timing'],
    ['a sum the list does not have', { measure: 'days' }, 'measure'],
    ['a breakdown the list does not have', { dimension: 'council' }, 'dimension'],
    [
      'a mean of parts',
      { area: 'requests', filter: {}, timing: 'decided', measure: 'days', dimension: 'state' },
      'dimension',
    ],
    [
      'a part outside of its whole',
      { measure: 'share', wholeFilter: { practiceTypeId: ['practice-type-industrial'] } },
      'wholeFilter',
    ],
  ];
  test.each(refused)('with %s is refused beside the field', async (_what, fields, field) => {
    expect(await college.attempt('ownIndicators.create', own(fields))).toMatchObject({
      ok: false,
      error: { code: 'validation', fields: { [field]: expect.any(String) } },
    });
  });

  test('whose list no longer knows its conditions stays in the report without figures', async () => {
    await placements();
    const id = await added();
    college.app.db().run(`UPDATE own_indicator SET filter = '{"gone":true}'`);
    const report = await reportOf(schoolYear);
    expect(report.indicators.find(one => one.id === id)).toMatchObject({ rows: [], total: null });
  });
});

describe('the list of indicators', () => {
  const ids = async (): Promise<string[]> => (await reportOf(schoolYear)).indicators.map(({ id }: Indicator) => id);

  test('is shown in the chosen order without what is switched off, and one undo brings it back', async () => {
    await placements();
    const before = await ids();
    const layout = await college.call('indicators.layout', { language: 'ru' });
    const order = layout.map(({ id }) => ({ id, shown: id !== 'partners' }));
    const last = order.pop();
    await college.call('indicators.arrange', { order: [...(last === undefined ? [] : [last]), ...order] });
    const after = await ids();
    expect([after[0], after.includes('partners'), after.length]).toEqual([last?.id, false, before.length - 1]);
    await college.call('history.undo', {});
    expect(await ids()).toEqual(before);
  });

  test('puts an indicator that nobody has placed after the one that stands before it', async () => {
    await placements();
    const layout = await college.call('indicators.layout', { language: 'ru' });
    const reversed = layout.map(({ id, shown }) => ({ id, shown })).toReversed();
    await college.call('indicators.arrange', { order: reversed.filter(({ id }) => id !== 'agreements') });
    const order = (await college.call('indicators.layout', { language: 'ru' })).map(({ id }) => id);
    const place = layout.findIndex(({ id }) => id === 'agreements');
    expect(order[order.indexOf('agreements') - 1]).toBe(layout[place - 1]?.id);
  });
});

describe('a target', () => {
  const set = (value: number | null) =>
    college.call('indicators.setTargets', {
      targets: [
        {
          indicator: 'summary',
          rowKey: 'placementsTotal',
          columnKey: 'now',
          span: 'schoolYear',
          year: 2025,
          value,
          direction: 'atLeast',
        },
      ],
    });
  const target = async (span: ReportSpan) => cellOf(await reportOf(span), 'summary', 'placementsTotal')?.target;

  test('stands beside the figure of its year only, can be changed and taken away', async () => {
    await placements();
    await set(5);
    const first = [
      await target(schoolYear),
      await target({ kind: 'schoolYear', year: 2024 }),
      await target({ kind: 'calendarYear', year: 2025 }),
    ];
    await set(6);
    const second = await target(schoolYear);
    await set(null);
    expect([first, second, await target(schoolYear)]).toEqual([
      [{ value: 5, direction: 'atLeast' }, undefined, undefined],
      { value: 6, direction: 'atLeast' },
      undefined,
    ]);
  });
});
