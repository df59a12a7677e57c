import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates.ts';
import { aFirm, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let firmId: string;
let studentId: string;
beforeEach(async () => {
  college = world();
  firmId = (await college.call('firms.create', aFirm())).id;
  studentId = (await college.call('students.create', aStudent())).id;
});
afterEach(() => college.close());

type Hours = Output<'placements.hours'>;
const dayOf = (hours: Hours, date: string): Hours['days'][number] | undefined =>
  hours.days.find(day => day.date === date);

test('the two semesters of 2025–26 have the right holidays and exact totals', async () => {
  const semester = async (startsOn: string, endsOn: string): Promise<Hours> => {
    const { id } = await college.call('placements.create', aPlacement(studentId, firmId, { startsOn, endsOn }));
    return college.call('placements.hours', { id });
  };
  const first = await semester('2025-09-01', '2025-12-31');
  const second = await semester('2026-01-12', '2026-06-30');
  const off = (hours: Hours): string[] =>
    hours.days.filter(day => day.why.kind === 'holiday' && day.weekday < 6).map(day => day.date);
  expect({
    first: off(first),
    second: off(second),
    totals: [first.total, second.total],
    days: [first.workingDays, second.workingDays],
  }).toEqual({
    first: ['2025-09-01', '2025-10-27', '2025-12-16'],
    // 9 March for 8, 23–25 March for Nauryz, 1, 7 and 11 May (for 9), 27 May Kurban-ait.
    second: [
      '2026-03-09',
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
      '2026-05-01',
      '2026-05-07',
      '2026-05-11',
      '2026-05-27',
    ],
    totals: [85 * 6, 114 * 6],
    days: [85, 114],
  });
});

test('a day swap by decree makes one day free and another one worked, and both say so', async () => {
  await college.call('holidays.create', { day: '2025-10-24', nameRu: 'Перенос', nameKk: 'Ауыстыру', kind: 'dayOff' });
  await college.call('holidays.create', { day: '2025-10-18', nameRu: 'Рабочий', nameKk: 'Жұмыс', kind: 'workday' });
  const { id } = await college.call('placements.create', aPlacement(studentId, firmId));
  const hours = await college.call('placements.hours', { id });
  expect([dayOf(hours, '2025-10-24'), dayOf(hours, '2025-10-18')]).toEqual([
    {
      date: '2025-10-24',
      weekday: 5,
      hours: 0,
      why: { kind: 'holiday', nameRu: 'Перенос', nameKk: 'Ауыстыру', nameEn: 'Перенос', movedFrom: null },
    },
    { date: '2025-10-18', weekday: 6, hours: 6, why: { kind: 'workday' } },
  ]);
});

test('an entered first day of Kurban-ait replaces the one the program knows', async () => {
  await college.call('holidays.create', {
    day: '2026-05-28',
    nameRu: 'Курбан-айт',
    nameKk: 'Құрбан айт',
    kind: 'kurbanAit',
  });
  const { days } = await college.call('calendar.year', { year: 2026 });
  const may = days.filter(day => day.date.startsWith('2026-05')).map(day => [day.date, day.nameRu, day.movedFrom]);
  expect(may).toEqual([
    ['2026-05-01', 'Праздник единства народа Казахстана', null],
    ['2026-05-07', 'День защитника Отечества', null],
    ['2026-05-09', 'День Победы', null],
    ['2026-05-11', 'День Победы', '2026-05-09'],
    ['2026-05-28', 'Курбан-айт', null],
  ]);
});

test('a second row for the same day and a second Kurban-ait of a year are refused beside the field', async () => {
  const day = { nameRu: 'День', nameKk: 'Күн' };
  await college.call('holidays.create', { ...day, day: '2026-05-28', kind: 'kurbanAit' });
  const again = await college.attempt('holidays.create', { ...day, day: '2026-05-28', kind: 'dayOff' });
  const other = await college.attempt('holidays.create', { ...day, day: '2026-05-29', kind: 'kurbanAit' });
  expect([again, other]).toMatchObject([
    { ok: false, error: { code: 'validation', fields: { day: 'duplicate' } } },
    { ok: false, error: { code: 'validation', fields: { kind: 'duplicate' } } },
  ]);
});

test('interruptions, irregular weeks and the officer’s word on a day change the hours and are explained', async () => {
  const { id } = await college.call('placements.create', aPlacement(studentId, firmId));
  const plain = await college.call('placements.hours', { id });
  await college.call('interruptions.create', {
    placementId: id,
    startsOn: '2025-09-08',
    endsOn: '2025-09-09',
    reason: 'Болезнь',
  });
  await college.call('irregularWeeks.create', {
    placementId: id,
    week: '2025-09-17',
    hours: [4, 4, 4, 4, 4, 4, 0],
    reason: 'Сессия',
  });
  await college.call('dayOverrides.create', {
    placementId: id,
    day: '2025-09-09',
    hours: 2.5,
    reason: 'Пришёл на полдня',
  });
  const hours = await college.call('placements.hours', { id });
  expect({
    why: ['2025-09-08', '2025-09-09', '2025-09-15', '2025-09-20'].map(date => dayOf(hours, date)?.why),
    total: hours.total - plain.total,
  }).toEqual({
    why: [
      { kind: 'interruption', reason: 'Болезнь' },
      { kind: 'override', reason: 'Пришёл на полдня', before: 0 },
      { kind: 'irregularWeek', reason: 'Сессия' },
      { kind: 'irregularWeek', reason: 'Сессия' },
    ],
    total: -12 + 2.5 - 10 + 4,
  });
});

test('a day outside the placement, 25 hours and a second interruption on the same days are refused beside the field', async () => {
  const { id } = await college.call('placements.create', aPlacement(studentId, firmId));
  await college.call('interruptions.create', {
    placementId: id,
    startsOn: '2025-09-08',
    endsOn: null,
    reason: 'Болезнь',
  });
  const attempts = await Promise.all([
    college.attempt('dayOverrides.create', { placementId: id, day: '2026-01-05', hours: 2, reason: 'Мимо' }),
    college.attempt('dayOverrides.create', { placementId: id, day: '2025-09-09', hours: 25, reason: 'Много' }),
    college.attempt('interruptions.create', {
      placementId: id,
      startsOn: '2025-10-01',
      endsOn: '2025-10-02',
      reason: 'Ещё',
    }),
    college.attempt('interruptions.create', {
      placementId: id,
      startsOn: '2025-09-05',
      endsOn: '2025-09-01',
      reason: 'Назад',
    }),
  ]);
  expect(attempts.map(result => (result.ok ? null : result.error.fields))).toEqual([
    { day: 'outsidePlacement' },
    { hours: 'tooLarge' },
    { startsOn: 'duplicate' },
    { endsOn: 'endBeforeStart' },
  ]);
});

test('the share of the school year is counted over all placements of the student against the hours of the specialty', async () => {
  const specialty = await college.call('specialties.create', {
    code: '07150100',
    nameRu: 'Технология машиностроения',
    nameKk: null,
    practiceHours: 800,
    validFrom: null,
    validTo: null,
  });
  const { id: learner } = await college.call('students.create', aStudent({ surname: 'Ли', specialtyId: specialty.id }));
  const first = await college.call(
    'placements.create',
    aPlacement(learner, firmId, { startsOn: '2025-09-02', endsOn: '2025-09-30' }),
  );
  await college.call(
    'placements.create',
    aPlacement(learner, firmId, { startsOn: '2025-11-03', endsOn: '2025-12-12' }),
  );
  const { year } = await college.call('placements.hours', { id: first.id });
  expect(year).toEqual({
    startsOn: '2025-09-01',
    endsOn: '2026-08-31',
    hours: (21 + 30) * 6,
    base: 800,
    percent: 38.25,
    minimumPercent: 60,
    reached: false,
  });
});

test('removing a placement takes its interruptions along, and one undo brings all of it back', async () => {
  const placement = await college.call('placements.create', aPlacement(studentId, firmId));
  const { id: placementId } = placement;
  await college.call('interruptions.create', { placementId, startsOn: '2025-09-08', endsOn: null, reason: 'Болезнь' });
  const before = await college.call('placements.hours', { id: placementId });
  await college.call('placements.remove', placement);
  const gone = await college.call('interruptions.list', {});
  await college.call('history.undo', {});
  expect({ gone: gone.total, after: await college.call('placements.hours', { id: placementId }) }).toEqual({
    gone: 0,
    after: before,
  });
});

test('months add up to the total and the total to the days, whatever is entered', async () => {
  const { id } = await college.call('placements.create', aPlacement(studentId, firmId));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 116 }),
      fc.integer({ min: 0, max: 2400 }),
      async (offset, hundredths) => {
        const day = addDays('2025-09-01', offset);
        const existing = (await college.call('dayOverrides.list', { filter: { placementId: id } })).rows.find(
          row => row.day === day,
        );
        const patch = { hours: hundredths / 100, reason: 'Проверка' };
        if (existing === undefined) await college.call('dayOverrides.create', { placementId: id, day, ...patch });
        else await college.call('dayOverrides.update', { id: existing.id, revision: existing.revision, patch });
        const hours = await college.call('placements.hours', { id });
        const sum = (values: readonly number[]): number =>
          values.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
        expect([sum(hours.days.map(known => known.hours)), sum(hours.months.map(month => month.hours))]).toEqual([
          hours.total,
          hours.total,
        ]);
        expect(dayOf(hours, day)?.hours).toBe(patch.hours);
      },
    ),
    { numRuns: 40 },
  );
});
