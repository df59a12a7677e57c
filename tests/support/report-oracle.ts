import type { RecordOf } from '#main/database/entities.ts';
import type { AnnualReport } from '#shared/contract/reports.ts';
import { heldDays, never, termsOf } from './slow-agreements.ts';
import { dayBefore, dayNumber, type Period, yearsBack } from './slow-days.ts';

/** All records of a small college as plain arrays. */
export type CollegeRecords = {
  readonly firms: readonly RecordOf<'firm'>[];
  readonly agreements: readonly RecordOf<'agreement'>[];
  readonly amendments: readonly RecordOf<'amendment'>[];
  readonly specialties: readonly RecordOf<'specialty'>[];
  readonly students: readonly RecordOf<'student'>[];
  readonly placements: readonly RecordOf<'placement'>[];
  readonly requests: readonly RecordOf<'request'>[];
  readonly engagements: readonly RecordOf<'engagement'>[];
  readonly promises: readonly RecordOf<'promise'>[];
  readonly challenges: readonly RecordOf<'challenge'>[];
  readonly meetings: readonly RecordOf<'meeting'>[];
  readonly attendance: readonly RecordOf<'attendance'>[];
  readonly dualTypes: ReadonlySet<string>;
  /** The day of the report. */
  readonly today: string;
};

type Cells = Record<string, number | null>;
/** Indicator → row key (`total` for the row of totals) → column → value. */
export type Numbers = Record<string, Record<string, Cells>>;

const oneDecimal = (value: number): number => Number(value.toFixed(1));
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1000) / whole + 1e-9) / 10;

/** The numbers of a report, without anything around them. */
export function numbersOf(report: AnnualReport): Numbers {
  const numbers: Numbers = {};
  for (const { id, rows, total } of report.indicators) {
    const own: Record<string, Cells> = {};
    for (const row of total === null ? rows : [...rows, total])
      own[row.key] = Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, cell.value]));
    numbers[id] = own;
  }
  return numbers;
}

