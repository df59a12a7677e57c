import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRecord, runBatch, type Transaction } from '#main/database/records.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { AnnualReport, ReportCell } from '#shared/contract/reports.ts';
import { addDays, schoolYearPeriod } from '#shared/domain/dates.ts';
import { languages } from '#shared/locale/index.ts';
import { texts } from '#shared/text/index.ts';
import {
  aChallenge,
  aFirm,
  anAgreement,
  anEngagement,
  aPlacement,
  aPromise,
  aRequest,
  aStudent,
} from '#tests/support/builders.ts';
import { type CollegeRecords, countSlowly, numbersOf } from '#tests/support/report-oracle.ts';
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
    case 'percent': {
      const { total } = await college.call(`${drill.area}.list`, { filter: drill.filter as never, limit: 1 });
      return total === 0 ? null : shown;
    }
  }
}

describe('for any college', () => {
  const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
  const day = fc.integer({ min: 0, max: 1460 }).map(offset => addDays('2022-08-20', offset));
  /** Days on which a school year turns are as likely as all others together. */
  const anyDay = fc.oneof(day, fc.constantFrom('2024-08-31', '2024-09-01', '2025-08-31', '2025-09-01', '2024-02-29'));
  const period = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 420 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) }));
  const count = { minLength: 0, maxLength: 24 };
  const few = { minLength: 0, maxLength: 8 };
  const collegeArbitrary = fc.record({
    startMonth: fc.constantFrom(9, 9, 1, 3),
    threshold: fc.constantFrom(60, 50, 100),
    firms: fc.array(
      fc.record({
        sector: optional(fc.constantFrom('IT', 'Транспорт', 'Энергетика')),
        city: optional(fc.constantFrom('Шымкент', 'Астана')),
        region: optional(fc.constantFrom('Абай облысы')),
        sizeClass: optional(fc.constantFrom('micro', 'small', 'medium', 'large')),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    specialties: fc.array(fc.record({ practiceHours: optional(fc.integer({ min: 0, max: 400 })) }), {
      minLength: 1,
      maxLength: 3,
    }),
    students: fc.array(
      fc.record({
        specialty: optional(fc.nat(2)),
        course: optional(fc.integer({ min: 1, max: 4 })),
        language: optional(fc.constantFrom('kk', 'ru')),
        funding: optional(fc.constantFrom('state', 'paid', 'target')),
        status: fc.constantFrom('active', 'active', 'leave', 'left', 'graduated'),
        leftOn: optional(anyDay),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    agreements: fc.array(
      fc.record({
        firm: fc.nat(5),
        typeId: fc.constantFrom('agreement-type-dual', 'agreement-type-memorandum'),
        stage: fc.constantFrom('signed', 'signed', 'terminated', 'draft', 'cancelled'),
        signedOn: optional(anyDay),
        startsOn: optional(anyDay),
        endsIn: optional(fc.integer({ min: 0, max: 900 })),
        terminatedOn: optional(anyDay),
        origin: optional(fc.constantFrom('college', 'firm')),
      }),
      count,
    ),
    placements: fc.array(
      fc.record({
        student: fc.nat(9),
        firm: fc.nat(5),
        practiceTypeId: fc.constantFrom('practice-type-dual', 'practice-type-industrial', 'practice-type-training'),
        specialty: optional(fc.nat(2)),
        period,
        planned: optional(fc.integer({ min: 0, max: 500 })),
        enterprise: optional(fc.integer({ min: 0, max: 400 })),
        state: fc.constantFrom('planned', 'started', 'completed', 'endedEarly', 'didNotStart'),
        hired: optional(fc.boolean()),
        hiredOn: optional(anyDay),
        hiredInSpecialty: optional(fc.boolean()),
      }),
      count,
    ),
    engagements: fc.array(
      fc.record({
        firm: fc.nat(5),
        kindId: fc.constantFrom('engagement-kind-internship', 'engagement-kind-equipment'),
        startsOn: anyDay,
        endsIn: optional(fc.integer({ min: 0, max: 400 })),
        hours: optional(fc.nat(200)),
        amountMinor: optional(fc.nat(100_000_000)),
      }),
      few,
    ),
    promises: fc.array(
      fc.record({
        firm: fc.nat(5),
        promisedOn: anyDay,
        dueIn: optional(fc.integer({ min: 0, max: 600 })),
        deliveredIn: optional(fc.integer({ min: 0, max: 600 })),
      }),
      few,
    ),
    challenges: fc.array(
      fc.record({
        level: fc.constantFrom('individual', 'insideCollege', 'betweenOrganisations', 'state'),
        raisedOn: anyDay,
      }),
      few,
    ),
    meetings: fc.array(anyDay, few),
    requests: fc.array(
      fc.record({
        receivedOn: anyDay,
        state: fc.constantFrom(
          'submitted',
          'approved',
          'approvedWithChanges',
          'rejected',
          'deferred',
          'implemented',
          'effectChecked',
        ),
        decidedIn: optional(fc.integer({ min: 0, max: 300 })),
        implementedIn: optional(fc.integer({ min: 0, max: 500 })),
        hoursBefore: optional(fc.nat(80)),
        hoursAfter: optional(fc.nat(80)),
      }),
      count,
    ),
  });
  type Plan = typeof collegeArbitrary extends fc.Arbitrary<infer T> ? T : never;

  function build(tx: Transaction, plan: Plan): void {
    const some = (ids: readonly string[], index: number): string => ids[index % ids.length] ?? '';
    const specialties = plan.specialties.map(
      (fields, index) =>
        tx.insert('specialty', {
          code: `0715010${index}`,
          nameRu: `Специальность ${index}`,
          nameKk: null,
          validFrom: null,
          validTo: null,
          ...fields,
        }).id,
    );
    const specialty = (index: number | null): string | null => (index === null ? null : some(specialties, index));
    const firms = plan.firms.map(
      (fields, index) => tx.insert('firm', { ...plain(aFirm()), nameRu: `ТОО «${index}»`, ...fields } as never).id,
    );
    const students = plan.students.map(
      ({ specialty: index, ...fields }, number) =>
        tx.insert('student', {
          ...plain(aStudent()),
          surname: `Студент ${number}`,
          specialtyId: specialty(index),
          ...fields,
        } as never).id,
    );
    plan.agreements.forEach(({ firm, endsIn, ...fields }, index) => {
      const first = fields.startsOn ?? fields.signedOn ?? '2024-01-01';
      tx.insert('agreement', {
        ...plain(anAgreement(some(firms, firm))),
        number: `${index}`,
        ...fields,
        endsOn: endsIn === null ? null : addDays(first, endsIn),
      } as never);
    });
    for (const {
      student,
      firm,
      specialty: index,
      period: { from, to },
      planned,
      enterprise,
      ...fields
    } of plan.placements)
      tx.insert('placement', {
        ...plain(aPlacement(some(students, student), some(firms, firm))),
        ...fields,
        specialtyId: specialty(index),
        startsOn: from,
        endsOn: to,
        hoursPlanned: planned,
        hoursEnterprise: enterprise,
        stateReason: null,
      } as never);
    buildRelations(tx, plan, firms);
    plan.requests.forEach(({ decidedIn, implementedIn, ...fields }, index) => {
      tx.insert('request', {
        ...plain(aRequest(null)),
        number: `${index}`,
        ...fields,
        stateReason: null,
        decidedOn: decidedIn === null ? null : addDays(fields.receivedOn, decidedIn),
        implementedOn: implementedIn === null ? null : addDays(fields.receivedOn, implementedIn),
      } as never);
    });
  }
  /** What besides placements the report counts. */
  function buildRelations(tx: Transaction, plan: Plan, firms: readonly string[]): void {
    const some = (index: number): string => firms[index % firms.length] ?? '';
    const later = (day: string, days: number | null): string | null => (days === null ? null : addDays(day, days));
    for (const { firm, endsIn, ...fields } of plan.engagements)
      tx.insert('engagement', {
        ...plain(anEngagement(some(firm))),
        ...fields,
        endsOn: later(fields.startsOn, endsIn),
      } as never);
    for (const { firm, promisedOn, dueIn, deliveredIn } of plan.promises)
      tx.insert('promise', {
        ...plain(aPromise(some(firm))),
        promisedOn,
        dueOn: later(promisedOn, dueIn),
        deliveredOn: later(promisedOn, deliveredIn),
      } as never);
    for (const fields of plan.challenges) tx.insert('challenge', { ...plain(aChallenge()), ...fields } as never);
    const council = tx.insert('council', { nameRu: 'Совет', nameKk: 'Кеңес', notes: null, active: true });
    plan.meetings.forEach((heldOn, index) => {
      tx.insert('meeting', {
        councilId: council.id,
        heldOn,
        minuteNumber: `${index + 1}`,
        place: null,
        notes: null,
      });
    });
  }
  const plain = ({ accepted: _accepted, ...fields }: Record<string, unknown>): Record<string, unknown> => fields;

  function recordsOf(world: World): CollegeRecords {
    const db = world.app.db();
    const all = <E extends EntityName>(entity: E, table: string) =>
      db.column<string>(`SELECT id FROM ${table}`).map(id => readRecord(db, entity, id) as never);
    return {
      firms: all('firm', 'firm'),
      agreements: all('agreement', 'agreement'),
      specialties: all('specialty', 'specialty'),
      students: all('student', 'student'),
      placements: all('placement', 'placement'),
      requests: all('request', 'request'),
      engagements: all('engagement', 'engagement'),
      promises: all('promise', 'promise'),
      challenges: all('challenge', 'challenge'),
      meetings: all('meeting', 'meeting'),
      dualTypes: new Set(['practice-type-dual']),
      today: '2025-11-20',
    };
  }

  test('every number equals a slow count of the records and the list it opens', async () => {
    await fc.assert(
      fc.asyncProperty(collegeArbitrary, async plan => {
        college.close();
        college = world();
        await college.call('settings.update', {
          schoolYearStartMonth: plan.startMonth,
          enterpriseSharePercent: plan.threshold,
        });
        runBatch(college.app.db(), testPorts('2025-11-20', 'Officer'), tx => build(tx, plan));
        const report = await yearOf(2024);
        const before = schoolYearPeriod(2023, plan.startMonth);
        expect(numbersOf(report)).toEqual(
          countSlowly(recordsOf(college), schoolYearPeriod(2024, plan.startMonth), before, plan.threshold),
        );
        for (const { place, cell } of cellsOf(report))
          expect({ place, value: await valueOfList(cell) }).toEqual({ place, value: cell.value });
      }),
      { numRuns: 25, endOnFailure: false },
    );
  }, 120_000);
});

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
  await college.call('placements.create', aPlacement(student.id, firm.id));
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
