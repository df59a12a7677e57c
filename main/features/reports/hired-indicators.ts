import { FollowUp } from '#shared/contract/placements.ts';
import type { Drill, Indicator, ReportCell } from '#shared/contract/reports.ts';
import type { ReadDb } from '../../database/handles.ts';
import { describe } from './describe.ts';
import { specialtyLabels } from './labels.ts';
import { breakdown, chartOf, comparison, overYears, type ReportContext, shareCell, type YearPeriod } from './tables.ts';

/** Students whom a partner hired in the period. */
export const studentsHired = ({ start, end }: YearPeriod, inSpecialty = false): Drill => ({
  area: 'students',
  filter: {
    hired: true,
    hiredFrom: start,
    hiredTo: end,
    ...(inSpecialty ? { hiredInSpecialty: true } : {}),
  },
});

const graduates = ({ start, end }: YearPeriod, hired: boolean): Drill => ({
  area: 'students',
  filter: { status: ['graduated'], leftFrom: start, leftTo: end, ...(hired ? { hired: true } : {}) },
});

function summary(context: ReportContext): Indicator {
  const { figures, t } = context;
  const line = (
    key: 'hired' | 'hiredInSpecialty' | 'graduates' | 'graduatesHired',
    drill: (period: YearPeriod) => Drill,
  ) => ({ key, label: t(`reports.rows.${key}`), ...overYears(context, period => figures.cell(drill(period))) });
  const all = line('graduates', period => graduates(period, false));
  const hired = line('graduatesHired', period => graduates(period, true));
  const table = comparison(
    context,
    [
      line('hired', period => studentsHired(period)),
      line('hiredInSpecialty', period => studentsHired(period, true)),
      all,
      hired,
      {
        key: 'graduatesHiredShare',
        label: t('reports.rows.graduatesHiredShare'),
        now: shareCell(hired.now, all.now),
        before: shareCell(hired.before, all.before),
        earlier: shareCell(hired.earlier, all.earlier),
      },
    ],
    true,
  );
  return describe(context, { id: 'hired', group: 'hired', unit: 'students', rowTitle: 'indicator', table });
}

const answersOf = {
  known: FollowUp.exclude(['unknown']).options,
  working: ['inSpecialty', 'otherWork'],
  inSpecialty: ['inSpecialty'],
} as const satisfies Record<string, readonly FollowUp[]>;

/** Those hired who were asked after so many months and gave one of the answers. */
const followedUp = (months: 6 | 12, { start, end }: YearPeriod, answers: readonly FollowUp[]): Drill => ({
  area: 'students',
  filter: { followUpAfter: months, followUpFrom: start, followUpTo: end, followUpAnswer: [...answers] },
});

type Asked = { readonly student: string; readonly months: 6 | 12; readonly day: string; readonly answer: FollowUp };

/** Everybody hired who was asked, of all years; some twenty figures are counted from it at once. */
const everybodyAsked = (db: ReadDb): readonly Asked[] =>
  db.all<Asked>(
    ([6, 12] as const)
      .map(
        months =>
          `SELECT student_id AS student, ${months} AS months, follow_up${months}_on AS day, follow_up${months} AS answer
             FROM placement WHERE hired = 1 AND follow_up${months} IS NOT NULL AND follow_up${months}_on IS NOT NULL`,
      )
      .join(' UNION ALL '),
  );

/** What became of those hired. */
function followUp(context: ReportContext, asked: readonly Asked[]): Indicator {
  const { t } = context;
  const lines = ([6, 12] as const).flatMap(months => {
    const line = (key: keyof typeof answersOf) => {
      const answers: readonly FollowUp[] = answersOf[key];
      const fitting = asked.filter(one => one.months === months && answers.includes(one.answer));
      const cell = (period: YearPeriod): ReportCell => {
        const { start, end } = period;
        const students = fitting.filter(({ day }) => start <= day && day <= end).map(({ student }) => student);
        return { value: new Set(students).size, measure: 'rows', drill: followedUp(months, period, answers) };
      };
      return { key: `${key}${months}`, label: t(`reports.rows.${key}${months}`), ...overYears(context, cell) };
    };
    const [known, working] = [line('known'), line('working')];
    return [
      known,
      working,
      line('inSpecialty'),
      {
        key: `workingShare${months}`,
        label: t(`reports.rows.workingShare${months}`),
        now: shareCell(working.now, known.now),
        before: shareCell(working.before, known.before),
        earlier: shareCell(working.earlier, known.earlier),
      },
    ];
  });
  const table = comparison(context, lines, true);
  return describe(context, { id: 'followUp', group: 'hired', unit: 'students', rowTitle: 'indicator', table });
}

function bySpecialty(context: ReportContext): Indicator {
  const { figures, t, now, before, beforeName } = context;
  const table = breakdown(context, {
    dimension: 'specialty',
    labels: specialtyLabels(figures.db, t.language),
    columns: [
      { key: 'hired', title: t('reports.columns.hired'), drill: studentsHired(now) },
      { key: 'inSpecialty', title: t('reports.columns.hiredInSpecialty'), drill: studentsHired(now, true) },
      {
        key: 'before',
        title: t('reports.columns.hiredIn', { years: beforeName }),
        drill: studentsHired(before),
        previous: true,
      },
    ],
  });
  return describe(context, {
    id: 'hiredBySpecialty',
    group: 'hired',
    unit: 'students',
    rowTitle: 'specialty',
    table,
    chart: chartOf(t, table, ['hired', 'inSpecialty']),
  });
}

/** Students and graduates whom partners took on; what became of them is left out by a college that has asked nobody. */
export function hiredIndicators(context: ReportContext): Indicator[] {
  const asked = everybodyAsked(context.figures.db);
  return [summary(context), ...(asked.length === 0 ? [] : [followUp(context, asked)]), bySpecialty(context)];
}