/** The same numbers, counted record by record, with none of the application's conditions. */
export function countSlowly(
  college: CollegeRecords,
  [now, before, twoBefore]: readonly [Period, Period, Period],
  threshold: number,
): Numbers {
  const { firms, agreements, specialties, students, placements, requests, dualTypes } = college;

  const signed = agreements.filter(({ stage }) => stage === 'signed' || stage === 'terminated');
  const holding = new Map(signed.map(agreement => [agreement.id, heldDays(agreement, college.amendments)]));
  const within = (day: string | null, { start, end }: Period): boolean => day !== null && start <= day && day <= end;
  const inForce = ({ start, end }: Period) =>
    signed.filter(({ id }) => [...(holding.get(id)?.days ?? [])].some(day => start <= day && day <= end));
  const ended = (period: Period, early: boolean) =>
    signed.filter(({ id }) => {
      const held = holding.get(id);
      return held !== undefined && within(held.last, period) && held.endedEarly === early;
    });
  const firstDayOf = (agreement: RecordOf<'agreement'>): string | null =>
    termsOf(agreement, college.amendments)(never).startsOn ?? agreement.signedOn;
  const isRenewed = (agreement: RecordOf<'agreement'>): boolean =>
    agreements.some(
      next =>
        next.parentId === agreement.id &&
        next.stage === 'signed' &&
        next.typeId === agreement.typeId &&
        next.studentId === agreement.studentId &&
        (next.startsOn ?? next.signedOn ?? '') > (firstDayOf(agreement) ?? never),
    );
  const questions: Record<string, (period: Period) => RecordOf<'agreement'>[]> = {
    inForce,
    onLastDay: ({ end }) => inForce({ start: end, end }),
    signed: period => signed.filter(({ signedOn }) => within(signedOn, period)),
    expired: period => ended(period, false),
    renewed: period => ended(period, false).filter(isRenewed),
    terminated: period => ended(period, true),
  };

  const touching = (period: Period) => placements.filter(p => p.startsOn <= period.end && p.endsOn >= period.start);
  const counted = (period: Period) => touching(period).filter(({ state }) => state !== 'didNotStart');
  const hoursOf = (p: RecordOf<'placement'>): number => p.hoursEnterprise ?? p.hoursPlanned ?? 0;

  const partnersIn = (period: Period) => {
    const ids = new Set([...inForce(period), ...counted(period)].map(({ firmId }) => firmId));
    return firms.filter(({ id }) => ids.has(id));
  };
  const twelveMonthsBefore = ({ start }: Period): Period => ({ start: yearsBack(start, 1), end: dayBefore(start) });
  const changed = (held: readonly RecordOf<'firm'>[], lacking: readonly RecordOf<'firm'>[]) =>
    held.filter(firm => !lacking.includes(firm));

  const placedIn = (period: Period, dual: boolean) => {
    const ids = new Set(
      counted(period)
        .filter(p => !dual || dualTypes.has(p.practiceTypeId))
        .map(p => p.studentId),
    );
    return students.filter(({ id }) => ids.has(id));
  };
  const contingent = (period: Period) =>
    students.filter(
      student =>
        student.status === 'active' ||
        student.status === 'leave' ||
        (student.leftOn !== null && student.leftOn >= period.start) ||
        placedIn(period, false).includes(student),
    );
  const shareOf = (student: RecordOf<'student'>, period = now): { hours: number; base: number } => {
    const own = counted(period).filter(({ studentId }) => studentId === student.id);
    const set = specialties.find(({ id }) => id === student.specialtyId)?.practiceHours ?? 0;
    const planned = own.reduce((sum, p) => sum + (p.hoursPlanned ?? p.hoursEnterprise ?? 0), 0);
    return { hours: own.reduce((sum, p) => sum + hoursOf(p), 0), base: set > 0 ? set : planned };
  };
  const reaching = (list: readonly RecordOf<'student'>[], period = now) =>
    list.filter(student => {
      const { hours, base } = shareOf(student, period);
      return base > 0 && hours * 100 >= base * threshold;
    });
  const shareOfAll = (list: readonly RecordOf<'student'>[]): number | null => {
    const shares = list.map(student => shareOf(student));
    return percent(
      shares.reduce((sum, { hours }) => sum + hours, 0),
      shares.reduce((sum, { base }) => sum + base, 0),
    );
  };
  const hiredIn = (period: Period, inSpecialty: boolean) => {
    const ids = new Set(
      placements
        .filter(
          p =>
            p.hired === true && within(p.hiredOn ?? p.endsOn, period) && (!inSpecialty || p.hiredInSpecialty === true),
        )
        .map(p => p.studentId),
    );
    return students.filter(({ id }) => ids.has(id));
  };
  const graduates = (period: Period) =>
    students.filter(({ status, leftOn }) => status === 'graduated' && within(leftOn, period));
  const everHired = new Set(placements.filter(p => p.hired === true).map(p => p.studentId));

  const decidedStates = ['approved', 'approvedWithChanges', 'rejected', 'implemented', 'effectChecked'];
  const decided = requests.filter(({ state }) => decidedStates.includes(state));
  const decidedIn = (period: Period) => decided.filter(({ decidedOn }) => within(decidedOn, period));
  const receivedIn = (period: Period) => requests.filter(({ receivedOn }) => within(receivedOn, period));
  const implementedIn = (period: Period) =>
    requests.filter(
      ({ state, implementedOn }) =>
        (state === 'implemented' || state === 'effectChecked') && within(implementedOn, period),
    );
  const daysOf = (list: readonly RecordOf<'request'>[]): number | null => {
    const days = list.map(({ receivedOn, decidedOn }) => dayNumber(decidedOn ?? receivedOn) - dayNumber(receivedOn));
    return days.length === 0 ? null : oneDecimal(days.reduce((sum, day) => sum + day, 0) / days.length);
  };
  const hoursChanged = (list: readonly RecordOf<'request'>[]): number =>
    list.reduce((sum, { hoursBefore, hoursAfter }) => sum + Math.abs((hoursAfter ?? 0) - (hoursBefore ?? 0)), 0);

  const trend = (value: (period: Period) => number | null): Cells => ({
    now: value(now),
    before: value(before),
    earlier: value(twoBefore),
  });
  type Column<T> = { readonly items: readonly T[]; readonly value?: (items: readonly T[]) => number };
  const tableBy = <T>(
    keyOf: (item: T) => string | number | null,
    columns: Record<string, Column<T>>,
    shares: (cells: Cells, key: string | null) => Cells = () => ({}),
  ): Record<string, Cells> => {
    const key = (item: T): string => String(keyOf(item) ?? '');
    const keys = new Set(Object.values(columns).flatMap(({ items }) => items.map(key)));
    const cellsOf = (chosen: string | null): Cells => {
      const cells: Cells = {};
      for (const [name, { items, value = (list: readonly T[]) => list.length }] of Object.entries(columns))
        cells[name] = value(items.filter(item => chosen === null || key(item) === chosen));
      return { ...cells, ...shares(cells, chosen) };
    };
    return { ...Object.fromEntries([...keys].map(chosen => [chosen, cellsOf(chosen)])), total: cellsOf(null) };
  };

  const hoursSum = (list: readonly RecordOf<'placement'>[]): number => list.reduce((sum, p) => sum + hoursOf(p), 0);
  const placementColumns = {
    placements: { items: counted(now) },
    before: { items: counted(before) },
    hours: { items: counted(now), value: hoursSum },
    hoursBefore: { items: counted(before), value: hoursSum },
  };
  const practiceKeys = [...new Set(counted(now).map(p => p.practiceTypeId))];
  const agreementColumns = {
    inForce: { items: inForce(now) },
    onLastDay: { items: questions['onLastDay']?.(now) ?? [] },
    signed: { items: questions['signed']?.(now) ?? [] },
    expired: { items: questions['expired']?.(now) ?? [] },
    renewed: { items: questions['renewed']?.(now) ?? [] },
    terminated: { items: questions['terminated']?.(now) ?? [] },
    before: { items: inForce(before) },
  };
  const firmColumns = { now: { items: partnersIn(now) }, before: { items: partnersIn(before) } };
  const studentTable = (keyOf: (student: RecordOf<'student'>) => string | number | null) =>
    tableBy(
      keyOf,
      {
        contingent: { items: contingent(now) },
        dual: { items: placedIn(now, true) },
        dualBefore: { items: placedIn(before, true) },
      },
      cells => ({ coverage: percent(cells['dual'] ?? 0, cells['contingent'] ?? 0) }),
    );

  const numbers: Numbers = {
    summary: {
      partnersTotal: trend(period => partnersIn(period).length),
      partnersNew: trend(period => changed(partnersIn(period), partnersIn(twelveMonthsBefore(period))).length),
      partnersLost: trend(period => changed(partnersIn(twelveMonthsBefore(period)), partnersIn(period)).length),
      agreementsOnLastDay: trend(({ end }) => inForce({ start: end, end }).length),
      agreementsSigned: trend(period => signed.filter(({ signedOn }) => within(signedOn, period)).length),
      contingent: trend(period => contingent(period).length),
      dual: trend(period => placedIn(period, true).length),
      coverage: trend(period => percent(placedIn(period, true).length, contingent(period).length)),
      placementsTotal: trend(period => counted(period).length),
      hoursTotal: trend(period => hoursSum(counted(period))),
      reached: trend(period => reaching(placedIn(period, false), period).length),
      proposed: trend(period => receivedIn(period).length),
      implemented: trend(period => implementedIn(period).length),
      hiredTotal: trend(period => hiredIn(period, false).length),
    },
    partners: {
      partners: trend(period => partnersIn(period).length),
      partnersNew: trend(period => changed(partnersIn(period), partnersIn(twelveMonthsBefore(period))).length),
      partnersLost: trend(period => changed(partnersIn(twelveMonthsBefore(period)), partnersIn(period)).length),
    },
    partnersBySector: tableBy(firm => firm.sector, firmColumns),
    partnersByCity: tableBy(firm => firm.city, firmColumns),
    partnersByRegion: tableBy(firm => firm.region, firmColumns),
    partnersBySize: tableBy(firm => firm.sizeClass, firmColumns),
    agreements: Object.fromEntries(
      Object.entries(questions).map(([key, question]) => [key, trend(period => question(period).length)]),
    ),
    agreementsByType: tableBy(agreement => agreement.typeId, agreementColumns),
    agreementsByOrigin: tableBy(agreement => agreement.origin, agreementColumns),
    contingentBySpecialty: studentTable(student => student.specialtyId),
    contingentByCourse: studentTable(student => student.course),
    contingentByLanguage: studentTable(student => student.language),
    contingentByFunding: studentTable(student => student.funding),
    enterpriseShare: tableBy(
      student => student.specialtyId,
      {
        placed: { items: placedIn(now, false) },
        reached: { items: reaching(placedIn(now, false)) },
        dual: { items: placedIn(now, true) },
        dualReached: { items: reaching(placedIn(now, true)) },
      },
      (_cells, key) => ({
        share: shareOfAll(placedIn(now, false).filter(s => key === null || (s.specialtyId ?? '') === key)),
      }),
    ),
    placementsBySpecialty: tableBy(p => p.specialtyId, placementColumns),
    placementsByPractice: tableBy(p => p.practiceTypeId, placementColumns),
    enterpriseHours: tableBy(p => p.specialtyId, {
      ...Object.fromEntries(
        practiceKeys.map(key => [
          key,
          {
            items: counted(now),
            value: (list: readonly RecordOf<'placement'>[]) => hoursSum(list.filter(p => p.practiceTypeId === key)),
          },
        ]),
      ),
      all: { items: counted(now), value: hoursSum },
    }),
    placementsByFirm: tableBy(p => p.firmId, placementColumns),
    placementsByMentor: tableBy(p => p.mentorId, placementColumns),
    placementsByState: tableBy(p => p.state, { now: { items: touching(now) }, before: { items: touching(before) } }),
    requests: {
      proposed: trend(period => receivedIn(period).length),
      decided: trend(period => decidedIn(period).length),
      approved: trend(period => decidedIn(period).filter(({ state }) => state !== 'rejected').length),
      days: trend(period => daysOf(decidedIn(period))),
      implemented: trend(period => implementedIn(period).length),
      hoursChanged: trend(period => hoursChanged(implementedIn(period))),
      decidedWithoutDay: trend(() => decided.filter(({ decidedOn }) => decidedOn === null).length),
      implementedWithoutDay: trend(
        () =>
          requests.filter(
            ({ state, implementedOn }) =>
              (state === 'implemented' || state === 'effectChecked') && implementedOn === null,
          ).length,
      ),
    },
    requestsByState: tableBy(request => request.state, {
      now: { items: receivedIn(now) },
      before: { items: receivedIn(before) },
    }),
    hired: {
      hired: trend(period => hiredIn(period, false).length),
      hiredInSpecialty: trend(period => hiredIn(period, true).length),
      graduates: trend(period => graduates(period).length),
      graduatesHired: trend(period => graduates(period).filter(({ id }) => everHired.has(id)).length),
      graduatesHiredShare: trend(period =>
        percent(graduates(period).filter(({ id }) => everHired.has(id)).length, graduates(period).length),
      ),
    },
    hiredBySpecialty: tableBy(student => student.specialtyId, {
      hired: { items: hiredIn(now, false) },
      inSpecialty: { items: hiredIn(now, true) },
      before: { items: hiredIn(before, false) },
    }),
  };
  const { engagements, promises, challenges, meetings, today } = college;
  if (engagements.length > 0) {
    const running = ({ start, end }: Period) =>
      engagements.filter(({ startsOn, endsOn }) => startsOn <= end && (endsOn ?? startsOn) >= start);
    const total = (pick: (item: RecordOf<'engagement'>) => number) => (list: readonly RecordOf<'engagement'>[]) =>
      list.reduce((sum, item) => sum + pick(item), 0);
    numbers['engagements'] = tableBy(item => item.kindId, {
      now: { items: running(now) },
      before: { items: running(before) },
      hours: { items: running(now), value: total(({ hours }) => hours ?? 0) },
      tenge: { items: running(now), value: list => total(({ amountMinor }) => amountMinor ?? 0)(list) / 100 },
    });
  }
  if (meetings.length > 0 || promises.length > 0) {
    const given = (period: Period) => promises.filter(({ promisedOn }) => within(promisedOn, period));
    const heldIn = (period: Period) => meetings.filter(({ heldOn }) => within(heldOn, period));
    const attendanceIn = (period: Period) =>
      college.attendance.filter(({ meetingId }) => heldIn(period).some(({ id }) => id === meetingId));
    numbers['relations'] = {
      councilMeetings: trend(period => heldIn(period).length),
      attendance: trend(period =>
        percent(attendanceIn(period).filter(({ present }) => present).length, attendanceIn(period).length),
      ),
      promisesMade: trend(period => given(period).length),
      promisesKept: trend(period => given(period).filter(({ deliveredOn }) => deliveredOn !== null).length),
      promisesLate: trend(
        period =>
          given(period).filter(({ deliveredOn, dueOn }) => deliveredOn === null && dueOn !== null && dueOn < today)
            .length,
      ),
    };
  }
  if (challenges.length > 0) {
    const raised = (period: Period) => challenges.filter(({ raisedOn }) => within(raisedOn, period));
    numbers['challenges'] = tableBy(({ level }) => level, {
      now: { items: raised(now) },
      before: { items: raised(before) },
    });
  }
  const asked = (answer: string | null, day: string | null): boolean => answer !== null && day !== null;
  if (placements.some(p => p.hired && (asked(p.followUp6, p.followUp6On) || asked(p.followUp12, p.followUp12On))))
    numbers['followUp'] = Object.fromEntries(
      ([6, 12] as const).flatMap(months => {
        const answered = (period: Period, answers: readonly string[]) => {
          const fitting = placements.filter(p => {
            const answer = months === 6 ? p.followUp6 : p.followUp12;
            const askedOn = months === 6 ? p.followUp6On : p.followUp12On;
            return p.hired === true && within(askedOn, period) && answer !== null && answers.includes(answer);
          });
          return new Set(fitting.map(({ studentId }) => studentId)).size;
        };
        const work = ['inSpecialty', 'otherWork'];
        const known = [...work, 'studying', 'army', 'notWorking'];
        return [
          [`known${months}`, trend(period => answered(period, known))],
          [`working${months}`, trend(period => answered(period, work))],
          [`inSpecialty${months}`, trend(period => answered(period, ['inSpecialty']))],
          [`workingShare${months}`, trend(period => percent(answered(period, work), answered(period, known)))],
        ];
      }),
    );
  for (const row of ['decidedWithoutDay', 'implementedWithoutDay'])
    if (numbers['requests']?.[row]?.['now'] === 0) delete numbers['requests'][row];
  return withoutEmptyBreakdowns(numbers);
}

const optionalBreakdowns =
  /^(?:partnersBy|agreementsByOrigin$|contingentBy(?:Course|Language|Funding)$|placementsByMentor$)/u;

/** A breakdown by a detail whose only row is «no value given» is left out of the report. */
function withoutEmptyBreakdowns(numbers: Numbers): Numbers {
  return Object.fromEntries(
    Object.entries(numbers).filter(([id, rows]) => {
      const keys = Object.keys(rows).filter(key => key !== 'total');
      return !(optionalBreakdowns.test(id) && keys.length === 1 && keys[0] === '');
    }),
  );
}
